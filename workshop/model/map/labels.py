"""The boxes that lie on a map: labels as wide as their words, and round marks with a number."""

import re
from collections.abc import Sequence
from functools import lru_cache

from workshop.model.arrange import Card, at
from workshop.model.letters import Measure, shortened, wrap
from workshop.model.picture import Placed, Text, View
from workshop.model.record import Actor, Gap, Record
from workshop.model.words import Words

TONES = ("rose", "sand", "sky", "leaf", "violet", "ochre", "mist")
_LEADING = 1.18
_LINES = 4  # of a name; longer ones are whole in the board in words
_DOTS = 6
_LONG = 14.0  # letters that a word may take before it is broken
DOT = "•"
_KEPT = 2000
_laid: dict[str, tuple[Placed, float, float, Placed]] = {}


def tone_of(sector: int) -> str:
    """The paper of a sector's actors."""
    return TONES[sector % len(TONES)]


def people_words(words: Words, people: int) -> str:
    """How many an actor is, in words."""
    return words.many("{n} person", "{n} people", people)


def from_words(view: View, record: Actor | Gap) -> str:
    """What something was carried here from, where that can be seen."""
    origin = view.state.get(record.origin, Record)
    said = getattr(origin, "flip", "") or getattr(origin, "text", "")
    return view.words("From: {text}", text=said) if said else ""


def dots(people: int) -> str:
    """A small mark for each, up to a few."""
    return DOT * min(people, _DOTS)


def laid(label: Placed, x: float, y: float) -> Placed:
    """A label where it lies; the same one as before where it has not moved, for most don't."""
    before = _laid.get(label.id)
    if before and before[0] is label and before[1:3] == (x, y):
        return before[3]
    if len(_laid) > _KEPT:
        _laid.clear()
    _laid[label.id] = made = (label, x, y, at(label, x, y))
    return made[3]


@lru_cache(maxsize=4000)
def hugged(card: Card, letters: float, least: float, widest: float, measure: Measure) -> Placed:
    """A label at (0, 0) as wide as its words, at most so many letters wide; long words are cut to a few lines."""
    edge = round(letters * 0.32)
    longest = max(
        (measure(word, s.bold) * s.size for s in card.said for word in re.split("[ \n]", s.text)), default=0.0
    )
    widest = max(widest, min(longest + 0.1, _LONG))
    made, width, y, cut = [], 0.0, edge * 0.7, False
    for said in card.said:
        size = max(said.size * letters, least)
        lines = wrap(said.text, widest * letters / size, measure, said.bold)
        if len(lines) > _LINES:
            lines, cut = shortened(lines, _LINES, widest * letters / size, measure, said.bold), True
        width = max(width, *(measure(line, said.bold) * size for line in lines))
        text = Text(lines, edge, y, size, said.bold, said.ink, _LEADING)
        made.append(text)
        y += text.height
    width = round(width + 2 * edge + 0.5)
    return Placed(card.id, "card", 0, 0, width, round(y + edge * 0.7), tuple(made), card.tone, card.shade, cut=cut)


@lru_cache(maxsize=2000)
def marked(id: str, number: int, people: int, tone: str, shade: str, least: float, measure: Measure) -> Placed:
    """A round mark with a number, larger the more people it stands for."""
    said, size = str(number), least
    times = 1.0 if people < 2 else 1.12 if people < 5 else 1.25 if people < 10 else 1.4
    height = round(size * 1.2 * times)
    width = round(max(height, measure(said, True) * size + size * 0.5))
    x, y = (width - measure(said, True) * size) / 2, (height - size * _LEADING) / 2
    text = Text((said,), x, y, size, True, "ink", _LEADING)
    return Placed(id, "card", 0, 0, width, height, (text,), tone, shade, "round")


def by_number(actors: Sequence[Actor]) -> dict[str, int]:
    """The number that each actor has on the wall, in the order in which one reads the map."""
    return {actor.id: number for number, actor in enumerate(actors, 1)}
