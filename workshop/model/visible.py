"""Decides what an audience may see. Wall, hand-outs and shared exports all pass through here; nothing else decides."""

from collections.abc import Iterable
from dataclasses import replace
from enum import StrEnum
from typing import TYPE_CHECKING

from workshop.model.change import State, remove
from workshop.model.kept import Alias, Filing, Unlocked
from workshop.model.planned import Block, Programme
from workshop.model.record import (
    Agreement,
    Board,
    Cover,
    FollowUp,
    Memo,
    Note,
    Parked,
    Party,
    Record,
    Run,
    Selection,
    Stage,
)

if TYPE_CHECKING:
    from workshop.model.choice import Choice


class Audience(StrEnum):
    """Who looks: the facilitator, the room, those a summary is shared with, the facilitator's own full copy or index.

    The index (SEARCH) holds all that the facilitator has open on the desk, private notes and raw lists too: it is the
    facilitator's own, on the same computer, and every word that was written is to be found again.
    """

    FACILITATOR = "facilitator"
    ROOM = "room"
    SHARED = "shared"
    FULL = "full"
    SEARCH = "search"


def visible(state: State, audience: Audience, board: str = "", choice: "Choice | None" = None) -> State:
    """The records that an audience may see, as they may see them; `board` is the id of the one that the room sees.

    `choice` is what the facilitator has put in or taken out of a paper that is shared or full. Nobody sees a real name
    that has an alias but the facilitator on the desk, and only while names are unlocked.
    """
    seen = _seen(state, audience, board, choice)
    if not state.all(Alias):
        return seen
    from workshop.model.aliases import pairs_of, said_to, under_alias, with_names  # few sessions have any

    told = audience is Audience.FACILITATOR and "unlocked" in state
    return State(said_to(seen, pairs_of(state), with_names if told else under_alias))


def _seen(state: State, audience: Audience, board: str, choice: "Choice | None") -> State:
    if audience in (Audience.FACILITATOR, Audience.SEARCH):
        return _desk(state)
    if audience is Audience.FULL:
        whole = remove(*(r for r in state if isinstance(r, (Stage, Selection, Unlocked)))).apply(state)
        return _chosen(whole, choice) if choice else whole
    if audience is Audience.ROOM:
        return State(_room(state, board))
    return _chosen(_shared(state, choice.let if choice else frozenset()), choice)


def elsewhere(state: State) -> State:
    """A session as other sessions may know it, and those that a copy is sent to: under alias, without the list."""
    if not state.all(Alias):
        return state
    from workshop.model.aliases import pairs_of, said_to, under_alias

    return State(said_to(state, pairs_of(state), under_alias))


def room_sees(before: State | None, state: State, board: str) -> State | None:
    """What the room sees next: nothing while blank, what it saw before while frozen, else its part of the state."""
    stage = state.get("stage", Stage)
    if stage is None or stage.blank:
        return None
    return before if stage.frozen else visible(state, Audience.ROOM, board)


def _desk(state: State) -> State:
    """Everything but what is written apart: behind the curtain only the sheet in front of the facilitator is open."""
    stage = state.get("stage", Stage)
    covered = set(stage.curtain) - {stage.sheet} if stage else set()
    blind = {board.id for board in state.all(Board) if board.setting("blind", False)} if covered else set()
    if not blind:
        return state
    return State(_behind(r) if _inside(r) in blind and _covered(r, covered) else r for r in state)


def _room(state: State, board_id: str) -> list[Record]:
    """The board on the wall and what it needs; words behind the curtain are not there at all."""
    board = state.need(board_id, Board)
    stage = state.get("stage", Stage)
    covered = set(stage.curtain) if stage else set()
    seen: list[Record] = [board, *state.all(Party), *state.all(Run)]
    seen += [stage] if stage else []
    seen += [_behind(record) if _covered(record, covered) else record for record in state.inside(board_id, Record)]
    seen += state.all(Parked) if stage and stage.parking else ()
    seen += _participants_programme(state) if stage and stage.block else ()
    if stage and stage.agreed:
        return [*seen, *_without_origin(state.all(Agreement)), *state.all(FollowUp)]
    if board.kind == "agreements":
        seen += [*_without_origin(state.inside(board.run, Agreement)), *state.inside(board.run, FollowUp)]
    return seen


def _without_origin(agreements: Iterable[Agreement]) -> list[Agreement]:
    return [replace(agreement, origin="") for agreement in agreements]


def _inside(record: Record) -> str:
    return getattr(record, type(record).inside) if type(record).inside else ""


def _covered(record: Record, covered: set[str]) -> bool:
    return bool(type(record).veil) and getattr(record, type(record).veil) in covered


def _behind(record: Record) -> Record:
    """A record behind the curtain: that it is there, and nothing of what it says."""
    return type(record)(id=record.id, **{name: getattr(record, name) for name in type(record).bare})


def _chosen(records: Iterable[Record], choice: "Choice | None") -> State:
    """The records without what the facilitator has taken out."""
    if choice is None:
        return State(records)
    from workshop.model.choice import without  # only when somebody has chosen

    return State(without(records, choice))


def _shared(state: State, let: frozenset[str]) -> list[Record]:
    """What may leave the room: no private notes, and of raw lists only the backs of cards that were turned over."""
    kept: list[Record] = [*state.all(Cover), *state.all(Filing), *state.all(Party), *state.all(Run)]
    kept += [*state.all(FollowUp), *state.all(Parked)]
    gone: set[str] = set()
    for board in state.all(Board):
        run = state.get(board.run, Run)
        raw = board.setting("raw", False) and not (run and board.key in run.shared) and not let & {board.id, board.key}
        kept.append(board)
        for record in state.inside(board.id, Record):
            if not raw:
                kept.append(record)
            elif isinstance(record, Note) and record.flip:
                bare = {name: getattr(record, name) for name in ("board", "list", "order", "flip", "need")}
                kept.append(Note(id=record.id, **bare))
            else:
                gone.add(record.id)
    kept += [replace(a, origin="" if a.origin in gone else a.origin) for a in state.all(Agreement)]
    kept += state.all(Memo) if "memos" in let else ()
    return [*kept, *_participants_programme(state)]


_SHARED_WHEN = ("day", "order", "minutes", "beside", "delay")
_SHARED_WHAT = ("title", "kind", "place", "leads", "exercise", "run")


def _participants_programme(state: State) -> list[Record]:
    """What those who take part may know of the programme: what is to happen, when, where and who leads it.

    Script, goal and materials are the facilitator's, and so is what may be cut and what was left out.
    """
    from workshop.model.programme import to_happen  # only when something is shared

    kept: list[Record] = [
        replace(programme, days=tuple((start, "") for start, _ in programme.days)) for programme in state.all(Programme)
    ]
    for block in to_happen(state):
        kept.append(Block(id=block.id, **{name: getattr(block, name) for name in (*_SHARED_WHEN, *_SHARED_WHAT)}))
    return kept
