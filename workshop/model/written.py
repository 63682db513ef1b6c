"""What people have written in a session, piece by piece, each with its place, for whoever looks for words."""

import re
import unicodedata
from collections.abc import Iterator, Mapping

from workshop.model.change import State
from workshop.model.fields import kind_of
from workshop.model.outcomes import board_of
from workshop.model.record import Board, Id, Record
from workshop.model.value import valueclass

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


@valueclass
class Piece:
    """What one record says. `run` and `board` are where it lies: empty where it lies in no exercise, or on no board."""

    id: Id
    run: Id
    board: Id
    text: str


def written(state: State) -> Iterator[Piece]:
    """Every piece of a session in the order of its records; `state` has passed through visible.py."""
    for record in state:
        said = [getattr(record, name) for name in WORDS.get(kind_of(record), ())]
        if any(said):
            yield Piece(record.id, *_place(state, record), "\n".join(text for text in said if text))


def _place(state: State, record: Record) -> tuple[Id, Id]:
    """The run and the board that a record lies in."""
    board = state.get(getattr(record, "board", ""), Board) or board_of(state, record)
    return (board.run, board.id) if board else (getattr(record, "run", ""), "")


def words_of(text: str) -> list[tuple[str, int, int]]:
    """Each word in lower case, as the index knows words, with where it begins and ends."""
    return [(found.group().lower(), found.start(), found.end()) for found in _WORD.finditer(text)]


def composed(text: str) -> str:
    """The same letters written as one character each, so that å is å however it was typed."""
    return unicodedata.normalize("NFC", text)
