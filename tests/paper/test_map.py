"""A map on paper, read back as somebody with the summary alone would."""

import time
from functools import cache

import pytest

from tests.paper.desk import Print
from workshop.catalog.folder import example, load
from workshop.look import EXERCISES
from workshop.model.change import State
from workshop.model.example import begun, play
from workshop.model.exercise import Exercises
from workshop.model.map.reading import read
from workshop.model.record import Actor, Board, Gap, Guess, Link
from workshop.model.session import InMemory, Session
from workshop.model.visible import Audience
from workshop.paper.compose import report
from workshop.paper.data import session_json
from workshop.paper.document import Document, Figure, Heading, Paragraph, Table
from workshop.paper.kinds import composed, write
from workshop.paper.wish import Wish
from workshop.words import Catalogue

FOLDER = EXERCISES / "en-person-i-mitten"


@cache
def held() -> Exercises:
    """The exercise as a session holds it."""
    exercise, texts = load(FOLDER)
    return {exercise.name: (exercise, dict(texts))}


@cache
def played() -> State:
    """The example session at its end."""
    exercise, texts = held()["en-person-i-mitten"]
    session = Session(begun(exercise, texts["sv"], example(FOLDER)), InMemory(), time.monotonic)
    for _ in play(session, exercise, example(FOLDER)):
        pass
    return session.state


def document(state: State, language: str = "sv") -> Document:
    """What the summary says."""
    return report(Wish(state, held(), Catalogue(language), Audience.SHARED))


def rows(whole: Document) -> list[str]:
    """The ids of all records that the rows of the tables tell of."""
    told = [row for block in whole.blocks if isinstance(block, Table) for row in block.rows]
    return [id for row in told for id in (row.id, *row.also)]


@pytest.mark.parametrize("kind", [Actor, Link, Gap, Guess])
def test_there_are_as_many_things_in_the_file_as_on_the_map(kind: type[Actor | Link | Gap | Guess]) -> None:
    found = rows(document(played()))
    things = played().all(kind)
    assert things
    for thing in things:
        assert found.count(thing.id) == 1, thing


def test_names_bands_problems_gaps_and_sentences_can_be_read_in_the_pdf(tmp_path) -> None:
    write("pdf", tmp_path / "map.pdf", Wish(played(), held(), Catalogue("sv")))
    paper = Print(tmp_path / "map.pdf")
    for actor in played().all(Actor):
        assert paper.says(actor.text), actor.text
        assert paper.says(actor.problem)
    for gap in played().all(Gap):
        assert paper.says(gap.text)
    for link in played().all(Link):
        assert paper.says(link.text)
    for guess in played().all(Guess):
        assert paper.says(str(guess.number))
    board = next(b for b in played().all(Board) if b.kind == "map")
    for sentence in read(played(), board, Catalogue("sv")):
        assert paper.says(sentence.text), sentence.text
    for word in ("fungerar", "svagt", "krockar", "saknas", "skickas runt", "lagat"):
        assert paper.says(word)


def test_the_map_is_drawn_as_lines_that_stay_sharp() -> None:
    whole = document(played())
    drawn = [picture for block in whole.blocks if isinstance(block, Figure) for picture in block.pictures]
    assert any(stroke.id.startswith("m0") for picture in drawn for stroke in picture.strokes)
    shown = {p.id for picture in drawn for p in picture.placed}
    today = {actor.id for actor in played().all(Actor) if not actor.when}
    assert today <= shown
    hung = composed(Wish(played(), held(), Catalogue("sv"), paper="posters")).posters
    assert [poster for poster in hung if any(p.strokes for p in poster.pictures)]


def test_an_empty_map_takes_a_sentence() -> None:
    exercise, texts = held()["en-person-i-mitten"]
    bare = begun(exercise, texts["sv"], example(FOLDER))
    whole = document(bare)
    assert not [b for b in whole.blocks if isinstance(b, Heading) and b.text == "Kartan"]
    (said,) = [b.text for b in whole.blocks if isinstance(b, Paragraph) and b.style == "small"]
    assert said.startswith("Inget skrevs på:") and "Kartan" in said


def test_the_data_has_everything_too() -> None:
    said = session_json(Wish(played(), held(), Catalogue("sv"), Audience.SHARED))["records"]
    for key, kind in (("actor", Actor), ("link", Link), ("gap", Gap), ("guess", Guess)):
        assert {thing["id"] for thing in said[key]} == {record.id for record in played().all(kind)}


def test_in_english_the_map_is_told_in_english() -> None:
    words = " ".join(document(played(), "en").words())
    assert "pairs of actors need to talk with each other" in words
    assert "behöver prata" not in words
