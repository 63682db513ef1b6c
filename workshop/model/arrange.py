"""Laying cards out in columns and pages, for any board whose cards are stacked."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import lru_cache
from itertools import accumulate
from typing import NamedTuple

from workshop.model.letters import LEADING, MORE, Measure, lit_in, shortened, wrap, wrap_parts
from workshop.model.picture import Frame, Picture, Placed, Stroke, Text
from workshop.model.record import Id

_NARROWEST = 10  # letters; a column narrower than that on the wall has a page of its own


class Said(NamedTuple):
    """Words on a card before they are broken into lines; `size` is in card letters.

    `whole`: a list with " · " between its parts, which is never cut to a label. `lit` are words to underline, in lower
    case.
    """

    text: str
    size: float = 1.0
    bold: bool = False
    ink: str = "ink"
    whole: bool = False
    lit: frozenset[str] = frozenset()


class Card(NamedTuple):
    """A card before it has a place."""

    id: Id
    said: tuple[Said, ...]
    tone: str
    shade: str = "plain"


def pad(frame: Frame) -> float:
    """The space inside a card's edge."""
    return round(frame.text * (0.35 if frame.brief else 0.6))


def gap(frame: Frame) -> float:
    """The space between cards."""
    return round(frame.text * (0.25 if frame.brief else 0.5))


def between(frame: Frame) -> float:
    """The space between columns."""
    return frame.text * 1.5


