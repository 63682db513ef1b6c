"""What it costs to find something in a large library, against raw FTS5, against a small library, and against typing.

Sessions are generated straight into the index, each with a few dozen words of a made-up language in which, as in all,
some words are common and most are rare. Limit and program take turns in random order in one process; a ratio is the
median of the pairs, the noise that of the limit against itself. Reading the files is measured on fewer of them: what it
costs is by the file.
"""

import datetime
import gc
import json
import os
import random
import shutil
import statistics
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent

from workshop.app import Verkstad
from workshop.app.finding import Finding, titles
from workshop.model.boards.agreements import add_agreement
from workshop.model.change import State, between
from workshop.model.hits import Place
from workshop.model.notes import add_note
from workshop.model.record import Board, Party
from workshop.model.records import RECORDS
from workshop.model.sought import MOST
from workshop.screen.home.library import LibraryPage
from workshop.screen.home.window import HomeWindow
from workshop.screen.house import Beginning
from workshop.screen.program import application
from workshop.store.index import Entry, Index, Stamp, ready
from workshop.store.indexing import bring_up_to_date, files_in
from workshop.store.searching import match
from workshop.store.sql import connect
from workshop.words import Catalogue

SIZES = (1_000, 10_000, 50_000)
SEARCH, GROWTH, KEYS, HOME, READING = 1.2, 3.0, 1.0, 1.3, 1.5
KEY = 1 / 8  # seconds from one key to the next
FILES = 1_000
WORDS = Catalogue("sv")

_FIRST = "b d f g h k l m n r s sk st t v"  # what syllables begin with

Named = tuple[str, float, float, float]


