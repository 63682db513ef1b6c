"""Letters of every kind on paper: in the right font, in the right order, and never gone without a word."""

import io
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pypdf import PdfReader
from reportlab.pdfgen.canvas import Canvas

from tests.paper.readers import squeezed
from workshop.look import measure
from workshop.model.picture import Placed, Text
from workshop.paper.drawing import drawer
from workshop.paper.fonts import base_is_leftwards, missing, plain, runs, width

LETTERS = st.one_of(st.characters(), st.sampled_from("مرحباשלום0123 ()\u0660\u200f\u202e\u2067\u2029.-%\U0001e94c"))


def drawn(text: str, leftwards: bool = False) -> str:
    return "".join(letters for _, letters in runs(text, False, leftwards))


def test_swedish_takes_one_font():
    assert plain(["Åsa äter", "räksmörgås"], False) == "AtkinsonHyperlegibleNext-Regular"
    assert not plain(["Åsa 👍"], False)


def test_emoji_and_arabic_take_a_font_that_has_them():
    assert [font for font, _ in runs("ja 👍 nu")] == [
        "AtkinsonHyperlegibleNext-Regular",
        "NotoEmoji-Regular",
        "AtkinsonHyperlegibleNext-Regular",
    ]
    assert {font for font, _ in runs("مرحبا", bold=True)} == {"NotoSansArabic-Bold"}


def test_arabic_is_joined_and_runs_from_the_right():
    assert drawn("مرحبا", True) == "\ufe8e\ufe92\ufea3\ufeae\ufee3"
    assert base_is_leftwards(["مرحبا", "hej"]) and not base_is_leftwards(["hej", "مرحبا"])
    assert drawn("مرحبا (12)", True).startswith("(12)")  # brackets are turned with their words


def test_vowel_signs_are_kept():
    assert "\u064b" in drawn("مرحبًا", True)


@pytest.mark.parametrize("letter", ["ש", "→", "漢", "\U0001e94c"])
def test_a_letter_that_no_font_has_takes_room_as_a_box(letter):
    made = runs(letter)
    assert missing(letter) == {letter}
    assert made == (("AtkinsonHyperlegibleNext-Regular", letter),)
    assert width(made, 1) > 0.4


def test_a_fancy_letter_is_drawn_plainly():
    assert drawn("𝔘𝔫") == "Un"
    assert not missing("å\u200d\x00\ufe0f")


@given(text=st.text(LETTERS, max_size=30), bold=st.booleans(), leftwards=st.booleans())
def test_any_letters_at_all_can_be_drawn_in_about_the_room_that_was_measured(text, bold, leftwards):
    assert width(runs(text, bold, leftwards), 1) <= measure(text, bold) * 1.25 + 0.01


def test_letters_that_the_text_font_has_are_all_read_back_line_by_line_whatever_came_before():
    latin = "".join(chr(code) for code in range(0x21, 0x250) if plain([chr(code)], False))
    assert len(latin) > 256  # more than one part of a font holds
    lines = tuple(latin[at : at + 40] for at in range(0, len(latin), 40))
    pages = [("Åsa äter", "räksmörgås"), ("Åsa\x00 äter", "(räk)\\smörgås"), lines, lines[::-1], ("(Åsa) äter\\",)]
    canvas = Canvas(made := io.BytesIO())
    draw = drawer(canvas)
    for page in pages:
        words = Text(page, 20, 20, 10), Text(page, 20, 420, 10, bold=True)
        draw(800, [(0, 0, (Placed("words", "plain", 20, 20, 500, 400, words),), (), None)])
        canvas.showPage()
    canvas.save()
    for page, said in zip(PdfReader(made).pages, pages, strict=True):
        there = squeezed("".join(said) * 2).replace("\x00", "")
        assert unicodedata.normalize("NFC", squeezed(page.extract_text())) == unicodedata.normalize("NFC", there)
