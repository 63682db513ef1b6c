"""Records as the plain values of their fields, and back again."""

import dataclasses
from collections.abc import Mapping
from functools import cache
from sys import intern
from typing import Any

from workshop.model.record import Id, Record
from workshop.model.records import RECORDS
from workshop.model.refusal import Refusal


def kind_of(record: Record) -> str:
    """The word that a record's type is stored under."""
    return type(record).__name__.lower()


@cache
def field_names(kind: type[Record]) -> tuple[str, ...]:
    """The names of a record type's fields, without its id."""
    return tuple(field.name for field in dataclasses.fields(kind) if field.name != "id")


@cache
def _defaults(kind: type[Record]) -> dict[str, Any]:
    return {field.name: field.default for field in dataclasses.fields(kind) if field.name != "id"}


def to_fields(record: Record) -> dict[str, Any]:
    """A record's fields as plain values; those that stand at their default are left out."""
    defaults = _defaults(type(record))
    return {name: value for name, value in ((n, getattr(record, n)) for n in defaults) if value != defaults[name]}


def frozen(value: Any) -> Any:
    """The same value with every list turned into a tuple and every table into pairs, all the way down."""
    if isinstance(value, (list, tuple)):
        return tuple(frozen(item) for item in value)
    if isinstance(value, dict):
        return tuple((str(key), frozen(item)) for key, item in value.items())
    return value


_ID = 40  # letters; what is shorter may be an id that stands in hundreds of records, and is then kept once
_PLAIN = {str, int, float, bool}  # values of these are as they were stored, and nearly all are of these


def from_fields(kind: str, id: Id, fields: Mapping[str, Any]) -> Record:
    """A record from what was stored; Refusal where the kind, a field or a field's type is not known here."""
    record_type = RECORDS.get(kind)
    if record_type is None:
        raise Refusal("The file speaks of “{kind}”, which this version doesn't know. Update Verkstad.", kind=kind)
    defaults = _defaults(record_type)
    values = {}
    for name, value in fields.items():
        fits = name in defaults and type(value) in _PLAIN and type(value) is type(defaults[name])
        if not fits:
            value = frozen(value)
            fits = name in defaults and _fits(value, defaults[name])
        if not fits:
            raise Refusal("The file has a value in “{kind}.{name}” that doesn't belong there.", kind=kind, name=name)
        values[name] = intern(value) if type(value) is str and len(value) < _ID else value
    return record_type(id=id, **values)


def _fits(value: Any, default: Any) -> bool:
    if isinstance(default, bool) or isinstance(value, bool):
        return isinstance(value, bool) and isinstance(default, bool)
    if isinstance(default, float):
        return isinstance(value, (int, float))
    return isinstance(value, type(default))
