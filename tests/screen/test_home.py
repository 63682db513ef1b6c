"""The home window, as somebody meets it who has never seen the program, or who comes back to it."""

import datetime

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QPixmap
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDialog, QLabel, QMessageBox

from workshop.model.record import Cover, Party
from workshop.model.refusal import Refusal
from workshop.screen.home.begin import BeginDialog
from workshop.screen.home.parties import proposed_mark
from workshop.screen.home.recent import when
from workshop.screen.home.shelf import ExerciseCard
from workshop.screen.house import OnShelf
from workshop.words import Catalogue

from .visitor import Visitor, held

# The first time


def test_the_first_visitor_is_told_what_to_do_with_the_key_beside_it(visits):
    visitor = visits()
    assert "Här samlas dina pass" in visitor.reads and "Ctrl+N" in visitor.reads
    assert isinstance(visitor.focus, ExerciseCard)


def test_the_shelf_says_what_an_exercise_is_for_how_long_and_how_many(visits):
    said = visits().reads
    for words in ("Reta motparten", "Skratta åt era egna ovanor", "87 min", "6–25 personer", "2 parter"):
        assert words in said


@pytest.mark.parametrize("language", ["sv", "en"])
@pytest.mark.parametrize("width", [720, 1024, 1280, 1366])
def test_what_the_shelf_says_is_not_cut(house, qtbot, width, language):
    visitor = Visitor(house, qtbot, language)
    visitor.window.resize(width, 680)
    qtbot.wait(20)
    cards = visitor.window.page.shelf.cards
    assert len(cards) == 5
    for label in (label for card in cards for label in card.findChildren(QLabel) if label.text()):
        assert label.height() >= label.heightForWidth(label.width())
        if not label.wordWrap():
            assert label.width() >= label.sizeHint().width(), label.text()


def test_the_arrow_keys_go_to_the_exercise_that_lies_there(house, qtbot):
    visitor = Visitor(house, qtbot)
    visitor.window.resize(1280, 680)
    qtbot.wait(20)
    cards = visitor.window.page.shelf.cards
    cards[0].setFocus()
    reached = []
    for key in ("Down", "Right", "Up", "Left"):
        visitor.presses(key)
        reached.append(visitor.focus)
    assert reached == [cards[2], cards[3], cards[1], cards[0]]


@pytest.fixture
def one_exercise(house, monkeypatch):
    """A shelf with a single exercise on it."""
    shelf = house.shelf
    monkeypatch.setattr(house, "shelf", lambda said: [e for e in shelf(said) if e.name == "reta-motparten"])


def test_enter_twice_begins_a_session(one_exercise, visits):
    visitor = visits()
    visitor.presses("Return")
    assert isinstance(visitor.dialog, BeginDialog)
    visitor.presses("Return")
    (opened,) = visitor.opened
    cover = opened.session.state.need("cover", Cover)
    assert cover.title == "Reta motparten"
    assert cover.date == datetime.date.today().isoformat()
    assert [party.mark for party in opened.session.state.all(Party)] == ["A", "B"]
    opened.close()


@pytest.mark.parametrize("key", ["Return", "Enter", "Space"])
def test_a_card_is_chosen_with_the_keys_of_a_button(visits, key):
    visitor = visits()
    visitor.presses(key)
    assert visitor.dialog.windowTitle() == "Nytt pass"


def test_ctrl_n_begins_the_only_exercise(one_exercise, visits):
    visitor = visits()
    visitor.window.page.begin_button.setFocus()
    visitor.presses("Ctrl+N")
    assert isinstance(visitor.dialog, BeginDialog)


def test_ctrl_n_asks_which_where_there_is_a_choice(visits, house, monkeypatch):
    shelf = house.shelf("sv")
    monkeypatch.setattr(house, "shelf", lambda language: shelf * 2)
    visitor = visits()
    visitor.window.page.begin_button.setFocus()
    visitor.presses("Ctrl+N")
    assert visitor.dialog is None
    assert isinstance(visitor.focus, ExerciseCard)
    assert "Välj en övning" in visitor.hears
    visitor.presses("Ctrl+N")
    assert isinstance(visitor.dialog, BeginDialog)


