"""A map keeps apart what lies on it, stays within its frame, and lets one be moved without the rest jumping."""

from dataclasses import replace
from itertools import combinations

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as some

from tests.model.map_room import RINGS, SECTORS, VIEWS, MapRoom
from workshop.look import measure
from workshop.model.boards import KINDS
from workshop.model.change import add, update
from workshop.model.map import labels, spots, strands, verbs
from workshop.model.map.ground import ground_of
from workshop.model.picture import Frame, Picture, Placed
from workshop.model.record import Actor, Gap, Link
from workshop.model.refusal import Refusal

HARD = (
    "Ja",
    "Socialförvaltningens individ- och familjeomsorg",
    "x" * 60,
    "Vårdcentralen Björken",
    "👩‍👩‍👧‍👦 och 🎉🎉",
    "نحن نؤجل الاجتماع",
    "Det här är ett långt namn. " * 11,
    "Polisen",
)
DESK = Frame(800, 500, 15, 13, measure)
WALL = Frame(1822, 700, 51, 51, measure, paged=True, brief=1)
PAPER = Frame(500, 700, 10, 8, measure)


def filled(count: int, texts: tuple[str, ...] = HARD, bands: int = 0, evenly: bool = False) -> MapRoom:
    """A map with so many actors and bands, spread as they fall, or as many in each sector."""
    room = MapRoom()
    state, board = room.state, room.board
    state = verbs.name_person(state, board, "Mira", id="mira").apply(state)
    for n in range(count):
        sector, ring = SECTORS[(n if evenly else n * n % 7) % 4], RINGS[1 + n * 3 % 5 % 3]
        change = verbs.add_actor(state, board, texts[n % len(texts)], sector, ring, n % 12, id=f"a{n}")
        state = change.apply(state)
    links = [
        Link(id=f"l{n}", board=board.id, start=f"a{n % count}", end=f"a{(n * 7 + 1) % count}", kind=verbs.BANDS[n % 5])
        for n in range(bands)
        if n % count != (n * 7 + 1) % count
    ]
    gaps = [Gap(id="g", board=board.id, start="a0", end="mira", text="Sju veckor")] if count else []
    state = add(*links, *gaps).apply(state)
    for n in range(0, count, 2):
        state = update(state.need(f"a{n}", Actor), problem=("skuld", "natt", "kö", "boende")[n % 4]).apply(state)
    state = verbs.copy_wanted(state, board).apply(state)
    room.begins_at(state)
    return room


def pages(room: MapRoom, step: str, frame: Frame) -> list[Picture]:
    """All that a step shows."""
    sheets = KINDS["map"].sheets
    assert sheets
    return list(sheets(room.view(step), frame))


def meet(one: Placed, other: Placed) -> bool:
    return (
        one.x + one.width > other.x + 0.01
        and other.x + other.width > one.x + 0.01
        and one.y + one.height > other.y + 0.01
        and other.y + other.height > one.y + 0.01
    )


def keeps_its_promises(picture: Picture, frame: Frame) -> None:
    """What holds for any page of a map."""
    for one, other in combinations(picture.placed, 2):
        assert not meet(one, other), (one.id, other.id)
    for placed in picture.placed:
        assert placed.x >= -0.01 and placed.y >= -0.01, placed.id
        assert placed.x + placed.width <= picture.width + 0.01, placed.id
        assert placed.y + placed.height <= picture.height + 0.01, placed.id
        for text in placed.texts:
            assert text.size >= frame.least - 0.01
            assert text.y + text.height <= placed.y + placed.height + 1, placed.id
            for line in text.lines:
                assert text.x + measure(line, text.bold) * text.size <= placed.x + placed.width + 1, placed.id
    for stroke in picture.strokes:
        for x, y in stroke.points:
            assert -8 <= x <= picture.width + 8 and -8 <= y <= picture.height + 8, stroke.id


