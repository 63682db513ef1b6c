"""Using a session again, through the windows: copies, follow-ups, comparing, fetching, and the way back."""

from pathlib import Path
from typing import Any

import pytest
from PySide6.QtWidgets import QApplication

from tests.desk import Facilitator, begun
from tests.screen.test_exercises import chooses
from tests.screen.visitor import Visitor
from workshop import clock
from workshop.model.elsewhere import Elsewhere
from workshop.model.outcomes import goes_through
from workshop.model.planned import Block
from workshop.model.record import Agreement, Board, Cover, Note, Party, Run
from workshop.model.refusal import Protected
from workshop.screen.again import choosing
from workshop.screen.again.comparing import Beside
from workshop.screen.again.does import again
from workshop.screen.again.origin import OriginDialog
from workshop.screen.again.replaying import ReplayDialog
from workshop.screen.again.sheets import CopySheet, FollowUpSheet
from workshop.screen.facilitator.doing import AGAIN
from workshop.screen.program import Program, application
from workshop.store.backups import IMPORT, kept


@pytest.fixture
def worked(house) -> Path:
    """A session in which two cards and an agreement were written."""
    facilitator = Facilitator(house, begun(house))
    facilitator.goes_to("write")
    facilitator.writes("Vi svarar aldrig")
    facilitator.writes("Vi skickar ett brev till")
    facilitator.goes_to("followup")
    facilitator.writes("Ring före klockan tolv", "Kim", "2026-12-01")
    return facilitator.leaves()


def dialog(kind: type) -> Any:
    for _ in range(5):
        QApplication.processEvents()
    found = [w for w in QApplication.topLevelWidgets() if isinstance(w, kind) and w.isVisible()]
    found += [d for w in QApplication.topLevelWidgets() for d in w.findChildren(kind) if d.isVisible()]
    return found[0] if found else None


def at_home(house, qtbot, key: str) -> Visitor:
    visitor = Visitor(house, qtbot)
    visitor.window.page.recent.setFocus()
    visitor.presses(key, on=visitor.window.page.recent)
    return visitor


def test_a_copy_from_home_holds_no_word_and_is_opened(house, qtbot, worked):
    visitor = at_home(house, qtbot, "Ctrl+Shift+W")
    sheet = dialog(CopySheet)
    assert sheet.title.text() == "Reta motparten"
    sheet.title.setText("Nästa grupp")
    visitor.presses("Return", on=sheet.title)
    (opened,) = visitor.opened
    assert opened.path != worked and not opened.session.state.all(Agreement)
    assert {n.text for n in opened.session.state.all(Note)}.isdisjoint({"Vi svarar aldrig", "Vi skickar ett brev till"})
    opened.close()


def test_a_copy_is_told_for_whom_it_is_and_who_takes_part(house, qtbot, worked):
    visitor = at_home(house, qtbot, "Ctrl+Shift+W")
    sheet = dialog(CopySheet)
    sheet.group.setText("Andra gruppen")
    first, second = sheet.rows
    first.name.setText("Sida B")
    visitor.presses("Return", on=sheet.title)
    assert "heter likadant" in first.fault.text() + second.fault.text() and not visitor.opened
    first.name.setText("Skolan")
    second.name.setText("Socialtjänsten")
    visitor.presses("Return", on=sheet.title)
    (opened,) = visitor.opened
    cover = opened.session.state.need("cover", Cover)
    assert cover.group == "Andra gruppen" and cover.date == clock.today()
    assert [party.name for party in opened.session.state.all(Party)] == ["Skolan", "Socialtjänsten"]
    opened.close()


def test_a_copy_without_a_title_is_not_made(house, qtbot, worked):
    visitor = at_home(house, qtbot, "Ctrl+Shift+W")
    sheet = dialog(CopySheet)
    sheet.title.clear()
    visitor.presses("Return", on=sheet.title)
    assert "rubrik" in sheet.refusals.text and not visitor.opened
    sheet.reject()


