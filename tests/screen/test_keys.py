"""What a facilitator who has never seen the window meets with the keyboard alone."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDialog, QLabel, QScrollArea

from tests.desk import types
from workshop.screen.parts.keys import KeysDialog

from .dialogs import answers


def test_a_key_goes_into_the_papers_beside_the_board_and_not_past_them(facilitator):
    window = facilitator.window
    window.activateWindow()
    facilitator.goes_to("followup")
    facilitator.writes("Ringer runt")
    facilitator.presses("Alt+A")
    assert window.focusWidget() is window.papers.agreed.list
    facilitator.presses("Alt+G")
    assert window.focusWidget() is window.papers.guide
    facilitator.presses("Alt+N")
    types(window.focusWidget(), "Fråga om nycklarna")
    assert window.papers.memo.toPlainText() == "Fråga om nycklarna"


def test_the_key_of_the_agreements_goes_to_the_boxes_where_nothing_is_agreed(facilitator):
    window = facilitator.window
    window.activateWindow()
    facilitator.presses("Alt+A")
    types(window.focusWidget(), "Bokar salen")
    facilitator.presses("Return", window.focusWidget())
    assert [agreement.text for agreement in facilitator.agreements()] == ["Bokar salen"]


def test_the_facilitator_is_reminded_of_who_and_when_and_the_room_is_not(facilitator):
    nudge = facilitator.window.desk.nudge
    facilitator.goes_to("followup")
    assert nudge.text() == "", "nothing to remind of where nothing is agreed"
    facilitator.writes("Ringer runt")
    assert nudge.text().startswith("En överenskommelse saknar både ägare och datum. Markera")
    facilitator.writes("Bokar salen", "Regionen")
    assert nudge.text().startswith("En överenskommelse saknar ägare. 2 överenskommelser saknar datum.")
    assert "F2: vad · vem · datum" in nudge.text()
    assert "saknar" not in facilitator.room_sees()
    facilitator.presses("F3")
    assert "saknar datum" in facilitator.twin()
    facilitator.presses("F3")
    for agreement in facilitator.agreements():
        facilitator.window.desk.pick((agreement.id,))
        facilitator.presses("F2")
        editor = facilitator.window.desk.editing.editor
        editor.setPlainText(f"{agreement.text} · Regionen · 2027-01-15")
        facilitator.presses("Return", editor)
    assert nudge.text() == ""


def test_a_key_that_needs_a_card_says_how_one_is_picked(facilitator):
    facilitator.writes("Vi svarar inte")
    facilitator.presses("F2")
    assert "Esc går till tavlan, piltangenterna väljer" in facilitator.hears()
    facilitator.presses("Escape")
    facilitator.presses("Escape", facilitator.window.focusWidget())
    facilitator.presses("Down", facilitator.window.desk.board)
    facilitator.presses("F2")
    assert facilitator.window.desk.editing.editor is not None
    rows = facilitator.window.desk.keys()
    assert ("↑ ↓ ← →", "Välj ett kort") in rows


def test_the_keys_are_called_in_the_menus_what_they_are_called_in_the_guides(facilitator):
    show = facilitator.window.actions_["show"]
    assert show.shortcut().toString(QKeySequence.SequenceFormat.NativeText) == "Ctrl+Enter"
    facilitator.writes("Vi svarar inte")
    facilitator.picks("Vi svarar inte")
    for key in ("Ctrl+Return", "Ctrl+Enter"):
        facilitator.presses(key)
        assert bool(facilitator.stage().spotlight) is (key == "Ctrl+Return")


def test_what_is_typed_past_the_last_box_of_an_agreement_moves_no_card(facilitator):
    for text in ("Ett", "Två"):
        facilitator.writes(text)
    facilitator.picks("Ett")
    facilitator.presses("Ctrl+G")
    button = facilitator.window.papers.agreed.add
    button.setFocus()
    for letter in "25jan":
        facilitator.presses(letter, button)
    first, second = facilitator.card("Ett"), facilitator.card("Två")
    assert first.list == second.list and first.order < second.order and not first.merged


def test_home_and_end_pick_the_first_card_and_the_last(facilitator):
    for text in ("Ett", "Två", "Tre"):
        facilitator.writes(text)
    board = facilitator.window.desk.board
    for key, text in (("End", "Tre"), ("Home", "Ett")):
        facilitator.presses(key, board)
        assert facilitator.window.desk.desk.first == facilitator.card(text).id


def test_the_guide_is_there_also_after_the_theme_was_changed(facilitator):
    facilitator.window.speak("sv", "dark")
    assert facilitator.window.papers.has("guide")
    assert "Skriv tyst" in " ".join(label.text() for label in facilitator.window.papers.findChildren(QLabel))


def test_how_deep_the_room_is_is_typed_and_kept_with_enter(facilitator, monkeypatch):
    answers(monkeypatch, QDialog, "6", "<Tab>", "3", "<Return>")
    facilitator.window.leaving.room()
    assert (facilitator.stage().depth, facilitator.stage().breadth) == (6.0, 3.0)


def test_the_list_of_all_keys_is_leafed_through_and_closed_with_keys(qtbot, facilitator):
    dialog = KeysDialog([("Alla", [(f"Ctrl+{n}", "Något som gör något") for n in range(90)])], facilitator.window.words)
    qtbot.addWidget(dialog)
    dialog.resize(800, 400)
    with qtbot.waitExposed(dialog):
        dialog.show()
    scroll = dialog.findChildren(QScrollArea)[0]
    QTest.keyClick(dialog.focusWidget(), Qt.Key.Key_PageDown)
    assert scroll.verticalScrollBar().value() > 0
    QTest.keyClick(dialog.focusWidget(), Qt.Key.Key_Return)
    assert not dialog.isVisible()
