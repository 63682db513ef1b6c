"""What can be done with a programme; each function returns the Change that does it."""

from collections.abc import Collection, Sequence
from dataclasses import replace
from typing import Any

from workshop.model.change import Change, State, add, remove, together, update
from workshop.model.letters import clean
from workshop.model.planned import Block, Programme
from workshop.model.programme import FIRST, KEEPS, KINDS, LONGEST, PROGRAMME, WAYS, in_order, minutes_of, stored, units
from workshop.model.record import Id, new_id
from workshop.model.refusal import Refusal

_TEXTS = ("title", "place", "leads", "goal", "materials", "script", "exercise", "run")
_NARROW = 1e-6  # between two orders there is no room for one more
_AS_NEW = {"run": "", "delay": 0, "cut": 0, "dropped": False}


def add_block(state: State, title: str, *, after: Id = "", day: int = -1, id: Id = "", **told: Any) -> Change:
    """A new block after another one, or last in a day; `told` are the block's fields."""
    begun, state = _begun(state)
    before = state.get(after, Block)
    number = before.day if before else _known_day(state, day)
    block = checked(Block(id=id or new_id(), title=title, day=number, **told))
    return together(begun, _insert(state, [block], number, _next(state, before)))


def edit_block(state: State, id: Id, **told: Any) -> Change:
    """Other words or another time for a block; a time that is set by hand is the plan, and nothing is cut from it."""
    block = _block(state, id)
    if "minutes" in told:
        told = {"cut": 0, **told}
    if "least" not in told and told.get("minutes", block.minutes) < block.least:
        told = {**told, "least": told.get("minutes")}
    after = checked(replace(block, **told))
    return update(block, **{name: getattr(after, name) for name in told})


def restore(state: State, id: Id) -> Change:
    """A block as it was planned, before minutes were taken from it or it was left out."""
    block = _block(state, id)
    return update(block, minutes=block.minutes + block.cut, cut=0, dropped=False)


def leave_out(state: State, id: Id) -> Change:
    """A block that is left out this time; it stays in the plan, struck out."""
    return update(_block(state, id), dropped=True)


def remove_blocks(state: State, ids: Collection[Id]) -> Change:
    """Take blocks out of the plan; of those that went on beside one that is gone, the first takes its place."""
    gone = [_block(state, id) for id in ids]
    changes = [remove(*gone)]
    for unit in _units(state):
        left = [block for block in unit if block.id not in ids]
        if left and left[0].beside and unit[0].id in ids:
            changes.append(update(left[0], beside=False))
    return together(*changes)


def move_blocks(state: State, ids: Collection[Id], day: int, before: Id = "") -> Change:
    """Put blocks before another one, or last in a day; what goes on beside a block follows it."""
    moved = _with_company(state, [_block(state, id).id for id in ids])
    day, keys = _known_day(state, day), {block.id for block in moved}
    at = state.get(before, Block)
    while at and at.id in keys:
        at = _next(state, at)
    return _insert(state, moved, day, at if at and at.day == day else None)


def move_by(state: State, ids: Collection[Id], by: int) -> Change:
    """Move blocks one place up (-1) or down (1), at the end of a day into the next; nothing where there is none."""
    moved = _with_company(state, [_block(state, id).id for id in ids])
    keys = {block.id for block in moved}
    if not moved:
        return Change()
    lone = moved if all(block.beside for block in moved) else []
    day = moved[0].day if by < 0 else moved[-1].day
    whole = _units(state)
    group = next((unit for unit in whole if lone and unit[0].id not in keys and lone[0] in unit), None)
    rows = [[block] for block in group[1:]] if group else [unit for unit in whole if unit[0].day == day]
    places = [n for n, row in enumerate(rows) if any(block.id in keys for block in row)]
    if not places:
        return Change()
    at = places[0] - 1 if by < 0 else places[-1] + 2
    if 0 <= at < len(rows):
        return _insert(state, moved, day, rows[at][0])
    if at == len(rows):
        return _insert(state, moved, day, _next(state, rows[-1][-1]) if group else None)
    if group or not 0 <= day + by < _days(state):
        return Change()
    first = next((block for block in in_order(state) if block.day == day + by), None)
    return _insert(state, moved, day + by, first if by > 0 else None)


def copied(state: State, ids: Collection[Id]) -> tuple[Block, ...]:
    """Blocks as they may be pasted: in order, as planned, with nothing of what happened to them."""
    return tuple(
        replace(block, minutes=block.minutes + block.cut, **_AS_NEW) for block in in_order(state) if block.id in ids
    )


def paste(state: State, blocks: Sequence[Block], after: Id = "", day: int = -1) -> Change:
    """Copies of blocks after another one, or last in a day."""
    if not blocks:
        raise Refusal("Nothing is copied. Pick a block and press Ctrl+C first.")
    begun, state = _begun(state)
    before = state.get(after, Block)
    number = before.day if before else _known_day(state, day)
    fresh = [replace(checked(block), id=new_id(), day=number, order=0.0) for block in blocks]
    fresh[0] = replace(fresh[0], beside=False)
    return together(begun, _insert(state, fresh, number, _next(state, before)))


def set_day(state: State, number: int, *, start: str | None = None, last: str | None = None) -> Change:
    """When a day's first block begins, and when the last bus leaves ("" where that doesn't matter)."""
    begun, state = _begun(state)
    programme = state.need(PROGRAMME, Programme)
    told = [*programme.days, *((FIRST, "") for _ in range(_days(state) - len(programme.days)))]
    old = told[_known_day(state, number)]
    begins = old[0] if start is None else stored(minutes_of(start))
    leaves = old[1] if last is None else stored(minutes_of(last)) if last.strip() else ""
    told[number] = (begins, leaves)
    return together(begun, update(programme, days=tuple(told)))


