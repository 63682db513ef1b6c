"""What leaves the program: written at once, or by a process of its own so that the windows don't stutter."""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from workshop.app.opening import session_in
from workshop.look import RESOURCES
from workshop.model.refusal import Refusal
from workshop.words import Catalogue

if TYPE_CHECKING:
    from workshop.model.visible import Audience


def export(file: Path, kind: str, out: Path, audience: Audience, language: str, paper: str = "report") -> None:
    """Write what is wanted of a session, for an audience: a kind of file, and which of the papers it holds."""
    from workshop.paper.kinds import write
    from workshop.paper.wish import Wish

    with session_in(file) as (state, exercises):
        write(kind, out, Wish(state, exercises, Catalogue(language), audience, paper))


class Summary:
    """A PDF being written by another process (see Job in screen/house.py)."""

    def __init__(self, session: Path, path: Path, paper: str, full: bool, language: str) -> None:
        import subprocess

        self._path = path
        command = [sys.executable, "-P", "-m", "workshop", "export", str(session), "--as", "pdf", "--out", str(path)]
        command += ["--paper", paper, "--document", "full" if full else "shared", "--language", language]
        self._process = subprocess.Popen(
            command,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.PIPE,
            encoding="utf-8",
            errors="replace",
            env={**os.environ, "PYTHONPATH": str(RESOURCES.parent)},
        )

    def finished(self) -> bool:
        """Whether it is done; Refusal, in the other process's own words, where it failed."""
        status = self._process.poll()
        if status is None:
            return False
        said = self._process.communicate()[1].strip()
        if status:
            raise Refusal("The summary was not written. {why}", why=said.split("\n")[-1])
        return True

    def cancel(self) -> None:
        """Stop and leave nothing behind."""
        self._process.kill()
        self._process.communicate()
        self._path.with_name(f"{self._path.name}.part").unlink(missing_ok=True)
