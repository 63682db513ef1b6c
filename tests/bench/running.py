"""A whole day of running: memory over eight hours with a clock and a wall, and how even the desk stays by an export.

The eight hours are sped up: the program's clock is moved by hand, a second for each of the wall's ticks, and every five
seconds a card is edited. The desk's evenness is the slowest frames (p95) of a drag with the clock ticking, against the
same when nothing else is done; the idle desk against itself is the noise.
"""

import os
import random
import statistics
import subprocess
import sys
import time
from pathlib import Path
from tempfile import TemporaryDirectory

FLAT, EVEN = 1.05, 2.0
_FRAMES = 120  # of a drag
_EXPORTS = 12  # drags by an export at most: it takes long

DAY = """
import re, sys
from tests.desk import Facilitator, begun
from workshop.app import Verkstad
from workshop.model.change import update
from workshop.model.record import Note
from workshop.screen.program import application
from workshop.screen.projector import clock

hours = float(sys.argv[1])
app = application()
desk = Facilitator(Verkstad(), begun(Verkstad()))
desk.goes_to("write")
for n in range(12):
    desk.writes(f"Vi ringer aldrig tillbaka, {n}")
now = [0.0]
for each in (desk.window.room.clock, desk.window.room._wall_clock):
    each._monotonic = lambda: now[0]
desk.window.projecting.begin()
desk.presses("Ctrl+Space")
session, notes = desk.window.bridge.session, [note.id for note in desk.state.all(Note)]

def resident():
    return int(re.search(r"VmRSS:\\s+(\\d+)", open("/proc/self/status").read()).group(1))

seconds, warm = int(hours * 3600), 0
for second in range(seconds):
    now[0] += 1.0
    for each in (desk.window.room.clock, desk.window.room._wall_clock):
        each._tick()
    if second % 5 == 0:
        note = desk.state.need(notes[second % len(notes)], Note)
        desk.window.bridge.do(update(note, text=f"Vi ringer aldrig tillbaka, {second}"), "edit card")
    app.processEvents()
    if second == seconds // 4:
        warm = resident()
assert desk.window.room.on_wall
print(resident() / warm)
import os
os._exit(0)
"""


def measure(rounds: int) -> list[tuple[str, float, float, float]]:
    """(name, ratio, budget, noise): memory at the end against after two hours, and frames by an export against idle.

    In the first hours what the program remembers of layouts fills up to its bounds.
    """
    with TemporaryDirectory() as home:
        os.environ["VERKSTAD_HOME"] = home
        hours = max(1.0, min(8.0, 8.0 * rounds / 30))
        flat = ("eight hours of clock, wall and edits: memory / after two", _day(home, hours), FLAT, 1.0)
        return [flat, ("drag and clock by an export, p95 / idle", *_even(rounds))]


def _day(home: str, hours: float) -> float:
    environment = {**os.environ, "VERKSTAD_HOME": home, "QT_QPA_PLATFORM": "offscreen"}
    command = [sys.executable, "-c", DAY, str(hours)]
    done = subprocess.run(command, env=environment, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True)
    return float(done.stdout.split()[-1])


def _even(rounds: int) -> tuple[float, float, float]:
    from tests.bench.canvas import Counted, Ours, _show, picture
    from tests.desk import Facilitator, begun
    from workshop.app import Verkstad
    from workshop.app.beside import Beside
    from workshop.screen.program import application

    application()
    desk = Facilitator(Verkstad(), begun(Verkstad()))
    desk.presses("Ctrl+Space")
    side = Ours(picture())
    _show(side)
    for step in range(_FRAMES):  # caches are warm from now on
        _frame(side, step, desk)
    found: dict[str, list[float]] = {"idle": [], "again": [], "export": []}
    out = Path(os.environ["VERKSTAD_HOME"]) / "summary.pdf"
    command = ("export", desk.window.opened.path, "--as", "pdf", "--out", out)
    for _ in range(min(rounds, _EXPORTS)):
        for what in random.sample(list(found), len(found)):
            job = Beside(*command, fails="") if what == "export" else None
            before = Counted.painted
            found[what].append(_p95([_frame(side, step, desk) for step in range(_FRAMES)]))
            assert Counted.painted >= before + _FRAMES, "frames were not painted"
            while job and not job.finished():
                time.sleep(0.02)
    for view in side.views:
        view.close()
    desk.window.close()
    pairs = {who: zip(found[who], found["idle"], strict=True) for who in ("again", "export")}
    noise, ratio = (statistics.median(one / idle for one, idle in pairs[who]) for who in ("again", "export"))
    return ratio, EVEN, noise


def _frame(side, step: int, desk) -> float:  # type: ignore[no-untyped-def]
    from PySide6.QtWidgets import QApplication

    began = time.perf_counter()
    side.carry(20.0 * (step % 40), 9.0 * (step % 40))
    desk.window.header.show_time()
    QApplication.processEvents()
    return time.perf_counter() - began


def _p95(times: list[float]) -> float:
    return sorted(times)[int(len(times) * 0.95)]