def test_a_follow_up_opens_with_what_was_agreed_and_leads_back(house, qtbot, worked):
    visitor = at_home(house, qtbot, "Ctrl+Shift+U")
    sheet = dialog(FollowUpSheet)
    assert sheet.title.text() == "Uppföljning: Prov" and sheet.agreed.count() == 1
    visitor.presses("Return", on=sheet.title)
    (opened,) = visitor.opened
    facilitator = Facilitator(house, opened)
    (agreement,) = facilitator.agreements()
    assert agreement.past
    qtbot.waitUntil(lambda: facilitator.sees("Ring före klockan tolv"))
    facilitator.window.desk.pick((agreement.id,))
    facilitator.commands("2")
    facilitator.writes("Kim var sjuk")
    facilitator.window.desk.pick((agreement.id,))
    facilitator.commands("R")
    old, new = facilitator.agreements()
    assert (old.outcome, old.why, old.onward) == ("partly", "Kim var sjuk", "renewed") and not new.past
    facilitator.window.desk.pick((agreement.id,))
    facilitator.presses("Ctrl+U")
    shown = dialog(OriginDialog)
    assert "Ring före klockan tolv" in shown.drawn.scene.words()
    assert facilitator.state.need(old.origin, Elsewhere).thing in shown.drawn.scene.picked
    shown.accept()
    facilitator.window.activateWindow()
    facilitator.window.actions_["undo"].trigger()
    assert len(facilitator.agreements()) == 1
    facilitator.leaves()


def test_the_ready_half_day_is_laid_out_around_it(house, qtbot, worked):
    visitor = at_home(house, qtbot, "Ctrl+Shift+U")
    sheet = dialog(FollowUpSheet)
    sheet.half_day.setChecked(True)
    visitor.presses("Return", on=sheet.title)
    state = visitor.opened[0].session.state
    holds = [block.run for block in state.all(Block) if block.exercise == "uppfoljning"]
    assert holds == [state.all(Run)[0].id]
    visitor.opened[0].close()


def test_where_the_session_is_gone_what_is_known_of_it_is_said(house, qtbot, worked):
    path = house.again.follow_up(worked, "Uppföljning", False)
    worked.unlink()
    facilitator = Facilitator(house, house.open(path))
    facilitator.window.desk.pick((facilitator.agreements()[0].id,))
    facilitator.presses("Ctrl+U")
    assert "Prov" in facilitator.hears() and "hittas" in facilitator.hears()
    facilitator.leaves()


def test_there_is_nothing_to_follow_up_where_nothing_was_agreed(house, qtbot):
    Facilitator(house, begun(house)).leaves()
    visitor = at_home(house, qtbot, "Ctrl+Shift+U")
    assert "inget att följa upp" in visitor.hears and dialog(FollowUpSheet) is None


def test_two_sessions_are_compared_side_by_side_and_in_sentences(house, qtbot, worked, monkeypatch):
    other = Facilitator(house, begun(house))
    other.goes_to("write")
    other.writes("Vi svarar aldrig")
    other.writes("Vi skickar ett brev till er")
    other.writes("Helt nytt kort")
    chooses(monkeypatch, "Prov")
    other.presses("Ctrl+Shift+C")
    window = dialog(Beside)
    row = next(n for n, (board, _) in enumerate(window.pairs) if board.key == "provocations")
    window.boards.setCurrentRow(row)
    said = window.sentences()
    assert any("Helt nytt kort" in line for line in said)
    assert any("har blivit" in line and "Vi skickar ett brev till er" in line for line in said)
    assert "Vi svarar aldrig" in window.drawn[0].scene.words() and "Helt nytt kort" in window.drawn[1].scene.words()
    assert not any("Vi svarar aldrig" in line for line in said)
    window.said.setCurrentRow(next(n for n, line in enumerate(said) if "har blivit" in line))
    assert window.drawn[0].scene.picked and window.drawn[1].scene.picked
    qtbot.waitUntil(lambda: all("skillnad" in t for t in _rows(window)))
    window.accept()
    other.leaves()


