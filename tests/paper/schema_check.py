"""As much of JSON Schema as the session's schema uses: what in a value isn't as the schema says."""

from collections.abc import Iterator
from typing import Any

_TYPES = {"string": str, "boolean": bool, "integer": int, "number": (int, float), "array": list, "object": dict}
_KNOWN = {
    "$schema", "$defs", "$ref", "title", "description", "const", "enum", "type", "properties", "required",
    "additionalProperties", "items", "prefixItems", "minItems", "maxItems",
}  # fmt: skip


def faults(value: Any, schema: dict[str, Any], whole: dict[str, Any], at: str = "$") -> Iterator[str]:
    """What is wrong, each with where it is."""
    assert not set(schema) - _KNOWN, set(schema) - _KNOWN
    if ref := schema.get("$ref"):
        yield from faults(value, whole["$defs"][ref.rpartition("/")[2]], whole, at)
        return
    if "const" in schema and value != schema["const"] or "enum" in schema and value not in schema["enum"]:
        yield f"{at}: {value!r}"
    if (kind := schema.get("type")) and not _is(value, kind):
        yield f"{at}: {value!r} is no {kind}"
    elif kind == "object":
        yield from _object(value, schema, whole, at)
    elif kind == "array":
        if not schema.get("minItems", 0) <= len(value) <= schema.get("maxItems", len(value)):
            yield f"{at}: {len(value)} items"
        for number, item in enumerate(value):
            parts = schema.get("prefixItems", ())
            yield from faults(
                item, parts[number] if number < len(parts) else schema.get("items", {}), whole, f"{at}[{number}]"
            )


def _is(value: Any, kind: str) -> bool:
    return isinstance(value, _TYPES[kind]) and (kind == "boolean" or not isinstance(value, bool))


def _object(value: dict[str, Any], schema: dict[str, Any], whole: dict[str, Any], at: str) -> Iterator[str]:
    for name in set(schema.get("required", ())) - set(value):
        yield f"{at}.{name} is missing"
    for name, inside in value.items():
        said = schema.get("properties", {}).get(name, schema.get("additionalProperties", True))
        if said is False:
            yield f"{at}.{name} is not known"
        elif said is not True:
            yield from faults(inside, said, whole, f"{at}.{name}")
