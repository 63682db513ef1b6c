"""Keeping a board in order: a card is divided, cards lie under a heading, those with most hands come first."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workshop.look import measure
from workshop.model.arrange import pages
from workshop.model.boards import KINDS
from workshop.model.picture import Frame, Placed
from workshop.model.refusal import Refusal

from .room import Room

words = st.text(alphabet="abcåäö", min_size=1, max_size=8)


@pytest.fixture
def room():
    return Room()


@given(st.lists(words | st.just("  "), min_size=1, max_size=6), st.integers(0, 3))
def test_a_card_that_is_divided_says_the_same_in_the_same_place(lines, at):
    room = Room()
    for number in range(4):
        room.writes("us", f"kort {number}", table=2, hands=number)
    before = [room.note(text) for text in room.texts("us")]
    said = [line.strip() for line in lines if line.strip()]
    if len(said) < 2:
        with pytest.raises(Refusal):
            room.acts("split_note", before[at].id, "\n".join(lines))
        return
    room.acts("split_note", before[at].id, "\n".join(lines))
    texts = [note.text for note in before]
    assert room.texts("us") == [*texts[:at], *said, *texts[at + 1 :]]
    assert room.note(before[at].id).hands == at, "the first part keeps the hands"
    assert sum(n.hands for n in room.state.inside(room.board.id, type(before[0]))) == sum(n.hands for n in before)
    room.session.undo()
    assert [room.note(note.id) for note in before] == before and room.texts("us") == texts


@given(st.lists(st.tuples(st.sampled_from(["us", "them"]), st.integers(0, 5), st.integers(0, 3)), max_size=8))
def test_most_hands_come_first_and_nothing_else_changes(cards):
    room = Room()
    for number, (list, hands, often) in enumerate(cards):
        id = room.writes(list, f"kort {number}", hands=hands)
        if often:
            room.acts("mark_note", id, "often", often)
    if not any(hands or often for _, hands, often in cards):
        with pytest.raises(Refusal):
            room.acts("order_by_hands")
        return
    before = {id: room.note(id) for id in (*room.texts("us"), *room.texts("them"))}
    room.acts("order_by_hands")
    for list in ("us", "them"):
        now = [room.note(id) for id in room.texts(list)]
        weight = [(dict(n.marks).get("often", 0), n.hands) for n in now]
        assert weight == sorted(weight, reverse=True)
        for one, other in zip(now, now[1:], strict=False):
            same = (one.marks, one.hands) == (other.marks, other.hands)
            assert not same or before[one.id].order < before[other.id].order, "those alike stay as they lay"
    for id, note in before.items():
        assert (room.note(id).text, room.note(id).list) == (note.text, note.list)


def test_a_heading_stands_over_its_cards_on_the_desk_the_wall_and_in_words(room):
    for text in ("ett", "två", "tre"):
        room.writes("us", text)
    for text in ("ett", "tre"):
        room.acts("group_note", text, "Om möten")
    desk = room.desk("write")
    label = next(p for p in desk.placed if p.id.startswith("label:"))
    tops = {p.id: p.y for p in desk.placed if p.role == "card"}
    assert label.texts[0].lines == ("Om möten",)
    assert tops["två"] < label.y < min(tops["ett"], tops["tre"])
    wall = KINDS["two_lists"].layout(room.view("write"), Frame(1800, 800, 50, 50, measure, True, 1))
    assert wall.words().index("två") < wall.words().index("Om möten") < wall.words().index("tre")
    assert "Om möten" in room.twin("write")
    room.acts("group_note", "ett", "")
    room.acts("group_note", "tre", "")
    assert "Om möten" not in room.twin("write") + room.desk("write").words()


def test_a_heading_never_stands_last_in_a_column_without_its_card():
    label = Placed("label:x", "plain", 0, 0, 100, 20, ())
    cards = [Placed(f"c{n}", "card", 0, 0, 100, 30, ()) for n in range(4)]
    for height in range(30, 160):
        for sheet in pages([cards[0], cards[1], label, cards[2], cards[3]], 0, 0, 100, height, 1, 5):
            assert sheet[-1].id != "label:x" or height < 55


def test_a_card_that_lies_under_another_is_not_divided(room):
    room.writes("us", "ett")
    room.writes("us", "två")
    room.acts("merge_notes", "två", "ett")
    with pytest.raises(Refusal):
        room.acts("split_note", "två", "a\nb")
