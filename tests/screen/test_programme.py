"""The programme's page: planned and changed by keys and with the mouse, taken ready, kept and printed."""

from PySide6.QtCore import QMimeData, QPointF, Qt
from PySide6.QtGui import QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog, QInputDialog

from tests.desk import types
from workshop.model.planned import Block
from workshop.model.programme import days
from workshop.model.record import Run
from workshop.screen.parts.chooser import Chooser

from .test_exercises import chooses

# Planning


def test_from_an_empty_page_to_a_plan_without_the_mouse(planner):
    planner.presses("Ctrl+P")
    assert planner.page.isVisible() and planner.page.empty.isVisible()
    planner.presses("Ctrl+N", QApplication.focusWidget())
    assert QApplication.focusWidget() is planner.page.block.title
    planner.writes_in(planner.page.block.title, "Incheckning")
    assert planner.titles() == ["Incheckning"] and QApplication.focusWidget() is planner.list
    planner.does("Ctrl+N")
    planner.writes_in(planner.page.block.title, "Samtal")
    planner.does("F2")
    planner.writes_in(planner.page.block.minutes, "40")
    planner.does("Ctrl+N")
    planner.writes_in(planner.page.block.title, "Lunch")
    assert planner.times() == ["09.00 Incheckning", "09.15 Samtal", "09.55 Lunch"]
    for _ in range(3):
        planner.presses("Ctrl+Z")
    assert planner.titles() == ["Incheckning", "Samtal"]


def test_every_field_of_a_block_is_kept_as_it_is_written(planner):
    planner.presses("Ctrl+P")
    planner.does("Ctrl+N")
    form = planner.page.block
    for name in ("title", "place", "leads"):
        planner.writes_in(getattr(form, name), f"Ny {name}")
    for name in ("script", "goal", "materials"):
        getattr(form, name).setFocus()
        types(getattr(form, name), f"Ny {name}")
    planner.presses("Escape", form.materials)
    for name, key in (("kind", "meal"), ("way", "move"), ("keep", "shrink")):
        box = getattr(form, name)
        box.setCurrentIndex(box.findData(key))
        box.activated.emit(box.currentIndex())
    planner.writes_in(form.least, "5")
    block = planner.block("Ny title")
    told = {name: getattr(block, name) for name in ("place", "leads", "script", "goal", "materials")}
    assert told == {name: f"Ny {name}" for name in told}
    assert (block.kind, block.way, block.keep, block.least) == ("meal", "move", "shrink", 5)


def test_a_block_that_is_given_an_exercise_takes_its_title_and_time(planner):
    planner.presses("Ctrl+P")
    planner.does("Ctrl+N")
    form = planner.page.block
    for box, key in ((form.kind, "exercise"), (form.exercise, "reta-motparten")):
        box.setCurrentIndex(box.findData(key))
        box.activated.emit(box.currentIndex())
    assert planner.times() == ["09.00 Reta motparten"] and planner.block("Reta motparten").minutes == 87
    planner.writes_in(form.minutes, "60")
    assert any("Övningen tar 87 minuter" in row for row in planner.rows())


def test_tab_goes_through_the_form_as_it_is_read(retreat):
    retreat.picks_block("Isberget")
    form, seen = retreat.page.block, []
    retreat.does("F2")
    for _ in range(12):
        seen.append(retreat.window.focusWidget())
        retreat.presses("Tab", seen[-1])
    wanted = (
        "title",
        "kind",
        "minutes",
        "exercise",
        "keep",
        "least",
        "way",
        "place",
        "leads",
        "beside",
        "script",
        "goal",
    )
    assert seen == [getattr(form, name) for name in wanted]


def test_what_is_written_belongs_to_its_block_whatever_is_pressed_next(retreat):
    retreat.picks_block("Fika")
    form = retreat.page.block
    form.title.setFocus()
    form.title.selectAll()
    types(form.title, "Kaffe")
    slot = days(retreat.state)[0].slots[8]
    strip = retreat.page.strip
    QTest.mouseClick(strip, Qt.MouseButton.LeftButton, pos=strip.place(slot).center().toPoint())
    assert retreat.titles()[3] == "Kaffe" and retreat.titles()[8] == "Middag"
    assert form.title.text() == "Middag"


def test_a_title_that_is_taken_away_is_refused_in_a_sentence_and_nothing_is_lost(retreat):
    retreat.picks_block("Fika")
    retreat.writes_in(retreat.page.block.title, " ")
    assert "Skriv vad den heter" in retreat.hears_here()
    assert retreat.titles()[3] == "Fika" and retreat.page.block.title.text() == "Fika"


