"""Which words more than one says."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workshop.model.asking.same_words import shared_words
from workshop.model.stems import stem_of


def shared(*said: str, language: str = "sv") -> set[str]:
    found = shared_words({str(n): [text] for n, text in enumerate(said)}, language)
    return {word for same in found for word in same}


@pytest.mark.parametrize(
    ("said", "found"),
    [
        (("Samordningen brister", "Vi saknar samordning"), {"samordning", "samordningen"}),
        (("De unga", "Unga vuxna"), {"unga"}),
        (("Det är vi som har det", "Det är de som har det"), set()),
        (("Fem kontakter", "fem"), {"fem"}),
        (("År 2026", "2026"), set()),
        (("ÅTERFALL", "återfall"), {"återfall"}),
        (("Skolan, skolan!",), set()),
    ],
)
def test_words_of_one_stem_are_the_same_and_small_words_say_nothing(said, found):
    assert shared(*said) == found


def test_what_is_said_shows_which_language_it_is_in():
    assert shared("Det är för de unga att de är här", "De är unga", language="en") == {"unga"}
    assert shared("It is about the meetings", "What is the meeting for?", language="sv") == {"meetings", "meeting"}


def test_each_language_has_its_own_endings():
    assert shared("The meetings", "One meeting", language="en") == {"meetings", "meeting"}
    assert stem_of("the", "en") == "" and stem_of("och", "sv") == ""


@given(st.text(max_size=60), st.text(max_size=60), st.sampled_from(["sv", "en", "fi"]))
def test_whatever_is_said_what_is_shared_was_said(one, other, language):
    found = shared(one, other, language=language)
    assert all(word in (one + " " + other).lower() for word in found)
