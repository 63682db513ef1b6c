"""What is on the wall is always marked as such in the facilitator's window, wherever one works in it."""

import pytest

from workshop.model.record import Party, Stage
from workshop.model.stage import tell


@pytest.fixture
def projects(facilitator):
    facilitator.writes("Vi ringer aldrig tillbaka")
    facilitator.presses("F5")
    facilitator.window.activateWindow()  # there is only one screen
    facilitator._later()
    return facilitator


def mark(facilitator) -> str:
    """What the head of the window says of the wall."""
    header = facilitator.window.header
    assert header.wall.isVisible() == bool(header.wall.text()) == header.wall_sign.isVisible()
    assert header.wall.text() == header.wall.accessibleName()
    return header.wall.text()


def test_without_a_wall_nothing_is_marked(projects) -> None:
    assert mark(projects) == "På storskärmen: Tyst skrivning om oss"
    projects.presses("F5")
    assert mark(projects) == ""


def test_each_thing_that_may_be_there_is_told(projects) -> None:
    projects.presses("F7")
    assert mark(projects) == "På storskärmen: ingenting"
    projects.presses("F7")
    projects.presses("F4")
    assert mark(projects) == "På storskärmen: klockan"
    projects.presses("F4")
    projects.picks("Vi ringer")
    projects.presses("Ctrl+Return")
    assert mark(projects) == "På storskärmen: ”Vi ringer aldrig tillbaka”"
    projects.window.bridge.do(tell(projects.stage(), "Tillbaka 15.20"), "")
    assert mark(projects) == "På storskärmen: ”Tillbaka 15.20”"


def test_a_frozen_wall_and_another_exercise_are_told(projects) -> None:
    projects.presses("F8")
    projects.goes_to("sort")
    assert mark(projects) == "På storskärmen, fryst: Tyst skrivning om oss"
    projects.window.switch.add("isberget")
    projects._later()
    assert mark(projects) == "På storskärmen, fryst: Reta motparten, Tyst skrivning om oss"
    projects.presses("F8")
    assert mark(projects) == "På storskärmen: Välj tema"


def test_it_is_marked_in_the_programme_too(retreat) -> None:
    retreat.presses("F5")
    retreat.window.activateWindow()
    retreat.picks_block("Lunch")
    retreat.does("Ctrl+Return")
    assert retreat.page.isVisible() and mark(retreat) == "På storskärmen: ”Lunch”"


def test_words_behind_the_curtain_are_not_told_as_shown(projects) -> None:
    covered = projects.stage().curtain[0]
    sides = {party.id: number for number, party in enumerate(projects.state.all(Party))}
    projects.presses(f"Ctrl+{sides[covered] + 1}")
    projects.writes("Det ingen ska se än")
    projects.picks("Det ingen")
    for key in ("Ctrl+Return", "Ctrl+Shift+Return"):
        projects.presses(key)
        assert "Det ingen" not in mark(projects) and "Det ingen" not in projects.room_sees()


def test_one_card_alone_is_as_large_as_it_can_be_and_the_same_key_brings_the_board_back(projects) -> None:
    projects.presses("Ctrl+Shift+Return")
    assert "Markera" in projects.hears() and not projects.stage().large
    projects.picks("Vi ringer")
    projects.presses("Ctrl+Return")
    shown = largest(projects)
    projects.presses("Ctrl+Shift+Return")
    room = projects.window.room.picture()
    assert projects.room_sees().startswith("Vi ringer aldrig tillbaka")
    assert {p.id for p in room.placed} == {"told", "clock"}
    assert largest(projects) > 1.5 * shown
    assert all(p.x >= 0 and p.x + p.width <= room.width and p.y + p.height <= room.height for p in room.placed)
    projects.presses("Ctrl+Shift+Return")
    assert not projects.stage().spotlight and "Skriv tyst" in projects.room_sees()


def largest(facilitator) -> float:
    """The size of the letters of the card."""
    placed = [p for p in facilitator.window.room.picture().placed if p.role == "card" or p.id == "told"]
    return max(text.size for p in placed for text in p.texts)


@pytest.mark.parametrize("said", ["Tillit", "Samverkansöverenskommelsen", "ord " * 25, "👨‍👩‍👧 ja"])
def test_words_are_never_broken_and_never_leave_the_wall(projects, said) -> None:
    projects.window.bridge.do(tell(projects.window.bridge.state.need("stage", Stage), said), "")
    (told,) = [p for p in projects.window.room.picture().placed if p.id == "told"]
    assert " ".join(told.texts[0].lines).split() == said.split()
    assert told.y + told.height <= projects.window.room.size[1]


@pytest.mark.parametrize("key", ["PgDown", "PgUp"])
@pytest.mark.parametrize("aside", ["message", "F4", "Ctrl+Return", "Ctrl+Shift+Return"])
def test_a_clicker_brings_the_board_back_before_it_goes_on(projects, aside, key) -> None:
    projects.picks("Vi ringer")
    if aside == "message":
        projects.window.bridge.do(tell(projects.stage(), "Tillbaka 15.20"), "")
    else:
        projects.presses(aside)
    projects.presses(key)
    assert mark(projects) == "På storskärmen: Tyst skrivning om oss"
    picture = projects.window.room.picture()
    assert "Vi ringer" in picture.words() and projects.stage().step == "write"
    for _ in range(picture.pages):
        projects.presses("PgDown")
    assert projects.stage().step == "sort"


def test_at_the_end_the_wall_shows_all_that_is_agreed_in_whichever_exercise(projects) -> None:
    projects.goes_to("followup")
    projects.writes("Dela ut första sidan", "sekreteraren", "2026-12-24")
    projects.window.switch.add("isberget")
    projects._later()
    projects.presses("Ctrl+Shift+G")
    projects.window.papers.agreed.form.fill(text="Ringa inom två dagar", who="chefen", due="2026-12-01")
    projects.window.papers.agreed.form._enter()
    assert "Dela ut" not in projects.window.room.picture().words()
    projects.presses("Shift+F4")
    said = projects.window.room.picture().words()
    assert "Dela ut första sidan" in said and "Ringa inom två dagar" in said
    assert said.index("Dela ut") < said.index("Ringa"), "in the order of the exercises"
    assert mark(projects) == "På storskärmen: alla överenskommelser"
    projects.presses("F7")
    assert projects.room_sees() is None or "Ringa" not in str(projects.room_sees())
    projects.presses("F7")
    projects.presses("PgDown")
    assert mark(projects) == "På storskärmen: Välj tema"
    assert "Dela ut" not in projects.window.room.picture().words()


def test_where_nothing_is_agreed_the_wall_says_so(projects) -> None:
    projects.presses("Shift+F4")
    assert "Ni har inte kommit överens om något än." in projects.window.room.picture().words()
    projects.presses("Shift+F4")
    assert "Vi ringer" in projects.window.room.picture().words()
