"""Two boards beside each other: nothing differs from itself, and what one has more the other has less."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as some

from tests.model.played import NAMES, WORDS, boards_of, played
from workshop.model.boards import KINDS
from workshop.model.change import update
from workshop.model.compare import Item, boards, compare, sentences, told
from workshop.model.record import Record

TEXTS = [
    "Ring först",
    "Ring först.",
    "Ring sedan",
    "Vi skickar ett brev till alla",
    "Vi skickar ett brev till alla barn",
    "ö",
]
PLACES = [("Kommunen",), ("Regionen",), ("Sida A",), ("Under ytan", "Djupt")]
items = some.lists(
    some.builds(
        Item,
        id=some.integers(0, 9).map(str),
        kind=some.sampled_from(["note", "joint", "actor"]),
        text=some.sampled_from(TEXTS) | some.text(max_size=12),
        more=some.lists(some.sampled_from(["Bord 1", "valt"]), max_size=2).map(tuple),
        place=some.sampled_from(PLACES),
    ),
    max_size=8,
    unique_by=lambda item: item.id,
)


@given(items)
def test_nothing_differs_from_itself(board):
    assert not compare(board, board)
    assert len(compare(board, board).kept) == len(board)


@given(items, items)
def test_what_comes_one_way_goes_the_other(one, other):
    there, back = compare(one, other), compare(other, one)
    assert set(there.added) == set(back.gone) and set(there.gone) == set(back.added)
    assert {(p.was, p.now) for p in there.moved} == {(p.now, p.was) for p in back.moved}
    assert {(p.was, p.now) for p in there.mended} == {(p.now, p.was) for p in back.mended}


@given(items, items)
def test_everything_is_accounted_for_once(one, other):
    found = compare(one, other)
    assert sorted(i.id for i in [*(p.was for p in found.kept), *found.gone]) == sorted(i.id for i in one)
    assert sorted(i.id for i in [*(p.now for p in found.kept), *found.added]) == sorted(i.id for i in other)


@pytest.mark.parametrize("name", NAMES)
def test_every_kind_tells_all_that_lies_on_it(name):
    """Each record that says something on a board is an item of the board's, so that a difference in it is found."""
    state, exercises = played(name)
    for board in boards_of(state, exercises):
        there = {item.id for item in told(state, board, exercises[name][0], exercises[name][1]["sv"], WORDS).items}
        said = [r for r in KINDS[board.kind].lying(state, board) if getattr(r, "text", "")]
        assert {record.id for record in said if not getattr(record, "merged", "")} <= there


@pytest.mark.parametrize("name", NAMES)
def test_a_board_that_is_altered_differs_in_just_that(name):
    state, exercises = played(name)
    session = (state, exercises)
    assert all(not compare(one.items, other.items) for _, one, other in boards(session, session, WORDS))
    for board in boards_of(state, exercises):
        texts = [r for r in state.inside(board.id, Record) if getattr(r, "text", "") and not getattr(r, "merged", "")]
        if not texts:
            continue
        after = update(texts[0], text="Något helt annat").apply(state)
        found = {was.title: compare(was.items, now.items) for _, was, now in boards(session, (after, exercises), WORDS)}
        altered = [f for f in found.values() if f]
        assert not any(f.added or f.gone for f in altered) and any(
            pair.now.id == texts[0].id for f in altered for pair in f.mended
        )


def test_the_sentences_say_what_is_added_gone_moved_and_mended():
    def card(id, text, place, *more):
        return Item(id, "note", text, more, (place,))

    was = [
        card("a", "Ring först", "Kommunen"),
        card("b", "Skriv ett brev", "Kommunen"),
        card("c", "Ta med kaffe", "Regionen"),
        card("d", "Boka ett rum", "Regionen", "valt"),
    ]
    now = [
        card("k", "Ring först", "Regionen"),
        card("l", "Skriv ett kort brev", "Kommunen"),
        card("m", "Boka ett rum", "Regionen", "Bord 2"),
        card("n", "Håll dörren öppen", "Regionen"),
    ]
    said = tuple(sentence.text for sentence in sentences(compare(was, now), WORDS))
    assert said == (
        "1 är ny: ”Håll dörren öppen”.",
        "1 är borta: ”Ta med kaffe”.",
        "”Ring först” har flyttat från Kommunen till Regionen.",
        "”Skriv ett brev” har blivit ”Skriv ett kort brev”.",
        "”Boka ett rum”: valt har blivit Bord 2.",
    )
    assert [sentence.text for sentence in sentences(compare(was, was), WORDS)] == ["De säger samma sak."]
    apart = sentences(compare(was, now), WORDS, ("Grupp A", "Grupp B"))
    assert (apart[0].text, apart[1].text) == (
        "Bara hos Grupp B: ”Håll dörren öppen”.",
        "Bara hos Grupp A: ”Ta med kaffe”.",
    )


def test_cards_under_parties_with_other_names_lie_in_the_same_place():
    card = Item("a", "note", "Ring först", (), ("Kommunen",))
    other = replace(card, id="b", place=("Sida A",))
    assert not compare([card], [other])


def test_a_line_to_a_new_card_says_nothing_that_the_card_does_not():
    old, new = Item("a", "note", "Ingen ringer"), Item("b", "note", "Ingen har uppdraget")
    line = Item("l", "link", "Ingen ringer · Vilar på: Ingen har uppdraget", ties=("b", "a"))
    assert compare([old], [old, new, line]).added == (new,) and compare([old, new, line], [old]).gone == (new,)
    assert compare([old, new], [old, new, line]).added == (line,)