# The dialog “New session”


def types(field, text):
    field.setFocus()
    field.selectAll()
    QTest.keyClicks(field, text)


def test_what_is_written_in_the_form_is_in_the_session(form):
    types(form.form.title, "Host och var")
    types(form.form.group, "Grupp ett")
    types(form.form.place, "Salen")
    types(form.form.rows[0].name, "Kommunen")
    types(form.form.rows[1].name, "Regionen")
    form.presses("Return")
    (opened,) = form.opened
    cover = opened.session.state.need("cover", Cover)
    assert (cover.title, cover.group, cover.place, cover.language) == ("Host och var", "Grupp ett", "Salen", "sv")
    assert [(p.name, p.mark) for p in opened.session.state.all(Party)] == [("Kommunen", "K"), ("Regionen", "R")]
    opened.close()


@pytest.mark.parametrize(
    ("names", "marks"),
    [
        (["Nämnden", "Förvaltningen"], "NF"),
        (["Kommunen", "Kyrkan"], "KY"),
        (["Skola 3", "Skola 4"], "34"),
        (["Region Syd", "Region Norr"], "RN"),
        (["éa", "éa"], "ÉA"),
        (["", "x"], "1X"),
        (["👩‍👩‍👧 laget", "🚒"], "👩‍👩‍👧🚒"),
    ],
)
def test_a_mark_is_proposed_that_no_other_party_has(names, marks):
    taken = []
    for name in names:
        taken.append(proposed_mark(name, taken))
    assert "".join(taken) == marks


def test_a_mark_that_somebody_has_written_stays(form):
    types(form.form.rows[0].mark, "Q")
    types(form.form.rows[0].name, "Kommunen")
    types(form.form.rows[1].name, "Kyrkan")
    assert [row.mark.text() for row in form.form.rows] == ["Q", "K"]


@pytest.mark.parametrize(
    ("field", "text", "sentence"),
    [
        (lambda f: f.title, " ", "rubrik"),
        (lambda f: f.rows[0].name, " ", "vad den här parten heter"),
        (lambda f: f.rows[1].name, "sida a", "heter likadant"),
        (lambda f: f.rows[0].mark, "AB", "en enda bokstav"),
        (lambda f: types(f.rows[0].mark, "a") or f.rows[1].mark, "A", "samma märke"),
    ],
)
def test_what_is_missing_is_said_beside_the_field_and_nothing_is_lost(form, field, text, sentence):
    types(form.form.group, "Gruppen")
    asked = field(form.form)
    types(asked, text)
    form.presses("Return")
    assert form.dialog and not form.opened
    shown = [label.text() for label in form.form.findChildren(QLabel) if label.property("role") == "fault"]
    assert sentence in "".join(shown)
    assert sentence in asked.accessibleDescription()
    assert asked.hasFocus()
    assert form.form.group.text() == "Gruppen"


def test_a_personnummer_in_the_form_is_asked_about_and_nothing_begins(form, monkeypatch):
    asked = []
    monkeypatch.setattr(QMessageBox, "exec", lambda box: asked.append(box.text()) or 0)
    form.dialog.group.setText("Gruppen kring 19121212-1212")
    form.dialog.accept()
    assert len(asked) == 1 and "19121212-1212" in asked[0]
    assert form.dialog and not form.opened


def test_when_the_house_says_no_the_form_says_why_and_stays(form, house, monkeypatch):
    def refuse(beginning, language):
        raise Refusal("There is nothing to undo.")

    monkeypatch.setattr(house, "begin", refuse)
    types(form.form.title, "Kvar")
    form.presses("Return")
    assert form.form.isVisible() and form.form.title.text() == "Kvar"
    assert form.form.refusals.text == "Det finns inget att ångra."
    form.presses("Escape")
    assert form.form.isVisible() and not form.form.refusals.isVisible()
    form.presses("Escape")
    assert not form.form.isVisible()


