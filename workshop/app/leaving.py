"""What leaves the program: written at once, or by a process of its own so that the windows don't stutter."""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from workshop.app.opening import session_in
from workshop.look import RESOURCES
from workshop.model.refusal import Refusal

if TYPE_CHECKING:
    from workshop.model.visible import Audience


def export(file: Path, kind: str, out: Path, audience: Audience, language: str) -> None:
    """Write a session's summary for an audience as pdf or json, or its programme or the script of it as a PDF."""
    from workshop.model.visible import Audience
    from workshop.paper.data import write_json
    from workshop.paper.pdf import write_summary
    from workshop.paper.programme import write_programme

    with session_in(file) as (state, exercises):
        if kind in ("programme", "script"):
            write_programme(out, state, language, Audience.FULL if kind == "script" else Audience.SHARED)
            return
        (write_summary if kind == "pdf" else write_json)(out, state, exercises, language, audience)


class Summary:
    """A PDF being written by another process (see Job in screen/house.py)."""

    def __init__(self, session: Path, path: Path, kind: str, full: bool, language: str) -> None:
        import subprocess

        self._path = path
        command = [sys.executable, "-P", "-m", "workshop", "export", str(session), "--as", kind, "--out", str(path)]
        command += ["--document", "full" if full else "shared", "--language", language]
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
