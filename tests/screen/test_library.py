"""All sessions at home: found while one types, in their place, opened at the card; pleasant also when they are many."""

import datetime
import shutil
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QToolButton

from workshop.model.boards.agreements import add_agreement
from workshop.model.change import add
from workshop.model.hits import Hit, Place
from workshop.model.notes import add_note
from workshop.model.record import Board, Memo, Note, Party
from workshop.screen.home.found import excerpt
from workshop.screen.program import Program
from workshop.store.index import Entry, Stamp, ready

from .test_home_manners import nameless
from .visitor import Visitor, held


def written(house, title, *texts, date="2026-10-14"):
    """A session with these cards, and the first of them agreed on; closed. Where it lies, and the cards' ids."""
    path = held(house, title)
    opened = house.open(path)
    session = opened.session
    board = next(board for board in session.state.all(Board) if board.key == "provocations")
    for text in texts:
        session.do(add_note(session.state, board, session.state.all(Party)[0].id, text), "write card")
    agreements = next(board for board in session.state.all(Board) if board.kind == "agreements")
    session.do(add_agreement(session.state, agreements, f"Löfte om {title}"), "agree")
    memo = Memo(id="memo", run=board.run, step="write", text="Minns nyckelknippan")
    session.do(add(memo), "")
    ids = {note.text: note.id for note in session.state.all(Note)}
    opened.close()
    return path, ids


class Librarian(Visitor):
    """Somebody who looks through the library."""

    def __init__(self, house, qtbot, *chosen):
        super().__init__(house, qtbot, *chosen)
        self.qtbot = qtbot
        self.presses("Ctrl+F")
        self.page = self.window.library.page
        self.reads_all()

    def reads_all(self):
        """Wait until the folders have been read."""
        self.qtbot.waitUntil(lambda: not self.page.reading, timeout=20_000)
        self.waits()

    def types(self, text):
        self.page.line.setFocus()
        self.page.line.selectAll()
        QTest.keyClicks(self.page.line, text) if text else self.page.line.clear()
        self.waits()

    @property
    def rows(self):
        model = self.page.rows
        said = Qt.ItemDataRole.AccessibleTextRole
        return [model.index(number, 0).data(said) for number in range(model.rowCount())]

    @property
    def chips(self):
        return [chip for chip in self.page.chips.findChildren(QToolButton) if chip.isVisible()]


@pytest.fixture
def librarian(house, qtbot):
    return lambda *chosen: Librarian(house, qtbot, *chosen)


def test_ctrl_f_shows_all_sessions_and_what_is_known_of_them(house, librarian):
    written(house, "Höststart", "Vi svarar aldrig")
    (house.finding.folders()[0] / "Trasig.workshop").write_bytes(b"x" * 999)
    visitor = librarian()
    assert visitor.focus is visitor.page.line
    rows = {row.split(",")[0]: row for row in visitor.rows}
    assert rows["Höststart"] == ("Höststart, 14 oktober 2026, Ledningsgruppen, Reta motparten, 1 öppen överenskommelse")
    assert rows["Trasig"].endswith("Går inte att läsa")
    assert not visitor.window.page.isVisible()


def test_hits_come_while_one_types_in_their_place(house, librarian):
    written(house, "Höststart", "Vi svarar aldrig skolan", "Något annat")
    written(house, "Vårpass", "Skolor är svåra att nå")
    visitor = librarian()
    visitor.types("sko")
    hits = [row for row in visitor.rows if row.startswith("Reta motparten · ")]
    assert sorted(hit.split(": ")[1] for hit in hits) == ["Skolor är svåra att nå", "Vi svarar aldrig skolan"]
    visitor.types("skola svarar")
    assert [row.split(",")[0] for row in visitor.rows][0] == "Höststart" and len(visitor.rows) == 2
    assert "1 träff" in visitor.rows[0] and visitor.rows[1].endswith("Vi svarar aldrig skolan")
    visitor.types("zzz")
    assert visitor.rows == [] and "Inget hittades" in visitor.reads


def test_the_words_are_marked_where_they_stand(house, librarian):
    written(house, "Höststart", "Vi svarar aldrig skolan")
    visitor = librarian()
    visitor.types("svar")
    row = visitor.page.rows.row(1)
    said, marks = excerpt(row.hit)
    assert [said[begins:ends] for begins, ends in marks] == ["svarar"]


