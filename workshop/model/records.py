"""Every kind of record by the name that it has in a session file."""

from collections.abc import Mapping

from workshop.model.elsewhere import Elsewhere
from workshop.model.kept import Alias, Filing, Unlocked
from workshop.model.planned import Actual, Block, Programme
from workshop.model.record import (
    Actor,
    Agreement,
    Answer,
    Board,
    Cover,
    FollowUp,
    Gap,
    Guess,
    Joint,
    Link,
    Memo,
    Note,
    Parked,
    Party,
    Record,
    Run,
    Selection,
    Stage,
)

RECORDS: Mapping[str, type[Record]] = {
    kind.__name__.lower(): kind
    for kind in (
        Cover,
        Filing,
        Alias,
        Unlocked,
        Party,
        Run,
        Board,
        Note,
        Answer,
        Joint,
        Link,
        Actor,
        Gap,
        Guess,
        Agreement,
        FollowUp,
        Parked,
        Memo,
        Elsewhere,
        Programme,
        Block,
        Actual,
        Stage,
        Selection,
    )
}
