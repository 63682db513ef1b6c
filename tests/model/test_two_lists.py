"""Two lists: what a side keeps, what the other side marks and adds, what is turned over, and how it is drawn."""

import sys

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workshop.look import measure
from workshop.model.boards import KINDS
from workshop.model.boards.two_lists import shown
from workshop.model.marking import spread, strongest
from workshop.model.picture import Frame
from workshop.model.refusal import Refusal

from .room import VIEWS, Room


@pytest.fixture
def room():
    return Room(choose=2, turn=2, added=2)


def seen(room, step):
    return [n.text for n in shown(room.view(step))]


def test_a_side_keeps_its_number_and_no_more(room):
    for text in ("Ett", "Två", "Tre"):
        room.writes("us", text)
    room.writes("them", "Fyra")
    for text in ("Ett", "Två", "Fyra"):
        room.acts("choose_note", text)
    with pytest.raises(Refusal, match="2 cards are kept already"):
        room.acts("choose_note", "Tre")
    room.acts("choose_note", "Ett")
    room.acts("choose_note", "Tre")
    assert seen(room, "read") == ["Två", "Tre", "Fyra"]


def test_what_the_other_side_adds_takes_no_place_from_what_is_kept(room):
    room.writes("us", "Ett")
    room.writes("us", "Två")
    room.acts("add_missed", "us", "Missat", by="them", id="Missat")
    room.acts("choose_note", "Ett")
    room.acts("choose_note", "Två")
    assert "2 av 2 valda" in room.desk("sort").words()
    assert set(seen(room, "missed")) == {"Ett", "Två", "Missat"}


def test_the_other_side_adds_its_number_and_no_more(room):
    room.acts("add_missed", "us", "Ett", by="them")
    room.acts("add_missed", "us", "Två", by="them", table=3, hands=2)
    with pytest.raises(Refusal, match="may add 2 cards"):
        room.acts("add_missed", "us", "Tre", by="them")
    room.acts("add_missed", "them", "Fyra", by="us")
    assert "från Förvaltningen" in room.twin("missed")


def test_a_list_that_has_kept_nothing_shows_all_it_has(room):
    room.writes("us", "Ett")
    room.writes("us", "Två")
    room.writes("them", "Tre")
    room.acts("choose_note", "Två")
    assert seen(room, "read") == ["Två", "Tre"]
    assert set(seen(room, "write")) == {"Ett", "Två", "Tre"}


def test_a_card_that_the_other_side_added_does_not_hide_a_list_that_has_kept_nothing(room):
    room.writes("us", "Ett")
    room.acts("add_missed", "us", "Missat", by="them")
    assert set(seen(room, "hits")) == {"Ett", "Missat"}


def test_marks_are_hands_for_each_answer_in_the_boards_own_order(room):
    room.writes("us", "Ett")
    room.acts("mark_note", "Ett", "costly", 2)
    room.acts("mark_note", "Ett", "never", 5)
    assert room.note("Ett").marks == (("never", 5), ("costly", 2))
    room.acts("mark_note", "Ett", "never", 0)
    assert room.note("Ett").marks == (("costly", 2),)
    assert "händer och kostar 2" in room.desk("hits").words()


@pytest.mark.parametrize(("answer", "hands"), [("maybe", 1), ("never", -1), ("never", 1000)])
def test_marks_that_cannot_be_are_refused(room, answer, hands):
    room.writes("us", "Ett")
    with pytest.raises(Refusal):
        room.acts("mark_note", "Ett", answer, hands)


def test_a_spread_is_never_an_average(room):
    for text, hands in (("Ett", 4), ("Två", 1)):
        room.writes("us", text)
        room.acts("mark_note", text, "often", hands)
    assert spread([room.note("Ett"), room.note("Två")], ("never", "often")) == (("never", 0), ("often", 5))


def test_the_gravest_cards_are_turned_over_first(room):
    for text, answer, hands in (
        ("Ett", "happens", 9),
        ("Två", "costly", 1),
        ("Tre", "often", 5),
        ("Fyra", "never", 20),
    ):
        room.writes("us", text)
        room.acts("mark_note", text, answer, hands)
    assert [n.text for n in strongest(room.state, room.board)] == ["Två", "Tre"]


