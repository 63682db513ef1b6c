"""The records of a programme: what is planned, and how it went."""

from typing import ClassVar

from workshop.model.record import Id, Record, Scope
from workshop.model.value import valueclass


@valueclass(kw_only=True)
class Programme(Record):
    """The plan of an occasion; there is one, with the id "programme".

    `days` are pairs of clock times: when the day's first block begins, and when the last bus leaves ("" where that
    doesn't matter).
    """

    title: str = ""
    days: tuple[tuple[str, str], ...] = ()


@valueclass(kw_only=True)
class Block(Record):
    """One item of the programme; when it begins follows from those before it.

    `beside`: goes on at the same time as the one before it. `way` is what people do: write, talk, move, listen. `keep`
    is must, shrink (to `least` minutes) or drop. `exercise` is what it holds, `run` what was begun when it was opened.
    `delay` are minutes that it began late, `cut` those taken from it since; one that is `dropped` takes no time.
    Script, goal and materials are the facilitator's alone.
    """

    title: str = ""
    kind: str = "talk"
    day: int = 0
    order: float = 0.0
    minutes: int = 15
    beside: bool = False
    place: str = ""
    leads: str = ""
    goal: str = ""
    materials: str = ""
    script: str = ""
    way: str = ""
    keep: str = "must"
    least: int = 0
    exercise: str = ""
    run: Id = ""
    delay: int = 0
    cut: int = 0
    dropped: bool = False


@valueclass(kw_only=True)
class Actual(Record):
    """When a block really began and ended, ISO local times, and what was `planned` as it began: clock time, minutes.

    It is no part of what can be undone: the clock can't be turned back.
    """

    scope: ClassVar[Scope] = Scope.STAGE
    inside: ClassVar[str] = "block"
    block: Id = ""
    planned: str = ""
    minutes: int = 0
    began: str = ""
    ended: str = ""
