"""The records that a session is made of: frozen, typed, each with an id of its own."""

import os
from enum import StrEnum
from typing import Any, ClassVar

from workshop.model.value import valueclass

Id = str
_LETTERS = "abcdefghijkmnpqrstuvwxyz23456789"  # 32 of them, so that every one is as likely


def new_id() -> Id:
    """A fresh id: ten random letters, so that it tells neither order nor author."""
    return "".join(_LETTERS[byte % len(_LETTERS)] for byte in os.urandom(10))


class Scope(StrEnum):
    """How long a record lives: saved and undoable, saved only, or neither."""

    DOCUMENT = "document"
    STAGE = "stage"
    PRESENCE = "presence"


@valueclass(kw_only=True)
class Record:
    """One thing in a session."""

    scope: ClassVar[Scope] = Scope.DOCUMENT
    inside: ClassVar[str] = ""  # the field that names the record in which this one lies
    veil: ClassVar[str] = ""  # the field that names the list, or the party, whose curtain it may hang behind
    bare: ClassVar[tuple[str, ...]] = ()  # the fields that may be seen through the curtain: that it is there
    id: Id


@valueclass(kw_only=True)
class Cover(Record):
    """What the title page says; there is one, with the id "cover"."""

    title: str = ""
    group: str = ""
    place: str = ""
    date: str = ""
    language: str = "sv"


@valueclass(kw_only=True)
class Party(Record):
    """An organisation or side that takes part; `mark` is the letter or sign that stands for it, `tone` its paper."""

    name: str = ""
    mark: str = ""
    tone: str = "sky"
    order: float = 0.0


@valueclass(kw_only=True)
class Run(Record):
    """One exercise run in this session; `ticked` are steps agreed to, `shared` raw boards that may leave the room.

    `parties` are those that take part in this run; none named: all of the session's.
    """

    exercise: str = ""
    order: float = 0.0
    parties: tuple[Id, ...] = ()
    ticked: tuple[str, ...] = ()
    shared: tuple[str, ...] = ()


@valueclass(kw_only=True)
class Board(Record):
    """One surface of a run; `settings` is what the exercise declares for it, as pairs."""

    inside: ClassVar[str] = "run"
    run: Id = ""
    key: str = ""
    kind: str = ""
    order: float = 0.0
    settings: tuple[tuple[str, Any], ...] = ()

    def setting(self, name: str, otherwise: Any = None) -> Any:
        """What the exercise declared under a name, or `otherwise`."""
        return next((value for key, value in self.settings if key == name), otherwise)


@valueclass(kw_only=True)
class Note(Record):
    """A card. `by` is the party that added it where that is not the list's own; `merged` the card it went into.

    `marks` are pairs of answer and hands; `flip` and `need` stand on its back; `origin` is where it came from.
    `heading` is what the group calls those that it lies among.
    """

    inside: ClassVar[str] = "board"
    veil: ClassVar[str] = "list"
    bare: ClassVar[tuple[str, ...]] = ("board", "list", "order", "merged")
    board: Id = ""
    text: str = ""
    list: str = ""
    order: float = 0.0
    sort: str = ""
    chosen: bool = False
    by: Id = ""
    table: int = 0
    hands: int = 0
    merged: Id = ""
    marks: tuple[tuple[str, int], ...] = ()
    flip: str = ""
    need: str = ""
    origin: Id = ""
    heading: str = ""


@valueclass(kw_only=True)
class Answer(Record):
    """What a party answers to a question; `unknown`: it doesn't know yet.

    Without a party it is said by all: what stands on a sheet, or what a question begins from.
    """

    inside: ClassVar[str] = "board"
    veil: ClassVar[str] = "party"
    bare: ClassVar[tuple[str, ...]] = ("board", "question", "party", "order")
    board: Id = ""
    question: str = ""
    party: Id = ""
    text: str = ""
    unknown: bool = False
    table: int = 0
    hands: int = 0
    order: float = 0.0
    origin: Id = ""


@valueclass(kw_only=True)
class Joint(Record):
    """What the parties make of a question together: how alike they answer, what it weighs, one wording for all.

    `confirmed` are the parties that stand behind the wording; a question that is left open has an `owner` and a date.
    """

    inside: ClassVar[str] = "board"
    board: Id = ""
    question: str = ""
    likeness: str = ""
    weight: str = ""
    wording: str = ""
    confirmed: tuple[Id, ...] = ()
    owner: str = ""
    due: str = ""


@valueclass(kw_only=True)
class Link(Record):
    """A line from one thing on a board to another: a band between two actors, or a cause and what it carries."""

    inside: ClassVar[str] = "board"
    board: Id = ""
    start: Id = ""
    end: Id = ""
    kind: str = ""
    text: str = ""
    order: float = 0.0
    origin: Id = ""


