"""What a board kind offers the facilitator's desk: how the capture line writes on it, and which keys do what."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import field, replace

from workshop.model.capture import Captured, captured
from workshop.model.change import Change, State
from workshop.model.picture import Picture, View
from workshop.model.record import Board, Id
from workshop.model.value import valueclass
from workshop.model.words import Words


@valueclass
class Desk:
    """A board as the facilitator has it in front of them, with the cards that are picked."""

    view: View
    picked: tuple[Id, ...] = ()
    named: tuple[Id, ...] = ()  # all that is picked, also what is no record: a sentence that a board says of itself

    @property
    def state(self) -> State:
        """Everything in the session."""
        return self.view.state

    @property
    def board(self) -> Board:
        """The board of the step."""
        return self.view.board

    @property
    def words(self) -> Words:
        """The chosen language."""
        return self.view.words

    def view_of(self, state: State) -> View:
        """The same board of the same step in a later state."""
        return replace(self.view, state=state)

    @property
    def first(self) -> Id:
        """The picked card, or the first of several; "" where none is."""
        return self.picked[0] if self.picked else ""


@valueclass
class Pick:
    """One thing to choose among: a list, a sort word, an answer, another card; `detail` says more in small letters."""

    key: str
    title: str
    tone: str = ""
    detail: str = ""


@valueclass
class Field:
    """One box of the capture line; `start` is what stands in it from the beginning."""

    name: str
    hint: str
    start: str = ""
    stretch: int = 1


@valueclass
class Written:
    """What was written in the capture line, which picks were chosen, and which table stands there."""

    values: Mapping[str, str]
    pick: str = ""
    sort: str = ""
    table: int = 0

    @property
    def line(self) -> Captured:
        """The line taken apart; from the table that stands where the line doesn't say another."""
        line = captured(self.values["text"])
        return line if line.table else replace(line, table=self.table)


@valueclass
class Entry:
    """How the capture line writes on a board in one view. `goes_on`: the next card is picked afterwards.

    `at` is the pick that stands chosen when one comes to the step. `chosen` is what choosing another one means besides,
    such as that its sheet lies in front; then it is the board that says which one stands, and each pick keeps what is
    half written to itself. `tables`: the line may say which table it is from. `sort` says what the sort words
    are, where there are so many that they lie behind one button.
    """

    fields: tuple[Field, ...]
    make: Callable[[Desk, Written], Change]
    label: str
    picks: tuple[Pick, ...] = ()
    sorts: tuple[Pick, ...] = ()
    sort: str = ""
    goes_on: bool = False
    at: str = ""
    chosen: Callable[[Desk, str], Change] | None = None
    tables: bool = False


@valueclass
class Command:
    """Something a key does with the picked card; `goes_on` picks the next card after.

    `choices` are asked for first, and may refuse where none would do. `asks` is the question over them, where the title
    alone doesn't ask; it may hold the {title}. `new`: what is typed may be chosen too, and is called so. `lines`: what
    stands in a box with a line for each part, to be changed. `writes`: its words are written next, so the cursor goes
    to the writing line. `seldom`: shown when it is asked for.
    """

    key: str
    title: str
    make: Callable[[Desk, str], Change]
    label: str
    icon: str = ""
    choices: Callable[[Desk], Sequence[Pick]] | None = None
    goes_on: bool = False
    asks: str = ""
    new: str = ""
    lines: Callable[[Desk], str] | None = None
    writes: bool = False
    seldom: bool = False


def _stays(desk: Desk, id: Id, picture: Picture, x: float, y: float) -> None:
    return None


def _alone(desk: Desk, picture: Picture) -> tuple[frozenset[Id], frozenset[Id]]:
    return frozenset(), frozenset()


@valueclass
class DeskKind:
    """A board kind on the desk. `dropped` is what letting go of a card at a place in the picture means.

    `chain` are the cards that belong to those that are picked, and the strokes that stand back so that it is seen.
    """

    entry: Callable[[Desk], Entry]
    commands: Callable[[Desk], list[Command]]
    edit: Callable[[Desk, Id, str], Change]
    words_of: Callable[[Desk, Id], str]
    dropped: Callable[[Desk, Id, Picture, float, float], Change | None] = field(default=_stays)
    chain: Callable[[Desk, Picture], tuple[frozenset[Id], frozenset[Id]]] = field(default=_alone)
