"""The session as JSON: what it says, what it keeps to itself, and back again."""

import dataclasses
import json
from dataclasses import replace
from pathlib import Path
from typing import Any, get_args, get_origin, get_type_hints

import pytest
from hypothesis import given, settings
from hypothesis import strategies as some

from tests.paper import four
from tests.paper.desk import played
from tests.paper.schema_check import faults
from workshop.model.change import State
from workshop.model.kept import Alias
from workshop.model.planned import Block, Programme
from workshop.model.programme import PROGRAMME
from workshop.model.record import Agreement, FollowUp, Note, Record, Scope, Selection, Stage
from workshop.model.records import RECORDS
from workshop.model.refusal import Refusal
from workshop.model.visible import Audience
from workshop.paper import schema
from workshop.paper.data import FORMAT, read_json, session_json
from workshop.paper.kinds import write


def told(folder, state, audience=Audience.SHARED):
    path = folder / "session.json"
    write("json", path, four.wish(state, audience, copies=four.copies()))
    return path.read_text("utf-8")


def checked(said: Any) -> list[str]:
    whole = schema.schema()
    return list(faults(said, whole, whole))


def test_it_holds_as_many_things_as_the_session(tmp_path):
    data = json.loads(told(tmp_path, played(), Audience.FULL))
    said = data["records"]
    assert data["format"] == 3
    for kind, name in ((Note, "note"), (Agreement, "agreement"), (FollowUp, "followup")):
        assert len(said[name]) == len(played().all(kind))
    for note in said["note"]:
        record = played().need(note["id"], Note)
        assert note["text"] == record.text and note["flip"] == record.flip
        assert note["marks"] == [list(mark) for mark in record.marks]


def test_what_is_shared_holds_nothing_raw_and_nothing_private(tmp_path):
    full = told(tmp_path, four.with_secrets(), Audience.FULL)
    shared = told(tmp_path, four.with_secrets(), Audience.SHARED)
    for word in (*four.SECRETS, "hemligtid"):  # not even that there was a card
        assert word in full and word not in shared
    assert "Vi svarar samma dag" in shared and "Ring varje fredag" in shared


def test_the_same_session_gives_the_same_words_in_order(tmp_path):
    once = told(tmp_path, played(), Audience.FULL)
    assert told(tmp_path, State(reversed(list(played()))), Audience.FULL) == once
    assert "Sälgköpings kommun" in once
    assert list(json.loads(once)) == sorted(json.loads(once))


def test_the_published_schema_is_what_the_records_are():
    assert schema.PATH.read_text("utf-8") == schema.written(), "python -m workshop.paper.schema writes it again"


@pytest.mark.parametrize("audience", [Audience.SHARED, Audience.FULL])
def test_what_is_written_is_as_the_schema_says(audience):
    said = json.loads(json.dumps(session_json(four.wish(played(), audience, copies=four.copies()))))
    assert checked(said) == []


def test_the_schema_notices_what_is_wrong():
    said = json.loads(json.dumps(session_json(four.wish(played(), Audience.FULL))))
    said["records"]["note"][0]["hands"] = "många"
    said["records"]["note"][1]["colour"] = "blå"
    del said["records"]["note"][2]["id"]
    assert len(checked(said)) == 3


def test_half_a_letter_does_not_stop_it(tmp_path):
    state = State([*four.begun("reta-motparten"), Note(id="n", board="r:promises", list="a", text="halv \ud83d bit")])
    told(tmp_path, state, Audience.FULL)
    assert read_json(tmp_path / "session.json").state == state


# back again


NAME = "Anna Svensson"
CLOCKS = some.builds("{:02}:{:02}".format, some.integers(0, 23), some.integers(0, 59))
HOLD_TOGETHER = {  # what the times of a plan are reckoned from, which are told beside its blocks
    (Programme, "days"): some.lists(some.tuples(CLOCKS, some.just("") | CLOCKS), max_size=3).map(tuple),
    (Block, "day"): some.integers(0, 3),
    (Alias, "name"): some.just(NAME),
}


def value_of(hint: Any) -> some.SearchStrategy[Any]:
    """Any value that a field of a type may have."""
    plain = {
        str: some.text(max_size=12),
        bool: some.booleans(),
        int: some.integers(-(2**40), 2**40),
        float: some.floats(allow_nan=False, allow_infinity=False),
    }
    if hint in plain:
        return plain[hint]
    parts = get_args(hint)
    if get_origin(hint) is tuple and parts[-1] is ...:
        return some.lists(value_of(parts[0]), max_size=3).map(tuple)
    if get_origin(hint) is tuple:
        return some.tuples(*map(value_of, parts))
    assert hint is Any, f"how is a field of type {hint} made?"
    scalar = plain[str] | plain[int] | plain[bool] | plain[float] | some.none()
    return some.recursive(scalar, lambda inner: some.lists(inner, max_size=3).map(tuple))


def record_of(kind: type[Record]) -> some.SearchStrategy[Record]:
    hints = get_type_hints(kind)
    values = {f.name: HOLD_TOGETHER.get((kind, f.name), value_of(hints[f.name])) for f in dataclasses.fields(kind)}
    if kind is Programme:
        values["id"] = some.just(PROGRAMME) | values["id"]
    return some.builds(kind, **values)


def back(folder: Path, state: State) -> State:
    """A session written as the facilitator's own copy, checked against the schema, and read again."""
    path = folder / "session.json"
    write("json", path, four.wish(state, Audience.FULL))
    assert checked(json.loads(path.read_text("utf-8"))) == []
    return read_json(path).state


def told_of(state: State) -> State:
    """What of a session is written: all but what nobody keeps and the list of real names."""
    return State(r for r in state if type(r).scope is not Scope.PRESENCE and not isinstance(r, Alias))


