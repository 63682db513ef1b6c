"""A session that is frozen for reading: it says so, nothing in it changes, and a question thaws it."""

import pytest

from tests.desk import Facilitator
from workshop.model.record import Note
from workshop.model.refusal import Refusal
from workshop.store.session_file import SessionFile


def toggles(facilitator) -> None:
    facilitator.window.actions_["shut"].trigger()
    facilitator._later()


def test_a_frozen_session_is_only_read_also_the_next_time(facilitator, house, qtbot):
    facilitator.writes("Vi svarar inte")
    toggles(facilitator)
    window = facilitator.window
    assert "fryst" in facilitator.hears() and window.opened.read_only and window.actions_["shut"].isChecked()
    assert "bara" in window.header.saved.text().lower() or window.header.lock.isVisible()
    assert house.finding.picture(window.opened.path), "it is seen in the library as it was when it was frozen"
    before = window.opened.path.read_bytes()
    facilitator.writes("Ett till")
    assert "Passet är fryst för läsning" in facilitator.hears()
    facilitator.presses("Ctrl+Z")
    assert [note.text for note in facilitator.state.all(Note) if note.text.startswith(("Vi svarar", "Ett"))] == [
        "Vi svarar inte"
    ]
    path = facilitator.leaves()
    assert path.read_bytes() == before
    opened = house.open(path)
    assert opened.read_only and "fryst för läsning" in opened.notice
    again = Facilitator(house, opened)
    qtbot.addWidget(again.window)
    assert again.window.actions_["shut"].isChecked()
    again.leaves()
    assert path.read_bytes() == before


def test_it_is_thawed_after_a_question_and_goes_on(facilitator, monkeypatch):
    toggles(facilitator)
    asked = facilitator.answers_questions(monkeypatch, go_on=False)
    toggles(facilitator)
    assert asked and facilitator.window.opened.read_only and facilitator.window.actions_["shut"].isChecked()
    facilitator.answers_questions(monkeypatch, go_on=True)
    toggles(facilitator)
    assert not facilitator.window.opened.read_only and not facilitator.window.actions_["shut"].isChecked()
    facilitator.writes("Vi svarar inte")
    path = facilitator.leaves()
    file = SessionFile.open(path)
    assert "Vi svarar inte" in {note.text for note in file.state.all(Note)} and file.notice is None
    file.close()


def test_one_that_is_written_in_elsewhere_is_not_thawed(facilitator, monkeypatch):
    toggles(facilitator)
    other = SessionFile.open(facilitator.window.opened.path, read_only=False)
    facilitator.answers_questions(monkeypatch, go_on=True)
    toggles(facilitator)
    assert "ett annat fönster" in facilitator.hears() and facilitator.window.opened.read_only
    other.close()
    toggles(facilitator)
    assert not facilitator.window.opened.read_only


def test_a_protected_session_freezes_and_thaws_too(facilitator, house):
    opened = facilitator.window.opened
    house.keeping.protect(opened, "fyra vänliga ord")
    house.keeping.shut(opened)
    with pytest.raises(Refusal, match="frozen"):
        house.keeping.protect(opened, "")
    house.keeping.thaw(opened)
    facilitator.writes("Vi svarar inte")
    assert facilitator.card("Vi svarar inte")
