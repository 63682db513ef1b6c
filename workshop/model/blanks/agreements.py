"""Worksheets for what is agreed: who does what by when, and the days when somebody calls back."""

import datetime
from collections.abc import Callable

from workshop.model.blanks.blank import Blank, Space, Typed, numbered, which
from workshop.model.boards.agreements import add_agreement, add_follow_up, agreements_on
from workshop.model.change import Change, State
from workshop.model.dates import day_of
from workshop.model.outcomes import go_through, goes_through
from workshop.model.picture import View
from workshop.model.record import Board


def blanks(view: View, table: int) -> tuple[Blank, ...]:
    """Agreements, then a follow-up after each of the board's numbers of days; or what came of those made before."""
    if goes_through(view.board):
        return _gone_through(view)
    words = view.words

    def agreed(state: State, board: Board, typed: Typed) -> Change:
        return add_agreement(state, board, typed.text("text"), typed.text("who"), typed.text("due"))

    def spaces(text: str, who: str) -> tuple[Space, ...]:
        return (Space("text", text, 0.54), Space("who", who, 0.26), Space("due", words("By when"), 0.2))

    found = [Blank(view.text.title, spaces(words("What will be done"), words("Who")), agreed, 6, 1.5, tone="leaf")]
    for days in view.board.setting("days", ()):
        title = words("Follow-up in {n} days", n=days)
        rows = spaces(words("Your question then"), words("Who calls"))
        found.append(Blank(title, rows, _calling(days), 1, 1.5, tone="sky"))
    return tuple(found)


def _gone_through(view: View) -> tuple[Blank, ...]:
    outcomes, words = view.board.setting("outcomes", ()), view.words

    def make(state: State, board: Board, typed: Typed) -> Change:
        outcome = outcomes[typed.number("outcome", len(outcomes), 1) - 1]
        return go_through(state, board, typed.text("about"), outcome, typed.text("text"))

    spaces = (
        which(words, words("Number")),
        Space("outcome", words("What came of it, number"), 0.2),
        Space("text", words("Why"), 0.67),
    )
    asks = (numbered(tuple(view.text.word("outcomes", key) for key in outcomes)),)
    things = tuple(agreement.id for agreement in agreements_on(view.state, view.board))
    return (Blank(view.text.title, spaces, make, 10, 1.4, asks=asks, things=things, tone="leaf"),)


def _calling(days: int) -> Callable[[State, Board, Typed], Change]:
    """A row becomes a follow-up; one without a date is so many days after the session, where that has a day."""

    def make(state: State, board: Board, typed: Typed) -> Change:
        due = typed.text("due") or _later(day_of(state), days)
        return add_follow_up(state, board, due, typed.text("who"), typed.text("text"))

    return make


def _later(day: str, days: int) -> str:
    try:
        return (datetime.date.fromisoformat(day) + datetime.timedelta(days=days)).isoformat()
    except (ValueError, OverflowError):
        return ""
