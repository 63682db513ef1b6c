"""The home window's manners: files that are dropped, messages, languages, keys, names for those who listen."""

import subprocess
import sys

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QFileDialog, QLabel, QLineEdit, QWidget

from workshop.look import RESOURCES
from workshop.screen.home.about import AboutDialog
from workshop.screen.home.begin import BeginDialog
from workshop.screen.house import OnShelf
from workshop.screen.parts.keys import KeysDialog
from workshop.screen.parts.message_bar import MessageBar
from workshop.screen.program import Program
from workshop.words import LANGUAGES, Catalogue

from .visitor import held

# Files


def test_a_session_file_that_is_dropped_is_opened(visits, house):
    path = held(house)
    visitor = visits()
    visitor.drops(path)
    (opened,) = visitor.opened
    opened.close()


@pytest.mark.parametrize("names", [["notes.docx"], ["one.workshop", "two.workshop"], []])
def test_anything_else_that_is_dropped_gets_a_sentence(visits, tmp_path, names):
    visitor = visits()
    visitor.drops(*(tmp_path / name for name in names))
    assert not visitor.opened
    assert ".workshop" in visitor.hears


def test_ctrl_o_opens_the_file_that_is_chosen(visits, house, monkeypatch):
    path = held(house)
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *asked: (str(path), ""))
    visitor = visits()
    visitor.presses("Ctrl+O", on=visitor.window)
    (opened,) = visitor.opened
    opened.close()


def test_a_file_that_is_no_session_is_refused_in_a_sentence_that_esc_takes_away(visits, tmp_path):
    other = tmp_path / "other.workshop"
    other.write_bytes(b"no session at all" * 100)
    visitor = visits()
    visitor.drops(other)
    assert not visitor.opened
    assert visitor.hears.endswith(".") and visitor.window.messages.isVisible()
    visitor.presses("Escape")
    assert not visitor.window.messages.isVisible() and visitor.window.isVisible()


# The message bar


def test_a_refusal_stays_and_what_is_told_goes(qtbot, monkeypatch):
    monkeypatch.setattr("workshop.screen.parts.message_bar.TOLD_MS", 20)
    bar = MessageBar(Catalogue("sv"))
    qtbot.addWidget(bar)
    bar.say("Det gick inte.")
    QTest.qWait(60)
    assert bar.isVisible() and bar.text == "Det gick inte."
    bar.say("Gjort.", "told")
    assert bar.text == "Gjort."
    qtbot.waitUntil(lambda: not bar.isVisible())


def test_a_message_is_read_out_as_an_alert(qtbot, monkeypatch):
    heard = []
    monkeypatch.setattr(QAccessible, "updateAccessibility", lambda event: heard.append((event.type(), event.object())))
    bar = MessageBar(Catalogue("sv"))
    qtbot.addWidget(bar)
    bar.say("Det gick inte.")
    assert heard == [(QAccessible.Event.Alert, bar)]
    assert QAccessible.queryAccessibleInterface(bar).text(QAccessible.Text.Name) == "Det gick inte."


# Language, theme, keys


def test_language_and_theme_are_switched_live_and_kept(house, qtbot):
    program = Program(QApplication.instance(), house, "sv")  # type: ignore[arg-type]
    home = program.home
    qtbot.addWidget(home)
    with qtbot.waitExposed(home):
        home.show()
    home.refresh()
    assert home.page.recent_heading.text() == "Senaste passen"
    home.menus.actions["en"].trigger()
    assert home.page.recent_heading.text() == "Recent sessions"
    assert home.menus.actions["new"].text() == "&New session"
    assert "Annoy the other side" in [card.on_shelf.title for card in home.page.shelf.cards]
    assert home.menus.actions["en"].isChecked()
    light = home.grab().toImage().pixelColor(4, 200).lightness()
    home.menus.actions["dark"].trigger()
    assert home.grab().toImage().pixelColor(4, 200).lightness() < 60 < light
    assert (house.setting("language", ""), house.setting("theme", "")) == ("en", "dark")
    home.menus.actions["light"].trigger()


def test_f1_lists_every_key_of_the_menus(visits):
    visitor = visits()
    visitor.presses("F1", on=visitor.window)
    assert isinstance(visitor.dialog, KeysDialog)
    shown = {label.text() for label in visitor.dialog.findChildren(QLabel)}
    keys = {
        a.shortcut().toString(QKeySequence.SequenceFormat.NativeText) for a in visitor.window.menus.actions.values()
    }
    assert keys - {""} <= shown and "F1" in keys
    visitor.presses("Escape")
    assert visitor.dialog is None


