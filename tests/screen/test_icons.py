"""Icons are drawn from their outlines as they would be from the SVG files that those are made of."""

import json
import runpy

import pytest
from PySide6.QtCore import QByteArray, QRectF
from PySide6.QtGui import QImage, QPainter
from PySide6.QtSvg import QSvgRenderer

from workshop.look import RESOURCES
from workshop.screen import theme

ICONS = RESOURCES / "icons"
OUTLINES = json.loads((ICONS / "outlines.json").read_text("utf-8"))
pytestmark = pytest.mark.usefixtures("qapp")


def from_svg(name: str, size: int) -> QImage:
    """The icon in black as Qt draws its SVG."""
    drawing = (ICONS / f"{name}.svg").read_bytes().replace(b"currentColor", b"#000000")
    image = QImage(size, size, QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(0)
    painter = QPainter(image)
    QSvgRenderer(QByteArray(drawing)).render(painter, QRectF(0, 0, size, size))
    painter.end()
    return image


def ink(image: QImage, size: int) -> list[int]:
    """How much of each pixel is covered."""
    return [image.pixelColor(x, y).alpha() for x in range(size) for y in range(size)]


def test_the_outlines_are_those_of_the_files() -> None:
    made = runpy.run_path(str(RESOURCES.parent / ".ci" / "icon_outlines.py"))
    assert made["outlines"]() == OUTLINES


@pytest.mark.parametrize("name", sorted(OUTLINES))
def test_an_icon_looks_as_its_file_does(name: str) -> None:
    ours, theirs = ink(theme.icon(name, "#000000").pixmap(20, 20).toImage(), 20), ink(from_svg(name, 20), 20)
    assert sum(theirs) > 20 * 255
    assert sum(abs(one - other) for one, other in zip(ours, theirs, strict=True)) < 0.04 * sum(theirs)
