"""A programme that is run: blocks begun, being late, and what is seen of it and by whom."""

from PySide6.QtWidgets import QAbstractButton, QAbstractSpinBox, QComboBox, QInputDialog, QLineEdit, QPlainTextEdit

from tests.desk import types
from workshop.model import planning
from workshop.model.change import between
from workshop.model.planned import Actual, Block
from workshop.model.programme import in_order
from workshop.model.record import Run
from workshop.screen.facilitator.taking_part import TakingPart

from .planner import Planner
from .test_exercises import chooses, takes_part


def test_a_session_from_a_programme_opens_on_its_programme_and_the_next_time_on_the_work(retreat, house):
    assert retreat.page.isVisible() and "Enligt planen: Lunch, till 13.00" in retreat.line()
    retreat.picks_block("Lunch")
    retreat.does("Ctrl+Return")
    path = retreat.leaves()
    again = Planner(house, house.open(path))
    assert not again.page.isVisible() and "Nu: Lunch, till 13.00" in again.line()
    again.leaves()


def test_a_block_that_holds_an_exercise_opens_it_with_its_clock(retreat):
    run = retreat.state.all(Run)[0]
    retreat.picks_block("Reta motparten")
    retreat.does("Ctrl+Return")
    assert not retreat.page.isVisible() and retreat.stage().run == run.id
    assert retreat.stage().left == 300.0
    assert retreat.block("Reta motparten").run == run.id
    assert "Nu: Reta motparten" in retreat.line()


def test_an_exercise_that_is_not_there_yet_is_taken_up_and_belongs_to_its_block(planner, monkeypatch):
    takes_part(monkeypatch, "Kommunen", "Polisen")
    planner.presses("Ctrl+P")
    planner.does("Ctrl+N")
    form = planner.page.block
    planner.writes_in(form.title, "Efter lunch")
    for box, key in ((form.kind, "exercise"), (form.exercise, "reta-motparten")):
        box.setCurrentIndex(box.findData(key))
        box.activated.emit(box.currentIndex())
    planner.does("Ctrl+Return")
    first, second = planner.state.all(Run)
    assert planner.block("Efter lunch").run == second.id == planner.stage().run
    planner.presses("Ctrl+P")
    planner.picks_block("Efter lunch")
    planner.does("Ctrl+Return")
    assert len(planner.state.all(Run)) == 2
    planner.presses("Ctrl+Z")
    assert [run.id for run in planner.state.all(Run)] == [first.id] and planner.block("Efter lunch").run == ""


def test_on_the_second_day_the_programme_opens_where_one_is(retreat):
    retreat.at = "2026-10-15T08:20:00"
    retreat.picks_block("God morgon")
    retreat.does("Ctrl+Return")
    retreat.presses("Ctrl+P")
    retreat.list.scrollToTop()
    retreat.window.resize(1366, 720)
    retreat.presses("Ctrl+P")
    at = retreat.list.visualRect(retreat.list.currentIndex())
    assert retreat.list.viewport().rect().contains(at) and at.height()


def test_what_was_refused_on_the_board_is_not_told_again_in_the_programme(retreat):
    retreat.presses("Ctrl+P")
    retreat.presses("Ctrl+M")
    assert retreat.hears()
    retreat.presses("Ctrl+P")
    assert not retreat.hears_here()


def test_a_day_s_heading_does_not_begin_and_says_what_does(retreat):
    retreat.list.pick_day(0)
    retreat.does("Ctrl+Return")
    assert not retreat.state.all(Actual) and retreat.hears_here() == "Välj först den punkt som ska börja."


def test_what_was_carried_on_before_its_block_began_is_there_when_it_begins(retreat, monkeypatch):
    chooses(monkeypatch, "Ny: Isberget")
    retreat.presses("Ctrl+O")
    run = retreat.stage().run
    retreat.writes("Mira kommer inte på sina besök")
    retreat.presses("Ctrl+P")
    retreat.picks_block("Isberget")
    retreat.does("Ctrl+Return")
    assert retreat.stage().run == run and len(retreat.state.all(Run)) == 2
    assert retreat.sees("Mira kommer inte på sina besök")
    for _ in range(2):
        retreat.presses("Ctrl+Z")
    assert retreat.block("Isberget").run == "" and len(retreat.state.all(Run)) == 1


def test_nobody_takes_part_and_the_block_has_not_begun(planner, monkeypatch):
    monkeypatch.setattr(TakingPart, "exec", lambda _: 0)
    planner.presses("Ctrl+P")
    planner.does("Ctrl+N")
    planner.writes_in(planner.page.block.title, "Reta")
    form = planner.page.block
    for box, key in ((form.kind, "exercise"), (form.exercise, "reta-motparten")):
        box.setCurrentIndex(box.findData(key))
        box.activated.emit(box.currentIndex())
    planner.does("Ctrl+Return")
    assert not planner.state.all(Actual) and len(planner.state.all(Run)) == 1


def late_at_the_map(retreat):
    retreat.picks_block("Lunch")
    retreat.does("Ctrl+Return")
    retreat.at = "2026-10-14T13:25:00"
    retreat.presses("Ctrl+Shift+PgDown")
    assert "25 minuter sena" in retreat.line()


def test_twenty_five_minutes_late_one_key_proposes_and_enter_does_it(retreat):
    late_at_the_map(retreat)
    retreat.presses("Ctrl+Shift+L")
    form = retreat.window.programming.work.late_form
    assert form.minutes.value() == 25 and form.minutes.hasFocus()
    assert form.said()[-1] == "Middag börjar 18.30 som planerat."
    before = retreat.state
    retreat.presses("Return", form.minutes)
    assert "Middag börjar 18.30 som planerat" in retreat.hears_here()
    assert "18.30 Middag" in retreat.times() and "13.25 Välkomna" in retreat.times()
    assert any("→" in row for row in retreat.rows())
    assert "i tid" in retreat.line()
    retreat.presses("Ctrl+Z")
    assert {b for b in retreat.state if isinstance(b, Block)} == {b for b in before if isinstance(b, Block)}


