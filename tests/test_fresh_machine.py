"""`python3 verkstad.py` on machines that lack something: it mends that, or says in a sentence what to do."""

import ast
import importlib.util
import os
import shutil
import sys
import threading
import time
from pathlib import Path
from types import SimpleNamespace

import pytest

ROOT = Path(__file__).resolve().parent.parent


class Started(Exception):
    """Stands for the program taking over; carries the command that was started."""


def read_script(folder):
    spec = importlib.util.spec_from_file_location("verkstad", folder / "verkstad.py")
    assert spec and spec.loader
    script = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(script)
    return script


@pytest.fixture
def machine(tmp_path, monkeypatch):
    """A fresh copy of the start script on a machine with everything, where set-up steps are noted instead of run."""
    for name in ("verkstad.py", "requirements.lock", "pyproject.toml"):
        shutil.copy(ROOT / name, tmp_path)
    script = read_script(tmp_path)
    steps: list[str] = []

    def note(*command):
        steps.append(" ".join(str(word) for word in command))
        if "venv" in command:
            Path(script.PYTHON).parent.mkdir(parents=True, exist_ok=True)
            Path(script.PYTHON).touch()

    def took_over(path, command):
        raise Started(command)

    monkeypatch.setattr(script, "run", note)
    monkeypatch.setattr(script, "missing_packages", list)
    monkeypatch.setattr(script.os, "execv", took_over)
    monkeypatch.setattr(script.shutil, "which", lambda program: None if program == "uv" else f"/usr/bin/{program}")
    monkeypatch.setenv("DISPLAY", ":0")
    monkeypatch.chdir(tmp_path)

    def start(*words):
        with pytest.raises((Started, SystemExit)) as ended:
            script.main(list(words))
        return ended.value.args[0]

    return SimpleNamespace(script=script, steps=steps, start=start, folder=tmp_path)


def test_it_is_short_enough_to_be_read_before_it_is_run():
    assert len((ROOT / "verkstad.py").read_text(encoding="utf-8").splitlines()) < 100


def test_an_old_python_can_read_it_and_says_that_it_is_too_old(machine, monkeypatch):
    ast.parse((ROOT / "verkstad.py").read_text(encoding="utf-8"), feature_version=(3, 7))
    monkeypatch.setattr(sys, "version_info", (3, 9, 2, "final", 0))
    swedish, english = machine.start().splitlines()
    assert "behöver Python 3.11" in swedish
    assert "needs Python 3.11" in english
    assert machine.steps == []


def test_a_fresh_machine_is_set_up_from_the_locked_hashes_and_then_left_alone(machine):
    assert machine.start("show", "a.workshop") == [machine.script.WORKSHOP, "show", "a.workshop"]
    venv, locked, editable, compiled = machine.steps
    assert "--require-hashes -r requirements.lock" in locked
    assert "--no-deps --no-build-isolation --editable ." in editable
    assert "compileall" in compiled
    machine.start("show", "a.workshop")
    assert machine.steps == [venv, locked, editable, compiled]


def test_uv_is_used_where_it_is(machine, monkeypatch):
    monkeypatch.setattr(machine.script.shutil, "which", lambda program: f"/opt/{program}")
    machine.start()
    assert [step for step in machine.steps if step.startswith("/opt/uv pip install")] == machine.steps[1:3]


def test_new_requirements_are_set_up_anew(machine):
    machine.start()
    with (machine.folder / "requirements.lock").open("a", encoding="utf-8") as lock:
        lock.write("# a newer edition\n")
    machine.start()
    assert len(machine.steps) == 8


def test_missing_system_packages_are_named_in_a_line_to_run(machine, monkeypatch):
    monkeypatch.setattr(machine.script, "missing_packages", lambda: ["python3-venv", "libegl1"])
    monkeypatch.setattr(machine.script.os, "geteuid", lambda: 1000)
    line = machine.start().splitlines()[-1]
    assert line == "sudo apt-get update && sudo apt-get install -y --no-install-recommends python3-venv libegl1"
    assert machine.steps == []