@valueclass(kw_only=True)
class Actor(Record):
    """Somebody on a map around a person, or the person; `people` is how many they are, `problem` theirs in a few words.

    `place` is where in its sector it lies, from 0 to 1 clockwise, and `depth` where in its ring, from the middle out.
    `when` is empty for the map of today, "wanted" for the one that is wished for, where `like` is its fellow of today.
    The problem hangs behind the curtain when the whole board does.
    """

    inside: ClassVar[str] = "board"
    veil: ClassVar[str] = "board"
    bare: ClassVar[tuple[str, ...]] = (
        "board", "text", "sector", "ring", "people", "order", "place", "depth", "holder", "when", "like", "table"
    )  # fmt: skip
    board: Id = ""
    text: str = ""
    sector: str = ""
    ring: str = ""
    people: int = 1
    problem: str = ""
    order: float = 0.0
    place: float = 0.5
    depth: float = 0.5
    holder: bool = False
    when: str = ""
    like: Id = ""
    table: int = 0
    origin: Id = ""


@valueclass(kw_only=True)
class Gap(Record):
    """A space between two actors, or an actor and the person, in a sentence; it is nobody's fault."""

    inside: ClassVar[str] = "board"
    board: Id = ""
    start: Id = ""
    end: Id = ""
    text: str = ""
    order: float = 0.0
    origin: Id = ""


@valueclass(kw_only=True)
class Guess(Record):
    """How many people a table believes that the person has met."""

    inside: ClassVar[str] = "board"
    board: Id = ""
    table: int = 0
    number: int = 0
    order: float = 0.0


@valueclass(kw_only=True)
class Agreement(Record):
    """Who does what by when, and the card it came from; `due` is an ISO date or empty.

    One that is `past` was made at an earlier session and is gone through now: its `outcome` as the exercise names it,
    `why` it came to that, and whether it goes `onward` as "renewed" or is "closed".
    """

    inside: ClassVar[str] = "run"
    run: Id = ""
    text: str = ""
    who: str = ""
    due: str = ""
    origin: Id = ""
    order: float = 0.0
    past: bool = False
    outcome: str = ""
    why: str = ""
    onward: str = ""


@valueclass(kw_only=True)
class Parked(Record):
    """Something that has to wait: a line in the session's parking lot, from whichever exercise."""

    text: str = ""
    table: int = 0
    order: float = 0.0


@valueclass(kw_only=True)
class FollowUp(Record):
    """A day on which somebody calls the others back, with one question to ask then; `past` is that day come."""

    inside: ClassVar[str] = "run"
    run: Id = ""
    due: str = ""
    who: str = ""
    question: str = ""
    order: float = 0.0
    past: bool = False


@valueclass(kw_only=True)
class Memo(Record):
    """The facilitator's private note on a step; no audience but the facilitator ever sees it."""

    inside: ClassVar[str] = "run"
    run: Id = ""
    step: str = ""
    text: str = ""


@valueclass(kw_only=True)
class Stage(Record):
    """What the room sees now; there is one, with the id "stage".

    `curtain` are the lists that are covered; on a blind board also for the facilitator, but for the `sheet` that is
    being written on. `places` are pairs of a run and the step that it was left on. `close` shows cards at reading
    size, `spotlight` exactly these, `large` the words of one alone.
    `message` is said to the room in place of the board, `alone` shows the clock and nothing else.
    `rehearsal` marks a throw-away copy, `anonymous` a step in which nobody's name is kept.
    `parking`: the parking lot in place of the board, `agreed`: all that is agreed in the session. `block`: the title of
    what goes on in the programme in its place, and `until` the clock time at which that is to end.
    `turns` is a round: tables ("table:3") or parties in their order, and `turn` which of them has the floor.
    `left` is the step's seconds that remained at `since` (seconds since the epoch; 0 while the clock rests).
    `depth` is metres from the wall to the back row, `breadth` the picture's width in metres.
    """

    scope: ClassVar[Scope] = Scope.STAGE
    run: Id = ""
    step: str = ""
    curtain: tuple[str, ...] = ()
    sheet: str = ""
    places: tuple[tuple[Id, str], ...] = ()
    close: bool = False
    spotlight: tuple[Id, ...] = ()
    large: bool = False
    page: int = 0
    blank: bool = False
    frozen: bool = False
    message: str = ""
    alone: bool = False
    rehearsal: bool = False
    anonymous: bool = False
    parking: bool = False
    agreed: bool = False
    block: Id = ""
    until: str = ""
    turns: tuple[str, ...] = ()
    turn: int = 0
    left: float = 0.0
    since: float = 0.0
    depth: float = 8.0
    breadth: float = 2.0


@valueclass(kw_only=True)
class Selection(Record):
    """Which records the facilitator has picked; there is one, with the id "selection"."""

    scope: ClassVar[Scope] = Scope.PRESENCE
    ids: tuple[Id, ...] = ()
