"""Which backups are kept as time goes: an hour apart at first, then a day, a week, and in the end a month."""

import datetime
from collections.abc import Callable, Hashable, Iterable

Moment = datetime.datetime  # local time, without a zone

# For how long the last one of each period is kept, the shortest period first; of each month one is kept for good.
_KEPT: tuple[tuple[datetime.timedelta, Callable[[Moment], Hashable]], ...] = (
    (datetime.timedelta(days=1), lambda at: (at.date(), at.hour)),
    (datetime.timedelta(days=14), lambda at: at.date()),
    (datetime.timedelta(weeks=12), lambda at: at.isocalendar()[:2]),
    (datetime.timedelta.max, lambda at: (at.year, at.month)),
)


def kept(moments: Iterable[Moment], now: Moment) -> frozenset[Moment]:
    """Those of the moments whose backups stay.

    The last of a period stays the last whatever is thinned meanwhile, so it makes no difference how often one thins.
    A clock that was set back does no harm: what seems to come from the future is as young as can be.
    """
    stay: set[Moment] = set()
    earliest_first = sorted(moments)
    for age, period in _KEPT:
        stay |= set({period(at): at for at in earliest_first if now - at < age}.values())
    return frozenset(stay)
