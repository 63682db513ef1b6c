"""The JSON Schema of a session's JSON, made from the records themselves so that it can't say something else.

`python -m workshop.paper.schema` writes it again where a record has changed.
"""

import dataclasses
import json
from collections.abc import Mapping
from typing import Any, get_args, get_origin, get_type_hints

from workshop.look import RESOURCES
from workshop.model.record import Record, Scope
from workshop.model.records import RECORDS
from workshop.model.visible import Audience
from workshop.paper.data import FORMAT

PATH = RESOURCES / "schema" / "session.schema.json"
_PLAIN = {str: "string", bool: "boolean", int: "integer", float: "number"}
_TEXT, _COUNT = {"type": "string"}, {"type": "integer"}


def schema() -> dict[str, Any]:
    """What a session's JSON must look like, shared or full."""
    kinds = {name: kind for name, kind in RECORDS.items() if kind.scope is not Scope.PRESENCE}
    lists = {name: {"type": "array", "items": {"$ref": f"#/$defs/{name}"}} for name in kinds}
    whole = {
        "format": {"const": FORMAT},
        "document": {"enum": [str(Audience.SHARED), str(Audience.FULL)]},
        "language": _TEXT,
        "exercises": {"type": "array", "items": {"$ref": "#/$defs/exercise"}},
        "records": {"type": "object", "properties": lists, "additionalProperties": False},
        "times": {"type": "array", "items": _table(dict.fromkeys(("block", "date", "start", "end"), _TEXT))},
    }
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "A Verkstad session",
        "description": "What was done in a workshop. The full document can be read back; the shared one is a part.",
        **_table(whole, optional=("times",)),
        "$defs": {"exercise": _exercise(), **{name: _record(kind) for name, kind in kinds.items()}},
    }


def written() -> str:
    """The schema as it lies in its file."""
    return json.dumps(schema(), ensure_ascii=False, indent=2) + "\n"


def _table(properties: Mapping[str, Any], optional: tuple[str, ...] = ()) -> dict[str, Any]:
    """An object in which every property is known."""
    required = [name for name in properties if name not in optional]
    return {"type": "object", "properties": dict(properties), "required": required, "additionalProperties": False}


def _record(kind: type[Record]) -> dict[str, Any]:
    """A kind of record; what it is said to be is its own first sentence."""
    hints = get_type_hints(kind)
    fields = {field.name: _value(hints[field.name]) for field in dataclasses.fields(kind)}
    about = (kind.__doc__ or "").split("\n")[0]
    return {"description": about, **_table(fields, tuple(name for name in fields if name != "id"))}


def _value(hint: Any) -> dict[str, Any]:
    """What a field's type is in JSON: pairs are short lists, and what an exercise declares may be anything."""
    if hint in _PLAIN:
        return {"type": _PLAIN[hint]}
    parts = get_args(hint)
    if get_origin(hint) is tuple and parts[-1] is ...:
        return {"type": "array", "items": _value(parts[0])}
    if get_origin(hint) is tuple:
        return {
            "type": "array",
            "prefixItems": [_value(part) for part in parts],
            "minItems": len(parts),
            "maxItems": len(parts),
        }
    return {}


def _exercise() -> dict[str, Any]:
    """An exercise in words; `files` are its own texts, which the full document holds."""
    labels = {"type": "object", "additionalProperties": _TEXT}
    board = {"key": _TEXT, "kind": _TEXT, "title": _TEXT, "words": {"type": "object", "additionalProperties": labels}}
    step = {**dict.fromkeys(("key", "title", "instruction", "board", "view"), _TEXT), "minutes": _COUNT}
    return _table(
        {
            "name": _TEXT,
            "edition": _COUNT,
            "title": _TEXT,
            "purpose": _TEXT,
            "language": _TEXT,
            "minutes": _COUNT,
            "steps": {"type": "array", "items": _table(step)},
            "boards": {"type": "array", "items": _table(board)},
            "files": labels,
        },
        optional=("files",),
    )


if __name__ == "__main__":
    PATH.parent.mkdir(exist_ok=True)
    PATH.write_text(written(), "utf-8")
