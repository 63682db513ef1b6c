"""How much memory the windows take with many cards, against a bare window; whole processes, resident memory."""

import os
import statistics
import subprocess
import sys
from tempfile import TemporaryDirectory

BARE = """
from PySide6.QtWidgets import QApplication, QMainWindow
app = QApplication([])
window = QMainWindow()
window.resize(1920, 1080)
window.show()
for _ in range(20):
    app.processEvents()
"""

MAKE = """
import sys
from tests.desk import begun
from workshop.app import Verkstad
from workshop.model.change import add
from workshop.model.record import Note, Party
opened = begun(Verkstad())
state = opened.session.state
board = next(b for b in state if getattr(b, "key", "") == "provocations")
sides = [party.id for party in state.all(Party)]
text = "Vi öppnar handlingarna först när klubban faller och frågar om sidan två"
cards = range(int(sys.argv[1]))
notes = [Note(id=f"n{n}", board=board.id, list=sides[n % 2], text=f"{text} {n}", order=n + 1.0) for n in cards]
opened.session.do(add(*notes), "write card")
print(opened.path)
"""

PROGRAM = """
import sys
from pathlib import Path
from workshop.app import Verkstad
from workshop.screen.facilitator.window import FacilitatorWindow
from workshop.screen.program import application
from workshop.screen.projector.window import ProjectorWindow
from workshop.screen.theme import put_on
app = application()
put_on(app, "light")
house = Verkstad()
window = FacilitatorWindow(house, house.open(Path(sys.argv[1])), "sv", "light")
window.go_to("sort")
window.resize(1920, 1080)
window.show()
wall = ProjectorWindow(window.room, window.theme, "wall")
wall.resize(1920, 1080)
wall.show()
for _ in range(20):
    app.processEvents()
assert len(window.desk.scene.cards()) >= int(sys.argv[2]), "the cards are not there"
"""

RESIDENT = """
import re
print(re.search(r"VmRSS:\\s+(\\d+)", open("/proc/self/status").read()).group(1))
import os
os._exit(0)
"""


def measure(rounds: int) -> list[tuple[str, float, float, float]]:
    """(name, ratio, budget, noise) for 500 and for 5,000 cards with the desk and the wall in view."""
    with TemporaryDirectory() as home:
        times = max(3, rounds // 10)
        bare = [_resident(BARE, home) for _ in range(2 * times)]
        limit, noise = statistics.median(bare), statistics.median(bare[::2]) / statistics.median(bare[1::2])
        rows = []
        for cards, budget in ((500, 1.8), (5000, 2.8)):
            path = _run(MAKE, home, str(cards)).strip()
            taken = statistics.median(_resident(PROGRAM, home, path, str(cards)) for _ in range(times))
            rows.append((f"memory: {cards} cards, desk and wall / bare window", taken / limit, budget, noise))
    return rows


def _resident(program: str, home: str, *arguments: str) -> float:
    """Resident memory of a process at its end, in kB."""
    return float(_run(program + RESIDENT, home, *arguments).split()[-1])


def _run(program: str, home: str, *arguments: str) -> str:
    """What a process of its own prints."""
    environment = {**os.environ, "VERKSTAD_HOME": home, "QT_QPA_PLATFORM": "offscreen"}
    command = [sys.executable, "-c", program, *arguments]
    return subprocess.run(command, env=environment, stdout=subprocess.PIPE, text=True, check=True).stdout