def test_a_number_that_points_to_somebody_is_asked_about(retreat, monkeypatch):
    retreat.picks_block("Fika")
    asked = retreat.answers_questions(monkeypatch, go_on=False)
    retreat.page.block.script.setFocus()
    types(retreat.page.block.script, "Ring 070-123 45 67")
    retreat.presses("Escape", retreat.page.block.script)
    assert "070-123 45 67" in asked[0] and "070" not in retreat.block("Fika").script


def test_blocks_are_moved_copied_cut_and_pasted_by_key(retreat):
    retreat.picks_block("Promenad två och två")
    retreat.does("Alt+Up")
    assert retreat.titles()[3:5] == ["Promenad två och två", "Fika"]
    assert retreat.list.ids() == (retreat.block("Promenad två och två").id,)
    retreat.does("Ctrl+X")
    assert "Promenad två och två" not in retreat.titles()
    retreat.picks_block("Middag")
    retreat.does("Ctrl+V")
    assert retreat.titles()[-1] == "Promenad två och två"
    retreat.does("Ctrl+C")
    retreat.picks_block("Frukost")
    retreat.does("Ctrl+V")
    assert retreat.titles(1)[1] == "Promenad två och två"
    retreat.does("Del")
    assert "Promenad två och två" not in retreat.titles(1)
    for _ in range(5):
        retreat.presses("Ctrl+Z")
    assert retreat.titles()[3:5] == ["Fika", "Promenad två och två"]


def test_what_is_no_block_is_not_pasted(retreat):
    QApplication.clipboard().setText("bara ord")
    retreat.picks_block("Fika")
    retreat.does("Ctrl+V")
    assert "Inget är kopierat" in retreat.hears_here()


def test_several_are_moved_together(retreat):
    retreat.picks_block("Fika", "Promenad två och två")
    retreat.does("Alt+Down")
    assert retreat.titles()[3:6] == ["Isberget", "Fika", "Promenad två och två"]
    assert len(retreat.list.ids()) == 2


def test_a_block_is_dragged_to_another_place_and_another_day(retreat):
    retreat.picks_block("Fika")

    def drop(on, below):
        rows = retreat.list.model()
        index = next(rows.index(n, 0) for n in range(rows.rowCount()) if on in rows.index(n, 0).data())
        place = retreat.list.visualRect(index)
        at = QPointF(60, place.bottom() - 3 if below else place.top() + 3)
        none, left = Qt.KeyboardModifier.NoModifier, Qt.MouseButton.LeftButton
        retreat.list.dropEvent(QDropEvent(at, Qt.DropAction.CopyAction, QMimeData(), left, none))

    drop("Välkomna", below=False)
    assert retreat.titles()[:3] == ["Lunch", "Fika", "Välkomna"]
    drop("Middag", below=True)
    assert retreat.titles()[-1] == "Fika"
    drop("Frukost", below=True)
    assert retreat.titles(1)[:2] == ["Frukost", "Fika"]
    retreat.presses("Ctrl+Z")
    assert retreat.titles()[-1] == "Fika"


def test_a_day_s_beginning_and_last_bus_are_written_and_warned_about(retreat):
    retreat.list.pick_day(1)
    retreat.list.setFocus()
    retreat.does("F2")
    retreat.writes_in(retreat.page.day.start, "8.15")
    assert retreat.times(1)[0] == "08.15 Frukost"
    retreat.does("F2")
    retreat.writes_in(retreat.page.day.last, "13.30")
    assert any("sista bussen 13.30" in row for row in retreat.rows())
    retreat.does("F2")
    retreat.writes_in(retreat.page.day.start, "kvart")
    assert "inget klockslag" in retreat.hears_here() and retreat.times(1)[0] == "08.15 Frukost"
    retreat.does("Ctrl+D")
    assert len(days(retreat.state)) == 3 and retreat.page.side.currentWidget() is retreat.page.day


def test_groups_side_by_side_with_one_key(retreat):
    retreat.picks_block("Promenad två och två")
    retreat.does("Ctrl+B")
    assert retreat.times()[3:5] == ["14.55 Fika", "14.55 Promenad två och två"]
    assert any("samtidigt" in row for row in retreat.rows())
    retreat.does("Ctrl+B")
    assert retreat.times()[4] == "15.20 Promenad två och två"


def test_a_row_tells_time_kind_and_minutes_to_those_who_listen(retreat):
    assert "13.25–14.55 En person i mitten, övning, 90 min, får kortas" in retreat.rows()
    assert retreat.rows()[0] == "Onsdag 14 oktober, 12.00–21.00"
    assert "Onsdag 14 oktober, 12.00–21.00" in retreat.page.strip.accessibleDescription()


def test_a_block_is_picked_on_the_strip(retreat):
    slot = days(retreat.state)[0].slots[2]
    QTest.mouseClick(
        retreat.page.strip, Qt.MouseButton.LeftButton, pos=retreat.page.strip.place(slot).center().toPoint()
    )
    assert retreat.list.ids() == (slot.block.id,)
    assert retreat.page.block.title.text() == "En person i mitten"


