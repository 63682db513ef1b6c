"""Somebody without a screen, or a script, uses Verkstad from the command line."""

import json
import os
import shutil
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

from tests.shell import Shell
from workshop.look import EXERCISES, RESOURCES

EXAMPLE = EXERCISES / "reta-motparten"
PLANS = {path.parent.name: tomllib.loads(path.read_text("utf-8")) for path in sorted(EXERCISES.glob("*/exercise.toml"))}


@pytest.fixture
def session(played: tuple[Path, str], tmp_path: Path) -> Path:
    """A session file of the test's own, with the whole example in it."""
    return Path(shutil.copy(played[0] / "session.workshop", tmp_path / "pass.workshop"))


def acts(verb: str, folder: Path = EXAMPLE) -> list[dict]:
    """What the example does with a verb; cards whose words it changes later are left out."""
    example = tomllib.loads((folder / "example.toml").read_text("utf-8"))
    edited = {act["id"] for act in example["acts"] if act["do"] == "edit_note"}
    return [act for act in example["acts"] if act["do"] == verb and act["id"] not in edited]


# export and show


def test_the_shared_summary_leaves_the_raw_cards_out(shell: Shell, session: Path, tmp_path: Path) -> None:
    said = shell.does("export", session, "--as", "json", "--out", tmp_path / "shared.json")
    assert said == f"{tmp_path / 'shared.json'}\n"
    shell.does("export", session, "--as", "json", "--out", tmp_path / "full.json", "--document", "full")
    raw = {act["text"] for act in acts("add_note") if act["step"] == "write"}
    assert len(raw) >= 20
    texts = {}
    for name in ("shared", "full"):
        told = json.loads((tmp_path / f"{name}.json").read_text("utf-8"))
        assert told["format"] == 3
        texts[name] = {note["text"] for note in told["records"]["note"]}
        agreed = [a for name in PLANS for verb in ("add_agreement", "renew") for a in acts(verb, EXERCISES / name)]
        assert sum(not agreement["past"] for agreement in told["records"]["agreement"]) == len(agreed)
    assert raw <= texts["full"] and not raw & texts["shared"]


def test_a_pdf_is_written_whole_and_the_same_each_time(shell: Shell, session: Path, tmp_path: Path) -> None:
    before = session.read_bytes()
    for name in ("one.pdf", "two.pdf"):
        shell.does("export", session, "--as", "pdf", "--out", tmp_path / name)
    one = (tmp_path / "one.pdf").read_bytes()
    assert one.startswith(b"%PDF") and one.rstrip().endswith(b"%%EOF")
    assert one == (tmp_path / "two.pdf").read_bytes()
    assert session.read_bytes() == before
    assert sorted(path.name for path in tmp_path.iterdir()) == ["home", "one.pdf", "pass.workshop", "two.pdf"]


def test_a_session_that_is_open_elsewhere_can_be_exported(shell: Shell, session: Path, tmp_path: Path) -> None:
    """The facilitator's window does just that when a summary is asked for."""
    from workshop.store.session_file import SessionFile

    held = SessionFile.open(session)
    try:
        assert not held.read_only
        shell.does("export", session, "--as", "json", "--out", tmp_path / "summary.json")
    finally:
        held.close()


def test_show_tells_every_card_and_agreement(shell: Shell, session: Path) -> None:
    said = shell.does("show", session, "--language", "sv")
    for act in acts("add_note") + acts("add_agreement"):
        assert act["text"] in said
    for act in acts("turn_note"):
        assert act["flip"] in said


def test_letters_come_out_whole_in_a_terminal_that_knows_only_ascii(shell: Shell, session: Path) -> None:
    assert "överens" in shell.does("show", session, PYTHONIOENCODING="ascii", LC_ALL="C")


@pytest.mark.skipif(os.name == "nt", reason="needs a shell's pipe")
def test_whoever_reads_may_stop_reading(shell: Shell, session: Path) -> None:
    line = f"'{sys.executable}' -u -m workshop show '{session}' | head -n 1"
    ended = subprocess.run(line, shell=True, capture_output=True, encoding="utf-8", env=shell.environment)
    assert (ended.stdout.count("\n"), ended.stderr) == (1, "")


# programme


