"""The demo plays a retreat: it comes late, loses its projector, is killed, and still ends in agreements on paper."""

import shutil
import struct
import tomllib
from pathlib import Path

import pytest
from pypdf import PdfReader

from tests.shell import Shell
from workshop.app.opening import session_in
from workshop.look import EXERCISES
from workshop.model.change import State
from workshop.model.planned import Actual, Block
from workshop.model.programme import clock, days, in_order
from workshop.model.record import Agreement
from workshop.paper.kinds import FILES, PAPERS
from workshop.words import Catalogue

ANNOY = "reta-motparten"
PLANS = {path.parent.name: tomllib.loads(path.read_text("utf-8")) for path in sorted(EXERCISES.glob("*/exercise.toml"))}
BOARDS = [f"{name}.{board['key']}" for name, plan in PLANS.items() for board in plan["boards"]]
STEPS = [f"{name}.{step['key']}" for name, plan in PLANS.items() for step in plan["steps"]]
MOMENTS = (
    "01-programme", "02-meal", "03-checkin", "04-late-proposed", "05-late-caught-up", "06-en-person-i-mitten",
    "07-projector-pulled-out", "08-projector-put-back", "09-projecting-again", "10-break", "11-talk", "12-isberget",
    "13-killed", "14-opened-again", "15-talk", "16-free", "17-meal", "18-meal", "19-checkin", "20-break",
    "21-ledningsdialogen", "22-break", "23-reta-motparten", "24-talk", "25-meal", "26-as-it-became",
)  # fmt: skip
UNSEEN = ("01-programme", "07-projector-pulled-out", "08-projector-put-back")  # by the room, which has no projector


@pytest.fixture(scope="module")
def state(played: tuple[Path, str]) -> State:
    """The session that is left."""
    with session_in(played[0] / "session.workshop") as (found, _):
        return found


def size(png: Path) -> tuple[int, int]:
    head = png.read_bytes()[:24]
    assert head.startswith(b"\x89PNG")
    return struct.unpack(">II", head[16:24])


def test_the_demo_leaves_what_it_names(played: tuple[Path, str]) -> None:
    out, said = played
    named = [Path(line) for line in said.splitlines()]
    assert all(path.is_file() for path in named)
    assert sorted(named) == sorted(path for path in out.rglob("*") if path.is_file())
    names = {path.relative_to(out).as_posix() for path in named}
    wanted = {"session.workshop", "summary.pdf", "summary.json", "programme.pdf", "script.pdf"}
    wanted |= {f"summary.{kind}" for kind in ("docx", "html", "md", "ics")}
    wanted |= {f"{paper}.pdf" for paper in ("full", "one-page", "agreements", "assignment", "posters")}
    wanted |= {f"retreat/{moment}.desk.png" for moment in MOMENTS}
    wanted |= {f"retreat/{moment}.wall.png" for moment in MOMENTS if moment not in UNSEEN}
    for name in (*BOARDS, *(f"steps/{step}" for step in STEPS)):
        wanted |= {f"{name}.wall.png", f"{name}.desk.png"}
    documents = {name.removeprefix("documents/") for name in names if name.startswith("documents/")}
    assert names - {f"documents/{name}" for name in documents} == wanted
    assert {f"{paper}.pdf" for paper in PAPERS} <= documents
    assert {f"{kind}.{file.ending}" for kind, file in FILES.items() if file.ending and kind != "pdf"} <= documents
    for folder, ending in (("png", "png"), ("svg", "svg"), ("csv", "csv")):
        assert sum(name.startswith(f"{folder}/") and name.endswith(ending) for name in documents) > 5


@pytest.mark.parametrize("name", [*BOARDS, *(f"steps/{step}" for step in STEPS)])
def test_the_pictures_are_as_large_as_the_screens(played: tuple[Path, str], name: str) -> None:
    out, _ = played
    assert size(out / f"{name}.wall.png") == (1920, 1080)
    assert size(out / f"{name}.desk.png") == (1366, 768)


def test_a_board_s_picture_is_of_its_last_step(played: tuple[Path, str]) -> None:
    out, _ = played
    for board, step in (("provocations", "turn"), ("agreements", "followup"), ("contract", "contract")):
        board, step = f"{ANNOY}.{board}", f"{ANNOY}.{step}"
        for kind in ("wall", "desk"):
            assert (out / f"{board}.{kind}.png").read_bytes() == (out / f"steps/{step}.{kind}.png").read_bytes()


def test_each_step_looks_another_way(played: tuple[Path, str]) -> None:
    out, _ = played
    for kind in ("wall", "desk"):
        assert len({(out / f"steps/{step}.{kind}.png").read_bytes() for step in STEPS}) == len(STEPS)


def test_the_demo_can_be_played_again_in_the_same_folder(
    shell: Shell, played: tuple[Path, str], tmp_path: Path
) -> None:
    again = tmp_path / "again"
    shutil.copytree(played[0], again)
    shell.does("demo", "--out", again, "--language", "sv")
    assert (again / "summary.json").read_bytes() == (played[0] / "summary.json").read_bytes()
    assert (again / "summary.pdf").read_bytes() == (played[0] / "summary.pdf").read_bytes()
    assert not list(shell.home.iterdir())  # the demo leaves nothing in the owner's own library


def test_the_demo_never_writes_over_another_session(shell: Shell, tmp_path: Path) -> None:
    own = tmp_path / "session.workshop"
    own.write_text("not a session")
    shell.refused("demo", "--out", own.parent)
    assert own.read_text() == "not a session"


# the retreat


def test_every_block_has_been_from_the_check_in_to_the_agreements(state: State) -> None:
    begun = {actual.block for actual in state.all(Actual)}
    assert begun == {block.id for block in in_order(state) if not block.dropped}
    assert {block.run for block in state.all(Block) if block.run} <= {a.run for a in state.all(Agreement)}


def test_they_came_25_minutes_late_and_dinner_was_served_in_time(state: State) -> None:
    slots = {slot.block.title: slot for slot in days(state)[0].slots}
    lunch = state.need(f"{slots['Lunch'].block.id}:actual", Actual)
    assert (lunch.began[11:16], lunch.ended[11:16]) == ("12:00", "13:25")
    assert slots["Välkomna"].block.delay == 25 and any(slot.block.cut for slot in slots.values())
    assert clock(slots["Middag"].start, Catalogue("sv")) == "18.30"


def test_the_killed_process_and_the_one_that_opened_its_file_show_the_room_the_same(played: tuple[Path, str]) -> None:
    killed, opened = (played[0] / "retreat" / f"{name}.wall.png" for name in ("13-killed", "14-opened-again"))
    assert killed.read_bytes() == opened.read_bytes()


def test_each_moment_looks_another_way(played: tuple[Path, str]) -> None:
    assert len({(played[0] / "retreat" / f"{name}.desk.png").read_bytes() for name in MOMENTS}) == len(MOMENTS)


def test_both_prints_tell_what_became_of_the_plan(played: tuple[Path, str], state: State) -> None:
    said = {
        name: "\n".join(page.extract_text() for page in PdfReader(played[0] / f"{name}.pdf").pages)
        for name in ("programme", "script")
    }
    for block in state.all(Block):
        assert block.title in said["programme"] and block.title in said["script"]
    assert "85 minuter av 60" in said["script"] and "85 minuter" not in said["programme"]
