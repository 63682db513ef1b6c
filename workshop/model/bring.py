"""Brings what lies in one session into another: an exercise with what was written in it, or one group's board."""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from typing import Any

from workshop.model.boards import KINDS
from workshop.model.boards.agreements import said_of
from workshop.model.change import Change, State, add, between
from workshop.model.elsewhere import Elsewhere, Held, elsewhere
from workshop.model.fields import field_names
from workshop.model.parties import taking_part
from workshop.model.record import Board, Id, Joint, Note, Party, Record, Run, new_id
from workshop.model.refusal import Refusal

# The fields in which a record names others, one or several; a list may be a party's.
POINTS = frozenset(
    {"run", "board", "party", "by", "list", "merged", "origin", "start", "end", "like", "parties", "confirmed"}
)


def pointing(record: Record, ids: Mapping[Id, Id]) -> dict[str, Any]:
    """The fields of a record that name others, with the new names of those that have any."""
    found: dict[str, Any] = {}
    for name in POINTS.intersection(field_names(type(record))):
        value = getattr(record, name)
        if isinstance(value, tuple):
            found[name] = tuple(ids.get(id, id) for id in value)
        elif value in ids:
            found[name] = ids[value]
    return found


def exercise(state: State, other: State, run: Id, held: Held) -> Change:
    """A run of another session with all that was written in it; what it came from there can still be found there."""
    ids = _parties(state, other, run)
    fresh = [party for party in other.all(Party) if ids.get(party.id) and ids[party.id] not in state]
    taken = [other.need(run, Run), *other.inside(run, Record)]
    for board in other.inside(run, Board):
        taken += other.inside(board.id, Record)
    ids[run] = new_id()
    for record in taken:
        if record.id not in ids:
            ids[record.id] = _id_of(record, ids)
    origins = _origins(taken, other, ids, held)
    order = max((r.order for r in state.all(Run)), default=0.0) + 1.0
    parties = tuple(ids[party.id] for party in taking_part(other, run))
    brought = [replace(r, id=ids[r.id], **pointing(r, ids)) for r in (*fresh, *taken)]
    last = max((p.order for p in state.all(Party)), default=0.0)
    brought = [replace(r, order=last + r.order) if isinstance(r, Party) else r for r in brought]
    brought = [replace(r, order=order, parties=parties) if isinstance(r, Run) else r for r in brought]
    return add(*origins, *brought)


def _parties(state: State, other: State, run: Id) -> dict[Id, Id]:
    """Who takes part in a run, as they are known here: by name, or else by a new id."""
    here = {party.name.casefold(): party.id for party in state.all(Party)}
    return {party.id: here.get(party.name.casefold()) or new_id() for party in taking_part(other, run)}


def _id_of(record: Record, ids: Mapping[Id, Id]) -> Id:
    """A new id; what is named after its run or board is named after the new one."""
    for name in ("board", "run"):
        inside = getattr(record, name, "")
        if inside in ids and record.id.startswith(f"{inside}:"):
            return ids[inside] + record.id.removeprefix(inside)
    return new_id()


def _origins(taken: Iterable[Record], other: State, ids: dict[Id, Id], held: Held) -> list[Record]:
    """What the records came from that doesn't come along, as something that lies elsewhere."""
    made: list[Record] = []
    for record in taken:
        origin = getattr(record, "origin", "")
        if origin and origin not in ids:
            there = other.get(origin, Record)
            ids[origin] = new_id()
            if isinstance(there, Elsewhere):
                made.append(replace(there, id=ids[origin]))
            else:
                made.append(elsewhere(held, ids[origin], origin, "" if _raw(other, there) else said_of(there)))
    return made


def _raw(state: State, record: Record | None) -> bool:
    board = state.get(getattr(record, "board", ""), Board)
    return bool(board and board.setting("raw", False)) and not (isinstance(record, Note) and record.flip)


def merge(state: State, board: Board, other: State, theirs: Board, held: Held) -> Change:
    """Another group's board laid into this one: each thing leads back to where it came from.

    What lay ready on both from the start comes once, and so does what there is room for one of. Choices are left
    behind, as the groups now choose together. Refusal where all of it is here already.
    """
    if (theirs.kind, theirs.key, theirs.settings) != (board.kind, board.key, board.settings):
        raise Refusal("These two boards are not of the same exercise. Choose another session.")
    ids = {theirs.id: board.id, theirs.run: board.run, **_sides(state, board, other, theirs)}
    kind, last, now = KINDS[board.kind], state.after_last(board.id), state
    ids |= _brought_before(state, held)
    for record in sorted(kind.lying(other, theirs), key=_depends):
        if record.id in ids:
            continue
        laid = _laid(record, board, theirs, ids, last)
        here = _ready(now, laid)
        if here is None:
            fresh = not isinstance(laid, Joint) and laid.id in now  # a ready card that they have changed
            here = kind.joins(now, board, replace(laid, id=new_id()) if fresh else laid)
        if here is None:
            continue
        ids[record.id] = here.id
        if here.id not in now:
            now = _with_origin(here, record, held).apply(now)
    if now is state:
        raise Refusal("There is nothing on their board that isn't here already.")
    return between(state, now)


def _brought_before(state: State, held: Held) -> dict[Id, Id]:
    """What was brought from the same session another time, by its id there."""
    from_there = {e.id: e.thing for e in state.all(Elsewhere) if e.made == held.made and e.made}
    here = {getattr(record, "origin", ""): record.id for record in state}
    return {thing: here[id] for id, thing in from_there.items() if id in here}


def _depends(record: Record) -> tuple[bool, bool, float, Id]:
    """First what others point at, then what points at it."""
    return hasattr(record, "start"), bool(getattr(record, "merged", "")), getattr(record, "order", 0.0), record.id


def _ready(now: State, laid: Record) -> Record | None:
    """The card here, where it lay ready on both boards and nobody has changed it."""
    there = now.get(laid.id, type(laid))
    return there if there and said_of(there) == said_of(laid) else None


def _laid(record: Record, board: Board, theirs: Board, ids: Mapping[Id, Id], last: float) -> Record:
    """A thing as it would lie here: after all that was here before, and unchosen."""
    given = pointing(record, ids)
    if hasattr(record, "order"):
        given["order"] = last + getattr(record, "order")  # noqa: B009  (only some kinds have it)
    if isinstance(record, Note):
        given |= {"chosen": False, "sort": "" if board.setting("most", 0) else record.sort}
    ready = record.id.startswith(f"{theirs.id}:")
    return replace(record, id=board.id + record.id.removeprefix(theirs.id) if ready else new_id(), **given)


def _with_origin(laid: Record, record: Record, held: Held) -> Change:
    """A thing with the way back to where it came from, where it can have one."""
    if "origin" not in field_names(type(laid)):
        return add(laid)
    source = elsewhere(held, new_id(), record.id)
    return add(source, replace(laid, origin=source.id))


def _sides(state: State, board: Board, other: State, theirs: Board) -> dict[Id, Id]:
    """Their parties as they are known here: by name, else by their place in the row.

    Refusal where they are more than here.
    """
    here, there = taking_part(state, board.run), taking_part(other, theirs.run)
    named = {party.name.casefold(): party.id for party in here}
    ids = {party.id: named[party.name.casefold()] for party in there if party.name.casefold() in named}
    free = [party.id for party in here if party.id not in ids.values()]
    for party in there:
        if party.id not in ids:
            if not free:
                raise Refusal("Their board has more parties than this one. Add a party here first.")
            ids[party.id] = free.pop(0)
    return ids