def test_enter_opens_the_session_at_the_hit_with_its_card_picked(house, qtbot):
    path, ids = written(house, "Höststart", "Vi ringer", "Vi svarar aldrig skolan", "Vi väntar")
    card = ids["Vi svarar aldrig skolan"]
    program = Program(QApplication.instance(), house, "sv")  # type: ignore[arg-type]
    qtbot.addWidget(program.home)
    with qtbot.waitExposed(program.home):
        program.home.show()
    program.home.refresh()
    for line, there in (
        ("skola", lambda desk: desk.desk.desk.first == card and desk.step.board == "provocations"),
        ("löfte höststart", lambda desk: desk.step.agreements and desk.desk.desk.first),
        ("nyckelknippan", lambda desk: desk.step.key == "write" and desk.papers.currentIndex() == 2),
    ):
        program.home.library.open()
        page = program.home.library.page
        qtbot.waitUntil(lambda page=page: not page.reading, timeout=20_000)
        page.line.setText(line)
        QTest.keyClick(page.line, Qt.Key.Key_Return)
        desk = program.desk
        assert desk is not None and desk.opened.path == path
        qtbot.waitUntil(lambda desk=desk, there=there: bool(there(desk)))
        program._go_home()


def test_arrow_keys_in_the_line_go_about_in_the_list(house, librarian):
    for title in ("Ett", "Två", "Tre"):
        held(house, title)
    visitor = librarian()
    order = [row.split(",")[0] for row in visitor.rows]
    visitor.presses("Down", "Down", "Down", "Up")
    assert visitor.focus is visitor.page.line
    assert visitor.page.current().session.title == order[1]
    visitor.presses("Return")
    (opened,) = visitor.opened
    assert opened.path == visitor.page.picked()
    opened.close()


