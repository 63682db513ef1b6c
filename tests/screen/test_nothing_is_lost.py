"""What somebody is in the middle of writing is kept, or they are told; never dropped, never put in the wrong place."""

import pytest
from PySide6.QtWidgets import QMessageBox

from workshop.model.record import Memo, Note
from workshop.model.refusal import Refusal

NUMBER = "19121212-1212"


@pytest.fixture(autouse=True)
def first_card(facilitator):
    facilitator.writes("Kort ett")


@pytest.fixture
def full_disk(facilitator, monkeypatch):
    """From now on nothing can be saved."""

    def full(change, entry):
        raise Refusal("The disk is full. Make room and do it again.")

    keep = facilitator.window.opened.session._keep
    return lambda: monkeypatch.setattr(keep, "write", full)


def opens(facilitator, text="Kort ett"):
    facilitator.picks(text)
    facilitator.presses("F2")
    return facilitator.window.desk.editing.editor


def reopened(house, facilitator):
    path = facilitator.leaves()
    opened = house.open(path)
    state = opened.session.state
    opened.close()
    return state


def test_a_card_that_is_being_written_on_is_kept_when_the_step_changes(facilitator):
    opens(facilitator).setPlainText("Kort ett, ändrat")
    facilitator.goes_to("sort")
    assert facilitator.card("Kort ett").text == "Kort ett, ändrat"


def test_the_back_of_a_card_stays_its_back_when_one_goes_on_at_once(facilitator):
    facilitator.goes_to("hits")
    facilitator.picks("Kort ett")
    facilitator.writes("0 0 0 9")
    facilitator.goes_to("turn")
    facilitator.picks("Kort ett")
    facilitator.writes("Vi ringer", "lugn")
    opens(facilitator).setPlainText("Vi ringer i god tid")
    facilitator.goes_to("missed")
    note = facilitator.card("Kort ett")
    assert (note.text, note.flip) == ("Kort ett", "Vi ringer i god tid")


def test_a_card_that_is_being_written_on_is_kept_when_the_window_closes(facilitator, house):
    opens(facilitator).setPlainText("Kort ett, sista ordet")
    assert [n.text for n in reopened(house, facilitator).all(Note) if n.text.startswith("Kort")] == [
        "Kort ett, sista ordet"
    ]


def test_a_personnummer_on_a_card_keeps_us_on_the_step_until_it_is_changed(facilitator, monkeypatch):
    asked = facilitator.answers_questions(monkeypatch, go_on=False)
    editor = opens(facilitator)
    editor.setPlainText(f"Ring {NUMBER}")
    facilitator.goes_to("sort")
    assert asked and facilitator.stage().step == "write"
    assert editor.toPlainText() == f"Ring {NUMBER}", "what is written stays to be changed"
    editor.setPlainText("Ring växeln")
    facilitator.goes_to("sort")
    assert facilitator.card("Ring").text == "Ring växeln"


def test_a_personnummer_on_a_card_is_not_kept_when_typing_rests(facilitator, qtbot):
    editor = opens(facilitator)
    editor.setPlainText(f"Ring {NUMBER}")
    qtbot.wait(600)
    assert facilitator.card("Kort ett").text == "Kort ett"
    editor.setPlainText("Kort ett")


def test_a_personnummer_in_the_notes_is_asked_about_once(facilitator, monkeypatch):
    memo = facilitator.window.papers.memo
    asked = facilitator.answers_questions(monkeypatch, go_on=False)
    memo.setPlainText(f"Obs {NUMBER}")
    assert not memo.keep() and not facilitator.state.all(Memo)
    facilitator.answers_questions(monkeypatch, go_on=True)
    assert memo.keep() and memo.keep()
    memo.setPlainText(f"Obs {NUMBER} igen")
    assert memo.keep()
    assert len(asked) == 1 and facilitator.state.all(Memo)[0].text.endswith("igen")


def test_a_personnummer_in_an_agreement_is_stopped(facilitator, monkeypatch):
    asked = facilitator.answers_questions(monkeypatch, go_on=False)
    facilitator.picks("Kort ett")
    facilitator.presses("Ctrl+G")
    form = facilitator.window.papers.agreed.form
    form.fill(who=NUMBER)
    form._enter()
    assert asked and not facilitator.agreements()


