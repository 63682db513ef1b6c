"""Dates written out, as one writes them in the language."""

import datetime

_LOCALES = {"en": "en_GB"}
_LONG, _FULL = "d MMMM y", "EEEE d MMMM y"


def written(iso: str, language: str, weekday: bool = False) -> str:
    """An ISO date written out, such as "onsdag 14 oktober 2026"; what is no ISO date stays as it was written."""
    from babel.dates import format_date

    try:
        day = datetime.date.fromisoformat(iso.strip())
    except ValueError:
        return iso
    said = format_date(day, _FULL if weekday else _LONG, locale=_LOCALES.get(language, language))
    return said[:1].upper() + said[1:]