@pytest.mark.parametrize("kind", RECORDS)
@settings(max_examples=15, deadline=None)
@given(of_any=some.data())
def test_each_kind_of_record_comes_back_as_it_was(tmp_path_factory, kind, of_any):
    state = State(of_any.draw(some.lists(record_of(RECORDS[kind]), min_size=1, max_size=4)))
    assert back(tmp_path_factory.mktemp("json"), state) == told_of(state)


unnamed = some.sampled_from([kind for kind in RECORDS.values() if kind is not Alias]).flatmap(record_of)


@settings(max_examples=100, deadline=None)
@given(some.lists(unnamed, max_size=12, unique_by=lambda record: record.id).map(State))
def test_any_session_comes_back_as_it_was(tmp_path_factory, state):
    assert back(tmp_path_factory.mktemp("json"), state) == told_of(state)


@settings(max_examples=50, deadline=None)
@given(some.lists(unnamed, max_size=12, unique_by=lambda record: record.id), some.data())
def test_where_names_are_kept_all_else_comes_back_and_no_name_does(tmp_path_factory, records, of_any):
    said = {name: of_any.draw(some.sampled_from(["Mira", NAME, f"Ring {NAME}s chef"])) for name in ("text", "message")}
    fit = [{name: word for name, word in said.items() if hasattr(record, name)} for record in records]
    named = [replace(record, **words) for record, words in zip(records, fit, strict=True)]
    state = State([*named, Alias(id="alias of nobody else", alias="Mira", name=NAME)])
    there = back(tmp_path_factory.mktemp("json"), state)
    assert NAME not in repr(list(there))
    assert {r.id: type(r) for r in there} == {r.id: type(r) for r in told_of(state)}
    hidden = {name: word.replace(NAME, "Mira") for name, word in said.items() if name == "text"} | {"message": ""}
    for record, words in zip(records, fit, strict=True):
        if record.id in there:
            assert there.get(record.id, Record) == replace(record, **{name: hidden[name] for name in words})


@pytest.mark.parametrize("name", four.NAMES)
@pytest.mark.parametrize("said", [[], ["Ett"], four.numbered(40), four.numbered(400), four.ODD], ids=len)
def test_every_exercise_comes_back_with_all_that_was_written(tmp_path, name, said):
    state = four.with_dates(four.filled(name, said), said)
    text = told(tmp_path, state, Audience.FULL)
    read = read_json(tmp_path / "session.json")
    assert read.state == state and read.copies == {name: four.copies()[name]} and read.language == "sv"
    assert checked(json.loads(text)) == []


def test_a_real_name_is_in_no_file_that_leaves(tmp_path):
    state = four.with_dates(four.filled("isberget", ["Mira ringer"]), ["Mira svarar"])
    stage = replace(state.need("stage", Stage), message="Anna Svensson dröjer")
    state = State([*(r for r in state if r.id != "stage"), stage, Alias(id="x", alias="Mira", name="Anna Svensson")])
    said = told(tmp_path, state, Audience.FULL)
    assert "Mira ringer" in said and "Anna" not in said
    for kind in ("csv", "svg", "ics", "worksheets", "cards"):
        write(kind, tmp_path / kind, four.wish(state, Audience.FULL))
        files = sorted((tmp_path / kind).iterdir()) if (tmp_path / kind).is_dir() else [tmp_path / kind]
        assert not any(b"Anna" in file.read_bytes() for file in files)


def test_what_nobody_keeps_is_not_in_it(tmp_path):
    state = State([*played(), Selection(id="selection", ids=("c1",))])
    told(tmp_path, state, Audience.FULL)
    read = read_json(tmp_path / "session.json").state
    assert read == State(record for record in state if not isinstance(record, Selection))
    assert read.need("stage", Stage) == played().need("stage", Stage)


def whole(records: dict[str, Any]) -> bytes:
    """A facilitator's own copy that holds some records, whatever they say."""
    said = {"format": FORMAT, "document": "full", "language": "sv", "exercises": [], "records": records}
    return json.dumps(said).encode()


@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        (b"", "no session"),
        (b"[1, 2]", "no session"),
        (b"[" * 100_000, "no session"),
        (b'{"format": NaN}', "no session"),
        (b"\xff\xfe{}", "no session"),
        (b'{"format": 4}', "newer version"),
        (b'{"format": 2, "document": "full"}', "only a part"),
        (b'{"format": 3, "document": "shared"}', "only a part"),
        (b'{"format": 3, "document": "full", "records": {"note": [{"id": 7}]}, "exercises": []}', "no session"),
        (b'{"format": 3, "document": "full", "records": {"moln": [{"id": "a"}]}, "exercises": []}', "doesn't know"),
        (b'{"format": 3, "document": "full", "records": {"note": [{"id": "a", "text": 1}]}}', "doesn't belong"),
        (b'{"format": 3, "document": "full", "records": {"note": [{"id": "a"}, {"id": "a"}]}}', "two different"),
        (whole({"block": [{"id": "b", "day": 1_000_000_000}]}), "no session"),
        (whole({"block": [{"id": "b", "day": -1}]}), "no session"),
        (whole({"programme": [{"id": "programme", "days": ["sen"]}]}), "no session"),
        (whole({"programme": [{"id": "programme", "days": [["sen", ""]]}]}), "not a time"),
    ],
)
def test_a_file_that_holds_no_session_is_refused_in_a_sentence(tmp_path, content, sentence):
    path = tmp_path / "annat.json"
    path.write_bytes(content)
    with pytest.raises(Refusal, match=sentence):
        read_json(path)
