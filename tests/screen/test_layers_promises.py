"""The iceberg keeps what every layout promises: nothing overlaps, all is reached, and the back row can read it."""

from dataclasses import replace
from itertools import combinations

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from tests.model.iceberg import VIEWS, WORDS, Iceberg
from tests.screen.test_layout_promises import HARD, SIZES, keeps_its_promises
from workshop.look import measure
from workshop.model.boards import KINDS
from workshop.model.change import State, add, update
from workshop.model.iceberg.chains import aslant, woven
from workshop.model.iceberg.words import shown
from workshop.model.letters import MORE, least_letters
from workshop.model.picture import Frame, Picture, Placed
from workshop.model.record import Link, Note, Stage
from workshop.model.stage import CEILING, FLOOR, view_of, wall

LAYOUT = KINDS["layers"].layout
SHEETS = KINDS["layers"].sheets
LEVELS = ("above", "line", "under")


def filled(
    count: int, texts: tuple[str, ...], theme: str = "Mira kommer inte på sina besök", heading: str = ""
) -> Iceberg:
    """An iceberg with so many cards on its three levels, every second one linked to the next above.

    Two of five lie under a heading, where one is given.
    """
    ice = Iceberg()
    if theme:
        ice.acts("set_theme", "person", theme, id="theme")
    cards = [
        Note(
            id=f"c{n}",
            board=ice.board.id,
            list=LEVELS[n % 3],
            text=texts[n % len(texts)],
            order=float(n),
            table=n % 4,
            heading=heading if n % 5 in (1, 3) else "",
            hands=n % 5,
            sort=("own", "joint", "other", "")[n % 4],
            chosen=n % 3 == 2 and n < 9,
            flip="Vi ringer när vi har sagt att vi ska ringa" if n % 7 == 2 else "",
            need="tillit till den andre" if n % 7 == 2 else "",
        )
        for n in range(count)
    ]
    links = [Link(id=f"l{n}", board=ice.board.id, start=f"c{n}", end=f"c{n - 1}") for n in range(1, count) if n % 3]
    ice.does(add(*cards, *links))
    return ice


def state_on(ice: Iceberg, step: str, **stage: object) -> State:
    """The session with the stage on a step."""
    return update(ice.state.need("stage", Stage), run="r", step=step, **stage).apply(ice.state)


def wall_of(ice: Iceberg, step: str, size: tuple[int, int], **stage: object) -> Picture:
    """The wall's picture of an iceberg."""
    view = view_of(state_on(ice, step, **stage), ice.exercise, ice.text, WORDS)
    return wall(view, ice.text, *size, measure)


def all_pages(ice: Iceberg, step: str, size: tuple[int, int], **stage: object) -> list[Picture]:
    """Every page of the wall."""
    first = wall_of(ice, step, size, **stage)
    return [first, *(wall_of(ice, step, size, **{**stage, "page": page}) for page in range(1, first.pages))]


def inside(picture: Picture) -> None:
    """No stroke leaves the picture, so that nothing is drawn over the step's words."""
    for stroke in picture.strokes:
        for x, y in stroke.points:
            assert -1 <= x <= picture.width + 1 and -1 <= y <= picture.height + 1, stroke


@pytest.mark.parametrize("count", [0, 1, 40, 400])
@pytest.mark.parametrize(
    "how", [{}, {"close": True}, {"spotlight": ("c0", "c2", "theme")}], ids=["all", "close", "lit"]
)
def test_however_many_cards_nothing_overlaps_or_falls_outside_the_wall(count, how):
    ice = filled(count, HARD, heading="Om möten")
    pages = all_pages(ice, "sink", (1920, 1080), **how)
    for picture in pages:
        keeps_its_promises(picture)
        inside(picture)
    found = {p.id for page in pages for p in page.placed if p.role == "card"}
    if "spotlight" not in how:
        assert found >= {f"c{n}" for n in range(count)}