def test_root_gets_missing_system_packages_installed_and_is_told_so_first(machine, monkeypatch, capsys):
    monkeypatch.setattr(machine.script, "missing_packages", lambda: ["libegl1"])
    monkeypatch.setattr(machine.script.os, "geteuid", lambda: 0)
    machine.start()
    assert machine.steps[0].endswith("apt-get install -y --no-install-recommends libegl1")
    assert "libegl1" in capsys.readouterr().out


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux is asked for shared libraries")
def test_each_library_that_does_not_load_is_missed_by_its_package_name(monkeypatch):
    script = read_script(ROOT)

    def loads_all_but_two(library):
        if library in ("libEGL.so.1", "libxcb-cursor.so.0"):
            raise OSError(library)

    monkeypatch.setattr(script.ctypes, "CDLL", loads_all_but_two)
    monkeypatch.setattr(script.shutil, "which", lambda program: None)
    monkeypatch.setattr(script.importlib.util, "find_spec", lambda module: None)
    assert script.missing_packages() == ["python3-venv", "libegl1", "libxcb-cursor0"]


def test_a_folder_one_may_not_write_in_is_said_in_a_sentence(machine):
    (machine.folder / ".verkstad.lock").mkdir()  # holds for root too, whom no permission stops
    swedish, english = machine.start().splitlines()
    assert f"måste få skriva i {machine.folder}" in swedish
    assert f"may not write in {machine.folder}" in english


def test_a_set_up_that_is_interrupted_half_way_starts_anew(machine, monkeypatch):
    def interrupted(*command):
        raise KeyboardInterrupt

    with monkeypatch.context() as patch:
        patch.setattr(machine.script, "run", interrupted)
        assert "Nästa start börjar om" in machine.start()
    machine.start()
    assert "--clear" in machine.steps[0]
    assert len(machine.steps) == 4


def test_without_a_network_it_says_so_and_leaves_nothing_that_looks_ready(machine, monkeypatch):
    script = read_script(machine.folder)
    monkeypatch.setattr(script, "missing_packages", list)
    for name, value in {
        "INDEX_URL": "http://127.0.0.1:9/simple",
        "CONFIG_FILE": os.devnull,
        "RETRIES": "0",
        "FIND_LINKS": "",
        "EXTRA_INDEX_URL": "",
    }.items():
        monkeypatch.setenv(f"PIP_{name}", value)
    with pytest.raises(SystemExit) as ended:
        script.main([])
    swedish, english = ended.value.args[0].splitlines()
    assert "se till att datorn har nät" in swedish
    assert "check the network" in english
    assert not script.whole().exists()


def test_of_two_starts_at_once_one_sets_up_and_the_other_waits(machine, monkeypatch):
    quick = machine.script.run

    def slow(*command):
        time.sleep(0.1)
        quick(*command)

    monkeypatch.setattr(machine.script, "run", slow)
    starts = [threading.Thread(target=machine.start) for _ in range(2)]
    for start in starts:
        start.start()
    for start in starts:
        start.join(timeout=20)
    assert len(machine.steps) == 4


@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere there is always a screen")
def test_without_a_screen_the_example_is_played_and_its_folder_named(machine, monkeypatch, capsys):
    monkeypatch.delenv("DISPLAY")
    monkeypatch.delenv("WAYLAND_DISPLAY", raising=False)
    monkeypatch.setenv("VERKSTAD_HOME", str(machine.folder / "home"))
    folder = str(machine.folder / "home" / "verkstad-demo")
    assert machine.start() == [machine.script.WORKSHOP, "demo", "--out", folder]
    said = capsys.readouterr().out
    assert f"Ingen skärm hittades: exempelpasset spelas upp utan fönster, och bilder och PDF läggs i {folder}" in said
    assert machine.start("check", "exercises") == [machine.script.WORKSHOP, "check", "exercises"]


def test_with_a_screen_the_windows_open(machine):
    assert machine.start() == [machine.script.WORKSHOP]


def test_test_and_bench_are_its_own_words(machine):
    assert machine.start("test", "-k", "undo") == [machine.script.PYTHON, "-m", "pytest", "-n", "2", "-k", "undo"]
    assert machine.start("bench", "save") == [machine.script.PYTHON, "-m", "tests.bench", "save"]
