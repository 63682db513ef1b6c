"""How long it takes until an edit is on the disk, against the same transaction in raw SQL.

The limit is a state row brought up to date and a journal row added, in one transaction of the same SQLite with the
same journal mode and syncing. Limit and program alternate in random order in one process; a ratio is the median of the
pairs, the noise that of the limit against itself.
"""

import itertools
import random
import statistics
import time
from collections.abc import Callable
from pathlib import Path
from tempfile import TemporaryDirectory

from workshop.model.change import State, update
from workshop.model.record import Cover, Note, Stage
from workshop.model.session import Session
from workshop.store.change_json import fields_json, to_json
from workshop.store.session_file import SessionFile
from workshop.store.sql import connect

FEW, MANY = 10, 5000
BUDGET, BUDGET_FOR_MANY = 1.3, 1.2
_EDITS = 4  # a round's measurement is the fastest of so many

Edit = Callable[[], object]


def measure(rounds: int) -> list[tuple[str, float, float, float]]:
    """(name, ratio, budget, noise) for a session of ten cards, for one of 5,000, and for the two against each other."""
    with TemporaryDirectory() as folder:
        edits = {}
        for cards in (FEW, MANY):
            edits["program", cards] = _program(Path(folder), cards)
            edits["limit", cards] = _limit(Path(folder), cards)
            edits["again", cards] = edits["limit", cards]
        times: dict[tuple[str, int], list[float]] = {who: [] for who in edits}
        for _ in range(rounds):
            for who in random.sample(list(edits), len(edits)):
                times[who].append(_time(edits[who]))
        few = (times["program", FEW], times["limit", FEW])
        many = (times["program", MANY], times["limit", MANY])
        noise = {cards: _ratio(times["again", cards], times["limit", cards]) for cards in (FEW, MANY)}
        return [
            (f"edit to durable, {FEW} cards", _ratio(*few), BUDGET, noise[FEW]),
            (f"edit to durable, {MANY} cards", _ratio(*many), BUDGET, noise[MANY]),
            (f"edit to durable, {MANY} cards against {FEW}", _ratio(many[0], few[0]), BUDGET_FOR_MANY, noise[MANY]),
        ]


def _notes(cards: int) -> list[Note]:
    return [
        Note(id=f"n{i}", board="b", list="left", text=f"Kort {i} som säger något", order=i + 1.0) for i in range(cards)
    ]


def _program(folder: Path, cards: int) -> Edit:
    """An edit as the windows make it: checked, on the disk, and in the history."""
    state = State([Cover(id="cover"), Stage(id="stage"), *_notes(cards)])
    file = SessionFile.create(folder / f"{cards}.workshop", state)
    session = Session(file.state, file, time.monotonic)

    numbers = itertools.count()

    def edit() -> None:
        number = next(numbers)
        note = session.state.need(f"n{number % cards}", Note)
        session.do(update(note, text=f"Ändrat {number} till något annat"), "edit card")

    return edit


def _limit(folder: Path, cards: int) -> Edit:
    """The same rows with nothing around them."""
    connection = connect(folder / f"{cards}.limit")
    connection.execute("CREATE TABLE records (id TEXT PRIMARY KEY, kind TEXT, fields TEXT)")
    connection.execute("CREATE TABLE journal (seq INTEGER PRIMARY KEY, at TEXT, label TEXT, change TEXT)")
    notes = _notes(cards)
    connection.execute("BEGIN")
    connection.executemany("INSERT INTO records VALUES (?, 'note', ?)", [(n.id, fields_json(n)) for n in notes])
    connection.execute("COMMIT")
    change, fields = to_json(update(notes[1], text="Ändrat 1 till något annat")), fields_json(notes[1])

    numbers = itertools.count()

    def edit() -> None:
        number = next(numbers)
        connection.execute("BEGIN IMMEDIATE")
        connection.execute("UPDATE records SET fields = ? WHERE id = ?", (f"{fields} {number}", f"n{number % cards}"))
        connection.execute("INSERT INTO journal (at, label, change) VALUES (?, 'edit card', ?)", (str(number), change))
        connection.execute("COMMIT")

    return edit


def _time(edit: Edit) -> float:
    times = []
    for _ in range(_EDITS):
        begun = time.perf_counter()
        edit()
        times.append(time.perf_counter() - begun)
    return min(times)


def _ratio(ones: list[float], others: list[float]) -> float:
    return statistics.median(one / other for one, other in zip(ones, others, strict=True))
