"""Sessions used again (`house.again`): without what was written in them, followed up, brought together."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from workshop import clock
from workshop.app.opening import exercises_in, file_in, tells, wait_for
from workshop.model.elsewhere import Held
from workshop.model.other import Other
from workshop.model.record import Cover, Run
from workshop.model.refusal import Refusal
from workshop.model.visible import elsewhere
from workshop.words import Catalogue

if TYPE_CHECKING:
    from workshop.app.verkstad import Verkstad
    from workshop.model.change import State
    from workshop.model.elsewhere import Elsewhere
    from workshop.model.handover import Added
    from workshop.model.record import Id
    from workshop.model.replay import Replay
    from workshop.screen.opened import Opened
    from workshop.store.library import Library
    from workshop.store.session_file import SessionFile

FOLLOW_UP = "uppfoljning"  # the exercise in which agreements are gone through, and the programme around it

Parties = Sequence[tuple[str, str]]  # names and marks
Files = dict[str, dict[str, str]]  # exercises' texts by name and file name


def read(path: Path) -> Other:
    """The session in a file, which is not touched."""
    return _read(path)[0]


def _read(path: Path) -> tuple[Other, Files]:
    with file_in(path) as file:
        return _read_in(file)


def _read_in(file: SessionFile) -> tuple[Other, Files]:
    state = elsewhere(file.state)
    cover = state.need("cover", Cover)
    held = Held(cover.title, cover.group, cover.date, file.path.name, file.about()["made"])
    files = {name: file.exercise(name) for name in dict.fromkeys(run.exercise for run in state.all(Run))}
    return Other(state, exercises_in(file, state, file.path), held), files


def copy(
    path: Path,
    out: Path,
    words: Catalogue,
    cover: Cover | None = None,
    parties: Parties = (),
    *,
    as_it_went: bool = False,
    only: str = "",
) -> None:
    """Make a session with the plan of another one and nothing that was written in it; writes over no file.

    `cover` and `parties` are what it is called and who takes part, where anybody has said; `only` is the name of the
    one exercise to have; Refusal where there is no such.
    """
    from workshop.model.again import without_content

    other, files = _read(path)

    def sides(number: int) -> tuple[str, str]:
        if number < len(parties):
            return parties[number]
        letter = chr(ord("A") + number % 26)
        return words("Side {letter}", letter=letter), letter

    run = next((run.id for run in other.state.all(Run) if run.exercise == only), "")
    if only and not run:
        raise Refusal("The exercise “{name}” is not in this session's file.", name=only)
    said = cover or Cover(id="cover", title=called(other, words))
    asked = {"group": said.group, "date": said.date, "as_it_went": as_it_went, "only": run}
    _create(out, without_content(other.state, other.exercises, said.title, sides, **asked), files)


def follow_up(path: Path, out: Path, title: str, programme: bool) -> None:
    """Make the session that follows another one up, with the ready half-day laid out where that is wanted.

    What comes out of a session with a password has the same one.
    """
    from workshop.catalog import folder, programmes
    from workshop.look import EXERCISES, PROGRAMMES
    from workshop.model import again
    from workshop.model.template import laid_out

    other = read(path)
    blocks: Iterable = ()
    if programme:
        ready = programmes.load(PROGRAMMES / f"{FOLLOW_UP}{programmes.SUFFIX}")
        plan, items = laid_out(ready, other.state.need("cover", Cover).language)
        blocks = (plan, *items)
    follows, today = folder.load(EXERCISES / FOLLOW_UP), clock.today()
    state = again.follow_up(other.state, other.held, follows, title, today, blocks)
    _create(out, state, {FOLLOW_UP: folder.files(EXERCISES / FOLLOW_UP)}, tells.get()(path))


def _create(out: Path, state: State, files: Files, password: str = "") -> None:
    from workshop.store.session_file import SessionFile

    used = {run.exercise for run in state.all(Run)}
    held = {name: texts for name, texts in files.items() if name in used}
    wait_for(lambda: SessionFile.create(out, state, held, password=password)).close()


def called(other: Other, words: Catalogue) -> str:
    """What a copy of a session without its content is called: its programme's title, or its exercises'."""
    from workshop.model.exercise import in_language
    from workshop.model.planned import Programme

    plan = next((plan.title for plan in other.state.all(Programme) if plan.title), "")
    named = [in_language(texts, words.language).title for _, texts in other.exercises.values()]
    return plan or ", ".join(named)[:200]


def contents(path: Path, words: Catalogue) -> tuple[str, dict[str, str]]:
    """What a session's package is called and would hold, by file name."""
    from workshop.app import own

    other, files = _read(path)
    title = called(other, words)
    return title, own.contents(other, files, title)


