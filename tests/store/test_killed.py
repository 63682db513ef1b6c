"""The plug is pulled, again and again, in the middle of work: what was on the wall is there afterwards."""

import random
import subprocess
import sys
import time

import pytest

from tests.store import at_work
from workshop.model import begin
from workshop.model.change import State
from workshop.model.session import InMemory, Session
from workshop.store.session_file import SessionFile

ROUNDS = 15


@pytest.mark.parametrize("seed", range(ROUNDS))
def test_a_killed_program_has_lost_nothing_that_it_had_shown(tmp_path, seed):
    path = tmp_path / "session.workshop"
    begun = _kill_at_work(path, seed)
    file = SessionFile.open(path)
    assert file.notice is None and not file.read_only
    assert file.state in (_after(seed, begun), _after(seed, begun + 1)), f"{begun} things done"
    assert file.exercise("trial") == at_work.TEXTS["trial"]
    at_work.work(Session(file.state, file, time.monotonic), seed, 999)
    file.close()
    copy = path.with_name("copy.workshop")
    if copy.exists():
        SessionFile.open(copy, read_only=True).close()


def _kill_at_work(path, seed) -> int:
    """Let another program work and kill it at a moment nobody chose; how many things it had done."""
    chance = random.Random()
    command = [sys.executable, "-m", "tests.store.at_work", str(path), str(seed)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as other:
        assert other.stdout
        for _ in range(chance.randint(1, 45)):
            last = other.stdout.readline()
        time.sleep(chance.random() * 0.004)
        other.kill()
        lines = [last, *other.stdout.readlines()]
    return int(lines[-1])


def _after(seed: int, done: int) -> State:
    session = Session(State(), InMemory(), time.monotonic)
    session.do(begin.cover("Frukost hos tre förvaltningar", "Lilla gruppen", date="2026-10-14"), "begin")
    for number in range(done):
        at_work.work(session, seed, number)
    return session.state


def test_a_file_is_free_again_as_soon_as_its_program_is_dead(tmp_path):
    path = tmp_path / "session.workshop"
    _kill_at_work(path, 1)
    SessionFile.open(path, read_only=False).close()
