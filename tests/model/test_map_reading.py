"""The map reads itself aloud, and what it says is true, however many there are on it."""

import re
from itertools import combinations

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as some

from tests.model.map_room import RINGS, SECTORS, MapRoom
from workshop.model.boards import KINDS
from workshop.model.map import verbs
from workshop.model.map.reading import spoken
from workshop.words import Catalogue

TALKS, CARRIES = {"works", "weak", "clashes", "round"}, {"works", "weak", "round"}


def test_a_map_with_nobody_on_it_says_so_and_no_more():
    room = MapRoom()
    assert [s.text for s in room.reads().values()] == ["Det finns ingen på kartan än."]


def test_a_map_with_one_on_it_speaks_of_one():
    room = MapRoom()
    room.acts("name_person", "Mira")
    room.puts("Boendestöd")
    assert room.hears("contacts") == "Kartan visar 1 människa som möter Mira i sitt arbete."
    assert room.hears("story") == "Historien om Mira har fått berättas minst 1 gång, en gång för varje aktör."
    assert set(room.reads()) == {"contacts", "story"}


@pytest.mark.parametrize(
    ("guesses", "said"),
    [
        ([], ""),
        ([30], "Gissningen var 30."),
        ([30, 30], "Alla gissade 30."),
        ([5, 9], "Gissningarna gick från 5 till 9. Alla gissade lägre."),
        ([50, 90], "Gissningarna gick från 50 till 90. Alla gissade högre."),
        ([5, 7, 12, 90], "Gissningarna gick från 5 till 90: 2 gissade lägre, 1 gissade rätt och 1 gissade högre."),
    ],
)
def test_the_guesses_are_met_again_as_they_were(guesses, said):
    room = MapRoom()
    room.puts("Boendestöd", people=12)
    for table, number in enumerate(guesses, 1):
        room.acts("guess", number, table)
    assert room.hears("contacts") == f"Kartan visar 12 människor som möter personen i sitt arbete. {said}".strip()


def test_only_those_who_meet_the_person_at_work_are_counted():
    room = MapRoom()
    room.puts("Mormor", "near", "close")
    room.puts("Boendestöd", people=5)
    room.puts("Socialtjänstlagen", "municipality", "principals", people=0)
    assert "Kartan visar 5 människor" in room.hears("contacts")
    assert room.reads()["contacts"].about == ("Boendestöd",)


def test_a_chain_is_as_long_as_the_hands_that_it_goes_through():
    room = MapRoom()
    for name in "abcd":
        room.puts(name)
    for one, other in ("ab", "bc", "cd"):
        room.draws(one, other, "weak")
    said = room.reads()["furthest"]
    assert said.text in (
        "Längst ifrån varandra är a och d. Ett meddelande mellan dem går genom 2 par händer till.",
        "Längst ifrån varandra är d och a. Ett meddelande mellan dem går genom 2 par händer till.",
    )
    assert set(said.about) == set("abcd"), "those whose hands it goes through are lit too"
    room.draws("a", "d", "missing")
    assert room.reads()["furthest"] == said, "what is missing carries nothing"


def test_who_has_most_bands_is_held_against_who_holds_the_threads():
    room = MapRoom()
    for name in "abc":
        room.puts(name)
    room.draws("a", "b")
    room.draws("a", "c")
    assert room.hears("most") == "a har flest band: 2. Är det den som håller i trådarna, eller den som borde?"
    room.acts("hold", "a")
    assert room.hears("most") == "a har flest band: 2. Det är också den som håller i trådarna."
    room.acts("hold", "c")
    assert room.hears("most") == "a har flest band: 2. c håller i trådarna och har 1 band."


def test_nobody_sees_the_whole_until_somebody_talks_with_every_sector():
    room = MapRoom()
    for sector in SECTORS:
        room.puts(sector, sector)
    room.draws("near", "region")
    room.draws("near", "state", "missing")
    assert "ingen ser helheten" in room.hears("whole")
    for sector in ("municipality", "state"):
        room.draws("near", sector, "weak")
    assert room.hears("whole") == "near pratar med någon i alla sektorer och ser kanske helheten."
    assert room.reads()["whole"].about == ("near",)


def test_names_are_said_as_one_says_them_and_many_are_counted():
    room = MapRoom()
    for number in range(9):
        room.puts(f"a{number}", SECTORS[number % 4])
    room.draws("a0", "a1")
    said = room.hears("alone")
    assert said.endswith(" och 3 till.")
    assert said.count(",") == 3


def test_a_sentence_is_known_again_by_those_it_speaks_of():
    room = MapRoom()
    for name in "abcd":
        room.puts(name)
    room.draws("a", "b", "missing")
    room.draws("c", "d", "clashes")
    found = list(room.reads().values())
    clash = room.reads()["clashes"]
    assert spoken(found, ("d", "c")) == clash
    assert spoken(found, ("nobody",)) is None


def numbers(text: str) -> list[int]:
    """The numbers in a sentence."""
    return [int(found) for found in re.findall(r"\d+", text)]


