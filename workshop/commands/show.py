"""Prints a session as text."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from workshop.words import Catalogue

if TYPE_CHECKING:
    import click

    from workshop.model.change import State
    from workshop.model.exercise import Exercise, Exercises, ExerciseText
    from workshop.model.picture import Branch
    from workshop.model.record import Board


def said(words: Catalogue) -> str:
    """What it is for."""
    return words("Print every board of a session as text.")


def takes(words: Catalogue) -> list[click.Parameter]:
    """A session's file."""
    from workshop.commands.given import file, password_from

    return [file(), password_from(words)]


def run(words: Catalogue, file: Path) -> int:
    """Print a session as text: its cover, its parties, and all that lies on each board."""
    from workshop.app.opening import session_in
    from workshop.model.visible import Audience, visible

    with session_in(file) as (state, exercises):
        for line in _told(visible(state, Audience.FULL), exercises, words):
            print(line)
    return 0


def _told(state: State, exercises: Exercises, words: Catalogue) -> Iterator[str]:
    from workshop.model.exercise import in_language
    from workshop.model.parties import taking_part
    from workshop.model.record import Board, Cover, Parked, Run

    cover = state.need("cover", Cover)
    yield from (said for said in (cover.title, cover.group, cover.place, cover.date) if said)
    yield from _planned(state, words)
    for run in state.all(Run):
        exercise, texts = exercises[run.exercise]
        text = in_language(texts, words.language)
        yield words("Exercise: {title}", title=text.title)
        if exercise.parties[1] and (parties := taking_part(state, run.id)):
            yield words("Parties: {names}", names=", ".join(party.name for party in parties))
        for board in state.inside(run.id, Board):
            yield ""
            yield text.board(board.key).title
            for branch in _fullest(state, board, exercise, text, words):
                yield from branch.lines(1)
    if lot := state.all(Parked):
        yield ""
        yield words("Parking lot")
        yield from (f"  {line.text}" for line in lot)


def _planned(state: State, words: Catalogue) -> Iterator[str]:
    """The programme, a line for each block."""
    from workshop.model.planned import Block
    from workshop.model.programme import clock, days

    for day in days(state) if state.all(Block) else ():
        yield words("Day {n}", n=day.number + 1)
        for slot in day.slots:
            yield f"  {clock(slot.start, words)}–{clock(slot.end, words)} {slot.block.title}"


def _fullest(
    state: State, board: Board, exercise: Exercise, text: ExerciseText, words: Catalogue
) -> tuple[Branch, ...]:
    """A board's text twin as the step that tells the most of it shows it; a later step where two tell as much."""
    from workshop.model.boards import KINDS
    from workshop.model.picture import View

    outline = KINDS[board.kind].outline
    told = [
        outline(View(state, board, step, text.board(board.key), words))
        for step in exercise.steps
        if step.board == board.key
    ]
    return max(reversed(told), key=lambda branches: sum(len(list(branch.lines())) for branch in branches), default=())
