"""While the parties answer apart, nobody sees another's answers: not the room, and not whoever looks at the desk."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workshop.model.refusal import Refusal
from workshop.model.visible import Audience

from .asking import Dialogue

SECRETS = {"k": "qxkommun", "r": "qxregion", "s": "qxstat"}


@pytest.fixture
def room():
    room = Dialogue()
    for party, secret in SECRETS.items():
        room.answers("problem", f"{secret} ett", party)
        room.answers("problem", f"{secret} två", party)
    room.goes_to("answer")
    return room


def all_pages(room, **how):
    first = room.wall("answer", **how)
    return [first, *(room.wall("answer", page=page, **how) for page in range(1, first.pages))]


@pytest.mark.parametrize("how", [{}, {"close": True}, {"spotlight": ("qxkommun ett",)}, {"brief": 1}], ids=str)
def test_the_room_sees_that_there_are_answers_and_no_word_of_them(room, how):
    said = " ".join(picture.words() for picture in all_pages(room, **how))
    assert not [secret for secret in SECRETS.values() if secret in said]
    assert repr(room.view("answer", Audience.ROOM).state).count("qx") == 0
    if how in ({}, {"brief": 1}):
        assert said.count("2 svar bakom ridån") == 3


@pytest.mark.parametrize("sheet", SECRETS)
def test_the_desk_shows_one_partys_sheet_at_a_time(room, sheet):
    room.turns_to(sheet)
    for said in (room.desk("answer").words(), room.desk("answer", width=320).words(), room.twin("answer")):
        found = {party for party, secret in SECRETS.items() if secret in said}
        assert found == {sheet}


def test_what_lies_behind_the_curtain_can_be_neither_changed_nor_taken_away(room):
    from workshop.model.asking import answers

    seen = room.view("answer").state
    for act in (
        lambda: answers.edit_answer(seen, room.board, "qxregion ett", "annat"),
        lambda: answers.remove_answer(seen, room.board, "qxregion ett"),
        lambda: answers.move_answer(seen, room.board, "qxregion ett", "goal"),
    ):
        with pytest.raises(Refusal):
            act()


def test_when_the_curtain_goes_up_all_answers_are_there_at_once(room):
    room.goes_to("show")
    first = room.wall("show")
    wall = " ".join(room.wall("show", page=page).words() for page in range(first.pages))
    for said in (room.desk("show").words(), wall, room.twin("show")):
        assert all(secret in said for secret in SECRETS.values())


def test_not_knowing_yet_is_not_seen_behind_the_curtain(room):
    room.acts("answer_unknown", "problem", "r")
    assert "Vet vi inte" not in room.desk("answer").words() + room.wall("answer").words()
    assert "3 svar bakom ridån" in room.wall("answer").words()
    room.turns_to("r")
    assert "Vet vi inte än" in room.desk("answer").words()


@given(
    written=st.lists(st.tuples(st.sampled_from("krs"), st.integers(1, 9)), max_size=12),
    sheet=st.sampled_from("krs"),
    width=st.sampled_from([320, 700, 1300]),
    parties=st.integers(3, 3),
)
def test_whoever_writes_and_whichever_sheet_lies_in_front_only_that_one_is_seen(written, sheet, width, parties):
    room = Dialogue(parties)
    for number, (party, words) in enumerate(written):
        room.answers("problem", " ".join([f"qx{party}{number}z"] * words), party)
    room.goes_to("answer")
    room.turns_to(sheet)
    seen = room.desk("answer", width).words() + room.twin("answer")
    for number, (party, _) in enumerate(written):
        assert (f"qx{party}{number}z" in seen) == (party == sheet)
