"""Today's line: where one is in the programme, ahead or behind, and when the next break is; what really happened."""

import datetime

from workshop.model.change import Change, State, add, remove, together, update
from workshop.model.planned import Actual, Block
from workshop.model.programme import REST, Day, Slot, clock, days, slot_of, stored
from workshop.model.record import Id
from workshop.model.refusal import Refusal
from workshop.model.value import valueclass
from workshop.model.words import Words

_BY_MISTAKE = 60  # seconds: what was opened for a shorter time than this leaves no trace
_LEFT_OPEN = 6 * 60  # minutes after its end in which a block may go on past midnight; later it was left without an end


@valueclass
class Today:
    """Where one is: `slot` goes on, or is None between blocks, and `rest` is the next break or meal.

    `late` is minutes behind (less than 0: ahead), or None where nothing has begun; `spent` has passed of `slot`.
    `planned`: nothing has begun today, and `following` is what the plan says should go on now.
    """

    day: Day
    slot: Slot | None
    following: Slot | None
    rest: Slot | None
    late: int | None
    spent: int = 0
    planned: bool = False


def going_on(state: State) -> Actual | None:
    """The block that goes on: the last one that has begun and not ended."""
    open = [actual for actual in state.all(Actual) if not actual.ended and actual.block in state]
    return max(open, key=lambda actual: actual.began, default=None)


def begin_block(state: State, id: Id, now: str) -> Change:
    """A block begins, and what went on before it ends; taken up again it goes on from when it first began."""
    slot = slot_of(state, id)
    if slot is None:
        raise Refusal("The block is not in the programme any more. Pick another one.")
    there = state.get(f"{id}:actual", Actual)
    before = end_block(state, now) if not (there and not there.ended) else Change()
    if there:
        return together(before, update(there, ended=""))
    made = Actual(id=f"{id}:actual", block=id, planned=stored(slot.start), minutes=slot.end - slot.start, began=now)
    return together(before, add(made))


def end_block(state: State, now: str) -> Change:
    """The block that goes on ends; one that was opened by mistake has never begun."""
    open = going_on(state)
    if open is None:
        return Change()
    if _seconds(open.began, now) < _BY_MISTAKE:
        return remove(open)
    return update(open, ended=now if now[:10] == open.began[:10] else _as_planned(open))


def _slept_on(state: State, whole: tuple[Day, ...], now: str) -> bool:
    """Whether nobody ended the evening's last block, and it is the morning of another day of the programme."""
    open = going_on(state)
    block = state.get(open.block, Block) if open else None
    if open is None or block is None or not any(day.date == now[:10] for day in whole if day.number != block.day):
        return False
    return _seconds(_as_planned(open), now) > _LEFT_OPEN * 60


def _as_planned(open: Actual) -> str:
    """When a block ended that nobody ended that day: when it was to."""
    return (datetime.datetime.fromisoformat(open.began) + datetime.timedelta(minutes=open.minutes)).isoformat()


def today(state: State, now: str) -> Today | None:
    """Where one is; None where there is no programme."""
    if not state.all(Block):
        return None
    whole = days(state)
    open = None if _slept_on(state, whole, now) else going_on(state)
    day = _day_of(state, whole, open, now)
    order = [slot for slot in day.slots if not slot.block.dropped]
    found = next((slot for slot in order if open and slot.block.id == open.block), None)
    if open and found:
        at = order.index(found)
        minute = _minute(open.began, now)
        began = _minute(open.began, open.began)
        behind = max(began - found.start, minute - found.end)
        if now[:10] != open.began[:10] and minute > found.end + _LEFT_OPEN:
            behind = None
        after, planned = [slot for slot in order[at + 1 :] if slot.lane == 0], False
        spent = max(0, minute - began)
    else:
        ended = {actual.block for actual in state.all(Actual) if actual.ended}
        done = [n for n, slot in enumerate(order) if slot.block.id in ended]
        minute = _minute(now, now)
        by_clock = _by_clock(order, minute) if not done and day.date == now[:10] else 0
        after = order[done[-1] + 1 :] if done else order[by_clock:]
        planned = bool(not done and after and day.date == now[:10] and minute >= after[0].start)
        same = day.date in ("", now[:10])
        behind = None
        if done and after:
            behind = max(0, minute - after[0].start) if same else 0
        spent = 0
    rest = next((slot for slot in after[1 if planned else 0 :] if slot.block.kind in REST), None)
    following = after[0] if after else _of_the_next(whole, day)
    return Today(day, found, following, rest, behind, spent, planned)


def line(found: Today, words: Words) -> tuple[str, str, str]:
    """What today's line says: where one is, ahead or behind, and the next break; "" where there is nothing to say."""
    if found.slot:
        where = words("Now: {title}, to {time}", title=found.slot.block.title, time=clock(found.slot.end, words))
    elif found.following and found.planned:
        until = clock(found.following.end, words)
        where = words("By the plan: {title}, to {time}", title=found.following.block.title, time=until)
    elif found.following:
        at = clock(found.following.start, words)
        where = words("Next: {title}, at {time}", title=found.following.block.title, time=at)
    else:
        where = words("The day's programme is over")
    rest = ""
    if found.rest and found.rest is not found.following:
        rest = words("{title} at {time}", title=found.rest.block.title, time=clock(found.rest.start, words))
    elif found.rest and found.slot:
        rest = words("Then {title} at {time}", title=found.rest.block.title, time=clock(found.rest.start, words))
    return where, standing(found.late, words), rest


def standing(late: int | None, words: Words) -> str:
    """Ahead or behind, in words."""
    if late is None:
        return ""
    if late > 0:
        return words.many("{n} minute late", "{n} minutes late", late)
    return words.many("{n} minute ahead", "{n} minutes ahead", -late) if late < 0 else words("on time")


def outcome(state: State, slot: Slot) -> tuple[str, str, int, int] | None:
    """What came of a block that has ended: when it began and ended, its minutes, and those that it was to take."""
    actual = state.get(f"{slot.block.id}:actual", Actual)
    if actual is None or not actual.ended:
        return None
    took = round(_seconds(actual.began, actual.ended) / 60)
    return actual.began[11:16], actual.ended[11:16], took, actual.minutes


def _of_the_next(whole: tuple[Day, ...], day: Day) -> Slot | None:
    """The first block of the day after one that is over."""
    later = (slot for other in whole[day.number + 1 :] for slot in other.slots if not slot.block.dropped)
    return next(later, None)


def _by_clock(order: list[Slot], minute: int) -> int:
    """The number of the block that the plan says should go on at a minute; 0 before the first and after the last."""
    return next((n for n, slot in enumerate(order) if slot.start <= minute < slot.end), 0)


def _day_of(state: State, whole: tuple[Day, ...], open: Actual | None, now: str) -> Day:
    """The day of the block that goes on, the day that it is by the date, or the one where something happened last."""
    if open and (block := state.get(open.block, Block)):
        return whole[block.day]
    for day in whole:
        if day.date and day.date == now[:10]:
            return day
    last = max((a for a in state.all(Actual) if a.block in state), key=lambda actual: actual.began, default=None)
    return whole[state.need(last.block, Block).day] if last else whole[0]


def _minute(since: str, now: str) -> int:
    """Minutes of a moment since the midnight before another one."""
    midnight = datetime.datetime.fromisoformat(since[:10])
    return int((datetime.datetime.fromisoformat(now) - midnight).total_seconds() // 60)


def _seconds(since: str, now: str) -> float:
    return (datetime.datetime.fromisoformat(now) - datetime.datetime.fromisoformat(since)).total_seconds()