def test_a_card_does_not_jump_when_it_is_turned(room):
    for text, answer in (("Ett", "often"), ("Två", "costly"), ("Tre", "happens")):
        room.writes("us", text)
        room.acts("mark_note", text, answer, 1)
    before = seen(room, "turn")
    room.acts("turn_note", "Ett", "Vi ringer")
    assert seen(room, "turn") == before == ["Två", "Ett"]


def test_no_card_that_is_turned_is_ever_left_out(room):
    for text in ("Ett", "Två", "Tre", "Fyra"):
        room.writes("us", text)
        room.acts("mark_note", text, "often", 1)
    for text in ("Två", "Tre", "Fyra"):
        room.acts("turn_note", text, "Vi ringer")
    assert set(seen(room, "turn")) == {"Två", "Tre", "Fyra"}


def test_a_group_that_skipped_the_hits_can_still_turn_cards(room):
    room.writes("us", "Ett")
    room.writes("us", "Två")
    room.acts("choose_note", "Två")
    assert seen(room, "turn") == ["Två"]
    room.acts("turn_note", "Ett", "Vi ringer")
    assert seen(room, "turn") == ["Ett", "Två"]


def test_the_back_of_a_card_says_what_we_do_instead_and_why(room):
    room.writes("us", "Ett")
    room.acts("turn_note", "Ett", "Vi ringer", "Trygghet")
    assert {"Vi ringer", "Skyddar: Trygghet"} <= set(room.desk("turn").words().splitlines())
    assert "I stället: Vi ringer (Skyddar: Trygghet)" in room.twin("turn")
    assert "Vi ringer" not in room.desk("write").words()


def test_in_words_a_card_tells_all_that_the_board_shows(room):
    room.writes("us", "Ett", table=3, hands=2)
    room.writes("us", "Två", hands=1)
    room.acts("merge_notes", "Två", "Ett")
    room.acts("sort_note", "Ett", "mail")
    room.acts("choose_note", "Ett")
    room.acts("mark_note", "Ett", "often", 4)
    twin = room.twin("sort")
    assert "Nämnden (1 kort · 1 av 2 valda)" in twin
    assert "  Ett (Bord 3 · mejl · valt · 3 händer · 1 kort till under · händer ofta 4)\n    Två" in twin
    assert "Bord 3 · mejl · valt · 3 händer · 1 kort till under" in " ".join(room.desk("sort").words().split("\n"))


def test_when_a_side_has_kept_its_number_the_others_are_set_aside(room):
    for text in ("Ett", "Två", "Tre"):
        room.writes("us", text)
    room.acts("choose_note", "Ett")
    assert {p.id: p.shade for p in room.desk("sort").placed if p.role == "card"} == {
        "Ett": "strong",
        "Två": "plain",
        "Tre": "plain",
    }
    room.acts("choose_note", "Två")
    assert {p.id: p.shade for p in room.desk("sort").placed if p.role == "card"}["Tre"] == "faint"


def test_cards_stand_under_their_words_while_they_are_sorted(room):
    room.writes("us", "Ett")
    room.writes("us", "Två")
    room.acts("sort_note", "Ett", "mail")
    by_height = sorted(room.desk("sort").placed, key=lambda p: (p.y, p.x))
    said = [line for p in by_height for text in p.texts for line in text.lines if line in ("Ett", "Två", "Mejl")]
    assert said == ["Två", "Mejl", "Ett"]


TEXTS = st.one_of(
    st.sampled_from(
        ["Ja", "x" * 60, "Vi bokar om mötet samma dag", "👩‍👩‍👧‍👦 familjen 🇸🇪", "مرحبا بالعالم", "å" * 300]
    ),
    st.text(st.characters(exclude_categories=("C", "Z")), min_size=1, max_size=120),
)


