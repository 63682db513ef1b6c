"""One line takes everything: who it came from first, how many hands last."""

import pytest

from workshop.model.capture import LONGEST, Captured, captured, written
from workshop.model.refusal import Refusal


@pytest.mark.parametrize(
    ("line", "found"),
    [
        ("Vi bokar om", Captured("Vi bokar om")),
        ("Bord 3: vi bokar om 4", Captured("vi bokar om", 3, 4)),
        ("bord 12:vi bokar om", Captured("vi bokar om", 12)),
        ("Table 2 : we rebook", Captured("we rebook", 2)),
        ("  Bord 3:  vi bokar om   4  ", Captured("vi bokar om", 3, 4)),
        ("4", Captured("", 0, 4)),
        ("Bord 3:", Captured("", 3)),
        ("Bord 3: 4", Captured("", 3, 4)),
        ("Bord tre: vi bokar om", Captured("Bord tre: vi bokar om")),
        ("Vid bord 3: vi bokar om", Captured("Vid bord 3: vi bokar om")),
        ("Så var det 2026", Captured("Så var det 2026")),
        ("Det kostar 100 000", Captured("Det kostar 100 000")),
        ("Det kostar 1 000 000", Captured("Det kostar 1 000 000")),
        ("Det kostar 2 500", Captured("Det kostar 2 500")),
        ("Vi ses 14.30", Captured("Vi ses 14.30")),
        ("Vi tar steg3", Captured("Vi tar steg3")),
        ("Ingen räckte upp handen 0", Captured("Ingen räckte upp handen 0")),
        ("", Captured("")),
    ],
)
def test_a_line_is_taken_apart(line, found):
    assert captured(line) == found


def test_a_card_may_be_long_but_not_too_long():
    assert written("å" * LONGEST) == "å" * LONGEST
    with pytest.raises(Refusal, match="at most 2000 characters"):
        written("å" * (LONGEST + 1))


def test_letters_are_counted_as_a_reader_counts_them():
    family = "👩‍👩‍👧‍👦"
    assert written(family * LONGEST) == family * LONGEST


def test_a_paste_of_two_million_letters_is_refused_before_it_is_read(monkeypatch):
    monkeypatch.setattr("workshop.model.capture.clean", lambda text: pytest.fail("it was read"))
    with pytest.raises(Refusal):
        captured("x" * 2_000_000)
