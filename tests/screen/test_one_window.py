"""A session is written in by one window: whoever opens it once more comes to that one, in whichever program it is."""

import os
import subprocess
import sys
import time

import pytest

from workshop.look import RESOURCES
from workshop.model.refusal import Elsewhere
from workshop.screen import program
from workshop.screen.program import Program, application
from workshop.store.one_writer import answer, door, knock
from workshop.store.opening import in_use

from .visitor import held


def starts(path, tmp_path):
    """Another program on a session, with windows that nobody sees."""
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen", "PYTHONPATH": str(RESOURCES.parent)}
    command = [sys.executable, "-m", "workshop", str(path)]
    return subprocess.Popen(command, env=environment, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)


def test_a_second_program_brings_the_first_to_the_front_and_ends(house, tmp_path):
    path = held(house)
    with starts(path, tmp_path) as first:
        try:
            end = time.monotonic() + 30
            while not in_use(path):
                assert time.monotonic() < end and first.poll() is None
                time.sleep(0.1)
            while not knock(path):
                assert time.monotonic() < end and first.poll() is None
            with starts(path, tmp_path) as second:
                said, wrong = second.communicate(timeout=30)
            assert (second.returncode, wrong) == (0, "")
            assert said.strip() == f"{path.name} är öppen i ett annat fönster, som nu ligger överst."
            assert first.poll() is None
        finally:
            first.kill()
    opened = house.open(path)
    assert not opened.read_only, "whoever was killed is in nobody's way"
    opened.close()


@pytest.mark.qt_log_ignore("does not support raise")
def test_who_knocks_at_home_is_told_and_the_window_comes(visits, house, qtbot, monkeypatch):
    monkeypatch.setattr(program, "SETTLED_MS", 1)
    path = held(house)
    made = Program(application(), house, "sv")
    made.work_on(house.open(path))
    desk = made.desk
    assert desk
    desk.showMinimized()
    qtbot.wait(200)
    door(path).touch()
    qtbot.waitUntil(lambda: not door(path).exists())
    assert not desk.isMinimized()
    desk.close()


def test_where_nobody_answers_it_is_opened_to_read(house):
    path = held(house)
    first = house.open(path)
    second = house.open(path)
    assert second.read_only and "annat fönster" in second.notice
    assert not door(path).exists() and not answer(path)
    second.close()
    first.close()


def test_somebody_who_answers_is_not_doubled(visits, house, monkeypatch):
    path = held(house)
    first = house.open(path)
    monkeypatch.setattr("workshop.store.one_writer.time.sleep", lambda _: door(path).unlink(missing_ok=True))
    with pytest.raises(Elsewhere):
        house.open(path)
    visitor = visits()
    visitor.window.open_file(path)
    assert "som nu ligger överst" in visitor.hears and not visitor.opened
    first.close()


def test_a_folder_that_is_copied_to_the_net_is_told_of_once(house, qtbot, monkeypatch, tmp_path):
    monkeypatch.setattr(program, "SETTLED_MS", 1)
    path = tmp_path / "OneDrive - Kommunen" / "Frukost.workshop"
    path.parent.mkdir()
    held(house).rename(path)
    made = Program(application(), house, "sv")
    made.work_on(house.open(path))
    desk = made.desk
    assert desk
    qtbot.waitUntil(lambda: desk.messages.text.startswith("OneDrive kopierar den här mappen"))
    desk.close()
    assert house.backups.copied_by(path) == "" == house.backups.copied_by(held(house, "Annat"))
