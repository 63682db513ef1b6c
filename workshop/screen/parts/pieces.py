"""Small widgets made the same way everywhere: labels in plain text, buttons with a name, hairlines."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QAction, QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QLabel, QPushButton, QToolButton, QWidget

from workshop.model.letters import MORE, graphemes
from workshop.screen.theme import Theme, icon

_MARKUP = str.maketrans({"&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&#x27;"})


def escaped(text: str) -> str:
    """Text for a place that understands markup; as html.escape, whose module brings every entity there is."""
    return text.translate(_MARKUP)


def shorter(text: str, most: int) -> str:
    """A text's first letters, with a sign where some are left out."""
    letters = list(graphemes(text))
    return text if len(letters) <= most else "".join(letters[: most - 1]).rstrip() + MORE


def label(text: str = "", role: str = "", quiet: bool = False, wraps: bool = False) -> QLabel:
    """A label that shows text just as it was typed."""
    made = QLabel()
    made.setTextFormat(Qt.TextFormat.PlainText)
    made.setText(text)
    made.setProperty("role", role)
    made.setProperty("quiet", quiet)
    made.setWordWrap(wraps)
    return made


class Elided(QLabel):
    """One line that ends in … where there is no room for all of it; the whole stands in its tooltip."""

    def __init__(self, role: str = "", quiet: bool = False) -> None:
        super().__init__()
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setProperty("role", role)
        self.setProperty("quiet", quiet)

    def say(self, text: str) -> None:
        """Show a text."""
        self.setText(text)
        self.setToolTip(escaped(text))

    def minimumSizeHint(self) -> QSize:
        """A few letters at least."""
        return QSize(self.fontMetrics().averageCharWidth() * 8, super().minimumSizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        """As many of the letters as there is room for."""
        text = self.fontMetrics().elidedText(self.text(), Qt.TextElideMode.ElideRight, self.width())
        middle = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft
        painter = QPainter(self)
        painter.setPen(self.palette().color(self.foregroundRole()))
        painter.drawText(self.rect(), middle, text)


def line() -> QFrame:
    """A hairline."""
    made = QFrame()
    made.setProperty("role", "line")
    return made


def tool(action: QAction, theme: Theme, drawing: str, words: bool = True) -> QToolButton:
    """A quiet button for an action: icon and word, the key in its tooltip."""
    made = QToolButton()
    action.setIcon(icon(drawing, theme.hex["ink"]))
    made.setDefaultAction(action)
    style = Qt.ToolButtonStyle.ToolButtonTextBesideIcon if words else Qt.ToolButtonStyle.ToolButtonIconOnly
    made.setToolButtonStyle(style)
    made.setAccessibleName(action.text().replace("&", ""))
    return made


def button(text: str, name: str = "", main: bool = False) -> QPushButton:
    """A push button whose accessible name says more than its text where that is needed."""
    made = QPushButton(text)
    made.setAccessibleName(name or text.replace("&", ""))
    made.setProperty("main", main)
    made.setAutoDefault(False)
    return made


def key_cap(keys: str) -> QLabel:
    """A key as it is drawn beside what it does."""
    cap = QLabel(keys)
    cap.setTextFormat(Qt.TextFormat.PlainText)
    cap.setProperty("role", "key")
    return cap


def clear(widget: QWidget) -> None:
    """Take all that a widget's layout holds away."""
    layout = widget.layout()
    while layout is not None and (item := layout.takeAt(0)) is not None:
        taken = item.widget()
        if taken is not None:
            taken.hide()  # at once; it is deleted when Qt comes round to it
            taken.deleteLater()
