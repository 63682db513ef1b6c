"""What a group does on a map: who is there, how they are tied together, what is guessed and what is missing."""

from dataclasses import replace

import pytest

from tests.model.map_room import MapRoom
from workshop.model.boards import KINDS
from workshop.model.map import verbs
from workshop.model.map.problems import gathered, stem
from workshop.model.record import Actor, Gap, Guess, Link
from workshop.model.refusal import Refusal
from workshop.model.visible import Audience, visible


@pytest.fixture
def room() -> MapRoom:
    return MapRoom()


def test_actors_are_read_sector_by_sector_and_from_the_middle_out(room):
    room.puts("Kassan", "state")
    room.puts("Nämnden", "municipality", "principals")
    room.puts("Mormor", "near", "close")
    room.puts("Boendestöd", "municipality", people=5)
    assert room.names() == ["Mormor", "Boendestöd", "Nämnden", "Kassan"]


def test_an_actor_needs_a_name_a_sector_and_a_ring_that_there_are(room):
    for text, sector, ring in ((" ", "near", "close"), ("Månen", "sky", "close"), ("Månen", "near", "orbit")):
        with pytest.raises(Refusal):
            room.puts(text, sector, ring)
    with pytest.raises(Refusal):
        room.puts("För många", people=1000)


def test_there_is_one_person_in_the_middle_who_can_be_renamed(room):
    room.acts("add_actor", "Mira", "near", "person")
    room.acts("name_person", "Yusuf")
    middle = verbs.person(room.state, room.board)
    assert middle is not None and middle.text == "Yusuf"
    assert room.names() == []
    for verb in ("push_actor", "turn_actor", "shift_actor"):
        with pytest.raises(Refusal):
            room.acts(verb, middle.id, 1)


def test_a_new_actor_takes_the_roomiest_place_and_moves_no_other(room):
    places = []
    for number in range(8):
        room.puts(f"a{number}")
        found = [(room.actor(f"a{n}").place, room.actor(f"a{n}").depth) for n in range(number + 1)]
        assert found[:-1] == places, "those who lay there lie where they lay"
        places = found
    assert len(set(places)) == 8


def test_an_actor_moves_between_rings_sectors_and_places_by_key(room):
    room.puts("Boendestöd")
    room.acts("push_actor", "Boendestöd", 1)
    assert room.actor("Boendestöd").ring == "principals"
    with pytest.raises(Refusal, match="further out"):
        room.acts("push_actor", "Boendestöd", 1)
    room.acts("turn_actor", "Boendestöd", 1)
    assert room.actor("Boendestöd").sector == "region"
    room.acts("turn_actor", "Boendestöd", -2)
    assert room.actor("Boendestöd").sector == "near", "around and around"


def test_earlier_and_later_pass_one_neighbour_at_a_time(room):
    for name in ("a", "b", "c"):
        room.puts(name)
    before = room.names()
    room.acts("shift_actor", before[0], 1)
    assert room.names() == [before[1], before[0], before[2]]
    room.acts("shift_actor", before[0], 1)
    assert room.names() == [before[1], before[2], before[0]]
    with pytest.raises(Refusal, match="no place further"):
        room.acts("shift_actor", before[0], 1)


def test_many_actors_from_a_list_at_once_leave_out_those_that_are_there(room):
    room.puts("Polisen", "state")
    room.does(verbs.add_actors(room.state, room.board, (("state", "polisen"), ("near", "Mormor"), ("near", "mormor"))))
    assert room.names() == ["Mormor", "Polisen"]
    room.session.undo()
    assert room.names() == ["Polisen"], "one undo for all of them"
    with pytest.raises(Refusal, match="already"):
        verbs.add_actors(room.state, room.board, (("state", "Polisen"),))


