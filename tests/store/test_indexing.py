"""The index follows the folders: what is new, changed or gone; what stands still is not read again."""

import os
import shutil

import pytest

from tests.store.at_work import card, reopened, start
from workshop.model.change import add, remove
from workshop.model.record import Note
from workshop.store import indexing
from workshop.store.index import Index
from workshop.store.indexing import bring_up_to_date, files_in


def told(texts, language):
    return "", {}, frozenset()


class Folders:
    """A library of two folders and its index."""

    def __init__(self, tmp_path, monkeypatch):
        self.index = Index(tmp_path / "hem")
        self.folders = [tmp_path / "hem" / "sessions", tmp_path / "sticka"]
        for folder in self.folders:
            folder.mkdir(parents=True)
        self.read = []
        entry_in = indexing.entry_in
        monkeypatch.setattr(
            indexing, "entry_in", lambda path, told: self.read.append(path.name) or entry_in(path, told)
        )

    def begins(self, name, text, folder=0):
        path = self.folders[folder] / name
        path.parent.mkdir(parents=True, exist_ok=True)
        file, session = start(path)
        session.do(add(card(1, text)), "write card")
        file.close()
        return path

    def update(self):
        """What was read, and how far it said that it had come."""
        self.read.clear()
        steps = list(bring_up_to_date(self.index, self.folders, told))
        return sorted(self.read), steps

    def says(self, word):
        found = self.index.connection.execute("SELECT count(*) FROM words WHERE words MATCH ?", (word,))
        return found.fetchone()[0]


@pytest.fixture
def library(tmp_path, monkeypatch):
    return Folders(tmp_path, monkeypatch)


def test_all_sessions_of_all_folders_are_read_once(library):
    library.begins("a.workshop", "buss")
    library.begins("inre/b.workshop", "buss", 1)
    library.begins("backups/c.workshop", "buss")
    library.begins(".gömd/d.workshop", "buss")
    (library.folders[0] / "anteckning.txt").write_text("buss")
    assert library.update() == (["a.workshop", "b.workshop"], [(0, 2), (2, 2)])
    assert library.says("buss") == 2
    assert library.update() == ([], [(0, 0)])


def test_what_has_changed_is_read_again_and_a_word_that_is_gone_is_not_found(library):
    path = library.begins("a.workshop", "hemligheten")
    library.begins("b.workshop", "buss")
    library.update()
    file, session = reopened(path)
    session.do(remove(session.state.need("n1", Note)), "remove card")
    session.do(add(card(2, "tåget")), "write card")
    file.close()
    assert library.update()[0] == ["a.workshop"]
    assert library.says("tåget") == 1 and library.says("hemligheten") == 0
    library.index.close()
    assert b"hemligheten" not in library.index.path.read_bytes()


def test_a_session_that_is_moved_or_gone_is_followed(library):
    path = library.begins("a.workshop", "buss")
    library.update()
    path.rename(path.with_name("ny.workshop"))
    assert library.update()[0] == ["ny.workshop"]
    assert list(library.index.stamps()) == [str(path.with_name("ny.workshop"))]
    path.with_name("ny.workshop").unlink()
    library.update()
    assert library.says("buss") == 0


def test_a_folder_that_is_not_there_just_now_keeps_its_sessions_and_one_taken_away_does_not(library, tmp_path):
    library.begins("a.workshop", "buss", 1)
    library.update()
    library.folders[1].rename(tmp_path / "urdragen")
    assert library.update()[0] == [] and library.says("buss") == 1
    del library.folders[1]
    library.update()
    assert library.says("buss") == 0


def test_stopped_halfway_what_was_read_stays_and_the_rest_is_read_next_time(library, monkeypatch):
    monkeypatch.setattr(indexing, "_TOGETHER", 2)
    for number in range(5):
        library.begins(f"{number}.workshop", "buss")
    going = bring_up_to_date(library.index, library.folders, told)
    assert [next(going), next(going)] == [(0, 5), (2, 5)]
    assert library.index.work() == (2, 5)
    del going
    assert library.says("buss") == 2
    read, steps = library.update()
    assert len(read) == 3 and steps[-1] == (3, 3) and library.says("buss") == 5


def test_losing_the_index_loses_nothing(library):
    library.begins("a.workshop", "buss")
    library.update()
    library.index.clear()
    assert library.update()[0] == ["a.workshop"] and library.says("buss") == 1


def test_no_session_is_touched_by_being_read(library):
    path = library.begins("a.workshop", "buss")
    before = (path.read_bytes(), path.stat().st_mtime_ns, sorted(os.listdir(path.parent)))
    library.update()
    assert (path.read_bytes(), path.stat().st_mtime_ns, sorted(os.listdir(path.parent))) == before


def test_a_link_in_a_circle_is_not_followed(library):
    library.begins("a.workshop", "buss")
    (library.folders[0] / "runt").symlink_to(library.folders[0], target_is_directory=True)
    assert len(list(files_in(library.folders[0]))) == 1
    shutil.rmtree(library.folders[0])
    assert list(files_in(library.folders[0])) == []


def test_of_a_session_with_a_password_no_more_is_told_than_its_file_s_name(library):
    path = library.begins("a.workshop", "hemligheten")
    library.update()
    file, _ = reopened(path)
    file.protect("fyra hemliga ord")
    file.close()
    library.update()
    row = library.index.connection.execute("SELECT title, team, shut FROM sessions").fetchone()
    assert row == ("a", "", "protected") and library.says("hemligheten") == 0
    library.index.close()
    left = library.index.path.read_bytes()
    assert b"hemligheten" not in left and b"Lilla" not in left


def test_a_session_that_is_laid_aside_is_not_in_the_library_until_it_is_taken_back(library):
    path = library.begins("a.workshop", "buss")
    library.update()
    list(bring_up_to_date(library.index, library.folders, told, {str(path)}))
    assert library.says("buss") == 0
    assert library.update()[0] == ["a.workshop"] and library.says("buss") == 1
