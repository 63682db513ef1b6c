"""A programme without windows, spoken of as the one who plans it would."""

from typing import Any

from workshop.model import begin, planning
from workshop.model.change import Change, State
from workshop.model.late import CatchUp, late, told
from workshop.model.planned import Block
from workshop.model.programme import clock, days
from workshop.model.record import Id
from workshop.model.session import InMemory, Session
from workshop.model.today import begin_block, end_block, line, today
from workshop.words import Catalogue

WORDS = Catalogue("sv")


class Plan:
    """A session with a programme; a block's id is its title."""

    def __init__(self, start: str = "9.00", date: str = "2026-10-14") -> None:
        self.time = 100.0
        self.session = Session(State(), InMemory(), lambda: self.time)
        self.does(begin.cover("Två dagar", date=date))
        self.does(planning.set_day(self.state, 0, start=start))

    @property
    def state(self) -> State:
        """Everything as it stands."""
        return self.session.state

    def does(self, change: Change) -> None:
        """Carry something out."""
        self.session.do(change, "plan")

    def adds(self, title: str, minutes: int, kind: str = "talk", **told: Any) -> Id:
        """A block more."""
        self.does(planning.add_block(self.state, title, kind=kind, minutes=minutes, id=title, **told))
        return title

    def edits(self, id: Id, **told: Any) -> None:
        """Another time or other words for a block."""
        self.does(planning.edit_block(self.state, id, **told))

    def block(self, id: Id) -> Block:
        """A block."""
        return self.state.need(id, Block)

    def times(self, day: int = 0) -> list[str]:
        """What stands in the plan of a day, such as "9.00 Lunch"."""
        return [f"{clock(s.start, WORDS)} {s.block.title}" for s in days(self.state)[day].slots]

    def ends(self, day: int = 0) -> str:
        """When a day ends."""
        return clock(days(self.state)[day].end, WORDS)

    def is_late(self, minutes: int, now: Id, spent: int = 0) -> list[str]:
        """Catch up; what was said about it."""
        found = self.would_be(minutes, now, spent)
        self.does(found.change)
        return list(told(found, WORDS))

    def would_be(self, minutes: int, now: Id, spent: int = 0) -> CatchUp:
        """How one would catch up."""
        return late(self.state, minutes, now, spent)

    def begins(self, id: Id, at: str) -> None:
        """A block really begins at a clock time of the first day, or at a whole ISO time."""
        self.does(begin_block(self.state, id, moment(at)))

    def ends_it(self, at: str) -> None:
        """What goes on really ends."""
        self.does(end_block(self.state, moment(at)))

    def line(self, at: str) -> list[str]:
        """Today's line at a time."""
        found = today(self.state, moment(at))
        return [part for part in line(found, WORDS) if part] if found else []


def moment(at: str) -> str:
    """A clock time of the first day as an ISO time."""
    return at if "T" in at else f"2026-10-14T{at.replace('.', ':').zfill(5)}:00"