class Again:
    """Answers what the windows ask (screen/again/asked.py)."""

    def __init__(self, house: Verkstad, library: Library) -> None:
        self._house, self._library = house, library

    def read(self, path: Path) -> Other:
        """The session in a file, which is not touched."""
        return read(path)

    def locked(self, path: Path) -> bool:
        """Whether a session has a password that is not known just now."""
        from workshop.store.protection import is_protected

        return is_protected(path) and not tells.get()(path)

    def unlock(self, path: Path, password: str) -> None:
        """Know a session's password, so that it can be read; Protected where it is not that one."""
        from workshop.store.session_file import SessionFile

        wait_for(lambda: SessionFile.open(path, read_only=True, password=password).close(), lambda _: None)
        self._house.told[path] = password

    def lock(self, paths: Iterable[Path]) -> None:
        """Know the passwords of sessions no longer, but of those that are open."""
        for path in paths:
            self._house.told.pop(path, None)

    def called(self, other: Other, language: str) -> str:
        """What a copy of a session without its content would be called."""
        return called(other, Catalogue(language))

    def copy(self, path: Path, cover: Cover, parties: Parties, as_it_went: bool, only: str) -> Path:
        """A new session in the library with another one's plan; where it lies."""
        out = self._library.fresh_path(cover.title, cover.date)
        copy(path, out, Catalogue(cover.language), cover, parties, as_it_went=as_it_went, only=only)
        return out

    def follow_up(self, path: Path, title: str, programme: bool) -> Path:
        """A new session in the library that follows another one up; where it lies."""
        out = self._library.fresh_path(title, clock.today())
        follow_up(path, out, title, programme)
        return out

    def replay(self, path: Path) -> tuple[Other, Replay]:
        """A session as it is and from its beginning; Refusal where its journal can't be read."""
        from workshop.model.replay import Replay

        with file_in(path) as file:
            return _read_in(file)[0], wait_for(lambda: Replay(*file.told()), lambda _: None)

    def contents(self, path: Path, language: str) -> tuple[str, dict[str, str]]:
        """What a session's package is called and would hold, by file name."""
        return contents(path, Catalogue(language))

    def write(self, path: Path, files: Mapping[str, str]) -> None:
        """Write a package."""
        from workshop.app import own

        own.write(path, files)

    def export(self, name: str, path: Path) -> None:
        """Write an exercise as one file."""
        from workshop.app import own

        own.export(name, path)

    def take_in(self, path: Path) -> Added:
        """Add what a folder or a package holds to the person's own, once it has been looked at; what is new."""
        from workshop.app import own

        return own.take_in(path)

    def make_own(self, name: str, suffix: str) -> Path:
        """A copy of an exercise among the person's own; its folder."""
        from workshop.app import own

        return own.make_own(name, suffix)

    def take(self, opened: Opened, path: Path, run: Id) -> Other:
        """Another session, one of whose exercises the session that is open holds from now on, as it is there."""
        other, files = _read(path)
        name = other.state.need(run, Run).exercise
        held = opened.exercises.get(name)
        if held and held[0] != other.exercises[name][0]:
            raise Refusal("This session holds the exercise in another edition. Copy it into a session of its own.")
        if not held:
            self._house.hold(opened, name, other.exercises[name], files[name])
        return other

    def find(self, opened: Opened, thing: Elsewhere) -> Path:
        """The file of the session that something came from; Refusal where it is in none of the places we know."""
        near = [opened.path.parent / thing.file, self._library.folder / thing.file]
        known = [recent.path for recent in self._house.recent()]
        for path in dict.fromkeys([*near, *(p for p in known if p.name == thing.file), *known]):
            if path.exists() and _made(path) == thing.made:
                return path
        raise Refusal(
            "“{title}” could not be found. It was called {file}: open it once from home, then it is known.",
            title=thing.session,
            file=thing.file,
        )


def _made(path: Path) -> str:
    """When a session's file was made; "" where it can't be read."""
    try:
        with file_in(path) as file:
            return file.about()["made"]
    except Refusal:
        return ""
