"""What a session is called, for whom, where and when, after it has begun."""

from workshop.model.change import Change, State, update
from workshop.model.dates import date
from workshop.model.letters import clean
from workshop.model.record import Cover
from workshop.model.refusal import Refusal
from workshop.model.words import N_

NAMED = N_("change the session's title and day")


def cover_of(state: State) -> Cover:
    """What the title page says."""
    return state.need("cover", Cover)


def call(state: State, title: str, group: str, place: str, day: str) -> Change:
    """Another title, group, place or day; Refusal where there is no title, or the day is no date."""
    cover = cover_of(state)
    if not clean(title):
        raise Refusal("Give the session a title, so that you find it again.")
    return update(cover, title=clean(title), group=clean(group), place=clean(place), date=date(day, cover.date))
