"""Backing up, restoring and repairing from the command line."""

import os
from pathlib import Path

import pytest

from tests.shell import Shell
from tests.store.at_work import card, reopened, start
from workshop.model.change import add
from workshop.store.session_file import SessionFile


@pytest.fixture
def path(tmp_path: Path) -> Path:
    path = tmp_path / "Frukost.workshop"
    file, session = start(path)
    session.do(add(card(1)), "write card")
    file.close()
    return path


def write(path: Path, number: int) -> None:
    file, session = reopened(path)
    session.do(add(card(number)), "write card")
    file.close()


def test_what_is_backed_up_can_be_listed_and_restored_into_a_copy(shell: Shell, path: Path) -> None:
    made = shell.does("backup", path).strip()
    assert Path(made).read_bytes() == path.read_bytes() and Path(made).is_relative_to(shell.home)
    assert shell.does("backup", path).strip() == made, "nothing has changed"
    write(path, 2)
    later = shell.does("backup", path).strip()
    listed = shell.does("restore", path, "--language", "sv").splitlines()
    assert [line.split("  ")[1:] for line in listed] == [
        ["2 kort, 0 överenskommelser", later],
        ["1 kort, 0 överenskommelser", made],
    ]
    before, out = path.read_bytes(), path.with_name("Åter.workshop")
    assert shell.does("restore", path, "--out", out).strip() == str(out)
    assert "n2" in SessionFile.open(out, read_only=True).state
    assert str(out.name) in shell.refused("restore", path, "--out", out), "no file is written over"
    out.unlink()
    shell.does("restore", path, "--out", out, "--backup", made)
    assert "n2" not in SessionFile.open(out, read_only=True).state
    assert path.read_bytes() == before


def test_a_session_is_backed_up_while_it_is_open(shell: Shell, path: Path) -> None:
    file, session = reopened(path)
    session.do(add(card(3)), "write card")
    made = shell.does("backup", path).strip()
    session.do(add(card(4)), "write card")
    file.close()
    kept = SessionFile.open(Path(made), read_only=True).state
    assert "n3" in kept and "n4" not in kept


def test_a_damaged_session_is_restored_from_its_latest_whole_backup(shell: Shell, path: Path) -> None:
    first = Path(shell.does("backup", path).strip())
    write(path, 2)
    second = Path(shell.does("backup", path).strip())
    second.write_bytes(second.read_bytes()[:-1])
    path.write_bytes(b"SQLite format 3\0" + os.urandom(5000))
    assert str(first) in shell.refused("show", path)
    out = path.with_name("Åter.workshop")
    shell.does("restore", path, "--out", out)
    assert out.read_bytes() == first.read_bytes()
    assert "skadad" in shell.does("restore", path, "--language", "sv").splitlines()[0]


def test_what_can_not_be_backed_up_or_restored_is_told(shell: Shell, path: Path) -> None:
    assert path.name in shell.refused("restore", path, "--language", "sv")
    assert "gone" in shell.refused("backup", path.with_name("gone.workshop"))
    shell.does("backup", path)
    shell.refused("restore", path, "--out", path.with_name("o.workshop"), "--backup", path)
    path.write_bytes(b"text")
    assert path.name in shell.refused("backup", path)
    assert not path.with_name("gone.workshop").exists()
    for words in (["backup"], ["restore"], ["backup", path, "--why", "x"]):
        assert shell.workshop(*words).returncode == 2


def test_everything_goes_into_an_archive_and_comes_back(shell: Shell, path: Path, tmp_path: Path) -> None:  # noqa: F811
    (shell.home / "sessions").mkdir()
    own = shell.home / "sessions" / path.name
    path.rename(own)
    archive = tmp_path / "Allt.zip"
    assert shell.does("backup", "--out", archive).strip() == str(archive)
    before = own.read_bytes()
    assert shell.does("restore", archive) == "", "all is here already"
    own.unlink()
    assert shell.does("restore", archive).strip() == str(own) and own.read_bytes() == before
    archive.write_bytes(b"PK")
    assert archive.name in shell.refused("restore", archive)
    shell.refused("restore", tmp_path / "gone.zip")
    shell.refused("backup", "--out", tmp_path / "gone" / "Allt.zip")
