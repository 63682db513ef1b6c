"""Pictures of the wall without a window."""

import pytest
from PySide6.QtGui import QImage

from tests.room import WORDS, played, staged, the_exercise
from workshop.screen.render import picture_png, wall_png

pytestmark = pytest.mark.usefixtures("qapp")
STEPS = tuple(step.key for step in the_exercise()[0].steps)


def letters(drawn: QImage, dark: bool) -> int:
    """How many pixels in the upper left corner, where the title stands, are ink."""
    step = max(1, drawn.height() // 360)
    return sum(
        (drawn.pixelColor(x, y).lightness() > 200) if dark else (drawn.pixelColor(x, y).lightness() < 80)
        for x in range(0, drawn.width() // 2, step)
        for y in range(0, drawn.height() // 6, step)
    )


@pytest.mark.parametrize("size", [(1920, 1080), (1024, 768), (3840, 2160)])
@pytest.mark.parametrize("theme", ["light", "dark"])
def test_a_picture_of_the_wall_in_any_size_and_theme(size: tuple[int, int], theme: str, tmp_path) -> None:
    file = tmp_path / "wall.png"
    wall_png(played()["hits"], *the_exercise(), WORDS, file, size, theme)
    drawn = QImage(str(file))
    assert (drawn.width(), drawn.height()) == size
    assert letters(drawn, theme == "dark") > 200


@pytest.mark.parametrize("step", STEPS)
def test_every_step_of_the_example_leaves_a_picture(step: str, tmp_path) -> None:
    wall_png(played()[step], *the_exercise(), WORDS, tmp_path / "wall.png")
    assert letters(QImage(str(tmp_path / "wall.png")), dark=False) > 200


def test_the_small_picture_is_a_png_of_a_quarter() -> None:
    drawn = QImage.fromData(picture_png(played()["write"], *the_exercise(), WORDS))
    assert (drawn.width(), drawn.height()) == (480, 270)


def test_a_blank_wall_leaves_an_empty_picture(tmp_path) -> None:
    wall_png(staged(played()["write"], blank=True), *the_exercise(), WORDS, tmp_path / "wall.png")
    drawn = QImage(str(tmp_path / "wall.png"))
    assert {drawn.pixel(x, y) for x in range(0, 1920, 40) for y in range(0, 1080, 40)} == {drawn.pixel(0, 0)}


def test_a_picture_that_cannot_be_written_is_said_so(tmp_path) -> None:
    with pytest.raises(OSError):
        wall_png(played()["write"], *the_exercise(), WORDS, tmp_path / "nowhere" / "wall.png")
