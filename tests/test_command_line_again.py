"""A session is copied without its content, and two are compared, from the command line."""

import shutil
from pathlib import Path

import pytest

from tests.shell import Shell
from tests.test_command_line import acts
from workshop.model.change import update
from workshop.model.history import Entry
from workshop.model.record import Agreement
from workshop.store.session_file import SessionFile


@pytest.fixture(scope="module")
def played(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A session with an exercise's example in it."""
    from tests.model.played import played as the_example
    from workshop.catalog import folder
    from workshop.look import EXERCISES

    path = tmp_path_factory.mktemp("again") / "pass.workshop"
    state, exercises = the_example("reta-motparten")
    copies = {name: folder.files(EXERCISES / name) for name in exercises}
    SessionFile.create(path, state, copies).close()
    return path


@pytest.fixture
def session(played: Path, tmp_path: Path) -> Path:
    return Path(shutil.copy(played, tmp_path / "pass.workshop"))


def test_a_copy_without_content_holds_the_plan_and_no_word_that_was_written(shell: Shell, session: Path) -> None:
    out = session.with_name("ny.workshop")
    assert shell.does("copy", session, "--without-content", "--out", out) == f"{out}\n"
    bytes_of = out.read_bytes()
    for act in acts("add_note"):
        assert act["text"].encode() not in bytes_of
    said = shell.does("show", out)
    assert "Reta motparten" in said and "Sälgköpings kommun" not in said


def test_a_whole_copy_holds_it_all(shell: Shell, session: Path) -> None:
    out = session.with_name("ny.workshop")
    shell.does("copy", session, "--out", out)
    assert shell.does("show", out) == shell.does("show", session)


def test_a_copy_writes_over_no_file(shell: Shell, session: Path) -> None:
    before = session.read_bytes()
    assert "pass.workshop" in shell.refused("copy", session, "--without-content", "--out", session)
    assert session.read_bytes() == before


def test_only_one_exercise_may_be_copied(shell: Shell, session: Path) -> None:
    out = session.with_name("ny.workshop")
    shell.does("copy", session, "--without-content", "--exercise", "reta-motparten", "--out", out)
    assert out.exists()
    assert "isberget" in shell.refused("copy", session, "--without-content", "--exercise", "isberget", "--out", out)


def test_a_session_says_the_same_as_itself_and_a_change_is_told(shell: Shell, session: Path) -> None:
    other = Path(shutil.copy(session, session.with_name("sedan.workshop")))
    assert shell.does("compare", session, other) == "De säger samma sak.\n"
    file = SessionFile.open(other)
    agreement = file.state.all(Agreement)[0]
    change = update(agreement, text="Något helt annat")
    file.write(change, Entry("do", 99, "prov", change))
    file.close()
    said = shell.does("compare", session, other).splitlines()
    assert said[0].startswith("Reta motparten · ") and said[1:] == [
        f"  ”{agreement.text.rstrip('.')}” har blivit ”Något helt annat”."
    ]


def test_sessions_with_nothing_in_common_are_not_compared(shell: Shell, session: Path, tmp_path: Path) -> None:
    from tests.model.played import played as the_example
    from workshop.catalog import folder
    from workshop.look import EXERCISES

    state, _ = the_example("isberget")
    path = tmp_path / "isberg.workshop"
    SessionFile.create(path, state, {"isberget": folder.files(EXERCISES / "isberget")}).close()
    assert "ingen övning gemensamt" in shell.refused("compare", session, path)


@pytest.mark.parametrize("words", [["copy"], ["copy", "x.workshop"], ["compare", "x.workshop"]])
def test_what_was_asked_wrongly_is_2(shell: Shell, words: list[str]) -> None:
    assert shell.workshop(*words).returncode == 2


@pytest.mark.parametrize("words", [["copy", "ä.workshop", "--out", "o"], ["compare", "ä.workshop", "ö.workshop"]])
def test_a_file_that_is_not_there_is_1(shell: Shell, words: list[str]) -> None:
    shell.refused(*words)
