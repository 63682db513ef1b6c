"""“We are 25 minutes late”: a plan that still reaches the next meal, and what it takes from what."""

from collections.abc import Sequence

from workshop.model.change import Change, State, together, update
from workshop.model.planned import Block
from workshop.model.programme import LONGEST, clock, length, slot_of, units
from workshop.model.programme import days as days_of
from workshop.model.record import Id
from workshop.model.refusal import Refusal
from workshop.model.value import valueclass
from workshop.model.words import Words

_EVEN = 5  # minutes: what is cut is cut in such pieces, as long as it can be


@valueclass
class Cut:
    """What is taken from a block: it goes from so many minutes to so many; to none where it is left out."""

    id: Id
    title: str
    before: int
    after: int


@valueclass
class CatchUp:
    """The change that catches up, what it cuts, and how late one still is at `point`, which was to begin at `due`."""

    change: Change
    cuts: tuple[Cut, ...]
    minutes: int
    remains: int
    point: str
    due: int


def late(state: State, minutes: int, now: Id, spent: int = 0) -> CatchUp:
    """Catch up minutes by the next meal after a block, or by the end of its day.

    The block is the one that goes on, and `spent` what has passed of it; it began late. First what may be shortened is,
    evenly and never to less than its least time, then what may be left out is; what must be kept is not touched.
    """
    slot = slot_of(state, now)
    if slot is None:
        raise Refusal("There is no programme to catch up with. Add its blocks first.")
    if not 1 <= minutes <= LONGEST:
        raise Refusal("Say how late you are, from 1 to {most} minutes.", most=LONGEST)
    day = days_of(state)[slot.block.day]
    told = units(s.block for s in day.slots)
    at = next(n for n, unit in enumerate(told) if slot.block in unit)
    goal = next((n for n in range(at + 1, len(told)) if _fixed(told[n])), len(told))
    free = [_Part(unit, spent if n == 0 else 0) for n, unit in enumerate(told[at:goal])]
    whole = _taken(free, minutes)
    cuts = [cut for part, less in zip(free, whole, strict=True) for cut in part.cuts(less)]
    lead = told[at][0]
    changes = [update(lead, delay=lead.delay + minutes)]
    for part, less in zip(free, whole, strict=True):
        changes += part.changes(less)
    change = together(*changes)
    point = told[goal][0] if goal < len(told) else None
    due = _begins(state, day.number, point)
    remains = _begins(change.apply(state), day.number, point) - due
    if point and remains < 0:  # more was left out than had to be: what is over is air, for lunch can't be served early
        change = together(change, update(point, delay=point.delay - remains))
    return CatchUp(change, tuple(cuts), minutes, remains, point.title if point else "", due)


def told(found: CatchUp, words: Words) -> tuple[str, ...]:
    """What is proposed, a sentence for each thing: what is cut and by how much, and what comes of it."""
    said = []
    for cut in found.cuts:
        if cut.after:
            said.append(
                words(
                    "{title}: {after} minutes instead of {before}.",
                    title=cut.title,
                    after=cut.after,
                    before=cut.before,
                )
            )
        else:
            said.append(words("{title} is left out ({before} minutes).", title=cut.title, before=cut.before))
    at = clock(found.due + (found.remains if not found.point else max(0, found.remains)), words)
    given = {"title": found.point, "time": at, "n": abs(found.remains)}
    if found.point and found.remains > 0:
        said.append(words("It is not enough: {title} begins at {time}, {n} minutes late.", **given))
    elif found.point and found.remains < 0:
        said.append(words("{title} begins at {time} as planned, with {n} minutes to spare before it.", **given))
    elif found.point:
        said.append(words("{title} begins at {time} as planned.", **given))
    elif found.remains > 0:
        said.append(words("It is not enough: the day ends at {time}, {n} minutes late.", **given))
    elif found.remains < 0:
        said.append(words("The day ends at {time}, {n} minutes before its time.", **given))
    else:
        said.append(words("The day ends at {time} as planned.", **given))
    return tuple(said)


def _fixed(unit: Sequence[Block]) -> bool:
    """Whether others wait with it: food goes cold."""
    return any(block.kind == "meal" and not block.dropped for block in unit)


def _begins(state: State, number: int, point: Block | None) -> int:
    """When a point begins; where there is none, when the day ends."""
    day = days_of(state)[number]
    return next((slot.start for slot in day.slots if point and slot.block.id == point.id), day.end)


class _Part:
    """Blocks that go on side by side, as one thing to shorten or leave out; `spent` minutes of it have passed."""

    def __init__(self, blocks: Sequence[Block], spent: int) -> None:
        self.blocks, self.spent = blocks, spent
        self.whole = max(map(length, blocks))
        self.least = min(self.whole, max(spent, *(self._least(block) for block in blocks)))
        there = [block for block in blocks if not block.dropped]
        self.may_go = bool(there) and not spent and all(block.keep == "drop" for block in there)

    def _least(self, block: Block) -> int:
        return min(block.least, block.minutes) if block.keep == "shrink" and not block.dropped else length(block)

    def _after(self, block: Block, less: int) -> int:
        """The minutes of one of the blocks when the whole takes so much less."""
        return 0 if less == self.whole and self.may_go else min(length(block), self.whole - less)

    def cuts(self, less: int) -> list[Cut]:
        """What is taken from each block."""
        after = [(block, self._after(block, less)) for block in self.blocks]
        return [Cut(block.id, block.title, length(block), n) for block, n in after if n != length(block)]

    def changes(self, less: int) -> list[Change]:
        """The changes that take it."""
        made = []
        for cut in self.cuts(less):
            block = next(block for block in self.blocks if block.id == cut.id)
            shorter = {"minutes": cut.after, "cut": block.cut + cut.before - cut.after}
            made.append(update(block, **shorter) if cut.after else update(block, dropped=True))
        return made


def _taken(parts: Sequence[_Part], minutes: int) -> list[int]:
    """How many minutes each part gives: first of what may be shortened, then whole parts that may be left out."""
    slack = [part.whole - part.least for part in parts]
    missing = minutes - sum(slack)
    gone = _left_out([part.whole if part.may_go else 0 for part in parts], missing) if missing > 0 else set()
    for n in gone:
        slack[n] = 0
    shared = _shared(slack, minutes - sum(parts[n].whole for n in gone))
    return [parts[n].whole if n in gone else shared[n] for n in range(len(parts))]


def _left_out(lengths: Sequence[int], missing: int) -> set[int]:
    """Which parts to leave out to gain so much: as few as will do, and of those the one that leaves least over."""
    gone: set[int] = set()
    while missing > 0 and (left := [n for n, whole in enumerate(lengths) if whole and n not in gone]):
        enough = [n for n in left if lengths[n] >= missing]
        chosen = min(enough, key=lambda n: lengths[n]) if enough else max(left, key=lambda n: lengths[n])
        gone.add(chosen)
        missing -= lengths[chosen]
    return gone


def _shared(slack: Sequence[int], minutes: int) -> list[int]:
    """Minutes taken from each in proportion to what it can give, in fives as long as that works out."""
    wanted = min(max(0, minutes), sum(slack))
    if not wanted:
        return [0] * len(slack)
    whole = sum(slack)
    taken = [min(room, int(wanted * room / whole / _EVEN) * _EVEN) for room in slack]
    for piece in (_EVEN, 1):
        while wanted - sum(taken) >= piece:
            able = [n for n, room in enumerate(slack) if room - taken[n] >= piece]
            if not able:
                break
            chosen = max(able, key=lambda n: slack[n] * wanted / whole - taken[n])
            taken[chosen] += piece
    return taken
