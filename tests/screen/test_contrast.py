"""Everybody can read it: contrast of every pair of colours that is used together."""

import pytest
from PIL import Image

from workshop.look import RESOURCES, colours
from workshop.model.iceberg.drawing import GROUNDS, ICE, INKS
from workshop.screen.drawing import card_colours

TONES = ("sand", "sky", "leaf", "rose", "violet", "ochre")
ON_WALL, ON_DESK = 7.0, 4.5


def light(hex_: str) -> float:
    """How light a colour is, as WCAG reckons."""
    parts = [int(hex_[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    red, green, blue = (p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    """The contrast of two colours, from 1 to 21."""
    dark, bright = sorted((light(one), light(other)))
    return (bright + 0.05) / (dark + 0.05)


def test_black_on_white_is_twenty_one() -> None:
    assert contrast("#000000", "#FFFFFF") == pytest.approx(21)


@pytest.mark.parametrize("theme", ["light", "dark"])
class TestTheme:
    """Both themes keep the same promises."""

    def test_words_on_the_wall_hold_aaa_on_paper_and_on_every_card(self, theme: str) -> None:
        c = colours(theme)
        for under in ("paper", "surface", *TONES):
            for ink in ("ink", "muted", "accent", "warning", "late"):
                assert contrast(c[ink], c[under]) >= ON_WALL, (ink, under, contrast(c[ink], c[under]))

    def test_the_arrow_of_a_list_that_opens_is_drawn_in_the_theme_s_own_colour(self, theme: str) -> None:
        with Image.open(RESOURCES / "theme" / f"open-{theme}.png") as drawn:
            pixels = [colour for _, colour in drawn.convert("RGBA").getcolors() or ()]
        solid = {f"#{r:02X}{g:02X}{b:02X}" for r, g, b, a in pixels if a == 255}  # type: ignore[misc]
        assert solid == {colours(theme)["muted"].upper()}

    def test_words_on_the_curtain_and_in_a_filled_clock_hold_aaa(self, theme: str) -> None:
        c = colours(theme)
        assert contrast(c["ink"], c["curtain"]) >= ON_WALL
        assert contrast(c["on_accent"], c["late"]) >= ON_WALL

    def test_words_on_the_desk_hold_aa(self, theme: str) -> None:
        c = colours(theme)
        for under in ("paper", "surface", "hover", "selected"):
            for ink in ("ink", "muted", "accent", "warning", "late"):
                assert contrast(c[ink], c[under]) >= ON_DESK, (ink, under)
        assert contrast(c["on_accent"], c["accent"]) >= ON_DESK

    def test_names_beside_the_iceberg_hold_aaa_and_links_stand_out_from_the_ice(self, theme: str) -> None:
        c = colours(theme)
        for ground, ink in zip(GROUNDS, INKS, strict=True):
            assert contrast(c[ink], c[ground]) >= ON_WALL, (ink, ground)
        for ice in (*GROUNDS[:2], *(tone for zone in ICE for tone in zone)):
            assert contrast(c["tie"], c[ice]) >= 3, ice

    def test_a_card_set_aside_is_paler_and_still_read_from_the_back_row(self, theme: str) -> None:
        c = colours(theme)
        for tone in TONES:
            fill = card_colours(theme, c["paper"], c["ink"], c[tone], "faint")[0].name()
            assert contrast(c["muted"], fill) >= ON_DESK
            assert contrast(c["ink"], fill) >= contrast(c["ink"], c[tone]) * 0.9

    def test_the_outline_of_what_is_picked_stands_out(self, theme: str) -> None:
        c = colours(theme)
        for under in ("paper", *TONES):
            assert contrast(c["accent"], c[under]) >= 3
