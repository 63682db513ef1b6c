"""The home window's list: what was worked with last comes first, and losing the list loses nothing."""

import datetime
import os
from pathlib import Path

import pytest

from tests.store.at_work import start
from workshop.model.change import add
from workshop.model.record import Run
from workshop.model.refusal import Refusal
from workshop.store.library import Library
from workshop.store.settings import home_folder, settings


@pytest.fixture
def home(tmp_path, monkeypatch):
    monkeypatch.setenv("VERKSTAD_HOME", str(tmp_path / "hem"))
    return home_folder()


def begun(library: Library, title: str, saved: float) -> Path:
    """A session in the library's folder, last saved at a time."""
    path = library.fresh_path(title, "2026-10-14")
    file, session = start(path)
    session.do(add(Run(id="r", exercise="reta-motparten")), "begin exercise")
    file.set_picture("wall", title.encode())
    file.close()
    library.remember(path, title, "Lilla gruppen", "reta-motparten", title.encode())
    os.utime(path, (saved, saved))
    return path


def test_the_latest_session_comes_first_with_its_picture(home):
    library = Library(home)
    assert library.recent() == []
    old, new = begun(library, "Vår", 1_000_000.0), begun(library, "Höst", 2_000_000.0)
    first, second = Library(home).recent()
    assert (first.path, first.title, first.picture) == (new, "Höst", "Höst".encode())
    assert (second.path, second.group, second.exercise) == (old, "Lilla gruppen", "reta-motparten")
    assert first.saved > second.saved and len(first.saved) == len("2026-10-14T17:46:40")


def test_a_session_outside_the_folder_is_remembered_too_and_one_that_is_gone_is_not_shown(home, tmp_path):
    library = Library(home)
    path = tmp_path / "USB" / "Pass.workshop"
    path.parent.mkdir()
    start(path)[0].close()
    library.remember(path, "Pass", "", "reta-motparten", None)
    (row,) = Library(home).recent()
    assert row.path == path and row.picture is None
    path.unlink()
    assert Library(home).recent() == []


def test_a_session_taken_out_of_the_folder_leaves_no_picture_of_its_cards(home):
    library = Library(home)
    path = library.fresh_path("Pass", "2026-10-14")
    start(path)[0].close()
    library.remember(path, "Pass", "", "reta-motparten", b"png")
    assert list((home / "pictures").glob("*.png"))
    path.unlink()
    assert Library(home).recent() == []
    assert not list((home / "pictures").glob("*.png"))


def test_the_whole_home_can_be_moved(home, tmp_path):
    begun(Library(home), "Vår", 1_000_000.0)
    home.rename(tmp_path / "annat hem")
    (row,) = Library(tmp_path / "annat hem").recent()
    assert row.title == "Vår" and row.path.exists() and row.picture


def test_a_new_picture_takes_the_place_of_the_old_one(home):
    library = Library(home)
    path = begun(library, "Vår", 1_000_000.0)
    library.remember(path, "Vår i ny form", "", "reta-motparten", b"new")
    library.remember(path, "Vår i ny form", "", "reta-motparten", None)
    (row,) = library.recent()
    assert (row.title, row.picture) == ("Vår i ny form", b"new")


@pytest.mark.parametrize(
    "damage", [b"", b"{", b"[]", b"\xff\xfe\x00", b'{"sessions": {"a": {}}, "settings": {}}', None]
)
def test_a_damaged_or_lost_list_is_made_anew_from_the_sessions(home, damage):
    library = Library(home)
    begun(library, "Vår", 1_000_000.0)
    begun(library, "Höst", 2_000_000.0)
    before = library.recent()
    (library.folder / "trasig.workshop").write_bytes(b"damaged")
    for picture in (home / "pictures").iterdir():
        picture.unlink()
    (home / "library.json").unlink() if damage is None else (home / "library.json").write_bytes(damage)
    again = Library(home).recent()
    assert [(row.path, row.picture) for row in again] == [(row.path, row.picture) for row in before]
    assert {row.title for row in again} == {"Frukost hos tre förvaltningar"}  # as their covers say
    aside = [file for file in home.iterdir() if "damaged" in file.name]
    assert [file.read_bytes() for file in aside] == ([] if damage is None else [damage])


def test_choices_are_kept_between_starts(home):
    Library(home).set_setting("language", "en")
    assert settings(home) == {"language": "en"}


@pytest.mark.parametrize(
    ("title", "name"),
    [
        ("Frukost", "2026-10-14 Frukost.workshop"),
        ("a/b\\c: <d>?\n*", "2026-10-14 a b c d.workshop"),
        ("…", "2026-10-14 ….workshop"),
        ("../..", "2026-10-14.workshop"),
    ],
)
def test_a_new_session_gets_a_name_that_any_disk_takes(home, title, name):
    path = Library(home).fresh_path(title, "2026-10-14")
    assert path.parent == home / "sessions"
    assert path.name == name


def test_two_sessions_of_one_name_do_not_collide(home):
    library = Library(home)
    first, second = begun(library, "Vår", 1.0), begun(library, "Vår", 2.0)
    assert first != second and len(library.recent()) == 2
    assert len(library.fresh_path("ord " * 500, "2026-10-14").name) < 120


def test_a_list_that_can_not_be_saved_is_told(common_folder):
    library = Library(common_folder)
    common_folder.chmod(0o555)
    with pytest.raises(Refusal, match="disk is full"):
        library.set_setting("language", "en")
    with pytest.raises(Refusal):
        library.fresh_path("Vår", "2026-10-14")


def test_what_a_text_says_is_read_once_and_kept_for_the_next_start(home):
    asked = []

    def read(text: str) -> dict[str, object]:
        asked.append(text)
        return {"title": text, "minutes": 5, "steps": [{"key": "å"}], "half": 0.5, "on": True}

    first = Library(home).tables(read, "one")
    assert Library(home).tables(read, "one") == first == read("one") and asked == ["one", "one"]
    assert Library(home).tables(read, "two")["title"] == "two"


@pytest.mark.parametrize("damage", [b"", b"{}", b"\xff\xfe", None])
def test_kept_tables_that_are_not_as_they_were_written_are_read_anew(home, damage):
    Library(home).tables(lambda text: {"title": "one"}, "one")
    (kept,) = (home / "tables").iterdir()
    kept.write_bytes(kept.read_bytes().replace(b"one", b"two") if damage is None else damage)
    assert Library(home).tables(lambda text: {"title": "anew"}, "one") == {"title": "anew"}
    assert Library(home).tables(lambda text: {}, "one") == {"title": "anew"}


def test_tables_that_can_not_be_kept_are_read_each_time_and_old_ones_go(home):
    day = datetime.date(2026, 11, 26)
    for _ in range(2):
        assert Library(home).tables(lambda text: {"day": day}, "one") == {"day": day}
    library = Library(home)
    for number in range(80):
        library.tables(lambda text: {"text": text}, str(number))
    assert len(list((home / "tables").iterdir())) == 60
    assert library.tables(lambda text: {}, "79") == {"text": "79"}
