"""A quiet button that shows its key as a small cap beside its words."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QIcon, QKeySequence, QPainter, QPaintEvent, QPalette, QPen
from PySide6.QtWidgets import QApplication, QStyleOptionToolButton, QToolButton, QWidget

from workshop.screen.theme import font, letters

_SIDE, _GAP, _IN = 10, 8, 5  # pixels at the ends, between cap and words, and inside the cap
_CAP, _HEIGHT = 20, 32


def native(sequence: str | QKeySequence | QKeySequence.StandardKey) -> str:
    """A key as this platform writes it; the key that ends a line is called Enter, as it is in all texts."""
    return QKeySequence(sequence).toString(QKeySequence.SequenceFormat.NativeText).replace("Return", "Enter")


class KeyButton(QToolButton):
    """Key and words; a button without a key shows its words alone."""

    def __init__(self, key: str, said: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._key, self._said = key, said
        self._small = font(letters("small"))

    def say(self, said: str) -> None:
        """Show other words."""
        self._said = said
        self.setAccessibleName(said)
        self.updateGeometry()
        self.update()

    def _cap(self) -> int:
        """How wide the cap is."""
        return max(_CAP, QFontMetrics(self._small).horizontalAdvance(self._key) + 2 * _IN) if self._key else 0

    def sizeHint(self) -> QSize:
        """Room for cap and words."""
        words = self.fontMetrics().horizontalAdvance(self._said)
        return QSize(2 * _SIDE + self._cap() + (_GAP if self._key else 0) + words + 2, _HEIGHT)

    def minimumSizeHint(self) -> QSize:
        """As much as it asks for."""
        return self.sizeHint()

    def initStyleOption(self, option: QStyleOptionToolButton) -> None:
        """The style draws the button without words and icon."""
        super().initStyleOption(option)
        option.text, option.icon = "", QIcon()

    def paintEvent(self, event: QPaintEvent) -> None:
        """The style's empty button, the cap, and the words, which end in … where the row is narrower than they are."""
        super().paintEvent(event)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        cap = self._cap()
        if cap:
            self._draw_cap(painter, QRectF(_SIDE + 0.5, (self.height() - _CAP) / 2 + 0.5, cap - 1, _CAP - 1))
        left = _SIDE + cap + (_GAP if cap else 0)
        place = self.rect().adjusted(left, 0, -_SIDE, 0)
        painter.setFont(self.font())
        painter.setPen(self.palette().color(QPalette.ColorRole.ButtonText))
        said = self.fontMetrics().elidedText(self._said, Qt.TextElideMode.ElideRight, place.width() + 1)
        painter.drawText(place, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, said)

    def _draw_cap(self, painter: QPainter, place: QRectF) -> None:
        palette = QApplication.palette()  # a style sheet's own has a paler ink for what is quiet
        painter.setPen(QPen(palette.color(QPalette.ColorRole.Mid), 1))
        painter.setBrush(palette.color(QPalette.ColorRole.Base))
        painter.drawRoundedRect(place, 4, 4)
        painter.setFont(self._small)
        painter.setPen(palette.color(QPalette.ColorRole.PlaceholderText))
        painter.drawText(place, Qt.AlignmentFlag.AlignCenter, self._key)