@pytest.mark.parametrize("frame", [DESK, WALL, PAPER, replace(WALL, width=944, height=480, text=48, least=48)])
@pytest.mark.parametrize("count", [0, 1, 7, 40, 60])
@pytest.mark.parametrize("step", VIEWS)
def test_nothing_overlaps_and_nothing_leaves_its_frame(step: str, count: int, frame: Frame) -> None:
    room = filled(count, bands=2 * count)
    made = pages(room, step, frame)
    for number, picture in enumerate(made):
        assert (picture.page, picture.pages) == (number, len(made))
        if frame.paged:
            assert (picture.width, picture.height) == (frame.width, frame.height)
        keeps_its_promises(picture, frame)


@pytest.mark.parametrize("frame", [DESK, WALL])
def test_four_hundred_actors_can_all_be_reached(frame: Frame) -> None:
    room = filled(400)
    made = pages(room, "bands", frame)
    shown = {p.id for picture in made for p in picture.placed}
    assert {f"a{n}" for n in range(400)} <= shown
    for picture in made:
        keeps_its_promises(picture, frame)


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(some.lists(some.sampled_from(HARD) | some.text(min_size=1, max_size=40), min_size=1, max_size=30), some.data())
def test_any_map_keeps_its_promises(names: list[str], data: some.DataObject) -> None:
    room = MapRoom()
    for number, name in enumerate(names):
        if not name.strip() or not name.isprintable():
            name = "Någon"
        sector, ring = data.draw(some.sampled_from(SECTORS)), data.draw(some.sampled_from(RINGS[1:]))
        room.acts("add_actor", name, sector, ring, data.draw(some.integers(0, 20)), id=f"a{number}")
    frame = data.draw(some.sampled_from([DESK, WALL, PAPER]))
    for picture in pages(room, "actors", frame):
        keeps_its_promises(picture, frame)


def test_what_the_wall_shows_as_numbers_it_tells_on_the_next_pages() -> None:
    room = filled(40, tuple(f"Aktör {letter}{other}" for letter in "abcdefgh" for other in "abcde"), 60)
    first, *others = pages(room, "bands", WALL)
    numbers = {p.id: p.texts[0].lines[0] for p in first.placed if p.role == "card" and p.shape == "round"}
    assert len([id for id in numbers if id.startswith("a")]) == 40
    told = {p.id: p.texts[0].lines for picture in others for p in picture.placed if p.role == "card"}
    for actor in verbs.actors(room.state, room.board):
        assert " ".join(told[actor.id]) == f"{numbers[actor.id]}  {actor.text}"
    assert "fungerar" in " ".join(line for p in others[0].placed for t in p.texts for line in t.lines)


def test_a_small_map_has_its_names_on_the_wall_and_one_page() -> None:
    room = filled(5, ("Mormor", "Polisen", "Skolan", "Kassan", "Ekern"), 5)
    (only,) = pages(room, "bands", WALL)
    assert {"Mormor", "Polisen"} <= set(only.words().split("\n"))


def test_a_map_of_forty_fits_the_desk_without_growing() -> None:
    room = filled(38, ("Boendestöd", "Vårdcentralen Björken", "Polisen", "Arbetsmarknadsenheten", "En vän från åttan"))
    assert room.desk("actors").height == 500
    assert room.desk("bands").height == 500


def places(room: MapRoom) -> dict[str, tuple[float, float]]:
    return {p.id: (p.x, p.y) for p in room.desk("bands").placed if p.role == "card"}


NAMES = ("Boendestöd", "Vårdcentralen Björken", "Polisen", "Kassan", "Skolan", "Mormor")


@settings(max_examples=40, deadline=None)
@given(some.integers(2, 19), some.integers(0, 18), some.data())
def test_moving_one_moves_no_others_but_those_that_had_made_way_for_it(
    count: int, which: int, data: some.DataObject
) -> None:
    room = filled(count, NAMES, evenly=True)
    before, id = places(room), f"a{which % count}"
    verb = data.draw(some.sampled_from(["turn_actor", "push_actor", "shift_actor"]))
    try:
        room.acts(verb, id, data.draw(some.sampled_from([1, -1])))
    except Refusal:
        return
    after = places(room)
    moved = [other for other in before if other != id and before[other] != after[other]]
    assert len(moved) <= 3, moved


