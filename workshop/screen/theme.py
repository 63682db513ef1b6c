"""The theme on screen: fonts, palette, style and icons, all from the one theme file."""

from __future__ import annotations

import json
from collections.abc import Mapping
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtGui import QColor, QFont, QFontDatabase, QPalette
from PySide6.QtWidgets import QApplication

from workshop.look import RESOURCES, colours, theme

if TYPE_CHECKING:
    from PySide6.QtGui import QIcon


class Theme(NamedTuple):
    """One theme's colours by token."""

    name: str
    hex: Mapping[str, str]

    def colour(self, token: str) -> QColor:
        """The colour of a token."""
        return QColor(self.hex[token])


@cache
def themed(name: str) -> Theme:
    """The theme "light" or "dark"."""
    return Theme(name, colours(name))


@cache
def load_fonts() -> tuple[str, ...]:
    """Make the bundled fonts known to Qt, once; the families that text is drawn with, the fallbacks last."""
    for name in ("AtkinsonHyperlegibleNext-Regular", "AtkinsonHyperlegibleNext-SemiBold"):
        QFontDatabase.addApplicationFont(str(RESOURCES / "fonts" / f"{name}.ttf"))
    return tuple(theme()["letters"]["family"])


@cache
def load_fallback_fonts() -> None:
    """Make emoji and Arabic known too; they are large, so this waits until after the first paint."""
    for name in ("NotoEmoji-Regular", "NotoSansArabic-Regular", "NotoSansArabic-Bold"):
        QFontDatabase.addApplicationFont(str(RESOURCES / "fonts" / f"{name}.ttf"))


def font(size: float, bold: bool = False) -> QFont:
    """The text font at a size in pixels."""
    made = QFont(list(load_fonts()))
    made.setPixelSize(max(1, round(size)))
    made.setWeight(QFont.Weight.DemiBold if bold else QFont.Weight.Normal)
    made.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    return made


def letters(name: str) -> int:
    """The desk's letter size by name: small, text, large, title, display."""
    return theme()["letters"][name]


def put_on(app: QApplication, name: str) -> Theme:
    """Dress the whole program in a theme."""
    found = themed(name)
    app.setFont(font(letters("text")))
    app.setPalette(_palette(found))
    app.setStyleSheet(_style(found))
    return found


def _palette(t: Theme) -> QPalette:
    roles = QPalette.ColorRole
    pairs = {
        roles.Window: "paper",
        roles.WindowText: "ink",
        roles.Base: "surface",
        roles.AlternateBase: "hover",
        roles.Text: "ink",
        roles.Button: "surface",
        roles.ButtonText: "ink",
        roles.ToolTipBase: "surface",
        roles.ToolTipText: "ink",
        roles.Highlight: "selected",
        roles.HighlightedText: "ink",
        roles.PlaceholderText: "muted",
        roles.Link: "accent",
        roles.Mid: "hairline",
        roles.Light: "surface",
        roles.Dark: "hairline",
        roles.Accent: "accent",
    }
    palette = QPalette()
    for role, token in pairs.items():
        palette.setColor(role, t.colour(token))
    for role in (roles.WindowText, roles.Text, roles.ButtonText):
        palette.setColor(QPalette.ColorGroup.Disabled, role, t.colour("muted"))
    return palette


def _style(t: Theme) -> str:
    sheet = (RESOURCES / "theme" / "screen.qss").read_text("utf-8")
    for token, value in sorted(t.hex.items(), key=lambda pair: -len(pair[0])):
        sheet = sheet.replace(f"@{token}", value)
    return sheet.replace("@arrow", (RESOURCES / "theme" / f"open-{t.name}.png").as_posix())


@cache
def _outlines() -> Mapping[str, list[tuple[str, *tuple[float, ...]]]]:
    """The strokes of every icon on a square of 24 (see .ci/icon_outlines.py)."""
    return json.loads((RESOURCES / "icons" / "outlines.json").read_text("utf-8"))


@cache
def icon(name: str, colour: str, size: int = 20) -> QIcon:
    """A bundled icon drawn in a colour ("#RRGGBB")."""
    # Qt's names take a tenth of a bare start to import: they wait until after the first window's first paint.
    from PySide6.QtCore import QSize, Qt
    from PySide6.QtGui import QIcon, QPainter, QPainterPath, QPen, QPixmap

    path = QPainterPath()
    draws = {"M": path.moveTo, "L": path.lineTo, "C": path.cubicTo, "Z": path.closeSubpath}
    for way, *points in _outlines()[name]:
        draws[way](*points)
    pen = QPen(QColor(colour), 2, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap, Qt.PenJoinStyle.RoundJoin)
    made = QIcon()
    for scale in (1, 2):
        pixmap = QPixmap(QSize(size, size) * scale)
        pixmap.fill(Qt.GlobalColor.transparent)
        painter = QPainter(pixmap)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.scale(size * scale / 24, size * scale / 24)
        painter.strokePath(path, pen)
        painter.end()
        pixmap.setDevicePixelRatio(scale)
        made.addPixmap(pixmap)
    return made