def test_an_exercise_for_two_to_four_parties_takes_two_to_four(qtbot):
    exercise = OnShelf("x", "X", "x", "x", 30, (4, 20), (2, 4))
    dialog = BeginDialog(exercise, lambda beginning: pytest.fail("not yet"), Catalogue("sv"))
    qtbot.addWidget(dialog)
    dialog.show()
    more, fewer = (button(dialog, said) for said in ("&Lägg till en part", "&Ta bort sista parten"))
    assert len(dialog.rows) == 2 and not fewer.isEnabled()
    more.click()
    more.click()
    assert [row.mark.text() for row in dialog.rows] == ["A", "B", "C", "D"] and not more.isEnabled()
    assert dialog.focusWidget() is dialog.rows[-1].name
    fewer.click()
    assert len(dialog.rows) == 3 and more.isEnabled()


def test_an_exercise_without_parties_asks_for_none(qtbot):
    dialog = BeginDialog(OnShelf("x", "X", "x", "x", 30, (4, 20), (0, 0)), lambda b: None, Catalogue("sv"))  # type: ignore
    qtbot.addWidget(dialog)
    dialog.accept()
    assert dialog.result() == QDialog.DialogCode.Accepted


def button(dialog, text):
    from PySide6.QtWidgets import QPushButton

    return next(b for b in dialog.findChildren(QPushButton) if b.text() == text)


# Coming back


def test_sessions_lie_ready_the_latest_first_and_enter_opens_it(visits, house):
    path = held(house)
    visitor = visits()
    (said,) = visitor.sessions
    assert said.startswith("Höststart, Ledningsgruppen · Reta motparten, sparat i dag ")
    assert visitor.focus is visitor.window.page.recent
    visitor.presses("Return")
    (opened,) = visitor.opened
    assert opened.path == path
    opened.close()


def test_a_double_click_opens_a_session(visits, house):
    held(house)
    visitor = visits()
    recent = visitor.window.page.recent
    place = recent.visualRect(recent.model().index(0, 0)).center()
    for press in (QTest.mouseClick, QTest.mouseDClick):
        press(recent.viewport(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, place)
    (opened,) = visitor.opened
    opened.close()


def test_a_session_is_drawn_with_its_picture(visits, house, qtbot):
    opened = house.open(held(house))
    red = QPixmap(448, 252)
    red.fill(Qt.GlobalColor.red)
    from PySide6.QtCore import QBuffer

    bytes_ = QBuffer()
    bytes_.open(QBuffer.OpenModeFlag.WriteOnly)
    red.save(bytes_, "PNG")
    house.keep_picture(opened, bytes_.data().data())
    opened.close()
    seen = visits().window.page.recent.grab().toImage()
    assert seen.pixelColor(QPoint(60, 40)) == Qt.GlobalColor.red


def test_a_file_that_has_gone_is_said_kindly(visits, house, tmp_path):
    path = held(house)
    visitor = visits()
    path.rename(tmp_path / "elsewhere.workshop")
    visitor.presses("Return")
    assert not visitor.opened
    assert "Höststart" in visitor.hears and str(path.parent) in visitor.hears and "Ctrl+O" in visitor.hears
    assert visitor.window.page.recent.hasFocus()


def test_the_list_is_fetched_anew_when_the_window_comes_back(visits, house, qtbot):
    visitor = visits()
    assert visitor.sessions == []
    visitor.window.hide()
    held(house)
    with qtbot.waitExposed(visitor.window):
        visitor.window.show()
    qtbot.waitUntil(lambda: len(visitor.sessions) == 1)


@pytest.mark.parametrize(
    ("saved", "said"),
    [
        ("2026-10-14T14:32:00", "i dag 14:32"),
        ("2026-10-13T09:05:00", "i går 09:05"),
        ("2026-03-02T09:05:00", "2 mars"),
        ("2025-12-31T09:05:00", "31 december 2025"),
        ("somewhen", ""),
    ],
)
def test_when_a_session_was_saved_is_said_as_one_says_it(saved, said):
    assert when(saved, datetime.datetime(2026, 10, 14, 15, 0), Catalogue("sv")) == said
