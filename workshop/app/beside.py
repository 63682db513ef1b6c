"""Work that goes on beside the windows: a command of the program's own, in a process of its own."""

from __future__ import annotations

import os
import sys
from contextlib import suppress
from pathlib import Path

from workshop.look import RESOURCES
from workshop.model.refusal import Refusal


class Beside:
    """A command at work (see Job in screen/house.py); `fails` is what it is called where it can't do it.

    A session's password goes through a pipe: others on the computer may see what is started, and with what words.
    """

    def __init__(self, *command: str | Path, fails: str, leaves: Path | None = None, password: str = "") -> None:
        import subprocess

        self._fails, self._leaves = fails, leaves
        self.said = ""  # what it printed, when it is done
        command += ("--password-from", "-") if password else ()
        self._process = subprocess.Popen(
            [sys.executable, "-P", "-m", "workshop", *map(str, command)],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            encoding="utf-8",
            errors="replace",
            env={**os.environ, "PYTHONPATH": str(RESOURCES.parent)},
        )
        if pipe := self._process.stdin:
            self._process.stdin = None
            with suppress(OSError), pipe:
                pipe.write(password)

    def finished(self) -> bool:
        """Whether it is done; Refusal, in the other process's own words, where it failed."""
        status = self._process.poll()
        if status is None:
            return False
        self.said, why = (said.strip() for said in self._process.communicate())
        if status:
            raise Refusal(self._fails, why=why.split("\n")[-1])
        return True

    def cancel(self) -> None:
        """Stop and leave nothing behind."""
        self._process.kill()
        if self._process.stderr and not self._process.stderr.closed:  # it is, once it has been seen to be done
            self._process.communicate()
        if self._leaves:
            import shutil

            for name in (f"{self._leaves.name}.part", f".{self._leaves.name}.part"):
                beside = self._leaves.with_name(name)
                if beside.is_dir():  # several files that were on their way into a folder
                    shutil.rmtree(beside, ignore_errors=True)
                else:
                    beside.unlink(missing_ok=True)
