"""The wall from the facilitator's side: projecting, blanking, freezing, swapping screens."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, QTimer, Signal
from PySide6.QtGui import QGuiApplication, QScreen
from PySide6.QtWidgets import QWidget

from workshop.model import stage
from workshop.model.change import Change, update
from workshop.model.record import Id, Stage
from workshop.screen.bridge import Bridge
from workshop.screen.projector.room import Room
from workshop.screen.theme import Theme

if TYPE_CHECKING:
    from workshop.screen.house import House
    from workshop.screen.projector.window import ProjectorWindow

_COMES_UP = 300  # milliseconds that a window manager may take to show the wall


class Projecting(QObject):
    """Shows the projector window and does to the stage what the wall's keys ask for."""

    changed = Signal()  # whether the wall is on
    stepped = Signal(int)  # past the last page (+1) or before the first (-1)

    def __init__(self, bridge: Bridge, room: Room, desk: QWidget, theme: Theme, house: House) -> None:
        super().__init__(desk)
        self.bridge, self.room, self.desk, self.theme, self.house = bridge, room, desk, theme, house
        self.window: ProjectorWindow | None = None

    @property
    def stage(self) -> Stage:
        """How the stage stands."""
        return self.bridge.state.need("stage", Stage)

    @property
    def on(self) -> bool:
        """Whether the projector window is shown."""
        return self.window is not None and self.window.isVisible()

    def toggle(self) -> None:
        """Begin or end projecting."""
        self.end() if self.on else self.begin()

    def begin(self) -> None:
        """Show the wall on another screen than the facilitator's window; on the same where there is only one."""
        if self.window is None:
            from workshop.screen.projector.window import ProjectorWindow

            self.window = ProjectorWindow(self.room, self.theme, self.bridge.words("The wall – Verkstad"))
            self._connect(self.window)
        here, screens = self.desk.screen(), QGuiApplication.screens()
        there = self._other(screens, here)
        self.window.setAttribute(Qt.WidgetAttribute.WA_ShowWithoutActivating, there is not here)
        self.window.place_on(there)
        self.changed.emit()
        if there is not here:  # the keys stay with the facilitator, also where the wall comes up late
            QTimer.singleShot(_COMES_UP, self.desk, self.desk.activateWindow)
            if len(screens) > 2 and not self._remember(screens, there):
                self.bridge.told.emit(self.bridge.words("Shift+F9 moves the wall to the next screen."))
        else:
            self.bridge.told.emit(self.bridge.words("There is only one screen. Esc brings you back from the wall."))

    def _connect(self, window: ProjectorWindow) -> None:
        window.key.connect(self._key)
        window.ended.connect(self.changed)
        window.lost.connect(self._lost)
        window.may_resume.connect(self._may_resume)

    def end(self) -> None:
        """Hide the wall."""
        if self.window:
            self.window.close()
        self.changed.emit()

    def close(self) -> None:
        """Take the wall away for good."""
        if self.window:
            self.window.close()
            self.window.deleteLater()
            self.window = None

    def dress(self, theme: Theme) -> None:
        """Put another theme on the wall."""
        self.theme = theme
        if self.window:
            self.window.dress(theme)

    def _lost(self) -> None:
        self.changed.emit()
        self.bridge.refused.emit(
            self.bridge.words(
                "The projector is gone; the room saw nothing of your own screen. Press F5 when it is back."
            )
        )

    def _may_resume(self) -> None:
        words = self.bridge.words
        if not self.on:
            self.bridge.told.emit(words("The projector is back. Press F5 to project again."))
        elif self.window and self.window.screen() is self.desk.screen():
            self.bridge.told.emit(words("There is one more screen now. Press F9 to move the wall there."))

    def _key(self, key: str) -> None:
        does: dict[str, Callable[[], object]] = {
            "blank": self.blank,
            "freeze": self.freeze,
            "swap": self.swap,
            "next": lambda: self.page(1),
            "back": lambda: self.page(-1),
        }
        does[key]()

    def blank(self) -> None:
        """Nothing on the wall, or the board again."""
        self.bridge.do(update(self.stage, blank=not self.stage.blank), "")

    def freeze(self) -> None:
        """Keep what is on the wall while the desk goes on, or follow again."""
        self.bridge.do(update(self.stage, frozen=not self.stage.frozen), "")

    def reading_size(self) -> None:
        """Cards a few at a time at reading size, or the whole board."""
        close = not (self.stage.close or self.stage.spotlight)
        self.bridge.do(stage.go_close(self.stage, close), "")

    def show_cards(self, ids: tuple[Id, ...]) -> None:
        """The picked cards alone on the wall, or the whole board again if they are there already."""
        wanted = () if ids == self.stage.spotlight and not self.stage.large else ids
        self.bridge.do(stage.show_cards(self.stage, wanted), "")

    def write_large(self, id: Id) -> None:
        """The picked card's words alone on the wall, as large as they can be, or the whole board again."""
        if self.stage.large:
            self.bridge.do(stage.show_cards(self.stage, ()), "")
        elif id:
            self.bridge.do(stage.write_large(self.stage, id), "")
        else:
            self.bridge.refused.emit(self.bridge.words("Pick the card that is to be written large first."))

    def clock_alone(self) -> None:
        """The clock and nothing else, or the board again."""
        self.bridge.do(stage.clock_alone(self.stage, not self.stage.alone), "")

    def agreed(self) -> None:
        """All that is agreed in the session, from whichever exercise, or the board again."""
        from workshop.model.agreed import show_agreed

        self.bridge.do(show_agreed(self.stage, not self.stage.agreed), "")

    def page(self, by: int) -> None:
        """Turn the wall's pages; past the last one back to the board, and from there on to the next step."""
        change: Change = self.room.turn(by) or stage.board_again(self.stage)
        if change:
            self.bridge.do(change, "")
        else:
            self.stepped.emit(by)

    def _other(self, screens: Sequence[QScreen], here: QScreen) -> QScreen:
        """The screen for the wall: where there are several, the one it was on last or the largest."""
        if len(screens) < 3:
            return next((screen for screen in screens if screen is not here), here)
        from workshop.screen.facilitator.screens import wall_screen  # seldom needed

        return wall_screen(self.house, screens, here)

    def _remember(self, screens: Sequence[QScreen], there: QScreen) -> bool:
        from workshop.screen.facilitator.screens import remember

        return remember(self.house, screens, there)

    def onward(self) -> None:
        """Move the wall to the next screen that isn't the facilitator's own, and remember it."""
        from workshop.screen.facilitator.screens import next_screen

        words, screens = self.bridge.words, QGuiApplication.screens()
        if not self.window or not self.on:
            self.bridge.refused.emit(words("Put the wall up first (F5)."))
        elif there := next_screen(screens, self.desk.screen(), self.window.screen()):
            self.window.place_on(there)
            self._remember(screens, there)
            QTimer.singleShot(_COMES_UP, self.desk, self.desk.activateWindow)
        else:
            self.bridge.refused.emit(words("There is no other screen to move the wall to."))

    def swap(self) -> None:
        """Let the two windows change screens; where they share one, the wall goes to another."""
        screens = QGuiApplication.screens()
        if len(screens) < 2 or not self.window:
            self.bridge.refused.emit(self.bridge.words("There is only one screen, so there is nothing to swap."))
            return
        here, there = self.desk.screen(), self.window.screen()
        other: QScreen = there if there is not here else self._other(screens, here)
        if there is here:
            self.window.place_on(other)
        else:
            self.desk.setScreen(other)
            self.desk.setGeometry(other.availableGeometry())
            self.window.place_on(here)
        QTimer.singleShot(_COMES_UP, self.desk, self.desk.activateWindow)
