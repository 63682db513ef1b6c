"""A dialogue in a real window, by keys alone: parties answer apart, all is shown at once, wordings are confirmed."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from tests.desk import Facilitator
from workshop.app import Verkstad
from workshop.model.asking.answers import joint_of
from workshop.model.record import Answer, Board
from workshop.screen.house import Beginning

PARTIES = (("Kommunen", "K"), ("Regionen", "R"), ("Staten", "S"))
KEYS = {name: f"Ctrl+{number}" for number, (name, _) in enumerate(PARTIES, 1)}


@pytest.fixture
def desk(tmp_path, monkeypatch, qtbot):
    monkeypatch.setenv("VERKSTAD_HOME", str(tmp_path))
    house = Verkstad()
    begun = house.begin(Beginning("ledningsdialogen", "Prov", "Gruppen", "Salen", "2026-11-22", PARTIES), "sv")
    desk = Facilitator(house, begun)
    yield desk
    desk.window.close()


def heard(desk: Facilitator) -> str:
    """Everything that the window shows or says to a screen reader, and the small copy of the wall."""
    said = [desk.window.desk.scene.words(), desk.twin(), desk.room_sees(), desk.hears()]
    for widget in desk.window.findChildren(QWidget):
        if found := QAccessible.queryAccessibleInterface(widget):
            said += [found.text(kind) for kind in (QAccessible.Text.Name, QAccessible.Text.Description)]
            said.append(found.text(QAccessible.Text.Value))
        said.append(widget.toolTip())
    said += [action.text() for action in desk.window.actions_.values()]
    return " ".join(said)


def answers_apart(desk: Facilitator) -> None:
    """Each party writes one answer on its own sheet."""
    desk.goes_to("answer-problem")
    for name, text in (
        ("Kommunen", "Hemligheten kommunalt: skolan saknar samordning"),
        ("Regionen", "Hemligheten regionalt: samordningen finns på papper"),
    ):
        desk.presses(KEYS[name])
        desk.writes(text)


def row(desk: Facilitator, question: str = "problem"):
    return joint_of(desk.state, desk.board("dialogue"), question)


def test_two_parties_answer_apart_and_the_desk_shows_one_at_a_time(desk):
    answers_apart(desk)
    assert "regionalt" in heard(desk)
    assert "kommunalt" not in heard(desk)
    desk.window.desk.show_twin(True)
    assert "regionalt" in heard(desk) and "kommunalt" not in heard(desk)
    desk.presses(KEYS["Kommunen"])
    assert "kommunalt" in heard(desk) and "regionalt" not in heard(desk)
    assert desk.stage().sheet == desk.state.all(Answer)[0].party
    desk.presses(KEYS["Staten"])
    assert "Hemligheten" not in heard(desk)


def test_the_wall_shows_no_answer_until_the_curtain_goes_up_and_then_all_at_once(desk):
    answers_apart(desk)
    assert "Hemligheten" not in desk.room_sees()
    assert desk.room_sees().count("1 svar bakom ridån") == 2
    desk.goes_to("show-problem")
    for said in (desk.room_sees(), " ".join(desk.window.desk.scene.words().split())):
        assert "kommunalt" in said and "regionalt" in said


def test_what_is_half_written_on_one_sheet_is_not_seen_on_another_and_not_lost(desk):
    from tests.desk import types

    desk.goes_to("answer-problem")
    box = desk.window.desk.capture._boxes["text"]
    types(box, "Hemligt qxhalvt")
    desk.presses(KEYS["Regionen"])
    assert "qxhalvt" not in heard(desk)
    types(box, "Regionens rad")
    desk.presses(KEYS["Kommunen"])
    assert box.text() == "Hemligt qxhalvt"
    desk.writes("Klart")
    desk.presses(KEYS["Regionen"])
    assert box.text() == "Regionens rad"


def test_an_answer_that_is_being_changed_is_kept_before_another_sheet_comes(desk):
    answers_apart(desk)
    answer = desk.state.all(Answer)[1]
    desk.window.desk.pick((answer.id,))
    desk.window.desk.edit(answer.id)
    editor = desk.window.desk.editing.editor
    assert editor
    editor.setPlainText("Hemligheten ändrad")
    desk.presses(KEYS["Kommunen"])
    assert desk.window.desk.editing.editor is None
    assert desk.state.need(answer.id, Answer).text == "Hemligheten ändrad"
    assert "ändrad" not in heard(desk)


def test_an_agreement_cannot_be_made_of_an_answer_behind_the_curtain(desk):
    answers_apart(desk)
    desk.presses(KEYS["Kommunen"])
    desk.window.desk.pick((desk.state.all(Answer)[1].id,))
    desk.presses("Ctrl+G")
    assert "regionalt" not in heard(desk)
    desk.commands("Del")
    assert len(desk.state.all(Answer)) == 2
    assert desk.hears()


def test_not_knowing_yet_is_one_key(desk):
    desk.goes_to("answer-problem")
    desk.presses(KEYS["Regionen"])
    desk.commands("V")
    assert [a.unknown for a in desk.state.all(Answer)] == [True]
    assert desk.sees("Vet vi inte än")
    desk.presses(KEYS["Kommunen"])
    assert not desk.window.desk.scene.words().count("Vet vi inte än")


def test_words_that_both_use_are_underlined_and_one_digit_says_how_alike_the_answers_are(desk):
    answers_apart(desk)
    desk.goes_to("show-problem")
    lit = {
        text.lines[line][start:end]
        for placed in desk.window.room.picture().placed
        for text in placed.texts
        for line, start, end in text.lit
    }
    assert {"samordning", "samordningen"} <= lit
    desk.commands("3")
    assert "≠ olika" in desk.room_sees()
    desk.commands("3")
    assert "≠ olika" not in desk.room_sees()


def test_a_wording_is_written_and_each_party_confirms_it_with_a_key_of_its_own(desk):
    desk.goes_to("word-problem")
    desk.writes("Ingen håller i.")
    assert not desk.hears()
    assert "Inte bekräftat än" in desk.room_sees()
    for key in "123":
        desk.commands(key)
    assert "Bekräftat av alla" in desk.room_sees()
    desk.presses("Ctrl+Z")
    assert "Bekräftat av Kommunen, Regionen" in desk.room_sees()
    desk.writes("", "enhetschefen", "2026-11-13")
    assert "Öppen fråga: enhetschefen, senast 13 november 2026" in desk.room_sees()
    desk.commands("O")
    assert "Öppen fråga" not in desk.room_sees()


def test_an_open_question_without_a_date_is_refused_in_a_sentence(desk):
    desk.goes_to("word-goal")
    desk.writes("", "enhetschefen")
    assert "till när" in desk.hears()
    assert row(desk, "goal").owner == ""


def test_the_four_are_weighed_in_one_line_and_the_wall_asks(desk):
    desk.goes_to("weigh")
    desk.writes("3 3 2 1")
    assert row(desk, "resources").weight == "resources_1"
    assert "vad får vika?" in desk.room_sees()


def test_a_weight_and_an_answer_can_be_dragged(desk):
    answers_apart(desk)
    desk.goes_to("show-problem")
    board = desk.window.desk.board
    picture = desk.window.desk.scene.picture
    assert picture
    answer = desk.state.all(Answer)[0]
    head = next(p for p in picture.placed if p.role == "heading" and p.texts[0].lines == ("Staten",))
    from PySide6.QtCore import QPointF

    board.dropped.emit(answer.id, QPointF(head.x + 5, head.y + head.height + 5))
    assert desk.state.need(answer.id, Answer).party == head.id.partition(":")[2]
    desk.goes_to("weigh")
    desk.writes("1")
    picture = desk.window.desk.scene.picture
    assert picture
    stop = next(p for p in picture.placed if p.id == "stop:problem_4")
    board.dropped.emit(row(desk).id, QPointF(stop.x + stop.width / 2, stop.y))
    assert row(desk).weight == "problem_4"


def test_a_party_is_named_on_the_board(desk):
    desk.writes("Cykelverkstaden Ekern", "E")
    assert "Cykelverkstaden Ekern" in desk.room_sees()
    desk.writes("En för många", "X")
    assert "fyra" in desk.hears() or "4" in desk.hears()


def test_the_sheet_that_lay_in_front_lies_there_when_the_session_is_opened_again(desk):
    answers_apart(desk)
    path = desk.leaves()
    again = Facilitator(desk.window.house, desk.window.house.open(path))
    assert again.window.desk.capture.what_is_written().pick == again.stage().sheet
    assert again.sees("regionalt") and not again.sees("kommunalt")
    again.window.close()


def test_all_can_be_done_in_the_text_twin(desk):
    answers_apart(desk)
    twin = desk.window.desk.twin
    desk.window.desk.show_twin(True)
    answer = desk.state.all(Answer)[1]
    desk.window.desk.pick((answer.id,))
    assert twin.selected() == (answer.id,)
    QTest.keyClick(twin, Qt.Key.Key_F2)
    QApplication.processEvents()
    desk.window.desk.edit(answer.id)
    editor = desk.window.desk.editing.editor
    assert editor
    editor.setPlainText("Nytt svar")
    assert desk.window.desk.editing.finish()
    assert desk.state.need(answer.id, Answer).text == "Nytt svar"
    assert desk.state.need(desk.board("dialogue").id, Board)
