"""What a board kind declares of itself."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import field

from workshop.model.change import Change, State
from workshop.model.picture import Branch, Frame, Picture, View
from workshop.model.record import Board, Id, Note, Record
from workshop.model.value import valueclass

COMMON: Mapping[str, tuple[type, ...]] = {  # what an exercise may set for a board of any kind
    "raw": (bool,),  # what is written here stays in the room
    "blind": (bool,),  # what is behind the curtain is hidden from the facilitator too
    "takes": (tuple,),  # what may be carried here from other exercises: "actor", "cause" …
}


@valueclass
class Carried:
    """Something that may be carried on to another exercise: what it is, as boards' `takes` name it, and its words."""

    what: str
    text: str


def _nothing(state: State, board: Board, id: Id) -> Carried | None:
    return None


def _inside(state: State, board: Board) -> Sequence[Record]:
    return state.inside(board.id, Record)


def _writing(board: Board) -> str:
    return "write"


def _comes_along(state: State, board: Board, record: Record) -> Record | None:
    return record


def _card(board: Board, id: Id, list: str, text: str, order: float) -> Record:
    return Note(id=id, board=board.id, list=list, text=text, order=order)


@valueclass
class Kind:
    """A board kind: how it is drawn, told and worked on.

    `settings` are the names that an exercise may set, with the Python types that fit; `labels`: for a setting that
    lists keys, the group, or groups, of words that must name them; `asides`: groups of words that may say more of
    some keys, each with the setting that lists these; `verbs` are what an example may do: functions (state, board,
    **arguments) -> Change; `singly` are the views that show the room one card at a time; `sheets` gives all pages of
    a paged layout at once; `focus` is the setting that lists what a step may be about, `lists` the group, or groups,
    of words that name where ready cards may lie and `ready` (board, id, list, text, order) makes one; `carries` says
    what a thing is when it is carried on to another exercise; `places` are the parts of a board, as (key, title),
    that something may be carried to, and `receive` (state, board, place, text, origin) puts it there; `rename` gives
    the board the name that a sheet begins with, where the sheet's setting `names` is the board's key; `nudges` are
    sentences for the facilitator about where the group stands, never for the wall; they are asked for at the board's
    own steps, and where agreements are made; `curtains_all`: a curtain hangs before the whole board, and not before
    one party's list; `lying` is all that lies on the board, and `joins` says what another group's thing becomes on
    it: the same that is here already, itself, itself in another form where there is room for one only, or nothing;
    `whole` is the view that shows all of it; `unsigned` are the views in which what is written need not say whose it
    is, so that a step may be anonymous.
    """

    settings: Mapping[str, tuple[type, ...]]
    labels: Mapping[str, str | tuple[str, ...]]
    verbs: Mapping[str, Callable[..., Change]]
    layout: Callable[[View, Frame], Picture]
    sheets: Callable[[View, Frame], tuple[Picture, ...]]
    outline: Callable[[View], tuple[Branch, ...]]
    singly: frozenset[str] = field(default_factory=frozenset)
    focus: str = ""
    lists: str | tuple[str, ...] = "lists"
    asides: Mapping[str, str] = field(default_factory=dict)
    ready: Callable[[Board, Id, str, str, float], Record] = _card
    curtains_all: bool = False
    lying: Callable[[State, Board], Sequence[Record]] = _inside
    joins: Callable[[State, Board, Record], Record | None] = _comes_along
    whole: Callable[[Board], str] = _writing
    carries: Callable[[State, Board, Id], Carried | None] = _nothing
    places: Callable[[View], tuple[tuple[str, str], ...]] | None = None
    receive: Callable[[State, Board, str, str, Id], Change] | None = None
    rename: Callable[[State, Board, str], Change] | None = None
    nudges: Callable[[View], tuple[str, ...]] | None = None
    unsigned: frozenset[str] = field(default_factory=frozenset)


def groups_of(named: str | tuple[str, ...]) -> tuple[str, ...]:
    """The groups of words that are named, be it one or several."""
    return (named,) if isinstance(named, str) else named
