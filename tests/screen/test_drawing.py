"""Pictures on screen: drawn piece by piece, as wide as measured, and really there."""

from dataclasses import replace

import pytest
from PySide6.QtCore import QPointF
from PySide6.QtGui import QColor, QPixmapCache
from PySide6.QtWidgets import QGraphicsItem, QGraphicsScene

from workshop.look import colours, measure
from workshop.model.picture import Picture, Placed, Stroke, Text
from workshop.screen.drawing import BoardScene, CardItem, card_colours
from workshop.screen.lettering import laid_out
from workshop.screen.render import image
from workshop.screen.theme import themed

pytestmark = pytest.mark.usefixtures("qapp")
LIGHT, DARK = themed("light"), themed("dark")


def a_card(id: str, x: float = 10, y: float = 10, said: str = "Vi bokar om", **look: object) -> Placed:
    """A card with a few words."""
    return Placed(id, "card", x, y, 200, 60, (Text((said,), x + 8, y + 8, 18.0),), **{"tone": "sky", **look})  # type: ignore[arg-type]


def picture(*placed: Placed, strokes: tuple[Stroke, ...] = ()) -> Picture:
    """A picture of these things."""
    return Picture(640, 400, placed, strokes)


def the(scene: BoardScene, id: str) -> CardItem:
    """The item that shows a card."""
    item = scene.item(id)
    assert item is not None
    return item


def ink(drawn, box: tuple[int, int, int, int]) -> int:
    """How many dark pixels there are in a box."""
    left, top, right, bottom = box
    return sum(drawn.pixelColor(x, y).lightness() < 110 for x in range(left, right) for y in range(top, bottom))


def test_what_looks_the_same_is_not_touched() -> None:
    scene = BoardScene()
    scene.show(picture(a_card("a"), a_card("b", 300)), LIGHT)
    before = the(scene, "a")
    texts = before.texts()
    scene.show(picture(a_card("a"), a_card("b", 300, said="Nytt"), a_card("c", 10, 100)), LIGHT)
    assert the(scene, "a") is before
    assert before.texts() is texts
    assert the(scene, "b").words() == "Nytt"
    assert scene.words() == "Vi bokar om\nNytt\nVi bokar om"


def test_a_card_that_only_moves_keeps_its_letters() -> None:
    scene = BoardScene()
    scene.show(picture(a_card("a")), LIGHT)
    item = the(scene, "a")
    texts = item.texts()
    scene.show(picture(a_card("a", 310.5, 200.25)), LIGHT)
    assert (item.x(), item.y()) == (310.5, 200.25)
    assert item.texts() is texts


def test_what_is_gone_is_gone() -> None:
    scene = BoardScene()
    stroke = Stroke("s", ((0, 0), (50, 50)), "accent", 2)
    scene.show(picture(a_card("a"), strokes=(stroke,)), LIGHT)
    scene.show(picture(), LIGHT)
    assert scene.item("a") is None
    assert scene.items() == []
    assert scene.words() == ""


def test_two_parts_of_one_card_are_both_there() -> None:
    scene = BoardScene()
    scene.show(picture(a_card("a", said="början…"), a_card("a", 300, said="slutet")), LIGHT)
    assert scene.words() == "början…\nslutet"


def test_a_picked_card_has_an_outline_that_is_thick_and_not_only_of_another_colour() -> None:
    scene = BoardScene()
    scene.show(picture(a_card("a", 20, 20), a_card("b", 300, 20)), LIGHT)
    scene.select(["a"])
    assert the(scene, "a").lit and not the(scene, "b").lit
    scene.show(picture(a_card("a", 20, 20, "Andra ord"), a_card("b", 300, 20)), LIGHT)
    assert the(scene, "a").lit
    outline = the(scene, "a").sceneBoundingRect()
    assert outline.left() <= 20 - 4


def test_it_is_drawn_once_and_kept() -> None:
    scene = BoardScene()
    scene.show(picture(a_card("a")), LIGHT)
    assert the(scene, "a").cacheMode() is QGraphicsItem.CacheMode.DeviceCoordinateCache
    assert QPixmapCache.cacheLimit() >= 128 * 1024
    assert scene.itemIndexMethod() is QGraphicsScene.ItemIndexMethod.BspTreeIndex


@pytest.mark.parametrize("size", [12.75, 15.0, 50.76, 86.4])
@pytest.mark.parametrize("bold", [False, True])
@pytest.mark.parametrize("said", ["Vi öppnar handlingarna först när klubban faller", "AVATAR To Wä, 12:30 – “ja”"])
def test_letters_are_as_wide_on_screen_as_the_model_measured(said: str, bold: bool, size: float) -> None:
    lines = laid_out(Text((said,), 0, 0, size, bold), QPointF(), 5000, QColor("black"))
    wide = lines.layout.lineAt(0).naturalTextWidth() * lines.scale
    assert wide == pytest.approx(measure(said, bold) * size, rel=0.004)


