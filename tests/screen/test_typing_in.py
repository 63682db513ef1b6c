"""The group has worked on paper; afterwards the facilitator types it in by keyboard alone."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit

from tests.desk import Facilitator, begun, types
from workshop.model.record import Actor, Answer, Link, Note
from workshop.screen.facilitator.typing_in import TypingIn


class Typist:
    """Somebody with a pile of sheets, at the dialog."""

    def __init__(self, facilitator: Facilitator) -> None:
        self.facilitator = facilitator
        self.dialog = TypingIn(facilitator.window)
        self.dialog.show()
        QApplication.processEvents()

    def row(self, *spaces: str) -> None:
        """One row, a space after another, with Enter after each."""
        for text in spaces:
            self.types(text)
        QApplication.processEvents()

    def types(self, text: str) -> None:
        box = self.dialog.focusWidget()
        assert isinstance(box, QLineEdit)
        box.selectAll()
        types(box, text)
        QTest.keyClick(box, Qt.Key.Key_Return)

    def empty_row(self) -> None:
        QTest.keyClick(self.dialog.focusWidget(), Qt.Key.Key_Return)
        QApplication.processEvents()

    def takes_sheet(self, number: int, table: int = 0) -> None:
        found = [n for n in range(self.dialog.sheet.count()) if self.dialog.sheet.itemText(n).startswith(f"{number}. ")]
        self.dialog.sheet.setCurrentIndex(found[0])
        self.dialog.table.setValue(table)
        QApplication.processEvents()
        next(iter(self.dialog.boxes.values())).setFocus()


@pytest.fixture
def typist(house, qtbot):
    def at(exercise: str = "reta-motparten", **parties) -> Typist:
        facilitator = Facilitator(house, begun(house, exercise=exercise, **parties))
        qtbot.addWidget(facilitator.window)
        facilitator.window.activateWindow()
        return Typist(facilitator)

    return at


def cards(typist: Typist, key: str) -> list[str]:
    board = typist.facilitator.board(key)
    return [note.text for note in typist.facilitator.state.inside(board.id, Note)]


def test_it_begins_with_the_sheet_of_the_step_one_stands_on_and_leaves_the_wall_alone(typist):
    at = typist()
    assert at.dialog.sheet.currentText() == "1. Kontrakt"
    before = at.facilitator.stage()
    at.takes_sheet(3)
    at.row("Vi svarar aldrig")
    assert at.facilitator.stage() == before
    assert cards(at, "provocations") == ["Vi svarar aldrig"]


def test_row_by_row_and_an_empty_row_goes_to_the_next_part(typist):
    at = typist()
    at.takes_sheet(3, table=2)
    assert "Kommunen" in at.dialog.title.text() and "Rad 1" in at.dialog.row.text()
    at.row("Vi mejlar på fredag")
    at.row("Bord 4: Vi bokar om 3")
    assert "Rad 3" in at.dialog.row.text()
    at.empty_row()
    assert "Regionen" in at.dialog.title.text() and "Rad 1" in at.dialog.row.text()
    at.row("Vi byter telefonnummer")
    found = at.facilitator.state.inside(at.facilitator.board("provocations").id, Note)
    assert [(n.text, n.table, n.hands) for n in found] == [
        ("Vi mejlar på fredag", 2, 0),
        ("Vi bokar om", 4, 3),
        ("Vi byter telefonnummer", 2, 0),
    ]
    assert len({n.list for n in found}) == 2


def test_a_number_says_which_card_and_is_refused_where_there_is_none(typist):
    at = typist("isberget", parties=())
    at.takes_sheet(2)
    at.row("Uteblir")
    at.row("Svarar inte")
    at.takes_sheet(3)
    at.row("7", "2")
    assert at.dialog.refusals.text == "”7” är inte ett nummer från 1 till 2."
    at.dialog.boxes["about"].setFocus()
    at.row("2", "2")
    assert [n.list for n in at.facilitator.state.all(Note)] == ["above", "line"]
    at.takes_sheet(4)
    at.types("1")
    at.types("Brevet är för svårt")
    links = at.facilitator.state.all(Link)
    assert len(links) == 1 and at.facilitator.state.need(links[0].end, Note).text == "Uteblir"


def test_while_a_number_is_written_it_is_seen_what_it_stands_for(typist):
    at = typist("en-person-i-mitten", parties=())
    at.takes_sheet(4)
    at.row("Boendestöd", "5", "3", "2")
    at.row("Vårdcentralen", "", "4", "")
    assert [(a.text, a.people, a.sector) for a in at.facilitator.state.all(Actor)] == [
        ("Boendestöd", 5, "municipality"),
        ("Vårdcentralen", 1, "region"),
    ]
    at.takes_sheet(5)
    at.dialog.boxes["about"].setText("2")
    said = [label.text() for label in at.dialog.fields.findChildren(type(at.dialog.title))]
    assert "Vårdcentralen" in said


def test_the_last_row_is_taken_back_with_one_key(typist):
    at = typist()
    at.takes_sheet(3)
    at.row("Ett")
    at.row("Två")
    at.dialog.back.click()
    assert cards(at, "provocations") == ["Ett"]
    assert "Rad 2" in at.dialog.row.text()


def test_each_partys_sheet_of_the_dialogue_is_its_own(typist):
    at = typist("ledningsdialogen")
    at.takes_sheet(2)
    at.row("Ingen håller i")
    at.empty_row()
    at.row("Alla håller i")
    parties = [answer.party for answer in at.facilitator.state.all(Answer)]
    assert len(parties) == len(set(parties)) == 2


def test_what_points_to_a_person_is_asked_about(typist, monkeypatch):
    at = typist()
    asked = at.facilitator.answers_questions(monkeypatch, go_on=False)
    at.takes_sheet(3)
    at.row("Ring 070-123 45 67")
    assert asked and not cards(at, "provocations")
