"""The records that say how a session is kept, and by whom it is known."""

from typing import ClassVar

from workshop.model.record import Record, Scope
from workshop.model.value import valueclass

WORKING, FINISHED = "working", "finished"


@valueclass(kw_only=True)
class Filing(Record):
    """How a session is kept; there is one at most, with the id "filing".

    `status` is WORKING or FINISHED, `diary` the diary number, `disposal` the day on which it goes, ISO or empty.
    `shut`: it is only to be read, until it is thawed.
    """

    status: str = WORKING
    diary: str = ""
    responsible: str = ""
    disposal: str = ""
    shut: bool = False


@valueclass(kw_only=True)
class Alias(Record):
    """What somebody is called in the session, and the real names, parted by commas: the facilitator's alone."""

    alias: str = ""
    name: str = ""
    order: float = 0.0


@valueclass(kw_only=True)
class Unlocked(Record):
    """That the facilitator's screen shows real names now; there is one, with the id "unlocked", while it does."""

    scope: ClassVar[Scope] = Scope.PRESENCE
