"""The records that say how a session is kept, and by whom it is known."""

from workshop.model.record import Record
from workshop.model.value import valueclass

WORKING, FINISHED = "working", "finished"


@valueclass(kw_only=True)
class Filing(Record):
    """How a session is kept; there is one at most, with the id "filing".

    `status` is WORKING or FINISHED, `diary` the diary number, `disposal` the day on which it goes, ISO or empty.
    """

    status: str = WORKING
    diary: str = ""
    responsible: str = ""
    disposal: str = ""
