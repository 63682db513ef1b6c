"""A board of questions as it is drawn: whatever is written nothing overlaps, is cut or is too small to read."""

from dataclasses import replace
from itertools import pairwise

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from tests.promises import HARD, keeps_its_promises
from workshop.look import measure
from workshop.model.boards import KINDS
from workshop.model.change import update
from workshop.model.picture import Frame, Picture
from workshop.model.record import Party

from .asking import VIEWS, Dialogue

LONG = ("Socialförvaltningens individ- och familjeomsorg i norra distriktet", "Arbetsförmedlingen", "x" * 60)
SIZES = ((320.0, 500.0, 15.0, 13.0, False), (900.0, 600.0, 15.0, 13.0, False), (1820.0, 740.0, 51.0, 51.0, True))
FAR = (970.0, 430.0, 77.0, 77.0, True)  # a small picture and a deep room


def filled(count: int, texts: list[str], long: bool = False, **settings) -> Dialogue:
    """A dialogue with so many answers in all, a wording, weights and a mandate."""
    room = Dialogue(**settings)
    for number in range(count):
        text = texts[number % len(texts)]
        room.answers("problem", f"{number} {text}", "krs"[number % 3], table=number % 4, hands=number % 3)
    for question in ("problem", "goal"):
        room.acts("weigh", question, f"{question}_3")
        room.acts("mark_likeness", question, "different")
        room.acts("word", question, texts[0])
        room.acts("confirm", question, "k")
    room.acts("leave_open", "goal", "chefen för " + "arbetsmarknads" * 4, "2026-11-13")
    room.acts("add_answer", "problem", texts[-1], id="start")
    room.acts("add_answer", "who", texts[-1], id="who")
    room.acts("answer_unknown", "problem", "s")
    if long:
        for name, party in zip(LONG, room.state.all(Party), strict=True):
            room.does(update(party, name=name))
    return room


def pages(room: Dialogue, step: str, size: tuple[float, float, float, float, bool], **how) -> list[Picture]:
    """Every page of a step in a frame."""
    width, height, text, least, paged = size
    curtain = frozenset(room.stage.curtain) if paged else frozenset()
    frame = Frame(width, height, text, least, measure, paged, curtain=curtain, **how)
    sheets = KINDS["questions"].sheets
    assert sheets
    made = sheets(room.view(step), frame)
    last = KINDS["questions"].layout(room.view(step), replace(frame, page=len(made) + 3))
    assert last == made[-1] and last.pages == len(made)
    return list(made)


@pytest.mark.parametrize("step", VIEWS)
@pytest.mark.parametrize("size", [*SIZES, FAR], ids=lambda size: f"{size[0]:.0f}")
@pytest.mark.parametrize("count", [0, 1, 40])
def test_however_many_answers_nothing_overlaps_or_falls_outside(count, size, step):
    room = filled(count, list(HARD))
    room.goes_to(step)
    for picture in pages(room, step, size):
        keeps_its_promises(picture)
        assert all(text.size >= size[3] for p in picture.placed for text in p.texts)


@pytest.mark.parametrize("size", SIZES[1:], ids=lambda size: f"{size[0]:.0f}")
def test_four_hundred_answers_can_all_be_reached(size):
    room = filled(400, list(HARD))
    found = {p.id for picture in pages(room, "show", size) for p in picture.placed}
    assert len([id for id in found if id.split(" ")[0].isdigit()]) == 400


@pytest.mark.parametrize("how", [{"close": True}, {"spotlight": ("start", "who")}, {"brief": 1}], ids=str)
@pytest.mark.parametrize("step", VIEWS)
def test_at_reading_size_and_in_a_spotlight_nothing_overlaps(step, how):
    room = filled(12, list(HARD))
    room.goes_to(step)
    for size in (SIZES[2], FAR):
        for picture in pages(room, step, size, **how):
            keeps_its_promises(picture)


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(
    count=st.integers(0, 9),
    texts=st.lists(st.sampled_from(HARD) | st.text(min_size=1, max_size=80), min_size=1, max_size=3),
    step=st.sampled_from(VIEWS),
    size=st.sampled_from([*SIZES, FAR]),
    long=st.booleans(),
)
@example(9, list(HARD), "wording", FAR, True)
@example(9, list(HARD), "parties", FAR, True)
@example(3, ["x" * 60], "weigh", SIZES[0], True)
def test_whatever_is_written_the_board_keeps_its_promises(count, texts, step, size, long):
    room = filled(count, [text.strip() or "tomt" for text in map(_kept, texts)], long)
    for picture in pages(room, step, size):
        keeps_its_promises(picture)


def _kept(text: str) -> str:
    from workshop.model.letters import clean

    return clean(text)


@pytest.mark.parametrize("size", [*SIZES, FAR], ids=lambda size: f"{size[0]:.0f}")
def test_every_answer_is_on_some_page_to_its_last_word(size):
    long = " ".join(f"ord{number}" for number in range(150))
    room = filled(6, [long])
    found = [p for picture in pages(room, "show", size) for p in picture.placed if p.role == "card"]
    for number in range(6):
        said = " ".join(line for p in found if p.id == f"{number} {long}" for t in p.texts for line in t.lines)
        assert set(long.split()) <= set(said.split())


def test_answers_stand_under_their_partys_name():
    room = filled(9, ["Ja"])
    picture = room.desk("show")
    names = {p.id: p for p in picture.placed if p.role == "heading"}
    for number in range(9):
        card = next(p for p in picture.placed if p.id == f"{number} Ja")
        name = names[f"heading:{'krs'[number % 3]}"]
        assert name.x == card.x and name.y < card.y


def test_a_weight_lies_on_its_line_further_along_the_more_it_is():
    room = Dialogue()
    places = []
    for number in (1, 2, 3):
        room.acts("weigh", "problem", f"problem_{number}")
        picture = room.wall("weigh")
        card = next(p for p in picture.placed if p.role == "card")
        places.append(card.x + card.width / 2)
        (stop,) = [p for p in picture.placed if p.tone == "accent"]
        assert abs(stop.x + stop.width / 2 - places[-1]) < 1
    assert all(one < other for one, other in pairwise(places))


def test_only_the_page_where_a_wording_ends_says_who_stands_behind_it():
    room = filled(3, ["Vi håller i. " * 80])
    said = [picture.words() for picture in pages(room, "wording", SIZES[2])]
    assert sum("Bekräftat av Kommunen" in words for words in said) == 1
