"""Parties answer apart; then all is shown, marked, weighed, worded together, confirmed and signed."""

from itertools import pairwise

import pytest

from workshop.model.asking import joint
from workshop.model.asking.answers import joint_of
from workshop.model.boards import KINDS
from workshop.model.record import Answer, Joint, Party
from workshop.model.refusal import Refusal

from .asking import Dialogue

KIND = KINDS["questions"]
assert KIND.receive
receive = KIND.receive


@pytest.fixture
def room():
    return Dialogue()


def row(room, question="problem"):
    return joint_of(room.state, room.board, question)


def test_answers_are_marked_the_same_near_different_or_missing(room):
    for likeness, said in (("same", "= samma"), ("near", "≈ nära"), ("different", "≠ olika"), ("missing", "– saknas")):
        room.acts("mark_likeness", "problem", likeness)
        assert said in room.wall("show").words()
        assert said in room.twin("show")
    room.acts("mark_likeness", "problem", "missing")
    assert row(room).likeness == ""
    with pytest.raises(Refusal):
        room.acts("mark_likeness", "problem", "almost")


def test_a_question_is_weighed_in_the_words_of_its_own_scale(room):
    room.acts("weigh", "problem", "problem_3")
    assert "svårt" in room.twin("weigh")
    with pytest.raises(Refusal):
        room.acts("weigh", "problem", "goal_1")
    room.acts("weigh", "problem", "")
    assert row(room).weight == ""


def test_where_the_weights_do_not_hang_together_the_program_asks(room):
    assert "vika" not in room.wall("weigh").words()
    room.does(joint.weigh_all(room.state, room.board, [3, 3]))
    for said in (room.wall("weigh").words(), room.twin("weigh")):
        assert "Svårt och högt: vad får vika?" in said
        assert "Varför så högt?" not in said
    room.does(joint.weigh_all(room.state, room.board, [1, 3]))
    assert "Varför så högt?" in room.wall("weigh").words()
    room.does(joint.weigh_all(room.state, room.board, [0, 3]))
    assert not joint.asked(room.state, room.board)
    with pytest.raises(Refusal):
        joint.weigh_all(room.state, room.board, [4, 1])


def test_a_wording_is_confirmed_by_each_party_and_by_nobody_when_it_changes(room):
    with pytest.raises(Refusal, match="no wording to confirm"):
        room.acts("confirm", "problem", "k")
    room.acts("word", "problem", "Ingen håller i")
    for party in "krs":
        assert not joint.agreed_by_all(room.state, room.board, row(room))
        room.acts("confirm", "problem", party)
    assert joint.agreed_by_all(room.state, room.board, row(room))
    assert "Bekräftat av alla" in room.wall("wording").words()
    room.acts("confirm", "problem", "r")
    assert "Bekräftat av Kommunen, Staten" in room.twin("wording")
    room.acts("word", "problem", "Ingen vågar hålla i")
    assert row(room).confirmed == ()
    room.acts("confirm", "problem", "k")
    room.acts("word", "problem", "Ingen vågar hålla i")
    assert row(room).confirmed == ("k",)


def test_a_question_may_be_left_open_with_an_owner_and_a_date_until_all_agree(room):
    for owner, due in (("", "2026-11-13"), ("chefen", ""), ("chefen", "snart")):
        with pytest.raises(Refusal):
            room.acts("leave_open", "problem", owner, due)
    room.acts("leave_open", "problem", "chefen", "2026-11-13")
    said = "Öppen fråga: chefen, senast 13 november 2026"
    assert said in " ".join(room.wall("assignment").words().split())
    assert said in room.twin("wording")
    room.acts("word", "problem", "Ingen håller i")
    for party in "krs":
        room.acts("confirm", "problem", party)
    assert row(room).owner == ""
    room.acts("leave_open", "problem", "chefen", "2026-11-13")
    room.acts("close_question", "problem")
    assert row(room).owner == ""


def test_at_reading_size_the_room_reads_which_question_it_is_whose_answers_are_near(room):
    room.acts("add_answer", "problem", "Ingen håller i", "k")
    room.acts("mark_likeness", "problem", "near")
    asked = room.view("show").text.word("questions", "problem")
    read = " ".join(room.wall("show", close=True).words().split())
    assert read.index(asked) < read.index("nära") < read.index("Ingen håller i")


def test_lines_are_added_to_a_wording(room):
    for line in ("Ingen håller i.", "Alla väntar."):
        room.does(joint.add_to_wording(room.state, room.board, "problem", line))
    assert row(room).wording == "Ingen håller i.\nAlla väntar."


def test_a_party_that_leaves_no_longer_stands_behind_a_wording(room):
    room.acts("word", "problem", "Ingen håller i")
    for party in "kr":
        room.acts("confirm", "problem", party)
    room.acts("remove_party", "s")
    assert joint.agreed_by_all(room.state, room.board, row(room))


