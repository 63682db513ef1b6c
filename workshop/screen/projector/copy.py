"""The facilitator's small live copy of the wall, with a word under it that says what state the wall is in."""

from functools import cached_property

from PySide6.QtCore import QRect, QSize, Qt, QTimer
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from workshop.model.words import Words
from workshop.screen.projector.room import Room
from workshop.screen.projector.wall_view import WallView
from workshop.screen.theme import Theme

_GAP = 4
_PAUSE = 50  # milliseconds between two refreshes at least


class WallCopy(QWidget):
    """What the room sees, small."""

    def __init__(self, room: Room, theme: Theme, words: Words, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.room = room
        self._theme = theme
        self.state = QLabel(self, textFormat=Qt.TextFormat.PlainText)
        self.state.setProperty("role", "small")
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self._pause = QTimer(self, singleShot=True, interval=_PAUSE)
        self._pause.timeout.connect(self.refresh)
        room.changed.connect(self._later)
        self._shape = room.size
        self.speak(words)

    @cached_property
    def wall(self) -> WallView:
        """The picture; made when there is a moment for it."""
        made = WallView(self.room, self._theme, self)
        self._edge(made)
        made.setGeometry(self._places()[0])
        made.show()
        return made

    def speak(self, words: Words) -> None:
        """Say its own words in another language."""
        self._words = words
        self.setAccessibleName(words("What the room sees"))
        if self.isVisible():
            self.refresh()

    def dress(self, theme: Theme) -> None:
        """Go on in another theme."""
        self._theme = theme
        self._edge(self.wall)
        self.wall.dress(theme)

    def _edge(self, wall: WallView) -> None:
        """A hairline, since the wall's paper is the desk's paper too."""
        hairline = self._theme.hex["hairline"]
        wall.setStyleSheet(f"QGraphicsView {{ border: 1px solid {hairline}; background: none; }}")

    def refresh(self) -> None:
        """Show what the room sees now."""
        if self.room.size != self._shape:
            self._shape = self.room.size
            self.updateGeometry()
            self._arrange()
        self.wall.refresh()
        said = self.said()
        self.state.setText(said)
        self.setAccessibleDescription(f"{said}. {self.wall.words()}".strip())

    def said(self) -> str:
        """What state the wall is in, in a word or two."""
        stage, words = self.room.stage, self._words
        if not self.room.on_wall:
            return words("No projector")
        if stage.blank:
            return words("Blanked")
        if stage.frozen:
            return words("Frozen")
        return words("Your words") if stage.message else words("The clock alone") if stage.alone else words("Showing")

    def _later(self) -> None:
        if self.isVisible() and not self._pause.isActive():
            self._pause.start()

    def showEvent(self, event: QShowEvent) -> None:
        """Catch up with what has happened meanwhile, once the rest of the window is there."""
        super().showEvent(event)
        self._pause.start()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the wall's shape."""
        super().resizeEvent(event)
        self._arrange()

    def _arrange(self) -> None:
        wall, said = self._places()
        self.state.setGeometry(said)
        if "wall" in self.__dict__:
            self.wall.setGeometry(wall)

    def _places(self) -> tuple[QRect, QRect]:
        """The wall as large as there is room for, and its word under it."""
        across, down = self.room.size
        label = self.state.sizeHint().height()
        width = min(self.width(), round((self.height() - label - _GAP) * across / down))
        height = round(width * down / across)
        left = (self.width() - width) // 2
        return QRect(left, 0, width, height), QRect(left, height + _GAP, width, label)

    def hasHeightForWidth(self) -> bool:
        """As wide as it may be, and as high as the wall's shape asks for."""
        return True

    def heightForWidth(self, width: int) -> int:
        """The wall's shape and a line of text."""
        across, down = self.room.size
        return round(width * down / across) + _GAP + self.state.sizeHint().height()

    def sizeHint(self) -> QSize:
        """A quarter of a laptop's width."""
        return QSize(320, self.heightForWidth(320))