def test_esc_calls_it_off(retreat):
    late_at_the_map(retreat)
    before = retreat.state
    retreat.presses("Ctrl+Shift+L")
    form = retreat.window.programming.work.late_form
    form.minutes.setValue(60)
    assert "utgår" not in form.said()[0]
    retreat.presses("Escape", form.minutes)
    assert retreat.state == before and retreat.list.hasFocus()


def test_late_without_a_programme_says_what_to_do(planner):
    planner.presses("Ctrl+Shift+L")
    planner.presses("Return", planner.window.programming.work.late_form.minutes)
    assert "Lägg till punkter först" in planner.hears_here()


def test_what_really_happened_stands_in_the_row(retreat):
    late_at_the_map(retreat)
    assert any("tog 85 av 60 min" in row for row in retreat.rows())
    assert any("pågår nu" in row for row in retreat.rows())


def test_what_was_cut_is_given_back(retreat):
    late_at_the_map(retreat)
    retreat.presses("Ctrl+Shift+L")
    retreat.presses("Return", retreat.window.programming.work.late_form.minutes)
    cut = next(block for block in in_order(retreat.state) if block.cut)
    retreat.picks_block(cut.title)
    assert retreat.page.block.restore.isVisible()
    retreat.page.block.restore.click()
    assert retreat.block(cut.title).minutes == cut.minutes + cut.cut


def test_the_line_is_not_there_where_there_is_no_programme(planner, retreat):
    assert planner.window.programming.line is None
    assert retreat.window.programming.line.isVisible()


def test_nothing_of_the_programme_is_on_the_wall_but_what_those_who_take_part_may_know(retreat):
    retreat.picks_block("Fika")
    for box in (retreat.page.block.script, retreat.page.block.goal, retreat.page.block.materials):
        box.setFocus()
        types(box, "Hemligtmanus")
        retreat.presses("Escape" if box is retreat.page.block.script else "Return", box)
    for key in ("Ctrl+Return", "Ctrl+P", "F6", "Ctrl+P"):
        retreat.presses(key, retreat.list if key == "Ctrl+Return" else None)
        assert "Hemligtmanus" not in retreat.room_sees()
    fika = retreat.block("Fika")
    assert "Hemligtmanus" in fika.script and "Hemligtmanus" in fika.goal and "Hemligtmanus" in fika.materials


def test_another_language_and_theme_keep_the_page_and_what_is_picked_on_it(retreat):
    retreat.window.speak("en", "dark")
    retreat._later()
    assert retreat.page.isVisible() and retreat.page.list.accessibleName() == "The programme's blocks"
    assert "By the plan: Lunch, to 13:00" in retreat.line()
    retreat.does("F2")
    assert retreat.window.focusWidget() is retreat.page.block.title


def test_everything_on_the_page_has_a_name(retreat):
    retreat.picks_block("Isberget")
    kinds = (QAbstractButton, QComboBox, QPlainTextEdit, QLineEdit, QAbstractSpinBox)
    for kind in kinds:
        for widget in retreat.page.findChildren(kind):
            inside = widget.objectName() == "qt_spinbox_lineedit"
            assert inside or widget.accessibleName() or getattr(widget, "text", str)(), widget


def test_odd_words_stay_in_their_row(retreat):
    for title in ("ö" * 60, "<b>fet</b> & så", "👨‍👩‍👧 مرحبا", "rad\nrad " * 40):
        retreat.picks_block("Lunch")
        retreat.does("Ctrl+N")
        retreat.page.block.title.setText(title)
        retreat.page.block.title.textEdited.emit(title)
        retreat.presses("Return", retreat.page.block.title)
    assert not retreat.window.grab().isNull()
    assert retreat.list.horizontalScrollBar().maximum() == 0


def test_a_rehearsal_keeps_no_programme_of_one_s_own(retreat, house, qtbot, monkeypatch):
    copy = house.rehearse(retreat.window.opened)
    rehearsal = Planner(house, copy)
    qtbot.addWidget(rehearsal.window)
    monkeypatch.setattr(QInputDialog, "getText", lambda *_, **__: ("Vårt dygn", True))
    rehearsal.does("Ctrl+Shift+K")
    assert len(house.programmes()) == 4
    rehearsal.picks_block("Lunch")
    rehearsal.does("Ctrl+Return")
    assert not retreat.state.all(Actual)
    rehearsal.leaves()


def test_two_hundred_blocks_are_shown_and_moved(planner):
    state = planner.state
    for number in range(200):
        state = planning.add_block(state, f"Punkt {number}", minutes=5, day=0).apply(state)
    planner.window.bridge.do(between(planner.state, state), "plan")
    planner.presses("Ctrl+P")
    planner.picks_block("Punkt 100")
    planner.does("Alt+Up")
    assert planner.titles()[99] == "Punkt 100"


def test_while_a_break_lasts_the_wall_says_when_it_is_over_and_the_board_comes_back_after(retreat):
    retreat.picks_block("Lunch")
    retreat.does("Ctrl+Return")
    assert "Tillbaka 13.00" in retreat.room_sees() and "60:00" in retreat.room_sees()
    assert not [p for p in retreat.window.room.picture().placed if p.role == "card"]
    retreat.picks_block("Reta motparten")
    retreat.does("Ctrl+Return")
    assert "Tillbaka" not in retreat.room_sees() and "Kontrakt" in retreat.room_sees()
