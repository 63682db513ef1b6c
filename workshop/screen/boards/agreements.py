"""Agreements on the desk: who does what by when, and the days for following up."""

import datetime

from workshop import clock
from workshop.model.boards.agreements import (
    add_agreement,
    add_follow_up,
    edit_agreement,
    edit_follow_up,
    remove_agreement,
    remove_follow_up,
)
from workshop.model.change import Change
from workshop.model.outcomes import goes_through
from workshop.model.record import Agreement, FollowUp, Id
from workshop.model.refusal import Refusal
from workshop.screen.boards import earlier
from workshop.screen.boards.desk import Command, Desk, DeskKind, Entry, Field, Pick, Written
from workshop.words import N_


def entry(desk: Desk) -> Entry:
    """A line with what, who and when; the picks say whether it is an agreement or a follow-up after so many days."""
    if goes_through(desk.board):
        return earlier.entry(desk)
    words = desk.words
    days = desk.board.setting("days", ())
    picks = (
        Pick("", words("Agreement")),
        *(Pick(str(n), words("Follow-up in {n} days", n=n)) for n in days),
    )
    fields = (
        Field("text", words("What will be done, or your question"), stretch=3),
        Field("who", words("Who"), stretch=2),
        Field("due", words("Date (15 Jan)"), stretch=2),
    )
    return Entry(fields, _add, N_("write agreement"), picks)


def _add(desk: Desk, written: Written) -> Change:
    said = written.values
    if not written.pick:
        return add_agreement(desk.state, desk.board, said["text"], said["who"], said["due"])
    due = said["due"] or (clock.now().date() + datetime.timedelta(days=int(written.pick))).isoformat()
    return add_follow_up(desk.state, desk.board, due, said["who"], said["text"])


def commands(desk: Desk) -> list[Command]:
    """The keys for an agreement: change its owner or date, or remove it."""
    taken = Command("Del", desk.words("Remove"), _remove, N_("remove agreement"), "trash")
    return [*(earlier.commands(desk) if goes_through(desk.board) else ()), taken]


def _remove(desk: Desk, _: str) -> Change:
    if not desk.picked:
        raise Refusal("Pick an agreement first.")
    whole = Change()
    for id in desk.picked:
        take = remove_agreement if desk.state.get(id, Agreement) else remove_follow_up
        whole = whole.then(take(desk.state, desk.board, id))
    return whole


def _edit(desk: Desk, id: Id, text: str) -> Change:
    """The words as "what · who · when", so that one line changes all three."""
    what, who, due = (*(part.strip() for part in text.rsplit(" · ", 2)), "", "")[:3]
    if desk.state.get(id, Agreement):
        return edit_agreement(desk.state, desk.board, id, what, who, due)
    return edit_follow_up(desk.state, desk.board, id, due, who, what)


def _words_of(desk: Desk, id: Id) -> str:
    if agreement := desk.state.get(id, Agreement):
        return f"{agreement.text} · {agreement.who} · {agreement.due}"
    follow_up = desk.state.get(id, FollowUp)
    return f"{follow_up.question} · {follow_up.who} · {follow_up.due}" if follow_up else ""


KIND = DeskKind(entry=entry, commands=commands, edit=_edit, words_of=_words_of)
