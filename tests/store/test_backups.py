"""Copies that are kept by themselves: good ones, few old ones, found again, and gone when they shall be gone."""

import datetime
import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.store.at_work import card, changed, reopened, start
from workshop.model.change import add
from workshop.model.record import Agreement, Run
from workshop.model.refusal import Refusal
from workshop.store.backups import ASKED, DAMAGED, HOUR, Kept, forget, keep, keep_aside, kept, newest
from workshop.store.session_file import SessionFile


def backed_up(path: Path, why: str = ASKED) -> Kept:
    made = keep(path, why)
    assert made
    return made


def written_in(path: Path, number: int) -> None:
    file, session = reopened(path)
    session.do(add(card(number)), "write card")
    file.close()


def moved_back(backup: Kept, time: datetime.timedelta) -> None:
    """Let a backup be as old as that."""
    note = backup.path.with_name(f"{backup.path.name}.json")
    said = json.loads(note.read_text("utf-8"))
    said["at"] = (datetime.datetime.fromisoformat(backup.at) - time).isoformat()
    note.write_text(json.dumps(said), "utf-8")


def test_a_backup_opens_as_the_session_was_and_says_what_is_in_it(path, own_home):
    file, session = reopened(path)
    session.do(add(Run(id="r", exercise="isberget"), Agreement(id="a", text="ring")), "agree")
    file.close()
    made = backed_up(path)
    assert made.path.is_relative_to(own_home) and made.is_whole()
    assert (made.title, made.exercises, made.cards, made.agreements) == (
        "Frukost hos tre förvaltningar", ("isberget",), 12, 1
    )  # fmt: skip
    assert kept(path) == [made] == [newest(path)]
    copy, again = reopened(made.path)
    assert again.state == session.state and len(again.history.behind) == len(session.history.behind)
    assert copy.notice is None


def test_a_session_is_backed_up_by_another_process_while_one_works_in_it(path):
    file, session = reopened(path)
    code = (
        "import sys, pathlib; from workshop.store.backups import *; print(keep(pathlib.Path(sys.argv[1]), HOUR).path)"
    )
    for number in (70, 71):
        session.do(add(card(number)), "write card")
        said = subprocess.run([sys.executable, "-c", code, path], capture_output=True, text=True, check=True)
        copy = SessionFile.open(Path(said.stdout.strip()), read_only=True)
        assert copy.state == session.state
        copy.close()
    file.close()


def test_what_has_not_changed_is_not_backed_up_twice(path):
    backed_up(path)
    assert keep(path, HOUR) is None
    written_in(path, 80)
    assert keep(path, HOUR) and len(kept(path)) == 2


def test_a_flipped_byte_in_a_backup_is_seen_and_the_one_before_is_offered(path):
    first = backed_up(path)
    written_in(path, 81)
    second = backed_up(path)
    whole = second.path.read_bytes()
    at = whole.index(b"kort 3")
    second.path.write_bytes(whole[:at] + b"K" + whole[at + 1 :])
    assert not second.is_whole() and newest(path) == first
    assert keep(path, HOUR), "a bad backup is no reason not to make a good one"


def test_old_backups_grow_few_and_those_before_something_risky_stay(path):
    day = datetime.timedelta(days=1)
    aside = keep_aside(path, DAMAGED)
    for number in range(12):
        written_in(path, 100 + number)
        moved_back(backed_up(path, HOUR if number else ASKED), 1000 * day)
    written_in(path, 200)
    last = backed_up(path, HOUR)
    assert [backup.why for backup in kept(path)].count(HOUR) == 2 and last in kept(path)
    assert [backup.why for backup in kept(path)].count(ASKED) == 1
    assert aside.exists()
    names = {file.name for file in last.path.parent.iterdir()}
    assert len(names) == 2 * len(kept(path)), "a backup goes with its note"


def test_a_session_that_was_renamed_finds_its_backups_and_its_copy_has_its_own(path):
    made = backed_up(path)
    elsewhere = path.with_name("Lunch.workshop")
    shutil.copy(path, elsewhere)
    assert kept(elsewhere) == [], "the session is still where it was"
    path.unlink()
    assert kept(elsewhere) == [made] and newest(elsewhere) == made


def test_another_session_in_the_same_place_loses_nothing(path):
    made = backed_up(path)
    path.unlink()
    start(path)[0].close()
    own = backed_up(path)
    assert kept(path) == [own, made]
    forget(path)
    assert kept(path) == [made]


def test_a_session_is_forgotten_wherever_it_lay(path, own_home):
    backed_up(path)
    elsewhere = path.with_name("Lunch.workshop")
    path.rename(elsewhere)
    written_in(elsewhere, 82)
    backed_up(elsewhere)
    forget(elsewhere)
    assert kept(elsewhere) == [] and not [place for place in own_home.rglob("*") if place.is_file()]


def test_a_damaged_session_is_not_taken_for_a_good_backup(path):
    backed_up(path, HOUR)  # a bad one of the same hour would take its place
    changed(path, "UPDATE records SET fields = replace(fields, 'kort 3', 'kork 3')")
    with pytest.raises(Refusal, match="No backup was made of Frukost.workshop: .* was damaged"):
        keep(path, HOUR)
    path.write_bytes(path.read_bytes()[:9000])
    with pytest.raises(Refusal, match="is damaged"):
        keep(path, HOUR)
    (only,) = kept(path)
    assert only.is_whole() and len(list(only.path.parent.iterdir())) == 2


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no limit on the size of a file")
@pytest.mark.parametrize("room", [0, 1, 4096, 9000])
def test_a_disk_without_room_for_a_backup_is_told_and_nothing_is_left(path, own_home, room):
    program = f"""
import resource, sys, signal
from pathlib import Path
from workshop.store.backups import ASKED, keep
from workshop.model.refusal import Refusal
resource.setrlimit(resource.RLIMIT_FSIZE, ({room}, resource.RLIM_INFINITY))
try:
    keep(Path(sys.argv[1]), ASKED)
except Refusal as no:
    print(no)
"""
    said = subprocess.run([sys.executable, "-c", program, path], capture_output=True, text=True, check=True)
    assert "could be made: the disk is full" in said.stdout
    assert not [place for place in own_home.rglob("*") if place.is_file()]


def test_half_a_copy_that_a_killed_program_left_goes_after_a_while(path):
    folder = backed_up(path).path.parent
    left = folder / ".1.part"
    left.write_bytes(b"half")
    written_in(path, 83)
    backed_up(path)
    assert left.exists(), "it may be another program's"
    os.utime(left, (0, 0))
    written_in(path, 84)
    backed_up(path)
    assert not left.exists()


@pytest.mark.parametrize("damage", [b"", b"{", b"[]", b'{"at": 3}', b"\xff"])
def test_a_note_that_can_not_be_read_hides_one_backup_and_no_other(path, damage):
    first = backed_up(path)
    written_in(path, 85)
    second = backed_up(path)
    second.path.with_name(f"{second.path.name}.json").write_bytes(damage)
    assert kept(path) == [first]
