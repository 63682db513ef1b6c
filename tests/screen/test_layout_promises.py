"""Nothing overlaps, nothing is cut without a sign, everything can be reached, and the back row can read it."""

from dataclasses import replace
from typing import Any

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from tests.promises import HARD, keeps_its_promises
from tests.room import WORDS, played, squeezed, staged, the_exercise
from workshop.look import measure
from workshop.model.boards import KINDS
from workshop.model.change import State
from workshop.model.letters import MORE, least_letters
from workshop.model.picture import Frame, Picture
from workshop.model.record import Board, Note, Party, Run
from workshop.model.stage import CEILING, FLOOR, view_of, wall
from workshop.screen.projector.room import seen_by_room

BOARD = "reta-motparten:provocations"
SIZES = ((1920, 1080), (1024, 768), (3840, 2160), (1366, 768), (1280, 800))


def with_cards(count: int, texts: tuple[str, ...], step: str = "write", **stage: Any) -> State:
    """A session whose board has so many cards, half on each side."""
    before = played()["hits"]
    parties = [party.id for party in before.all(Party)]
    kept = [r for r in before if not (isinstance(r, Note) and r.board == BOARD)]
    answers = (("never", 3), ("often", 12), ("costly", 4))
    cards = [
        Note(
            id=f"c{n}",
            board=BOARD,
            list=parties[n % len(parties)],
            text=texts[n % len(texts)],
            order=float(n),
            table=n % 4,
            hands=n % 3,
            sort=("meeting", "mail", "")[n % 3],
            chosen=n % 5 < 3,
            marks=answers if n % 2 else (),
            flip="Vi gör något annat i stället" if n % 4 == 1 else "",
            need="ro" if n % 4 == 1 else "",
        )
        for n in range(count)
    ]
    return staged(State([*kept, *cards]), **{"step": step, "curtain": (), **stage})


def with_long_names(state: State) -> State:
    """The same session with parties whose names are as long as such names can be."""
    named = ("Socialförvaltningens individ- och familjeomsorg i norra distriktet", "Arbetsmarknadsenheten")
    parties = [replace(party, name=name) for party, name in zip(state.all(Party), named, strict=True)]
    return State([*(r for r in state if not isinstance(r, Party)), *parties])


def wall_of(state: State, size: tuple[int, int]) -> Picture:
    """The wall's picture of a session."""
    exercise, text = the_exercise()
    seen = seen_by_room(None, state, exercise)
    assert seen is not None
    return wall(view_of(seen, exercise, text, WORDS), text, *size, measure)


def all_pages(state: State, size: tuple[int, int]) -> list[Picture]:
    """Every page of the wall."""
    first = wall_of(state, size)
    return [first, *(wall_of(staged(state, page=page), size) for page in range(1, first.pages))]


HOW = ({}, {"close": True}, {"spotlight": ("c0", "c3")}, {"curtain": ("kommunen",)})


@pytest.mark.parametrize("count", [0, 1, 40, 400])
@pytest.mark.parametrize("how", HOW, ids=lambda how: next(iter(how), "overview"))
def test_however_many_cards_nothing_overlaps_or_falls_outside_the_wall(count: int, how: dict[str, Any]) -> None:
    state = with_cards(count, HARD, **how)
    pages = all_pages(state, (1920, 1080))
    for picture in pages:
        keeps_its_promises(picture)


@pytest.mark.parametrize("how", HOW[:2], ids=["overview", "close"])
def test_every_card_is_on_some_page(how: dict[str, Any]) -> None:
    found = {p.id for page in all_pages(with_cards(40, HARD, **how), (1920, 1080)) for p in page.placed}
    assert found >= {f"c{n}" for n in range(40)}


def test_a_card_at_reading_size_is_shown_to_its_last_word() -> None:
    long = " ".join(f"ord{n}" for n in range(200))
    pages = all_pages(with_cards(1, (long,), close=True), (1920, 1080))
    assert len(pages) > 1
    words = "".join(line for page in pages for p in page.placed if p.id == "c0" for t in p.texts for line in t.lines)
    assert squeezed(long) in squeezed(words.replace(MORE, ""))


