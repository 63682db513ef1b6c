"""Dates written out, as one says them in the language."""

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


def written_out(iso: str, words: Words, weekday: bool = False) -> str:
    """An ISO date written out, such as "onsdag 14 oktober 2026"; what is no ISO date stays as it was written."""
    try:
        day = datetime.date.fromisoformat(iso.strip())
    except ValueError:
        return iso
    said = f"{day.day} {words(_MONTHS[day.month - 1])} {day.year}"
    return f"{words(_DAYS[day.weekday()])} {said}" if weekday else said


def spanning(first: str, last: str, words: Words) -> str:
    """The days from one ISO date to another, such as "14–15 oktober 2026"; one day with its weekday."""
    try:
        one, other = datetime.date.fromisoformat(first.strip()), datetime.date.fromisoformat(last.strip())
    except ValueError:
        return written_out(first, words, weekday=True)
    if one >= other:
        return written_out(first, words, weekday=True)
    begins = str(one.day) if (one.year, one.month) == (other.year, other.month) else written_out(first, words)
    return f"{begins}–{written_out(last, words)}" if begins.isdigit() else f"{begins} – {written_out(last, words)}"


def capital(said: str) -> str:
    """Words that begin a line, with a capital."""
    return said[:1].upper() + said[1:]
