"""Boards of parallel groups brought together, and an exercise fetched from another session with all that is in it."""

from dataclasses import replace
from functools import cache

import pytest

from tests.model.played import NAMES, WORDS, played
from workshop.model import bring
from workshop.model.boards import KINDS
from workshop.model.change import State, update
from workshop.model.compare import compare, told
from workshop.model.elsewhere import Elsewhere, Held
from workshop.model.iceberg.chains import goes_round, ties
from workshop.model.record import Actor, Agreement, Answer, Board, Joint, Note, Party, Record, Run
from workshop.model.refusal import Refusal

HELD = Held("Grupp B:s pass", "Grupp B", "2026-10-14", "b.workshop", "2026-10-14T09:00:00.000Z")


@cache
def other_group(name: str) -> State:
    """The same exercise with another group: the same plan under other ids, with other parties' names."""
    state, exercises = played(name)
    run = state.all(Run)[0]
    change = bring.exercise(State(), state, run.id, HELD)
    moved = [replace(r, name=f"{r.name} B") if isinstance(r, Party) else r for r in change.added.values()]
    return State(moved)


def pairs(name: str):
    """Each board beside the other group's."""
    state, other = played(name)[0], other_group(name)
    for board in state.all(Board):
        yield state, board, other, next(b for b in other.all(Board) if b.key == board.key)


@pytest.mark.parametrize("name", NAMES)
def test_an_exercise_fetched_says_the_same_as_where_it_came_from(name):
    state, exercises = played(name)
    other = other_group(name)
    for _, board, _, theirs in pairs(name):
        exercise, texts = exercises[name]
        one = told(state, board, exercise, texts["sv"], WORDS)
        two = told(other, theirs, exercise, texts["sv"], WORDS)
        found = compare(one.items, two.items)
        assert not (found.added or found.gone or found.moved)
    assert not {r.id for r in other} & {r.id for r in state}


@pytest.mark.parametrize("name", NAMES)
def test_everything_that_a_record_points_at_is_there(name):
    other = other_group(name)
    sectors = {key for board in other.all(Board) for value in dict(board.settings).values() for key in _texts(value)}
    for record in other:
        for field in bring.POINTS - {"list"}:
            value = getattr(record, field, "")
            for id in value if isinstance(value, tuple) else (value,):
                assert id in other or id == "" or id in sectors, (record, field)


def _texts(value):
    return value if isinstance(value, tuple) else ()


@pytest.mark.parametrize("name", NAMES)
def test_another_groups_board_is_laid_into_this_one_with_the_way_back(name):
    for state, board, other, theirs in pairs(name):
        altered = _with_other_words(other, theirs)
        if altered is other:
            continue
        after = bring.merge(state, board, altered, theirs, HELD).apply(state)
        assert all(record in list(after) for record in state), "what was here stays as it was"
        here = {r.id: r for r in KINDS[board.kind].lying(after, board)}
        come = [r for r in here.values() if r.id not in state]
        for record in come:
            if isinstance(record, (Note, Actor, Agreement, Answer)) and getattr(record, "origin", ""):
                source = after.need(record.origin, Elsewhere)
                assert source.group == "Grupp B" and source.thing in altered
        said = {getattr(r, "text", "") for r in here.values()}
        for record in KINDS[board.kind].lying(altered, theirs):
            text = getattr(record, "text", "")
            assert text in said or _gives_way(record, board)
        _draws(after, board, name)


def _with_other_words(state: State, board: Board) -> State:
    for record in KINDS[board.kind].lying(state, board):
        if getattr(record, "text", "") and not hasattr(record, "start"):
            state = update(record, text=f"{record.text} Hos oss i grupp B.").apply(state)  # type: ignore[attr-defined]
    return state


def _gives_way(record: Record, board: Board) -> bool:
    """Whether there is room for one such thing only: the theme, the person."""
    if isinstance(record, Note):
        return record.list in board.setting("themes", ())
    return isinstance(record, Actor) and record.ring == board.setting("rings", ("",))[0]


def _draws(state: State, board: Board, name: str) -> None:
    exercise, texts = played(name)[1][name]
    assert told(state, board, exercise, texts["sv"], WORDS).items
    if board.kind == "layers":
        assert not goes_round(list(ties(state, board)))


@pytest.mark.parametrize("name", NAMES)
def test_fetched_twice_it_comes_once(name):
    for state, board, other, theirs in pairs(name):
        altered = _with_other_words(other, theirs)
        if altered is other:
            continue
        after = bring.merge(state, board, altered, theirs, HELD).apply(state)
        try:
            twice = bring.merge(after, board, altered, theirs, HELD)
        except Refusal:
            continue
        assert not [r for r in twice.added.values() if getattr(r, "origin", "")]


def test_what_lay_ready_on_both_comes_once_and_choices_are_left_behind():
    state, other = played("reta-motparten")[0], other_group("reta-motparten")
    board = next(b for b in state.all(Board) if b.key == "provocations")
    theirs = next(b for b in other.all(Board) if b.key == "provocations")
    after = bring.merge(state, board, other, theirs, HELD).apply(state)
    assert not any(note.chosen for note in after.inside(board.id, Note) if note.id not in state)
    contract = next(b for b in state.all(Board) if b.key == "contract")
    theirs = next(b for b in other.all(Board) if b.key == "contract")
    after = bring.merge(state, contract, other, theirs, HELD).apply(state)
    texts = [n.text for n in after.inside(contract.id, Note)]
    ready = [n.text for n in state.inside(contract.id, Note) if n.id.startswith(f"{contract.id}:")]
    assert ready and all(texts.count(text) == 1 for text in ready)


def test_another_groups_wording_becomes_something_to_begin_from():
    state, other = played("ledningsdialogen")[0], other_group("ledningsdialogen")
    board = next(b for b in state.all(Board) if b.key == "dialogue")
    theirs = next(b for b in other.all(Board) if b.key == "dialogue")
    row = other.inside(theirs.id, Joint)[0]
    other = update(row, wording="Så säger grupp B.").apply(other)
    after = bring.merge(state, board, other, theirs, HELD).apply(state)
    assert state.inside(board.id, Joint) == after.inside(board.id, Joint)
    assert "Så säger grupp B." in [a.text for a in after.inside(board.id, Answer) if not a.party]


def test_boards_of_different_exercises_are_not_laid_together():
    state, other = played("reta-motparten")[0], played("isberget")[0]
    with pytest.raises(Refusal, match="not of the same exercise"):
        bring.merge(state, state.all(Board)[0], other, other.all(Board)[0], HELD)


def test_what_an_exercise_came_from_is_told_where_it_does_not_come_along():
    state, _ = played("reta-motparten")
    run, note = state.all(Run)[0], next(n for n in state.all(Note) if n.text)
    outside = replace(note, id="outside", board="elsewhere", text="En orsak i ett isberg")
    pointing = update(note, origin="outside").apply(State([*state, outside]))
    change = bring.exercise(State(), pointing, run.id, HELD)
    source = next(e for e in change.added.values() if isinstance(e, Elsewhere) and e.thing == "outside")
    assert source.text == "En orsak i ett isberg" and source.session == HELD.title
