"""What the windows ask of the program behind them: begin, open, keep, copy, print, and what happens when it fails."""

import os
import sys
import time
from dataclasses import replace
from pathlib import Path

import pytest

from workshop import app
from workshop.app import Verkstad, verkstad
from workshop.model.change import add
from workshop.model.planned import Block
from workshop.model.programme import in_order
from workshop.model.record import Note, Party, Run, Stage
from workshop.model.refusal import Refusal
from workshop.screen.house import Beginning
from workshop.screen.job import Job
from workshop.screen.papers.asked import Asked
from workshop.store.session_file import SessionFile
from workshop.words import Catalogue

SIDES = (("Norr", "N"), ("Söder", "S"))
VISIT = Beginning("reta-motparten", "Vårpasset", "Ledningsgruppen", "Ladan", "2026-10-14", SIDES)
SECRET = "Vi svarar aldrig på mejl"


@pytest.fixture
def house(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Verkstad:
    monkeypatch.setenv("VERKSTAD_HOME", str(tmp_path / "home"))
    return Verkstad()


def card(opened, text: str) -> None:
    board = f"{opened.session.state.need('stage', Stage).run}:provocations"
    opened.session.do(add(Note(id="card", board=board, text=text, list="a")), "write card")


def done(job: Job) -> None:
    end = time.monotonic() + 60
    while not job.finished():
        assert time.monotonic() < end, "the summary takes too long"
        time.sleep(0.05)


def test_the_shelf_tells_what_each_exercise_is_for(house: Verkstad) -> None:
    swedish, english = (
        next(found for found in house.shelf(language) if found.name == "reta-motparten") for language in ("sv", "en")
    )
    assert (swedish.name, swedish.title, swedish.minutes) == ("reta-motparten", "Reta motparten", 87)
    assert (swedish.people, swedish.parties) == ((6, 25), (2, 2))
    assert swedish.short != english.short


def test_a_session_begins_with_a_ready_programme_laid_out(house: Verkstad) -> None:
    opened = house.begin(replace(VISIT, programme="lunch-till-lunch"), "sv")
    blocks = opened.session.state.all(Block)
    assert len(blocks) == 17
    assert [b.exercise for b in blocks if b.run == opened.session.state.all(Run)[0].id] == ["reta-motparten"]
    house.keep_programme(opened, "Vårt dygn", "sv")
    opened.close()
    again = house.begin(replace(VISIT, title="Igen", programme="vart-dygn"), "sv")
    assert [b.title for b in in_order(again.session.state)] == [b.title for b in in_order(opened.session.state)]
    again.close()


def test_a_programme_that_is_gone_is_said(house: Verkstad) -> None:
    with pytest.raises(Refusal, match="not there any more"):
        house.begin(replace(VISIT, programme="borta"), "sv")
    assert house.recent() == []


def test_an_exercise_that_is_broken_says_so_on_the_shelf(house: Verkstad, tmp_path: Path, monkeypatch) -> None:
    (tmp_path / "shelf" / "half").mkdir(parents=True)
    (tmp_path / "shelf" / "half" / "exercise.toml").write_text("format = 1")
    monkeypatch.setattr(verkstad, "EXERCISES", tmp_path / "shelf")
    (half,) = house.shelf("en")
    assert half.title == "half" and "workshop check" in half.short
    with pytest.raises(Refusal, match="workshop check"):
        house.begin(Beginning("half", "", "", "", "", ()), "sv")
    assert house.recent() == []


def test_what_is_begun_is_there_next_time(house: Verkstad) -> None:
    opened = house.begin(VISIT, "sv")
    assert [party.name for party in opened.session.state.all(Party)] == ["Norr", "Söder"]
    assert opened.session.state.all(Note), "the cards that lie ready"
    card(opened, SECRET)
    before = opened.session.state
    house.keep_picture(opened, b"PNG")
    opened.close()

    later = Verkstad()
    (recent,) = later.recent()
    assert (recent.title, recent.group, recent.exercise) == ("Vårpasset", "Ledningsgruppen", "reta-motparten")
    assert recent.picture == b"PNG"
    again = later.open(recent.path)
    assert again.session.state == before
    assert again.session.undo() == "write card"
    assert (again.read_only, again.notice) == (False, "")
    again.close()


def test_the_session_keeps_the_exercise_as_it_was_that_day(house: Verkstad, tmp_path: Path, monkeypatch) -> None:
    opened = house.begin(VISIT, "sv")
    opened.close()
    monkeypatch.setattr(verkstad, "EXERCISES", tmp_path / "nothing")
    again = house.open(opened.path)
    assert again.texts["en"].step("write").instruction == opened.texts["en"].step("write").instruction
    again.close()


@pytest.mark.parametrize("sides", [(), SIDES[:1], (*SIDES, ("Öster", "Ö"))])
def test_as_many_parties_as_the_exercise_takes(house: Verkstad, sides: tuple[tuple[str, str], ...]) -> None:
    with pytest.raises(Refusal, match="2 to 2 parties"):
        house.begin(Beginning("reta-motparten", "Pass", "", "", "", sides), "sv")
    assert house.recent() == []


def test_a_session_open_in_another_window_is_opened_to_read(house: Verkstad) -> None:
    first = house.begin(VISIT, "sv")
    second = Verkstad().open(first.path)
    assert second.read_only and second.notice
    card(first, SECRET)
    with pytest.raises(Refusal):
        card(second, "something else")
    second.close()
    first.close()


def test_a_file_that_holds_no_session_is_left_as_it_is(house: Verkstad, tmp_path: Path) -> None:
    path = tmp_path / "empty.workshop"
    SessionFile.create(path).close()
    before = path.read_bytes()
    with pytest.raises(Refusal, match="No session has begun"):
        house.open(path)
    assert path.read_bytes() == before and house.recent() == []


def test_a_copy_is_whole_and_closing_twice_does_no_harm(house: Verkstad, tmp_path: Path) -> None:
    opened = house.begin(VISIT, "sv")
    card(opened, SECRET)
    house.save_copy(opened, tmp_path / "copy.workshop")
    opened.close()
    opened.close()
    copy = house.open(tmp_path / "copy.workshop")
    assert copy.session.state == opened.session.state
    copy.close()


def test_a_home_where_nothing_can_be_kept_is_no_reason_not_to_work(
    house: Verkstad, tmp_path: Path, monkeypatch
) -> None:
    opened = house.begin(VISIT, "sv")
    opened.close()
    (tmp_path / "no home").touch()
    monkeypatch.setenv("VERKSTAD_HOME", str(tmp_path / "no home"))
    again = Verkstad().open(opened.path)
    assert again.notice
    card(again, SECRET)
    again.close()


def test_choices_are_kept_between_starts(house: Verkstad) -> None:
    assert house.setting("theme", "light") == "light"
    house.set_setting("theme", "dark")
    assert Verkstad().setting("theme", "light") == "dark"


# The summary


def test_a_summary_is_written_while_the_session_is_open(house: Verkstad, tmp_path: Path) -> None:
    opened = house.begin(VISIT, "sv")
    card(opened, SECRET)
    done(house.papers.write(opened, Asked(), tmp_path / "summary.pdf", "sv"))
    assert (tmp_path / "summary.pdf").read_bytes().startswith(b"%PDF")
    opened.close()


def test_a_summary_that_is_stopped_leaves_nothing(house: Verkstad, tmp_path: Path) -> None:
    opened = house.begin(VISIT, "sv")
    job = house.papers.write(opened, Asked(full=True), tmp_path / "summary.pdf", "sv")
    (tmp_path / "summary.pdf.part").write_bytes(b"half")  # as it lies there in the middle of the work
    job.cancel()
    assert sorted(path.name for path in tmp_path.iterdir()) == ["home"]
    opened.close()


def test_a_summary_that_cannot_be_written_says_why(house: Verkstad, tmp_path: Path) -> None:
    opened = house.begin(VISIT, "sv")
    with pytest.raises(Refusal) as no:
        done(house.papers.write(opened, Asked(), tmp_path / "gone" / "summary.pdf", "en"))
    assert "There is no folder" in str(no.value)
    opened.close()


# A fault in the program


def test_a_fault_is_told_in_a_sentence_and_noted_without_what_anybody_wrote(house: Verkstad, tmp_path: Path) -> None:
    told: list[str] = []
    (tmp_path / "home").mkdir()
    caught = app._survives(Catalogue("en"), told.append)
    opened = house.begin(VISIT, "sv")
    card(opened, SECRET)
    try:
        opened.session.state.need(SECRET, Note)
    except KeyError as fault:
        caught(type(fault), fault, fault.__traceback__)
    opened.close()
    (note,) = (tmp_path / "home").glob("fault*")
    (sentence,) = told
    assert sentence.startswith("Something went wrong") and str(note) in sentence
    said = note.read_text("utf-8")
    assert said.startswith("KeyError\n") and "workshop/model/change.py:" in said
    assert SECRET not in said and str(tmp_path) not in said


def test_without_a_screen_there_are_no_windows(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "platform", "linux")
    for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"):
        monkeypatch.delitem(os.environ, name, raising=False)
    with pytest.raises(Refusal, match="No screen was found"):
        app.windows(Catalogue("sv"), None)
