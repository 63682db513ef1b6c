"""The exercises that a session holds, and a session for reading only."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager
from contextvars import ContextVar
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

from workshop.model.refusal import Refusal

if TYPE_CHECKING:
    from workshop.model.change import State
    from workshop.model.exercise import Exercises, Told
    from workshop.store.session_file import SessionFile

T = TypeVar("T")

# How the windows go on while something slow is done; nobody asks them but in their own thread.
waits: ContextVar[Any] = ContextVar("waits", default=None)
tells: ContextVar[Callable[[Path], str]] = ContextVar("tells", default=lambda path: "")  # the password of a session


def exercises_in(
    file: SessionFile, state: State, path: Path, read: Callable[[str], Mapping[str, Any]] | None = None
) -> dict[str, Told]:
    """The exercises that a session file holds copies of, by name; Refusal where its boards are not those exercises'.

    `read` is a quicker way to read a copy's tables, or None.
    """
    from workshop.catalog import folder
    from workshop.model.record import Board, Cover, Run, Stage

    held: dict[str, Told] = {}
    stage = state.get("stage", Stage)
    if stage is None or state.get(stage.run, Run) is None or state.get("cover", Cover) is None:
        raise Refusal("No session has begun in {path}. Choose another file.", path=path)
    for run in state.all(Run):
        if run.exercise not in held:
            texts = file.exercise(run.exercise)
            held[run.exercise] = folder.from_files(texts, str(path), read or folder.tables)
        exercise, _ = held[run.exercise]
        for step in exercise.steps:
            board = state.get(f"{run.id}:{step.board}", Board)
            if board is None or board.kind != exercise.board(step.board).kind:
                raise Refusal("The boards in {path} are not those of its exercise. Choose another file.", path=path)
    return held


def wait_for(work: Callable[[], T], unwanted: Callable[[T], object] | None = None) -> T:
    """Do something slow, as screen/parts/meanwhile.py does it where there are windows; else here and now."""
    how = waits.get()
    if how is None:
        return work()

    def within() -> T:
        waits.set(None)
        return work()

    return how(within, unwanted)


@contextmanager
def file_in(path: Path) -> Iterator[SessionFile]:
    """A session's file, for reading only; Protected where it has a password and nobody tells it."""
    from workshop.store.session_file import SessionFile

    password = tells.get()(path)
    file = wait_for(lambda: SessionFile.open(path, read_only=True, password=password), SessionFile.close)
    try:
        yield file
    finally:
        file.close()


@contextmanager
def session_in(path: Path) -> Iterator[tuple[State, Exercises]]:
    """What a session file says, and its exercises, for reading only."""
    with file_in(path) as file:
        state = file.state
        yield state, exercises_in(file, state, path)


def copies_in(path: Path, names: Iterable[str]) -> dict[str, dict[str, str]]:
    """The files of some exercises as a session file holds them, by exercise and file name."""
    with file_in(path) as file:
        return {name: file.exercise(name) for name in names}
