"""Somebody at a terminal on a computer without a screen."""

import os
import subprocess
import sys
from pathlib import Path

from workshop.look import RESOURCES


class Shell:
    """A terminal on a computer without screen, whose owner's Verkstad lies in a folder of its own."""

    def __init__(self, home: Path) -> None:
        self.home = home
        hidden = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM", "LC_ALL", "LC_MESSAGES", "LANG")
        kept = {name: value for name, value in os.environ.items() if name not in hidden}
        self.environment = {**kept, "VERKSTAD_HOME": str(home), "PYTHONPATH": str(RESOURCES.parent)}

    def workshop(self, *words: object, **environment: str) -> "subprocess.CompletedProcess[str]":
        """Run `workshop` with these words; whatever happens there must be no traceback."""
        command = [sys.executable, "-m", "workshop", *map(str, words)]
        ended = subprocess.run(
            command,
            capture_output=True,
            encoding="utf-8",
            env={**self.environment, **environment},
            cwd=self.home,
            timeout=180,
        )
        assert "Traceback" not in ended.stderr, ended.stderr
        return ended

    def refused(self, *words: object, **environment: str) -> str:
        """What `workshop` says, in one sentence on its own line, where it can't do what was asked."""
        ended = self.workshop(*words, **environment)
        assert (ended.returncode, ended.stdout) == (1, ""), ended
        assert ended.stderr.count("\n") == 1 and ended.stderr.endswith("\n"), ended.stderr
        return ended.stderr.strip()

    def does(self, *words: object, **environment: str) -> str:
        """What `workshop` prints where all goes well."""
        ended = self.workshop(*words, **environment)
        assert (ended.returncode, ended.stderr) == (0, ""), ended
        return ended.stdout
