"""Backups are thinned as they grow old, and something of every time stays."""

import datetime

from hypothesis import given
from hypothesis import strategies as some

from workshop.model.thinning import kept

NOW = datetime.datetime(2026, 11, 26, 14, 30)
HOUR, DAY = datetime.timedelta(hours=1), datetime.timedelta(days=1)

minutes = some.integers(0, 600_000) | some.integers(0, 3_000)
moments = some.lists(minutes.map(lambda ago: NOW - datetime.timedelta(minutes=ago)), max_size=40)


def each(found, period):
    return {period(at) for at in found}


@given(moments)
def test_something_is_left_of_every_hour_day_week_and_month(found):
    stay = kept(found, NOW)
    assert stay <= set(found)
    for age, period in (
        (DAY, lambda at: (at.date(), at.hour)),
        (14 * DAY, lambda at: at.date()),
        (84 * DAY, lambda at: at.isocalendar()[:2]),
        (datetime.timedelta.max, lambda at: (at.year, at.month)),
    ):
        young = {at for at in found if NOW - at < age}
        assert each(young, period) == each({at for at in stay if NOW - at < age}, period)


@given(moments)
def test_the_latest_always_stays(found):
    assert not found or max(found) in kept(found, NOW)


@given(moments, some.integers(0, 200))
def test_it_makes_no_difference_how_often_one_thins(found, days):
    later = NOW + days * DAY
    assert kept(kept(found, NOW), later) == kept(found, later)


@given(moments)
def test_thinned_once_is_thinned(found):
    assert kept(kept(found, NOW), NOW) == kept(found, NOW)


@given(some.integers(1, 400))
def test_a_year_of_work_leaves_few(days):
    """An hour apart, eight hours a day."""
    found = [NOW - day * DAY - hour * HOUR for day in range(days) for hour in range(8)]
    assert len(kept(found, NOW)) <= 8 + 14 + 13 + 13 + 2


def test_a_clock_set_back_loses_nothing_that_is_to_come():
    found = [NOW + DAY, NOW + 2 * DAY, NOW]
    assert kept(found, NOW) == set(found)
