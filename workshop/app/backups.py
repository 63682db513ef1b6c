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
from workshop.store import one_writer
from workshop.store.settings import home_folder, settings
from workshop.words import N_, Catalogue

if TYPE_CHECKING:
    from workshop.screen.job import Job
    from workshop.screen.safety.asked import Backup
    from workshop.store.library import Library

_TOLD = 100  # sessions of which it is remembered that something was told


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

    def archive(self, to: Path, language: str) -> Beside:
        """Begin putting every session and every own programme in one file."""
        return Beside("backup", "--out", to, "--language", language, fails=N_("{why}"), leaves=to)

    def bring_in(self, archive: Path, language: str) -> Beside:
        """Begin bringing in what an archive holds."""
        return Beside("restore", archive, "--language", language, fails=N_("{why}"))

    def door(self, path: Path) -> Path:
        """The file that another program makes that wants the session's window to come to the front."""
        return one_writer.door(path)

    def answer(self, path: Path) -> bool:
        """Whether somebody has knocked there since the last time."""
        return one_writer.answer(path)

    def copied_by(self, path: Path) -> str:
        """The program that copies a session's folder to the net, the first time that it is asked; else ""."""
        from workshop.store.synced import service

        name, sign = service(path), one_writer.door(path).stem
        told = settings(home_folder()).get("copied", "").split()
        if not name or sign in told:
            return ""
        with suppress(Refusal):
            self._library.set_setting("copied", " ".join([*told, sign][-_TOLD:]))
        return name

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