def test_notes_are_kept_when_the_step_changes_and_when_the_window_closes(facilitator, house):
    memo = facilitator.window.papers.memo
    memo.setPlainText("Första steget")
    facilitator.goes_to("sort")
    assert memo.toPlainText() == ""
    memo.setPlainText("Andra steget")
    texts = {m.step: m.text for m in reopened(house, facilitator).all(Memo)}
    assert texts == {"write": "Första steget", "sort": "Andra steget"}


def test_undo_takes_the_notes_back_from_the_paper_too(facilitator):
    memo = facilitator.window.papers.memo
    memo.setPlainText("Bort med det här")
    memo.keep()
    facilitator.window.bridge.undo()
    assert memo.toPlainText() == "" and not facilitator.state.all(Memo)
    facilitator.goes_to("sort")
    assert not facilitator.state.all(Memo), "it is not written back when we go on"


def test_notes_that_a_full_disk_refused_stay_on_the_paper(facilitator, full_disk, monkeypatch):
    full_disk()
    memo = facilitator.window.papers.memo
    memo.setPlainText("Får inte försvinna")
    assert not memo.keep()
    facilitator.goes_to("sort")
    assert facilitator.stage().step == "write" and memo.toPlainText() == "Får inte försvinna"
    asked = []
    monkeypatch.setattr(QMessageBox, "exec", lambda box: asked.append(box.text()) or 0)
    facilitator.window.close()
    assert asked and facilitator.window.isVisible(), "closing asks first, and Esc means go back"
    monkeypatch.undo()
    assert memo.keep()


def test_the_wall_goes_dark_on_a_full_disk_too_and_the_switches_say_what_is(facilitator, full_disk):
    full_disk()
    facilitator.presses("F7")
    assert facilitator.room_sees() == ""
    assert "Disken är full" in facilitator.hears()
    assert facilitator.window.actions_["blank"].isChecked()
    facilitator.window.actions_["share_raw"].trigger()
    assert not facilitator.window.actions_["share_raw"].isChecked(), "what was refused does not look done"


def test_half_a_line_goes_along_where_there_is_a_line_and_comes_back_where_there_was_none(facilitator):
    line = facilitator.window.desk.capture
    facilitator.goes_to("write")
    line.fill(text="Vi svarar på fredagar")
    facilitator.goes_to("read")
    facilitator.goes_to("turn")
    facilitator.goes_to("write")
    assert line.what_is_written().values["text"] == "Vi svarar på fredagar"
    facilitator.presses("Return", line._text_box())
    assert facilitator.card("Vi svarar på fredagar")
    facilitator.goes_to("hits")
    facilitator.goes_to("write")
    assert line.what_is_written().values["text"] == "", "what lies on the board is not half written any more"


def test_half_a_line_survives_another_language(facilitator):
    facilitator.presses("Ctrl+2")
    facilitator.window.desk.capture.fill(text="Halva rad")
    facilitator.window.papers.agreed.form.fill(text="Halvt löfte", who="chefen")
    facilitator.window.speak("en", "dark")
    written = facilitator.window.desk.capture.what_is_written()
    assert written.values["text"] == "Halva rad"
    assert written.pick == facilitator.window.desk.capture._entry.picks[1].key
    assert facilitator.window.papers.agreed.form.what_is_written().values["who"] == "chefen"


def test_what_is_deleted_for_good_is_gone_from_a_frozen_wall_and_from_a_half_filled_form(facilitator, monkeypatch):
    facilitator.goes_to("read")
    facilitator.presses("F8")
    facilitator.picks("Kort ett")
    facilitator.presses("Ctrl+G")
    assert "Kort ett" in facilitator.room_sees()
    facilitator.answers_questions(monkeypatch, go_on=True)
    facilitator.window.leaving.erase()
    assert "Kort ett" not in facilitator.room_sees()
    assert "Kort ett" not in "".join(facilitator.window.papers.agreed.form.what_is_written().values.values())


def test_the_window_closes_even_where_its_picture_cannot_be_kept(facilitator, house, monkeypatch, qtbot):
    def full(*_):
        raise Refusal("The disk is full. Make room and do it again.")

    monkeypatch.setattr(house, "keep_picture", full)
    path = facilitator.window.opened.path
    with qtbot.waitSignal(facilitator.window.closed):
        facilitator.window.close()
    again = house.open(path)
    assert not again.read_only, "the file was let go of"
    again.close()
