"""Several exercises in one session: going between them, adding one, and coming back where one was."""

import pytest
from PySide6.QtWidgets import QLineEdit

from tests.desk import Facilitator, begun, types
from workshop.model.parties import taking_part
from workshop.model.record import Answer, Note, Party, Run
from workshop.screen.facilitator.taking_part import TakingPart
from workshop.screen.parts.chooser import Chooser


def chooses(monkeypatch, beginning: str) -> list[str]:
    """From now on choose the row that begins so, in whatever is asked; the list fills with what was offered."""
    offered: list[str] = []

    def answer(chooser: Chooser) -> int:
        rows = [chooser._list.item(row).text() for row in range(chooser._list.count())]
        offered.extend(rows)
        chooser._list.setCurrentRow(next(i for i, row in enumerate(rows) if row.startswith(beginning)))
        return 1

    monkeypatch.setattr(Chooser, "exec", answer)
    return offered


def takes_part(monkeypatch, *names: str) -> None:
    """From now on these take part, whatever exercise asks."""

    def answer(dialog: TakingPart) -> int:
        for row, name in zip(dialog.rows, names, strict=True):
            row.findChildren(QLineEdit)[0].setText(name)
        dialog.accept()
        return dialog.result()

    monkeypatch.setattr(TakingPart, "exec", answer)


def adds_another(facilitator, monkeypatch, *names: str) -> Run:
    chooses(monkeypatch, "Ny: Reta motparten")
    takes_part(monkeypatch, *names)
    facilitator.presses("Ctrl+O")
    return facilitator.state.all(Run)[-1]


def test_an_exercise_is_added_and_the_room_goes_there(facilitator, monkeypatch):
    facilitator.goes_to("write")
    first = facilitator.state.all(Run)[0]
    added = adds_another(facilitator, monkeypatch, "Kommunen", "Polisen")
    assert added.id != first.id and facilitator.stage().run == added.id
    assert facilitator.stage().step == "contract"
    assert [party.name for party in facilitator.state.all(Party)] == ["Kommunen", "Regionen", "Polisen"]
    assert "Reta motparten 2" in facilitator.window.header.exercise.text()


def test_going_back_comes_to_the_step_and_the_lists_that_were_left(facilitator, monkeypatch):
    facilitator.goes_to("write")
    facilitator.writes("Vi svarar aldrig")
    adds_another(facilitator, monkeypatch, "Kommunen", "Polisen")
    facilitator.goes_to("write")
    assert facilitator.sees("Polisen") and not facilitator.sees("Vi svarar aldrig")
    chooses(monkeypatch, "Reta motparten 1")
    facilitator.presses("Ctrl+O")
    assert facilitator.stage().step == "write"
    assert facilitator.sees("Vi svarar aldrig") and facilitator.sees("Regionen")
    assert not facilitator.sees("Polisen")


def test_an_exercise_that_was_added_is_taken_back_with_one_key(facilitator, monkeypatch):
    facilitator.goes_to("write")
    before = {record for record in facilitator.state if isinstance(record, (Note, Party, Run))}
    adds_another(facilitator, monkeypatch, "Kommunen", "Polisen")
    facilitator.presses("Ctrl+Z")
    assert {record for record in facilitator.state if isinstance(record, (Note, Party, Run))} == before
    assert facilitator.stage().step == "write" and facilitator.stage().left == 420.0
    assert facilitator.sees("Regionen")
    facilitator.presses("Ctrl+Shift+Z")
    assert len(facilitator.state.all(Run)) == 2


def test_one_can_write_at_once_in_an_exercise_that_one_came_to(facilitator, monkeypatch):
    window = facilitator.window
    window.activateWindow()
    adds_another(facilitator, monkeypatch, "Kommunen", "Polisen")
    types(window.focusWidget(), "Vi börjar i tid")
    facilitator.presses("Return", window.focusWidget())
    assert facilitator.sees("Vi börjar i tid")
    window.desk.board.setFocus()
    chooses(monkeypatch, "Reta motparten 1")
    facilitator.presses("Ctrl+O")
    types(window.focusWidget(), "Vi lyssnar färdigt")
    facilitator.presses("Return", window.focusWidget())
    assert facilitator.sees("Vi lyssnar färdigt")


