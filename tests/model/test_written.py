"""What people have written is what is looked for: every field of words, and none behind a curtain."""

import dataclasses

import pytest

from workshop.model.change import State
from workshop.model.record import Agreement, Board, Cover, Memo, Note, Run, Stage
from workshop.model.records import RECORDS
from workshop.model.visible import Audience, visible
from workshop.model.written import WORDS, Piece, written

# Fields of text in which nothing is written: ids, keys of the exercise, dates and clock times.
KEYS = {
    "id", "date", "due", "language", "mark", "tone", "exercise", "run", "key", "kind", "board", "list", "sort", "by",
    "merged", "origin", "question", "party", "likeness", "weight", "start", "end", "sector", "ring", "when", "like",
    "step", "way", "keep", "block", "planned", "began", "ended", "sheet", "status", "disposal", "outcome", "onward",
    "until",
}  # fmt: skip
NOT_HERE = {
    "alias": {"alias", "name"},  # the facilitator's own list, which nobody else is to find
    "stage": {"message"},  # gone when it is taken down
    "elsewhere": {"session", "group", "file", "made", "thing", "text"},  # written in another session, and found there
}


@pytest.mark.parametrize("kind", RECORDS)
def test_every_field_of_text_is_looked_for_or_known_to_hold_no_words(kind):
    texts = {field.name for field in dataclasses.fields(RECORDS[kind]) if isinstance(field.default, str)}
    assert texts - set(WORDS.get(kind, ())) - NOT_HERE.get(kind, set()) <= KEYS
    assert set(WORDS.get(kind, ())) <= texts


def test_a_piece_knows_where_it_lies():
    state = State(
        [
            Cover(id="cover", title="Dygnet", group="Ledningen"),
            Run(id="r", exercise="isberget"),
            Board(id="r:ice", run="r", key="ice"),
            Note(id="n", board="r:ice", text="Framsida", flip="Baksida"),
            Note(id="empty", board="r:ice"),
            Agreement(id="a", run="r", text="Ringa", who="Regionen"),
            Memo(id="m", run="r", step="one", text="Fråga om nycklarna"),
        ]
    )
    assert list(written(visible(state, Audience.SEARCH))) == [
        Piece("cover", "", "", "Dygnet\nLedningen"),
        Piece("n", "r", "r:ice", "Framsida\nBaksida"),
        Piece("a", "r", "", "Ringa\nRegionen"),
        Piece("m", "r", "", "Fråga om nycklarna"),
    ]


def test_what_is_written_apart_is_not_looked_for_while_the_curtain_hangs():
    board = Board(id="b", run="r", settings=(("blind", True),))
    cards = [
        Note(id="ours", board="b", list="us", text="vårt"),
        Note(id="theirs", board="b", list="them", text="deras"),
    ]
    stage = Stage(id="stage", curtain=("us", "them"))
    hidden = State([Run(id="r"), board, *cards, stage])
    assert list(written(visible(hidden, Audience.SEARCH))) == []
    shown = State([Run(id="r"), board, *cards, dataclasses.replace(stage, curtain=())])
    assert [piece.text for piece in written(visible(shown, Audience.SEARCH))] == ["vårt", "deras"]
