"""What was opened by mistake leaves no trace; a clock goes on where it was left."""

import sqlite3

import pytest

from workshop.model import trail
from workshop.model.planned import Actual
from workshop.model.record import Stage
from workshop.screen.projector.clock import StepClock


def kept(path) -> list[tuple]:
    """Every row of a session's file but when it was last written."""
    file = sqlite3.connect(f"file:{path}?mode=ro", uri=True)
    tables = [name for (name,) in file.execute("select name from sqlite_master where type = 'table'")]
    rows = [(name, *row) for name in sorted(tables) for row in file.execute(f"select * from {name} order by 1")]
    file.close()
    return [row for row in rows if row[0] != "about"]


def remaining(facilitator) -> float:
    return facilitator.window.room.clock.remaining()


def goes_away_and_back(facilitator, *ways: str) -> None:
    for key in ways:
        facilitator.presses(key)


@pytest.mark.parametrize(
    "ways",
    [("Ctrl+PgDown", "Ctrl+PgUp"), ("PgDown", "PgUp"), ("Ctrl+PgDown", "Ctrl+PgDown", "Ctrl+PgUp", "Ctrl+PgUp")],
    ids=["next", "clicker", "two steps"],
)
def test_a_step_opened_by_mistake_leaves_no_trace(facilitator, ways) -> None:
    facilitator.writes("Vi ringer aldrig tillbaka")
    facilitator.picks("Vi ringer")
    if "PgDown" not in ways:  # which would bring the board back first
        facilitator.presses("Ctrl+Return")
    facilitator.presses("Ctrl+Space")
    before, left, file = facilitator.stage(), remaining(facilitator), kept(facilitator.window.opened.path)
    assert before.since and before.curtain
    goes_away_and_back(facilitator, *ways)
    assert facilitator.stage() == before
    assert kept(facilitator.window.opened.path) == file
    assert left - 5 < remaining(facilitator) <= left, "the clock has gone on"


def test_who_stays_longer_meant_it_and_a_step_is_begun_anew_when_it_is_repeated(facilitator, monkeypatch) -> None:
    facilitator.presses("Ctrl+Space")
    facilitator.presses("Ctrl+Shift+Down")
    facilitator.presses("Ctrl+PgDown")
    monkeypatch.setattr(trail, "BY_MISTAKE", -1.0)
    facilitator.presses("Ctrl+PgUp")
    assert (facilitator.stage().left, facilitator.stage().since) == (420.0, 0.0)


def test_skipping_and_repeating_in_any_order_loses_nothing(facilitator) -> None:
    facilitator.writes("Vi ringer aldrig tillbaka")
    for step in ("turn", "read", "write", "followup", "contract", "sort"):
        facilitator.goes_to(step)
        assert facilitator.stage().step == step
    facilitator.goes_to("write")
    assert facilitator.sees("Vi ringer aldrig tillbaka")


def in_the_exercise(retreat) -> Stage:
    """The retreat's last exercise goes on, its clock has run for a while."""
    retreat.picks_block("Reta motparten")
    retreat.does("Ctrl+Return")
    retreat.presses("Ctrl+PgDown")
    retreat.presses("Ctrl+Space")
    return retreat.stage()


def test_a_break_begun_by_mistake_leaves_no_trace(retreat) -> None:
    before, actuals = in_the_exercise(retreat), retreat.state.all(Actual)
    for title in ("Fika", "Reta motparten"):
        retreat.window.programming.work.begin_block(retreat.block(title))
        retreat._later()
    assert retreat.stage() == before and retreat.state.all(Actual) == actuals


def test_after_a_break_the_step_s_clock_stands_where_it_stood_when_it_began(retreat, monkeypatch) -> None:
    before = in_the_exercise(retreat)
    retreat.window.programming.work.begin_block(retreat.block("Fika"))
    assert retreat.stage().left != before.left
    monkeypatch.setattr(trail, "BY_MISTAKE", -1.0)
    retreat.window.programming.work.begin_block(retreat.block("Reta motparten"))
    after = retreat.stage()
    assert before.left - 5 < after.left <= before.left and not after.since and not after.message


def test_after_a_restart_in_a_break_the_step_begins_with_its_whole_time(retreat, house) -> None:
    in_the_exercise(retreat)
    retreat.window.programming.work.begin_block(retreat.block("Fika"))
    retreat.window.bridge.trail = trail.Trail()  # what a restart forgets
    retreat.window.programming.work.begin_block(retreat.block("Reta motparten"))
    assert (retreat.stage().left, retreat.stage().since) == (60.0 * retreat.window.step.minutes, 0.0)


def test_an_exercise_added_by_mistake_and_taken_back_leaves_the_clock_running(facilitator) -> None:
    facilitator.presses("Ctrl+Space")
    before = facilitator.stage()
    facilitator.window.switch.add("isberget")
    facilitator.presses("Ctrl+Z")
    facilitator._later()
    assert facilitator.stage() == before
    assert isinstance(facilitator.window.room.clock, StepClock) and facilitator.window.room.clock.running
