"""The windows must be there at once, so what is heavy stays out until somebody asks for it."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from workshop.look import EXERCISES, RESOURCES

HEAVY = ("pydantic", "pydantic_core", "reportlab", "sqlite_utils", "babel", "click", "networkx", "tree_sitter", "numpy")

BEGINS = """
from workshop.app import Verkstad
from workshop.screen.house import Beginning
beginning = Beginning("reta-motparten", "Vårpasset", "", "", "2026-10-14", (("Norr", "N"), ("Söder", "S")))
opened = Verkstad().begin(beginning, "sv")
opened.close()
print(opened.path)
"""

OPENS = """
import sys
from pathlib import Path
from workshop.app import Verkstad
house = Verkstad()
print(len(house.shelf("sv")))
opened = house.open(Path(sys.argv[1]))
print(len(opened.session.state), opened.texts["sv"].title)
opened.close()
print(*sys.modules)
"""


def python(code: str, home: Path, *words: str) -> list[str]:
    """The lines that a fresh Python prints."""
    environment = {**os.environ, "VERKSTAD_HOME": str(home), "PYTHONPATH": str(RESOURCES.parent), "PYTHONUTF8": "1"}
    command = [sys.executable, "-c", code, *words]
    ended = subprocess.run(command, capture_output=True, encoding="utf-8", env=environment, check=True)
    return ended.stdout.splitlines()


def brought_in(modules: str) -> list[str]:
    """The heavy ones among the modules that were imported."""
    return sorted({name.split(".")[0] for name in modules.split()} & {*HEAVY})


def test_opening_a_session_brings_in_nothing_heavy(tmp_path: Path) -> None:
    (path,) = python(BEGINS, tmp_path)
    shelf, session, modules = python(OPENS, tmp_path, path)
    assert shelf == str(len(list(EXERCISES.iterdir())))
    assert session.endswith("Reta motparten") and int(session.split()[0]) > 10
    assert brought_in(modules) == []


def test_the_command_line_s_parser_waits_until_there_is_something_to_parse(tmp_path: Path) -> None:
    (modules,) = python("import sys, workshop.__main__; print(*sys.modules)", tmp_path)
    assert "workshop.app" in modules.split()
    assert brought_in(modules) == []


def test_heavy_modules_would_be_noticed() -> None:
    assert brought_in("os click.core sqlite_utils") == ["click", "sqlite_utils"]


HOME_ON_A_SCREEN = """
import os, sys
from PySide6.QtCore import QTimer
from workshop.__main__ import main
from workshop.screen.home.window import HomeWindow
from workshop.screen.program import application

def read(window):
    print(window.messages.text)
    window.close()

refresh = HomeWindow.refresh
HomeWindow.refresh = lambda window: (refresh(window), QTimer.singleShot(0, lambda: read(window)))
application()  # without a screen of its own; from here on the program takes it for one that somebody sees
os.environ["QT_QPA_PLATFORM"] = "xcb"
sys.exit(main([sys.argv[1]]))
"""


@pytest.mark.parametrize("content", [None, b"SQLite format 3\x00"], ids=["missing", "cut"])
def test_who_double_clicks_a_file_that_is_no_session_is_told_at_home(tmp_path: Path, content: bytes | None) -> None:
    file = tmp_path / "trasig.workshop"
    if content:
        file.write_bytes(content)
    places = {"VERKSTAD_HOME": str(tmp_path / "home"), "PYTHONPATH": str(RESOURCES.parent)}
    environment = {**os.environ, **places, "PYTHONUTF8": "1", "QT_QPA_PLATFORM": "offscreen"}
    command = [sys.executable, "-c", HOME_ON_A_SCREEN, str(file)]
    ended = subprocess.run(command, capture_output=True, encoding="utf-8", env=environment, timeout=60)
    in_terminal = ended.stderr.splitlines()[0]
    assert file.name in in_terminal
    assert ended.stdout.strip() == in_terminal
    assert ended.returncode == 1
