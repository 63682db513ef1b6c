"""Warnings that help: what one sees in a plan when somebody has planned many such days."""

from collections.abc import Iterator, Mapping, Sequence

from workshop.model.programme import REST, Day, Slot, clock
from workshop.model.record import Id
from workshop.model.value import valueclass
from workshop.model.words import Words

_WITHOUT_BREAK = 120  # minutes
_LUNCH = (10 * 60 + 30, 14 * 60)  # when a meal that begins is a lunch
_HEAVY = 60  # minutes after lunch in which people should move
_WRITES = ("exercise", "group")
_IN_A_ROW = 3


@valueclass
class Hint:
    """A sentence about a block; `day` is the day's number."""

    id: Id
    day: int
    said: str


def hints(days: Sequence[Day], words: Words, minutes: Mapping[str, int] | None = None) -> list[Hint]:
    """The warnings about a plan, day by day; `minutes` are what exercises take, by name."""
    found = []
    for day in days:
        there = [slot for slot in day.slots if not slot.block.dropped]
        for rule in (_too_long, _heavy, _writing):
            found += [Hint(slot.block.id, day.number, said) for slot, said in rule(there, words)]
        found += [Hint(slot.block.id, day.number, said) for slot, said in _short(there, minutes or {}, words)]
        if there and day.last is not None and day.end > day.last:
            said = words(
                "The day ends at {end}, after the last bus at {bus}.",
                end=clock(day.end, words),
                bus=clock(day.last, words),
            )
            found.append(Hint(there[-1].block.id, day.number, said))
    return found


def _too_long(slots: Sequence[Slot], words: Words) -> Iterator[tuple[Slot, str]]:
    """Two hours or more without a break."""
    since: Slot | None = None
    told = False
    for slot in slots:
        if slot.block.kind in (*REST, "free"):
            since, told = None, False
            continue
        since = since or slot
        if not told and slot.end - since.start >= _WITHOUT_BREAK:
            told = True
            times = {"start": clock(since.start, words), "end": clock(slot.end, words)}
            yield slot, words("No break from {start} to {end}. Put one in before people tire.", **times)


def _heavy(slots: Sequence[Slot], words: Words) -> Iterator[tuple[Slot, str]]:
    """Nobody moves in the hour after lunch."""
    for at, slot in enumerate(slots):
        if slot.block.kind != "meal" or not _LUNCH[0] <= slot.start <= _LUNCH[1]:
            continue
        after = [s for s in slots[at + 1 :] if s.start < slot.end + _HEAVY]
        works = [s for s in after if s.block.kind not in (*REST, "free")]
        if works and after[-1].end >= slot.end + _HEAVY and not any(s.block.way == "move" for s in after):
            hour = {"start": clock(slot.end, words), "end": clock(slot.end + _HEAVY, words)}
            said = words("Nobody moves from {start} to {end}, after lunch. Let people stand up or walk.", **hour)
            yield works[0], said


def _writing(slots: Sequence[Slot], words: Words) -> Iterator[tuple[Slot, str]]:
    """Three exercises after one another in which all write."""
    row = 0
    for slot in (slot for slot in slots if not slot.lane):
        block = slot.block
        if block.kind in _WRITES and block.way == "write":
            row += 1
            if row == _IN_A_ROW:
                yield slot, words("Three exercises in a row where everybody writes. Let one of them be talked through.")
        elif block.kind not in REST:
            row = 0


def _short(slots: Sequence[Slot], minutes: Mapping[str, int], words: Words) -> Iterator[tuple[Slot, str]]:
    """Blocks that are shorter than the exercise that they hold."""
    for slot in slots:
        wanted = minutes.get(slot.block.exercise, 0)
        if slot.block.minutes < wanted and not slot.block.cut:
            told = {"title": slot.block.title, "wanted": wanted, "n": slot.block.minutes}
            yield slot, words("The exercise takes {wanted} minutes, but “{title}” is {n}.", **told)