def test_adding_one_moves_no_other() -> None:
    room = filled(14, NAMES, evenly=True)
    before = places(room)
    for number, sector in enumerate(SECTORS):
        room.puts(f"Ny {number}", sector)
        after = places(room)
        assert {id: after[id] for id in before} == before
        before = after


def test_a_dragged_actor_lies_where_it_was_let_go_and_the_others_where_they_lay() -> None:
    room = filled(6, NAMES)
    picture = room.desk("bands")
    ground = ground_of(picture.strokes)
    assert ground is not None
    before = places(room)
    for x, y in ((650.0, 120.0), (150.0, 300.0), (420.0, 420.0)):
        sector, ring, place, depth = ground.found(x, y)
        room.acts("put_actor", "a3", SECTORS[sector], RINGS[max(ring, 1)], place, depth)
        box = next(p for p in room.desk("bands").placed if p.id == "a3")
        assert abs(box.x + box.width / 2 - x) < 60 and abs(box.y + box.height / 2 - y) < 40
        after = places(room)
        assert {id: at for id, at in after.items() if id != "a3"} == {k: v for k, v in before.items() if k != "a3"}


def test_the_ground_is_known_again_from_what_was_drawn() -> None:
    room = filled(10, NAMES)
    ground = ground_of(room.desk("actors").strokes)
    assert ground is not None
    for sector in range(len(SECTORS)):
        for ring in range(1, len(RINGS)):
            found = ground.found(*ground.wish(sector, ring, 0.3, 0.6))
            assert found[:2] == (sector, ring)
            assert found[2:] == pytest.approx((0.3, 0.6), abs=0.02)


def test_the_same_map_is_drawn_the_same_however_it_came_about() -> None:
    room = filled(30, NAMES, 60)
    room.acts("turn_actor", "a7", 1)
    room.acts("turn_actor", "a7", -1)
    remembered = room.desk("bands")
    spots.Spots.remembered.clear()
    spots._settled.cache_clear()
    labels.hugged.cache_clear()
    strands.Ways.remembered.clear()
    assert room.desk("bands") == remembered


def test_each_kind_of_band_has_a_line_of_its_own_without_colour() -> None:
    way = ((0.0, 0.0), (300.0, 0.0))
    looks = {kind: strands.look(kind, way, 1.0) for kind in (*verbs.BANDS, "mended", "added", "gone")}
    shapes = [(len(drawn), len(drawn[0][0]) > 2, drawn[0][2]) for drawn in looks.values()]
    plain = {kind for kind, drawn in looks.items() if len(drawn[0][0]) == 2}
    assert {looks[kind][0][2] for kind in plain} == {"solid", "dashed", "double", "dotted"}
    bent = [tuple(points for points, _, _ in looks[kind]) for kind in looks if kind not in plain]
    assert len(set(bent)) == len(bent) == 4
    assert len(shapes) == 8


def test_the_legend_has_the_kinds_in_use_and_no_other() -> None:
    room = MapRoom()
    for name in "abc":
        room.puts(name)
    only = [p for p in room.desk("bands").placed if p.id.startswith("legend:")]
    assert [p.texts[0].lines for p in only] == [("Från mitten: personen · nära · handläggare · huvudmän",)]
    room.draws("a", "b", "clashes")
    room.draws("b", "c", "missing")
    said = {p.texts[0].lines[0] for p in room.desk("bands").placed if p.id.startswith("legend:")}
    assert {word for word in said if not word.startswith("Från")} == {"krockar", "saknas"}
    room.acts("hold", "a")
    assert "håller i trådarna" in room.desk("holder").words()


