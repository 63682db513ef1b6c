"""While no exercise is on the room sees what goes on instead: its title, who leads it, and what comes next."""

import pytest

from tests.room import squeezed
from workshop.model.change import update
from workshop.model.record import Note

from .planner import Planner


def sees(retreat, words: str) -> bool:
    return squeezed(words) in squeezed(retreat.room_sees())


def begins(retreat, title: str, **fields) -> None:
    if fields:
        retreat.window.bridge.do(update(retreat.block(title), **fields), "")
    if not retreat.page.isVisible():
        retreat.presses("Ctrl+P")
    retreat.picks_block(title)
    retreat.does("Ctrl+Return")


def clock(retreat):
    return next((p for p in retreat.window.room.picture().placed if p.id == "clock"), None)


@pytest.fixture
def walks(retreat):
    """The first exercise has gone on for a while; then they go for a walk."""
    begins(retreat, "En person i mitten")
    retreat.presses("Ctrl+Space")
    retreat.at = "2026-10-14T15:00:00"
    begins(retreat, "Promenad två och två", leads="Alexandra", place="Stigen")
    return retreat


def test_a_talk_has_its_title_who_leads_it_and_what_comes_next_and_when(walks):
    for said in ("Samtal", "Promenad två och två", "Alexandra · Stigen", "Sedan 15.25: Isberget"):
        assert sees(walks, said), said
    assert not [p for p in walks.window.room.picture().placed if p.role == "card"]
    assert "Vem" not in walks.room_sees()


def test_its_clock_waits_unseen_until_it_is_started_and_more_time_moves_what_comes_next(walks):
    assert clock(walks) is None and walks.window.room.clock.said() == "25:00"
    walks.presses("Ctrl+Space")
    assert clock(walks) is not None and sees(walks, "25:00")
    walks.presses("Ctrl+Shift+Up")
    assert sees(walks, "26:00") and sees(walks, "Sedan 15.26: Isberget")
    walks.presses("Ctrl+Shift+Down")
    walks.presses("Ctrl+Shift+Down")
    assert sees(walks, "24:00") and sees(walks, "Sedan 15.24: Isberget")


def test_where_the_plan_gives_it_less_time_the_wall_says_so_too(walks):
    walks.window.bridge.do(update(walks.block("Promenad två och två"), keep="shrink", least=10), "")
    walks.window.programming.work.catch_up(25)
    minutes = walks.block("Promenad två och två").minutes
    assert minutes < 25 and walks.window.room.clock.said() == f"{minutes}:00"
    assert sees(walks, f"Sedan 15.{minutes}: Isberget")


def test_in_a_break_the_clock_runs_and_the_room_reads_when_to_be_back(walks):
    begins(walks, "Fika")
    assert walks.window.room.clock.running and clock(walks) is not None
    assert sees(walks, "Tillbaka 15.25") and sees(walks, "Sedan: Promenad två och två")


def test_the_evening_s_last_block_tells_of_tomorrow_and_hurries_nobody(walks):
    begins(walks, "Middag")
    assert sees(walks, "I morgon 07.30: Frukost") and not sees(walks, "Tillbaka")
    assert clock(walks) is None


@pytest.mark.parametrize("way", ["PgDown", "Ctrl+PgDown", "the step in the list"])
def test_the_board_comes_back_with_its_clock_where_it_stood(walks, way, monkeypatch):
    monkeypatch.setattr("workshop.model.trail.BY_MISTAKE", -1.0)
    step, left = walks.stage().step, 60.0 * walks.window.step.minutes
    walks.presses("Ctrl+P")
    if way.endswith("PgDown"):
        walks.presses(way)
    else:
        walks.window.steps.chosen.emit(step)
    assert walks.stage().step == step and not sees(walks, "Promenad två och två")
    assert left - 60 < walks.stage().left < left + 0.5 and not walks.window.room.clock.running
    assert walks.window.room.clock.said() != "25:00"


def test_any_other_step_takes_the_title_away_too(walks):
    walks.goes_to("actors")
    assert not sees(walks, "Promenad två och två") and walks.stage().step == "actors"


def test_what_was_picked_out_on_the_wall_is_put_away_for_the_title_and_is_there_after_it(walks, monkeypatch):
    monkeypatch.setattr("workshop.model.trail.BY_MISTAKE", -1.0)
    begins(walks, "Reta motparten")
    walks.goes_to("write")
    walks.writes("Vi ringer aldrig")
    card = walks.picks("Vi ringer")
    walks.presses("Ctrl+Return")
    assert walks.stage().spotlight == (card,)
    begins(walks, "Fika")
    assert sees(walks, "Fika") and not sees(walks, "Vi ringer aldrig")
    walks.window.projecting.show_cards((card,))
    assert sees(walks, "Vi ringer aldrig"), "who wants to show a card may"
    walks.window.projecting.show_cards((card,))
    assert sees(walks, "Fika") and not sees(walks, "Vi ringer aldrig")
    walks.presses("Ctrl+P")
    walks.presses("PgDown")
    assert walks.stage().spotlight == (card,) and sees(walks, "Vi ringer aldrig")
    assert any(note.id == card for note in walks.state.all(Note))


def test_the_wall_is_blanked_frozen_and_told_something_as_always(walks):
    walks.presses("F7")
    assert walks.room_sees() == ""
    walks.presses("F7")
    walks.presses("F4")
    assert sees(walks, "Promenad två och två") and sees(walks, "25:00"), "the clock alone, and whose it is"
    walks.presses("F4")
    walks.presses("F8")
    begins(walks, "Fika")
    assert sees(walks, "Promenad två och två") and not sees(walks, "Fika")
    walks.presses("F8")
    assert sees(walks, "Fika")


def test_a_round_tells_whose_turn_it_is_instead_of_what_comes_next(walks):
    from workshop.model.rounds import begin_round, tables

    walks.window.bridge.do(begin_round(walks.stage(), tables(3)), "")
    assert sees(walks, "Bord 1 har ordet") and not sees(walks, "Sedan 15.25")


def test_a_block_that_is_taken_out_of_the_programme_leaves_the_board(walks):
    walks.picks_block("Promenad två och två")
    walks.does("Del")
    assert not sees(walks, "Promenad") and sees(walks, walks.window.text.step(walks.stage().step).title)


def test_after_a_restart_the_same_title_stands_there(walks, house, qtbot):
    begins(walks, "Fika")
    before = walks.room_sees()
    path = walks.leaves()
    again = Planner(house, house.open(path))
    qtbot.addWidget(again.window)
    assert squeezed(again.room_sees().split("25:0")[0].split("24:5")[0]) == squeezed(
        before.split("25:0")[0].split("24:5")[0]
    )
