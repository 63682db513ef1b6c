"""The days that were agreed as a calendar file (RFC 5545): the follow-ups, and when each agreement is due."""

import datetime
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TypeVar

from workshop.model.exercise import in_language
from workshop.model.letters import clean
from workshop.model.record import Agreement, Cover, FollowUp, Run
from workshop.model.refusal import Refusal
from workshop.model.words import Words
from workshop.paper.files import put
from workshop.paper.wish import Wish

T = TypeVar("T", Agreement, FollowUp)
_OCTETS = 75  # that a line may have, without its end


def write(path: Path, wish: Wish) -> None:
    """Write the days that an audience may see as a calendar file, stamped with the time that it is now."""
    put(path, calendar(wish, datetime.datetime.now(datetime.UTC)))


def calendar(wish: Wish, now: datetime.datetime) -> bytes:
    """Every follow-up and every agreement that has a date.

    An event keeps its UID, so that a calendar that takes the file in again changes the day and doesn't double it.
    Refusal where nothing has a date.
    """
    seen, words = wish.seen, wish.words
    lines = ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Verkstad//Verkstad//SV", "CALSCALE:GREGORIAN"]
    cover = seen.get("cover", Cover)
    title = cover.title if cover else ""
    held = {name: in_language(texts, words.language).title for name, (_, texts) in wish.exercises.items()}
    titles = {run.id: held.get(run.exercise, "") for run in seen.all(Run)}
    stamp = f"{now.astimezone(datetime.UTC):%Y%m%dT%H%M%SZ}"
    events = [
        line
        for thing in (*_to_come(seen.all(FollowUp)), *_to_come(seen.all(Agreement)))
        if (day := _day(thing.due))
        for line in _event(thing, day, stamp, (title, titles.get(thing.run, "")), words)
    ]
    if not events:
        raise Refusal("Nothing has a date yet. Give an agreement or a follow-up its day first.")
    return "".join(f"{line}\r\n" for whole in [*lines, *events, "END:VCALENDAR"] for line in _folded(whole)).encode()


def _event(
    thing: Agreement | FollowUp, day: datetime.date, stamp: str, place: tuple[str, str], words: Words
) -> Iterator[str]:
    """A whole day, which does not make anybody busy."""
    if isinstance(thing, FollowUp):
        summary = words("Follow-up: {question}", question=thing.question) if thing.question else words("Follow-up")
        who = words("{who} calls", who=thing.who) if thing.who else ""
    else:
        summary = thing.text
        who = words("Who: {who}", who=thing.who) if thing.who else ""
    said = "\n".join(part for part in (who, " · ".join(filter(None, place))) if part)
    yield from ("BEGIN:VEVENT", f"UID:{_uid(thing.id)}@verkstad", f"DTSTAMP:{stamp}")
    yield f"DTSTART;VALUE=DATE:{day:%Y%m%d}"
    if day < datetime.date.max:
        yield f"DTEND;VALUE=DATE:{day + datetime.timedelta(days=1):%Y%m%d}"
    yield f"SUMMARY:{_escaped(summary)}"
    if said:
        yield f"DESCRIPTION:{_escaped(said)}"
    yield from ("TRANSP:TRANSPARENT", "END:VEVENT")


def _to_come(things: Sequence[T]) -> list[T]:
    """Those that were made now; what was agreed last time lies in calendars already."""
    return [thing for thing in things if not thing.past]


def _day(due: str) -> datetime.date | None:
    try:
        return datetime.date.fromisoformat(due)
    except ValueError:
        return None


def _uid(id: str) -> str:
    """An id in letters that every calendar takes."""
    return "".join(char if char.isascii() and char.isalnum() else f"-{ord(char):x}-" for char in id)


def _escaped(said: str) -> str:
    """Words as a calendar's text."""
    said = clean(said).replace("\\", "\\\\").replace(";", "\\;").replace(",", "\\,")
    return said.replace("\n", "\\n")


def _folded(line: str) -> Iterator[str]:
    """A line in parts of at most 75 octets; those after the first begin with a space, and no letter is cut in two."""
    part, used = "", 0
    for char in line:
        wide = len(char.encode("utf-8"))
        if used + wide > _OCTETS:
            yield part
            part, used = " ", 1
        part += char
        used += wide
    yield part