def test_the_programme_and_its_script_are_two_prints(shell: Shell, session: Path, tmp_path: Path) -> None:
    pypdf = pytest.importorskip("pypdf")
    out = tmp_path / "programme.pdf"
    unplanned(session)
    said = shell.refused("export", session, "--as", "pdf", "--paper", "programme", "--out", out, "--language", "en")
    assert "no programme in this session" in said and not out.exists()
    planned(session)
    assert "  14.35–14.55 Fika\n" in shell.does("show", session, "--language", "sv")
    said = tmp_path / "summary.json"
    shell.does("export", session, "--as", "json", "--out", said)
    told = json.loads(said.read_text("utf-8"))
    block = next(block for block in told["records"]["block"] if block["title"] == "Fika")
    assert block["script"] == "" and {"block": block["id"], "start": "14:35"}.items() <= told["times"][2].items()
    read = {}
    for whom in ("shared", "full"):
        asked = ("--as", "pdf", "--paper", "programme", "--document", whom)
        shell.does("export", session, *asked, "--out", out, "--language", "sv")
        read[whom] = " ".join(page.extract_text() for page in pypdf.PdfReader(out).pages)
    assert "Fika" in read["shared"] and "Fika" in read["full"]
    assert "Den som äger den säger ordet" in read["full"] and "Den som äger" not in read["shared"]


def unplanned(session: Path) -> None:
    """Take the session's programme away."""
    from workshop.model.change import remove
    from workshop.model.planned import Actual, Block, Programme
    from workshop.store.session_file import SessionFile

    file = SessionFile.open(session)
    file.write(remove(*(record for kind in (Actual, Block, Programme) for record in file.state.all(kind))), None)
    file.close()


def planned(session: Path) -> None:
    """Lay the follow-up out as the session's programme."""
    from workshop.catalog.programmes import load
    from workshop.model.template import use
    from workshop.store.session_file import SessionFile

    file = SessionFile.open(session)
    file.write(use(file.state, load(RESOURCES / "programmes" / "uppfoljning.toml"), "sv"), None)
    file.close()


# check


def test_check_looks_at_programmes_too(shell: Shell, tmp_path: Path) -> None:
    ready = tmp_path / "egen.toml"
    shipped = (RESOURCES / "programmes" / "uppfoljning.toml").read_text("utf-8")
    known = shipped.replace('name = "uppfoljning"', 'name = "egen"').replace('"isberget"', '"reta-motparten"')
    ready.write_text(known, "utf-8")
    assert shell.does("check", ready, "--language", "en") == "1 programme, nothing wrong.\n"
    assert shell.does("check", tmp_path, EXAMPLE, "--language", "sv").count("\n") == 2
    ready.write_text(known.replace('start = "13:00"', 'start = "ett"'), "utf-8")
    ended = shell.workshop("check", ready, "--language", "en")
    assert ended.returncode == 1
    assert ended.stdout == f"{ready}:14:9: “start” is not a time. Write it as 08:30.\n"


def test_check_finds_nothing_wrong_in_what_is_shipped(shell: Shell) -> None:
    said = shell.does("check", EXERCISES, "--language", "en")
    count = len(list(EXERCISES.iterdir()))
    assert said == (f"{count} exercises, nothing wrong.\n" if count > 1 else "1 exercise, nothing wrong.\n")


def test_check_says_where_and_what(shell: Shell, tmp_path: Path) -> None:
    copy = Path(shutil.copytree(EXAMPLE, tmp_path / EXAMPLE.name))
    (copy / "guide.sv.md").unlink()
    plan = copy / "exercise.toml"
    plan.write_text(plan.read_text("utf-8").replace("minutes = 87", "minutes = 90"), "utf-8")
    ended = shell.workshop("check", copy, "--language", "en")
    assert (ended.returncode, ended.stderr) == (1, "")
    assert ended.stdout.splitlines() == [
        f"{plan}:6:11: The steps take 87 minutes together, but 90 is written here. Write 87.",
        f"{copy / 'guide.sv.md'}:1:1: The file is missing. Add it to the folder.",
    ]


# What can't be done, and what was asked wrongly