@pytest.mark.parametrize("paged", [True, False])
@given(
    written=st.lists(st.tuples(st.sampled_from(["us", "them"]), TEXTS), max_size=25),
    step=st.sampled_from(VIEWS),
    width=st.sampled_from([420, 900, 1800]),
    close=st.booleans(),
    brief=st.sampled_from([0, 1, 2]),
)
def test_whatever_is_written_nothing_overlaps_or_is_lost(paged, written, step, width, close, brief):
    room = Room()
    for number, (side, text) in enumerate(written):
        room.writes(side, f"{number} {text}")
    view, layout = room.view(step), KINDS["two_lists"].layout
    reached, page, pages = set(), 0, 1
    while page < pages:
        frame = Frame(width, 700, 30, 27, measure, paged or close, 0 if close else brief, close, page=page)
        picture = layout(view, frame)
        pages, page = picture.pages, page + 1
        cards = [p for p in picture.placed if p.role == "card"]
        reached |= {p.id for p in cards}
        for number, one in enumerate(cards):
            assert one.x >= 0
            assert one.x + one.width <= picture.width + 0.5
            for text in one.texts:
                assert text.size >= frame.least
                assert text.y + text.height <= one.y + one.height + 1
                assert text.x >= one.x
            for other in cards[number + 1 :]:
                apart = (
                    one.x + one.width <= other.x
                    or other.x + other.width <= one.x
                    or one.y + one.height <= other.y
                    or other.y + other.height <= one.y
                )
                assert apart, (one, other)
            if one.cut:
                assert any(line.endswith("…") for text in one.texts for line in text.lines)
    assert reached == {n.id for n in shown(view)}


def test_every_word_can_be_read_when_cards_are_close():
    room = Room()
    words = [f"ord{number}" for number in range(250)]
    room.writes("us", " ".join(words))
    found, page, pages = set(), 0, 1
    while page < pages:
        picture = KINDS["two_lists"].layout(
            room.view("write"), Frame(900, 500, 40, 30, measure, True, 0, True, page=page)
        )
        found |= set(picture.words().split())
        pages, page = picture.pages, page + 1
        (part,) = picture.placed
        assert part.cut == (page < pages) == part.texts[-1].lines[-1].endswith("…")
    assert set(words) <= found


def test_reading_aloud_shows_one_card_at_a_time(room):
    for text in ("Ett", "Två", "Tre"):
        room.writes("us", text)
    layout = KINDS["two_lists"].layout
    sheets = [layout(room.view("read"), Frame(1800, 900, 64, 50, measure, True, 0, True, page=i)) for i in range(3)]
    assert [[p.id for p in sheet.placed] for sheet in sheets] == [["Ett"], ["Två"], ["Tre"]]
    assert sheets[0].pages == 3
    assert "Nämnden" in sheets[0].words()


def test_a_spotlight_shows_exactly_the_picked_cards(room):
    for text in ("Ett", "Två", "Tre"):
        room.writes("us", text)
    frame = Frame(1800, 900, 64, 50, measure, True, 0, False, ("Två", "Tre"))
    assert [p.id for p in KINDS["two_lists"].layout(room.view("write"), frame).placed] == ["Två", "Tre"]


def work(act):
    """How many of Python's own small steps something takes: the same on every machine."""
    steps, before = 0, sys.gettrace()

    def trace(frame, event, _):
        nonlocal steps
        frame.f_trace_opcodes, frame.f_trace_lines = True, False
        steps += event == "opcode"
        return trace

    sys.settrace(trace)
    try:
        act()
    finally:
        sys.settrace(before)
    return steps


def test_ten_times_as_many_cards_are_ten_times_the_work():
    def drawn(count):
        room = Room(choose=7)
        for number in range(count):
            room.writes("us" if number % 2 else "them", f"Vi svarar med formulär {number}")
        acts = [lambda step=step: (room.desk(step), room.twin(step)) for step in ("write", "sort", "hits")]
        for act in acts:
            act()  # words are measured the first time
        return sum(work(act) for act in acts)

    assert drawn(200) < 12 * drawn(20)
