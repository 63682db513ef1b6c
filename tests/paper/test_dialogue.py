"""A dialogue on paper: answers side by side, what was made of them, and an assignment to sign."""

import re
from functools import cache

import pytest

from tests.paper.desk import Print, squeezed, told
from workshop.catalog.folder import example, load
from workshop.look import EXERCISES
from workshop.model.change import State, update
from workshop.model.example import begun, play
from workshop.model.record import Answer, Board, Joint, Note, Run
from workshop.model.refusal import Refusal
from workshop.model.session import InMemory, Session
from workshop.model.visible import Audience
from workshop.paper.compose import report
from workshop.paper.document import Figure, Table
from workshop.paper.kinds import composed, write
from workshop.paper.wish import Wish
from workshop.words import Catalogue

NAME = "ledningsdialogen"
FOLDER = EXERCISES / NAME


@cache
def held():
    return {NAME: load(FOLDER)}


@cache
def played() -> State:
    """The example at its end."""
    exercise, texts = held()[NAME]
    session = Session(begun(exercise, texts["sv"], example(FOLDER)), InMemory(), lambda: 0.0)
    for _ in play(session, exercise, example(FOLDER)):
        pass
    return session.state


@pytest.fixture(scope="module")
def print_(tmp_path_factory) -> Print:
    path = tmp_path_factory.mktemp("paper") / "summary.pdf"
    write("pdf", path, Wish(played(), held(), Catalogue("sv")))
    return Print(path)


def document(state: State, audience: Audience = Audience.SHARED):
    return report(Wish(state, held(), Catalogue("sv"), audience))


def test_every_answer_and_every_wording_stands_in_it_once(print_):
    words = told(document(played()))
    for record in (*played().all(Answer), *played().all(Joint)):
        said = record.text if isinstance(record, Answer) else record.wording
        if said:
            assert words.count(said) == 1, said
            assert print_.says(said)
    unknown = [a for a in played().all(Answer) if a.unknown]
    assert len(unknown) == words.count("Vet vi inte än") == 3


def test_the_answers_stand_side_by_side_under_their_parties():
    tables = [block for block in document(played()).blocks if isinstance(block, Table)]
    beside = [t for t in tables if [c.title for c in t.columns] == ["Sälgköpings kommun", "Region Älvmark", "Staten"]]
    assert len(beside) == 4
    for table in beside:
        assert all(len(row.cells) == 3 for row in table.rows)


def test_it_says_how_alike_they_are_what_they_weigh_and_what_to_ask(print_):
    for said in ("≈ nära", "≠ olika", "– saknas", "svårt", "Ett svårt problem, ett högt mål och små resurser"):
        assert print_.says(said)


def test_the_assignment_is_one_page_with_lines_to_sign_for_each_party_and_what_is_open(tmp_path):
    write("pdf", tmp_path / "assignment.pdf", Wish(played(), held(), Catalogue("sv"), paper="assignment"))
    (page,) = Print(tmp_path / "assignment.pdf").pages
    for word in ("Underskrift och datum", "Namnförtydligande"):
        assert len(re.findall(word, page)) == 3
    said = squeezed(page)
    for part in (
        "Öppen fråga: Arbetsförmedlingens enhetschef",
        "Vem har uppdraget?",
        "Sälgköpings kommun",
    ):
        assert squeezed(part) in said


def test_words_that_more_than_one_party_uses_have_a_line_under_them_in_the_file(tmp_path):
    hung = Wish(played(), held(), Catalogue("sv"), paper="posters")
    figures = [picture for poster in composed(hung).posters for picture in poster.pictures]
    lit = [text for picture in figures for p in picture.placed for text in p.texts if text.lit]
    assert lit
    write("pdf", tmp_path / "posters.pdf", hung)
    assert any(part.count(b" re f") >= 2 for part in Print(tmp_path / "posters.pdf").inside())


def test_what_lies_under_the_surface_stays_in_the_room(print_):
    board = next(b for b in played().all(Board) if b.key == "unsaid")
    cards = played().inside(board.id, Note)
    assert len(cards) == 6
    assert not [note.text for note in cards if print_.says(note.text)]
    full = list(document(played(), Audience.FULL).words())
    assert all(note.text in full for note in cards)


def test_a_party_that_no_longer_takes_part_is_not_forgotten():
    run = played().need(NAME, Run)
    state = update(run, parties=("kommunen", "regionen")).apply(played())
    words = told(document(state))
    for answer in state.all(Answer):
        if answer.text:
            assert words.count(answer.text) == 1, answer.text


def test_an_untouched_dialogue_gives_no_figures():
    exercise, texts = held()[NAME]
    state = begun(exercise, texts["sv"], example(FOLDER))
    assert not [block for block in document(state).blocks if isinstance(block, Figure)]
    with pytest.raises(Refusal, match="nothing to hang"):
        composed(Wish(state, held(), Catalogue("sv"), paper="posters"))
