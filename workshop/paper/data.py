"""A session as plain data for other programs: the same that the summary shows, and nothing else."""

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from workshop.model.change import State
from workshop.model.exercise import Exercise, ExerciseText, in_language
from workshop.model.notes import list_keys
from workshop.model.record import Agreement, Board, Cover, FollowUp, Memo, Note, Party, Record, Run, field_names
from workshop.model.visible import Audience, visible
from workshop.paper.files import put

FORMAT = 1


def summary_json(
    state: State, exercise: Exercise, text: ExerciseText, audience: Audience = Audience.SHARED
) -> dict[str, Any]:
    """What an audience may see of a session, as dictionaries and lists; `state` is whole, and is filtered here."""
    seen = visible(state, audience)
    runs = {run.id: run for run in seen.all(Run)}
    cover = seen.get("cover", Cover) or Cover(id="cover")
    said: dict[str, Any] = {
        "format": FORMAT,
        "audience": str(audience),
        "cover": _fields(cover),
        "parties": [_named(party) for party in seen.all(Party)],
        "exercise": _exercise(exercise, text),
        "runs": [_named(run) for run in runs.values()],
        "boards": [_board(seen, board, text) for board in seen.all(Board) if board.run in runs],
        "agreements": [_linked(seen, agreement) for agreement in seen.all(Agreement)],
        "follow_ups": [_named(follow_up) for follow_up in seen.all(FollowUp)],
    }
    if memos := seen.all(Memo):
        said["memos"] = [_named(memo) for memo in memos]
    return said


def write_json(
    path: Path,
    state: State,
    exercise: Exercise,
    texts: Mapping[str, ExerciseText],
    language: str,
    audience: Audience = Audience.SHARED,
) -> None:
    """Write `summary_json` as a file, the same bytes for the same session. Refusal where it can't be written."""
    text = in_language(texts, language)
    said = summary_json(state, exercise, text, audience)
    written = json.dumps(said, ensure_ascii=False, indent=2, sort_keys=True) + "\n"
    put(path, written.encode("utf-8", "backslashreplace"))  # half a surrogate pair becomes the \\u that JSON knows


def _exercise(exercise: Exercise, text: ExerciseText) -> dict[str, Any]:
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
    about = {"name": exercise.name, "edition": exercise.edition, "title": text.title, "purpose": text.purpose}
    return {**about, "language": text.language, "minutes": exercise.minutes, "steps": steps}


def _board(seen: State, board: Board, text: ExerciseText) -> dict[str, Any]:
    """A board with all its cards; `words` are the labels of the keys that the cards use."""
    about = text.board(board.key)
    return {
        "id": board.id,
        "run": board.run,
        "key": board.key,
        "kind": board.kind,
        "title": about.title,
        "lists": list(list_keys(seen, board)),
        "words": {group: dict(labels) for group, labels in about.words.items()},
        "notes": [_note(seen, note) for note in seen.inside(board.id, Note)],
    }


def _note(seen: State, note: Note) -> dict[str, Any]:
    fields = _linked(seen, note)
    del fields["board"]
    return {**fields, "marks": dict(note.marks)}


def _linked(seen: State, record: Note | Agreement) -> dict[str, Any]:
    """A record's fields; the card that it came from is named only where that card may be seen."""
    return {**_named(record), "origin": record.origin if record.origin in seen else ""}


def _named(record: Record) -> dict[str, Any]:
    return {"id": record.id, **_fields(record)}


def _fields(record: Record) -> dict[str, Any]:
    """All that a record says, but its place in the order, which the list that it stands in tells."""
    return {name: getattr(record, name) for name in field_names(type(record)) if name != "order"}
