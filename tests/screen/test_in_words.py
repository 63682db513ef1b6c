"""The board in words by its own keys, and what is said over the board, which hides nothing that was written."""

import pytest
from PySide6.QtCore import QPoint, QRect
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu

from workshop.model.record import Note


def in_words(facilitator):
    """Three cards, with the board in words in focus."""
    for line in ("Mötet blir inte av", "Granskning två gånger", "Pengarna räcker inte"):
        facilitator.writes(line)
    facilitator.window.activateWindow()
    facilitator.presses("F3")
    twin = facilitator.window.desk.twin
    assert facilitator.window.focusWidget() is twin
    return twin


def test_a_letter_goes_to_the_row_that_begins_so_and_does_nothing_else(facilitator):
    twin, before = in_words(facilitator), facilitator.state.all(Note)
    for letter, text in (("g", "Granskning"), ("p", "Pengarna"), ("m", "Mötet")):
        QTest.keyClicks(twin, letter)
        facilitator._later()
        assert facilitator.state.need(facilitator.window.desk.desk.first, Note).text.startswith(text)
        assert facilitator.hears() == ""
        QTest.qWait(QApplication.keyboardInputInterval() + 50)
    assert facilitator.state.all(Note) == before


@pytest.mark.qt_log_ignore("does not support")
def test_what_the_letters_do_on_the_board_stands_in_the_menu_of_the_row(facilitator):
    twin = in_words(facilitator)
    facilitator.picks("Mötet")
    at = twin.rect().center()
    event = QContextMenuEvent(QContextMenuEvent.Reason.Keyboard, at, twin.mapToGlobal(at))
    QApplication.sendEvent(twin.viewport(), event)
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    offered = {action.text().casefold() for action in menu.actions()}
    assert any("rubrik" in title for title in offered) and any("slå ihop" in title for title in offered), offered
    menu.close()
    facilitator.presses("Del", twin)
    assert not any(note.text.startswith("Mötet") for note in facilitator.state.all(Note))


def test_a_refusal_hides_no_card_and_goes_when_the_next_thing_is_done(facilitator):
    for number in range(40):
        facilitator.writes(f"Kort nummer {number:02} av många")
    desk = facilitator.window.desk
    desk.board.setFocus()
    desk.pick(())
    facilitator.presses("F2")
    messages = facilitator.window.messages
    assert messages.text and messages.isVisible()
    place = QRect(messages.mapTo(desk, QPoint()), messages.size())
    for part in (desk.board, desk.capture):
        assert not place.intersects(QRect(part.mapTo(desk, QPoint()), part.size()))
    assert desk.rect().contains(place)
    facilitator.picks("Kort nummer 03")
    facilitator.commands("Alt+Down")
    assert not messages.isVisible()