def test_what_was_added_is_there_when_the_lid_has_been_closed(facilitator, house, monkeypatch):
    adds_another(facilitator, monkeypatch, "Kommunen", "Polisen")
    facilitator.goes_to("write")
    facilitator.writes("Vi glömmer bort")
    path = facilitator.leaves()
    again = Facilitator(house, house.open(path))
    assert again.sees("Vi glömmer bort") and len(again.state.all(Run)) == 2
    again.leaves()


def test_a_party_without_a_name_is_asked_for(qtbot, facilitator):
    dialog = TakingPart("Reta motparten", (2, 2), [("Kommunen", "K")], facilitator.window.words, facilitator.window)
    qtbot.addWidget(dialog)
    assert dialog.written()[0] == ("Kommunen", "K")
    dialog.rows[1].name.setText(" ")
    dialog.accept()
    assert not dialog.result() and dialog.rows[1].fault.text()


def test_a_party_of_the_session_is_filled_in_from_its_first_letters_and_keeps_its_mark(qtbot, facilitator):
    there = [("Kommunen", "K"), ("Regionen", "R"), ("Skolan", "B")]
    dialog = TakingPart("Reta motparten", (2, 2), there, facilitator.window.words, facilitator.window)
    qtbot.addWidget(dialog)
    dialog.show()
    dialog.activateWindow()
    dialog.rows[0].name.setFocus()
    dialog.rows[0].name.selectAll()
    types(dialog.rows[0].name, "Sk")
    assert dialog.written() == [("Skolan", "B"), ("Regionen", "R")]
    types(dialog.rows[0].name, "ridsko")
    assert dialog.written()[0][0] == "Skridsko" and dialog.written()[0][1] not in ("B", "R")
    dialog.reject()


def test_parties_stand_in_the_order_in_which_they_were_written(facilitator, monkeypatch):
    adds_another(facilitator, monkeypatch, "Regionen", "Kommunen")
    facilitator.presses("Ctrl+K")
    facilitator.goes_to("write")
    facilitator.writes("Vi svarar aldrig")
    assert facilitator.card("Vi svarar aldrig").list == taking_part(facilitator.state, facilitator.stage().run)[0].id
    assert taking_part(facilitator.state, facilitator.stage().run)[0].name == "Regionen"


def test_the_way_back_goes_to_the_step_that_was_left_and_not_further(house, qtbot, monkeypatch):
    facilitator = Facilitator(house, begun(house, exercise="isberget", parties=()))
    qtbot.addWidget(facilitator.window)
    facilitator.goes_to("sink")
    facilitator.presses("Ctrl+3")
    facilitator.writes("Ingen vill vara den som ringer hem")
    facilitator.picks("Ingen vill")
    takes_part(monkeypatch, "Skolan", "Hemmen")
    rows = iter(("Ny: Ledningsdialogens", "Problemet"))
    choose = Chooser.exec

    def answer(chooser: Chooser) -> int:
        chooses(monkeypatch, next(rows))
        answered = chooser.exec()
        monkeypatch.setattr(Chooser, "exec", answer)
        return answered

    monkeypatch.setattr(Chooser, "exec", answer)
    facilitator.presses("Ctrl+M")
    monkeypatch.setattr(Chooser, "exec", choose)
    facilitator.goes_to("answer-problem")
    assert facilitator.sees("Ingen vill vara den som ringer hem")
    carried = next(a for a in facilitator.state.all(Answer) if a.origin)
    facilitator.window.desk.pick((carried.id,))
    facilitator.window.actions_["origin"].trigger()
    assert facilitator.stage().step == "sink"
    assert facilitator.window.desk.desk.first == facilitator.card("Ingen vill").id
    facilitator.leaves()


@pytest.mark.usefixtures("visits")
def test_what_no_exercise_on_the_shelf_takes_up_can_become_an_agreement(facilitator):
    facilitator.writes("Vi svarar aldrig")
    facilitator.goes_to("hits")
    facilitator.picks("Vi svarar aldrig")
    facilitator.writes("1 2 3 4")
    facilitator.goes_to("turn")
    facilitator.picks("Vi svarar aldrig")
    facilitator.writes("Vi svarar inom tre dagar")
    facilitator.presses("Ctrl+M")
    assert "Gör en överenskommelse av det (Ctrl+G)" in facilitator.hears()


def test_nothing_picked_is_said_in_a_sentence(facilitator):
    facilitator.presses("Ctrl+M")
    assert "Välj först något" in facilitator.hears()
    facilitator.presses("Ctrl+U")
    assert "inte hämtat" in facilitator.hears()