@pytest.mark.parametrize("paged", [False, True], ids=["desk", "wall"])
def test_a_heading_stands_once_over_its_cards_and_on_none_of_them(paged):
    ice = filled(30, ("Sena möten", "Ingen svarar"), heading="Om möten")
    size = Frame(1800, 800, 50, 50, measure, True, 6) if paged else Frame(900, 600, 15, 13, measure)
    for picture in SHEETS(ice.view("sink"), size):
        signs = [p for p in picture.placed if p.id.startswith("sign:")]
        cards = [p for p in picture.placed if p.role == "card" and p.id != "theme" and p.shape != "round"]
        assert not any("Om möten" in line for card in cards for text in card.texts for line in text.lines)
        for sign in signs:
            assert sign.texts[0].lines == ("Om möten",)
            under = min((c for c in cards if c.y > sign.y), key=lambda card: (card.y, card.x))
            assert ice.state.need(under.id, Note).heading and 0 < under.y - sign.y - sign.height < under.height
            assert abs(under.x - sign.x) < 1
    whole = [p for picture in SHEETS(ice.view("sink"), size) for p in picture.placed if p.id.startswith("sign:")]
    assert len(whole) == len(LEVELS), "one on each level"


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(
    count=st.integers(0, 12),
    texts=st.lists(st.one_of(st.sampled_from(HARD), st.text(max_size=80).map(str.strip)), min_size=1, max_size=4),
    theme=st.sampled_from(["", "Mira", HARD[1], HARD[2], HARD[4]]),
    size=st.sampled_from(SIZES),
    depth=st.floats(3, 25),
    breadth=st.floats(1.2, 5),
    step=st.sampled_from(VIEWS),
    close=st.booleans(),
    page=st.integers(0, 3),
    heading=st.sampled_from(["", "Om möten", HARD[1], HARD[2]]),
)
@example(9, list(HARD), HARD[2], (1024, 768), 25.0, 1.2, "counter", False, 0, HARD[2])
@example(3, ["Ja."], "Mira", (1920, 1080), 8.0, 2.0, "why", False, 0, "")
@example(4, ["Ja.", "Ja.", "Ja.", "x" * 60], "", (1920, 1080), 13.0, 1.5, "theme", False, 1, "Om möten")
def test_letters_are_never_too_small_and_nothing_overlaps(
    count, texts, theme, size, depth, breadth, step, close, page, heading
):
    ice = filled(count, tuple(text or "tomt" for text in texts), theme, heading)
    picture = wall_of(ice, step, size, depth=depth, breadth=breadth, page=page, close=close)
    keeps_its_promises(picture)
    inside(picture)
    least = min(max(FLOOR * size[1], least_letters(size[1], depth, breadth)), CEILING * size[1])
    for placed in picture.placed:
        for text in placed.texts:
            assert text.size >= least - 0.01, placed


@pytest.mark.parametrize("step", VIEWS)
@pytest.mark.parametrize("width", [320, 700, 1300])
@pytest.mark.parametrize("count", [0, 1, 40, 400])
def test_the_desk_keeps_the_same_promises(count, width, step):
    ice = filled(count, HARD)
    picture = LAYOUT(ice.view(step), Frame(width, 500, 15, 13, measure))
    keeps_its_promises(picture)
    inside(picture)
    view, whole = ice.view(step), ice.told
    wanted = {note.id for key in whole.levels for note in shown(view, whole, key)}
    assert {p.id for p in picture.placed if p.role == "card"} == wanted | {"theme"}
    assert step == "counter" or step == "reach" or len(wanted) == count
    assert not any(line.endswith(MORE) for p in picture.placed for t in p.texts for line in t.lines)


def test_a_link_runs_from_its_cause_to_what_it_carries_and_touches_both():
    ice = filled(3, ("Ja.",))
    picture = LAYOUT(ice.view("why"), Frame(900, 600, 15, 13, measure))
    cards = {p.id: p for p in picture.placed}
    lines = {s.id: s for s in picture.strokes if s.id.startswith(("tie:", "arrow:"))}
    assert set(lines) == {"tie:c1>c0", "arrow:c1>c0", "tie:c2>c1", "arrow:c2>c1"}
    start, tip = lines["tie:c1>c0"].points[0], lines["arrow:c1>c0"].points[0]
    assert start[1] == pytest.approx(cards["c1"].y) and cards["c1"].x < start[0] < cards["c1"].x + cards["c1"].width
    assert tip[1] == pytest.approx(cards["c0"].y + cards["c0"].height)


def test_a_new_card_on_a_level_moves_no_other_sideways():
    before = {p.id: p.x for p in LAYOUT(filled(20, ("Ja.",)).view("sink"), Frame(900, 600, 15, 13, measure)).placed}
    after = {p.id: p.x for p in LAYOUT(filled(21, ("Ja.",)).view("sink"), Frame(900, 600, 15, 13, measure)).placed}
    assert all(after[id] == x for id, x in before.items())


def test_levels_grow_with_their_cards():
    def high(count):
        picture = LAYOUT(filled(count, ("Ja.",)).view("sink"), Frame(900, 300, 15, 13, measure))
        under = next(s for s in picture.strokes if s.id == "ground:under")
        return max(y for _, y in under.points) - min(y for _, y in under.points)

    assert high(60) > 2 * high(12)