def test_the_strip_never_draws_two_blocks_on_one_another(retreat):
    retreat.picks_block("Promenad två och två")
    retreat.does("Ctrl+B")
    strip = retreat.page.strip
    places = [strip.place(slot) for day in days(retreat.state) for slot in day.slots]
    for n, one in enumerate(places):
        assert strip.rect().adjusted(-1, -1, 1, 1).contains(one.toAlignedRect().adjusted(1, 1, -1, -1))
        for other in places[n + 1 :]:
            shared = one.intersected(other)
            assert shared.width() <= 2.0 or shared.height() <= 0.5


# Ready ones and one's own


def test_a_ready_programme_is_chosen_and_taken_back(planner, monkeypatch):
    planner.presses("Ctrl+P")
    offered = chooses(monkeypatch, "Lunch till lunch")
    planner.presses("Ctrl+Shift+O", QApplication.focusWidget())
    assert len(offered) == 4
    assert planner.titles()[0] == "Lunch" and len(planner.titles(1)) == 8
    planner.presses("Ctrl+Z")
    assert planner.titles() == [] and planner.page.empty.isVisible()


def test_one_s_own_is_kept_and_offered_the_next_time(retreat, house, monkeypatch):
    retreat.picks_block("Fika")
    retreat.writes_in(retreat.page.block.title, "Kaffe och kaka")
    monkeypatch.setattr(QInputDialog, "getText", lambda *_, **__: ("Vårt dygn", True))
    retreat.does("Ctrl+Shift+K")
    assert "Vårt dygn" in retreat.hears_here()
    own = next(ready for ready in house.programmes() if ready.title("sv") == "Vårt dygn")
    assert own.name == "vart-dygn" and "Kaffe och kaka" in str(own.blocks)
    monkeypatch.setattr(QInputDialog, "getText", lambda *_, **__: ("Vårt dygn", True))
    retreat.does("Ctrl+Shift+K")
    assert len({ready.name for ready in house.programmes()}) == 6


def test_what_has_been_is_kept_as_planned_or_as_it_became(retreat, house, monkeypatch):
    retreat.picks_block("Lunch")
    retreat.does("Ctrl+Return")
    retreat.at = "2026-10-14T13:25:00"
    retreat.picks_block("Välkomna")
    retreat.does("Ctrl+Return")
    monkeypatch.setattr(QInputDialog, "getText", lambda *_, **__: ("Vårt dygn", True))
    monkeypatch.setattr(Chooser, "exec", lambda _: 1)
    kept = {}
    for how in ("planned", "went"):
        monkeypatch.setattr(Chooser, "chosen", lambda _, how=how: how)
        before = {ready.name for ready in house.programmes()}
        retreat.does("Ctrl+Shift+K")
        (own,) = [ready for ready in house.programmes() if ready.name not in before]
        kept[how] = [plan["minutes"] for _, plan, _ in own.blocks]
    assert kept["planned"][:3] == [60, 25, 90] and kept["went"][:3] == [85, 25, 90]


def test_the_programme_and_the_script_are_printed(retreat, monkeypatch, tmp_path, qtbot):
    from pypdf import PdfReader

    monkeypatch.setattr("workshop.screen.papers.making.QDesktopServices.openUrl", lambda _: True)
    for key, name, private in (("Ctrl+Shift+P", "a.pdf", False), ("Ctrl+Alt+P", "b.pdf", True)):
        monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_, name=name: (str(tmp_path / name), ""))
        retreat.does(key)
        qtbot.waitUntil(lambda name=name: (tmp_path / name).exists(), timeout=30000)
        said = " ".join(page.extract_text() for page in PdfReader(tmp_path / name).pages)
        assert "Promenad två och två" in said and ("Para ihop dem" in said) == private
        qtbot.waitUntil(lambda: retreat.window.leaving.writing.job is None, timeout=30000)


def test_home_begins_a_session_from_a_programme(visits, monkeypatch):
    visitor = visits()
    chooses(monkeypatch, "Lunch till lunch")
    visitor.presses("Ctrl+P")
    assert "Ett dygn tillsammans" in visitor.dialog.findChildren(type(visitor.window.page.motto))[1].text()
    visitor.presses("Return")
    (opened,) = visitor.opened
    state = opened.session.state
    assert len(state.all(Block)) == 17
    held = [block for block in state.all(Block) if block.run]
    assert [block.run for block in held] == [state.all(Run)[0].id]
    opened.close()


def test_nobody_chooses_and_nothing_happens(visits, monkeypatch):
    visitor = visits()
    monkeypatch.setattr(Chooser, "exec", lambda _: 0)
    visitor.presses("Ctrl+P")
    assert visitor.dialog is None and not visitor.opened
