"""An iceberg in the hand: the drawing, every card with what it rests on, and what pulls the other way."""

import time
from functools import cache

import pytest

from tests.paper.desk import Print, shown, squeezed
from workshop.catalog.folder import example, load
from workshop.look import EXERCISES
from workshop.model.change import State, add
from workshop.model.example import begun, play
from workshop.model.iceberg.told import told
from workshop.model.record import Board, Note
from workshop.model.session import InMemory, Session
from workshop.model.visible import Audience
from workshop.paper.compose import report
from workshop.paper.document import Document, Figure, Table
from workshop.paper.kinds import composed, write
from workshop.paper.wish import Wish
from workshop.words import Catalogue

FOLDER = EXERCISES / "isberget"


@cache
def exercises():
    """The exercise as a session holds it."""
    exercise, texts = load(FOLDER)
    return {exercise.name: (exercise, dict(texts))}


@cache
def played() -> State:
    """Mira's iceberg at its end."""
    exercise, texts = exercises()["isberget"]
    session = Session(begun(exercise, texts["sv"], example(FOLDER)), InMemory(), time.monotonic)
    for _ in play(session, exercise, example(FOLDER)):
        pass
    return session.state


def document(state: State, language: str = "sv") -> Document:
    """What the summary says."""
    return report(Wish(state, exercises(), Catalogue(language), Audience.SHARED))


def printed(folder, state: State, language: str = "sv") -> Print:
    """The summary, written and opened again."""
    write("pdf", folder / "summary.pdf", Wish(state, exercises(), Catalogue(language)))
    return Print(folder / "summary.pdf")


def rows(whole: Document) -> dict[str, int]:
    """How many rows of tables each record has."""
    found: dict[str, int] = {}
    for block in whole.blocks:
        for row in block.rows if isinstance(block, Table) else ():
            found[row.id] = found.get(row.id, 0) + 1
    return found


def test_there_are_as_many_cards_in_the_file_as_in_the_session():
    found = rows(document(played()))
    for note in played().all(Note):
        assert found.get(note.id, 0) == (0 if note.merged else 1), note.text


def test_every_card_stands_as_often_as_its_tables_and_figures_show_it(tmp_path):
    paper, whole = printed(tmp_path, played()), document(played())
    for note in played().all(Note):
        assert paper.times(note.text) >= (1 if note.merged else shown(whole, note.id)), note.text


def test_what_a_cause_carries_and_what_it_rests_on_is_told_in_words(tmp_path):
    paper = squeezed("".join(printed(tmp_path, played()).pages))
    board = next(board for board in played().all(Board) if board.kind == "layers")
    whole = told(played(), board)
    assert whole.bears["i_notan"] == 6
    assert squeezed("bär 6 · 17 händer · vi tillsammans · vald") in paper
    assert squeezed("Bärande orsaker och motkrafter") in paper
    for note in whole.causes:
        for said in (note.need, note.flip):
            assert squeezed(said) in paper


def test_the_iceberg_is_drawn_in_vector_with_all_its_links():
    figures = [block for block in document(played()).blocks if isinstance(block, Figure)]
    assert figures and all(block.pictures for block in figures)
    first = composed(Wish(played(), exercises(), Catalogue("sv"), paper="posters")).posters[0].pictures
    strokes = [stroke for picture in first for stroke in picture.strokes]
    assert {"air", "water", "deep", "ice_light", "berg"} <= {stroke.tone for stroke in strokes}
    if len(first) == 1:
        board = next(board for board in played().all(Board) if board.kind == "layers")
        assert sum(stroke.id.startswith("arrow:") for stroke in strokes) == len(told(played(), board).ties)


@pytest.mark.parametrize("count", [0, 1, 40, 400])
def test_however_many_cards_each_is_printed(tmp_path, count):
    levels = ("above", "line", "under")
    cards = [
        Note(id=f"c{n:03}", board="isberget:iceberg", list=levels[n % 3], text=f"Kort {n:03} slut", order=float(n))
        for n in range(count)
    ]
    exercise, texts = exercises()["isberget"]
    state = add(*cards).apply(begun(exercise, texts["sv"], example(FOLDER)))
    paper, whole = printed(tmp_path, state), document(state)
    for card in cards:
        assert paper.times(card.text) == shown(whole, card.id)
        assert shown(whole, card.id) >= (2 if count < 400 else 1)
    assert count or paper.says("Inget skrevs på: Isberget")


def test_in_english_too(tmp_path):
    paper = printed(tmp_path, played(), "en")
    assert paper.says("carries 6") and paper.says("Bearing causes and counter-forces")
