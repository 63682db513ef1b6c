"""Dates written out, as one writes them in the language."""

import datetime

from workshop.model.words import N_, Words

_MONTHS = (
    N_("January"),
    N_("February"),
    N_("March"),
    N_("April"),
    N_("May"),
    N_("June"),
    N_("July"),
    N_("August"),
    N_("September"),
    N_("October"),
    N_("November"),
    N_("December"),
)
_DAYS = (N_("Monday"), N_("Tuesday"), N_("Wednesday"), N_("Thursday"), N_("Friday"), N_("Saturday"), N_("Sunday"))


def written(iso: str, words: Words, weekday: bool = False) -> str:
    """An ISO date written out, such as "Onsdag 14 oktober 2026"; what is no ISO date stays as it was written."""
    try:
        day = datetime.date.fromisoformat(iso.strip())
    except ValueError:
        return iso
    said = f"{day.day} {words(_MONTHS[day.month - 1])} {day.year}"
    if not weekday:
        return said
    named = words(_DAYS[day.weekday()])
    return f"{named[:1].upper()}{named[1:]} {said}"
