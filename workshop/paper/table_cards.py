"""Cards to lay on the tables: a step on each, with what it asks for and the prompts to talk from; two to a sheet."""

from dataclasses import replace
from itertools import zip_longest
from pathlib import Path

from workshop.look import measure
from workshop.model.arrange import at
from workshop.model.exercise import Step
from workshop.model.letters import balanced, wrap
from workshop.model.picture import Picture, Placed, Stroke, Text
from workshop.model.refusal import Refusal
from workshop.model.words import Words
from workshop.paper.files import put
from workshop.paper.pdf import rendered
from workshop.paper.seen import Ran, seen
from workshop.paper.sheets import A4, Bookmark, Sheet, one_line
from workshop.paper.wish import Wish
from workshop.paper.worksheets import badge

_HIGH = A4[1] / 2  # of a card, which is an A5 lying down
_EDGE = 46.0
_WIDTH = A4[0] - 2 * _EDGE
_SIZES = (
    (34.0, 20.0, 17.0),
    (28.0, 17.0, 14.5),
    (25.0, 15.0, 13.0),
    (21.0, 13.0, 11.0),
)  # of title, instruction and prompts


def write(path: Path, wish: Wish) -> None:
    """Write the cards of the session's exercises as a PDF, to be cut across the middle."""
    put(path, rendered(seen(wish).paper((), titled=False), sheets(wish)))


def sheets(wish: Wish) -> tuple[Sheet, ...]:
    """A card for each step, two to a sheet; Refusal where there is no step."""
    cards = [
        (_card(ran, step, number, wish.words), ran.text.step(step.key).title)
        for ran in seen(wish).runs
        for number, step in enumerate(ran.exercise.steps, 1)
    ]
    if not cards:
        raise Refusal("No exercise has begun yet, so there are no cards for its steps. Begin one first.")
    return tuple(_sheet(number, *pair) for number, pair in enumerate(zip_longest(cards[::2], cards[1::2])))


def _sheet(number: int, upper: tuple[list[Placed], str], lower: tuple[list[Placed], str] | None) -> Sheet:
    placed = [*upper[0], *(at(p, 0, _HIGH) for p in (lower[0] if lower else ()))]
    cut = Stroke("cut", ((0, _HIGH), (A4[0], _HIGH)), "muted", 0.5, "dashed")
    title = " · ".join(said for _, said in (upper, *([lower] if lower else [])))
    return Sheet(Picture(*A4, tuple(placed), (cut,)), (Bookmark(title, 1, f"cards:{number}"),))


def _card(ran: Ran, step: Step, number: int, words: Words) -> list[Placed]:
    """One card, in the largest letters that hold it."""
    said = ran.text.step(step.key)
    head = [
        one_line("running", ran.text.title, _EDGE, 34, 10, _WIDTH - 90, ink="muted"),
        one_line("time", words("{n} min", n=step.minutes), _EDGE, 34, 10, _WIDTH, end=True, ink="muted"),
        *badge(str(number), _EDGE, 62),
    ]
    for title, instruction, prompt in _SIZES:
        left, room, y = _EDGE + 44, _WIDTH - 44, 58.0
        texts = [Text(wrap(said.title, room / title, measure, True), left, y, title, True, leading=1.2)]
        y += texts[0].height + 6
        texts.append(Text(balanced(said.instruction, room / instruction, measure), left, y, instruction, leading=1.35))
        y += texts[1].height + 16
        for line in said.prompts:
            texts.append(Text(wrap(f"– {line}", room / prompt, measure), left, y, prompt, ink="muted", leading=1.35))
            y += texts[-1].height + 7
        if y <= _HIGH - 28:
            break
    whole = Placed(f"{ran.run.id}:{step.key}", "plain", left, 58, room, y - 58, tuple(texts))
    return [*head, *(replace(whole, texts=(text,), y=text.y, height=text.height) for text in texts)]
