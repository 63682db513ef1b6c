"""Text on lines: nothing is lost, nothing is wider than asked, and what a reader calls a letter is never torn."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workshop.look import measure
from workshop.model.letters import MORE, balanced, clean, graphemes, least_letters, lit_in, shortened, wrap

FAMILY = "👩‍👩‍👧‍👦"
CLUSTERS = st.sampled_from(
    ["a", "Å", "e\u0301", "ẍ", "-", "’", "9", FAMILY, "👍🏽", "🇸🇪", "🇳🇴", "❤️", "1️⃣", "🏴󠁧󠁢󠁥󠁮󠁧󠁿", "ن", "नि", "漢"]
)
WORDS = st.lists(CLUSTERS, min_size=1, max_size=30).map("".join)
TEXTS = st.lists(WORDS, max_size=12).map(" ".join)
WIDTHS = st.floats(min_value=8, max_value=40)


@given(TEXTS, WIDTHS, st.booleans())
def test_no_letter_is_lost_on_the_way_to_a_new_line(text, width, bold):
    lines = wrap(text, width, measure, bold)
    kept = "".join(lines)
    for mark in (" ", "-"):
        kept, text = kept.replace(mark, ""), text.replace(mark, "")
    assert kept == text


@given(TEXTS, WIDTHS, st.booleans())
def test_no_line_is_wider_than_asked(text, width, bold):
    assert all(measure(line, bold) <= width + 1e-9 for line in wrap(text, width, measure, bold))


@given(TEXTS, WIDTHS)
def test_no_letter_is_torn_in_two(text, width):
    whole = list(graphemes(text))
    found = [cluster for line in wrap(text, width, measure) for cluster in graphemes(line)]
    allowed = [*whole, "-"]
    assert all(cluster in allowed for cluster in found)


@given(st.lists(CLUSTERS, max_size=20))
def test_a_reader_and_the_program_count_letters_alike(letters):
    assert list(graphemes("".join(letters))) == letters


def test_words_stay_whole_where_they_can():
    assert wrap("Vi bokar om mötet", 5, measure) == ("Vi bokar", "om mötet")


def test_a_word_that_is_too_long_is_broken_with_a_hyphen():
    word = "sjukförsäkringssamordningsförbundsordförandeskap"
    lines = wrap(word, 8, measure)
    assert len(lines) > 1
    assert all(line.endswith("-") for line in lines[:-1])
    assert "".join(line.rstrip("-") for line in lines) == word


def test_a_written_line_break_is_kept():
    assert wrap("Ett\n\ntvå", 10, measure) == ("Ett", "", "två")


def test_what_is_left_out_leaves_a_sign():
    lines = wrap("Vi svarar alltid med ett nytt formulär", 6, measure)
    short = shortened(lines, 2, 6, measure)
    assert len(short) == 2
    assert short[0] == lines[0]
    assert short[1].endswith(MORE)
    assert measure(short[1]) <= 6
    assert shortened(lines, len(lines), 6, measure) == lines


@given(TEXTS, WIDTHS, st.integers(1, 3))
def test_a_shortened_text_tears_no_letter_and_keeps_its_width(text, width, most):
    lines = wrap(text, width, measure)
    short = shortened(lines, most, width, measure)
    assert len(short) <= most or lines == short
    assert all(measure(line) <= width + 1e-9 for line in short)
    if len(lines) > most:
        assert (
            text.replace(" ", "")
            .replace("-", "")
            .startswith("".join(short)[: -len(MORE)].replace(" ", "").replace("-", ""))
        )


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("  Vi   bokar\tom  ", "Vi bokar om"),
        ("Ett\r\ntvå\rtre\u2028fyra\u2029fem\x85sex", "Ett\ntvå\ntre\nfyra\nfem\nsex"),
        ("a\x00b\x1fc\x7fd\ufeffe\ufffff", "abcdef"),
        ("\u202ebakvänt\u202c \u2067rtl\u2069 \u200emärke\u061c", "bakvänt rtl märke"),
        ("trasig \ud83d halva", "trasig halva"),
        ("A\u030angstro\u0308m", "Ångström"),
        (FAMILY, FAMILY),
        ("100\u00a0000", "100\u00a0000"),
        ("مرحبا", "مرحبا"),
        ("\n\n", ""),
    ],
)
def test_what_cannot_be_shown_or_would_turn_the_text_around_is_not_kept(typed, kept):
    assert clean(typed) == kept


@given(st.text(st.characters(exclude_categories=()), max_size=40))
def test_tidy_text_stays_as_it_is_and_can_always_be_saved(typed):
    kept = clean(typed)
    assert clean(kept) == kept
    assert unicodedata.is_normalized("NFC", kept)
    kept.encode("utf-8")


def test_the_back_row_reads_what_the_design_says_it_reads():
    assert round(least_letters(1080, 8, 2)) == 51
    assert round(least_letters(1080, 8, 2, arc=20)) == 64
    assert least_letters(1080, 16, 2) == 2 * least_letters(1080, 8, 2)


def test_lit_words_are_found_on_their_lines_whole_and_whatever_their_case():
    lines = ("Samordning saknas,", "samordningen brister")
    assert lit_in(lines, frozenset({"samordning", "brister"})) == ((0, 0, 10), (1, 13, 20))
    assert lit_in(lines, frozenset()) == ()


def test_no_word_is_broken_to_have_lines_as_long_as_each_other():
    for width in range(17, 40):
        said = balanced("Överenskommelser och avslut", width, lambda text, bold=False: float(len(text)))
        assert " ".join(said) == "Överenskommelser och avslut", width
