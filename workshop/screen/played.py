"""The facilitator's window and the wall in the demo, where nobody sits at them."""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import qInstallMessageHandler

from workshop.model.planned import Block
from workshop.screen import theme
from workshop.screen.facilitator.window import FacilitatorWindow
from workshop.screen.program import application
from workshop.screen.render import image

if TYPE_CHECKING:
    from PySide6.QtCore import QMessageLogContext, QtMsgType
    from PySide6.QtGui import QImage

    from workshop.screen.house import House
    from workshop.screen.opened import Opened

LAPTOP, PROJECTOR = (1366, 768), (1920, 1080)
_QUICK = 70  # of 100: how little a picture is packed; it grows by a tenth and takes a third less time
TO_REST = 5  # rounds of events after which a window has the sizes that its words asked for


def platform(folder: Path) -> str:
    """The name of Qt's platform with a laptop and a projector that nobody sees; what it reads is left in a folder."""
    screens = [
        {
            "name": name,
            "x": x,
            "y": 0,
            "width": across,
            "height": down,
            "logicalDpi": 96,
            "logicalBaseDpi": 96,
            "dpr": 1,
        }
        for name, x, (across, down) in (("laptop", 0, LAPTOP), ("projector", LAPTOP[0], PROJECTOR))
    ]
    file = folder / "screens.json"
    file.write_text(json.dumps({"screens": screens}), "utf-8")
    return "offscreen" if ":" in str(file) else f"offscreen:configfile={file}"  # Qt takes a colon for its own


class PlayedDesk:
    """One open session; `at` is the local time that its windows go by, ISO."""

    def __init__(self, house: House, opened: Opened, language: str, at: str) -> None:
        theme.put_on(application(), "light")
        qInstallMessageHandler(pass_on)
        theme.load_fallback_fonts()
        self.at = at
        self._window = window = FacilitatorWindow(house, opened, language, "light")
        window.programming.now = lambda: self.at
        if window.programming.line:
            window.programming.line.refresh()
        window.resize(*LAPTOP)
        window.show()
        window.furnish()

    # What is done

    def begins(self, block: Block) -> None:
        """Begin a block of the programme."""
        self._window.programming.work.begin_block(block)

    def projects(self) -> None:
        """Put the wall on the other screen."""
        self._window.projecting.begin()

    def loses_projector(self) -> None:
        """Somebody pulls its cable out: Qt says so to every window."""
        wall = self._window.projecting.window
        assert wall is not None
        self._lost = wall.screen()
        application().screenRemoved.emit(self._lost)

    def has_it_again(self) -> None:
        """The cable is put back."""
        application().screenAdded.emit(self._lost)

    def is_late(self) -> None:
        """Ask for a plan that catches up."""
        self._window.programming.ask_late()

    def catches_up(self) -> None:
        """Take the plan that is proposed."""
        work = self._window.programming.work
        work.catch_up(work.late_form.minutes.value())

    def shows_programme(self, on: bool) -> None:
        """The programme's page, or the board."""
        self._window.programming.show(on)

    # What is seen

    @property
    def on_wall(self) -> bool:
        """Whether the room sees anything."""
        return self._window.room.on_wall

    def desk_png(self, path: Path) -> None:
        """Write what the facilitator sees, when the window has come to rest, to a file."""
        for _ in range(TO_REST):
            application().processEvents()
        self._window.copy.refresh()  # nobody waits for its next look
        save(self._window.grab().toImage(), path)

    def wall_png(self, path: Path) -> None:
        """Write what the room sees, or would see with a projector, to a file."""
        room = self._window.room
        save(image(room.picture(), self._window.theme, room.size), path)

    def close(self) -> None:
        """Take the windows away; the session stays open."""
        self._window.projecting.close()
        self._window.bridge.close()
        self._window.hide()
        self._window.deleteLater()
        application().processEvents()


def save(drawn: QImage, path: Path) -> None:
    """Write a picture to a file, quickly."""
    if not drawn.save(str(path), "PNG", _QUICK):  # type: ignore[call-overload]
        raise OSError(f"could not write {path}")


def pass_on(kind: QtMsgType, context: QMessageLogContext, said: str) -> None:
    """Qt's messages, but the one by which a platform without screens tells that it can't size windows."""
    if "propagateSizeHints" not in said:
        print(said, file=sys.stderr)
