"""One key from anywhere, a line and Enter, and one is back where one was."""

import pytest
from shiboken6 import isValid

from tests.desk import types
from workshop.model.record import Agreement, Parked, Party
from workshop.screen.facilitator import parking_lot
from workshop.screen.parts.chooser import Chooser

from .dialogs import answers


class AtTheLot:
    """The facilitator with the parking lot open."""

    def __init__(self, facilitator, monkeypatch) -> None:
        self.facilitator, self.opened = facilitator, []
        opens = parking_lot.open_lot

        def noted(window):
            self.opened.append(opens(window))
            return self.opened[-1]

        monkeypatch.setattr(parking_lot, "open_lot", noted)

    def opens(self):
        self.facilitator.presses("Ctrl+B", self.facilitator.window.focusWidget())
        return self.opened[-1]

    def parks(self, *lines: str):
        dialog = self.opens()
        for line in lines:
            types(dialog.line, line)
            self.presses("Return")
        return dialog

    def presses(self, key: str) -> None:
        dialog = self.opened[-1]
        self.facilitator.presses(key, dialog.focusWidget() or dialog)

    def lot(self) -> list[str]:
        return [line.text for line in self.facilitator.state.all(Parked)]


@pytest.fixture
def at(facilitator, monkeypatch):
    made = AtTheLot(facilitator, monkeypatch)
    yield made
    for dialog in filter(isValid, made.opened):
        dialog.close()


def test_a_line_is_parked_from_the_writing_line_and_the_step_and_the_half_written_card_stay(at, facilitator):
    box = facilitator.window.focusWidget()
    types(box, "Halva kortet")
    at.parks("Vem har nycklarna", "Bord 3: Lokalen i maj")
    at.presses("Return")
    assert at.lot() == ["Vem har nycklarna", "Lokalen i maj"], "an Enter too many is no line"
    at.presses("Escape")
    assert facilitator.stage().step == "write" and box.text() == "Halva kortet"
    assert "nycklarna" not in facilitator.room_sees()


def test_a_line_is_changed_moved_and_removed_and_each_is_undone(at):
    dialog = at.parks("Ett", "Två")
    at.presses("Up")
    at.presses("F2")
    assert dialog.line.text() == "Två"
    types(dialog.line, " gånger")
    at.presses("Return")
    assert at.lot() == ["Ett", "Två gånger"]
    at.presses("Alt+Up")
    assert at.lot() == ["Två gånger", "Ett"]
    at.presses("Ctrl+Del")
    assert at.lot() == ["Ett"]
    for wanted in (["Två gånger", "Ett"], ["Ett", "Två gånger"], ["Ett", "Två"]):
        at.presses("Ctrl+Z")
        assert at.lot() == wanted


def test_a_line_is_moved_on_to_the_board_or_becomes_an_agreement(at, facilitator, monkeypatch):
    at.parks("Ett", "Två")
    at.presses("Up")
    answers(monkeypatch, Chooser, "Regionen", "<Return>")
    at.presses("Ctrl+M")
    assert facilitator.card("Två").list == facilitator.state.all(Party)[1].id
    assert at.lot() == ["Ett"] and facilitator.sees("Två")
    at.presses("Ctrl+G")
    assert at.lot() == [] and [a.text for a in facilitator.state.all(Agreement)] == ["Ett"]
    at.presses("Ctrl+G")
    assert "Markera en rad" in at.opened[-1].said.text()


def test_the_room_sees_it_only_when_it_is_shown(at, facilitator):
    at.parks("Vem har nycklarna")
    assert "nycklarna" not in facilitator.room_sees()
    at.presses("Ctrl+Return")
    assert "Vem har nycklarna" in facilitator.room_sees() and "Parkering" in facilitator.room_sees()
    at.presses("Ctrl+Return")
    assert "nycklarna" not in facilitator.room_sees()
    at.presses("Ctrl+Return")
    at.presses("Escape")
    facilitator.goes_to("sort")
    assert "nycklarna" not in facilitator.room_sees(), "another step brings the board back"


def test_a_telephone_number_is_asked_about(at, facilitator, monkeypatch):
    asked = facilitator.answers_questions(monkeypatch, go_on=False)
    at.parks("Ring 070-123 45 67")
    assert len(asked) == 1 and at.lot() == []
    assert at.opened[-1].line.text() == "Ring 070-123 45 67"
