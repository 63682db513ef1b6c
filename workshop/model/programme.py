"""The plan of an occasion: its days, its blocks, and when each begins, which follows from the first."""

import datetime
from collections.abc import Iterable, Sequence
from dataclasses import replace
from operator import attrgetter
from typing import Any

from workshop.model.change import State
from workshop.model.planned import Block, Programme
from workshop.model.record import Cover, Id
from workshop.model.refusal import Refusal
from workshop.model.value import valueclass
from workshop.model.words import N_, Words

PROGRAMME = "programme"  # the id of the one there is
FIRST = "09:00"  # when a day begins where nobody has said
LONGEST = 24 * 60  # minutes of a block

KINDS = {
    "exercise": N_("exercise"),
    "group": N_("group work"),
    "talk": N_("talk"),
    "checkin": N_("check-in"),
    "break": N_("break"),
    "meal": N_("meal"),
    "free": N_("free time"),
}
TONES = {
    "exercise": "sky",
    "group": "violet",
    "talk": "ochre",
    "checkin": "sand",
    "break": "leaf",
    "meal": "rose",
    "free": "curtain",
}
WAYS = {"": "", "write": N_("write"), "talk": N_("talk together"), "move": N_("move about"), "listen": N_("listen")}
KEEPS = {"must": N_("must be kept"), "shrink": N_("may be shortened"), "drop": N_("may be left out")}
REST = ("break", "meal")
_remembered: list[Any] = [None, ()]  # the latest plan that was laid out, and its days


@valueclass
class Slot:
    """A block with its time, in minutes since midnight; `lane` of `lanes` is its place among those at the same time."""

    block: Block
    start: int
    end: int
    lane: int = 0
    lanes: int = 1


@valueclass
class Day:
    """One day of the plan; `date` is ISO or empty, `last` when the last bus leaves, in minutes, or None."""

    number: int
    date: str
    start: int
    last: int | None
    slots: tuple[Slot, ...]

    @property
    def end(self) -> int:
        """When the last block ends."""
        return max((slot.end for slot in self.slots), default=self.start)


def minutes_of(clock: str) -> int:
    """A clock time, such as 8.30, 08:30, 0830 or 8, in minutes since midnight; Refusal where it is none."""
    said = clock.strip().replace(".", ":").replace(",", ":")
    hours, colon, minutes = said.partition(":")
    if not colon and len(said) in (3, 4):
        hours, minutes = said[:-2], said[-2:]
    if hours.isdecimal() and (minutes or "0").isdecimal() and int(hours) < 24 and int(minutes or 0) < 60:
        return int(hours) * 60 + int(minutes or 0)
    raise Refusal("“{clock}” is not a time. Write it as 8.30 or 13.15.", clock=clock)


def stored(minutes: int) -> str:
    """Minutes since midnight as they are kept: 08:30."""
    return f"{minutes // 60 % 24:02}:{minutes % 60:02}"


def clock(minutes: int, words: Words) -> str:
    """Minutes since midnight as one writes a time in the language."""
    return stored(minutes).replace(":", "." if words.language == "sv" else ":")


def programme_of(state: State) -> Programme:
    """The programme; an empty one of a single day where there is none yet."""
    return state.get(PROGRAMME, Programme) or Programme(id=PROGRAMME, days=((FIRST, ""),))


def in_order(state: State) -> list[Block]:
    """All blocks, day by day, in the order in which they come."""
    return sorted(state.all(Block), key=attrgetter("day"))  # each day's are in their order already


def days(state: State) -> tuple[Day, ...]:
    """Every day of the plan with its blocks and their times."""
    cover = state.get("cover", Cover)
    plan = in_order(state), programme_of(state).days, cover.date if cover else ""
    if _remembered[0] != plan:  # asked for several times after each change
        _remembered[:] = plan, _laid(*plan)
    return _remembered[1]


def _laid(blocks: Sequence[Block], told: Sequence[tuple[str, str]], date: str) -> tuple[Day, ...]:
    made = []
    for number in range(max(len(told), 1 + max((block.day for block in blocks), default=0))):
        start, last = told[number] if number < len(told) else (FIRST, "")
        at, bus = minutes_of(start), minutes_of(last) if last else None
        inside = [block for block in blocks if block.day == number]
        made.append(Day(number, _date(date, number), at, bus, slots(inside, at)))
    return tuple(made)


def slots(blocks: Sequence[Block], start: int) -> tuple[Slot, ...]:
    """A day's blocks with their times: each begins when what came before it has ended."""
    found: list[Slot] = []
    end = start
    for unit in units(blocks):
        begins = end + unit[0].delay
        for lane, block in enumerate(unit):
            found.append(Slot(block, begins, begins + length(block), lane, len(unit)))
            end = max(end, found[-1].end)
    return tuple(found)


def units(blocks: Iterable[Block]) -> list[list[Block]]:
    """A day's blocks with those that go on at the same time taken together."""
    found: list[list[Block]] = []
    for block in blocks:
        if block.beside and found:
            found[-1].append(block)
        else:
            found.append([block])
    return found


def to_happen(state: State) -> list[Block]:
    """The blocks that are not left out, day by day, each with the time that it has in the plan."""
    blocks, kept = in_order(state), []
    for number in sorted({block.day for block in blocks}):
        delay = 0
        for unit in units(block for block in blocks if block.day == number):
            delay += unit[0].delay
            there = [block for block in unit if not block.dropped]
            for block in there:
                first = block is there[0]
                kept.append(replace(block, beside=not first, delay=delay if first else 0))
            delay = 0 if there else delay
    return kept


def length(block: Block) -> int:
    """How many minutes a block takes."""
    return 0 if block.dropped else block.minutes


def slot_of(state: State, id: Id) -> Slot | None:
    """A block with its time."""
    return next((slot for day in days(state) for slot in day.slots if slot.block.id == id), None)


def _date(first: str, number: int) -> str:
    """The date of a day of an occasion that begins on a date; "" where nobody has said when."""
    try:
        return (datetime.date.fromisoformat(first) + datetime.timedelta(days=number)).isoformat()
    except (ValueError, OverflowError):
        return ""