def test_two_actors_have_one_band_that_may_change_its_kind(room):
    room.puts("a")
    room.puts("b")
    band = room.draws("a", "b", "weak", "SIP i maj")
    room.draws("b", "a", "round")
    links = room.state.all(Link)
    assert [(link.id, link.kind, link.start, link.text) for link in links] == [(band, "round", "b", "SIP i maj")]
    for ends in (("a", "a"), ("a", "nobody")):
        with pytest.raises(Refusal):
            room.draws(*ends)
    with pytest.raises(Refusal):
        room.draws("a", "b", "friendship")


def test_an_actor_goes_with_its_bands_and_gaps_and_comes_back_with_them(room):
    for name in ("a", "b", "c"):
        room.puts(name)
    room.draws("a", "b")
    room.draws("b", "c")
    room.acts("add_gap", "a", "b", "Sju veckor")
    room.acts("remove_actor", "b")
    assert sorted(room.names()) == ["a", "c"]
    assert not room.state.all(Link) and not room.state.all(Gap)
    room.session.undo()
    assert len(room.state.all(Link)) == 2 and len(room.state.all(Gap)) == 1


def test_a_table_that_guesses_again_changes_its_mind(room):
    room.acts("guess", 25, 3)
    room.acts("guess", 8)
    room.acts("guess", 30, 3)
    assert sorted((g.table, g.number) for g in room.state.all(Guess)) == [(0, 8), (3, 30)]
    assert "från 8 till 30" in room.twin("guess")
    with pytest.raises(Refusal):
        room.acts("guess", -1)


def test_three_gaps_and_no_more_but_their_words_may_change(room):
    for name in "abcd":
        room.puts(name)
    for one, other in ("ab", "bc", "cd"):
        room.acts("add_gap", one, other, f"mellan {one} och {other}")
    with pytest.raises(Refusal, match="chosen already"):
        room.acts("add_gap", "a", "d", "ett till")
    room.acts("add_gap", "b", "a", "andra ord")
    assert [gap.text for gap in room.state.all(Gap)][0] == "andra ord"
    assert "1. andra ord (a | b)" in room.twin("gaps")


def test_one_actor_at_most_holds_the_threads(room):
    room.puts("a")
    room.puts("b")
    room.acts("hold", "a")
    room.acts("hold", "b")
    assert [a.id for a in room.state.all(Actor) if a.holder] == ["b"]
    room.acts("hold", "b")
    assert not [a for a in room.state.all(Actor) if a.holder]


def test_the_wanted_map_begins_as_a_copy_and_leaves_today_alone(room):
    room.acts("name_person", "Mira", id="mira")
    room.puts("a")
    room.puts("b")
    room.draws("a", "b", "missing")
    with pytest.raises(Refusal):
        MapRoom().acts("copy_wanted")
    room.acts("copy_wanted")
    assert room.names("wanted") == room.names()
    room.acts("draw_band", "wanted:a", "wanted:b", "works")
    room.acts("add_actor", "En lots", "region", "workers", when="wanted", id="lots")
    room.acts("remove_actor", "wanted:b")
    assert sorted(room.names()) == ["a", "b"]
    assert room.names("wanted") == ["a", "En lots"]
    assert [link.kind for link in verbs.bands(room.state, room.board)] == ["missing"]
    with pytest.raises(Refusal, match="begun already"):
        room.acts("copy_wanted")
    with pytest.raises(Refusal):
        room.draws("a", "lots")


def test_what_differs_is_told_with_shape_word_and_sentence(room):
    for name in ("a", "b", "c"):
        room.puts(name)
    room.draws("a", "b", "missing")
    room.draws("b", "c", "clashes")
    assert "inte påbörjad" in room.twin("compare")
    room.acts("copy_wanted")
    assert "lika" in room.twin("compare")
    room.acts("draw_band", "wanted:a", "wanted:b", "works")
    room.acts("cut_band", "wanted:b", "wanted:c")
    room.acts("add_actor", "En lots", "region", "workers", when="wanted", id="lots")
    room.acts("draw_band", "lots", "wanted:a", "weak")
    said = room.twin("compare")
    for sentence in (
        "1 aktör tillkommer: En lots.",
        "1 band är lagat: a – b.",
        "1 band är nytt: En lots – a.",
        "1 band försvinner: b – c.",
    ):
        assert sentence in said
    drawn = " ".join(room.desk("compare").words().split())
    for word in ("lagat", "tillkommer", "försvinner", "+"):
        assert word in drawn


