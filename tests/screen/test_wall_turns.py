"""The wall turns to the page where a new card lies, so that whoever said it sees it; nothing else turns it."""

import pytest

from tests.desk import Facilitator, begun, types
from tests.room import squeezed
from workshop.model.change import update
from workshop.model.record import Note, Party

PAGES = 2


def reads(facilitator, words: str) -> bool:
    return squeezed(words) in squeezed(facilitator.room_sees())


def page(facilitator) -> tuple[int, int]:
    picture = facilitator.window.room.picture()
    return picture.page + 1, picture.pages


def fills(facilitator) -> None:
    """Write until the wall has several pages; each card is on the wall as soon as it is written."""
    for number in range(60):
        said = f"Nr {number:02} skäl"
        facilitator.writes(said)
        assert reads(facilitator, said)
        if page(facilitator)[1] >= PAGES:
            return
    pytest.fail("the wall never got so many pages")


@pytest.fixture
def full(facilitator):
    facilitator.window.room.set_wall((1024, 768), False)
    facilitator.window.bridge.do(update(facilitator.stage(), curtain=()), "")
    fills(facilitator)
    facilitator.window.activateWindow()
    facilitator._later()
    return facilitator


def turns_back(facilitator) -> tuple[int, int]:
    """Turn to the wall's first page, as a clicker does."""
    while (before := page(facilitator))[0] > 1:
        facilitator.presses("PgUp")
        assert page(facilitator)[0] < before[0]
    return before


def test_on_an_iceberg_a_new_card_is_seen_at_once(house, qtbot):
    somebody = Facilitator(house, begun(house, exercise="isberget", parties=()))
    qtbot.addWidget(somebody.window)
    somebody.goes_to("write")
    somebody.window.room.set_wall((800, 600), False)
    fills(somebody)


def test_a_card_for_the_other_side_is_seen_where_that_side_has_its_place(full):
    first = page(full)
    full.presses("Ctrl+2")
    full.writes("Svarar sent")
    assert reads(full, "Svarar sent")
    full.presses("Ctrl+1")
    full.writes("Svarar aldrig")
    assert reads(full, "Svarar aldrig")
    assert page(full)[1] >= first[1]


def test_what_is_written_behind_the_curtain_turns_nothing(full):
    before = turns_back(full)
    other = full.state.all(Party)[1]
    full.window.bridge.do(update(full.stage(), curtain=(other.id,)), "")
    full.presses("Ctrl+2")
    full.writes("Bakom ridån")
    assert page(full)[0] == before[0]


def test_words_that_are_changed_and_steps_taken_back_turn_nothing(full):
    before = turns_back(full)
    full.picks(max(note.text for note in full.state.all(Note) if note.text.startswith("Nr ")))
    full.presses("F2")
    types(full.window.focusWidget(), "Något helt annat")
    assert full.window.finish()
    assert any("Något helt annat" in note.text for note in full.state.all(Note))
    assert page(full) == before
    full.presses("Ctrl+Z")
    assert page(full) == before


def test_a_frozen_wall_stays_where_it_was_also_afterwards(full):
    before = turns_back(full)
    full.presses("F8")
    full.writes("Inte än")
    full.presses("F8")
    assert page(full)[0] == before[0] and not reads(full, "Inte än")


def test_a_wall_that_was_blank_comes_back_where_the_new_card_lies(full):
    turns_back(full)
    full.presses("F7")
    full.writes("I mörkret")
    full.presses("F7")
    assert reads(full, "I mörkret")


def test_cards_picked_for_the_wall_stay_there(full):
    full.picks("Nr 00")
    full.presses("Ctrl+Return")
    before = full.room_sees()
    full.writes("Kommer sedan")
    assert full.room_sees() == before


def test_a_line_parked_while_the_parking_lot_is_shown_is_seen_too(full):
    from workshop.model.parking import park_line, show_parking

    bridge = full.window.bridge
    bridge.do(show_parking(full.stage(), True), "")
    for number in range(30):
        assert bridge.write(lambda: park_line(full.state, f"Rad {number:02} väntar"), "")  # noqa: B023
    assert page(full)[0] > 1 and reads(full, "Rad 29 väntar")


def test_one_step_back_takes_the_card_and_leaves_the_page(full):
    turns_back(full)
    full.writes("Ett kort till")
    there = page(full)
    full.presses("Ctrl+Z", full.window.focusWidget())
    assert not any(note.text == "Ett kort till" for note in full.state.all(Note))
    assert page(full)[0] <= there[0]
