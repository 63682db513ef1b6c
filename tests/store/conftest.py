"""A session that lies there, and a computer on which not everything may be written."""

import os
import shutil
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.store.at_work import card, start
from workshop.model.change import add, update
from workshop.model.record import Note

NOBODY = 65534


@pytest.fixture
def common_folder() -> Iterator[Path]:
    """A folder in which the tests are an ordinary person, whoever runs them: root may write where nobody may."""
    folder = Path(tempfile.mkdtemp(prefix="verkstad-"))
    root = hasattr(os, "geteuid") and os.geteuid() == 0
    if root:
        os.chown(folder, NOBODY, NOBODY)
        os.seteuid(NOBODY)
    yield folder
    if root:
        os.seteuid(0)
    for path in (folder, *folder.rglob("*")):
        path.chmod(0o755)
    shutil.rmtree(folder)


@pytest.fixture(autouse=True)
def own_home(tmp_path, monkeypatch) -> Path:
    """Where backups are kept."""
    home = tmp_path.with_name(f"{tmp_path.name} home")
    monkeypatch.setenv("VERKSTAD_HOME", str(home))
    return home


@pytest.fixture
def path(tmp_path) -> Path:
    """A session of some size that lies there, closed."""
    path = tmp_path / "Frukost.workshop"
    file, session = start(path)
    for number in range(1, 13):
        session.do(add(card(number, f"kort {number} " + "åäö " * 60)), "write card")
    session.do(update(session.state.need("n1", Note), text="ändrat"), "edit card")
    file.close()
    return path