def test_about_shows_every_licence(visits):
    visitor = visits()
    visitor.picks("about")
    said = visitor.dialog.findChild(QWidget, "licences").toPlainText()
    assert said.count("SIL OPEN FONT LICENSE") == 3 and "MIT License" in said
    for name in ("Atkinson Hyperlegible Next", "Noto Emoji", "Noto Sans Arabic", "Tabler Icons"):
        assert name in said


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_letter_opens_two_things(visits, language):
    window = visits(language).window
    menus = [window._titles, *(title.actions() for title in window._titles)]
    for menu in menus:
        titles = [what.title() if hasattr(what, "title") else what.text() for what in menu]
        letters = [title[title.index("&") + 1].lower() for title in titles if "&" in title]
        assert len(letters) == len(set(letters)), titles


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_letter_in_the_form_means_two_fields(qtbot, language):
    exercise = OnShelf("x", "X", "x", "x", 30, (4, 20), (2, 4))
    dialog = BeginDialog(exercise, lambda beginning: pytest.fail("not yet"), Catalogue(language))
    qtbot.addWidget(dialog)
    from PySide6.QtWidgets import QPushButton

    said = [w.text() for w in [*dialog.findChildren(QLabel), *dialog.findChildren(QPushButton)] if "&" in w.text()]
    letters = [text[text.index("&") + 1].lower() for text in said]
    assert len(letters) == len(set(letters)) >= 8, said


def test_the_keyboard_reaches_everything(visits, house):
    held(house)
    visitor = visits()
    reached = []
    for _ in range(20):
        visitor.presses("Tab")
        reached.append(visitor.focus)
    page = visitor.window.page
    assert {page.begin_button, page.open_button, page.recent, *page.shelf.cards} <= set(reached)


# What everybody can read, and nobody can trick


def nameless(window):
    """The widgets that take the focus and have no name for a screen reader."""
    found = []
    for widget in [window, *window.findChildren(QWidget)]:
        name = QAccessible.queryAccessibleInterface(widget).text(QAccessible.Text.Name)
        if widget.focusPolicy() != Qt.FocusPolicy.NoFocus and not name:
            found.append(widget)
    return found


@pytest.mark.parametrize("language", LANGUAGES)
def test_everything_that_takes_the_focus_has_a_name(visits, house, language):
    held(house)
    visitor = visits(language)
    visitor.window.messages.say("Hej")
    assert nameless(visitor.window) == []
    visitor.window.show_keys()
    visitor.window.show_about()
    visitor.window.begin(visitor.window._exercises[0])
    kinds = {type(d): nameless(d) for d in visitor.window.findChildren(QDialog)}
    assert kinds == {KeysDialog: [], AboutDialog: [], BeginDialog: []}


def test_a_field_without_a_name_would_be_noticed(qtbot):
    field = QLineEdit()
    qtbot.addWidget(field)
    assert nameless(field) == [field]


def test_every_field_of_the_form_has_a_label_that_leads_to_it(form):
    buddies = {label.buddy() for label in form.form.findChildren(QLabel)}
    rows = [field for row in form.form.rows for field in (row.name, row.mark)]
    assert {form.form.title, form.form.group, form.form.place, form.form.date, *rows} <= buddies


def test_what_somebody_typed_is_never_taken_for_markup(visits, house):
    evil = "<img src='/etc/hostname'><b>fet</b>"
    held(house, evil, evil)
    visitor = visits()
    visitor.drops("/tmp/" + evil)
    exercise = OnShelf("x", evil, evil, evil, 30, (4, 20), (2, 2))
    visitor.window.begin(exercise)
    visitor.window.page.show_shelf([exercise], visitor.window.words, visitor.window._theme)
    said = [label for label in visitor.window.findChildren(QLabel) if "<" in label.text()]
    assert len(said) >= 4
    assert all(label.textFormat() == Qt.TextFormat.PlainText for label in said)
    rows = visitor.window.page.recent.model()
    tip = rows.index(0, 0).data(Qt.ItemDataRole.ToolTipRole)
    assert "<img" not in tip and "&lt;img" in tip


# What the first paint does without

FIRST_PAINT = """
import os, sys
from workshop import app
from workshop.screen.home.window import HomeWindow
def painted(window):
    print(*sys.modules, flush=True)
    os._exit(0)
HomeWindow.refresh = painted
app.windows(app.Catalogue("sv"), None)
"""
LATE = {
    "PySide6.QtSvg",
    "sqlcipher3",
    "sqlite_utils",
    "pydantic",
    "reportlab",
    "click",
    "workshop.model.session",
    "workshop.store.session_file",
    "workshop.screen.facilitator.window",
    "workshop.screen.home.recent",
    "workshop.screen.home.shelf",
    "workshop.screen.parts.message_bar",
}


def test_what_is_heavy_waits_until_after_the_first_paint(tmp_path, monkeypatch):
    monkeypatch.setenv("VERKSTAD_HOME", str(tmp_path))
    monkeypatch.setenv("PYTHONPATH", str(RESOURCES.parent))
    command = [sys.executable, "-c", FIRST_PAINT]
    painted = subprocess.run(command, capture_output=True, encoding="utf-8", check=True).stdout.split()
    assert "workshop.screen.home.window" in painted
    assert sorted(LATE & set(painted)) == []
