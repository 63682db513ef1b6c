"""A change is what differs between two moments: it can be taken back, joined with the next, and fits nowhere else."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workshop.model.change import Change, Conflict, State, add, between, remove, together, update
from workshop.model.record import Agreement, Note, Party, Record, Stage

WORDS = st.sampled_from(["", "a", "b", "å"])
ORDERS = st.sampled_from([0.0, 1.0, 1.5, 2.0])


def notes(id):
    return st.builds(
        Note,
        id=st.just(id),
        board=st.sampled_from(["b1", "b2"]),
        text=WORDS,
        list=WORDS,
        order=ORDERS,
        chosen=st.booleans(),
    )


def parties(id):
    return st.builds(Party, id=st.just(id), name=WORDS, order=ORDERS)


def agreements(id):
    return st.builds(Agreement, id=st.just(id), run=st.sampled_from(["r1", "r2"]), text=WORDS, order=ORDERS)


def stages(id):
    return st.builds(Stage, id=st.just(id), step=WORDS, page=st.integers(0, 2))


KINDS = {"n": notes, "p": parties, "a": agreements, "s": stages}
IDS = ["n1", "n2", "n3", "p1", "a1", "s"]
STATES = st.lists(st.sampled_from(IDS), unique=True).flatmap(
    lambda ids: st.tuples(*(KINDS[id[0]](id) for id in ids)).map(State)
)


@given(STATES, STATES)
def test_what_differs_between_two_moments_leads_from_one_to_the_other_and_back(before, after):
    change = between(before, after)
    assert change.apply(before) == after
    assert change.inverse().apply(after) == before
    assert change.inverse().inverse() == change


@given(STATES, STATES, STATES)
def test_two_changes_in_a_row_are_one(first, second, third):
    one, other = between(first, second), between(second, third)
    assert one.then(other).apply(first) == third
    assert one.then(other) == between(first, third)
    assert one.then(other).inverse().apply(third) == first


@given(STATES, STATES)
def test_there_and_back_again_is_nothing(before, after):
    change = between(before, after)
    assert not change.then(change.inverse())
    assert not between(before, before)


@given(st.lists(STATES, min_size=2, max_size=5))
def test_many_changes_together_are_as_good_as_one_by_one(moments):
    changes = [between(a, b) for a, b in zip(moments, moments[1:], strict=False)]
    assert together(*changes) == between(moments[0], moments[-1])


@given(STATES, STATES, STATES)
def test_a_change_that_does_not_fit_is_refused_and_nothing_has_happened(before, after, elsewhere):
    change = between(before, after)
    there_before = list(elsewhere)
    fits = (
        all(elsewhere.get(id, Record) == record for id, record in change.removed.items())
        and not any(id in elsewhere for id in change.added)
        and all(
            id in elsewhere
            and all(getattr(elsewhere.need(id, Record), name) == old for name, (old, _) in fields.items())
            for id, fields in change.updated.items()
        )
    )
    if fits:
        change.apply(elsewhere)
    else:
        with pytest.raises(Conflict):
            change.apply(elsewhere)
    assert list(elsewhere) == there_before


@given(st.lists(STATES, min_size=2, max_size=5))
def test_order_is_always_right_however_the_state_came_about(moments):
    """What a state has found once it hands on to the next; that must never be stale."""
    state = moments[0]
    for after in moments:
        state = between(state, after).apply(state)
        fresh = State(sorted(state, key=lambda record: record.id))
        for kind in (Note, Party, Agreement, Stage, Record):
            assert state.all(kind) == fresh.all(kind)
        for parent in ("b1", "b2", "r1", "r2"):
            assert state.inside(parent, Note) == fresh.inside(parent, Note)
            assert state.inside(parent, Record) == fresh.inside(parent, Record)


def test_who_asks_may_do_what_they_like_with_the_answer():
    state = State([Note(id="n1", board="b"), Note(id="n2", board="b")])
    state.inside("b", Note).clear()
    state.all(Note).clear()
    assert [n.id for n in state.inside("b", Note)] == [n.id for n in state.all(Note)] == ["n1", "n2"]


def test_cards_lie_in_their_order_and_those_with_the_same_by_id():
    state = State(
        [Note(id="c", board="b", order=2.0), Note(id="b", board="b", order=1.0), Note(id="a", board="b", order=2.0)]
    )
    assert [n.id for n in state.inside("b", Note)] == ["b", "a", "c"]


def test_a_new_card_comes_after_all_that_ever_lay_there_even_those_taken_away():
    last = Note(id="n", board="b", order=7.0)
    state = remove(last).apply(State([last]))
    assert state.after_last("b") == 8.0
    assert state.after_last("another board") == 1.0


def test_a_card_that_moves_to_another_board_lies_there_and_nowhere_else():
    note = Note(id="n", board="b1")
    state = update(note, board="b2").apply(State([note]))
    assert state.inside("b1", Note) == []
    assert [n.id for n in state.inside("b2", Note)] == ["n"]


def test_an_earlier_moment_stays_as_it_was():
    note = Note(id="n", board="b", text="före")
    before = State([note])
    before.inside("b", Note)
    update(note, text="efter").apply(before)
    add(Note(id="m", board="b")).apply(before)
    assert [n.text for n in before.inside("b", Note)] == ["före"]


def test_asking_for_what_is_not_there():
    state = State([Note(id="n")])
    assert state.get("n", Party) is None
    with pytest.raises(KeyError, match="no Party 'n'"):
        state.need("n", Party)


def test_an_update_says_only_what_differs():
    note = Note(id="n", text="samma", list="us")
    assert update(note, text="samma", list="them").updated == {"n": {"list": ("us", "them")}}
    assert not update(note, text="samma")


def test_a_card_that_came_back_as_something_else_is_a_fault_in_the_program():
    with pytest.raises(Conflict):
        remove(Note(id="x")).then(add(Party(id="x")))


def test_a_change_knows_whom_it_touches():
    note = Note(id="updated")
    change = Change({"added": Note(id="added")}, {"removed": Note(id="removed")}, update(note, text="x").updated)
    assert change.touches == {"added", "removed", "updated"}
