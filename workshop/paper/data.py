"""A session as plain data for other programs: the same that the summary shows, and nothing else."""

import json
from pathlib import Path
from typing import Any

from workshop.model.change import State
from workshop.model.exercise import Exercise, Exercises, ExerciseText, in_language
from workshop.model.fields import field_names, kind_of
from workshop.model.notes import list_keys
from workshop.model.outcomes import made_here
from workshop.model.planned import Block
from workshop.model.programme import Slot, days, stored
from workshop.model.record import Agreement, Board, Cover, FollowUp, Memo, Note, Party, Record, Run
from workshop.model.visible import Audience, visible
from workshop.paper.files import put
from workshop.paper.wish import Wish

FORMAT = 2


def summary_json(
    state: State, exercises: Exercises, language: str, audience: Audience = Audience.SHARED
) -> dict[str, Any]:
    """What an audience may see of a session, as dictionaries and lists; `state` is whole, and is filtered here."""
    seen = visible(state, audience)
    told = {name: (exercise, in_language(texts, language)) for name, (exercise, texts) in exercises.items()}
    runs = {run.id: run for run in seen.all(Run) if run.exercise in told}
    used = dict.fromkeys(run.exercise for run in runs.values())
    cover = seen.get("cover", Cover) or Cover(id="cover")
    said: dict[str, Any] = {
        "format": FORMAT,
        "audience": str(audience),
        "cover": _fields(cover),
        "parties": [_named(party) for party in seen.all(Party)],
        "exercises": [_exercise(*told[name]) for name in used],
        "runs": [_named(run) for run in runs.values()],
        "boards": [_board(seen, b, told[runs[b.run].exercise][1]) for b in seen.all(Board) if b.run in runs],
        "agreements": [_linked(seen, agreement) for agreement in made_here(seen)],
        "follow_ups": [_named(follow_up) for follow_up in seen.all(FollowUp)],
    }
    if seen.all(Block):
        said["programme"] = [_planned(slot) for day in days(seen) for slot in day.slots]
    if earlier := [agreement for agreement in seen.all(Agreement) if agreement.past]:
        said["last_time"] = [_linked(seen, agreement) for agreement in earlier]
    if memos := seen.all(Memo):
        said["memos"] = [_named(memo) for memo in memos]
    return said


def write(path: Path, wish: Wish) -> None:
    """Write `summary_json` as a file, the same bytes for the same session. Refusal where it can't be written."""
    said = summary_json(wish.state, wish.exercises, wish.words.language, wish.audience)
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
        **_things(seen, board),
    }


def _planned(slot: Slot) -> dict[str, Any]:
    """A block of the programme with the clock times that it has there."""
    return {**_named(slot.block), "start": stored(slot.start), "end": stored(slot.end)}


def _things(seen: State, board: Board) -> dict[str, Any]:
    """Everything that lies on a board, by kind: "notes" always, and "links" and the others where there are any."""
    things: dict[str, Any] = {"notes": []}
    for record in seen.inside(board.id, Record):
        said = _note(seen, record) if isinstance(record, Note) else _linked(seen, record)
        kind = kind_of(record)
        kinds = f"{kind}es" if kind.endswith("s") else f"{kind}s"
        things.setdefault(kinds, []).append({k: v for k, v in said.items() if k != "board"})
    return things


def _note(seen: State, note: Note) -> dict[str, Any]:
    return {**_linked(seen, note), "marks": dict(note.marks)}


def _linked(seen: State, record: Record) -> dict[str, Any]:
    """A record's fields; what it came from is named only where that may be seen."""
    fields = _named(record)
    if "origin" in fields and fields["origin"] not in seen:
        fields["origin"] = ""
    return fields


def _named(record: Record) -> dict[str, Any]:
    return {"id": record.id, **_fields(record)}


def _fields(record: Record) -> dict[str, Any]:
    """All that a record says, but its place in the order, which the list that it stands in tells."""
    return {name: getattr(record, name) for name in field_names(type(record)) if name != "order"}
