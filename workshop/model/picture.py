"""One geometry for every renderer: what is placed where, before anybody draws it."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import field, replace

from workshop.model.change import State
from workshop.model.exercise import BoardText, Step
from workshop.model.letters import LEADING, Measure
from workshop.model.record import Board, Id, Record
from workshop.model.value import valueclass
from workshop.model.words import Words

UNDER_DOWN, UNDER_WIDE = 0.14, 0.075  # the line under a lit word: below the baseline, and its width, in letter sizes


@valueclass
class Text:
    """Lines of one size. `x` and `y` are the first line's top left corner; `ink` is a theme token.

    `lit` are parts of the lines that are underlined, each as (line, where it begins, where it ends).
    """

    lines: tuple[str, ...]
    x: float
    y: float
    size: float
    bold: bool = False
    ink: str = "ink"
    leading: float = LEADING
    lit: tuple[tuple[int, int, int], ...] = ()

    @property
    def height(self) -> float:
        """How far down the lines reach."""
        return len(self.lines) * self.size * self.leading

    def each(self) -> Iterator["Text"]:
        """Its lines as texts of their own, each where it stands."""
        step = self.size * self.leading
        for number, line in enumerate(self.lines):
            lit = tuple((0, start, end) for at, start, end in self.lit if at == number)
            yield replace(self, lines=(line,), y=self.y + number * step, lit=lit)


@valueclass
class Placed:
    """A box with its words. `id` is the record it shows, or a name of its own such as "heading:a".

    `role` is card, heading, plain, mark, bar, curtain or clock; `tone` the theme token of its paper ("" is none);
    `shade` is plain, strong (kept, lit), held (ringed), faint (set aside) or bare (a card that is only its words);
    `cut` says that words are left out, which an ending … shows.
    """

    id: Id
    role: str
    x: float
    y: float
    width: float
    height: float
    texts: tuple[Text, ...] = ()
    tone: str = ""
    shade: str = "plain"
    shape: str = "box"  # box or round
    cut: bool = False


@valueclass
class Stroke:
    """A line or, when closed, a shape. `style` is a theme token for ink, `dash` solid, dashed, dotted or double."""

    id: Id
    points: tuple[tuple[float, float], ...]
    style: str
    width: float
    dash: str = "solid"
    closed: bool = False
    tone: str = ""


@valueclass
class Picture:
    """All that one page of a board shows, back to front: strokes first, then what is placed."""

    width: float
    height: float
    placed: tuple[Placed, ...]
    strokes: tuple[Stroke, ...] = ()
    page: int = 0
    pages: int = 1

    def words(self) -> str:
        """Every line of the picture, top to bottom as placed."""
        return "\n".join(line for p in self.placed for text in p.texts for line in text.lines)

    def moved(self, x: float, y: float, width: float, height: float) -> "Picture":
        """The same picture inside a larger one."""
        placed = tuple(
            replace(p, x=p.x + x, y=p.y + y, texts=tuple(replace(t, x=t.x + x, y=t.y + y) for t in p.texts))
            for p in self.placed
        )
        strokes = tuple(replace(s, points=tuple((px + x, py + y) for px, py in s.points)) for s in self.strokes)
        return replace(self, width=width, height=height, placed=placed, strokes=strokes)


@valueclass
class Frame:
    """What a picture is drawn for. `text` is the letter size of cards in pixels, `least` the smallest allowed.

    `paged`: the height is fixed and what doesn't fit goes to the next page (wall, poster); else it grows downwards.
    `brief`: cards are labels of at most so many lines (0: all of them). `close`: cards fill the width at reading
    size; `spotlight`: exactly these. `seek`: the page is one on which any of these lies, where there is one.
    """

    width: float
    height: float
    text: float
    least: float
    measure: Measure
    paged: bool = False
    brief: int = 0
    close: bool = False
    spotlight: tuple[Id, ...] = ()
    page: int = 0
    curtain: frozenset[str] = field(default_factory=frozenset)
    seek: frozenset[Id] = field(default_factory=frozenset)

    def turned_to(self, pages: Sequence[Iterable[Placed | Record]]) -> int:
        """Which of the pages is shown: where what is sought lies, or the one asked for, or the last there is."""
        here = min(self.page, len(pages) - 1)
        around = (here, *range(len(pages))) if self.seek else ()
        return next((n for n in around if any(thing.id in self.seek for thing in pages[n])), here)

    def shown(self, pages: Sequence[Picture]) -> Picture:
        """The page that is shown."""
        return pages[self.turned_to([page.placed for page in pages])]


@valueclass
class View:
    """What is looked at: a board as one step shows it, in one language. `state` has passed through visible.py."""

    state: State
    board: Board
    step: Step
    text: BoardText
    words: Words


@valueclass
class Branch:
    """One line of a board's text twin, with what lies under it; `id` is the record it speaks of, if it does."""

    id: Id
    text: str
    detail: str = ""
    below: tuple["Branch", ...] = ()

    def lines(self, depth: int = 0) -> Iterable[str]:
        """The branch as indented plain text."""
        yield "  " * depth + (f"{self.text} ({self.detail})" if self.detail else self.text)
        for branch in self.below:
            yield from branch.lines(depth + 1)
