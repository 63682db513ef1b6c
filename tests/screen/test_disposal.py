"""On its day a session is proposed for disposal; nothing goes before it is confirmed, and then nothing is left."""

import re
import time
from pathlib import Path

import pytest

from tests.desk import Facilitator, begun
from workshop.model.change import State
from workshop.model.fields import to_fields
from workshop.model.filing import file
from workshop.model.kept import WORKING
from workshop.model.session import Session
from workshop.screen.keeping.going import ChooseSheet
from workshop.store.backups import ASKED, keep
from workshop.store.index import Entry, Index, Place, ready, stamp_of
from workshop.store.session_file import SessionFile
from workshop.store.settings import home_folder

from .visitor import held

PASSWORD = "fyra vänliga ord"
_SPARED = 4  # letters up to which a word may stand anywhere by chance
_KEYS = {b"agreements"}  # stands also in the index's own tables


def words_of(state: State) -> set[bytes]:
    """Every word that stands in a session, in any text of any record, but for the program's own keys."""
    said = " ".join(
        str(value)
        for record in state
        for value in (record.id, *to_fields(record).values())
        if not isinstance(value, tuple)
    )
    return {word.encode() for word in re.findall(r"[^\W_]+", said) if len(word) > _SPARED} - _KEYS


def places(*words: bytes) -> list[Path]:
    """The files in the data folder in which one of the words stands, or in whose names."""
    found = [(path, path.name.encode() + path.read_bytes()) for path in home_folder().rglob("*") if path.is_file()]
    return [path for path, said in found if any(word in said for word in words)]


@pytest.fixture
def going(house, qtbot) -> tuple[Path, set[bytes]]:
    """The file of a session with everything in it, whose day has come, and all its words."""
    at_work = Facilitator(house, begun(house))
    qtbot.addWidget(at_work.window)
    at_work.goes_to("write")
    for number in range(30):
        at_work.writes(f"Rosenhane hör inte av sig {number}")
    at_work.presses("Ctrl+Z")
    at_work.presses("Alt+N")
    at_work.window.papers.memo.setPlainText("Vilhelmina vet varför")
    at_work.window.bridge.do(lambda: file(at_work.state, WORKING, "KS 2026/118", "Kansliet", "2026-01-31"), "")
    words = words_of(at_work.state) | {b"Rosenhane", b"Vilhelmina", b"Kansliet"}
    path = at_work.leaves()
    assert keep(path, ASKED)
    index = Index(home_folder())
    index.put(
        ready(
            path,
            stamp_of(path),
            Entry("Prov", disposal="2026-01-31", pieces=(("n", Place(), "Rosenhane hör inte av sig"),)),
        )
    )
    index.close()
    (home_folder() / "library damaged 2026-01-01 10.00.00.json").write_text("Rosenhane", "utf-8")
    assert any((home_folder() / "pictures").iterdir())
    assert len(words) > 20 and len(places(b"Rosenhane")) >= 4
    return path, words


def lays_aside(at_home) -> None:
    at_home.window._going.look.click()
    at_home.waits()
    sheet = at_home.dialog
    assert isinstance(sheet, ChooseSheet)
    at_home.presses("Return", on=sheet.main)


def answers(monkeypatch, go_on: bool) -> list[str]:
    asked: list[str] = []
    monkeypatch.setattr("workshop.screen.keeping.going.sure", lambda *said: asked.append(said[2]) or go_on)
    return asked


def test_what_is_disposed_of_is_in_no_file_any_more(going, house, visits, monkeypatch):
    path, words = going
    held(house, "Annat pass", "Andra")
    at_home = visits()
    assert "1 pass ska gallras" in at_home.reads
    lays_aside(at_home)
    assert "Annat" in at_home.sessions[0] and len(at_home.sessions) == 1
    assert path.exists() and "men inte raderat" in at_home.reads
    asked = answers(monkeypatch, go_on=True)
    at_home.window._going.dispose.click()
    at_home.waits()
    assert "Prov" in asked[0] and "Ingenting" in at_home.hears and "gallras" not in at_home.reads
    assert places(b"Rosenhane", b"Vilhelmina", b"Kansliet", path.name.encode()) == []
    (other,) = house.recent()
    assert other.title == "Annat pass"
    house.keeping.dispose(other.path)  # it shared the exercise's own words with the first one
    assert places(*words) == [] and not any((home_folder() / "pictures").iterdir())


def test_what_can_not_be_deleted_just_now_is_told_and_goes_when_one_asks_again(going, house, visits, monkeypatch):
    path, _ = going
    at_home = visits()
    lays_aside(at_home)
    answers(monkeypatch, go_on=True)
    reader = Index(home_folder())
    reader.connection.execute("BEGIN")
    assert reader.stamps()
    house.finding.index.connection.execute("PRAGMA busy_timeout = 20")
    at_home.window._going.dispose.click()
    at_home.waits()
    assert "läses in just nu" in at_home.hears and "men inte raderat" in at_home.reads
    reader.connection.rollback()
    reader.close()
    at_home.window._going.dispose.click()
    at_home.waits()
    assert "Ingenting" in at_home.hears and places(b"Rosenhane", b"Vilhelmina", path.name.encode()) == []


