"""A session as JSON for other programs, and the facilitator's own copy back as a session.

What it looks like is told by resources/schema/session.schema.json, which is made from the records (see schema.py).
"""

import json
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any, NamedTuple

from workshop.model.change import State
from workshop.model.exercise import Exercise, ExerciseText, in_language
from workshop.model.fields import field_names, from_fields, kind_of
from workshop.model.kept import Alias
from workshop.model.planned import Block
from workshop.model.programme import days, stored
from workshop.model.record import Record, Run, Stage
from workshop.model.records import RECORDS
from workshop.model.refusal import Refusal
from workshop.model.visible import Audience
from workshop.paper.files import put
from workshop.paper.wish import Wish

FORMAT = 3
_DAYS = 366  # that a programme may take
LARGEST = 64 * 1024 * 1024  # bytes of a file that is read


class Read(NamedTuple):
    """What a full JSON file holds: the session, its exercises' files, and the language that it was written in."""

    state: State
    copies: dict[str, dict[str, str]]
    language: str


def session_json(wish: Wish) -> dict[str, Any]:
    """What an audience may see of a session, as dictionaries and lists.

    The full one holds all that the session's file does but the real names of those who have an alias, and the exercises
    with it, so that it can be read back.
    """
    seen, full, language = wish.seen, wish.audience is Audience.FULL, wish.words.language
    used = [name for name in dict.fromkeys(run.exercise for run in seen.all(Run)) if name in wish.exercises]
    told = [(wish.exercises[name][0], in_language(wish.exercises[name][1], language)) for name in used]
    records: dict[str, list[dict[str, Any]]] = {}
    for record in (*_sorted(seen), *(_stage(wish) if full else ())):
        records.setdefault(kind_of(record), []).append(_said(record if full else _unhinting(record, seen)))
    said: dict[str, Any] = {
        "format": FORMAT,
        "document": str(wish.audience),
        "language": language,
        "exercises": [_exercise(plan, text, wish.copies.get(plan.name, {}) if full else {}) for plan, text in told],
        "records": records,
    }
    if seen.all(Block):
        said["times"] = [
            {"block": slot.block.id, "date": day.date, "start": stored(slot.start), "end": stored(slot.end)}
            for day in days(seen)
            for slot in day.slots
        ]
    return said


def write(path: Path, wish: Wish) -> None:
    """Write `session_json` as a file, the same bytes for the same session. Refusal where it can't be written."""
    said = session_json(wish)
    written = json.dumps(said, ensure_ascii=False, indent=2, sort_keys=True) + "\n"
    put(path, written.encode("utf-8", "backslashreplace"))  # half a surrogate pair becomes the \\u that JSON knows


def read_json(path: Path) -> Read:
    """The session in a JSON file; Refusal where it is not the facilitator's own copy of one, whole and of this kind."""
    with path.open("rb") as file:
        content = file.read(LARGEST + 1)
    if len(content) > LARGEST:
        raise Refusal("“{name}” is too large to be a session.", name=path.name)
    try:
        said = json.loads(content.decode("utf-8-sig"), parse_constant=_no_number)
        return session_from(said)
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError):
        raise Refusal(
            "“{name}” holds no session that can be read. Choose a JSON file that Verkstad has written.", name=path.name
        ) from None


def session_from(said: Any) -> Read:
    """What `session_json` said, back again; Refusal, or what a wrong shape raises, where it doesn't say a session."""
    number = said["format"]
    if type(number) is not int or number > FORMAT:
        raise Refusal("The file was written by a newer version of Verkstad. Update the program first.")
    if number < FORMAT or said["document"] != Audience.FULL:
        raise Refusal("The file holds only a part of a session. Choose one written as the facilitator's own copy.")
    records = [
        from_fields(kind, _word(fields["id"]), {name: value for name, value in fields.items() if name != "id"})
        for kind, found in said["records"].items()
        for fields in found
    ]
    if len({record.id for record in records}) < len(records):
        raise Refusal("The file says two different things of the same card. Choose another file.")
    copies = {
        _word(exercise["name"]): {_word(name): _word(text) for name, text in exercise.get("files", {}).items()}
        for exercise in said["exercises"]
    }
    state = State(records)
    if not all(0 <= block.day < _DAYS for block in state.all(Block)):
        raise ValueError("a day that no occasion has")
    days(state)  # whoever opens the session will want to know its times
    return Read(state, copies, _word(said["language"]))


def _stage(wish: Wish) -> list[Stage]:
    """What the room was shown last; what it was told may name somebody who has an alias."""
    named = bool(wish.state.all(Alias))
    return [replace(stage, message="") if named else stage for stage in wish.state.all(Stage)]


def _word(said: Any) -> str:
    if not isinstance(said, str):
        raise TypeError("not text")
    return said


def _no_number(said: str) -> float:
    raise ValueError(said)


def _sorted(seen: State) -> list[Record]:
    """All records by kind, each kind in its order."""
    return [record for kind in RECORDS.values() for record in seen.all(kind) if type(record) is kind]


def _unhinting(record: Record, seen: State) -> Record:
    """A record that names what it came from only where that may be seen."""
    origin = getattr(record, "origin", "")
    return replace(record, origin="") if origin and origin not in seen else record


def _said(record: Record) -> dict[str, Any]:
    """All that a record says, by field."""
    return {"id": record.id, **{name: getattr(record, name) for name in field_names(type(record))}}


def _exercise(exercise: Exercise, text: ExerciseText, files: Mapping[str, str]) -> dict[str, Any]:
    """An exercise in words: what its steps are, and what its boards and their keys are called."""
    steps = [
        {
            "key": step.key,
            "title": text.step(step.key).title,
            "instruction": text.step(step.key).instruction,
            "minutes": step.minutes,
            "board": step.board,
            "view": step.view,
        }
        for step in exercise.steps
    ]
    boards = [
        {
            "key": board.key,
            "kind": board.kind,
            "title": text.board(board.key).title,
            "words": {group: dict(labels) for group, labels in text.board(board.key).words.items()},
        }
        for board in exercise.boards
    ]
    about = {"name": exercise.name, "edition": exercise.edition, "title": text.title, "purpose": text.purpose}
    told = {**about, "language": text.language, "minutes": exercise.minutes, "steps": steps, "boards": boards}
    return {**told, "files": dict(files)} if files else told
