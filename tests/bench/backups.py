"""How long a backup takes, against SQLite's own `VACUUM INTO` of the same file.

The limit writes a copy and no more; the program copies, syncs, looks at the backups that there are, and leaves a note
with a checksum. Before a copy gets its name it is read through, SQLite's structures and every row against its seal;
that is done in the same process beside the window, and is not counted. Limit and program alternate in random order; the
ratio is the median of the pairs, the noise that of the limit against itself.
"""

import os
import random
import statistics
import time
from collections.abc import Callable
from pathlib import Path
from tempfile import TemporaryDirectory

from tests.bench.saving import _notes
from workshop.catalog.folder import files
from workshop.look import EXERCISES
from workshop.model.change import Change, State, update
from workshop.model.record import Cover, Note, Stage
from workshop.model.session import Session
from workshop.store.backups import HOUR, copied, forget, kept, named
from workshop.store.session_file import SessionFile
from workshop.store.sql import connect

CARDS, EDITS = 500, 500  # a full day's session of all exercises, and what its journal holds
PICTURE = 60_000  # bytes of what it looks like
BUDGET = 1.3


def measure(rounds: int) -> list[tuple[str, float, float, float]]:
    """(name, ratio, budget, noise)."""
    before = os.environ.get("VERKSTAD_HOME")
    with TemporaryDirectory() as place:
        folder = Path(place)
        os.environ["VERKSTAD_HOME"] = str(folder / "home")
        path = _session(folder)
        works = {"program": _program(path), "limit": _limit(path, folder), "again": _limit(path, folder)}
        times: dict[str, list[float]] = {name: [] for name in works}
        for work in works.values():
            work()
        for _ in range(rounds):
            for name in random.sample(list(works), len(works)):
                times[name].append(works[name]())
    os.environ.pop("VERKSTAD_HOME") if before is None else os.environ.update(VERKSTAD_HOME=before)
    ratio, noise = (_ratio(times[name], times["limit"]) for name in ("program", "again"))
    return [(f"backup of a session of {CARDS} cards", ratio, BUDGET, noise)]


def _session(folder: Path) -> Path:
    path = folder / "session.workshop"
    exercises = {example.name: files(example) for example in sorted(EXERCISES.iterdir())}
    file = SessionFile.create(path, State([Cover(id="cover"), Stage(id="stage")]), exercises)
    file.set_picture("wall", os.urandom(PICTURE))
    session = Session(file.state, file, time.monotonic)
    session.do(Change({note.id: note for note in _notes(CARDS)}), "write cards")
    for number in range(EDITS):
        session.do(update(session.state.need(f"n{number % CARDS}", Note), text=f"Ändrat {number} " * 9), "edit card")
    file.close()
    return path


def _program(path: Path) -> Callable[[], float]:
    def program() -> float:
        forget(path)
        begun = time.perf_counter()
        copy = copied(path, "")
        kept(path, copy.made)
        named(copy, HOUR)
        return time.perf_counter() - begun

    return program


def _limit(path: Path, folder: Path) -> Callable[[], float]:
    copy = folder / "copy"

    def vacuum() -> float:
        copy.unlink(missing_ok=True)
        begun = time.perf_counter()
        connection = connect(path)
        connection.execute("VACUUM INTO ?", (str(copy),))
        connection.close()
        return time.perf_counter() - begun

    return vacuum


def _ratio(ones: list[float], others: list[float]) -> float:
    return statistics.median(one / other for one, other in zip(ones, others, strict=True))
