"""What an archive asks of a session: its status, its diary number, who answers for it, and the day of its disposal."""

from typing import Any

from workshop.model.change import Change, State, add, update
from workshop.model.dates import date, day_of
from workshop.model.kept import FINISHED, WORKING, Filing
from workshop.model.letters import clean
from workshop.model.words import N_, Words

STATUSES = {WORKING: N_("Working material"), FINISHED: N_("Finished document")}
FILED = N_("file the session")
SHUT = N_("freeze the session for reading")
SENT_ON = N_("What you send on may become an official document that anybody can ask for.")


def filing_of(state: State) -> Filing:
    """How a session is kept; working material where nobody has said anything."""
    return state.get("filing", Filing) or Filing(id="filing")


def status_said(filing: Filing, words: Words) -> str:
    """The status as it is printed."""
    return words(STATUSES.get(filing.status, STATUSES[WORKING]))


def file(state: State, status: str, diary: str, responsible: str, disposal: str) -> Change:
    """Say how a session is kept; Refusal where the day of disposal is no date."""
    day = date(disposal, day_of(state))
    return _kept(state, status=status, diary=clean(diary), responsible=clean(responsible), disposal=day)


def shut(state: State, on: bool) -> Change:
    """Have a session only be read from here on, or written in again."""
    return _kept(state, shut=on)


def _kept(state: State, **said: Any) -> Change:
    there = state.get("filing", Filing)
    return update(there, **said) if there else add(Filing(id="filing", **said))
