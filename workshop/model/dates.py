"""Dates as they are kept: 2026-12-31, or nothing. They may be written shorter: 31/12, 31 dec."""

import datetime
import re

from workshop.model.change import State
from workshop.model.record import Cover
from workshop.model.refusal import Refusal

_MONTHS = {
    name: number
    for number, names in enumerate(
        ("jan", "feb", "mar", "apr", "maj may", "jun", "jul", "aug", "sep", "okt oct", "nov", "dec"), 1
    )
    for name in names.split()
}
_SHORT = re.compile(r"(?:den\s+)?(\d{1,2})(?:\s*[/.]\s*(\d{1,2})|\.?\s+([a-z]{3,9})\.?)(?:[\s/.]+(\d{4}))?", re.ASCII)


def date(said: str, after: str = "") -> str:
    """An ISO date, or nothing; a day without its year is the next one from `after` on. Refusal where it is no date."""
    said = said.strip()
    try:
        return (_short(said.casefold(), after) or datetime.date.fromisoformat(said).isoformat()) if said else ""
    except ValueError:
        raise Refusal("“{said}” is not a date. Write it as 2026-12-31.", said=said) from None


def day_of(state: State) -> str:
    """The day of the session, from which days without a year are counted."""
    cover = state.get("cover", Cover)
    return cover.date if cover else ""


def _short(said: str, after: str) -> str:
    """A date written as people write it; "" where it isn't written so. ValueError where there is no such day."""
    found = _SHORT.fullmatch(said)
    if found is None:
        return ""
    day, number, name, year = found.groups()
    month = int(number) if number else _MONTHS.get(name[:3], 0)
    if year:
        return datetime.date(int(year), month, int(day)).isoformat()
    first = datetime.date.fromisoformat(after)
    days = (_day(first.year + more, month, int(day)) for more in (0, 1, 2, 3, 4))
    return next((found.isoformat() for found in days if found and found >= first), "")


def _day(year: int, month: int, day: int) -> datetime.date | None:
    """A day of a year; None where that year has no such day, as with the 29th of February."""
    try:
        return datetime.date(year, month, day)
    except ValueError:
        return None