def test_a_wall_twice_as_large_is_the_same_picture_twice_as_large():
    ice = filled(9, HARD)
    small, large = wall_of(ice, "why", (1920, 1080)), wall_of(ice, "why", (3840, 2160))
    assert [p.id for p in small.placed] == [p.id for p in large.placed]
    assert len(small.strokes) == len(large.strokes)


def test_long_level_names_keep_to_their_place():
    ice = filled(12, HARD)
    words = {**ice.text.board("ice").words, "lists": dict.fromkeys(LEVELS, "Långt ner under ytan " * 4)}
    for width in (320, 900):
        view = replace(ice.view("sink"), text=replace(ice.text.board("ice"), words=words))
        keeps_its_promises(LAYOUT(view, Frame(width, 500, 15, 13, measure)))


REAL = (
    "Ingen ringer tillbaka",
    "Hon får samma frågor av alla",
    "Vi tror att någon annan har bollen",
    "Rädd att göra fel",
)


def level_at(picture: Picture, placed: Placed) -> str:
    """The level on whose ground something lies, by the middle of it."""
    grounds = [s for s in picture.strokes if s.id.startswith("ground:")]
    tops = {s.id.removeprefix("ground:"): min(y for _, y in s.points) for s in grounds}
    return [key for key, top in tops.items() if top <= placed.y + placed.height / 2][-1]


def numbered(pages: list[Picture]) -> tuple[dict[str, str], dict[str, str]]:
    """The number of each card on the overview, and the first word that stands on the card on the pages after it."""
    marks = {p.id: p.texts[0].lines[0] for p in pages[0].placed if p.role == "card" and p.shape == "round"}
    first: dict[str, str] = {}
    for page in pages[1:]:
        for placed in page.placed:
            if placed.role == "card" and placed.id != "theme":
                first.setdefault(placed.id, placed.texts[0].lines[0].split()[0])
    return marks, first


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("step", ["why", "carry"])
def test_what_does_not_fit_is_first_seen_whole_and_has_the_same_numbers_on_its_pages(step, size):
    ice = filled(40, REAL)
    pages = all_pages(ice, step, size)
    whole = pages[0]
    keeps_its_promises(whole)
    inside(whole)
    marks, first = numbered(pages)
    assert sorted(map(int, marks.values())) == list(range(1, 41))
    assert marks == first
    placed = {p.id: p for p in whole.placed}
    assert all(level_at(whole, placed[id]) == ice.note(id).list for id in marks)
    assert {s.id for s in whole.strokes if s.id.startswith("arrow:")} == {
        f"arrow:{start}>{end}" for start, end in ice.told.ties
    }
    for key in LEVELS:
        assert ice.text.board("ice").word("lists", key) in whole.words().split("\n")


def test_while_the_room_decides_how_deep_cards_lie_it_reads_their_words_before_it_sees_the_whole():
    *words, whole = all_pages(filled(12, REAL), "sink", (1920, 1080))
    marks, first = numbered([whole, *words])
    assert len(marks) == 12 and marks == first
    assert "Ingen ringer" in words[0].words()


def test_what_pulls_the_other_way_is_told_to_its_last_word():
    ice = filled(6, REAL)
    for n in range(6):
        ice.does(update(ice.note(f"c{n}"), need="rutinen " * 4, flip="vi delar notan i tre delar " * 2))
    shown = all_pages(ice, "counter", (1920, 1080))
    assert len(shown) > 1
    assert not any(placed.cut for page in shown for placed in page.placed)


def test_a_link_on_the_overview_ends_at_what_it_carries():
    whole = all_pages(filled(40, REAL), "why", (1920, 1080))[0]
    placed = {p.id: p for p in whole.placed}
    for stroke in whole.strokes:
        if stroke.id.startswith("arrow:"):
            mark, (x, y) = placed[stroke.id.split(">")[1]], stroke.points[0]
            near = mark.height * 0.6
            assert mark.x - near < x < mark.x + mark.width + near and mark.y - near < y < mark.y + mark.height + near


def test_a_cause_that_carries_many_has_a_ring_and_says_so_where_there_is_room():
    ice = filled(30, REAL)
    ice.does(add(*(Link(id=f"b{n}", board=ice.board.id, start="c2", end=f"c{n}") for n in (0, 3, 6, 9, 12))))
    whole = all_pages(ice, "carry", (1920, 1080))[0]
    sizes = {p.id: p.height for p in whole.placed if p.shape == "round"}
    assert [s.id for s in whole.strokes if s.id.startswith("ring:")] == ["ring:c2"]
    assert all(sizes["c2"] > high for id, high in sizes.items() if id != "c2")
    said = next(p for p in whole.placed if p.id == "c2")
    assert [line for text in said.texts for line in text.lines][1:] in ([], ["bär 5"])
    few = filled(9, HARD)
    few.does(add(*(Link(id=f"b{n}", board=few.board.id, start="c2", end=f"c{n}") for n in (0, 3, 6))))
    page = all_pages(few, "counter", (1024, 768))[0]
    assert "bär 3" in page.words()


