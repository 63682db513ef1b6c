"""Cards to lay on the tables: a step on each, with what it asks for and the prompts to talk from; two to a sheet."""

from collections.abc import Sequence
from dataclasses import replace
from itertools import zip_longest
from pathlib import Path

from workshop.look import measure
from workshop.model.arrange import at
from workshop.model.exercise import Step, StepText
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
_LEFT, _ROOM = _EDGE + 44, _WIDTH - 44  # of what stands beside the step's number
Sizes = tuple[float, float, float]
_SIZES = (
    (38.0, 23.0, 19.5),
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
        (_card(ran, step, number, sizes, wish.words), ran.text.step(step.key).title)
        for ran in seen(wish).runs
        for sizes in [_sizes(ran)]
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


def _sizes(ran: Ran) -> Sizes:
    """The largest letters in which every card of an exercise is whole, so that all are alike."""
    said = [ran.text.step(step.key) for step in ran.exercise.steps]
    fitting = (sizes for sizes in _SIZES if all(_foot(_texts(each, sizes)) <= _HIGH - 28 for each in said))
    return next(fitting, _SIZES[-1])


def _foot(texts: Sequence[Text]) -> float:
    return texts[-1].y + texts[-1].height


def _card(ran: Ran, step: Step, number: int, sizes: Sizes, words: Words) -> list[Placed]:
    """One card."""
    head = [
        one_line("running", ran.text.title, _EDGE, 34, 10, _WIDTH - 90, ink="muted"),
        one_line("time", words("{n} min", n=step.minutes), _EDGE, 34, 10, _WIDTH, end=True, ink="muted"),
        *badge(str(number), _EDGE, 62),
    ]
    texts = _texts(ran.text.step(step.key), sizes)
    whole = Placed(f"{ran.run.id}:{step.key}", "plain", _LEFT, 58, _ROOM, _foot(texts) - 58, tuple(texts))
    return [*head, *(replace(whole, texts=(text,), y=text.y, height=text.height) for text in texts)]


def _texts(said: StepText, sizes: Sizes) -> list[Text]:
    """A card's title, instruction and prompts, one under another; a prompt's dash stands out at its left."""
    title, instruction, prompt = sizes
    texts = [Text(wrap(said.title, _ROOM / title, measure, True), _LEFT, 58, title, True, leading=1.2)]
    y = _foot(texts) + 6
    texts.append(Text(balanced(said.instruction, _ROOM / instruction, measure), _LEFT, y, instruction, leading=1.35))
    y = _foot(texts) + 16
    in_ = measure("– ") * prompt
    for line in said.prompts:
        texts.append(Text(("–",), _LEFT, y, prompt, ink="muted", leading=1.35))
        wrapped = wrap(line, (_ROOM - in_) / prompt, measure)
        texts.append(Text(wrapped, _LEFT + in_, y, prompt, ink="muted", leading=1.35))
        y = _foot(texts) + 7
    return texts
