"""State, and Change: the one small value that is undo, saving and the wall's news all at once."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import field, replace
from typing import Any, TypeVar

from workshop.model.fields import field_names
from workshop.model.record import Id, Record, Scope
from workshop.model.value import valueclass

R = TypeVar("R", bound=Record)


class State:
    """All records at one moment; never altered, only replaced by what a Change makes of it."""

    __slots__ = ("_inside", "_last", "_records", "_sorted")

    def __init__(self, records: Iterable[Record] = ()) -> None:
        self._records: dict[Id, Record] = {}
        self._inside: dict[Id, dict[Id, None]] = {}
        self._last: dict[Id, float] = {}
        self._sorted: dict[tuple[Id, type[Record]], list[Any]] = {}  # answers given; passed on while they hold
        owned: set[Id] = set()
        for record in records:
            self._place(record, owned)

    def __len__(self) -> int:
        return len(self._records)

    def __iter__(self) -> Iterator[Record]:
        return iter(self._records.values())

    def __contains__(self, id: object) -> bool:
        return id in self._records

    def __eq__(self, other: object) -> bool:
        return isinstance(other, State) and self._records == other._records

    __hash__ = None  # type: ignore[assignment]

    def get(self, id: Id, kind: type[R]) -> R | None:
        """The record with an id, or None where there is none of that kind."""
        record = self._records.get(id)
        return record if isinstance(record, kind) else None

    def need(self, id: Id, kind: type[R]) -> R:
        """The record with an id; KeyError where there is none of that kind."""
        record = self._records.get(id)
        if not isinstance(record, kind):
            raise KeyError(f"no {kind.__name__} {id!r}")
        return record

    def all(self, kind: type[R]) -> list[R]:
        """Every record of a kind, in order."""
        return self._answer("", kind, self._records.values())

    def inside(self, parent: Id, kind: type[R]) -> list[R]:
        """The records of a kind that lie in another record, in order."""
        return self._answer(parent, kind, (self._records[id] for id in self._inside.get(parent, ())))

    def after_last(self, parent: Id) -> float:
        """An order that comes after all that has ever lain in a record."""
        return self._last.get(parent, 0.0) + 1.0

    def _answer(self, parent: Id, kind: type[R], among: Iterable[Record]) -> list[R]:
        """The records of a kind in order; sorted once, as most changes leave most lists as they were."""
        found = self._sorted.get((parent, kind))
        if found is None:
            found = sorted((r for r in among if isinstance(r, kind)), key=_order)
            self._sorted[parent, kind] = found
        return found.copy()

    def _copy(self) -> State:
        new = State.__new__(State)
        new._records, new._inside, new._last = self._records.copy(), self._inside.copy(), self._last.copy()
        new._sorted = self._sorted.copy()
        return new

    def _stale(self, record: Record) -> None:
        """Forget the answers that a record is, or was, part of."""
        parent = getattr(record, type(record).inside, "") if type(record).inside else ""
        for key in [k for k in self._sorted if k[0] in ("", parent) and isinstance(record, k[1])]:
            del self._sorted[key]

    def _own(self, parent: Id, owned: set[Id]) -> dict[Id, None]:
        """The ids in a parent, copied the first time that this new state touches them."""
        if parent not in owned:
            owned.add(parent)
            self._inside[parent] = dict(self._inside.get(parent, ()))
        return self._inside[parent]

    def _place(self, record: Record, owned: set[Id]) -> None:
        self._records[record.id] = record
        if self._sorted:
            self._stale(record)
        if type(record).inside:
            parent = getattr(record, type(record).inside)
            if record.id not in self._inside.get(parent, ()):
                self._own(parent, owned)[record.id] = None
            order = getattr(record, "order", 0.0)
            if order > self._last.get(parent, 0.0):
                self._last[parent] = order

    def _lift(self, id: Id, owned: set[Id]) -> None:
        record = self._records.pop(id)
        self._stale(record)
        if type(record).inside:
            self._own(getattr(record, type(record).inside), owned).pop(id, None)


def _order(record: Record) -> tuple[float, Id]:
    return (getattr(record, "order", 0.0), record.id)


class Conflict(ValueError):
    """A change that does not fit the state it was to be applied to: a fault in the program, never in what was typed."""


@valueclass
class Change:
    """What differs between two moments of a session, field by field."""

    added: Mapping[Id, Record] = field(default_factory=dict)
    removed: Mapping[Id, Record] = field(default_factory=dict)
    updated: Mapping[Id, Mapping[str, tuple[Any, Any]]] = field(default_factory=dict)

    def __bool__(self) -> bool:
        return bool(self.added or self.removed or self.updated)

    @property
    def touches(self) -> set[Id]:
        """The ids of all records that the change adds, removes or alters."""
        return {*self.added, *self.removed, *self.updated}

    def inverse(self) -> Change:
        """The change that takes this one back."""
        updated = {id: {n: (new, old) for n, (old, new) in fields.items()} for id, fields in self.updated.items()}
        return Change(self.removed, self.added, updated)

    def then(self, later: Change) -> Change:
        """This change and a later one as a single change."""
        return together(self, later)

    def apply(self, state: State) -> State:
        """The state after this change; Conflict where it does not fit."""
        new, owned = state._copy(), set()
        for id, record in self.removed.items():
            if new._records.get(id) != record:
                raise Conflict(f"removed {id!r} is not what is there")
            new._lift(id, owned)
        for id, record in self.added.items():
            if id in new._records or record.id != id:
                raise Conflict(f"added {id!r} is there already")
            new._place(record, owned)
        for id, fields in self.updated.items():
            record = new._records.get(id)
            if record is None or any(getattr(record, name) != old for name, (old, _) in fields.items()):
                raise Conflict(f"updated {id!r} is not as it was")
            if type(record).inside in fields:
                new._lift(id, owned)
            new._place(replace(record, **{name: value for name, (_, value) in fields.items()}), owned)
        return new

    def part(self, state: State, *scopes: Scope) -> Change:
        """The part of the change that concerns records of some scopes; `state` is the one it is applied to."""
        return Change(
            {id: record for id, record in self.added.items() if record.scope in scopes},
            {id: record for id, record in self.removed.items() if record.scope in scopes},
            {id: fields for id, fields in self.updated.items() if state._records[id].scope in scopes},
        )


def _joined(earlier: Mapping[str, tuple[Any, Any]], later: Mapping[str, tuple[Any, Any]]) -> dict[str, tuple[Any, Any]]:
    both = dict(earlier)
    for name, (old, new) in later.items():
        both[name] = (earlier[name][0] if name in earlier else old, new)
    return {name: (old, new) for name, (old, new) in both.items() if old != new}


def _differences(before: Record, after: Record) -> dict[str, tuple[Any, Any]]:
    if type(before) is not type(after):
        raise Conflict(f"{before.id!r} came back as another kind of record")
    pairs = ((name, getattr(before, name), getattr(after, name)) for name in field_names(type(before)))
    return {name: (old, new) for name, old, new in pairs if old != new}


def add(*records: Record) -> Change:
    """The change that adds records."""
    return Change(added={record.id: record for record in records})


def remove(*records: Record) -> Change:
    """The change that removes records."""
    return Change(removed={record.id: record for record in records})


def update(record: Record, **fields: Any) -> Change:
    """The change that gives fields of a record new values; empty where nothing differs."""
    differences = {name: (getattr(record, name), new) for name, new in fields.items() if getattr(record, name) != new}
    return Change(updated={record.id: differences} if differences else {})


def together(*changes: Change) -> Change:
    """Several changes as one, in their order."""
    added: dict[Id, Record] = {}
    removed: dict[Id, Record] = {}
    updated: dict[Id, Mapping[str, tuple[Any, Any]]] = {}
    for change in changes:
        for id, record in change.removed.items():
            if added.pop(id, None) is None:
                before = {name: old for name, (old, _) in updated.pop(id, {}).items()}
                removed[id] = replace(record, **before)
        for id, fields in change.updated.items():
            if id in added:
                added[id] = replace(added[id], **{name: new for name, (_, new) in fields.items()})
            else:
                updated[id] = _joined(updated.get(id, {}), fields)
        for id, record in change.added.items():
            if (gone := removed.pop(id, None)) is None:
                added[id] = record
            else:
                updated[id] = _differences(gone, record)
    return Change(added, removed, {id: fields for id, fields in updated.items() if fields})


def between(before: State, after: State) -> Change:
    """What differs between two states."""
    added = {r.id: r for r in after if r.id not in before}
    removed = {r.id: r for r in before if r.id not in after}
    updated = {r.id: _differences(before._records[r.id], r) for r in after if r.id in before}
    return Change(added, removed, {id: fields for id, fields in updated.items() if fields})
