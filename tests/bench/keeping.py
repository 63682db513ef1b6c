"""How long a session with a password takes to open, against sqlcipher's own derivation of the key and read of the rows.

The program opens it as the windows do, with its exercises checked; the limit reads the same rows of the same file with
bare sqlcipher. Both in random order in one process; a ratio is the median of the pairs.
"""

import os
import random
import statistics
import time
from collections.abc import Callable
from pathlib import Path
from tempfile import TemporaryDirectory

from workshop.app import Verkstad
from workshop.model.change import Change
from workshop.model.record import Note, Stage
from workshop.screen.house import Beginning
from workshop.store.sql import dbapi2

BUDGET = 1.2
_PASSWORD, _CARDS = "fyra vänliga ord", 200
_TABLES = ("about", "records", "journal", "exercises")


def measure(rounds: int) -> list[tuple[str, float, float, float]]:
    """(name, ratio, budget, noise)."""
    before = os.environ.get("VERKSTAD_HOME")
    with TemporaryDirectory() as folder:
        os.environ["VERKSTAD_HOME"] = folder
        try:
            house, path = _session()
            acts = {"program": lambda: house.open(path, _PASSWORD).close(), "limit": lambda: _read(path)}
            acts["again"] = acts["limit"]
            times: dict[str, list[float]] = {who: [] for who in acts}
            for _ in range(rounds):
                for who in random.sample(list(acts), len(acts)):
                    times[who].append(_time(acts[who]))
        finally:
            os.environ.pop("VERKSTAD_HOME")
            if before is not None:
                os.environ["VERKSTAD_HOME"] = before
    noise = _ratio(times["again"], times["limit"])
    return [
        (f"open a session with a password, {_CARDS} cards", _ratio(times["program"], times["limit"]), BUDGET, noise)
    ]


def _session() -> tuple[Verkstad, Path]:
    house = Verkstad()
    parties = (("Kommunen", "K"), ("Regionen", "R"))
    opened = house.begin(Beginning("reta-motparten", "Prov", "Gruppen", "Salen", "2026-11-22", parties), "sv")
    board = f"{opened.session.state.need('stage', Stage).run}:provocations"
    notes = (Note(id=f"n{i}", board=board, list="a", text=f"Kort {i} som säger något") for i in range(_CARDS))
    opened.session.do(Change({note.id: note for note in notes}), "write cards")
    house.keeping.protect(opened, _PASSWORD)
    opened.close()
    return house, opened.path


def _read(path: Path) -> None:
    connection = dbapi2.connect(str(path))
    connection.execute(f"PRAGMA key = '{_PASSWORD}'")
    for table in _TABLES:
        connection.execute(f"SELECT * FROM {table}").fetchall()
    connection.close()


def _time(act: Callable[[], object]) -> float:
    begun = time.perf_counter()
    act()
    return time.perf_counter() - begun


def _ratio(ones: list[float], others: list[float]) -> float:
    return statistics.median(one / other for one, other in zip(ones, others, strict=True))
