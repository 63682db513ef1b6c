"""Saving into a copy what can be saved of a damaged session, and saying in words what that was."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from workshop.look import EXERCISES
from workshop.model.refusal import Refusal
from workshop.store.session_file import SessionFile

if TYPE_CHECKING:
    from workshop.model.change import State
    from workshop.model.exercise import Told
    from workshop.model.record import Record, Run
    from workshop.model.words import Words
    from workshop.store.salvage import Salvaged


def check(path: Path) -> Refusal | None:
    """What is wrong with a session's file, or None where nothing is; Refusal where it can't be read at all."""
    from workshop.app.opening import exercises_in, file_in

    with file_in(path) as file:
        if file.notice is None:
            exercises_in(file, file.state, path)
        return file.notice


def repair(path: Path, to: Path, words: Words) -> list[str]:
    """Save what can be saved into a new file, and keep the damaged one also among the backups; what was saved."""
    from workshop.app.opening import exercises_in, tells
    from workshop.model.change import State
    from workshop.store import faults
    from workshop.store.backups import DAMAGED, keep_aside
    from workshop.store.opening import look_at
    from workshop.store.salvage import salvage
    from workshop.store.session_file import make
    from workshop.store.whole import Contents

    if to.exists():
        raise Refusal("There is a file {file} already. Choose another name.", file=to.name)
    look_at(path)
    password = tells.get()(path)
    try:
        keep_aside(path, DAMAGED)
        saved = salvage(path, to.with_name(f".{to.name}.damaged.part"), password)
        exercises = _complete(saved, path)
        contents = Contents(saved.records.values(), exercises, saved.made, saved.journal, saved.pictures)
        make(to, contents, password)
    except OSError as problem:
        raise faults.not_copied(to) from problem
    file = SessionFile.open(to, read_only=True, password=password)
    try:
        exercises_in(file, file.state, to)
    except Refusal:
        to.unlink()
        raise
    finally:
        file.close()
    return _told(State(saved.records.values()), saved, words)


def _complete(saved: Salvaged, path: Path) -> dict[str, dict[str, str]]:
    """Fill in what a session can't be without and that can be known: title page, boards, stage, exercises' texts."""
    from workshop.catalog import folder
    from workshop.model.record import Board, Cover, Run, Stage

    records, texts = saved.records, saved.exercises
    for run in _runs_lost(saved):
        records[run.id], saved.whole, saved.journal = run, False, []
    runs = sorted((r for r in records.values() if isinstance(r, Run)), key=lambda run: run.order)
    told: dict[str, Told] = {}
    for name in {run.exercise for run in runs}:
        try:
            told[name] = folder.from_files(texts[name], str(path), folder.tables)
        except (Refusal, KeyError):  # from the shelf as it is today, where the copy of that day can't be read
            told[name], texts[name] = folder.load(EXERCISES / name), folder.files(EXERCISES / name)
            saved.whole = False
    missing: list[Record] = [] if "cover" in records else [Cover(id="cover", title=path.stem)]
    for run in runs:
        exercise, _ = told[run.exercise]
        for number, plan in enumerate(exercise.boards):
            board = (f"{run.id}:{plan.key}", run.id, plan.key, plan.kind, number + 1.0)
            if board[0] not in records:
                id, of, key, kind, order = board
                missing.append(Board(id=id, run=of, key=key, kind=kind, order=order, settings=plan.settings))
    if runs and "stage" not in records:
        missing.append(Stage(id="stage", run=runs[0].id, step=told[runs[0].exercise][0].steps[0].key))
    for record in missing:
        records[record.id] = record
        saved.whole, saved.journal = False, []
    return texts


def _runs_lost(saved: Salvaged) -> list[Run]:
    """Runs that are gone but on whose boards something lies: of the exercise that has such boards."""
    from workshop.catalog import folder
    from workshop.model.record import Run

    used: dict[str, set[str]] = {}
    for record in saved.records.values():
        run, _, key = str(getattr(record, "board", "")).partition(":")
        if key and run not in saved.records:
            used.setdefault(run, set()).add(key)
    if not used:
        return []
    has = {n: {b.key for b in told[0].boards} for n, told in folder.shelf(EXERCISES) if not isinstance(told, Refusal)}
    likely = {run: next((name for name, keys in has.items() if wanted <= keys), "") for run, wanted in used.items()}
    found = [(run, name) for run, name in likely.items() if name]
    return [Run(id=run, exercise=name, order=number + 1.0) for number, (run, name) in enumerate(found)]


def _told(state: State, saved: Salvaged, words: Words) -> list[str]:
    """What was saved, in a few sentences."""
    from workshop.model.backup import contents
    from workshop.model.record import Actor, Agreement, Answer, Note

    cards = sum(len(state.all(kind)) for kind in (Note, Actor, Answer))
    said = [words("Saved: {what}.", what=contents(cards, len(state.all(Agreement)), words))]
    if saved.whole:
        said.append(words("Everything is there."))
    else:
        said.append(words("Something may be missing or changed. Compare with the latest backup before you go on."))
    if not saved.journal:
        said.append(words("What was done before can't be undone any more."))
    return said
