"""A step that keeps no author, as the facilitator meets it."""

import pytest

from tests.desk import Facilitator, begun
from workshop.model.record import Note
from workshop.screen.safety import hourly


@pytest.fixture
def facilitator(house, qtbot):
    made = Facilitator(house, begun(house, exercise="ledningsdialogen"))
    qtbot.addWidget(made.window)
    made.goes_to("unsaid")
    return made


def test_the_facilitator_sees_that_a_step_is_anonymous_and_the_room_does_not_need_to(facilitator):
    assert "Anonymt steg" in facilitator.window.desk.nudge.text()
    assert "Anonymt" not in facilitator.room_sees()
    facilitator.presses("F3")
    assert "Anonymt steg" in facilitator.twin()
    facilitator.presses("F3")
    facilitator.goes_to("followup")
    assert "Anonymt" not in facilitator.window.desk.nudge.text()


def test_a_table_that_is_written_on_the_line_is_not_kept_and_undo_takes_the_card_back(facilitator):
    facilitator.writes("Bord 3: Ingen har frågat henne 7")
    (note,) = facilitator.state.all(Note)
    assert (note.text, note.table, note.hands) == ("Ingen har frågat henne", 0, 7)
    facilitator.presses("Ctrl+Z")
    assert not facilitator.state.all(Note)


def test_after_a_restart_undo_says_in_a_sentence_why_it_ends(facilitator, house, qtbot):
    facilitator.writes("Ingen har frågat henne")
    again = Facilitator(house, house.open(facilitator.leaves()))
    qtbot.addWidget(again.window)
    again.presses("Ctrl+Z")
    assert "anonymt steg sparar ingen ordning" in again.hears()
    assert [note.text for note in again.state.all(Note)] == ["Ingen har frågat henne"]


def test_no_backup_is_made_in_the_middle_of_it(facilitator, monkeypatch, qtbot):
    made: list[str] = []
    monkeypatch.setattr(hourly.Hourly, "_back_up", lambda _: made.append(facilitator.window.step.key))
    monkeypatch.setattr(hourly, "HOUR_MS", 30)
    hourly.Hourly(facilitator.window)
    qtbot.wait(150)
    assert made == ["unsaid"], "only the one with which the watch begins"
    facilitator.goes_to("followup")
    qtbot.waitUntil(lambda: "followup" in made)