def broken_files(tmp_path: Path) -> dict[str, Path]:
    places = {"missing": tmp_path / "gone.workshop", "a folder": tmp_path / "folder.workshop"}
    places["a folder"].mkdir()
    for name, content in (("empty", b""), ("text", b"hej\n" * 999), ("cut", b"SQLite format 3\x00")):
        places[name] = tmp_path / f"{name}.workshop"
        places[name].write_bytes(content)
    return places


@pytest.mark.parametrize("name", ["missing", "a folder", "empty", "text", "cut"])
@pytest.mark.parametrize(
    "words",
    [
        ("show", "{file}"),
        ("export", "{file}", "--as", "pdf", "--out", "{out}"),
        ("export", "{file}", "--as", "json", "--out", "{out}"),
        ("{file}",),
    ],
    ids=["show", "pdf", "json", "open"],
)
def test_a_file_that_is_no_session(shell: Shell, tmp_path: Path, name: str, words: tuple[str, ...]) -> None:
    file = broken_files(tmp_path)[name]
    before = file.read_bytes() if file.is_file() else b""
    out = tmp_path / "summary"
    said = shell.refused(*(word.format(file=file, out=out) for word in words), QT_QPA_PLATFORM="offscreen")
    assert file.name in said
    assert not out.exists()
    assert not file.is_file() or file.read_bytes() == before


@pytest.mark.parametrize("kind", ["pdf", "json"])
def test_a_place_where_nothing_can_be_written(shell: Shell, session: Path, tmp_path: Path, kind: str) -> None:
    (tmp_path / "file").touch()
    (tmp_path / "folder").mkdir()
    for out in (tmp_path / "gone" / "s.pdf", tmp_path / "file" / "s.pdf", tmp_path / "folder"):
        shell.refused("export", session, "--as", kind, "--out", out)
    assert sorted(path.name for path in tmp_path.iterdir()) == ["file", "folder", "home", "pass.workshop"]


def test_a_demo_that_has_nowhere_to_go(shell: Shell, tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    for out in (tmp_path / "file", tmp_path / "file" / "demo"):
        shell.refused("demo", "--out", out)


def test_a_check_of_nothing(shell: Shell, tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    for path in (tmp_path / "gone", tmp_path / "empty"):
        assert str(path) in shell.refused("check", path)


@pytest.mark.parametrize(
    "words",
    [
        ["demo"],
        ["demo", "--out", "x", "--language", "de"],
        ["export", "x.workshop", "--as", "pdf"],
        ["export", "x.workshop", "--as", "doc", "--out", "x"],
        ["export", "x.workshop", "--as", "pdf", "--out", "x", "--document", "secret"],
        ["show"],
        ["check"],
        ["cehck", "x"],
        ["cehck"],
        ["--wrong"],
        ["a.workshop", "b.workshop"],
    ],
    ids=" ".join,
)
def test_what_was_asked_wrongly(shell: Shell, words: list[str]) -> None:
    ended = shell.workshop(*words)
    assert (ended.returncode, ended.stdout) == (2, "")
    assert "Usage: workshop" in ended.stderr


def test_help_is_no_mistake(shell: Shell) -> None:
    for words in (["--help"], ["export", "--help"]):
        assert shell.does(*words).startswith("Usage: workshop")


def test_without_a_screen_the_windows_say_so(shell: Shell) -> None:
    assert "workshop demo" in shell.refused()


# The language


def test_the_language_is_the_one_asked_for_or_kept_or_the_computer_s_or_swedish(shell: Shell, tmp_path: Path) -> None:
    from workshop.store.library import Library
    from workshop.words import Catalogue

    def says(*words: str, **environment: str) -> str:
        said = shell.refused("check", tmp_path / "gone", *words, **environment)
        spoken = {
            language: Catalogue(language)(
                "There is no folder {path}. Give the folder of an exercise.", path=tmp_path / "gone"
            )
            for language in ("sv", "en")
        }
        assert spoken["sv"] != spoken["en"], "the sentence is not translated yet"
        return next(language for language, sentence in spoken.items() if sentence == said)

    assert says() == "sv"
    assert says(LANG="C.UTF-8") == "sv"
    assert says(LANG="en_GB.UTF-8") == "en"
    assert says("--language", "sv", LANG="en_GB.UTF-8") == "sv"
    Library(shell.home).set_setting("language", "en")
    assert says() == "en"
    assert says("--language", "sv") == "sv"
