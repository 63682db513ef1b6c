"""Every word that was written is found, in its place and marked; å is not a; and nothing that is typed can do harm."""

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from workshop.model.hits import Place
from workshop.model.sought import MOST, Names, sought
from workshop.model.written import composed, lower, words_of
from workshop.store.index import Entry, Index, Stamp, ready
from workshop.store.searching import hits, listed, match, names, sessions

ICE, LISTS = Place("isberget", "Isberget", "Tavlan"), Place("reta-motparten", "Reta motparten", "Listorna")
NAMES = Names(
    (
        ("exercise", "isberget", "Isberget", ("Isberget",)),
        ("exercise", "reta-motparten", "Reta motparten", ("Reta motparten",)),
        ("group", "Norra gruppen", "Norra gruppen", ("Norra gruppen",)),
        ("status", "open", "Öppna", ("öppna",)),
        ("status", "protected", "Skyddad", ("skyddad",)),
    )
)


class Shelf:
    """A library whose sessions say what a test has them say."""

    def __init__(self, folder):
        self.index = Index(folder)

    def holds(self, title, *texts, **more):
        of = [text if isinstance(text, tuple) else (LISTS, text) for text in texts]
        pieces = tuple((f"n{number}", place, text) for number, (place, text) in enumerate(of))
        told = {
            "date": "2026-03-01",
            "exercises": tuple({place.exercise: (place.exercise, place.title) for place, _ in of}.values()),
        }
        self.index.put(ready(Path(f"{title}.workshop"), Stamp(0, 1), Entry(title, pieces=pieces, **{**told, **more})))

    def finds(self, line):
        """(session, the text with what is marked in brackets) for each hit."""
        asked = sought(line, NAMES)
        ids, _ = sessions(self.index.connection, asked)
        found = hits(self.index.connection, ids, asked) if asked.words else {}
        return [
            (each.title, marked(hit)) for each in listed(self.index.connection, ids) for hit in found.get(each.id, [])
        ]

    def lists(self, line):
        ids, _ = sessions(self.index.connection, sought(line, NAMES))
        return [each.title for each in listed(self.index.connection, ids)]


def marked(hit):
    text = hit.text
    for begins, ends in sorted(hit.marks, reverse=True):
        text = f"{text[:begins]}[{text[begins:ends]}]{text[ends:]}"
    return text


@pytest.fixture
def shelf(tmp_path):
    return Shelf(tmp_path)


@pytest.mark.parametrize(
    ("written", "typed", "found"),
    [
        ("Vi når inte skolan", "skola", "Vi når inte [skolan]"),
        ("En skola för alla", "skolans", "En [skola] för alla"),
        ("En skola för alla", "skolan", "En [skola] för alla"),
        ("Frågorna kommer för sent", "fråga", "[Frågorna] kommer för sent"),
        ("Ett bord i taget", "bordet", "Ett [bord] i taget"),
        ("Skolavslutningen närmar sig", "skola", "[Skolavslutningen] närmar sig"),
        ("HEMMASITTARE", "hemmasittarna", "[HEMMASITTARE]"),
        ("Vi ringer, ni svarar", "ringer svarar", "Vi [ringer], ni [svarar]"),
        ("på och av, av och på", '"av och"', "på och av, [av och] på"),
        ("å ä ö", "ä", "å [ä] ö"),
        ("Årsmöte i Åre", "åre", "Årsmöte i [Åre]"),
        ("pa\u030a Sälgön", "på", "[på] Sälgön"),
        ("Ring 112", "112", "Ring [112]"),
        ("The meetings were long", "meeting", "The [meetings] were long"),
    ],
)
def test_a_word_is_found_whatever_its_ending_and_marked_where_it_stands(shelf, written, typed, found):
    shelf.holds("Pass", written, "något helt annat")
    assert shelf.finds(typed) == [("Pass", found)]


@pytest.mark.parametrize(
    ("written", "typed"), [("far", "får"), ("får", "far"), ("hal", "häl"), ("for", "för"), ("ort", "ört")]
)
def test_å_ä_and_ö_are_letters_of_their_own(shelf, written, typed):
    shelf.holds("Pass", written)
    assert shelf.finds(typed) == [] and shelf.finds(written) == [("Pass", f"[{written}]")]


def test_all_words_must_be_there_and_the_piece_with_most_of_them_comes_first(shelf):
    shelf.holds("Båda", "bara buss", "buss och väntan", "bara väntan")
    shelf.holds("En", "bara buss")
    assert shelf.finds("buss väntan") == [
        ("Båda", "[buss] och [väntan]"), ("Båda", "bara [buss]"), ("Båda", "bara [väntan]")
    ]  # fmt: skip


def test_the_newest_session_comes_first(shelf):
    for title, date in (("Mitt", "2025-06-01"), ("Nytt", "2026-06-01"), ("Gammalt", "2019-06-01")):
        shelf.holds(title, "buss", date=date)
    assert shelf.lists("buss") == shelf.lists("") == ["Nytt", "Mitt", "Gammalt"]