def measure(rounds: int) -> list[Named]:
    """(name, ratio, budget, noise) for searching, typing, coming home, and reading the files."""
    application()
    with TemporaryDirectory() as folder:
        homes = {count: Path(folder) / f"{count}" for count in (10, *SIZES)}
        said = [_fill(home, count) for count, home in homes.items()][-1]
        lines = _lines(said)
        return [
            *_searching({count: homes[count] for count in SIZES}, lines, rounds),
            _typing(homes[SIZES[-1]], lines, rounds),
            *_coming_home(homes[10], homes[10_000], rounds),
            _reading(Path(folder) / "files", max(3, rounds // 8)),
        ]


# The library


def _fill(home: Path, count: int) -> list[str]:
    """An index of so many sessions; some words that stand in it, from the most common to the rarest."""
    chance = random.Random(count)
    parts = [
        a + b for a in ["b", "d", "f", "g", "h", "k", "l", "m", "n", "r", "s", "sk", "st", "t", "v"] for b in "aeiouåäö"
    ]
    words = ["".join(chance.choice(parts) for _ in range(chance.randint(1, 4))) for _ in range(4_000)]
    pool = iter(chance.choices(words, [1 / (rank + 3) for rank in range(len(words))], k=count * 40))
    places = [Place("isberget", "Isberget", "Tavlan"), Place("reta-motparten", "Reta motparten", "Listorna")]
    index = Index(home)
    first = datetime.date(2000, 1, 1)
    for start in range(0, count, 1_000):
        with index.writing():
            for number in range(start, min(count, start + 1_000)):
                pieces = tuple((f"n{n}", places[n % 2], " ".join(next(pool) for _ in range(8))) for n in range(5))
                day = (first + datetime.timedelta(days=number % 9_000)).isoformat()
                held = tuple((place.exercise, place.title) for place in places)
                entry = Entry(f"Pass {number}", f"Grupp {number % 90}", day, held, 2, 1, pieces=pieces)
                index.put(ready(home / f"{number}.workshop", Stamp(0, 1), entry))
    index.close()
    return words


def _lines(words: list[str]) -> list[str]:
    """What is in the line after each key, while three lines are typed: with a filter, with a common word, with two."""
    long = [word for word in words if len(word) > 4]
    typed = (f"isberg om {long[300]}", long[3], f"{long[10]} {long[60]}")
    return [line[:length] for line in typed for length in range(2, len(line) + 1)]


@contextmanager
def _at(home: Path) -> Iterator[Verkstad]:
    """The program where somebody's files lie in a folder."""
    before = os.environ.get("VERKSTAD_HOME")
    os.environ["VERKSTAD_HOME"] = str(home)
    try:
        yield Verkstad()
    finally:
        os.environ["VERKSTAD_HOME"] = before or ""


# Searching


def _searching(homes: dict[int, Path], lines: list[str], rounds: int) -> list[Named]:
    acts: dict[tuple[str, int], Callable[[], object]] = {}
    for count, home in homes.items():
        with _at(home) as house:
            finding = house.finding
            finding.look("x", WORDS, "sv")
            acts["program", count] = lambda finding=finding: [finding.look(line, WORDS, "sv") for line in lines]
            acts["limit", count] = acts["again", count] = _raw(finding, lines)
    times = _times(acts, rounds)
    rows = []
    for count in homes:
        limit = times["limit", count]
        ratio, noise = _ratio(times["program", count], limit), _ratio(times["again", count], limit)
        rows.append((f"search, each key of a line, {count} sessions", ratio, SEARCH, noise))
    few, many = SIZES[:2]
    ratio = _ratio(times["program", many], times["program", few])
    noise = _ratio(times["again", few], times["limit", few])
    return [*rows, (f"search, {many} sessions against {few}", ratio, GROWTH, noise)]


def _raw(finding: Finding, lines: list[str]) -> Callable[[], object]:
    """The same questions in SQL."""
    connection = finding.index.connection
    asked = []
    for line in lines:
        sought, _ = finding.look(line, WORDS, "sv")
        chosen = "instr(s.exercises, '[\"isberget\", ') > 0" if sought.filters else "1"
        if sought.words:
            join = " CROSS JOIN sessions s ON s.id = w.rowid" if sought.filters else ""
            sql = f"SELECT w.rowid FROM words w{join} WHERE w.words MATCH ? AND {chosen}"
            sql += f" ORDER BY w.rowid DESC LIMIT {MOST}"
            asked.append((sql, (match(sought),)))
        else:
            asked.append((f"SELECT s.id FROM sessions s WHERE {chosen} ORDER BY s.id DESC LIMIT {MOST}", ()))
        assert [id for (id,) in connection.execute(*asked[-1])] == finding.look(line, WORDS, "sv")[1]
    return lambda: [connection.execute(sql, given).fetchall() for sql, given in asked]


# In the windows


class _Nothing:
    """No files to read: these sessions are in the index alone."""

    def finished(self) -> bool:
        return True

    def cancel(self) -> None:
        pass


def _window(house: Verkstad) -> HomeWindow:
    house.finding.start = _Nothing  # type: ignore[method-assign]
    window = HomeWindow(house, "sv", "light")
    window.resize(1366, 768)
    window.show()
    application().processEvents()
    window.refresh()
    return window


def _is_drawn(page: LibraryPage) -> bool:
    """Whether there is anything to see in the list as it was painted last."""
    seen = page.list.viewport().grab().toImage()
    return len({seen.pixel(150 + x, 20 + y) for x in range(0, 200, 2) for y in range(0, 20, 2)}) > 1


def _typing(home: Path, lines: list[str], rounds: int) -> Named:
    """From a key until its first results have been painted, at the slowest key, against the time to the next."""
    with _at(home) as house:
        window = _window(house)
        window.library.open()
        page = window.library.page
        slowest = []
        for _ in range(max(3, rounds // 4)):
            page.line.clear()
            taken = []
            for line in lines:
                if not line.startswith(page.line.text()):
                    page.line.clear()
                began = time.perf_counter()
                for letter in line.removeprefix(page.line.text()):
                    key = QKeyEvent(QEvent.Type.KeyPress, 0, Qt.KeyboardModifier.NoModifier, letter)
                    application().sendEvent(page.line, key)
                page.list.viewport().repaint()
                taken.append(time.perf_counter() - began)
            assert page.rows.rowCount() and page.rows.row(1).hit and _is_drawn(page)  # type: ignore[union-attr]
            slowest.append(max(taken))
        window.close()
    name = f"results of a key painted, of the time to the next, {SIZES[-1]} sessions"
    return (name, statistics.median(slowest) / KEY, KEYS, 1.0)


def _coming_home(few: Path, many: Path, rounds: int) -> list[Named]:
    """Home and its library shown anew, with 10,000 sessions against ten."""
    windows = {}
    for who, home in (("few", few), ("again", few), ("many", many)):
        with _at(home) as house:
            for number in range(10 if home is few else 60):
                path = home / "sessions" / f"{number}.workshop"
                path.parent.mkdir(exist_ok=True)
                path.touch()
                house._library.remember(path, f"Pass {number}", "Grupp", "isberget", None)
            windows[who] = _window(house)
            windows[who].library.open()
            windows[who].library.leave()

    def at_home(window: HomeWindow) -> None:
        window.refresh()
        window.repaint()

    for window in windows.values():
        window.library.open()
        window.repaint()
        assert _is_drawn(window.library.page), "the first paint has rows in it"
        window.library.leave()

    def library(window: HomeWindow) -> None:
        page = window.library.page
        page._shown = None
        window.library.open()
        window.repaint()
        window.library.leave()

    rows = []
    for name, act in (("home", at_home), ("the library", library)):
        times = _times({who: lambda act=act, window=window: act(window) for who, window in windows.items()}, rounds)
        ratio, noise = _ratio(times["many"], times["few"]), _ratio(times["again"], times["few"])
        rows.append((f"{name} shown, 10000 sessions against 10", ratio, HOME, noise))
    for window in windows.values():
        window.close()
    return rows


# Reading the files


def _reading(home: Path, rounds: int) -> Named:
    """The index made of session files, against reading their records and inserting the same rows."""
    with _at(home) as house:
        first = _session(house)
        for number in range(1, FILES):
            shutil.copyfile(first, first.with_name(f"{number}.workshop"))
    folder = first.parent
    made = Index(home / "made")
    for _ in bring_up_to_date(made, [folder], titles):
        pass
    sessions = made.connection.execute("SELECT * FROM sessions").fetchall()
    words = made.connection.execute("SELECT rowid, said, stems, places FROM words").fetchall()
    made.close()

    def program() -> None:
        index = Index(home / "program")
        for _ in bring_up_to_date(index, [folder], titles):
            pass
        index.clear()

    def limit() -> None:
        index = Index(home / "limit")
        for path, _ in files_in(folder):
            connection = connect(Path(path))
            rows = connection.execute("SELECT id, kind, fields FROM records").fetchall()
            State(RECORDS[kind](id=id, **json.loads(fields)) for id, kind, fields in rows)
            connection.execute("SELECT name, file, text FROM exercises WHERE file LIKE 'text.%'").fetchall()
            connection.close()
        with index.writing() as connection:
            marks = ", ".join("?" * len(sessions[0]))
            connection.executemany(f"INSERT INTO sessions VALUES ({marks})", sessions)
            connection.executemany("INSERT INTO words (rowid, said, stems, places) VALUES (?, ?, ?, ?)", words)
        index.clear()

    times = _times({("program",): program, ("limit",): limit, ("again",): limit}, rounds)
    limits = times["limit",]
    ratio, noise = _ratio(times["program",], limits), _ratio(times["again",], limits)
    return (f"the index made of its files, against reading records and inserting ({FILES})", ratio, READING, noise)


def _session(house: Verkstad) -> Path:
    """A session of real size: 80 cards and a few agreements."""
    parties = (("Kommunen", "K"), ("Regionen", "R"))
    opened = house.begin(Beginning("reta-motparten", "Prov", "Gruppen", "", "2026-10-14", parties), "sv")
    state = opened.session.state
    boards = {board.key: board for board in state.all(Board)}
    sides = [party.id for party in state.all(Party)]
    for number in range(80):
        text = f"Kort {number} om det som vi brukar göra när ingen riktigt vet vem som ska svara"
        state = add_note(state, boards["provocations"], sides[number % 2], text).apply(state)
    agreed = next(board for board in boards.values() if board.kind == "agreements")
    for number in range(5):
        state = add_agreement(state, agreed, f"Vi ringer varje vecka {number}", "Regionen", "2026-12-01").apply(state)
    opened.session.do(between(opened.session.state, state), "write")
    opened.close()
    return opened.path


# Measuring


def _times(acts: dict, rounds: int) -> dict:
    """How long each took, in as many rounds."""
    times: dict = {who: [] for who in acts}
    gc.collect()
    for number in range(rounds + 1):
        for who in random.sample(list(acts), len(acts)):
            began = time.perf_counter()
            acts[who]()
            if number:  # the first round only warms the caches
                times[who].append(time.perf_counter() - began)
    return times


def _ratio(ones: list[float], others: list[float]) -> float:
    return statistics.median(one / other for one, other in zip(ones, others, strict=True))
