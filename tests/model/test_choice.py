"""What the facilitator puts in and takes out, looked for in all that an audience gets."""

import pytest

from workshop.model.change import State
from workshop.model.choice import AGREEMENTS, MEMOS, TABLES, Choice, parts, pointing
from workshop.model.record import Agreement, Board, Cover, FollowUp, Memo, Note, Run
from workshop.model.visible import Audience, visible

NUMBER = "070-123 45 67"
STATE = State(
    [
        Cover(id="cover", title="Passet", group="Ring Kerstin Ek"),
        Run(id="r"),
        Board(id="r:raw", run="r", key="raw", kind="two_lists", settings=(("raw", True),)),
        Board(id="r:open", run="r", key="open", kind="two_lists"),
        Note(id="n1", board="r:raw", text="det råa", table=3),
        Note(id="n2", board="r:open", text=f"Ring {NUMBER} till kerstin ek", table=4),
        Memo(id="m", run="r", step="s", text="lappen"),
        Agreement(id="a", run="r", text="Ring varje fredag", who="Kerstin Ek"),
        FollowUp(id="f", run="r", question="Blev det av?"),
    ]
)


def seen(audience: Audience = Audience.SHARED, **choice) -> State:
    return visible(STATE, audience, choice=Choice(**choice))


def words(state: State) -> str:
    return repr(list(state))


def test_nothing_chosen_changes_nothing():
    for audience in (Audience.SHARED, Audience.FULL):
        assert set(visible(STATE, audience, choice=Choice())) == set(visible(STATE, audience))


@pytest.mark.parametrize(("let", "word"), [("r:raw", "det råa"), ("raw", "det råa"), (MEMOS, "lappen")])
def test_what_is_private_is_shared_only_where_it_is_put_in(let, word):
    assert word not in words(seen())
    assert word in words(seen(let=frozenset([let])))


@pytest.mark.parametrize(
    ("out", "word"),
    [
        ("r:open", NUMBER),
        ("open", NUMBER),
        (AGREEMENTS, "varje fredag"),
        (AGREEMENTS, "Blev det av"),
        (MEMOS, "lappen"),
    ],
)
def test_what_is_taken_out_is_gone_from_the_full_copy_too(out, word):
    assert word in words(seen(Audience.FULL))
    assert word not in words(seen(Audience.FULL, without=frozenset([out])))


def test_where_cards_came_from_can_be_taken_out():
    assert {note.table for note in seen(Audience.FULL, without=frozenset([TABLES])).all(Note)} == {0}


def test_a_word_is_covered_wherever_it_stands_and_however_it_is_written():
    said = words(seen(Audience.FULL, hidden=("Kerstin Ek", NUMBER)))
    assert "kerstin" not in said.casefold() and NUMBER not in said
    assert said.count("•••") == 4 and "Ring varje fredag" in said


def test_covering_nothing_covers_nothing():
    assert "•••" not in words(seen(hidden=("", "  ")))


def test_all_that_can_be_chosen_is_told_with_how_much_it_is():
    told = {part.key: (part.many, part.private) for part in parts(STATE)}
    assert told == {
        AGREEMENTS: (2, False),
        "r:raw": (1, True),
        "r:open": (1, False),
        MEMOS: (1, True),
        TABLES: (2, False),
    }


def test_numbers_that_may_point_to_a_person_are_found_where_they_are_still_seen():
    assert [(found.id, found.text) for found in pointing(seen())] == [("n2", NUMBER)]
    assert pointing(seen(hidden=(NUMBER,))) == ()