def test_one_line_asks_for_all_our_icebergs_about_something(shelf):
    shelf.holds("Isberg om skolan", (ICE, "hemmasittare i nian"), (LISTS, "hemmasittare här med"))
    shelf.holds("Lista", (LISTS, "hemmasittare"))
    shelf.holds("Annat isberg", (ICE, "väntetider"))
    assert shelf.finds("alla våra isberg om hemmasittare") == [("Isberg om skolan", "[hemmasittare] i nian")]
    assert shelf.lists("isberg") == ["Annat isberg", "Isberg om skolan"]


def test_year_group_and_status_choose_among_sessions(shelf):
    shelf.holds("A", "buss", date="2025-12-31", team="Norra gruppen", open=2)
    shelf.holds("B", "buss", date="2026-01-01", team="Norra gruppen")
    shelf.holds("C", "buss", date="2026-12-31", open=1, shut="protected")
    assert shelf.lists("2025") == ["A"] and shelf.lists("2026 buss") == ["C", "B"]
    assert shelf.lists("2025 2026") == ["C", "B", "A"]
    assert shelf.lists("norra gruppen") == ["B", "A"] and shelf.lists("norra gruppen öppna") == ["A"]
    assert shelf.lists("skyddad") == ["C"] and shelf.lists("öppna buss 2026") == ["C"]


def test_groups_and_exercises_are_those_that_there_are(shelf):
    shelf.holds("A", (ICE, "x"), (LISTS, "y"), team="Norra")
    shelf.holds("B", (ICE, "x"))
    groups, exercises = names(shelf.index.connection)
    assert groups == ["Norra"]
    assert set(exercises) == {("isberget", "Isberget"), ("reta-motparten", "Reta motparten")}


def test_a_session_that_is_gone_meanwhile_is_left_out(shelf):
    shelf.holds("A", "buss")
    ids, _ = sessions(shelf.index.connection, sought("buss", NAMES))
    shelf.index.forget(Path("A.workshop"))
    assert listed(shelf.index.connection, ids) == []
    assert hits(shelf.index.connection, ids, sought("buss", NAMES)) == {}


def test_pieces_without_any_word_don_t_lead_astray(shelf):
    shelf.holds("Pass", "…", "ett", "", "–", "två")
    assert shelf.finds("två") == [("Pass", "[två]")] and shelf.finds("tvåan ett") == []


ANY = st.text(max_size=60)


@settings(max_examples=60, deadline=None)
@given(st.lists(ANY, max_size=5), ANY)
def test_whatever_is_typed_does_no_harm(tmp_path_factory, texts, line):
    shelf = Shelf(tmp_path_factory.mktemp("home"))
    shelf.holds("Pass", *(text.encode("utf-8", "replace").decode() for text in texts))
    for asked in (line, f'"{line}"', f"{line}*", f"said:{line} OR", f"({line}"):
        shelf.finds(asked)
    shelf.index.close()


def test_a_very_long_line_is_no_harm_either(shelf):
    shelf.holds("Pass", "x" * 5000, "buss")
    assert shelf.finds("x" * 5000)
    assert shelf.finds("buss " * 100_000)
    assert len(match(sought(" ".join(f"ord{n}" for n in range(9999)), NAMES))) < 4000


WORDS = st.text(
    st.characters(codec="utf-8", categories=("Lu", "Ll", "Nd")) | st.sampled_from("åäöÅÄÖ"), min_size=1, max_size=12
)


@settings(max_examples=60, deadline=None)
@given(st.lists(st.lists(WORDS, min_size=1, max_size=8), min_size=1, max_size=4), st.data())
def test_every_word_that_was_written_is_found_in_the_piece_that_says_it(tmp_path_factory, cards, data):
    shelf = Shelf(tmp_path_factory.mktemp("home"))
    shelf.holds("Pass", *(" ".join(words) for words in cards))
    number = data.draw(st.integers(0, len(cards) - 1))
    word = composed(data.draw(st.sampled_from(cards[number])))
    asked = sought(f'"{word}"', Names())
    if asked.words and all(ord(letter) < 0x250 for letter in word):  # the letters of European languages
        ids, _ = sessions(shelf.index.connection, asked)
        (found,) = hits(shelf.index.connection, ids, asked).values()
        said = {hit.id: [lower(hit.text[begins:ends]) for begins, ends in hit.marks] for hit in found}
        assert [each for each, _, _ in words_of(word)][0] in said[f"n{number}"]
    shelf.index.close()


def test_an_answer_holds_no_more_than_somebody_could_look_through(shelf):
    with shelf.index.writing():
        for number in range(MOST + 5):
            shelf.holds(f"{number}", "buss")
    assert len(shelf.lists("buss")) == MOST and len(shelf.lists("")) == MOST + 5
