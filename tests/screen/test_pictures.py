"""Boards as PNG, whatever was written on them."""

import re

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage, QPainter
from PySide6.QtSvg import QSvgRenderer

from tests.paper import four
from tests.paper.test_svg import BOARD
from workshop.app.pictures import write
from workshop.paper.single import singles
from workshop.paper.svg import svg
from workshop.screen.render import pngs

pytestmark = pytest.mark.usefixtures("qapp")
SIZE = (640, 480)
FAMILIES = b"Atkinson Hyperlegible Next, Noto Emoji, Noto Sans Arabic, sans-serif"


@pytest.mark.parametrize("name", four.NAMES)
@pytest.mark.parametrize("said", [["Ett"], four.numbered(40), four.numbered(400), four.ODD], ids=len)
def test_every_page_of_every_board_is_a_picture_of_the_size_that_was_asked_for(tmp_path, name, said):
    wish = four.wish(four.filled(name, said), size=SIZE, board=BOARD[name])
    write(tmp_path / "bilder", wish)
    files = sorted(path.name for path in (tmp_path / "bilder").iterdir())
    assert files == sorted(f"{one.name}.png" for one in singles(wish))
    for file in files:
        image = QImage(str(tmp_path / "bilder" / file))
        assert (image.width(), image.height()) == SIZE
        assert any(image.pixelColor(x, 30).lightness() < 100 for x in range(20, 200)), "its title is drawn"


def test_what_is_raw_is_on_no_shared_picture():
    found = singles(four.wish(four.with_secrets()))
    assert not any(word in one.picture.words() for one in found for word in four.SECRETS)
    assert len(pngs({one.name: one.picture for one in found}, SIZE)) == len(found)


def seen_from_afar(content: bytes) -> list[int]:
    """How light each spot of an SVG is when it is drawn and one squints."""
    drawn = QImage(*SIZE, QImage.Format.Format_RGB32)
    renderer, painter = QSvgRenderer(content), QPainter(drawn)
    assert renderer.isValid()
    renderer.render(painter)
    painter.end()
    return spots(drawn)


def spots(image: QImage) -> list[int]:
    mode = Qt.TransformationMode.SmoothTransformation
    small = image.scaled(160, 120, Qt.AspectRatioMode.IgnoreAspectRatio, mode)
    return [small.pixelColor(x, y).lightness() for x in range(160) for y in range(120)]


@pytest.mark.parametrize("name", four.NAMES)
def test_drawn_from_its_svg_a_board_looks_as_its_png_does(name):
    (one, *_) = singles(four.wish(four.filled(name, four.numbered(12)), size=SIZE, board=BOARD[name]))
    content = svg(one.picture, one.title, "sv", SIZE[0]).replace(FAMILIES, FAMILIES.split(b",")[0])  # Qt reads one
    wanted = spots(QImage.fromData(pngs({"": one.picture}, SIZE)[""]))

    def apart(content: bytes) -> int:
        return sum(abs(a - b) for a, b in zip(seen_from_afar(content), wanted, strict=True))

    without_words = re.sub(rb"<text.*?</text>", b"", content)
    assert apart(content) < 0.4 * apart(without_words)
