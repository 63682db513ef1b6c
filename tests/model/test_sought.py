"""One line of typing says what is looked for: words, and the filters that are recognised among them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workshop.model.sought import Names, sought, without

NAMES = Names(
    (
        ("exercise", "isberget", "Isberget", ("Isberget", "isberget", "The iceberg")),
        ("exercise", "en-person-i-mitten", "En person i mitten", ("En person i mitten", "en person i mitten")),
        ("exercise", "ledningsdialogen", "Ledningsdialogens fyra frågor", ("ledningsdialogen",)),
        ("exercise", "reta-motparten", "Reta motparten", ("Reta motparten",)),
        ("group", "Ledningsgruppen Norr", "Ledningsgruppen Norr", ("Ledningsgruppen Norr",)),
        ("status", "open", "Öppna överenskommelser", ("öppna överenskommelser", "öppna")),
    )
)


def read(line):
    found = sought(line, NAMES)
    return found.words, [(each.kind, each.key) for each in found.filters]


@pytest.mark.parametrize(
    ("line", "words", "filters"),
    [
        ("alla våra isberg om hemmasittare", ("hemmasittare",), [("exercise", "isberget")]),
        ("isbergen", (), [("exercise", "isberget")]),
        ("isbe", ("isbe",), []),
        ("en person i mitten", (), [("exercise", "en-person-i-mitten")]),
        ("Person i Mitten 2025", (), [("exercise", "en-person-i-mitten"), ("year", "2025")]),
        ("person utan stöd", ("person", "stöd"), []),
        ("ledningsdialoger om skolan", ("skolan",), [("exercise", "ledningsdialogen")]),
        ("reta motparten", (), [("exercise", "reta-motparten")]),
        ("motparten reta", ("motparten", "reta"), []),
        ("ledningsgruppen norr, öppna", (), [("group", "Ledningsgruppen Norr"), ("status", "open")]),
        ("öppna överenskommelser om buss", ("buss",), [("status", "open")]),
        ("2025 2026 1066", ("1066",), [("year", "2025"), ("year", "2026")]),
        ('"isberg" 2025', ("isberg",), [("year", "2025")]),
        ("”alla våra” isberg", ("alla våra",), [("exercise", "isberget")]),
        ("det är i", ("det", "är", "i"), []),
        ("buss buss", ("buss",), []),
        ("", (), []),
        ('" %&¤', (), []),
    ],
)
def test_a_line_is_read_as_somebody_means_it(line, words, filters):
    assert read(line) == (words, filters)


@pytest.mark.parametrize("line", ["alla våra isberg om skolan", "en person i mitten", "reta   motparten", "skola 2025"])
def test_a_filter_that_is_taken_away_is_looked_for_as_words(line):
    (gone,) = sought(line, NAMES).filters
    words, filters = read(without(line, gone))
    assert filters == [] and set(gone.said.split()) <= set(words)


def test_letters_that_are_typed_in_two_parts_are_the_same_letters():
    assert read("våra va\u0308gar") == (("vägar",), [])


@given(st.text(max_size=200))
def test_any_line_can_be_read_and_its_filters_taken_away(line):
    found = sought(line, NAMES)
    for each in found.filters:
        assert len(sought(without(line, each), NAMES).filters) <= len(found.filters)
