"""Dates as they are kept: 2026-12-31, or nothing."""

import datetime

from workshop.model.refusal import Refusal


def date(said: str) -> str:
    """An ISO date, or nothing; Refusal where it is neither."""
    said = said.strip()
    try:
        return datetime.date.fromisoformat(said).isoformat() if said else ""
    except ValueError:
        raise Refusal("“{said}” is not a date. Write it as 2026-12-31.", said=said) from None
