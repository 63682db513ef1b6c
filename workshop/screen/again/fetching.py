"""What is fetched into a session from another one: an exercise, or another group's board."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer

from workshop.model import begin, bring
from workshop.model.carry import names
from workshop.model.change import Change
from workshop.model.exercise import in_language
from workshop.model.other import Other
from workshop.model.record import Board, Id, Run
from workshop.model.refusal import Refusal
from workshop.screen.again import choosing
from workshop.screen.again.does import seat_of
from workshop.screen.again.unlocked import unlocked
from workshop.screen.boards.desk import Pick
from workshop.words import N_

if TYPE_CHECKING:
    from workshop.screen.facilitator.window import FacilitatorWindow


def board(window: FacilitatorWindow) -> None:
    """Choose a session in which another group did the same, and lay its board into the one that is shown."""
    words, here = window.words, window.desk.desk.board
    title = words("Fetch another group's board: {board}", board=window.desk.desk.view.text.title)
    path = choosing.session(window, window.house, words, title, but=window.opened.path)
    if path and window.finish():
        unlocked(seat_of(window), (path,), lambda: _merge(window, here, path))


def _merge(window: FacilitatorWindow, here: Board, path: Path) -> None:
    """Lay the board of another session that is the same as one into that one."""
    words, other = window.words, window.house.again.read(path)
    theirs = _same_board(window, other, here)
    state = window.bridge.state
    count = _count(bring.merge(state, here, other.state, theirs, other.held))
    done = window.bridge.do(
        lambda: bring.merge(window.bridge.state, here, other.state, theirs, other.held),
        N_("fetch another group's board"),
    )
    if done:
        group = other.held.group or other.held.title
        said = words.many(
            "{n} came from {group}. Ctrl+U shows where one came from.",
            "{n} came from {group}. Ctrl+U shows where each came from.",
            count,
            group=group,
        )
        window.bridge.told.emit(said)


def _count(change: Change) -> int:
    return sum(
        1 for record in change.added.values() if getattr(record, "board", "") or getattr(record, "past", None) is False
    )


def _same_board(window: FacilitatorWindow, other: Other, here: Board) -> Board:
    """The board there that is the same as the one here; asked for where there are several. Refusal where none is."""
    exercise = window.bridge.state.need(here.run, Run).exercise
    runs = [run for run in other.state.all(Run) if run.exercise == exercise]
    found = {r.id: b for r in runs for b in other.state.inside(r.id, Board) if b.key == here.key}
    if not found:
        raise Refusal("The exercise has not been run in that session. Choose another one.")
    run = next(iter(found))
    if len(found) > 1:
        run = _run(window, other, tuple(found)) or run
    return found[run]


def _run(window: FacilitatorWindow, other: Other, among: tuple[Id, ...]) -> Id:
    titles = {name: in_language(texts, window.language).title for name, (_, texts) in other.exercises.items()}
    picks = [Pick(run, name) for run, name in names(other.state, titles).items() if run in among]
    if len(picks) == 1:
        return picks[0].key
    return choosing.one_of(window, window.words, window.words("Which exercise?"), picks)


def exercise(window: FacilitatorWindow) -> None:
    """Choose an exercise of another session, and have it here with what was written in it, or empty."""
    words = window.words
    title = words("Fetch an exercise from another session")
    path = choosing.session(window, window.house, words, title, but=window.opened.path)
    if path and window.finish():
        unlocked(seat_of(window), (path,), lambda: _choose(window, path))


def _choose(window: FacilitatorWindow, path: Path) -> None:
    """Choose which exercise of a session is to come, and how."""
    words, other = window.words, window.house.again.read(path)
    run = _run(window, other, tuple(r.id for r in other.state.all(Run)))
    if not run:
        return
    picks = [Pick("full", words("With what was written in it")), Pick("bare", words("Without what was written"))]
    how = choosing.one_of(window, words, words("How is it to come?"), picks)
    if how:
        _take(window, path, run, how == "full")


def _take(window: FacilitatorWindow, path: Path, run: Id, content: bool) -> None:
    other = window.house.again.take(window.opened, path, run)
    name = other.state.need(run, Run).exercise
    if not content:
        window.switch.add(name)
        return
    change = bring.exercise(window.bridge.state, other.state, run, other.held)
    made = next(record for record in change.added.values() if isinstance(record, Run))
    after = change.apply(window.bridge.state)
    entered = begin.entered(after, made.id, window.opened.exercises[name][0].steps[0])
    if window.bridge.do(change.then(entered), N_("fetch an exercise")):
        QTimer.singleShot(0, window, window.desk.capture.focus)
