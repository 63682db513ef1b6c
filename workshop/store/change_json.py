"""Records and changes as the JSON that the file holds, and back."""

import json
from typing import Any

from workshop.model.change import Change
from workshop.model.fields import from_fields, frozen, kind_of, to_fields
from workshop.model.record import Record

_write = json.JSONEncoder(ensure_ascii=False, separators=(",", ":"), allow_nan=False).encode


def fields_json(record: Record) -> str:
    """What a record says, without its id and kind."""
    return _write(to_fields(record))


def to_json(change: Change) -> str:
    """A change as text; parts that are empty are left out."""
    said: dict[str, Any] = {}
    if change.added:
        said["added"] = [_told(record) for record in change.added.values()]
    if change.removed:
        said["removed"] = [_told(record) for record in change.removed.values()]
    if change.updated:
        said["updated"] = change.updated
    return _write(said)


def from_json(text: str) -> Change:
    """The change that a text tells; ValueError, KeyError or Refusal where it tells none."""
    said = json.loads(text)
    added = [from_fields(kind, id, fields) for id, kind, fields in said.get("added", ())]
    removed = [from_fields(kind, id, fields) for id, kind, fields in said.get("removed", ())]
    updated = {
        id: {name: (frozen(old), frozen(new)) for name, (old, new) in fields.items()}
        for id, fields in said.get("updated", {}).items()
    }
    return Change({r.id: r for r in added}, {r.id: r for r in removed}, updated)


def _told(record: Record) -> list[Any]:
    return [record.id, kind_of(record), to_fields(record)]
