"""What people have written in a session, piece by piece, each with its place, for whoever looks for words."""

import re
import unicodedata
from collections.abc import Callable, Iterator, Mapping
from functools import cache
from operator import attrgetter
from typing import Any, NamedTuple, cast

from workshop.model.change import State
from workshop.model.outcomes import board_of
from workshop.model.record import Board, Id, Record

# The fields of each kind of record that hold words; all other fields are keys, dates and numbers.
WORDS: Mapping[str, tuple[str, ...]] = {
    "cover": ("title", "group", "place"),
    "filing": ("diary", "responsible"),
    "party": ("name",),
    "note": ("heading", "text", "flip", "need"),
    "answer": ("text",),
    "joint": ("wording", "owner"),
    "link": ("text",),
    "actor": ("text", "problem"),
    "gap": ("text",),
    "agreement": ("text", "who", "why"),
    "followup": ("question", "who"),
    "parked": ("text",),
    "memo": ("text",),
    "programme": ("title",),
    "block": ("title", "place", "leads", "goal", "materials", "script"),
}
_WORD = re.compile(r"[^\W_]+")


class Piece(NamedTuple):
    """What one record says. `run` and `board` are where it lies: empty where it lies in no exercise, or on no board."""

    id: Id
    run: Id
    board: Id
    text: str


def written(state: State) -> Iterator[Piece]:
    """Every piece of a session in the order of its records; `state` has passed through visible.py."""
    runs = {board.id: board.run for board in state.all(Board)}
    for record in state:
        if (words := _words(type(record))) and (said := "\n".join(filter(None, words(record)))):
            board = getattr(record, "board", "") or _board(state, record)
            run = runs[board] if board in runs else getattr(record, "run", "")
            yield Piece(record.id, run, board if board in runs else "", said)


@cache
def _words(kind: type[Record]) -> Callable[[Record], tuple[str, ...]] | None:
    """What gives all the words of a record of a kind at once; None for a kind that holds none."""
    if not (names := WORDS.get(kind.__name__.lower())):
        return None
    get: Callable[[Record], Any] = attrgetter(*names)
    return get if len(names) > 1 else lambda record: cast("tuple[str, ...]", (get(record),))


def _board(state: State, record: Record) -> Id:
    """The board that shows what lies in a run."""
    board = board_of(state, record)
    return board.id if board else ""


def words_of(text: str) -> list[tuple[str, int, int]]:
    """Each word in lower case, as the index knows words, with where it begins and ends."""
    return [(lower(found.group()), found.start(), found.end()) for found in _WORD.finditer(text)]


def lower(text: str) -> str:
    """A text in lower case, letter for letter: only İ would become two."""
    return text.replace("İ", "i").lower()


def composed(text: str) -> str:
    """The same letters written as one character each, so that å is å however it was typed."""
    return unicodedata.normalize("NFC", text)
