"""The soft chime: once, as the time runs out, where there is something to sound with and somebody wants it."""

import time

import pytest

from tests.desk import Facilitator, begun
from workshop.model.change import update
from workshop.screen import chime


@pytest.fixture
def heard(tmp_path, monkeypatch):
    """A player of sounds that notes what it is given to play."""
    folder, note = tmp_path / "bin", tmp_path / "heard.txt"
    folder.mkdir()
    player = folder / "paplay"
    player.write_text(f'#!/bin/sh\necho "$1" >> "{note}"\n')
    player.chmod(0o755)
    monkeypatch.setenv("PATH", f"{folder}:/usr/bin:/bin")
    monkeypatch.setattr(chime, "PLAYERS", (("paplay",),))
    return lambda: note.read_text().split() if note.exists() else []


def runs_out(facilitator, qtbot, seconds: float = 0.3) -> None:
    """The clock runs, and so much is left of the time."""
    facilitator.window.bridge.do(update(facilitator.stage(), left=seconds, since=round(time.time(), 1)), "")
    qtbot.wait(round(1000 * seconds) + 300)
    assert facilitator.window.room.clock.urgency() == "over"


def test_it_sounds_once_as_the_time_runs_out(facilitator, qtbot, heard) -> None:
    facilitator.window.furnish()
    runs_out(facilitator, qtbot)
    qtbot.waitUntil(lambda: heard() == [str(chime.SOUND)], timeout=5000)
    qtbot.wait(1200)
    assert len(heard()) == 1
    assert facilitator.window.header.short.text() == "över tiden", "the eye is told too"


def test_it_is_switched_off_for_good(facilitator, house, qtbot, heard) -> None:
    facilitator.window.furnish()
    facilitator.window.actions_["chime"].trigger()
    assert not facilitator.window.chime.on
    runs_out(facilitator, qtbot)
    later = Facilitator(house, begun(house))
    qtbot.addWidget(later.window)
    later.window.furnish()
    assert not later.window.chime.on and not later.window.actions_["chime"].isChecked()
    assert heard() == []


def test_where_nothing_can_sound_it_is_silent_and_cannot_be_chosen(facilitator, qtbot, monkeypatch) -> None:
    monkeypatch.setattr(chime, "PLAYERS", ())
    facilitator.window.furnish()
    runs_out(facilitator, qtbot)
    assert not facilitator.window.actions_["chime"].isEnabled()


def test_a_time_that_ran_out_while_the_program_was_closed_is_not_rung_for(facilitator, qtbot, heard) -> None:
    facilitator.window.furnish()
    facilitator.window.bridge.do(update(facilitator.stage(), left=10.0, since=time.time() - 600), "")
    qtbot.wait(300)
    assert heard() == []


def test_the_sound_is_small_and_whole() -> None:
    import wave

    with wave.open(str(chime.SOUND)) as file:
        assert 0.5 < file.getnframes() / file.getframerate() < 2
    assert chime.SOUND.stat().st_size < 60_000
