"""What can be done with a card: write, change, move, merge, take apart, sort, count hands, turn over, remove."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workshop.model import notes
from workshop.model.record import Note
from workshop.model.refusal import Refusal

from .room import Room


@pytest.fixture
def room():
    return Room(choose=2, most=2)


def test_a_new_card_lies_last_in_its_list(room):
    room.writes("us", "Ett")
    room.writes("them", "Annat")
    room.writes("us", "Två", table=3, hands=4)
    assert room.texts("us") == ["Ett", "Två"]
    assert (room.note("Två").table, room.note("Två").hands) == (3, 4)


def test_an_empty_card_is_refused(room):
    with pytest.raises(Refusal, match="The card is empty"):
        room.writes("us", "  \n ")
    room.writes("us", "Ett")
    with pytest.raises(Refusal, match="Remove it instead"):
        room.acts("edit_note", "Ett", " ")
    assert room.texts("us") == ["Ett"]


def test_a_list_that_is_not_there_is_refused_rather_than_losing_the_card(room):
    with pytest.raises(Refusal, match="no list “nobody”"):
        room.writes("nobody", "Ett")
    room.writes("us", "Ett")
    with pytest.raises(Refusal, match="no list “nobody”"):
        room.acts("move_note", "Ett", "nobody")


def test_other_words_on_a_card_are_tidied_too(room):
    room.writes("us", "Ett")
    room.acts("edit_note", "Ett", " Vi   bokar\u202e om ")
    assert room.texts("us") == ["Vi bokar om"]


@pytest.mark.parametrize("hands", [-1, 1000])
def test_more_hands_than_a_hall_has_are_refused(room, hands):
    room.writes("us", "Ett")
    with pytest.raises(Refusal, match="between 0 and 999"):
        room.acts("give_hands", "Ett", hands)
    room.acts("give_hands", "Ett", 999)
    assert room.note("Ett").hands == 999


@pytest.mark.parametrize(
    ("verb", "told"),
    [
        ("edit_note", ("x",)),
        ("move_note", ("us",)),
        ("remove_note", ()),
        ("part_note", ()),
        ("give_hands", (1,)),
        ("sort_note", ("mail",)),
        ("turn_note", ("x",)),
        ("choose_note", ()),
    ],
)
def test_a_card_that_is_not_there_is_asked_for_in_a_sentence(room, verb, told):
    with pytest.raises(Refusal, match="Pick a card first"):
        room.acts(verb, "ghost", *told)


def test_moving(room):
    for text in ("Ett", "Två", "Tre"):
        room.writes("us", text)
    room.writes("them", "Fyra")
    room.acts("move_note", "Tre", "us", "Ett")
    assert room.texts("us") == ["Tre", "Ett", "Två"]
    room.acts("move_note", "Tre", "us", "Två")
    assert room.texts("us") == ["Ett", "Tre", "Två"]
    room.acts("move_note", "Ett", "us")
    assert room.texts("us") == ["Tre", "Två", "Ett"]
    room.acts("move_note", "Två", "them", "Fyra")
    assert room.texts("them") == ["Två", "Fyra"]
    room.acts("move_note", "Tre", "them")
    assert room.texts("them") == ["Två", "Fyra", "Tre"]


def test_a_card_can_be_moved_between_the_same_two_for_ever(room):
    for text in ("Ett", "Två", "Tre", "Fyra"):
        room.writes("us", text)
    for _ in range(60):  # halving the space between two numbers comes to an end after about fifty times
        room.acts("move_note", "Tre", "us", "Två")
        room.acts("move_note", "Fyra", "us", "Tre")
        assert room.texts("us") == ["Ett", "Fyra", "Tre", "Två"]
        room.acts("move_note", "Två", "us", "Fyra")
        room.acts("move_note", "Tre", "us", "Fyra")
        assert room.texts("us") == ["Ett", "Två", "Tre", "Fyra"]
        room.acts("move_note", "Fyra", "us", "Tre")
        room.acts("move_note", "Fyra", "us")


@given(st.lists(st.tuples(st.sampled_from("abcd"), st.sampled_from(["a", "b", "c", "d", ""])), max_size=80))
def test_wherever_cards_are_moved_the_row_is_as_if_moved_by_hand(moves):
    room, row = Room(), list("abcd")
    for text in row:
        room.writes("us", text)
    for text, before in moves:
        room.acts("move_note", text, "us", before)
        if text != before:
            row.remove(text)
            row.insert(row.index(before) if before else len(row), text)
        else:
            row.remove(text)
            row.append(text)
        assert room.texts("us") == row


def test_a_card_that_moves_to_another_list_was_not_kept_by_that_one(room):
    for text in ("Ett", "Två"):
        room.writes("them", text)
        room.acts("choose_note", text)
    room.writes("us", "Tre", by="them")
    room.writes("us", "Fyra")
    room.acts("choose_note", "Fyra")
    room.acts("move_note", "Fyra", "them")
    assert not room.note("Fyra").chosen


def test_merging_lays_one_card_under_another_and_adds_the_hands(room):
    room.writes("us", "Ett", hands=3)
    room.writes("us", "Två", hands=4)
    room.acts("merge_notes", "Två", "Ett")
    assert room.texts("us") == ["Ett"]
    assert room.note("Ett").hands == 7
    assert [n.text for n in notes.merged_into(room.state, "Ett")] == ["Två"]


def test_taking_apart_gives_back_the_cards_as_they_were(room):
    for text, hands in (("Ett", 1), ("Två", 2), ("Tre", 4), ("Fyra", 8)):
        room.writes("us", text, hands=hands)
    before = room.state
    room.acts("merge_notes", "Fyra", "Tre")
    room.acts("merge_notes", "Två", "Tre")
    room.acts("merge_notes", "Tre", "Ett")
    assert room.texts("us") == ["Ett"]
    assert room.note("Ett").hands == 15
    room.acts("part_note", "Ett")
    assert room.state == before


def test_a_card_that_moves_from_under_one_to_under_another_takes_its_hands_along(room):
    for text, hands in (("Ett", 1), ("Två", 2), ("Tre", 4)):
        room.writes("us", text, hands=hands)
    room.acts("merge_notes", "Tre", "Ett")
    room.acts("merge_notes", "Tre", "Två")
    assert (room.note("Ett").hands, room.note("Två").hands) == (1, 6)
    room.acts("merge_notes", "Tre", "Två")
    assert (room.note("Ett").hands, room.note("Två").hands) == (1, 6)


@pytest.mark.parametrize(("id", "into"), [("Ett", "Ett"), ("Ett", "Tre"), ("Två", "Tre")])
def test_a_card_is_not_merged_into_itself_or_into_one_that_lies_under_another(room, id, into):
    for text in ("Ett", "Två", "Tre"):
        room.writes("us", text)
    room.acts("merge_notes", "Tre", "Två")
    with pytest.raises(Refusal, match="can't be merged into itself"):
        room.acts("merge_notes", id, into)


def test_a_card_taken_out_again_gives_way_where_its_word_has_been_filled(room):
    for text in ("Ett", "Två", "Tre"):
        room.writes("us", text)
    room.acts("sort_note", "Ett", "mail")
    room.acts("sort_note", "Två", "mail")
    room.acts("merge_notes", "Två", "Ett")
    room.acts("sort_note", "Tre", "mail")
    room.acts("part_note", "Ett")
    assert (room.note("Två").sort, room.note("Tre").sort) == ("", "mail")


def test_a_card_that_was_kept_hands_its_place_to_the_one_that_it_is_laid_under(room):
    for text in ("Ett", "Två", "Tre"):
        room.writes("us", text)
    room.acts("choose_note", "Två")
    room.acts("choose_note", "Tre")
    room.acts("merge_notes", "Två", "Ett")
    assert room.note("Ett").chosen
    room.acts("choose_note", "Tre")
    room.acts("choose_note", "Två")  # in the board's words, where it can be picked though it lies under
    room.acts("part_note", "Ett")
    assert not room.note("Två").chosen


def test_what_lies_alone_cannot_be_taken_apart(room):
    room.writes("us", "Ett")
    with pytest.raises(Refusal, match="No card lies under"):
        room.acts("part_note", "Ett")


def test_removing_takes_the_cards_under_it_along(room):
    for text in ("Ett", "Två", "Tre"):
        room.writes("us", text)
    room.acts("merge_notes", "Två", "Ett")
    room.acts("remove_note", "Ett")
    assert [n.text for n in room.state.all(Note)] == ["Tre"]


def test_removing_a_card_from_under_another_takes_its_hands_away(room):
    room.writes("us", "Ett", hands=3)
    room.writes("us", "Två", hands=4)
    room.acts("merge_notes", "Två", "Ett")
    room.acts("remove_note", "Två")
    assert room.note("Ett").hands == 3


def test_sorting_again_under_the_same_word_takes_the_word_away(room):
    room.writes("us", "Ett")
    room.acts("sort_note", "Ett", "mail")
    assert room.note("Ett").sort == "mail"
    room.acts("sort_note", "Ett", "meeting")
    assert room.note("Ett").sort == "meeting"
    room.acts("sort_note", "Ett", "meeting")
    assert room.note("Ett").sort == ""


def test_a_word_that_the_board_lacks_is_refused(room):
    room.writes("us", "Ett")
    with pytest.raises(Refusal, match="no heading “letter”"):
        room.acts("sort_note", "Ett", "letter")


def test_a_word_holds_only_its_number_for_each_list(room):
    for text in ("Ett", "Två", "Tre"):
        room.writes("us", text)
    room.writes("them", "Fyra")
    room.acts("sort_note", "Ett", "mail")
    room.acts("sort_note", "Två", "mail")
    room.acts("sort_note", "Fyra", "mail")
    with pytest.raises(Refusal, match="room for 2 cards"):
        room.acts("sort_note", "Tre", "mail")
    room.acts("sort_note", "Tre", "meeting")
    assert room.note("Tre").sort == "meeting"


def test_the_back_of_a_card_is_written_and_taken_away(room):
    room.writes("us", "Ett")
    room.acts("turn_note", "Ett", " Vi svarar   samma dag ", " Trygghet ")
    assert (room.note("Ett").flip, room.note("Ett").need) == ("Vi svarar samma dag", "Trygghet")
    room.acts("turn_note", "Ett", "")
    assert (room.note("Ett").flip, room.note("Ett").need) == ("", "")


def test_lists_are_the_parties_or_those_that_the_exercise_names():
    assert notes.list_keys(Room().state, Room().board) == ("us", "them")
    named = Room(lists=["printer", "lift"])
    assert notes.list_keys(named.state, named.board) == ("printer", "lift")


ACTS = st.one_of(
    st.tuples(st.just("choose_note"), st.sampled_from("abcde")),
    st.tuples(st.just("sort_note"), st.sampled_from("abcde"), st.just("mail")),
    st.tuples(st.just("merge_notes"), st.sampled_from("abcde"), st.sampled_from("abcde")),
    st.tuples(st.just("part_note"), st.sampled_from("abcde")),
    st.tuples(st.just("move_note"), st.sampled_from("abcde"), st.sampled_from(["us", "them"])),
    st.tuples(st.just("remove_note"), st.sampled_from("abcde")),
    st.tuples(st.just("give_hands"), st.sampled_from("abcde"), st.integers(0, 5)),
)


@given(st.lists(ACTS, max_size=25))
def test_whatever_is_done_no_list_keeps_or_sorts_more_than_it_may_and_no_card_hangs_in_the_air(acts):
    room = Room(choose=2, most=2)
    for text, side in zip("abcde", ("us", "us", "us", "them", "them"), strict=True):
        room.writes(side, text, hands=1)
    for verb, *told in acts:
        try:
            room.acts(verb, *told)
        except Refusal:
            continue
        standing = notes.standing(room.state, room.board)
        for side in ("us", "them"):
            assert sum(n.chosen for n in standing if n.list == side) <= 2
            assert sum(n.sort == "mail" for n in standing if n.list == side) <= 2
        for note in room.state.all(Note):
            assert not note.merged or not room.note(note.merged).merged
            assert note.hands >= 0


def test_a_ready_set_takes_the_place_of_another_and_what_was_written_stays(room):
    sets = (("Alva", (("us", "Alva"), ("them", "Väntar"))), ("Bo", (("us", "Bo"), ("them", "Väntar"))))
    room.does(notes.lay_set(room.state, room.board, sets, 0))
    room.writes("us", "Eget")
    room.does(notes.lay_set(room.state, room.board, sets, 1))
    assert room.texts("us") == ["Eget", "Bo"]
    assert room.texts("them") == ["Väntar"]
    with pytest.raises(Refusal, match="Choose one of the ready sets"):
        notes.lay_set(room.state, room.board, sets, 7)
