"""The bundled fonts: measured as they are, each with its licence, and with the letters that the talk needs."""

import json
import runpy
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
FONTS = ROOT / "resources" / "fonts"
FILES = sorted(FONTS.glob("*.ttf"))
WIDTHS = json.loads((FONTS / "widths.json").read_text(encoding="utf-8"))


def test_every_font_is_measured_and_nothing_else():
    assert set(WIDTHS) == {font.stem for font in FILES}


@pytest.mark.parametrize("font", FILES, ids=lambda font: font.stem)
def test_the_widths_are_those_of_the_font(font):
    assert WIDTHS[font.stem] == runpy.run_path(str(ROOT / ".ci" / "font_widths.py"))["widths"](font)


@pytest.mark.parametrize("font", FILES, ids=lambda font: font.stem)
def test_each_font_has_its_licence_beside_it(font):
    licence = FONTS / f"{font.stem.split('-')[0]}-OFL.txt"
    assert "SIL Open Font License, Version 1.1" in licence.read_text(encoding="utf-8")


@pytest.mark.parametrize("font", [font.stem for font in FILES if font.stem.startswith("Atkinson")])
def test_the_text_font_has_the_swedish_letters_and_marks(font):
    assert {str(ord(letter)) for letter in "åäöÅÄÖéÉüÜ0123456789”’–…·•«»×"} <= set(WIDTHS[font]["widths"])


def test_the_fallback_fonts_have_emoji_and_arabic():
    assert str(ord("😀")) in WIDTHS["NotoEmoji-Regular"]["widths"]
    assert str(ord("س")) in WIDTHS["NotoSansArabic-Regular"]["widths"]
