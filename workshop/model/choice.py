"""What the facilitator puts in a paper or takes out of it, beyond what an audience sees by itself."""

from collections.abc import Iterable, Iterator
from dataclasses import field, replace
from typing import Any

from workshop.model.change import State
from workshop.model.fields import kind_of
from workshop.model.guard import findings
from workshop.model.record import Agreement, Board, FollowUp, Id, Memo, Record, Run
from workshop.model.value import valueclass
from workshop.model.written import WORDS, written

MEMOS, TABLES, AGREEMENTS = "memos", "tables", "agreements"
HIDDEN = "•••"  # stands where a word was taken out


@valueclass
class Choice:
    """What is put in, taken out and covered.

    `let` are things put in: MEMOS, or a raw board by its id or key. `without` are things taken out: a board, TABLES,
    AGREEMENTS, MEMOS. `hidden` are words, such as a name or a number, that are covered wherever they stand.
    """

    let: frozenset[str] = field(default_factory=frozenset)
    without: frozenset[str] = field(default_factory=frozenset)
    hidden: tuple[str, ...] = ()


@valueclass
class Part:
    """Something that may be put in or taken out: its key in a Choice, how many things it holds, whether it is private.

    What is private is left out of what is shared unless it is put in; all else is in unless it is taken out.
    """

    key: str
    many: int
    private: bool = False


@valueclass
class Found:
    """A number or an address in what is written, that may point to a person, and the record where it stands."""

    id: Id
    kind: str
    text: str


def parts(state: State) -> tuple[Part, ...]:
    """All that may be put in or taken out of what a session says; `state` is whole."""
    agreed = len(state.all(Agreement)) + len(state.all(FollowUp))
    found = [Part(AGREEMENTS, agreed)] if agreed else []
    for board in (board for run in state.all(Run) for board in state.inside(run.id, Board)):
        if board.kind != "agreements" and (many := len(state.inside(board.id, Record))):
            found.append(Part(board.id, many, is_raw(state, board)))
    if memos := sum(bool(memo.text) for memo in state.all(Memo)):
        found.append(Part(MEMOS, memos, private=True))
    if tables := sum(bool(getattr(record, "table", 0)) for record in state):
        found.append(Part(TABLES, tables))
    return tuple(found)


def is_raw(state: State, board: Board) -> bool:
    """Whether what is written on a board stays in the room."""
    run = state.get(board.run, Run)
    return bool(board.setting("raw", False)) and not (run and board.key in run.shared)


def pointing(state: State) -> tuple[Found, ...]:
    """Numbers and addresses that may point to a person, each once; `state` has passed through visible.py."""
    found = {f.text: Found(p.id, f.kind, f.text) for p in written(state) for f in findings(p.text)}
    return tuple(found.values())


def without(records: Iterable[Record], choice: Choice) -> Iterator[Record]:
    """The records that are left when a choice's things have been taken out and its words covered."""
    out, gone = choice.without, set()
    for record in sorted(records, key=lambda record: not isinstance(record, Board)):
        if isinstance(record, Board) and out & {record.id, record.key}:
            gone.add(record.id)
            continue
        if not isinstance(record, Board) and _inside(record) in gone:
            continue
        if MEMOS in out and isinstance(record, Memo):
            continue
        if AGREEMENTS in out and isinstance(record, (Agreement, FollowUp)):
            continue
        if TABLES in out and getattr(record, "table", 0):
            record = replace(record, table=0)  # type: ignore[call-arg]
        yield _covered(record, choice.hidden) if choice.hidden else record


def _inside(record: Record) -> str:
    return getattr(record, type(record).inside) if type(record).inside else ""


def _covered(record: Record, hidden: Iterable[str]) -> Record:
    """A record with some words covered, however they are written in large and small letters."""
    said: dict[str, Any] = {}
    for name in WORDS.get(kind_of(record), ()):
        text = before = getattr(record, name)
        for word in hidden:
            text = _cover(text, word)
        if text != before:
            said[name] = text
    return replace(record, **said) if said else record


def _cover(text: str, word: str) -> str:
    wanted = word.strip().casefold()
    if not wanted:
        return text
    at = text.casefold().find(wanted) if len(text.casefold()) == len(text) else text.find(word.strip())
    while at >= 0:
        text = text[:at] + HIDDEN + text[at + len(wanted) :]
        at = text.casefold().find(wanted, at + len(HIDDEN))
    return text
