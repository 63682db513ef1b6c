"""What the windows ask about backups (`house.backups`); app/backups.py answers."""

from __future__ import annotations

from pathlib import Path
from typing import Protocol

from workshop.model.value import valueclass
from workshop.screen.job import Job


@valueclass
class Backup:
    """A backup of a session: when it was made (ISO, local), why (see model.backup.WHY), and what is in it.

    `exercises` are names, `size` is in bytes.
    """

    path: Path
    at: str
    why: str
    title: str
    exercises: tuple[str, ...]
    cards: int
    agreements: int
    size: int


class Telling(Job, Protocol):
    """A Job that has something to tell when it is done."""

    said: str


class Backups(Protocol):
    """The backups behind the windows. Every call may raise Refusal with a sentence for the facilitator."""

    def of(self, path: Path) -> list[Backup]:
        """The backups of a session's file, the latest first."""
        ...

    def whole(self, path: Path) -> Path | None:
        """The latest backup that is as it was made, where there is one."""
        ...

    def start(self, path: Path, why: str, language: str) -> Job:
        """Begin backing a session up, in a process of its own; `language` is what it says no in."""
        ...

    def check(self, path: Path, language: str) -> Telling:
        """Begin looking whether a session's file is whole, in a process of its own."""
        ...

    def repair(self, path: Path, language: str) -> tuple[Path, Telling]:
        """Begin saving what can be saved of a damaged session into a copy, in a process of its own."""
        ...

    def archive(self, to: Path, language: str) -> Telling:
        """Begin putting every session and every own programme in one file, in a process of its own."""
        ...

    def bring_in(self, archive: Path, language: str) -> Telling:
        """Begin bringing in what an archive holds, in a process of its own; it tells a line for each file."""
        ...

    def door(self, path: Path) -> Path:
        """The file that another program makes that wants the session's window to come to the front."""
        ...

    def answer(self, path: Path) -> bool:
        """Whether somebody has knocked there since the last time."""
        ...

    def copied_by(self, path: Path) -> str:
        """The program that copies a session's folder to the net, the first time that it is asked; else ""."""
        ...

    def restore(self, path: Path, backup: Backup) -> Path:
        """Put a copy of a backup beside its session, under a name that no file has; the copy's path."""
        ...
