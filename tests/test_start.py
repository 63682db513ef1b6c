"""The windows must be there at once, so what is heavy stays out until somebody asks for it."""

import os
import subprocess
import sys
from pathlib import Path

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