def test_words_that_more_than_one_party_uses_are_lit_whatever_their_endings(room):
    room.answers("problem", "Samordningen saknas för de unga", "k")
    room.answers("problem", "Ingen samordning, och ingen tid", "r")
    room.answers("problem", "Tid är det inte brist på", "s")
    for picture in (room.desk("show"), room.wall("show")):
        lit = {text.lines[line][start:end] for p in picture.placed for text in p.texts for line, start, end in text.lit}
        assert lit == {"Samordningen", "samordning", "tid", "Tid"}
    assert "Fler än en säger: samordning, tid" in room.twin("show")
    assert not any(text.lit for p in room.desk("answer").placed for text in p.texts)


def test_words_are_not_lit_because_one_party_says_them_twice(room):
    room.answers("problem", "Skolan", "k")
    room.answers("problem", "Skolan igen", "k")
    assert "Fler än en" not in room.twin("show")


def test_a_cause_from_the_iceberg_is_what_a_question_begins_from_and_all_see_it(room):
    room.goes_to("answer")
    assert KIND.places and ("problem", "Problemet") in KIND.places(room.view("answer"))
    room.does(receive(room.state, room.board, "problem", "Ingen vågar hålla i", ""))
    for said in (room.desk("answer").words(), room.wall("answer").words(), room.twin("answer")):
        assert "Från isberget" in said
        assert "Ingen vågar hålla i" in said


def test_what_a_question_begins_from_says_where_it_was_carried_from(room):
    room.answers("goal", "Notan")
    room.does(receive(room.state, room.board, "problem", "Ingen vågar", "Notan"))
    assert "Från: Notan" in room.desk("show").words()
    assert "Från: Notan" in room.twin("show")


def test_a_wording_can_be_carried_on(room):
    assert KIND.carries(room.state, room.board, row(room).id) is None
    room.acts("word", "problem", "Ingen håller i")
    carried = KIND.carries(room.state, room.board, row(room).id)
    assert carried and (carried.what, carried.text) == ("wording", "Ingen håller i")


def test_the_assignment_says_wordings_who_stands_behind_them_and_what_was_decided(room):
    room.acts("word", "problem", "Ingen håller i")
    room.answers("who", "Ledningsgruppen")
    for said in (room.desk("assignment").words(), room.twin("assignment")):
        for part in ("Problemet", "Ingen håller i", "Inte bekräftat än", "Vem har uppdraget?", "Ledningsgruppen"):
            assert part in said
    assert "Ingen gemensam formulering än" in room.desk("assignment").words()


def test_the_printed_assignment_has_lines_to_sign_for_each_party(room):
    from dataclasses import replace

    from workshop.look import measure
    from workshop.model.picture import Frame

    room.acts("word", "problem", "Ingen håller i")
    view = room.view("assignment")
    view = replace(view, step=replace(view.step, view="document"))
    for width, height, paged in ((460, 590, False), (1000, 600, False), (460, 120, True)):
        frame = Frame(width, height, 10, 8, measure, paged)
        first = KIND.layout(view, frame)
        whole = [first, *(KIND.layout(view, replace(frame, page=page)) for page in range(1, first.pages))]
        words = [line for picture in whole for line in picture.words().split("\n")]
        assert words.count("Underskrift") == words.count("Datum") == words.count("Namn") == 3
        signed = [s for picture in whole for s in picture.strokes if s.id.startswith("sign:")]
        assert len(signed) == 9
        lines = sorted({y for stroke in signed for _, y in stroke.points})
        if height > 200:
            assert min(b - a for a, b in pairwise(lines)) >= 30, "a hand needs a centimetre to write on"


# The parties


def test_there_are_two_to_four_parties_with_a_name_and_a_mark(room):
    room.acts("add_party", "Ekern", "E", id="e")
    assert "Ekern" in room.wall("parties").words()
    assert "Ekern (E)" in room.twin("parties")
    with pytest.raises(Refusal):
        room.acts("add_party", "Kyrkan")
    room.acts("name_party", "e", "Cykelverkstaden", "")
    assert room.state.need("e", Party).mark == "E"
    for party in ("e", "s"):
        room.acts("remove_party", party)
    with pytest.raises(Refusal, match="at least two"):
        room.acts("remove_party", "r")


def test_a_party_that_has_written_stays(room):
    room.answers("problem", "Skolan", "s")
    with pytest.raises(Refusal, match="has written something"):
        room.acts("remove_party", "s")


def test_a_party_that_comes_later_has_its_own_paper_and_joins_the_run(room):
    from workshop.model.change import update
    from workshop.model.record import Run

    run = room.state.need("ask", Run)
    room.does(update(run, parties=("k", "r", "s")))
    room.acts("add_party", "Ekern", id="e")
    assert room.state.need("ask", Run).parties == ("k", "r", "s", "e")
    assert len({p.tone for p in room.state.all(Party)}) == 4
    room.acts("remove_party", "e")
    assert room.state.need("ask", Run).parties == ("k", "r", "s")


def test_nothing_is_made_of_a_row_that_says_nothing(room):
    room.acts("weigh", "problem", "")
    room.acts("close_question", "problem")
    assert not room.state.all(Joint)
    assert not room.state.all(Answer)
