"""The rows of a worksheet, and what a row becomes when it is typed in."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace

from workshop.model.by_name import ByName
from workshop.model.change import Change, State
from workshop.model.picture import View
from workshop.model.record import Board, Id, Record
from workshop.model.refusal import Refusal
from workshop.model.value import valueclass
from workshop.model.words import Words


@valueclass
class Typed:
    """What was typed from one row: the spaces' words by name, and which table wrote it (0: nobody said).

    Where a space names a thing by its number, that thing's id stands in the number's place.
    """

    said: Mapping[str, str]
    table: int = 0

    def text(self, name: str) -> str:
        """What stood in a space."""
        return self.said.get(name, "").strip()

    def number(self, name: str, most: int, otherwise: int = 0) -> int:
        """The number in a space, or `otherwise` where it is empty; Refusal where it is none of 1 to `most`."""
        said = self.text(name)
        if not said:
            return otherwise
        if not said.isdecimal() or len(said) > 4 or not 0 < int(said) <= most:
            raise Refusal("“{said}” is not a number from 1 to {most}.", said=said, most=most)
        return int(said)


@valueclass
class Space:
    """One place to write in a row: what is asked for there, and its part of the width.

    `refers`: what is written is the number of something on the board, counted in the order it was written in.
    """

    name: str
    title: str
    share: float = 1.0
    refers: bool = False


@valueclass
class Blank:
    """Rows to fill in, under a title; `make` (state, board, typed) is what a row becomes.

    `asks` are lines to read before one writes; `things` are what the board's numbers mean, in order, and `zero` is what
    0 means. `tall` is how much higher than others a row is; `alone`: it has a sheet of its own, so that nobody sees
    what the others write.
    """

    title: str
    spaces: tuple[Space, ...]
    make: Callable[[State, Board, Typed], Change]
    rows: int = 6
    tall: float = 1.0
    mark: str = ""
    tone: str = ""
    asks: tuple[str, ...] = ()
    things: tuple[Id, ...] = ()
    zero: Id = ""
    alone: bool = False


_KINDS: Mapping[str, Callable[[View, int], tuple[Blank, ...]]] = ByName(
    "workshop.model.blanks.{}:blanks", "two_lists", "layers", "questions", "agreements", "map"
)


def blanks(view: View, table: int = 0) -> tuple[Blank, ...]:
    """What there is to fill in at a step, in order; numbers are those of a table's own sheet where one is named."""
    return _KINDS[view.board.kind](view, table)


def remembering(blank: Blank, known: Sequence[Id]) -> Blank:
    """A blank whose numbers are those of the sheets: first what was typed in, in that order, then all else.

    What lies on a board changes places when it is moved; the numbers on paper don't.
    """
    there = set(blank.things)
    first = [id for id in known if id in there]
    return replace(blank, things=(*first, *(id for id in blank.things if id not in first)))


def typed(state: State, board: Board, blank: Blank, said: Mapping[str, str], table: int = 0) -> Change:
    """What a row becomes when it is typed in; Refusal where a number stands for nothing, or where it can't be done."""
    meant = dict(said)
    for space in blank.spaces:
        if space.refers:
            meant[space.name] = _meant(blank, space, Typed(said))
    return blank.make(state, board, Typed(meant, table))


def _meant(blank: Blank, space: Space, typed: Typed) -> Id:
    """What the number in a space stands for; Refusal where there is none, or where it stands for nothing."""
    if typed.text(space.name) == "0" and blank.zero:
        return blank.zero
    if not blank.things:
        raise Refusal("Nothing on the board has a number yet. Type in what was written first.")
    if number := typed.number(space.name, len(blank.things)):
        return blank.things[number - 1]
    raise Refusal("Write first the number of what it is about.")


def numbered(labels: Mapping[str, str] | tuple[str, ...]) -> str:
    """Labels with their numbers: "1 meeting · 2 mail"."""
    said = labels.values() if isinstance(labels, Mapping) else labels
    return " · ".join(f"{number} {label}" for number, label in enumerate(said, 1))


def by_table(records: list[Record], table: int) -> tuple[Id, ...]:
    """The ids of what a table has written, or of all, in order."""
    return tuple(record.id for record in records if not table or getattr(record, "table", 0) == table)


def which(words: Words, title: str = "") -> Space:
    """A narrow space for the number of a card."""
    return Space("about", title or words("Card number"), 0.13, refers=True)