@some.composite
def maps(draw: some.DrawFn) -> MapRoom:
    """Any map: up to fourteen actors, named by letters only so that every number in a sentence is a count."""
    room = MapRoom()
    count = draw(some.integers(0, 14))
    names = ["abcdefghijklmn"[n] for n in range(count)]
    for name in names:
        sector, ring = draw(some.sampled_from(SECTORS)), draw(some.sampled_from(RINGS[1:]))
        room.puts(name, sector, ring, draw(some.integers(0, 5)))
    for one, other in combinations(names, 2):
        if draw(some.booleans()) and draw(some.booleans()):
            room.draws(one, other, draw(some.sampled_from(verbs.BANDS)))
    if count and draw(some.booleans()):
        room.acts("hold", draw(some.sampled_from(names)))
    return room


def reach(start: str, ties: set[frozenset[str]]) -> dict[str, int]:
    """How many bands away everybody is, counted ring by ring."""
    found, edge, far = {start: 0}, {start}, 0
    while edge:
        far += 1
        edge = {n for tie in ties if tie & edge for n in tie} - found.keys()
        found |= dict.fromkeys(edge, far)
    return found


@settings(max_examples=150, deadline=None)
@given(maps())
def test_every_sentence_says_what_a_plain_count_says(room: MapRoom):
    around = verbs.actors(room.state, room.board)
    names = [a.text for a in around]
    bands = [(b.kind, frozenset((b.start, b.end))) for b in verbs.bands(room.state, room.board)]
    said = room.reads()

    met = [a for a in around if a.ring in ("workers", "principals") and a.people]
    if names:
        assert numbers(said["contacts"].text) == [sum(a.people for a in met)]
    assert ("story" in said) == bool(met)
    if met:
        people = sum(a.people for a in met)
        assert numbers(said["story"].text) == [len(met), *([people] if people > len(met) else [])]
    if len(names) < 2:
        return

    works = [tie for kind, tie in bands if kind == "works"]
    told = numbers(said["pairs"].text)
    assert told[:1] == ([len(bands)] if bands else [])
    if 0 < len(works) < len(bands):
        assert told[1] == len(works)
    for kind in ("missing", "clashes", "round"):
        those = [tie for k, tie in bands if k == kind]
        assert (kind in said) == bool(those)
        if those:
            assert numbers(said[kind].text)[0] == len(those)
            assert set(said[kind].about) == set().union(*those)

    talks = [tie for kind, tie in bands if kind in TALKS]
    alone = {n for n in names if not any(n in tie for tie in talks)}
    assert set(said["alone"].about) == alone

    carries = {tie for kind, tie in bands if kind in CARRIES}
    steps = {n: reach(n, carries) for n in names}
    far = max((steps[a][b] for a, b in combinations(names, 2) if b in steps[a]), default=0)
    assert ("furthest" in said) == (far > 0)
    if far:
        assert len(said["furthest"].about) == far + 1
        assert numbers(said["furthest"].text) == ([far - 1] if far > 1 else [])
    islands = {frozenset(found) for found in steps.values() if len(found) > 1}
    assert ("islands" in said) == (len(islands) > 1)
    if len(islands) > 1:
        assert numbers(said["islands"].text) == [len(islands)]

    degree = {n: sum(n in tie for tie in talks) for n in names}
    most = max(degree.values())
    assert ("most" in said) == (most > 0)
    if most:
        top, holder = {n for n in names if degree[n] == most}, {a.text for a in around if a.holder}
        assert set(said["most"].about) == top | holder
        assert most in numbers(said["most"].text)

    sector = {a.text: a.sector for a in around}
    sees = {n: {sector[n], *(sector[m] for tie in talks if n in tie for m in tie)} for n in names}
    whole = {n for n in names if sees[n] == set(sector.values())}
    if len(set(sector.values())) > 1:
        widest = max(len(found) for found in sees.values())
        if whole:
            assert set(said["whole"].about) == whole
        elif widest > 1:
            assert numbers(said["whole"].text) == [widest, len(set(sector.values()))]


@pytest.mark.parametrize("language", ["sv", "en"])
@pytest.mark.parametrize("count", [0, 1, 2, 60])
def test_sentences_have_no_braces_no_double_spaces_and_end_in_a_full_stop(language, count):
    room = MapRoom(Catalogue(language))
    for number in range(count):
        room.puts(f"Aktör {number}", SECTORS[number % 4], people=number % 4)
    for number in range(count - 1):
        room.draws(f"Aktör {number}", f"Aktör {number + 1}", verbs.BANDS[number % 5])
    for sentence in room.reads().values():
        assert not re.search(r"[{}]|  |\.\.|^\s|\s$", sentence.text), sentence.text
        assert sentence.text.endswith((".", "?")), sentence.text


@given(some.lists(some.sampled_from(SECTORS), max_size=4))
@example([])
@settings(max_examples=20, deadline=None)
def test_each_sentence_is_a_branch_of_its_own(sectors: list[str]):
    room = MapRoom()
    for number, sector in enumerate(sectors):
        room.puts(f"a{number}", sector)
    first = KINDS["map"].outline(room.view("read"))[0]
    assert [branch.id for branch in first.below] == [f"reading:{key}" for key in room.reads()]
