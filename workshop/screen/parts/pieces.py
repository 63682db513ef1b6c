"""Small widgets made the same way everywhere: labels in plain text, buttons with a name, hairlines."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QFrame, QLabel, QPushButton, QToolButton, QWidget

from workshop.screen.theme import Theme, icon


def label(text: str = "", role: str = "", quiet: bool = False, wraps: bool = False) -> QLabel:
    """A label that shows text just as it was typed."""
    made = QLabel()
    made.setTextFormat(Qt.TextFormat.PlainText)
    made.setText(text)
    made.setProperty("role", role)
    made.setProperty("quiet", quiet)
    made.setWordWrap(wraps)
    return made


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


def clear(widget: QWidget) -> None:
    """Take all that a widget's layout holds away."""
    layout = widget.layout()
    while layout is not None and (item := layout.takeAt(0)) is not None:
        taken = item.widget()
        if taken is not None:
            taken.hide()  # at once; it is deleted when Qt comes round to it
            taken.deleteLater()
