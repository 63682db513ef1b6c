"""The step's clock: counts down, counts on past zero, survives a restart and a clock that somebody sets."""

from dataclasses import replace

import pytest

from tests.room import WORDS, TheRoom, played
from workshop.model.picture import Placed
from workshop.model.record import Stage
from workshop.screen.projector.clock import StepClock, said, urgency

pytestmark = pytest.mark.usefixtures("qapp")


class Times:
    """The two clocks of a computer, moved by hand."""

    def __init__(self) -> None:
        self.monotonic, self.of_day = 1000.0, 1_800_000_000.0

    def passes(self, seconds: float) -> None:
        """Time goes by."""
        self.monotonic += seconds
        self.of_day += seconds


def a_clock(times: Times, stage: Stage, whole: float = 420.0) -> StepClock:
    """A clock that follows a stage."""
    clock = StepClock(None, lambda: times.monotonic, lambda: times.of_day)
    clock.follow(stage, whole)
    return clock


def resting(left: float = 420.0) -> Stage:
    """A stage whose clock has not been started."""
    return Stage(id="stage", left=left)


def started(clock: StepClock, stage: Stage, whole: float = 420.0) -> Stage:
    """The stage after the clock was started, which the clock follows."""
    return after(clock, stage, clock.start().updated["stage"], whole)


def after(clock: StepClock, stage: Stage, fields: object, whole: float = 420.0) -> Stage:
    """The stage with new fields, which the clock follows."""
    stage = replace(stage, **{name: new for name, (_, new) in dict(fields).items()})  # type: ignore[call-overload]
    clock.follow(stage, whole)
    return stage


def test_it_counts_down_to_zero_and_then_on() -> None:
    assert [said(s) for s in (420, 419.2, 60, 59.9, 1, 0.2, 0, -0.5, -1, -61.5)] == [
        "07:00", "07:00", "01:00", "01:00", "00:01", "00:01", "00:00", "00:00", "+00:01", "+01:01",
    ]  # fmt: skip


def test_it_rests_until_it_is_started_and_holds_when_it_is_paused() -> None:
    times = Times()
    stage = resting()
    clock = a_clock(times, stage)
    times.passes(30)
    assert clock.said() == "07:00"
    stage = started(clock, stage)
    times.passes(30)
    assert clock.said() == "06:30"
    stage = after(clock, stage, clock.pause().updated["stage"])
    times.passes(500)
    assert clock.said() == "06:30"
    assert not clock.running


def test_a_minute_more_is_given_to_what_is_left_and_what_ran_over_is_forgiven() -> None:
    times = Times()
    stage = resting(30)
    clock = a_clock(times, stage)
    stage = started(clock, stage)
    times.passes(10)
    stage = after(clock, stage, clock.add(1).updated["stage"])
    assert clock.said() == "01:20"
    times.passes(200)
    assert clock.said() == "+02:00"
    after(clock, stage, clock.add(1).updated["stage"])
    assert clock.said() == "01:00"
    assert clock.running


@pytest.mark.parametrize("moved", [-3 * 3600, 3 * 3600])
def test_setting_the_computers_clock_does_not_touch_a_running_step(moved: float) -> None:
    times = Times()
    stage = resting()
    clock = a_clock(times, stage)
    stage = started(clock, stage)
    times.passes(60)
    times.of_day += moved
    assert clock.said() == "06:00"
    clock.follow(stage, 420.0)
    assert clock.said() == "06:00"


def test_after_a_restart_it_goes_on_from_the_time_of_day() -> None:
    times = Times()
    stage = resting()
    stage = started(a_clock(times, stage), stage)
    times.passes(90)
    times.monotonic = 3.0
    assert a_clock(times, stage).said() == "05:30"


def test_after_a_restart_with_the_clock_set_back_no_time_is_won() -> None:
    times = Times()
    stage = resting()
    stage = started(a_clock(times, stage), stage)
    times.of_day -= 3600
    assert a_clock(times, stage).said() == "07:00"


def test_it_speaks_only_when_its_text_changes() -> None:
    times = Times()
    heard: list[str] = []
    stage = resting()
    clock = StepClock(None, lambda: times.monotonic, lambda: times.of_day)
    clock.ticked.connect(heard.append)
    clock.follow(stage, 420.0)
    clock.follow(stage, 420.0)
    stage = started(clock, stage)
    assert heard == ["07:00"]


def test_a_real_second_passes(qtbot) -> None:
    stage = Stage(id="stage", left=100.0)
    clock = StepClock()
    clock.follow(stage, 100.0)
    with qtbot.waitSignal(clock.ticked, timeout=3000) as heard:
        started(clock, stage, 100.0)
    assert heard.args == ["01:39"]


def the_clock(room: TheRoom) -> Placed:
    """The clock on the wall."""
    return next(p for p in room.picture().placed if p.id == "clock")


def test_short_time_is_told_by_shape_and_word_and_not_by_colour_alone() -> None:
    assert [urgency(left, 100) for left in (100, 21, 20, 6, 5, 1, 0, -9)] == [
        "calm", "calm", "soon", "soon", "last", "last", "over", "over",
    ]  # fmt: skip
    room = TheRoom(played()["hits"])
    looks = []
    for left, word in ((480, ""), (90, "almost time"), (20, "finish now"), (-30, "over time")):
        room.sets(left=float(left))
        looks.append((the_clock(room).tone, the_clock(room).shade, left < 0))
        assert not word or room.projector.shows(WORDS(word))
    assert len(set(looks)) == 4
    assert room.projector.shows("+00:30")


def test_the_facilitator_starts_the_clock_of_a_step_that_a_frozen_wall_does_not_show() -> None:
    room = TheRoom(played()["write"])
    room.sets(frozen=True)
    room.sets(step="sort", left=600.0)
    assert room.bridge.do(room.room.clock.start(), "")
    assert room.room.clock.running
    room.sets(frozen=False)
    assert room.projector.shows("10:00")


def test_time_taken_away_ends_at_zero() -> None:
    times = Times()
    stage = resting(30)
    clock = a_clock(times, stage)
    after(clock, stage, clock.add(-1).updated["stage"])
    assert clock.said() == "00:00"


def test_the_clock_goes_on_with_the_step_that_a_frozen_wall_shows() -> None:
    room = TheRoom(played()["write"])
    room.sets(frozen=True)
    room.sets(step="sort", left=600.0)
    assert room.projector.shows("07:00")
    assert room.projector.does_not_show("10:00")
