"""The demo plays a process leader's year through the windows: each promise about the library is kept in it."""

import json
import re
from pathlib import Path
from zipfile import ZipFile

import pytest

from tests.shell import Shell
from workshop.app import again
from workshop.app.opening import session_in, tells
from workshop.model.change import State
from workshop.model.elsewhere import Elsewhere
from workshop.model.filing import filing_of
from workshop.model.outcomes import CLOSED, RENEWED, made_here
from workshop.model.record import Actor, Agreement, Cover, Note, Party
from workshop.model.refusal import Damaged, Protected
from workshop.store.backups import kept, restore

pytestmark = pytest.mark.slow
BRIDGE, PASSWORD = "Nätverket Bron", "fyra vänliga ord till"


@pytest.fixture(scope="module")
def year(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, str]:
    """The folder that the story leaves, and what it printed."""
    pytest.importorskip("PySide6")
    folder = tmp_path_factory.mktemp("year")
    return folder / "out" / "year", Shell(folder).does("demo", "--story", "year", "--out", folder / "out")


@pytest.fixture(scope="module")
def library(year: tuple[Path, str]) -> Shell:
    """A terminal in the house where the year was."""
    return Shell(year[0] / "verkstad")


@pytest.fixture(scope="module")
def files(library: Shell) -> dict[str, Path]:
    """The sessions that are left, by title."""
    return {re.sub(r"^[\d-]+ ", "", path.stem): path for path in (library.home / "sessions").iterdir()}


def read(path: Path) -> State:
    with session_in(path) as (state, _):
        return state


def test_the_story_is_told_in_pictures_and_in_words(year: tuple[Path, str]) -> None:
    out, said = year
    named = [Path(line) for line in said.splitlines()]
    pictures = [path for path in named if path.suffix == ".png"]
    assert sorted(pictures) == sorted(out.glob("*.png")) and all(path.is_file() for path in named)
    story = (out / "index.md").read_text("utf-8")
    assert re.findall(r"\]\((.*)\)", story) == [path.name for path in pictures]
    looks = {path.stem.partition("-")[2]: path.read_bytes() for path in pictures}
    assert looks["december-back"] == looks.pop("december-proposed"), "what was laid aside is back as it was"
    assert len({*looks.values()}) == len(looks), "each other moment looks another way"


def test_twelve_sessions_were_held_and_one_was_disposed_of(files: dict[str, Path], library: Shell) -> None:
    assert len(files) == 12 and not any("Alex" in title for title in files)  # eleven, and the copy that was restored
    listed = library.does("library", "list", "--language", "sv").splitlines()[1:]
    assert len(listed) == 12 and sum("Går inte att läsa" in line for line in listed) == 1


def test_nothing_is_left_of_what_was_disposed_of(year: tuple[Path, str], library: Shell) -> None:
    said = re.compile("Alex|knackar på|spelkompis|KOMP 2027/14".encode(), re.IGNORECASE)
    left = [path for path in library.home.rglob("*") if path.is_file()]
    assert len(left) > 20 and not [path for path in left if said.search(path.name.encode() + path.read_bytes())]
    assert json.loads(library.does("search", "Alex", "--json")) == []


def test_a_follow_up_opens_with_what_was_agreed_and_ends_in_what_lives_on(files: dict[str, Path]) -> None:
    first, after = read(files["Vinterpasset om hemmasittare"]), read(files["Uppföljning av vinterpasset"])
    past = [agreement for agreement in after.all(Agreement) if agreement.past]
    assert [a.text for a in past] == [a.text for a in made_here(first)]
    assert [a.outcome for a in past] == ["kept", "partly", "not"] and all(a.why for a in past)
    assert [a.onward for a in past] == ["", RENEWED, CLOSED]
    assert {a.text for a in made_here(after)} > {past[1].text}


def test_there_were_three_follow_ups(files: dict[str, Path]) -> None:
    followed = [path for title, path in files.items() if title.startswith("Uppföljning")]
    assert len(followed) == 3
    for path in followed:
        past = [agreement for agreement in read(path).all(Agreement) if agreement.past]
        assert past and all(a.outcome and a.why and read(path).need(a.origin, Elsewhere) for a in past)


def test_the_copy_for_another_group_has_none_of_the_first_one_s_words_but_what_was_fetched(
    files: dict[str, Path],
) -> None:
    one, other = read(files["Retsam eftermiddag"]), read(files["Retsam eftermiddag, sal 2"])
    assert other.need("cover", Cover).group == "Chefsprogrammet, grupp B" and not made_here(other)
    assert [party.name for party in other.all(Party)] == ["Skolan", "Socialtjänsten"]
    texts = {note.text for note in one.all(Note)}
    fetched = [note for note in other.all(Note) if note.origin in other]
    assert len(fetched) == 5 and {note.text for note in fetched} <= texts
    assert {other.need(note.origin, Elsewhere).session for note in fetched} == {"Retsam eftermiddag"}
    spring = read(files["Vårpasset om hemmasittare"])
    assert spring.need("cover", Cover).group == BRIDGE and len(made_here(spring)) == 1


def test_the_damaged_session_is_as_it_was_and_its_copy_is_what_was_backed_up(
    files: dict[str, Path], library: Shell, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    damaged, copy = files["Runt en elev som flyttar"], files["Runt en elev som flyttar 2027-10-07 08.30"]
    assert damaged.stat().st_size == 9000
    with pytest.raises(Damaged):
        read(damaged)
    monkeypatch.setenv("VERKSTAD_HOME", str(library.home))
    (backup,) = kept(damaged)
    restore(backup, tmp_path / "again.workshop")
    assert [*read(copy)] == [*read(tmp_path / "again.workshop")] and len(read(copy).all(Actor)) == 6


def test_one_is_frozen_and_filed_and_one_has_a_password(files: dict[str, Path]) -> None:
    filed = filing_of(read(files["Vem håller i trådarna i sommar"]))
    assert filed.shut and (filed.status, filed.diary) == ("finished", "KOMP 2027/31")
    locked = files["Det som stannar i rummet"]
    with pytest.raises(Protected):
        read(locked)
    tells.set(lambda path: PASSWORD if path == locked else "")
    assert len([note for note in read(locked).all(Note) if note.table == 0]) > 0
    tells.set(lambda path: "")


def test_one_line_of_typing_finds_all_icebergs_about_something(library: Shell) -> None:
    hits = json.loads(library.does("search", "alla våra isberg om hemmasittare", "--json", "--language", "sv"))
    assert {hit["session"] for hit in hits} == {
        "Vinterpasset om hemmasittare", "Vårpasset om hemmasittare", "Höstisberget om hemmasittare",
    }  # fmt: skip


def test_what_was_handed_over_holds_nothing_that_was_written(year: tuple[Path, str], files: dict[str, Path]) -> None:
    with ZipFile(year[0] / "paket.zip") as package:
        said = "".join(package.read(name).decode() for name in package.namelist())
    winter = read(files["Vinterpasset om hemmasittare"])
    ready = again.read(files["Vinterpasset om hemmasittare"]).exercises
    assert "isberget" in ready and "exercise.toml" in "".join(package.namelist())
    written = [*(note.text for note in winter.all(Note)), *(a.text for a in winter.all(Agreement)), BRIDGE]
    assert len(written) > 10 and not [text for text in written if text in said]
