"""A session used again: its plan without what was written in it, and the follow-up of what it ended in."""

import datetime
from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace

from workshop.model import begin
from workshop.model.boards.agreements import said_of
from workshop.model.change import Change, State, add, together, update
from workshop.model.elsewhere import Held, elsewhere
from workshop.model.exercise import Exercises, Told, in_language
from workshop.model.outcomes import Earlier, add_past, ask_again, goes_through, still_open
from workshop.model.planned import Actual, Block, Programme
from workshop.model.programme import in_order
from workshop.model.record import Board, Cover, FollowUp, Id, Note, Party, Record, Run, Stage, new_id
from workshop.model.refusal import Refusal

Sides = Callable[[int], tuple[str, str]]  # what a party is called and its mark, by its number from 0


def without_content(
    state: State,
    exercises: Exercises,
    title: str,
    sides: Sides,
    *,
    group: str = "",
    date: str = "",
    as_it_went: bool = False,
    only: Id = "",
) -> State:
    """A new session with the same programme, exercises, settings and number of parties, in which nothing is written.

    `as_it_went`: blocks take as long as they really took. `only` is the one run to have; then there is no programme.
    """
    cover, stage = state.need("cover", Cover), state.need("stage", Stage)
    new = begin.cover(title, group, date=date, language=cover.language).apply(State())
    new = update(new.need("stage", Stage), depth=stage.depth, breadth=stage.breadth).apply(new)
    runs = [run for run in state.all(Run) if only in ("", run.id)]
    parties = _parties(state, runs, sides)
    new = add(*parties.values()).apply(new)
    begun: dict[Id, Id] = {}
    for run in runs:
        exercise, texts = exercises[run.exercise]
        begun[run.id] = new_id()
        taking = tuple(parties[id].id for id in run.parties if id in parties)
        change = begin.run(new, exercise, in_language(texts, cover.language), taking, id=begun[run.id])
        new = change.apply(new)
    if runs:
        new = _at_the_first(new, exercises).apply(new)
    return new if only else add(*planned(state, begun, as_it_went)).apply(new)


def _parties(state: State, runs: Iterable[Run], sides: Sides) -> dict[Id, Party]:
    """As many parties as there were, each with a name that says nothing of who it was, by the old one's id."""
    runs = list(runs)
    named = {id for run in runs for id in run.parties}
    there = [party for party in state.all(Party) if party.id in named or any(not run.parties for run in runs)]
    made = {}
    for number, party in enumerate(there):
        name, mark = sides(number)
        made[party.id] = Party(id=new_id(), name=name, mark=mark, tone=party.tone, order=number + 1.0)
    return made


def _at_the_first(state: State, exercises: Exercises) -> Change:
    """The stage on the first step of the first exercise, as though nobody had been anywhere."""
    first = state.all(Run)[0]
    step = exercises[first.exercise][0].steps[0]
    return update(state.need("stage", Stage), run=first.id, places=(), **begin.on_step(state, step, first.id))


def planned(state: State, begun: Mapping[Id, Id], as_it_went: bool = False) -> list[Record]:
    """The programme as it was planned, with nothing of what happened on the day but, where wanted, how long it took.

    `begun` are the new runs by the old ones.
    """
    kept: list[Record] = list(state.all(Programme))
    for block in in_order(state):
        minutes = block.minutes + block.cut
        took = minutes_taken(state, block) if as_it_went else 0
        fresh = {"minutes": took or minutes, "delay": 0, "cut": 0, "dropped": False}
        kept.append(replace(block, id=new_id(), run=begun.get(block.run, ""), **fresh))
    return kept


def minutes_taken(state: State, block: Block) -> int:
    """How many minutes a block really took; 0 where nobody knows."""
    actual = next(iter(state.inside(block.id, Actual)), Actual(id=""))
    try:
        began, ended = (datetime.datetime.fromisoformat(at) for at in (actual.began, actual.ended))
    except ValueError:
        return 0
    return max(1, round((ended - began).total_seconds() / 60)) if ended > began else 0


def follow_up(
    state: State, held: Held, follows: Told, title: str, date: str, programme: Iterable[Record] = ()
) -> State:
    """A new session that opens with what an earlier one agreed on; each agreement leads back to it.

    `follows` is the exercise in which they are gone through; `programme` is laid out where there is one. Refusal where
    nothing was agreed.
    """
    agreed = still_open(state)
    if not agreed:
        raise Refusal("Nothing was agreed in this session, so there is nothing to follow up.")
    cover = state.need("cover", Cover)
    exercise, texts = follows
    new = begin.cover(title, cover.group, cover.place, date, cover.language).apply(State())
    new = add(*(replace(party, id=new_id()) for party in state.all(Party))).apply(new)
    run = new_id()
    new = begin.run(new, exercise, in_language(texts, cover.language), id=run).apply(new)
    board = next(board for board in new.inside(run, Board) if goes_through(board))
    for agreement in agreed:
        from_there = elsewhere(held, new_id(), agreement.id, _open_words(state, agreement.origin))
        earlier = Earlier(agreement.text, agreement.who, agreement.due, from_there.id)
        new = together(add(from_there), add_past(new, board, earlier)).apply(new)
    for day in state.all(FollowUp):
        if day.question and not day.past:
            new = add(ask_again(day, run, new.after_last(run))).apply(new)
    blocks = [replace(r, run=run) if _holds(r, exercise.name) else r for r in programme]
    return add(*blocks).apply(new)


def _holds(record: Record, exercise: str) -> bool:
    return isinstance(record, Block) and record.exercise == exercise


def _open_words(state: State, id: Id) -> str:
    """What stands on a card that an agreement came from, unless it is one that stays in the room."""
    record = state.get(id, Record)
    board = state.get(getattr(record, "board", ""), Board)
    if board and board.setting("raw", False) and not (isinstance(record, Note) and record.flip):
        return ""
    return said_of(record)