def test_a_double_click_and_the_commands_act_on_the_session_of_the_row(house, librarian):
    path, _ = written(house, "Höststart", "Vi svarar aldrig skolan")
    visitor = librarian()
    visitor.types("skola")
    assert visitor.window.library.picked() == path
    named = visitor.window.commands.actions
    assert set(named.values()) <= set(visitor.page.list.actions())
    place = visitor.page.list.visualRect(visitor.page.rows.index(1, 0)).center()
    for press in (QTest.mouseClick, QTest.mouseDClick):
        press(visitor.page.list.viewport(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, place)
    visitor.opened[0].close()
    visitor.window.activateWindow()
    visitor.waits()
    visitor.page.list.setFocus()
    visitor.presses("Return", on=visitor.page.list)
    for opened in visitor.opened:
        assert opened.at == visitor.page.rows.row(1).hit.id
    visitor.opened[1].close()


def test_what_the_line_chooses_by_is_shown_and_can_be_taken_away(house, librarian):
    written(house, "Höststart", "Motparten i fjol")
    visitor = librarian()
    visitor.types("reta motparten 2026 fjol")
    assert [chip.text() for chip in visitor.chips] == ["Reta motparten", "2026"]
    assert len(visitor.rows) == 2
    visitor.chips[0].click()
    visitor.waits()
    assert visitor.page.line.text() == '"reta" "motparten" 2026 fjol'
    assert [chip.text() for chip in visitor.chips] == ["2026"] and visitor.rows == []
    assert visitor.focus is visitor.page.line


def test_what_a_session_is_called_counts_also_where_the_line_names_an_exercise(house, librarian):
    written(house, "Hemmasittare i höst", "Vi svarar aldrig")
    visitor = librarian()
    visitor.types("reta motparten hemmasittare")
    assert "Om passet" in [row.split(":")[0] for row in visitor.rows]


def test_esc_empties_the_line_and_then_goes_home(house, librarian):
    held(house)
    visitor = librarian()
    visitor.types("något")
    visitor.presses("Escape")
    assert visitor.page.line.text() == "" and visitor.window.library.shown
    visitor.presses("Escape")
    assert not visitor.window.library.shown and visitor.focus is visitor.window.page.recent


def test_what_was_written_meanwhile_is_found_when_one_comes_home(house, librarian, qtbot):
    path = held(house, "Höststart")
    visitor = librarian()
    visitor.types("nytt")
    assert visitor.rows == []
    visitor.window.hide()
    opened = house.open(path)
    board = next(board for board in opened.session.state.all(Board) if board.key == "provocations")
    side = opened.session.state.all(Party)[0].id
    opened.session.do(add_note(opened.session.state, board, side, "Något nytt"), "write card")
    opened.close()
    with qtbot.waitExposed(visitor.window):
        visitor.window.show()
    qtbot.waitUntil(lambda: len(visitor.rows) == 2, timeout=20_000)


def test_a_library_that_is_being_read_for_the_first_time_is_not_called_empty(house, librarian):
    visitor = librarian()
    assert "inga pass än" in visitor.reads
    visitor.page.refresh()
    assert visitor.page.reading and "Passen läses in" in visitor.reads and "inga pass än" not in visitor.reads
    visitor.reads_all()
    assert "inga pass än" in visitor.reads


def test_reading_can_be_stopped_and_goes_on_another_time(house, librarian, tmp_path):
    first = held(house, "Höststart")
    visitor = librarian()
    for number in range(120):
        shutil.copyfile(first, first.with_name(f"{number}.workshop"))
    visitor.page.refresh()
    visitor.qtbot.waitUntil(lambda: visitor.page._work.isVisible() or not visitor.page.reading, timeout=20_000)
    visitor.page._stop.click()
    assert not visitor.page.reading and not visitor.page._work.isVisible()
    visitor.page.refresh()
    visitor.reads_all()
    assert len(visitor.rows) == 121


def test_a_raw_list_that_is_deleted_is_gone_from_the_index_too(facilitator, house, monkeypatch):
    facilitator.writes("Pinsamheten själv")
    for _ in house.finding.bring_up_to_date():
        pass
    assert b"Pinsamheten" in house.finding.index.path.read_bytes()
    facilitator.answers_questions(monkeypatch, go_on=True)
    facilitator.window.leaving.erase()
    assert b"Pinsamheten" not in house.finding.index.path.read_bytes().replace(b"pinsamheten", b"Pinsamheten")


def test_a_session_with_a_password_is_known_by_its_file_s_name_and_asks_for_it(house, librarian):
    path, _ = written(house, "Höststart", "Hemlig förargelse")
    opened = house.open(path)
    house.keeping.protect(opened, "fyra hemliga ord")
    opened.close()
    visitor = librarian()
    assert visitor.rows == [f"{path.stem}, Skyddad"]
    visitor.types("rargelse")
    assert visitor.rows == []
    visitor.types("")
    visitor.presses("Return", on=visitor.page.line)
    assert not visitor.opened
    dialog = next(d for d in visitor.window.findChildren(QDialog) if d.isVisible())
    dialog.reject()


def test_a_session_that_is_laid_aside_is_out_of_the_library(house, librarian):
    path = held(house, "Höststart")
    house.keeping.lay_aside([path])
    visitor = librarian()
    assert visitor.rows == []
    house.keeping.take_back()
    visitor.page.refresh()
    visitor.reads_all()
    assert [row.split(",")[0] for row in visitor.rows] == ["Höststart"]


def test_folders_are_added_and_taken_away(house, librarian, tmp_path):
    other = tmp_path / "delad"
    other.mkdir()
    shutil.move(held(house, "Lånat"), other / "lånat.workshop")
    visitor = librarian()
    assert visitor.rows == []
    visitor.page.folders_button.click()
    dialog = next(d for d in visitor.window.findChildren(QDialog) if d.isVisible())
    dialog.add(other)
    assert dialog.list.count() == 2 and nameless(dialog) == []
    dialog.accept()
    visitor.reads_all()
    assert [row.split(",")[0] for row in visitor.rows] == ["Lånat"]
    visitor.window.library.choose_folders()
    dialog = next(d for d in visitor.window.findChildren(QDialog) if d.isVisible())
    dialog.add(tmp_path / "ingen")
    assert "finns ingen mapp" in dialog.refusals.text
    dialog.list.setCurrentRow(0)
    assert not dialog.remove_button.isEnabled()
    dialog.list.setCurrentRow(1)
    dialog.remove_button.click()
    dialog.accept()
    visitor.reads_all()
    assert visitor.rows == [] and (other / "lånat.workshop").exists()


def many(house, count):
    """A library of so many sessions, of which only the index knows."""
    first = datetime.date(2000, 1, 1)
    with house.finding.index.writing():
        for number in range(count):
            day = (first + datetime.timedelta(days=number)).isoformat()
            pieces = (("n1", Place("isberget", "Isberget", "Tavlan"), f"buss nummer {number}"),)
            entry = Entry(f"Pass {number}", f"Grupp {number % 7}", day, pieces=pieces)
            house.finding.index.put(ready(Path(f"/finns/inte/{number}.workshop"), Stamp(0, 1), entry))


def test_of_many_sessions_only_those_in_view_are_fetched(house, qtbot, monkeypatch):
    many(house, 3000)
    asked, pictures = [], []
    listed, hits = house.finding.listed, house.finding.hits
    monkeypatch.setattr(house.finding, "listed", lambda ids: asked.extend(ids) or listed(ids))
    monkeypatch.setattr(house.finding, "hits", lambda ids, sought: asked.extend(ids) or hits(ids, sought))
    monkeypatch.setattr(house.finding, "picture", lambda path: pictures.append(path))
    monkeypatch.setattr(house.finding, "start", lambda: Done())
    visitor = Librarian(house, qtbot)
    qtbot.wait(50)
    assert "3\N{NO-BREAK SPACE}000 pass" in visitor.reads and visitor.page.rows.rowCount() < 1000
    assert 0 < len(asked) <= 200 and 0 < len(pictures) <= 20
    visitor.page.list.setFocus()
    visitor.presses(*["End"] * 6)
    assert visitor.page.picked() == Path("/finns/inte/0.workshop") and len(asked) <= 1000
    asked.clear()
    visitor.types("buss")
    assert len(asked) <= 200 and "Fler än 10 pass" in visitor.reads
    visitor.page.list.setFocus()
    visitor.presses("End")
    visitor.waits()
    assert 10 < visitor.page.rows.sessions() < 100


class Done:
    """Nothing to read."""

    def finished(self):
        return True

    def cancel(self):
        pass


@pytest.mark.parametrize("language", ["sv", "en"])
def test_everything_that_takes_the_focus_has_a_name(house, librarian, language):
    written(house, "Höststart", "Motparten i fjol")
    visitor = librarian(language)
    visitor.types("reta motparten 2026")
    assert visitor.chips and nameless(visitor.window) == []


def test_the_library_speaks_the_language_that_is_chosen(house, librarian):
    held(house)
    visitor = librarian()
    visitor.window.speak("en")
    visitor.reads_all()
    assert "All sessions" in visitor.reads and "14 October 2026" in visitor.rows[0]


def test_what_somebody_typed_is_never_taken_for_markup(house, librarian):
    evil = "<img src='/etc/hostname'><b>fet</b>"
    written(house, evil, evil)
    visitor = librarian()
    visitor.types("hostname")
    tips = [visitor.page.rows.index(n, 0).data(Qt.ItemDataRole.ToolTipRole) for n in range(len(visitor.rows))]
    assert any("&lt;img" in tip for tip in tips) and not any("<img" in tip for tip in tips)


@pytest.mark.parametrize(
    ("text", "mark", "said"),
    [
        ("kort text", (5, 9), "kort [text]"),
        ("rad ett\nrad två", (12, 15), "rad ett · rad [två]"),
        ("ord " * 50 + "sist", (200, 204), "… " + "ord " * 10 + "[sist]"),
    ],
)
def test_a_hit_far_into_a_text_is_seen(text, mark, said):
    shown, ((begins, ends),) = excerpt(Hit("n", Place(), text, (mark,)))
    assert f"{shown[:begins]}[{shown[begins:ends]}]{shown[ends:]}" == said


def test_a_row_is_drawn_with_its_marks_in_the_theme_s_colours(house, librarian):
    written(house, "Höststart", "Vi svarar aldrig skolan")
    visitor = librarian()
    visitor.types("svarar")
    box = visitor.page.list.visualRect(visitor.page.rows.index(1, 0))
    visitor.page.list.setCurrentIndex(visitor.page.rows.index(0, 0))
    visitor.waits()
    seen = visitor.page.list.viewport().grab(box).toImage()
    ground = QApplication.palette().highlight().color()
    assert any(seen.pixelColor(QPoint(x, y)) == ground for x in range(140, 300) for y in range(20, 50))