def add_day(state: State, start: str = FIRST) -> Change:
    """One more day."""
    begun, state = _begun(state)
    programme = state.need(PROGRAMME, Programme)
    told = [*programme.days, *((FIRST, "") for _ in range(_days(state) - len(programme.days)))]
    return together(begun, update(programme, days=(*told, (stored(minutes_of(start)), ""))))


def remove_day(state: State, number: int) -> Change:
    """Take a day away with its blocks; Refusal where it is the only one."""
    if _days(state) < 2:
        raise Refusal("A programme has at least one day.")
    programme, number = state.need(PROGRAMME, Programme), _known_day(state, number)
    blocks = in_order(state)
    gone = remove_blocks(state, [block.id for block in blocks if block.day == number])
    later = [update(block, day=block.day - 1) for block in blocks if block.day > number]
    left = tuple(day for at, day in enumerate(programme.days) if at != number)
    return together(gone, *later, update(programme, days=left))


def entitle(state: State, title: str) -> Change:
    """What the programme is called."""
    begun, state = _begun(state)
    return together(begun, update(state.need(PROGRAMME, Programme), title=clean(title)))


def checked(block: Block) -> Block:
    """A block whose words are tidy; Refusal where it can't be as it is."""
    block = replace(block, **{name: clean(getattr(block, name)) for name in _TEXTS})
    if not block.title:
        raise Refusal("The block has no title. Write what it is called.")
    if block.kind not in KINDS or block.way not in WAYS or block.keep not in KEEPS:
        raise Refusal("A block can't be of that kind. Choose one from the list.")
    if not 1 <= block.minutes <= LONGEST:
        raise Refusal("A block takes from 1 to {most} minutes.", most=LONGEST)
    if block.keep == "shrink" and not 1 <= block.least <= block.minutes:
        raise Refusal("The shortest time must be from 1 to {most} minutes.", most=block.minutes)
    return block


def _block(state: State, id: Id) -> Block:
    block = state.get(id, Block)
    if block is None:
        raise Refusal("The block is not in the programme any more. Pick another one.")
    return block


def _begun(state: State) -> tuple[Change, State]:
    """What begins a programme where there is none, and the state after it."""
    if PROGRAMME in state:
        return Change(), state
    begun = add(Programme(id=PROGRAMME, days=((FIRST, ""),)))
    return begun, begun.apply(state)


def _days(state: State) -> int:
    """How many days there are."""
    programme = state.get(PROGRAMME, Programme)
    return max(len(programme.days) if programme else 1, *(block.day + 1 for block in state.all(Block)), 1)


def _known_day(state: State, number: int) -> int:
    """A day's number; -1 is the last."""
    whole = _days(state)
    if not -1 <= number < whole:
        raise Refusal("The programme has no day {number}. Add a day first.", number=number + 1)
    return number % whole


def _units(state: State) -> list[list[Block]]:
    blocks = in_order(state)
    return [unit for day in range(_days(state)) for unit in units(b for b in blocks if b.day == day)]


def _next(state: State, block: Block | None) -> Block | None:
    """The block after another one on the same day."""
    blocks = in_order(state)
    at = blocks.index(block) + 1 if block else len(blocks)
    return blocks[at] if block and at < len(blocks) and blocks[at].day == block.day else None


def _with_company(state: State, ids: Collection[Id]) -> list[Block]:
    """Blocks in order, with those that go on beside them."""
    return [block for unit in _units(state) for block in unit if block.id in ids or unit[0].id in ids]


def _insert(state: State, blocks: Sequence[Block], day: int, before: Block | None) -> Change:
    """Blocks, new or moved, before another one or last in a day; never into the middle of what goes on side by side."""
    keys = {block.id for block in blocks}
    leads = {block.id: unit[0].id for unit in _units(state) for block in unit}
    there = [block for block in in_order(state) if block.day == day and block.id not in keys]
    at = there.index(before) if before in there else len(there)
    own = {leads.get(block.id) for block in blocks}
    while 0 < at < len(there) and there[at].beside and own != {leads[there[at].id]}:
        at += 1
    changes = []
    orders, renumbered = _orders(there, at, len(blocks))
    for number, (block, order) in enumerate(zip(blocks, orders, strict=True)):
        ahead = blocks[number - 1] if number else there[at - 1] if at else None
        stays = block.beside and ahead is not None
        if stays and block.id in leads and number == 0:
            stays = ahead is not None and leads.get(ahead.id) == leads[block.id]
        fields = {"day": day, "order": order, "beside": stays}
        changes.append(update(block, **fields) if block.id in state else add(replace(block, **fields)))
    if at == 0 and there and there[0].beside:
        changes.append(update(there[0], beside=False))
    return together(*renumbered, *changes)


def _orders(there: Sequence[Block], at: int, count: int) -> tuple[list[float], list[Change]]:
    """Orders for so many blocks at a place in a day; all of the day is numbered anew where there is no room."""
    low = there[at - 1].order if at else None
    high = there[at].order if at < len(there) else None
    if low is None and high is None:
        low = 0.0
    if high is None:
        assert low is not None
        return [low + 1.0 + n for n in range(count)], []
    if low is None:
        return [high - count + n for n in range(count)], []
    step = (high - low) / (count + 1)
    if step > _NARROW:
        return [low + step * (n + 1) for n in range(count)], []
    anew = [update(block, order=float(n + 1 + (count if n >= at else 0))) for n, block in enumerate(there)]
    return [float(at + 1 + n) for n in range(count)], anew