@pytest.mark.parametrize("step", ["reach", "counter"])
def test_cards_that_a_step_is_not_about_are_small_marks_that_show_what_is_carried(step):
    ice = filled(40, REAL)
    pages = all_pages(ice, step, (1920, 1080))
    if len(pages) == 1:
        return
    marks, first = numbered(pages)
    assert marks == first
    view, told = ice.view(step), ice.told
    assert set(marks) == {note.id for key in told.levels for note in shown(view, told, key)}
    silent = {p.id for p in pages[0].placed if p.id.startswith("quiet:")}
    assert {f"quiet:c{n}" for n in range(40)} == silent | {f"quiet:{id}" for id in marks}


@pytest.mark.parametrize("size", [(1920, 1080), (1024, 768)])
def test_of_too_many_cards_the_overview_says_how_many_there_are_and_their_numbers(size):
    ice = filled(400, REAL)
    whole = wall_of(ice, "sink", size)
    keeps_its_promises(whole)
    said = whole.words()
    assert "134 kort: 1–134" in said and "133 kort: 135–267" in said and "133 kort: 268–400" in said
    _, first = numbered([whole, *(wall_of(ice, "sink", size, page=page) for page in (1, whole.pages - 1))])
    assert {"1", "2", "400"} <= set(first.values())
    ice.does(add(*(Link(id=f"b{n}", board=ice.board.id, start="c2", end=f"c{n}") for n in (0, 3, 6, 9, 12))))
    bearing = wall_of(ice, "carry", size)
    keeps_its_promises(bearing)
    assert "133 kort: 135–267" in bearing.words() and "bär 5" in bearing.words()


def test_there_is_no_overview_of_cards_that_all_lie_above_the_surface_unlinked():
    ice = Iceberg()
    ice.writes(*(f"Kort nummer {n} om det som alla ser" for n in range(40)))
    pages = all_pages(ice, "write", (1920, 1080))
    assert "Kort nummer 0" in pages[0].words().replace("\n", " ")


def test_what_fits_at_once_has_neither_overview_nor_numbers():
    pages = all_pages(filled(5, REAL), "why", (1920, 1080))
    assert len(pages) == 1 and not any(p.shape == "round" for p in pages[0].placed)


@settings(max_examples=60, deadline=None)
@given(st.integers(0, 60), st.data())
def test_weaving_keeps_every_card_on_its_level_and_never_makes_links_longer(count, data):
    levels = tuple(tuple(f"c{n}" for n in range(count) if n % 3 == place) for place in range(3))
    pairs = [(f"c{a}", f"c{b}") for a, b in combinations(range(count), 2)]
    some = tuple(data.draw(st.lists(st.sampled_from(pairs), max_size=80))) if pairs else ()
    found = woven(levels, some)
    assert [sorted(level) for level in found] == [sorted(level) for level in levels]
    assert aslant(found, some) <= aslant(levels, some)
    assert some or tuple(map(tuple, found)) == levels


@pytest.mark.parametrize("step", ["sink", "carry", "counter"])
@pytest.mark.parametrize("count", [0, 1, 11, 40, 100])
@pytest.mark.parametrize("texts", [HARD, REAL], ids=["hard", "short"])
def test_on_sheets_of_paper_the_iceberg_is_cut_between_rows_with_every_card_on_it(texts, count, step):
    ice = filled(count, texts)
    view = ice.view(step)
    assert SHEETS
    sheets = SHEETS(view, Frame(467, 590, 8, 8, measure, paged=True))
    for sheet in sheets:
        keeps_its_promises(sheet)
        inside(sheet)
    found = {p.id for sheet in sheets for p in sheet.placed if p.role == "card"} - {"theme"}
    assert found == {note.id for key in ice.told.levels for note in shown(view, ice.told, key)}
    assert [sheet.page for sheet in sheets] == list(range(len(sheets)))
    assert texts is HARD or len(sheets) <= max(1, count // 20)
    tops = [level_at(sheet, p) for sheet in sheets for p in sheet.placed if p.role == "card" and p.id != "theme"]
    assert tops == sorted(tops, key=LEVELS.index)
