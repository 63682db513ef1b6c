"""What every test stands on: windows are drawn off the screen, and a slow machine is no reason to fail."""

import os
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

from tests.shell import Shell

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
settings.register_profile("house", max_examples=50, deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("house")


@pytest.fixture
def shell(tmp_path: Path) -> Shell:
    home = tmp_path / "home"
    home.mkdir()
    return Shell(home)


@pytest.fixture(scope="session")
def played(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, str]:
    """The folder that `workshop demo` leaves, and what it printed."""
    pytest.importorskip("PySide6")
    folder = tmp_path_factory.mktemp("demo")
    out = folder / "år 1"
    return out, Shell(folder).does("demo", "--out", out, "--language", "sv")
