"""The demo plays a process leader's year through the windows: each promise about the library is kept in it."""

import re
from pathlib import Path

import pytest

from tests.shell import Shell
from workshop.app.opening import session_in
from workshop.model.change import State
from workshop.model.outcomes import CLOSED, RENEWED, made_here
from workshop.model.record import Agreement, Cover

pytestmark = pytest.mark.slow


@pytest.fixture(scope="module")
def year(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, str]:
    """The folder that the story leaves, and what it printed."""
    pytest.importorskip("PySide6")
    folder = tmp_path_factory.mktemp("year")
    return folder / "out" / "year", Shell(folder).does("demo", "--story", "year", "--out", folder / "out")


@pytest.fixture(scope="module")
def sessions(year: tuple[Path, str]) -> dict[str, State]:
    """The sessions that are left, by title."""
    states = []
    for path in sorted((year[0] / "verkstad" / "sessions").iterdir()):
        with session_in(path) as (state, _):
            states.append(state)
    return {state.need("cover", Cover).title: state for state in states}


def test_the_story_is_told_in_pictures_and_in_words(year: tuple[Path, str]) -> None:
    out, said = year
    named = [Path(line) for line in said.splitlines()]
    pictures = [path for path in named if path.suffix == ".png"]
    assert sorted(pictures) == sorted(out.glob("*.png"))
    story = (out / "index.md").read_text("utf-8")
    assert re.findall(r"\]\((.*)\)", story) == [path.name for path in pictures]
    assert len({path.read_bytes() for path in pictures}) == len(pictures), "each moment looks another way"


def test_a_follow_up_opens_with_what_was_agreed_and_ends_in_what_lives_on(sessions: dict[str, State]) -> None:
    first, after = sessions["Vinterpasset om hemmasittare"], sessions["Uppföljning av vinterpasset"]
    past = [agreement for agreement in after.all(Agreement) if agreement.past]
    assert [a.text for a in past] == [a.text for a in made_here(first)]
    assert [a.outcome for a in past] == ["kept", "partly", "not"] and all(a.why for a in past)
    assert [a.onward for a in past] == ["", RENEWED, CLOSED]
    assert {a.text for a in made_here(after)} > {past[1].text}