def test_every_session_of_the_library_can_be_chosen_not_only_the_latest(house, qtbot, worked, monkeypatch, tmp_path):
    aside = tmp_path / "delad"
    aside.mkdir()
    far = worked.rename(aside / "Långt bort.workshop")
    house.finding.add_folder(aside)
    for _ in house.finding.bring_up_to_date():
        pass
    assert house.recent() == []
    other = Facilitator(house, begun(house))
    asked = []
    monkeypatch.setattr(choosing, "one_of", lambda _, words, title, picks: asked.extend(picks) or "")
    other.presses("Ctrl+Shift+C")
    assert [pick.title for pick in asked] == ["Prov", "En annan fil…"] and "Reta motparten" in asked[0].detail
    assert far.exists()
    other.leaves()


def _rows(window: Beside) -> list[str]:
    return [window.boards.item(row).text() for row in range(window.boards.count())]


def test_another_groups_board_is_fetched_as_one_step_to_undo(house, qtbot, worked, monkeypatch):
    facilitator = Facilitator(house, begun(house))
    facilitator.goes_to("write")
    facilitator.writes("Vårt eget kort")
    before = facilitator.state
    chooses(monkeypatch, "Prov")
    facilitator.presses("Ctrl+Shift+M")
    qtbot.waitUntil(lambda: "Ctrl+U" in facilitator.hears(), timeout=20_000)
    assert [backup.why for backup in kept(facilitator.window.opened.path)] == [IMPORT], "as it was before"
    assert {"Vårt eget kort", "Vi svarar aldrig", "Vi skickar ett brev till"} <= {
        n.text for n in facilitator.state.all(Note)
    }
    assert "Ctrl+U" in facilitator.hears()
    facilitator.picks("Vi svarar aldrig")
    facilitator.presses("Ctrl+U")
    shown = dialog(OriginDialog)
    assert "Vi skickar ett brev till" in shown.drawn.scene.words()
    shown.accept()
    facilitator.window.activateWindow()
    facilitator.window.actions_["undo"].trigger()
    assert {n.id: n for n in facilitator.state.all(Note)} == {n.id: n for n in before.all(Note)}
    assert not facilitator.state.all(Elsewhere)
    facilitator.leaves()


def test_an_exercise_is_fetched_with_what_was_written(house, qtbot, worked, monkeypatch):
    facilitator = Facilitator(house, begun(house, exercise="isberget", parties=()))
    answers = iter(["Prov", "Med det som skrevs"])
    from workshop.screen.parts.chooser import Chooser

    def answer(chooser: Chooser) -> int:
        rows = [chooser._list.item(row).text() for row in range(chooser._list.count())]
        wanted = next(answers)
        chooser._list.setCurrentRow(next(i for i, row in enumerate(rows) if row.startswith(wanted)))
        return 1

    monkeypatch.setattr(Chooser, "exec", answer)
    facilitator.presses("Ctrl+Shift+F")
    qtbot.waitUntil(lambda: len(facilitator.state.all(Run)) == 2, timeout=20_000)
    assert [r.exercise for r in facilitator.state.all(Run)] == ["isberget", "reta-motparten"]
    assert {"Vi svarar aldrig", "Vi skickar ett brev till"} <= {n.text for n in facilitator.state.all(Note)}
    assert [a.text for a in facilitator.agreements()] == ["Ring före klockan tolv"]
    path = facilitator.leaves()
    opened = house.open(path)
    assert set(opened.exercises) == {"isberget", "reta-motparten"}
    opened.close()


