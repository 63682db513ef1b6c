"""Sessions used again: without what was written in them, followed up, brought together."""

from __future__ import annotations

import datetime
from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING

from workshop.app.opening import exercises_in, file_in
from workshop.model.again import follow_up, without_content
from workshop.model.elsewhere import Held
from workshop.model.record import Cover, Run
from workshop.model.refusal import Refusal
from workshop.model.value import valueclass
from workshop.model.visible import elsewhere

if TYPE_CHECKING:
    from workshop.model.change import State
    from workshop.model.exercise import Exercises
    from workshop.model.record import Id
    from workshop.store.session_file import SessionFile
    from workshop.words import Catalogue

FOLLOW_UP = "uppfoljning"  # the exercise in which agreements are gone through, and the programme around it


@valueclass
class Other:
    """Another session, read from its file and let go of; `files` are its exercises' texts by name and file name."""

    path: Path
    state: State
    exercises: Exercises
    held: Held
    files: dict[str, dict[str, str]]


def read(path: Path) -> Other:
    """The session in a file, which is not touched."""
    with file_in(path) as file:
        state = elsewhere(file.state)
        return Other(path, state, exercises_in(file, state, path), held(file, state, path), texts_of(file, state))


def held(file: SessionFile, state: State, path: Path) -> Held:
    """How a session is remembered by others that something of it came to."""
    cover = state.need("cover", Cover)
    return Held(cover.title, cover.group, cover.date, path.name, file.about()["made"])


def texts_of(file: SessionFile, state: State) -> dict[str, dict[str, str]]:
    """The exercises of a session as it keeps them, by name and file name."""
    return {name: file.exercise(name) for name in dict.fromkeys(run.exercise for run in state.all(Run))}


def copy(
    other: Other, out: Path, words: Catalogue, title: str, date: str = "", *, as_it_went: bool = False, only: Id = ""
) -> None:
    """Make a session with the plan of another one and nothing that was written in it; writes over no file."""

    def sides(number: int) -> tuple[str, str]:
        letter = chr(ord("A") + number % 26)
        return words("Side {letter}", letter=letter), letter

    state = without_content(other.state, other.exercises, title, sides, date=date, as_it_went=as_it_went, only=only)
    _create(out, state, other.files)


def begin_follow_up(other: Other, out: Path, title: str, *, programme: bool) -> None:
    """Make the session that follows another one up, with the ready half-day laid out where that is wanted."""
    from workshop.catalog import folder, programmes
    from workshop.look import EXERCISES, PROGRAMMES
    from workshop.model.template import laid_out

    follows = folder.load(EXERCISES / FOLLOW_UP)
    language = other.state.need("cover", Cover).language
    blocks: Iterable = ()
    if programme:
        plan, items = laid_out(programmes.load(PROGRAMMES / f"{FOLLOW_UP}{programmes.SUFFIX}"), language)
        blocks = (plan, *items)
    today = datetime.date.today().isoformat()
    state = follow_up(other.state, other.held, follows, title, today, blocks)
    _create(out, state, {FOLLOW_UP: folder.files(EXERCISES / FOLLOW_UP)})


def _create(out: Path, state: State, files: dict[str, dict[str, str]]) -> None:
    from workshop.store.session_file import SessionFile

    used = {run.exercise for run in state.all(Run)}
    SessionFile.create(out, state, {name: texts for name, texts in files.items() if name in used}).close()


def title_of(other: Other, words: Catalogue) -> str:
    """What a copy of a session without its content is called: its programme's title, or its exercises'."""
    from workshop.model.exercise import in_language
    from workshop.model.planned import Programme

    plan = next((plan.title for plan in other.state.all(Programme) if plan.title), "")
    named = [in_language(texts, words.language).title for _, texts in other.exercises.values()]
    return plan or ", ".join(named)[:200]


def run_of(other: Other, name: str) -> Id:
    """The first run of an exercise in a session; Refusal where it has none."""
    run = next((run.id for run in other.state.all(Run) if run.exercise == name), "")
    if not run:
        raise Refusal("The exercise “{name}” is not in this session's file.", name=name)
    return run
