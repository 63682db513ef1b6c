"""The parking lot: what has to wait, what becomes of it, and what the room sees of it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workshop.look import measure
from workshop.model import parking
from workshop.model.change import update
from workshop.model.record import Agreement, Note, Parked
from workshop.model.refusal import Refusal
from workshop.model.stage import wall
from workshop.model.visible import Audience, visible

from .room import Room


@pytest.fixture
def room():
    return Room()


def lot(room: Room) -> list[str]:
    return [line.text for line in room.state.all(Parked)]


@given(
    st.lists(st.sampled_from("abcdef"), min_size=1, max_size=6), st.lists(st.tuples(st.integers(0, 5), st.booleans()))
)
def test_lines_keep_their_order_and_are_moved_one_step_at_a_time(lines, moves):
    room, wanted = Room(), list(lines)
    for number, text in enumerate(lines):
        room.does(parking.park(room.state, text, id=f"p{number}"))
    ids = [f"p{number}" for number in range(len(lines))]
    for at, down in moves:
        at, to = at % len(ids), at % len(ids) + (1 if down else -1)
        room.does(parking.shift_parked(room.state, ids[at], 1 if down else -1))
        if 0 <= to < len(ids):
            for row in (ids, wanted):
                row[at], row[to] = row[to], row[at]
    assert [line.id for line in room.state.all(Parked)] == ids and lot(room) == wanted


def test_a_line_says_which_table_it_came_from_and_keeps_its_number(room):
    room.does(parking.park_line(room.state, "Bord 3: Vem betalar 2"))
    (line,) = room.state.all(Parked)
    assert (line.text, line.table) == ("Vem betalar 2", 3)


def test_a_line_that_becomes_an_agreement_leaves_the_parking_lot_and_comes_back_with_undo(room):
    room.does(parking.park(room.state, "Nycklarna", id="p"))
    room.does(parking.agree_on(room.state, room.agreed, "p"))
    assert lot(room) == [] and [a.text for a in room.state.all(Agreement)] == ["Nycklarna"]
    room.session.undo()
    assert lot(room) == ["Nycklarna"] and not room.state.all(Agreement)


def test_a_line_is_moved_to_a_list_with_its_table(room):
    room.does(parking.park(room.state, "Nycklarna", 4, id="p"))
    room.does(parking.move_on(room.state, room.board, "p", "them"))
    (note,) = room.state.all(Note)
    assert (note.text, note.list, note.table) == ("Nycklarna", "them", 4) and lot(room) == []


def test_nothing_is_parked_without_words_and_what_is_gone_is_said_to_be(room):
    with pytest.raises(Refusal):
        room.does(parking.park(room.state, "  "))
    with pytest.raises(Refusal):
        room.does(parking.remove_parked(room.state, "none"))


@pytest.mark.parametrize("count", [0, 3, 40])
@pytest.mark.parametrize("size", [(1920, 1080), (1024, 768)])
def test_the_room_sees_what_waits_when_it_is_shown_and_in_pages_when_there_is_much(room, count, size):
    for number in range(count):
        room.does(parking.park(room.state, f"Rad {number} om något som vi får ta senare i dag"))

    def seen(page: int = 0):
        state = visible(update(room.stage, page=page).apply(room.state), Audience.ROOM, room.board.id)
        return wall(room.view("write", state), room.text, size[0], size[1], measure)

    assert "Rad 0" not in seen().words() and "Parkering" not in seen().words()
    room.does(parking.show_parking(room.stage, True))
    first = seen()
    assert "Parkering" in first.words()
    found = " ".join(" ".join(seen(page).words().split()) for page in range(first.pages))
    assert all(f"Rad {number} om" in found for number in range(count))
    for page in range(first.pages):
        for placed in seen(page).placed:
            assert placed.x + placed.width <= size[0] + 1 and placed.y + placed.height <= size[1] + 1, placed
    room.goes_to("hits")
    assert "Parkering" not in seen().words()
