"""What is written as JSON is read back as the same, whatever a card says."""

import dataclasses

from hypothesis import given, settings
from hypothesis import strategies as some

from workshop.model.change import Change
from workshop.model.fields import from_fields, kind_of
from workshop.model.records import RECORDS
from workshop.store.change_json import fields_json, from_json, to_json

texts = some.text(max_size=12)
numbers = some.floats(allow_nan=False, allow_infinity=False)
plain = texts | some.integers() | some.booleans() | numbers | some.none()
board_settings = some.lists(some.tuples(texts, some.recursive(plain, lambda inner: some.lists(inner).map(tuple)))).map(
    tuple
)
KNOWN = {
    "settings": board_settings,
    "marks": some.lists(some.tuples(texts, some.integers(0, 999))).map(tuple),
}


def values(field):
    """Anything that a field may hold."""
    if field.name in KNOWN:
        return KNOWN[field.name]
    if isinstance(field.default, tuple):
        return some.lists(texts).map(tuple)
    kinds = {bool: some.booleans(), int: some.integers(-(2**40), 2**40), float: numbers, str: texts}
    return kinds[type(field.default)]


@some.composite
def records(draw):
    record_type = draw(some.sampled_from(sorted(RECORDS.values(), key=lambda kind: kind.__name__)))
    fields = [field for field in dataclasses.fields(record_type) if field.name != "id"]
    return record_type(id=draw(texts), **{field.name: draw(values(field)) for field in fields})


@some.composite
def changes(draw):
    added, removed = (draw(some.lists(records(), max_size=3)) for _ in range(2))
    updated = {}
    for record in draw(some.lists(records(), max_size=3)):
        fields = [field for field in dataclasses.fields(record) if field.name != "id"]
        pairs = {field.name: (getattr(record, field.name), draw(values(field))) for field in fields[:3]}
        updated[record.id] = pairs
    return Change({r.id: r for r in added}, {r.id: r for r in removed}, updated)


@settings(max_examples=50, deadline=None)
@given(changes())
def test_any_change_is_read_back_as_the_same(change):
    assert from_json(to_json(change)) == change


@settings(max_examples=100, deadline=None)
@given(records())
def test_any_record_is_read_back_as_the_same(record):
    import json

    assert from_fields(kind_of(record), record.id, json.loads(fields_json(record))) == record


def test_the_file_says_åäö_as_one_writes_it():
    note = RECORDS["note"](id="n", text="Åsa")  # type: ignore[call-arg]
    assert to_json(Change({"n": note})) == '{"added":[["n","note",{"text":"Åsa"}]]}'