def filed(path: Path, day: str) -> None:
    """Give a session's file a day of disposal, as somebody does at another computer."""
    session_file = SessionFile.open(path)
    session = Session(session_file.state, session_file, time.monotonic)
    session.do(file(session.state, WORKING, "", "", day), "file")
    session_file.close()


def test_one_that_was_never_opened_here_is_proposed_when_the_library_has_been_read(house, visits, qtbot, monkeypatch):
    folder = home_folder() / "från en annan dator"
    folder.mkdir()
    house.finding.add_folder(folder)
    path = held(house, "Ett annat pass").rename(folder / "annat.workshop")
    filed(path, "2026-01-31")
    at_home = visits()
    assert "gallras" not in at_home.reads
    at_home.presses("Ctrl+F")
    qtbot.waitUntil(lambda: "1 pass ska gallras" in at_home.reads, timeout=20_000)
    at_home.window._going.look.click()
    at_home.waits()
    sheet = at_home.dialog
    assert "Ett annat pass" in next(iter(sheet.boxes.values())).text()
    at_home.presses("Return", on=sheet.main)
    assert [(each.title, each.laid) for each in house.keeping.to_go()] == [("Ett annat pass", True)]
    answers(monkeypatch, go_on=True)
    at_home.window._going.dispose.click()
    assert not path.exists() and house.keeping.to_go() == []


def test_a_day_that_was_moved_at_another_computer_holds_here_too(house):
    path = held(house)
    filed(path, "2026-01-31")
    house.open(path).close()
    assert [each.path for each in house.keeping.to_go()] == [path]
    filed(path, "2099-01-31")
    assert len(house.keeping.to_go()) == 1, "nobody has read it since"
    for _ in house.finding.bring_up_to_date():
        pass
    assert house.keeping.to_go() == []
    filed(path, "2026-01-31")
    house.open(path).close()
    assert len(house.keeping.to_go()) == 1, "what was done here last is newer than what was read"


def test_until_it_is_confirmed_everything_can_be_taken_back(going, house, visits, monkeypatch):
    path, _ = going
    before = path.read_bytes()
    at_home = visits()
    lays_aside(at_home)
    asked = answers(monkeypatch, go_on=False)
    at_home.window._going.dispose.click()
    assert asked and path.read_bytes() == before
    at_home = visits()
    assert at_home.sessions == [], "it waits also after a restart"
    at_home.window._going.back.click()
    at_home.waits()
    assert "Prov" in at_home.sessions[0] and path.read_bytes() == before and "1 pass ska gallras" in at_home.reads


def test_one_that_is_opened_again_is_not_to_go_any_more(going, house):
    path, _ = going
    house.keeping.lay_aside([path])
    house.open(path).close()
    assert [waiting.laid for waiting in house.keeping.to_go()] == [False] and len(house.recent()) == 1


def test_one_that_is_not_chosen_stays(going, visits):
    at_home = visits()
    at_home.window._going.look.click()
    at_home.waits()
    sheet = at_home.dialog
    (box,) = sheet.boxes.values()
    at_home.presses("Space", on=box)
    assert not box.isChecked()
    at_home.presses("Return", on=sheet.main)
    assert "Prov" in at_home.sessions[0]


def test_a_session_whose_day_has_not_come_is_proposed_to_nobody(house, visits, qtbot):
    at_work = Facilitator(house, begun(house))
    qtbot.addWidget(at_work.window)
    at_work.window.bridge.do(lambda: file(at_work.state, WORKING, "", "", "2999-01-31"), "")
    path = at_work.leaves()
    at_home = visits()
    assert at_home.window._going is None
    at_home.presses("Delete", on=at_home.window.page.recent)
    assert "men inte raderat" in at_home.reads and path.exists() and at_home.sessions == []


def test_from_the_desk_it_is_laid_aside_and_home_comes(facilitator, house):
    window, path = facilitator.window, facilitator.window.opened.path
    came = []
    window.home_wanted.connect(lambda: came.append(True))
    window.actions_["dispose"].trigger()
    facilitator.leaves()
    assert came and path.exists()
    (going,) = house.keeping.to_go()
    assert going.laid and going.path == path and house.recent() == []


def test_a_protected_session_goes_without_its_password(going, house):
    path, words = going
    opened = house.open(path)
    house.keeping.protect(opened, PASSWORD)
    assert places(b"Rosenhane") == [home_folder() / "library damaged 2026-01-01 10.00.00.json"]
    opened.close()
    house.keeping.dispose(path)
    assert places(*words) == []


def test_one_that_is_open_or_no_session_is_not_deleted(going, house, visits, monkeypatch, tmp_path):
    path, _ = going
    house.keeping.lay_aside([path])
    opened = SessionFile.open(path)
    at_home = visits()
    answers(monkeypatch, go_on=True)
    at_home.window._going.dispose.click()
    assert "öppen i ett annat fönster" in at_home.hears and path.exists()
    opened.close()
    letter = tmp_path / "Brev.workshop"
    letter.write_text("Kära du")
    house.keeping.lay_aside([letter])
    at_home.window.refresh()
    at_home.window._going.dispose.click()
    assert "är inget pass" in at_home.hears and letter.read_text() == "Kära du"
