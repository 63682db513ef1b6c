"""What the windows ask about the library and the search in it (`house.finding`); app/finding.py answers."""

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Protocol

from workshop.model.hits import Hit, Listed
from workshop.model.sought import Sought
from workshop.model.words import Words
from workshop.screen.job import Job


class Finding(Protocol):
    """All sessions of one person, and what was written in them. Every call may raise Refusal."""

    def folders(self) -> list[Path]:
        """Those whose sessions the library holds, its own first."""
        ...

    def add_folder(self, folder: Path) -> None:
        """Hold the sessions of one more folder."""
        ...

    def remove_folder(self, folder: Path) -> None:
        """Hold a folder's sessions no longer."""
        ...

    def forget(self, path: Path) -> None:
        """Leave nothing of a session in the index, nor in the index's file; it is read anew while it is there."""
        ...

    def start(self) -> Job:
        """Begin to read what has changed in the folders, beside the window."""
        ...

    def work(self) -> tuple[int, int]:
        """How far that has come: files read, and files to read."""
        ...

    def look(self, line: str, words: Words, language: str) -> tuple[Sought, list[int]]:
        """What a line looks for, and the numbers of the sessions that it finds, the newest first."""
        ...

    def listed(self, ids: Sequence[int]) -> list[Listed]:
        """Some sessions as the library lists them; those that are gone meanwhile are left out."""
        ...

    def hits(self, ids: Sequence[int], asked: Sought) -> Mapping[int, list[Hit]]:
        """Where the words stand in some sessions, by number."""
        ...

    def picture(self, path: Path) -> bytes | None:
        """What a session looked like when it was left, PNG; None where that isn't known or not to be seen."""
        ...
