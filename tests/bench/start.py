"""How long it takes until there is something to look at, against a bare window of Qt's.

Whole processes, from their start until just after their first paint, in random order; the ratio is the fastest of one
over the fastest of the other, the noise that of the bare window against itself.
"""

import compileall
import os
import random
import subprocess
import sys
import time
from pathlib import Path
from tempfile import TemporaryDirectory

from workshop.look import RESOURCES

BARE = """
import os
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QMainWindow

class Window(QMainWindow):
    def paintEvent(self, event):
        super().paintEvent(event)
        QTimer.singleShot(0, lambda: os._exit(7))

app = QApplication([])
window = Window()
window.resize(1920, 1080)
window.show()
app.exec()
"""

# The program itself, as the command starts it, but for the window that is named: it ends just after its first paint.
PROGRAM = """
import importlib.util
import os
import sys

NAME, WINDOW, SIZE = sys.argv[1], sys.argv[2], (1920, 1080)

class Watch:
    def find_spec(self, name, path=None, target=None):
        if name != NAME:
            return None
        sys.meta_path.remove(self)
        spec = importlib.util.find_spec(name)
        run = spec.loader.exec_module
        def run_and_watch(module):
            run(module)
            window = getattr(module, WINDOW)
            paint, show = window.paintEvent, window.showEvent
            def painted(self, event):
                from PySide6.QtCore import QTimer
                QTimer.singleShot(0, lambda: os._exit(7 if self.centralWidget().isVisible() else 1))
                paint(self, event)
            def shown(self, event):
                show(self, event)
                self.resize(*SIZE)
            window.paintEvent, window.showEvent = painted, shown
        spec.loader.exec_module = run_and_watch
        return spec

sys.meta_path.insert(0, Watch())
from workshop.__main__ import main
sys.exit(main(sys.argv[3:]))
"""

LONG = """
from workshop.app import Verkstad
from workshop.model.begin import on_step
from workshop.model.change import update
from workshop.model.notes import add_note
from workshop.model.record import Board, Party, Stage
from workshop.screen.house import Beginning
parties = (("Norra sidan", "N"), ("Sodra sidan", "S"))
opened = Verkstad().begin(Beginning("reta-motparten", "Langt pass", "Gruppen", "", "2026-10-14", parties), "sv")
session = opened.session
board = next(board for board in session.state.all(Board) if board.key == "provocations")
for number in range(500):
    side = session.state.all(Party)[number % 2].id
    session.do(add_note(session.state, board, side, f"Kort {number} om det som vi brukar gora"), "")
stage = session.state.need("stage", Stage)
session.do(update(stage, **on_step(session.state, opened.exercise.step("write"), stage.run)), "")
opened.close()
print(opened.path)
"""

HOME = ("workshop.screen.home.window", "HomeWindow")
DESK = ("workshop.screen.facilitator.window", "FacilitatorWindow")


def measure(rounds: int) -> list[tuple[str, float, float, float]]:
    """(name, ratio, budget, noise) for the home window, and for the last session when it has 500 cards."""
    compileall.compile_dir(RESOURCES.parent / "workshop", quiet=1)
    with TemporaryDirectory() as home:
        environment = {
            **os.environ,
            "QT_QPA_PLATFORM": "offscreen",
            "VERKSTAD_HOME": home,
            "PYTHONPATH": str(RESOURCES.parent),
            "PYTHONUTF8": "1",
        }
        environment.pop("PYTHONDONTWRITEBYTECODE", None)  # a program that is installed is compiled
        made = subprocess.run([sys.executable, "-c", LONG], env=environment, capture_output=True, check=True)
        session = made.stdout.decode().strip()
        commands = {
            "bare": [BARE],
            "bare again": [BARE],
            "home": [PROGRAM, *HOME],
            "500 cards": [PROGRAM, *DESK, session],
        }
        fastest = _fastest(commands, environment, rounds)
    bare = fastest["bare"]
    noise = fastest["bare again"] / bare
    return [
        ("start, first paint", fastest["home"] / bare, 1.25, noise),
        ("start, the last session of 500 cards", fastest["500 cards"] / bare, 1.7, noise),
    ]


def _fastest(commands: dict[str, list[str]], environment: dict[str, str], rounds: int) -> dict[str, float]:
    """The shortest time that each took; the first round only warms the disk's cache."""
    taken: dict[str, list[float]] = {name: [] for name in commands}
    for number in range(rounds + 1):
        for name in random.sample(list(commands), len(commands)):
            seconds = _time(commands[name], environment)
            if number:
                taken[name].append(seconds)
    return {name: min(times) for name, times in taken.items()}


def _time(command: list[str], environment: dict[str, str]) -> float:
    start = time.perf_counter()
    ended = subprocess.run([sys.executable, "-c", *command], env=environment, stderr=subprocess.PIPE, cwd=Path.home())
    seconds = time.perf_counter() - start
    if ended.returncode != 7:
        raise RuntimeError(f"nothing was painted: {ended.stderr.decode(errors='replace')[-2000:]}")
    return seconds
