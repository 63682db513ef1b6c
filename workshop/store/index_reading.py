"""Reads what the index holds of a session from its file: quickly, changing nothing, and whatever the file is."""

import json
from collections.abc import Callable, Mapping
from pathlib import Path

from workshop.model.change import State
from workshop.model.filing import filing_of
from workshop.model.hits import Place
from workshop.model.outcomes import still_open
from workshop.model.record import Agreement, Board, Cover, Id, Run
from workshop.model.records import RECORDS
from workshop.model.visible import Audience, visible
from workshop.model.written import written
from workshop.store.index import Entry
from workshop.store.library import WALL
from workshop.store.protection import LOOKED_AT, is_protected, is_scrambled
from workshop.store.sql import APPLICATION_ID, FORMAT, Connection, Problem, connect

# An exercise's title, those of its boards by key, and the cards that lie ready, which nobody has written.
Titles = tuple[str, Mapping[str, str], frozenset[str]]
Told = Callable[[Mapping[str, str], str], Titles]  # from an exercise's texts by file name, and a language

PROTECTED, UNREADABLE = "protected", "unreadable"
_OURS = APPLICATION_ID.to_bytes(4)  # at byte 68 of a session's file; its format stands at byte 60
_STRANGE = (Problem, OSError, ValueError, TypeError, KeyError, AttributeError, RecursionError)


def entry_in(path: Path, told: Told) -> Entry:
    """What the index holds of the session in a file; of one that can't be read no more than its name."""
    connection = None
    try:
        with path.open("rb", buffering=0) as file:
            head = file.read(LOOKED_AT)
        if is_scrambled(head):
            return _name_alone(path, PROTECTED)
        if head[68:72] != _OURS or int.from_bytes(head[60:64]) > FORMAT:
            return _name_alone(path, UNREADABLE)
        connection = connect(path)
        return _read(connection, path, told)
    except _STRANGE:
        return _name_alone(path, UNREADABLE)
    finally:
        if connection is not None:
            connection.close()


def picture_in(path: Path) -> bytes | None:
    """The picture of what a session looked like; None where its file shows none."""
    if not path.is_file() or is_protected(path):
        return None
    connection = None
    try:
        connection = connect(path)
        found = connection.execute("SELECT png FROM pictures WHERE name = ?", (WALL,)).fetchone()
        return found[0] if found else None
    except Problem:
        return None
    finally:
        if connection is not None:
            connection.close()


def _name_alone(path: Path, shut: str) -> Entry:
    """A session of which nothing but the file's name may or can be known."""
    return Entry(path.stem, shut=shut, pieces=(("", Place(), path.stem),))


def _read(connection: Connection, path: Path, told: Told) -> Entry:
    rows = connection.execute("SELECT id, kind, fields FROM records").fetchall()
    fields = json.loads(f"[{','.join(row[2] for row in rows)}]")
    texts: dict[str, dict[str, str]] = {}
    for name, file, text in connection.execute("SELECT name, file, text FROM exercises WHERE file LIKE 'text.%'"):
        texts.setdefault(name, {})[file] = text
    # Fields are taken as they are: a session is looked at more closely when it is opened.
    state = State(RECORDS[kind](id=id, **each) for (id, kind, _), each in zip(rows, fields, strict=True))
    return entry_of(visible(state, Audience.SEARCH), path, texts, told)


def entry_of(state: State, path: Path, texts: Mapping[str, Mapping[str, str]], told: Told) -> Entry:
    """What the index holds of a session whose records it may see, and whose exercises have these texts."""
    cover, filing = state.get("cover", Cover) or Cover(id="cover"), filing_of(state)
    titles = {run.id: told(texts.get(run.exercise, {}), cover.language) for run in state.all(Run)}
    nowhere = Place()
    places: dict[tuple[Id, Id], Place] = {("", ""): nowhere}
    for run in state.all(Run):
        title, boards, _ = titles[run.id]
        places[run.id, ""] = Place(run.exercise, title)
        for board in state.inside(run.id, Board):
            places[run.id, board.id] = Place(run.exercise, title, boards.get(board.key, ""))
    ready = frozenset[str]().union(*(cards for _, _, cards in titles.values()))
    pieces = [
        (id, places.get((run, board), nowhere), text) for id, run, board, text in written(state) if text not in ready
    ]
    exercises = dict.fromkeys((run.exercise, titles[run.id][0]) for run in state.all(Run))
    return Entry(
        title=cover.title or path.stem,
        team=cover.group,
        date=cover.date,
        exercises=tuple(exercises),
        agreed=len(state.all(Agreement)),
        open=len(still_open(state)),
        status=filing.status,
        disposal=filing.disposal,
        language=cover.language,
        pieces=tuple(pieces),
    )