def test_a_band_goes_round_what_stands_between_where_it_can() -> None:
    bounds = (0.0, 0.0, 800.0, 500.0)
    start, end, between = (50.0, 240.0, 150.0, 264.0), (650.0, 240.0, 750.0, 264.0), (350.0, 236.0, 450.0, 268.0)
    free = strands.Ways([start, end], bounds, 1.0, 13).band("l", "works", start, end)
    assert len(free[0].points) == 2, "straight where nothing stands between"
    bent = strands.Ways([start, end, between], bounds, 1.0, 13).band("l", "works", start, end)
    assert all(not (350 < x < 450 and 236 < y < 268) for x, y in bent[0].points)


def test_words_behind_the_curtain_are_not_in_the_wall_s_picture_until_it_rises() -> None:
    room = filled(12, NAMES)
    covered = replace(WALL, curtain=frozenset([room.board.id]))
    (only,) = pages(room, "problem", covered)
    assert "skuld" not in only.words() and "bakom ridån" in only.words()
    assert "skuld" in pages(room, "problem", WALL)[0].words()


def test_the_person_s_own_words_come_last() -> None:
    room = filled(12, NAMES)
    room.acts("say_problem", "mira", "att ingen ringer")
    made = pages(room, "problem", WALL)
    assert "att ingen ringer" in made[-1].words()
    assert not any("att ingen ringer" in picture.words() for picture in made[:-1])


def test_a_chosen_sentence_lights_those_it_speaks_of_and_fades_the_rest() -> None:
    room = filled(10, NAMES)
    room.acts("draw_band", "a0", "a1", "clashes")
    about = room.reads()["clashes"].about
    (only,) = pages(room, "read", replace(WALL, brief=0, text=65, spotlight=about))
    assert "krockar" in only.words()
    shades = {p.id: p.shade for p in only.placed if p.id.startswith("a")}
    assert {id for id, shade in shades.items() if shade != "faint"} == set(about)


def test_an_empty_map_says_what_to_do_on_the_desk_and_nothing_on_the_wall() -> None:
    room = MapRoom()
    assert "Ctrl+L" in room.desk("actors").words()
    assert "Ctrl+L" not in pages(room, "actors", WALL)[0].words()
    assert "(K)" in room.desk("wanted").words()


@pytest.mark.parametrize("width, height", [(690, 300), (690, 420), (800, 500)])
@settings(max_examples=25, deadline=None)
@given(some.lists(some.tuples(some.sampled_from(SECTORS[:2]), some.sampled_from(RINGS[1:])), min_size=8, max_size=24))
@example([(SECTORS[0], RINGS[-1])] * 14)
def test_however_crowded_a_sector_is_nobody_lies_two_rings_from_their_own(width, height, whose) -> None:
    room = MapRoom()
    for number, (sector, ring) in enumerate(whose):
        room.acts("add_actor", "Socialtjänstlagen i kommunen", sector, ring, id=f"a{number}")
    picture = KINDS["map"].layout(room.view("actors"), Frame(width, height, 15, 13, measure))
    ground = ground_of(picture.strokes)
    assert ground is not None
    for number, (_, ring) in enumerate(whose):
        box = next(p for p in picture.placed if p.id == f"a{number}")
        there = ground.found(box.x + box.width / 2, box.y + box.height / 2)[1]
        assert abs(there - RINGS.index(ring)) <= 1 or picture.height > 3 * height


def test_who_was_named_last_has_a_name_on_the_wall_also_where_all_others_are_numbers() -> None:
    room = filled(24, ("Boendestöd", "Vårdcentralen Björken", "Polisen", "Arbetsmarknadsenheten"))
    room.acts("add_actor", "Bibliotekarien", SECTORS[1], RINGS[2], id="late")
    first, *others = pages(room, "actors", WALL)
    keeps_its_promises(first, WALL)
    assert "Bibliotekarien" in first.words().replace("\n", " ")
    assert "Polisen" not in first.words() and others
