"""The projector: a window of its own on the second screen, showing what the room sees and nothing else."""

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QCloseEvent, QGuiApplication, QHideEvent, QKeyEvent, QResizeEvent, QScreen, QShowEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from workshop.screen.projector.awake import Awake
from workshop.screen.projector.room import Room
from workshop.screen.projector.wall_view import WallView
from workshop.screen.theme import Theme

_KEYS = {
    Qt.Key.Key_PageDown: "next",
    Qt.Key.Key_Right: "next",
    Qt.Key.Key_Down: "next",
    Qt.Key.Key_PageUp: "back",
    Qt.Key.Key_Left: "back",
    Qt.Key.Key_Up: "back",
    Qt.Key.Key_B: "blank",
    Qt.Key.Key_Period: "blank",  # what some clickers send
    Qt.Key.Key_F: "freeze",
    Qt.Key.Key_S: "swap",
}


class ProjectorWindow(QWidget):
    """The wall. It decides nothing: keys and clickers are passed on, and it never shows itself."""

    key = Signal(str)  # next, back, blank, freeze or swap
    ended = Signal()
    lost = Signal()  # its screen has gone; it is hidden already
    may_resume = Signal(QScreen)  # a screen has come while it was hidden for want of one, or shown

    def __init__(self, room: Room, theme: Theme, title: str) -> None:
        super().__init__(None, Qt.WindowType.Window)
        self.setWindowTitle(title)
        self.setAccessibleName(title)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.BlankCursor)
        self.setAutoFillBackground(True)
        self.room = room
        self.wall = WallView(room, theme, self)
        inside = QVBoxLayout(self)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.addWidget(self.wall)
        self._awake = Awake()
        self._place = ""  # the name of its screen: Python's own object for it may be another one later
        self._missing = False
        self._soon = QTimer(self, singleShot=True, interval=0)  # what changes at once is drawn once
        self._soon.timeout.connect(self._refresh)
        self._stage = room.stage
        room.changed.connect(self._follow)
        app = QGuiApplication.instance()
        assert isinstance(app, QGuiApplication)
        app.screenRemoved.connect(self._screen_removed)
        app.screenAdded.connect(self._screen_added)
        self.dress(theme)

    def dress(self, theme: Theme) -> None:
        """Go on in another theme."""
        palette = self.palette()
        palette.setColor(self.backgroundRole(), theme.colour("paper"))
        self.setPalette(palette)
        self.wall.dress(theme)

    def place_on(self, screen: QScreen) -> None:
        """Fill a screen."""
        self._place, self._missing = screen.name(), False
        self.setWindowState(Qt.WindowState.WindowNoState)  # a window that fills one screen would stay on it
        self.setScreen(screen)
        self.setGeometry(screen.geometry())
        self.showFullScreen()

    def _follow(self) -> None:
        """What was written is painted before anything else; where the stage goes elsewhere it may only pass by."""
        if self.room.stage is self._stage and self.isVisible():
            self._refresh()
            self.wall.paint_now()
        else:
            self._soon.start()

    def _refresh(self) -> None:
        self._stage = self.room.stage
        if self.isVisible():
            self.wall.refresh()
            self.setAccessibleDescription(self.wall.words())

    def _screen_removed(self, screen: QScreen) -> None:
        """Qt is about to move the window to the facilitator's own screen: hide it first, then tell."""
        if screen.name() == self._place:
            visible = self.isVisible()
            self.hide()
            self._place = ""
            self._missing = visible
            if visible:
                self.lost.emit()

    def _screen_added(self, screen: QScreen) -> None:
        if self._missing or self.isVisible():
            self.may_resume.emit(screen)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc ends projecting; what clickers send is passed on."""
        if event.key() == Qt.Key.Key_Escape:
            self.close()
        elif event.key() in _KEYS:
            self.key.emit(_KEYS[Qt.Key(event.key())])
        else:
            super().keyPressEvent(event)

    def closeEvent(self, event: QCloseEvent) -> None:
        """The wall goes; the program stays."""
        self._missing = False
        self._place = ""
        super().closeEvent(event)
        self.ended.emit()

    def showEvent(self, event: QShowEvent) -> None:
        """The room sees from now on; the display stays awake."""
        super().showEvent(event)
        self._awake.keep()
        self._measure()

    def hideEvent(self, event: QHideEvent) -> None:
        """The room sees nothing more."""
        super().hideEvent(event)
        self._awake.release()
        self.room.set_wall(self.room.size, False)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The picture is made for the wall's size."""
        super().resizeEvent(event)
        if self.isVisible():
            self._measure()

    def _measure(self) -> None:
        self.room.set_wall((self.width(), self.height()), True)
        self._refresh()
