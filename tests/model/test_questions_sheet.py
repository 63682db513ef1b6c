"""A sheet of questions: what is written on it, moved about and filled in from a case, and how it is drawn."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.promises import HARD, keeps_its_promises
from workshop.look import measure
from workshop.model.asking import answers
from workshop.model.boards import KINDS
from workshop.model.picture import Frame
from workshop.model.refusal import Refusal

from .asking import SheetRoom


@pytest.fixture
def room():
    return SheetRoom()


def test_an_answer_stands_beside_its_question(room):
    room.answers("name", "Alva")
    room.answers("worry", "brevlådan")
    by_id = {p.id: p for p in room.desk().placed}
    for question, answer in (("name", "Alva"), ("worry", "brevlådan")):
        label, card = by_id[f"label:{question}"], by_id[answer]
        assert label.y == card.y
        assert label.x + label.width < card.x


def test_a_question_that_nobody_has_answered_says_so_and_what_else_to_ask(room):
    said = room.desk().words()
    assert said.count("Inget svar än") == 3
    assert "Vad håller dig vaken?" in said
    assert "Orolig för (Vad håller dig vaken?)" in room.twin()


@pytest.mark.parametrize(
    ("question", "text", "party"), [("name", "  ", ""), ("age", "22", ""), ("name", "Alva", "nobody")]
)
def test_what_cannot_be_answered_is_refused_in_words(room, question, text, party):
    with pytest.raises(Refusal):
        room.answers(question, text, party)


def test_what_lies_ready_on_a_sheet_is_an_answer_like_any_other():
    room = SheetRoom(given=(("name", "Alva"),))
    assert room.texts("name") == ["Alva"]
    room.acts("edit_answer", "ask:sheet:1", "Alva, 19")
    assert "Alva, 19" in room.desk().words()


def test_an_answer_goes_to_another_question_and_to_another_place(room):
    for text in ("ett", "två", "tre"):
        room.answers("worry", text)
    room.acts("move_answer", "tre", "worry", before="ett")
    assert room.texts("worry") == ["tre", "ett", "två"]
    room.acts("move_answer", "ett", "worry")
    assert room.texts("worry") == ["tre", "två", "ett"]
    room.acts("move_answer", "två", "good")
    assert (room.texts("worry"), room.texts("good")) == (["tre", "ett"], ["två"])


def test_not_knowing_yet_is_an_answer_and_can_be_taken_back(room):
    room.acts("answer_unknown", "worry", id="u")
    assert "Vet vi inte än" in room.desk().words()
    room.acts("edit_answer", "u", "brevlådan")
    assert room.texts("worry") == ["brevlådan"]
    room.acts("answer_unknown", "good")
    room.acts("answer_unknown", "good")
    assert room.texts("good") == []


def test_a_case_takes_the_place_of_what_stands_on_the_questions_that_it_answers(room):
    room.answers("name", "Bo")
    room.answers("good", "att laga cyklar")
    room.does(answers.fill_answers(room.state, room.board, room.text.board("sheet").sets[0][1]))
    assert room.texts("name") == ["Alva"]
    assert room.texts("worry") == ["brevlådan", "måndagar"]
    assert room.texts("good") == ["att laga cyklar"]
    room.session.undo()
    assert room.texts("name") == ["Bo"]


@given(
    written=st.lists(
        st.tuples(st.sampled_from(["name", "worry", "good"]), st.sampled_from(HARD) | st.text(min_size=1, max_size=99)),
        max_size=20,
    ),
    width=st.sampled_from([320, 700, 1800]),
    paged=st.booleans(),
    close=st.booleans(),
    brief=st.sampled_from([0, 1, 3]),
)
def test_whatever_is_written_nothing_overlaps_or_is_lost(written, width, paged, close, brief):
    room = SheetRoom()
    for number, (question, text) in enumerate(written):
        room.answers(question, f"{number} {text}")
    reached, page, pages = set(), 0, 1
    while page < pages:
        frame = Frame(width, 700, 30, 27, measure, paged or close, 0 if close else brief, close, page=page)
        picture = KINDS["questions"].layout(room.view(), frame)
        keeps_its_promises(picture)
        assert all(text.size >= frame.least for p in picture.placed for text in p.texts)
        pages, page = picture.pages, page + 1
        reached |= {p.id for p in picture.placed if p.role == "card"}
    assert len(reached) == len(written)