def test_from_a_session_one_goes_on_in_its_copy(house, qtbot, worked):
    program = Program(application(), house, "sv")
    program.work_on(house.open(worked))
    desk = program.desk
    assert desk is not None
    desk.actions_["copy_bare"].trigger()
    sheet = dialog(CopySheet)
    sheet.accept()
    qtbot.waitUntil(lambda: program.desk is not None and program.desk is not desk)
    assert program.desk is not None and program.desk.opened.path != worked
    assert not program.desk.opened.session.state.all(Agreement)
    program.desk.close()
    program.home.close()


def test_a_rehearsal_is_not_copied(house, qtbot, worked):
    facilitator = Facilitator(house, house.rehearse(house.open(worked)))
    facilitator.presses("Ctrl+Shift+W")
    assert "Ctrl+R" in facilitator.hears() and dialog(CopySheet) is None
    facilitator.window.close()


def test_the_board_of_last_times_agreements_is_not_where_new_ones_are_made(house, qtbot, worked):
    path = house.again.follow_up(worked, "Uppföljning", False)
    facilitator = Facilitator(house, house.open(path))
    facilitator.window.papers.open(1)
    facilitator.presses("Alt+A")
    agreed = facilitator.window.papers.agreed
    assert agreed.list.count() == 0
    boards = facilitator.state.all(Board)
    assert sum(goes_through(board) for board in boards) == 1
    facilitator.leaves()


def test_a_session_is_played_from_its_beginning_with_a_slider(house, qtbot, worked):
    facilitator = Facilitator(house, house.open(worked))
    wall = facilitator.room_sees()
    facilitator.presses("Ctrl+Shift+R")
    shown = dialog(ReplayDialog)
    assert shown.slider.value() == 3 and "Ring före klockan tolv" in shown.drawn.scene.words()
    facilitator.presses("Left", on=shown.slider)
    facilitator.presses("Left", on=shown.slider)
    assert "Vi svarar aldrig" in shown.drawn.scene.words() and "Vi skickar" not in shown.drawn.scene.words()
    assert "1 av 3" in shown.said.text()
    facilitator.presses("Home", on=shown.slider)
    assert "Vi svarar aldrig" not in shown.drawn.scene.words()
    facilitator.presses("End", on=shown.slider)
    assert "Ring före klockan tolv" in shown.drawn.scene.words()
    assert facilitator.room_sees() == wall, "the wall shows what it showed"
    shown.play.click()
    assert shown.slider.value() == 0
    qtbot.waitUntil(lambda: shown.slider.value() > 0)
    shown.accept()
    facilitator.leaves()


def test_a_journal_that_can_not_be_read_is_told_of(house, qtbot, worked):
    import sqlite3

    connection = sqlite3.connect(worked)
    connection.execute("UPDATE journal SET label = 'x' WHERE seq = 2")
    connection.commit()
    connection.close()
    visitor = at_home(house, qtbot, "Ctrl+Shift+R")
    assert "steg för steg" in visitor.hears and dialog(ReplayDialog) is None


def test_what_comes_out_of_a_protected_session_is_protected_too(house, qtbot, worked):
    opened = house.open(worked)
    house.keeping.protect(opened, "en lång hemlig mening")
    path = house.again.follow_up(worked, "Uppföljning", False)
    assert b"Ring" not in path.read_bytes() and b"SQLite" not in path.read_bytes()
    bare = house.again.copy(worked, Cover(id="cover", title="Nytt", date="2027-01-01"), (), False, "")
    assert b"SQLite format 3" in bare.read_bytes() and "Ring före klockan tolv".encode() not in bare.read_bytes()
    opened.close()
    with pytest.raises(Protected):
        house.again.read(path)
    assert house.open(path, "en lång hemlig mening").session.state.all(Agreement)


def test_all_that_the_menu_offers_to_use_again_can_be_done(house, qtbot, worked):
    facilitator = Facilitator(house, house.open(worked))
    assert set(again(facilitator.window)) == set(AGAIN)
    facilitator.leaves()
