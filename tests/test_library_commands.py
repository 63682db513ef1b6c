"""The library from the command line: which sessions there are, in which folders, and what was written in them."""

import json
import shutil

import pytest

from tests.shell import Shell
from workshop.app import Verkstad
from workshop.model.notes import add_note
from workshop.model.record import Board, Party
from workshop.screen.house import Beginning


@pytest.fixture
def shell(tmp_path, monkeypatch):
    (tmp_path / "hem").mkdir()
    monkeypatch.setenv("VERKSTAD_HOME", str(tmp_path / "hem"))
    return Shell(tmp_path / "hem")


def begun(title, date, *texts):
    """A session with these cards, closed; where it lies."""
    parties = (("Nämnden", "N"), ("Förvaltningen", "F"))
    opened = Verkstad().begin(Beginning("reta-motparten", title, "Norra gruppen", "", date, parties), "sv")
    session = opened.session
    board = next(board for board in session.state.all(Board) if board.key == "provocations")
    for text in texts:
        session.do(add_note(session.state, board, session.state.all(Party)[0].id, text), "write card")
    opened.close()
    return opened.path


def test_a_search_prints_each_hit_in_its_place_the_newest_first(shell):
    begun("Vårpasset", "2025-04-02", "Vi svarar aldrig i skolan")
    begun("Höstpasset", "2026-10-14", "Skolorna får vänta", "Annat")
    said = shell.does("search", "alla", "våra", "skola", "--language", "sv").splitlines()
    assert [line.split(" · ")[1] for line in said] == ["Höstpasset", "Vårpasset"]
    assert said[0].startswith("2026-10-14 · Höstpasset · Reta motparten · ") and said[0].endswith(
        ": Skolorna får vänta"
    )
    assert shell.does("search", "reta motparten 2025 vänta", "--language", "sv") == ""


def test_a_search_as_json_is_a_list_of_hits(shell):
    path = begun("Höstpasset", "2026-10-14", "Skolorna får vänta")
    (hit,) = json.loads(shell.does("search", "skola", "--json"))
    assert (hit["session"], hit["exercise"], hit["date"]) == ("Höstpasset", "Reta motparten", "2026-10-14")
    assert (hit["text"], hit["marks"], hit["file"]) == ("Skolorna får vänta", [[0, 8]], str(path))
    assert hit["board"] and hit["id"]
    (session,) = json.loads(shell.does("search", "reta motparten 2026", "--json"))
    assert (session["session"], session["text"]) == ("Höstpasset", "")


@pytest.mark.parametrize("noise", ["¤%&/()=", '"""', "AND OR NOT", "said:*", "zzzzz", "", "\x07", "🎉", "x" * 9000])
def test_noise_gives_an_empty_list(shell, noise):
    begun("Höstpasset", "2026-10-14", "Skolorna får vänta")
    assert json.loads(shell.does("search", "--json", "--", noise)) == []


def test_a_search_for_nothing_is_asked_wrongly(shell):
    assert shell.workshop("search").returncode == 2
    assert shell.workshop("library").returncode == shell.workshop("library", "throw").returncode == 2


def test_folders_are_added_listed_and_taken_away(shell, tmp_path):
    other = tmp_path / "delad mapp"
    other.mkdir()
    shutil.move(begun("Lånat pass", "2026-05-01", "buss"), other / "lånat.workshop")
    begun("Eget pass", "2026-06-01", "buss")
    (other / "trasig.workshop").write_bytes(b"x" * 3000)
    assert shell.does("library", "add", other) == ""
    said = shell.does("library", "list", "--language", "sv").splitlines()
    assert said[0] == str(shell.home / "sessions") and said[1].startswith(
        "  2026-06-01 · Eget pass · Norra gruppen · Reta"
    )
    assert said[2] == str(other)
    assert sorted(line.strip().split("  ")[-1] for line in said[3:]) == ["lånat.workshop", "trasig.workshop"]
    assert any("trasig · Går inte att läsa" in line for line in said)
    assert len(json.loads(shell.does("search", "buss", "--json"))) == 2
    assert shell.does("library", "remove", other) == ""
    assert len(json.loads(shell.does("search", "buss", "--json"))) == 1
    assert (other / "lånat.workshop").exists(), "nothing happens to the sessions"


def test_what_cannot_be_done_is_said_in_one_sentence(shell, tmp_path):
    assert "finns ingen mapp" in shell.refused("library", "add", tmp_path / "ingen", "--language", "sv")
    assert "hör inte till biblioteket" in shell.refused("library", "remove", tmp_path, "--language", "sv")
    assert "egen mapp" in shell.refused("library", "remove", shell.home / "sessions", "--language", "sv")
    assert "workshop library add" in shell.refused("library", "add", "--language", "sv")
    (shell.home / "index.db").mkdir()
    assert "inte att söka" in shell.refused("search", "buss", "--language", "sv")
