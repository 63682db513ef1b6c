"""Bundled icons in the colour that a widget writes in."""

from PySide6.QtGui import QIcon, QPalette
from PySide6.QtWidgets import QWidget

from workshop.screen import theme


def tinted(name: str, widget: QWidget, role: QPalette.ColorRole = QPalette.ColorRole.WindowText) -> QIcon:
    """An icon in one of the widget's own colours, so that it follows the theme; draw it anew on PaletteChange."""
    return theme.icon(name, widget.palette().color(role).name())
