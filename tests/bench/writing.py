"""Writing while people talk: how soon a typed card is on the wall, and whether the line keeps up with whoever types.

The limit is the same card committed to the same sort of file, and then painted on a 1080p wall of Qt's own items that
holds the same picture. The program's own side is the real window with the real wall beside it, from Enter until the
wall's frame is painted. A pace is its own limit: how much of the time that there is for a card is taken, on average,
from its first key until the wall is painted and the facilitator's own window has had its turn.
"""

import os
import random
import statistics
import time
from collections.abc import Callable
from pathlib import Path
from tempfile import TemporaryDirectory

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QGraphicsScene, QGraphicsView

from tests.bench.canvas import Counted, fill
from tests.desk import Facilitator, begun, types
from workshop.app import Verkstad
from workshop.model.change import update
from workshop.model.notes import add_note
from workshop.screen.theme import put_on

BEHIND, IN_A_MINUTE, IN_A_SECOND = 0.1, 30, 20  # seconds, cards
SAID = "Vi byter lokal igen"
LYING = 12  # cards on the board when it begins
WALL = (1920, 1080)


class Painted(QObject):
    """When a view's last frame was done."""

    def __init__(self, view: QGraphicsView) -> None:
        super().__init__(view)
        self._view, self.at = view, 0.0
        view.viewport().installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Have the view paint, and look at the clock after that; all else passes."""
        if event.type() is not QEvent.Type.Paint:
            return False
        self._view.viewportEvent(event)
        self.at = time.perf_counter()
        return True


def _until(painted: Callable[[], bool]) -> None:
    for _ in range(1000):
        QApplication.processEvents()
        if painted():
            return
    raise AssertionError("no frame was painted")


class Ours:
    """A facilitator's window on a session file, and the wall."""

    def __init__(self) -> None:
        self.desk = Facilitator(Verkstad(), begun(Verkstad()))
        self.desk.goes_to("write")
        self.window = self.desk.window
        for number in range(LYING):
            self.desk.writes(f"Kort {number} som ligger")
        self.window.projecting.begin()
        wall = self.window.projecting.window
        assert wall is not None
        wall.showNormal()  # the screen that the bench is run on may be smaller
        wall.resize(*WALL)
        self.desk._later()
        self.window.activateWindow()
        self.window.desk.capture.focus()
        self.window.bridge.do(update(self.desk.stage(), curtain=(), page=99), "")
        self.desk._later()
        self.surface = wall.wall
        self.frames = Painted(self.surface)
        self.number = 0

    def card(self) -> tuple[float, float]:
        """One more card: the seconds from its first key until all is drawn, and from Enter until the wall is."""
        self.number += 1
        said, box = f"{self.number}:e {SAID}", self.window.focusWidget()
        assert box is not None
        begun_ = time.perf_counter()
        types(box, said)
        entered = time.perf_counter()
        QTest.keyClick(box, Qt.Key.Key_Return)
        _until(lambda: self.frames.at > entered)
        done, painted = time.perf_counter(), self.frames.at
        assert f"{self.number}:e" in self.surface.words(), self.surface.words()
        self.window.bridge.undo()
        self.desk._later()
        return done - begun_, painted - entered


class Bare:
    """The same commit, and one more box with its words on a wall of Qt's own items."""

    def __init__(self, ours: Ours) -> None:
        picture = ours.window.room.picture()
        self.session, self.board = ours.window.bridge.session, ours.window.desk.desk.board
        self.list = ours.window.desk.capture.what_is_written().pick
        self.scene = QGraphicsScene(0, 0, picture.width, picture.height)
        self.view = Counted(self.scene)
        self.view.resize(*WALL)
        fill(self.scene, picture)
        self.view.show()
        self.picture = picture
        self.frames = Painted(self.view)
        QApplication.processEvents()

    def card(self, ours: Ours) -> float:
        """The seconds from the commit's beginning until the frame is painted."""
        session, followers = self.session, self.session.followers[:]
        self.session.followers.clear()  # the commit alone, without the windows
        before = time.perf_counter()
        session.do(add_note(session.state, self.board, self.list, SAID), "write card")
        self.scene.clear()
        fill(self.scene, self.picture)
        self.view.viewport().update()
        _until(lambda: self.frames.at > before)
        took = self.frames.at - before
        session.undo()
        self.session.followers.extend(followers)
        return took


def measure(rounds: int) -> list[tuple[str, float, float, float]]:
    """(name, ratio, budget, noise) for the wall that follows and for two paces."""
    app = QApplication.instance() or QApplication([])
    assert isinstance(app, QApplication)
    put_on(app, "light")
    with TemporaryDirectory() as folder:
        os.environ["VERKSTAD_HOME"] = str(Path(folder))
        ours = Ours()
        bare = Bare(ours)
        for _ in range(3):
            ours.card(), bare.card(ours)  # fonts and caches are warm on both sides
        found: dict[str, list] = {"ours": [], "limit": [], "again": []}
        sides = {"ours": ours.card, "limit": lambda: bare.card(ours), "again": lambda: bare.card(ours)}
        for _ in range(max(rounds, 20)):
            for side in random.sample(list(sides), len(sides)):
                found[side].append(sides[side]())
        bare.view.close()
        ours.desk.leaves()
    whole, entered = zip(*found["ours"], strict=True)
    ratios = [one / limit for one, limit in zip(entered, found["limit"], strict=True)]
    noise = statistics.median(a / b for a, b in zip(found["again"], found["limit"], strict=True))
    return [
        ("a typed card painted on the wall, against a bare scene", statistics.median(ratios), 2.0, noise),
        ("the wall behind Enter, p95 in parts of 100 ms", _p95(entered) / BEHIND, 1.0, noise),
        (
            f"capture at {IN_A_MINUTE} a minute, of a card's time",
            statistics.fmean(whole) * IN_A_MINUTE / 60,
            1.0,
            noise,
        ),
        (f"capture at {IN_A_SECOND} a second, of a card's time", statistics.fmean(whole) * IN_A_SECOND, 1.0, noise),
    ]


def _p95(times) -> float:
    return sorted(times)[int(len(times) * 0.95)]