def test_the_same_word_is_the_same_however_it_is_written(room):
    for one, other in (
        ("Motivation", "motivationen"),
        ("ett boendeproblem", "Ett boende-problem"),
        ("skuld", "SKULDER"),
        ("ensam", "ensamhet"),
    ):
        assert stem(one) == stem(other)
    assert stem("skuld") != stem("skola")
    for number, word in enumerate(["skuld", "natt", "Skulder"]):
        room.puts(f"a{number}")
        room.acts("say_problem", f"a{number}", word)
    found = gathered(verbs.actors(room.state, room.board))
    assert sorted(len(heard.by) for heard in found) == [1, 2]


def test_an_actor_or_a_gap_may_be_carried_on_but_not_the_person(room):
    kind = KINDS["map"]
    room.acts("name_person", "Mira", id="mira")
    room.puts("Psykiatrin")
    room.acts("add_gap", "Psykiatrin", "mira", "Sju veckor", id="gap")
    carried = {id: kind.carries(room.state, room.board, id) for id in ("mira", "Psykiatrin", "gap")}
    assert carried["mira"] is None
    assert carried["Psykiatrin"] and (carried["Psykiatrin"].what, carried["Psykiatrin"].text) == ("actor", "Psykiatrin")
    assert carried["gap"] and (carried["gap"].what, carried["gap"].text) == ("gap", "Sju veckor")
    assert kind.receive and kind.places
    place = kind.places(room.view("actors"))[1][0]
    room.does(kind.receive(room.state, room.board, place, "Från ett isberg", "Psykiatrin"))
    assert "Från: Psykiatrin" in room.twin("actors")


def test_the_twin_tells_every_actor_and_every_band(room):
    room.acts("name_person", "Mira")
    room.puts("Boendestöd", people=5, table=3)
    room.puts("Psykiatrin", "region")
    room.draws("Boendestöd", "Psykiatrin", "round", "medicinen")
    room.acts("hold", "Boendestöd")
    said = room.twin("bands")
    assert "Boendestöd (kommun · handläggare · 5 personer · håller i trådarna · Bord 3)" in said
    assert "Boendestöd → Psykiatrin (skickas runt · medicinen)" in said
    assert "Mira" in said
    ids = {branch.id for top in KINDS["map"].outline(room.view("bands")) for branch in top.below}
    assert {"Boendestöd", "Psykiatrin", "Boendestöd–Psykiatrin"} <= ids


def test_behind_the_curtain_the_room_knows_who_is_there_and_not_what_they_say(room):
    room.puts("Boendestöd", people=5)
    room.acts("say_problem", "Boendestöd", "dygnsrytm")
    room.goes_to("problem")
    assert room.stage.curtain == (room.board.id,)
    seen = visible(room.state, Audience.ROOM, room.board.id)
    assert seen.need("Boendestöd", Actor) == replace(room.actor("Boendestöd"), problem="", origin="")
    assert "dygnsrytm" not in "".join(map(repr, seen))
    room.goes_to("read")
    assert room.stage.curtain == ()
    assert visible(room.state, Audience.ROOM, room.board.id).need("Boendestöd", Actor).problem == "dygnsrytm"


def test_a_raw_map_stays_in_the_room():
    room = MapRoom(raw=True)
    room.puts("Boendestöd")
    room.acts("guess", 25, 1)
    shared = visible(room.state, Audience.SHARED)
    assert not shared.all(Actor) and not shared.all(Guess)
