"""Nothing on a page overlaps anything else, nothing lies outside it, and no letters are too small."""

from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.paper.desk import ODD, document, laid_out, numbered, played, posters, the_exercise, written
from workshop.look import measure
from workshop.model.change import State, update
from workshop.model.picture import Placed
from workshop.model.record import Board, Cover, Memo, Note, Party
from workshop.model.visible import Audience
from workshop.paper.boards.two_lists import telling
from workshop.paper.flow import Piece, flow
from workshop.paper.pages import sheets
from workshop.paper.pdf import rendered
from workshop.paper.setting import pieces, plain
from workshop.paper.sheets import A4

_TOLERANCE = 0.75  # points; cards are laid out in whole ones


def sessions() -> dict[str, State]:
    long = "Ett mycket långt namn på ett pass som ingen hinner läsa till slut " * 6
    return {
        "the example": played(),
        "no cards": written([]),
        "one card": written(["Ett"]),
        "40 odd cards": written(list(ODD) * 4),
        "400 cards": written(numbered(400)),
        "a title that never ends": written(["Ett"], title=long),
    }


@pytest.fixture(scope="module", params=list(sessions()))
def paper(request):
    state = sessions()[request.param]
    hung = sheets(posters(state, Audience.FULL)) if state.all(Note) else ()
    return (*laid_out(state, Audience.FULL), *hung)


def overlap(one: Placed, other: Placed) -> bool:
    return (
        one.x + one.width > other.x + _TOLERANCE
        and other.x + other.width > one.x + _TOLERANCE
        and one.y + one.height > other.y + _TOLERANCE
        and other.y + other.height > one.y + _TOLERANCE
    )


def test_nothing_lies_on_anything_else(paper):
    for sheet in paper:
        for one, other in combinations(sheet.picture.placed, 2):
            if {one.role, other.role} != {"heading", "mark"}:  # a list's mark stands in its heading
                assert not overlap(one, other), (one, other)


def test_nothing_lies_outside_its_page(paper):
    for sheet in paper:
        page = sheet.picture
        for placed in page.placed:
            assert placed.x >= 40 and placed.y >= 30
            assert placed.x + placed.width <= page.width - 40 + _TOLERANCE
            assert placed.y + placed.height <= page.height - 20


def test_words_stay_inside_their_box(paper):
    for sheet in paper:
        for placed in sheet.picture.placed:
            for text in placed.texts:
                wide = max((measure(line, text.bold) for line in text.lines), default=0) * text.size
                assert text.x >= placed.x - _TOLERANCE
                assert text.x + wide <= placed.x + placed.width + _TOLERANCE, (placed, wide)
                assert text.y + text.height <= placed.y + placed.height + _TOLERANCE + text.size * 0.35


def test_no_card_is_cut_and_no_letters_are_too_small(paper):
    for sheet in paper:
        least = 8.0 if sheet.picture.width == A4[0] else 9.0
        for placed in sheet.picture.placed:
            assert not placed.cut
            if placed.role == "card":
                assert all(text.size >= least for text in placed.texts)


def test_posters_use_the_largest_letters_that_fit():
    few, many = posters(written(numbered(4)), Audience.FULL), posters(written(numbered(60)), Audience.FULL)
    assert letters(few) >= 21 > letters(many) >= 9


def letters(whole) -> float:
    poster = next(poster for poster in whole.posters if "provocations" in poster.anchor)
    return max(text.size for picture in poster.pictures for p in picture.placed if p.role == "card" for text in p.texts)


def test_a_board_is_shown_once_for_each_thing_that_was_done_with_it():
    exercise, _ = the_exercise()
    steps = [step for step in exercise.steps if step.board == "provocations"]
    board = played().need("reta-motparten:provocations", Board)
    assert [step.view for step in telling(played(), board, steps)] == ["sort", "hits", "turn"]
    fresh = written(["Ett"])
    assert [step.view for step in telling(fresh, fresh.need("r:provocations", Board), steps)] == ["write"]


def test_a_note_longer_than_a_page_goes_on_over_the_next_ones():
    said = " ".join(f"ord{n}" for n in range(4000))
    state = State([*written(["Ett"]), Memo(id="m", run="r", step="write", text=said)])
    drawn = "".join(sheet.picture.words() for sheet in laid_out(state, Audience.FULL))
    assert all(f"ord{n}" in drawn for n in range(4000))


def test_what_belongs_together_stays_on_one_page():
    heading = Piece(30, (plain("heading", "Rubrik", 64, 0, 400, 20, 1.2),), keep=True)
    row = Piece(40, (plain("row", "Rad", 64, 0, 400, 10, 1.4),))
    filling = [Piece(60, (plain(f"fill{n}", "Text", 64, 0, 400, 10, 1.4),)) for n in range(3)]
    pages = flow([*filling, heading, row], 220)
    assert [[piece for _, piece in page] for page in pages] == [filling, [heading, row]]


def test_a_table_that_goes_on_has_its_head_again():
    head = Piece(20, (plain("head", "Vad", 64, 0, 400, 10, 1.4),), keep=True)
    rows = [Piece(50, (plain(f"row{n}", "Rad", 64, 0, 400, 10, 1.4),), again=head) for n in range(5)]
    pages = flow([head, *rows], 180)
    assert [[p.placed[0].id for _, p in page] for page in pages] == [
        ["head", "row0", "row1", "row2"],
        ["head", "row3", "row4"],
    ]


ANY = st.text(st.characters(), max_size=80)


@given(title=ANY, group=ANY, name=ANY, mark=ANY, said=st.lists(ANY, max_size=6), flip=ANY)
def test_whatever_is_written_can_be_printed(title, group, name, mark, said, flip):
    state = update(written([]).need("cover", Cover), title=title, group=group, date=flip).apply(written([]))
    state = update(state.need("a", Party), name=name, mark=mark[:3]).apply(state)
    cards = [
        Note(id=f"c{n}", board="r:promises", list="ab"[n % 2], text=text, flip=flip * (n % 2), order=n + 1.0)
        for n, text in enumerate(said)
    ]
    whole = document(State([*state, *cards]), Audience.FULL)
    assert rendered(whole, sheets(whole)).startswith(b"%PDF")
    assert list(pieces(whole.blocks))
