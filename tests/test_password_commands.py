"""Protected sessions from the command line: the password comes from a file or a pipe, never from the line itself."""

import io
import sys
from pathlib import Path

import pytest

from tests.desk import begun
from workshop.__main__ import main
from workshop.app import Verkstad

PASSWORD = "fyra vänliga ord"


@pytest.fixture
def protected(tmp_path, monkeypatch):
    monkeypatch.setenv("VERKSTAD_HOME", str(tmp_path / "home"))
    house = Verkstad()
    opened = begun(house)
    house.keeping.protect(opened, PASSWORD)
    opened.close()
    return str(opened.path)


def test_a_session_is_shown_with_the_password_from_a_file(protected, tmp_path, capsys):
    (tmp_path / "lösenord.txt").write_text(f"{PASSWORD}\n", "utf-8")
    assert main(["show", protected, "--password-from", str(tmp_path / "lösenord.txt")]) == 0
    assert "Gruppen" in capsys.readouterr().out


def test_the_password_comes_through_a_pipe(protected, tmp_path, monkeypatch):
    monkeypatch.setattr(sys, "stdin", io.StringIO(PASSWORD))
    out = tmp_path / "ut.json"
    assert main(["export", protected, "--as", "json", "--out", str(out), "--password-from", "-"]) == 0
    assert "Gruppen" in out.read_text("utf-8")


def test_without_it_or_with_another_one_it_says_so_and_writes_nothing(protected, tmp_path, monkeypatch, capsys):
    monkeypatch.setattr(sys, "stdin", io.StringIO("fel lösenord"))
    out = tmp_path / "ut.json"
    assert main(["export", protected, "--as", "json", "--out", str(out), "--language", "sv"]) == 1
    assert "--password-from" in capsys.readouterr().err
    command = ["export", protected, "--as", "json", "--out", str(out), "--password-from", "-", "--language", "sv"]
    assert main(command) == 1
    assert "Det är inte lösenordet" in capsys.readouterr().err and not out.exists()
    assert main(["show", protected, "--password-from", str(tmp_path / "borta.txt"), "--language", "sv"]) == 1
    assert "borta.txt" in capsys.readouterr().err
    assert main(["show", protected, "--password", PASSWORD]) == 2


def test_two_protected_sessions_are_compared_with_a_password_on_each_line(protected, tmp_path, capsys, monkeypatch):
    other, house = tmp_path / "annat.workshop", Verkstad()
    other.write_bytes(Path(protected).read_bytes())
    opened = house.open(other, PASSWORD)
    house.keeping.protect(opened, "fem andra goda ord")
    opened.close()
    command = ["compare", protected, str(other), "--language", "sv", "--password-from"]
    (tmp_path / "lösenord.txt").write_text(f"{PASSWORD}\nfem andra goda ord\n", "utf-8")
    assert main([*command, str(tmp_path / "lösenord.txt")]) == 0
    assert "säger samma sak" in capsys.readouterr().out
    monkeypatch.setattr(sys, "stdin", io.StringIO(PASSWORD))
    assert main([*command, "-"]) == 1
    assert "annat.workshop" in capsys.readouterr().err


def test_a_package_and_a_copy_are_made_of_a_protected_session(protected, tmp_path, monkeypatch):
    for command in (["package", protected], ["copy", protected, "--without-content"]):
        out = tmp_path / command[0]
        monkeypatch.setattr(sys, "stdin", io.StringIO(PASSWORD))
        assert main([*command, "--out", str(out), "--password-from", "-"]) == 0
        assert out.exists()
