"""Backups of sessions, as the windows and the command line ask for them (screen/safety/asked.py)."""

from __future__ import annotations

import os
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

from workshop.app.beside import Beside
from workshop.model.refusal import Refusal
from workshop.store import backups as store
from workshop.words import N_, Catalogue

if TYPE_CHECKING:
    from workshop.screen.house import Job
    from workshop.screen.safety.asked import Backup
    from workshop.store.library import Library


class Backups:
    """The backups of every session of one person; `password` is the one that the session in a file was opened with."""

    def __init__(self, library: Library, password: Callable[[Path], str]) -> None:
        self._library, self._password = library, password

    def of(self, path: Path) -> list[Backup]:
        """The backups of a session's file, the latest first."""
        return [_told(kept) for kept in store.kept(path)]

    def whole(self, path: Path) -> Path | None:
        """The latest backup that is as it was made, where there is one."""
        kept = store.newest(path)
        return kept.path if kept else None

    def start(self, path: Path, why: str, language: str) -> Job:
        """Begin backing a session up, in a process of its own: only there may its file be opened and closed."""
        said = ("--why", why, "--language", language)
        return Beside("backup", path, *said, fails=N_("{why}"), password=self._password(path))

    def check(self, path: Path, language: str) -> Beside:
        """Begin looking whether a session's file is whole."""
        return Beside("repair", path, "--language", language, fails=N_("{why}"), password=self._password(path))

    def repair(self, path: Path, language: str) -> tuple[Path, Beside]:
        """Begin saving what can be saved of a damaged session into a copy beside it."""
        words = Catalogue(language)
        copy = fresh(self._folder(path), words("{name} repaired", name=path.stem), path.suffix)
        return copy, Beside("repair", path, "--out", copy, "--language", language, fails=N_("{why}"))

    def restore(self, path: Path, backup: Backup) -> Path:
        """Put a copy of a backup beside its session, or in the sessions' folder where nothing can be written there."""
        kept = next((kept for kept in store.kept(path) if kept.path == backup.path), None)
        if kept is None:
            raise Refusal("That backup is not there any more. Choose another one.")
        copy = fresh(
            self._folder(path), f"{path.stem} {backup.at[:16].replace('T', ' ').replace(':', '.')}", path.suffix
        )
        store.restore(kept, copy)
        with suppress(Refusal):  # a list that can't be kept is no reason not to restore
            self._library.remember(copy, kept.title, "", next(iter(kept.exercises), ""), None)
        return copy

    def _folder(self, path: Path) -> Path:
        """Where copies of a session are put: beside it where they can be."""
        return path.parent if os.access(path.parent, os.W_OK) else self._library.folder


def fresh(folder: Path, name: str, suffix: str) -> Path:
    """A path in a folder under a name that no file has."""
    path, number = folder / f"{name}{suffix}", 1
    while path.exists():
        number += 1
        path = folder / f"{name} {number}{suffix}"
    return path


def _told(kept: store.Kept) -> Backup:
    from workshop.screen.safety.asked import Backup

    what = (kept.title, kept.exercises, kept.cards, kept.agreements, kept.size)
    return Backup(kept.path, kept.at, kept.why, *what)