def side_by_side(frame: Frame, count: int, narrowest: float = _NARROWEST) -> int:
    """How many of the columns stand beside each other where letters are large; the others come on later pages."""
    most = max(1, int((frame.width + between(frame)) / (frame.text * narrowest + between(frame))))
    pages_ = -(-count // most)
    return -(-count // pages_)


def fitted(card: Card, frame: Frame, width: float) -> Placed:
    """A card at (0, 0), as high as its words need; where the frame is brief, each saying is cut to a short label."""
    return _fitted(card, width, pad(frame), frame.text, frame.least, frame.brief, frame.measure)


@lru_cache(maxsize=2_000)
def _fitted(
    card: Card, width: float, edge: float, letters: float, least: float, brief: int, measure: Measure
) -> Placed:
    inner, y, texts, cut = width - 2 * edge, float(edge), [], False
    for said in card.said:
        size = max(said.size * letters, least)
        lines = (wrap_parts if said.whole else wrap)(said.text, inner / size, measure, said.bold)
        if brief and len(lines) > brief and not said.whole:
            lines, cut = shortened(lines, brief, inner / size, measure, said.bold), True
        lit = lit_in(lines, said.lit) if said.lit else ()
        text = Text(lines, float(edge), y, size, said.bold, said.ink, 1.18 if brief else LEADING, lit)
        texts.append(text)
        y += text.height + (0 if brief else letters * 0.2)
    y -= 0 if brief or not texts else letters * 0.2
    return Placed(card.id, "card", 0, 0, width, round(y + edge), tuple(texts), card.tone, card.shade, cut=cut)


def heading(
    id: Id,
    name: str,
    mark: str,
    tone: str,
    detail: str,
    frame: Frame,
    x: float,
    width: float,
    below: bool = False,
    most: int = 2,
) -> list[Placed]:
    """A list's name beside its mark on the paper of its cards; the detail follows on the line, or `below`.

    The name takes at most so many lines.
    """
    size, small = max(frame.text * 1.15, frame.least), max(frame.text * 0.8, frame.least)
    sign = _sign(f"mark:{id}", mark, tone, frame, x, size)
    left = x + sign.width + size * 0.4
    room = x + width - left
    if frame.measure(name, True) * size > room:
        size = max(frame.text, frame.least)
    said = shortened(wrap(name, room / size, frame.measure, True), most, room / size, frame.measure, True)
    texts = [Text(said, left, 0, size, True)]
    beside = left + max(frame.measure(line, True) for line in said) * size + size * 0.6
    if detail and not below and len(said) == 1 and beside + frame.measure(detail) * small <= x + width:
        texts.append(Text((detail,), beside, 0, small, False, "muted", size * LEADING / small))
    elif detail:
        texts.append(Text(wrap_parts(detail, width / small, frame.measure), x, texts[0].height, small, ink="muted"))
    height = max(sign.y + sign.height, *(t.y + t.height for t in texts))
    return [Placed(f"heading:{id}", "heading", x, 0, width, height, tuple(texts), tone), sign]


def _sign(id: Id, mark: str, tone: str, frame: Frame, x: float, size: float) -> Placed:
    """A party's mark on its paper, as high as a heading's line; only a strip of the paper where it has no mark."""
    height = size * LEADING
    if not mark:
        return Placed(id, "mark", x, height * 0.2, size * 0.3, height * 0.6, (), tone)
    letters = max(frame.least, size * 0.8)
    wide = frame.measure(mark, True) * letters
    width = max(height, wide + letters * 0.5)
    text = Text((mark,), x + (width - wide) / 2, 0, letters, True, leading=height / letters)
    return Placed(id, "mark", x, 0, width, height, (text,), tone)


def centred(lines: Sequence[str], x: float, y: float, width: float, size: float, frame: Frame, ink: str) -> list[Text]:
    """Lines in the middle of a width."""
    return [
        Text((line,), x + (width - frame.measure(line) * size) / 2, y + number * size * LEADING, size, False, ink)
        for number, line in enumerate(lines)
    ]


def at(placed: Placed, x: float, y: float) -> Placed:
    """The same box somewhere else."""
    p = placed  # made anew by hand: dataclasses.replace takes three times as long, and this is done for every card
    texts = tuple(Text(t.lines, t.x + x, t.y + y, t.size, t.bold, t.ink, t.leading, t.lit) for t in p.texts)
    return Placed(p.id, p.role, p.x + x, p.y + y, p.width, p.height, texts, p.tone, p.shade, p.shape, p.cut)


def stacks(cards: Sequence[Placed], x: float, y: float, width: float, count: int, space: float) -> list[Placed]:
    """Cards in `count` stacks side by side, dealt like a deck, so that a new card moves no other."""
    step = (width + space) / count
    bottoms = [y] * count
    placed = []
    for number, card in enumerate(cards):
        stack = number % count
        placed.append(at(card, x + stack * step, bottoms[stack]))
        bottoms[stack] += card.height + space
    return placed


def pages(
    cards: Sequence[Placed], x: float, y: float, width: float, height: float, count: int, space: float
) -> list[list[Placed]]:
    """Cards down one column after another, and on to a new page when the columns are full; a label leads its card."""
    step = (width + space) / count
    sheets: list[list[Placed]] = [[]]
    column, down = 0, 0.0
    for number, card in enumerate(cards):
        labelled = cards[number + 1].height + space if card.id.startswith("label:") else 0.0
        if down and down + card.height + labelled > height:
            column, down = column + 1, 0.0
            if column == count:
                sheets.append([])
                column = 0
        sheets[-1].append(at(card, x + column * step, y + down))
        down += card.height + space
    return sheets


def as_pages(sheets: Sequence[Sequence[Placed | Stroke]], frame: Frame) -> tuple[Picture, ...]:
    """What lies on each page as pictures; where the frame isn't paged as high as what lies on them."""
    made = []
    for page, sheet in enumerate(sheets):
        placed = tuple(thing for thing in sheet if isinstance(thing, Placed))
        strokes = tuple(thing for thing in sheet if isinstance(thing, Stroke))
        down = max((p.y + p.height for p in placed), default=0.0) + gap(frame)
        height = frame.height if frame.paged else max(frame.height, down)
        made.append(Picture(frame.width, height, placed, strokes, page, len(sheets)))
    return tuple(made)


def divided(card: Placed, frame: Frame, height: float) -> Iterator[Placed]:
    """A card that is higher than a page in parts that fit, each but the last ending in a sign that more follows."""
    if card.height <= height:
        yield card
        return
    room = height - 2 * pad(frame)
    lines = [line for text in card.texts for line in text.each()]
    while lines:
        sign = replace(lines[0], lines=(MORE,), bold=False, lit=())
        count = _fitting(lines, room)
        if count < len(lines):
            count = max(1, _fitting(lines, room - sign.height))
        part = [*lines[:count], sign] if count < len(lines) else lines
        lines = lines[count:]
        texts, y = [], float(pad(frame))
        for text in part:
            texts.append(replace(text, y=y))
            y += text.height
        yield replace(card, texts=tuple(texts), height=y + pad(frame), cut=bool(lines))


def _fitting(lines: Sequence[Text], room: float) -> int:
    """How many of the lines there is room for."""
    bottoms = accumulate(line.height for line in lines)
    return sum(bottom <= room for bottom in bottoms)
