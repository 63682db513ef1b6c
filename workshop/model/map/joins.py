"""What another group's map becomes on this one: the same actor is the same, and bands find the ends they have here."""

from dataclasses import replace

from workshop.model.change import State
from workshop.model.map.verbs import band_between, gaps, person, rings
from workshop.model.record import Actor, Board, Gap, Guess, Link, Record


def joins(state: State, board: Board, record: Record) -> Record | None:
    """The same thing where it is here already; nothing where it would run from somebody to the same one."""
    if isinstance(record, Actor):
        return _actor(state, board, record)
    if isinstance(record, (Link, Gap)) and record.start == record.end:
        return None
    if isinstance(record, Link):
        return band_between(state, board, record.start, record.end) or record
    if isinstance(record, Gap):
        ends = {record.start, record.end}
        return next((gap for gap in gaps(state, board) if {gap.start, gap.end} == ends), record)
    if isinstance(record, Guess):
        tables = {guess.table for guess in state.inside(board.id, Guess)}
        return replace(record, table=max(tables) + 1) if record.table and record.table in tables else record
    return record


def _actor(state: State, board: Board, actor: Actor) -> Actor:
    """One goes by its name, the person by being in the middle; the threads are held by whoever holds them here."""
    if actor.ring == rings(board)[0]:
        return person(state, board, actor.when) or actor
    there = [a for a in state.inside(board.id, Actor) if a.when == actor.when]
    same = next((a for a in there if a.text.casefold() == actor.text.casefold()), None)
    return same or replace(actor, holder=actor.holder and not any(a.holder for a in there))