@settings(max_examples=200, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(
    count=st.integers(0, 9),
    texts=st.lists(st.one_of(st.sampled_from(HARD), st.text(max_size=80).map(str.strip)), min_size=1, max_size=4),
    size=st.sampled_from(SIZES),
    depth=st.floats(3, 25),
    breadth=st.floats(1.2, 5),
    step=st.sampled_from(["write", "sort", "read", "hits", "missed", "turn"]),
    how=st.sampled_from(HOW),
    page=st.integers(0, 3),
    long=st.booleans(),
)
@example(9, list(HARD), (1024, 768), 25.0, 1.2, "hits", {}, 0, True)
@example(9, list(HARD), (1920, 1080), 25.0, 1.2, "turn", {"close": True}, 1, True)
@example(2, ["Ja."], (1920, 1080), 16.0, 2.0, "hits", {}, 1, False)
def test_letters_are_never_smaller_than_the_back_row_reads_and_nothing_overlaps(
    count: int,
    texts: list[str],
    size: tuple[int, int],
    depth: float,
    breadth: float,
    step: str,
    how: dict[str, Any],
    page: int,
    long: bool,
) -> None:
    texts = [text or "tomt" for text in texts]
    state = with_cards(count, tuple(texts), step, depth=depth, breadth=breadth, page=page, **how)
    picture = wall_of(with_long_names(state) if long else state, size)
    keeps_its_promises(picture)
    height = size[1]
    least = min(max(FLOOR * height, least_letters(height, depth, breadth)), CEILING * height)
    for placed in picture.placed:
        for text in placed.texts:
            assert text.size >= least - 0.01, placed


@pytest.mark.parametrize("step", ["write", "sort", "hits", "turn"])
@pytest.mark.parametrize("width", [320, 700, 1300])
@pytest.mark.parametrize("count", [0, 1, 40, 400])
def test_the_desk_keeps_the_same_promises(count: int, width: int, step: str) -> None:
    exercise, text = the_exercise()
    state = with_cards(count, HARD, step)
    view = view_of(state, exercise, text, WORDS)
    picture = KINDS["two_lists"].layout(view, Frame(width, 500, 15, 13, measure))
    keeps_its_promises(picture)
    if step == "write":
        assert {p.id for p in picture.placed if p.role == "card"} == {f"c{n}" for n in range(count)}


def test_four_sides_take_turns_on_the_wall_where_the_letters_must_be_large() -> None:
    state = with_cards(12, HARD[:1], depth=14.0)
    more = [Party(id=f"p{n}", name=f"Sida {n}", mark=str(n), order=9.0 + n) for n in range(2)]
    cards = [Note(id=f"d{n}", board=BOARD, list=f"p{n % 2}", text="Ja.", order=99.0 + n) for n in range(4)]
    everybody = [replace(r, parties=()) if isinstance(r, Run) else r for r in state]
    pages = all_pages(State([*everybody, *more, *cards]), (1920, 1080))
    for picture in pages:
        keeps_its_promises(picture)
    assert {p.id for page in pages for p in page.placed} >= {"heading:p0", "heading:p1", "d0", "d3"}


def test_a_wall_twice_as_large_is_the_same_picture_twice_as_large() -> None:
    state = with_cards(9, HARD)
    small, large = wall_of(state, (1920, 1080)), wall_of(state, (3840, 2160))
    assert [p.id for p in small.placed] == [p.id for p in large.placed]
    title = next(p for p in large.placed if p.id == "title")
    assert title.texts[0].size == pytest.approx(2 * small.placed[0].texts[0].size)


def test_an_agreement_keeps_who_and_when_however_narrow() -> None:
    exercise, text = the_exercise()
    state = staged(played()["followup"], step="followup")
    view = replace(view_of(state, exercise, text, WORDS), board=state.need("reta-motparten:agreements", Board))
    picture = KINDS["agreements"].layout(view, Frame(700, 900, 51, 51, measure, True, 1))
    keeps_its_promises(picture)
    assert all(not line.endswith(MORE) for p in picture.placed for t in p.texts[1:] for line in t.lines)
