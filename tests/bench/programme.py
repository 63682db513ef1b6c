"""What it costs to move a block in a long programme, against one of 20 blocks.

A move is what a key does in the window: the change is on the disk, the list and the strip are shown anew and painted.
The two take turns in random order in one process; the ratio is the median of the pairs, the noise that of the short
programme against another as short.
"""

import os
import random
import statistics
import time
from collections.abc import Callable
from pathlib import Path
from tempfile import TemporaryDirectory

from workshop.app import Verkstad
from workshop.model import planning
from workshop.model.change import between
from workshop.screen.facilitator.window import FacilitatorWindow
from workshop.screen.house import Beginning
from workshop.screen.program import application

FEW, MANY = 20, 200
BUDGET = 1.5
_MOVES = 3  # a round's measurement is the fastest of so many


def measure(rounds: int) -> list[tuple[str, float, float, float]]:
    """(name, ratio, budget, noise) for a programme of 200 blocks."""
    app, before = application(), os.environ.get("VERKSTAD_HOME")
    with TemporaryDirectory() as folder:
        os.environ["VERKSTAD_HOME"] = folder
        windows = {
            who: _window(Path(folder), who, blocks) for who, blocks in (("few", FEW), ("again", FEW), ("many", MANY))
        }
        moves = {who: _move(window, app.processEvents) for who, window in windows.items()}
        times: dict[str, list[float]] = {who: [] for who in moves}
        for _ in range(rounds):
            for who in random.sample(list(moves), len(moves)):
                times[who].append(min(_time(moves[who]) for _ in range(_MOVES)))
        for window in windows.values():
            window.close()
        os.environ["VERKSTAD_HOME"] = before or ""
    pairs = {who: statistics.median(a / b for a, b in zip(times[who], times["few"], strict=True)) for who in moves}
    return [(f"move a block, {MANY} blocks against {FEW}", pairs["many"], BUDGET, pairs["again"])]


def _window(folder: Path, title: str, blocks: int) -> FacilitatorWindow:
    """A session with so many blocks, open on its programme."""
    house = Verkstad()
    parties = (("Kommunen", "K"), ("Regionen", "R"))
    opened = house.begin(Beginning("reta-motparten", title, "", "", "2026-10-14", parties), "sv")
    state = opened.session.state
    for number in range(blocks):
        state = planning.add_block(state, f"Punkt {number}", minutes=5, id=f"{number}").apply(state)
    opened.session.do(between(opened.session.state, state), "plan")
    window = FacilitatorWindow(house, opened, "sv", "light")
    window.show()
    window.programming.show(True)
    window.programming.work.page.list.pick([f"{blocks // 2}"])
    return window


def _move(window: FacilitatorWindow, paint: Callable[[], object]) -> Callable[[], object]:
    way = [1]

    def move() -> None:
        way[0] = -way[0]
        before = window.programming.work.page.list.currentIndex().row()
        window.programming.work.move(way[0])
        paint()
        assert window.programming.work.page.list.currentIndex().row() == before + way[0]

    return move


def _time(act: Callable[[], object]) -> float:
    began = time.perf_counter()
    act()
    return time.perf_counter() - began