def test_arabic_starts_from_the_right_edge_and_swedish_from_the_left() -> None:
    scene = BoardScene()
    drawn = image(picture(a_card("a", said="نعم"), a_card("b", 10, 200, said="Ja")), LIGHT, (640, 400))
    assert ink(drawn, (150, 10, 210, 70)) > 20 and ink(drawn, (12, 10, 100, 70)) == 0
    assert ink(drawn, (12, 200, 60, 260)) > 20 and ink(drawn, (100, 200, 209, 260)) == 0
    assert scene.words() == ""


def test_a_word_is_text_and_never_markup() -> None:
    scene = BoardScene()
    scene.show(picture(a_card("a", said="<b>fet</b> & <img src=x>")), LIGHT)
    assert the(scene, "a").texts()[0].layout.text() == "<b>fet</b> & <img src=x>"


@pytest.mark.parametrize("theme", [LIGHT, DARK], ids=["light", "dark"])
@pytest.mark.parametrize("role", ["card", "bar", "mark", "curtain"])
def test_each_thing_leaves_its_paper_on_the_picture(role: str, theme) -> None:
    placed = Placed("a", role, 100, 100, 200, 100, (), "curtain" if role == "curtain" else "sky")
    drawn = image(picture(placed), theme, (640, 400))
    assert drawn.pixelColor(200, 150) != drawn.pixelColor(20, 20)


def test_a_card_that_is_kept_has_an_edge_and_one_set_aside_paler_paper() -> None:
    kept = image(picture(a_card("a", shade="strong")), LIGHT, (640, 400))
    assert kept.pixelColor(12, 40) == LIGHT.colour("accent")
    fills = [card_colours("light", "#FBFAF7", "#1B1F24", "#DCEBF7", shade)[0] for shade in ("plain", "faint")]
    assert fills[1].lightness() > fills[0].lightness()


@pytest.mark.parametrize("dash", ["solid", "dashed", "dotted", "double"])
def test_each_kind_of_line_is_drawn(dash: str) -> None:
    drawn = {}
    for style in ("solid", dash):
        line = Stroke("s", ((20, 200), (620, 200)), "ink", 6, style)
        drawn[style] = image(picture(strokes=(line,)), LIGHT, (640, 400))
    assert ink(drawn[dash], (20, 180, 620, 220)) > 1000
    assert dash == "solid" or drawn[dash] != drawn["solid"]


def test_a_closed_shape_is_filled_and_lies_under_the_cards() -> None:
    shape = Stroke("s", ((0, 0), (640, 0), (640, 400), (0, 400)), "accent", 4, closed=True, tone="leaf")
    drawn = image(picture(a_card("a"), strokes=(shape,)), LIGHT, (640, 400))
    assert drawn.pixelColor(400, 300) == LIGHT.colour("leaf")
    assert drawn.pixelColor(150, 60) == LIGHT.colour("sky")


def test_another_theme_dresses_everything() -> None:
    scene = BoardScene()
    scene.show(picture(a_card("a")), LIGHT)
    scene.show(picture(a_card("a")), DARK)
    assert the(scene, "a").texts()[0].colour == DARK.colour("ink")
    assert scene.backgroundBrush().color().name().upper() == colours("dark")["paper"]


def test_a_card_with_other_colours_is_drawn_anew() -> None:
    scene = BoardScene()
    card = a_card("a")
    scene.show(picture(card), LIGHT)
    texts = the(scene, "a").texts()
    scene.show(picture(replace(card, shade="faint")), LIGHT)
    assert the(scene, "a").texts() is not texts
    assert the(scene, "a").texts()[0].colour == LIGHT.colour("muted")


def test_a_lit_word_has_a_line_under_it_and_the_others_have_none() -> None:
    said = "Vi bokar om"
    text = Text((said,), 18.0, 18.0, 18.0, lit=((0, 3, 8),))
    card = Placed("a", "card", 10, 10, 200, 60, (text,), "sky")
    plain = Placed("a", "card", 10, 10, 200, 60, (Text((said,), 18.0, 18.0, 18.0),), "sky")
    lit, bare = (image(picture(one), LIGHT, (640, 400)) for one in (card, plain))
    left, right = (18 + round(measure(said[:n]) * 18) for n in (3, 8))
    below = [y for y in range(18, 50) if ink(lit, (left, y, right, y + 1)) > 0.9 * (right - left)]
    assert below and not [y for y in range(18, 50) if ink(bare, (left, y, right, y + 1)) > 0.9 * (right - left)]
    assert ink(lit, (18, below[0], left - 2, below[-1] + 1)) == ink(bare, (18, below[0], left - 2, below[-1] + 1))


def test_a_lit_word_in_a_script_that_runs_the_other_way_has_its_line_under_itself() -> None:
    said = "مرحبا بالعالم"
    text = Text((said,), 18.0, 18.0, 24.0, lit=((0, 0, 5),))
    lines = laid_out(text, QPointF(), 160, QColor("black"))
    (under,) = lines.lit
    assert 0 <= under.left() < under.right() <= 160.5
    assert under.right() > 150, "the first word stands to the right"


def test_a_card_that_is_only_words_has_no_paper() -> None:
    bare = image(picture(a_card("a", shade="bare", said="")), LIGHT, (640, 400))
    assert bare.pixelColor(100, 50) == LIGHT.colour("paper")
