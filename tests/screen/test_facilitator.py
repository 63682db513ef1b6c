"""What a facilitator does in the window, and what the room sees of it."""

from tests.desk import Facilitator, types
from workshop.model.record import FollowUp, Memo, Note


def test_enter_makes_a_card_in_the_list_that_a_key_has_picked(facilitator):
    facilitator.writes("Vi svarar inte på mejl")
    facilitator.presses("Ctrl+2")
    facilitator.writes("Bord 3: Vi kallar till möte på fredagen 4")

    first, second = facilitator.card("Vi svarar"), facilitator.card("Vi kallar")
    assert facilitator.sees("Vi svarar inte på mejl")
    assert first.list != second.list
    assert (second.table, second.hands) == (3, 4)
    assert facilitator.sees("Bord 3 · 4 händer")


def test_the_room_sees_the_open_side_and_not_what_is_behind_the_curtain(facilitator):
    facilitator.writes("Öppet kort")
    facilitator.presses("Ctrl+2")
    facilitator.writes("Hemligt kort")

    assert "Öppet kort" in facilitator.room_sees()
    assert "Hemligt" not in facilitator.room_sees()
    facilitator.commands("R")
    assert "Hemligt kort" in facilitator.room_sees()
    assert "Öppet" not in facilitator.room_sees()


def test_one_can_go_on_typing_when_the_step_changes(facilitator):
    facilitator.window.activateWindow()
    facilitator.presses("Ctrl+PgDown")
    types(facilitator.window.focusWidget(), "Kortet efter steget")
    facilitator.presses("Return", facilitator.window.focusWidget())
    facilitator.presses("Return", facilitator.window.focusWidget())
    assert facilitator.sees("Kortet efter steget")
    assert len([n for n in facilitator.state.all(Note) if n.text == "Kortet efter steget"]) == 1
    assert facilitator.hears() == "", "an Enter too many is no mistake"


def test_undo_and_redo_by_key(facilitator):
    facilitator.writes("Ett kort")
    assert facilitator.window.actions_["undo"].text().replace("&", "") == "Ångra: skriva kort"
    facilitator.presses("Ctrl+Z")
    assert not facilitator.sees("Ett kort")
    assert "Ångrat" in facilitator.hears()
    facilitator.presses("Ctrl+Shift+Z")
    assert facilitator.sees("Ett kort")


def test_undo_works_from_the_writing_line_once_it_has_nothing_of_its_own_to_undo(facilitator):
    facilitator.writes("Ett kort")
    box = facilitator.window.focusWidget()
    facilitator.presses("Ctrl+Z", box)
    assert not facilitator.sees("Ett kort")
    facilitator.presses("Ctrl+Shift+Z", box)
    assert facilitator.sees("Ett kort")
    types(box, "Halva")
    facilitator.presses("Ctrl+Z", box)
    assert facilitator.sees("Ett kort"), "first the line's own words are undone"


def test_every_key_of_the_window_works_from_the_writing_line(facilitator):
    box = facilitator.window.focusWidget()
    opened = []
    facilitator.window.actions_["summary"].triggered.disconnect()
    facilitator.window.actions_["summary"].triggered.connect(lambda: opened.append("summary"))
    facilitator.presses("Ctrl+E", box)
    assert opened == ["summary"]
    facilitator.writes("Ett kort")
    facilitator.presses("Escape", facilitator.window.focusWidget())
    assert facilitator.window.focusWidget() is facilitator.window.desk.board


def test_a_card_that_the_step_does_not_show_is_told_of(facilitator):
    facilitator.writes("Valt kort")
    facilitator.goes_to("sort")
    facilitator.picks("Valt")
    facilitator.commands("K")
    facilitator.goes_to("read")
    facilitator.writes("Sent kort")
    assert not facilitator.sees("Sent kort") and "sparat" in facilitator.hears()


def test_sorting_goes_on_to_the_next_card(facilitator):
    for text in ("Första", "Andra", "Tredje"):
        facilitator.writes(text)
    facilitator.goes_to("sort")
    facilitator.picks("Första")
    facilitator.commands("3")
    assert facilitator.window.desk.desk.first == facilitator.card("Andra").id
    assert facilitator.card("Första").sort == "mail"


def test_pages_of_a_frozen_wall_are_turned_unseen_and_the_step_stays(facilitator):
    for number in range(30):
        facilitator.writes(f"Kort nummer {number + 1} med några ord till om en sak")
    facilitator.presses("F8")
    before, page = facilitator.room_sees(), facilitator.stage().page
    assert page > 1
    facilitator.presses("PgUp")
    facilitator.presses("PgUp")
    assert facilitator.stage().step == "write" and facilitator.stage().page == page - 2
    assert facilitator.room_sees() == before


def test_nothing_to_undo_is_said_in_a_sentence(facilitator):
    while facilitator.window.bridge.session.history.behind:
        facilitator.presses("Ctrl+Z")
    facilitator.presses("Ctrl+Z")
    assert facilitator.hears() == "Det finns inget att ångra."


def test_a_telephone_number_is_stopped_with_a_question(facilitator, monkeypatch):
    asked = facilitator.answers_questions(monkeypatch, go_on=False)
    facilitator.writes("Ring 070-123 45 67 om det brinner")
    assert len(asked) == 1
    assert not facilitator.sees("Ring")
    line = facilitator.window.desk.capture.what_is_written().values["text"]
    assert line.startswith("Ring"), "the line keeps its text"

    facilitator.answers_questions(monkeypatch, go_on=True)
    facilitator.writes("Ring 070-123 45 67 om det brinner")
    assert facilitator.sees("Ring")


def test_sorting_keeping_and_removing_by_key(facilitator):
    facilitator.writes("Vi mejlar klockan tre på natten")
    facilitator.goes_to("sort")
    facilitator.picks("Vi mejlar")
    facilitator.commands("3")
    facilitator.commands("K")
    note = facilitator.card("Vi mejlar")
    assert (note.sort, note.chosen) == ("mail", True)
    facilitator.commands("Del")
    assert not facilitator.sees("Vi mejlar")
    facilitator.presses("Ctrl+Z")
    assert facilitator.sees("Vi mejlar")


def test_one_line_of_numbers_gives_every_answer_its_hands_and_goes_on_to_the_next_card(facilitator):
    facilitator.writes("Första kortet")
    facilitator.writes("Andra kortet")
    facilitator.goes_to("hits")
    facilitator.picks("Första")
    facilitator.writes("1 4 2 3")
    assert facilitator.card("Första").marks == (("never", 1), ("happens", 4), ("often", 2), ("costly", 3))
    assert facilitator.window.desk.desk.first == facilitator.card("Andra").id
    facilitator.commands("4")
    assert facilitator.card("Andra").marks == (("costly", 1),)
    facilitator.writes("sju")
    assert "0 4 5 2" in facilitator.hears(), "it says how to write the hands"


def test_the_other_side_adds_at_most_two_cards(facilitator):
    facilitator.goes_to("missed")
    for text in ("Ni glömde mötet", "Ni glömde mejlet", "Ni glömde allt"):
        facilitator.writes(text)
    added = [n for n in facilitator.state.all(Note) if n.by]
    assert len(added) == 2
    assert "Regionen" in facilitator.window.desk.scene.words(), "it says who added the card"
    assert facilitator.hears()
    assert facilitator.window.desk.capture.what_is_written().values["text"] == "Ni glömde allt"


def test_a_card_is_turned_and_keeps_its_front(facilitator):
    facilitator.writes("Vi säger nej utan skäl")
    facilitator.goes_to("hits")
    facilitator.picks("Vi säger nej")
    facilitator.writes("0 0 0 9")
    facilitator.goes_to("turn")
    facilitator.picks("Vi säger nej")
    facilitator.writes("Vi säger varför", "att förstå")
    note = facilitator.card("Vi säger nej")
    assert (note.flip, note.need) == ("Vi säger varför", "att förstå")
    assert facilitator.sees("Vi säger varför") and facilitator.sees("Vi säger nej utan skäl")


def test_an_agreement_remembers_its_card(facilitator):
    facilitator.writes("Vi svarar inom två dagar")
    facilitator.picks("Vi svarar")
    facilitator.presses("Ctrl+G")
    form = facilitator.window.papers.agreed.form
    form.fill(who="chefen för enheten", due="2026-12-01")
    form._enter()
    (agreement,) = facilitator.agreements()
    assert agreement.text == "Vi svarar inom två dagar"
    assert (agreement.who, agreement.due) == ("chefen för enheten", "2026-12-01")
    assert agreement.origin == facilitator.card("Vi svarar").id


def test_agreements_and_follow_ups_are_written_in_the_last_step(facilitator):
    facilitator.goes_to("followup")
    facilitator.writes("Dela ut första sidan", "sekreteraren", "2026-12-24")
    facilitator.presses("Ctrl+2")
    facilitator.writes("Vad märks på en vanlig tisdag?", "ordföranden")
    (follow_up,) = facilitator.state.all(FollowUp)
    assert follow_up.due and follow_up.who == "ordföranden"
    assert facilitator.sees("Dela ut första sidan") and facilitator.sees("24 december 2026")
    facilitator.writes("Fel datum", "någon", "i morgon")
    assert "i morgon" in facilitator.hears()


def test_private_notes_are_never_in_the_room(facilitator):
    facilitator.presses("Alt+N")
    facilitator.window.papers.memo.setPlainText("Håll ögonen på bord fyra")
    facilitator.window.papers.memo.keep()
    (memo,) = facilitator.state.all(Memo)
    assert memo.text == "Håll ögonen på bord fyra"
    assert "bord fyra" not in facilitator.room_sees()


def test_blank_and_freeze_by_key(facilitator):
    facilitator.writes("Före")
    facilitator.presses("F8")
    facilitator.writes("Efter")
    assert "Före" in facilitator.room_sees() and "Efter" not in facilitator.room_sees()
    facilitator.presses("F7")
    assert facilitator.room_sees() == ""
    facilitator.presses("F7")
    facilitator.presses("F8")
    assert "Efter" in facilitator.room_sees()


def test_going_on_asks_for_the_tick_but_the_list_may_skip_it(facilitator):
    facilitator.goes_to("contract")
    facilitator.presses("Ctrl+PgDown")
    assert facilitator.stage().step == "contract"
    assert "Ctrl+K" in facilitator.hears()
    facilitator.presses("Ctrl+K")
    facilitator.presses("Ctrl+PgDown")
    assert facilitator.stage().step == "warmup"


def test_page_down_turns_the_walls_pages_and_then_goes_on(facilitator):
    for number in range(30):
        facilitator.writes(f"Kort nummer {number + 1} med några ord till om en sak")
    pages = facilitator.window.room.picture().pages
    assert pages > 1
    for _ in range(pages - 1):  # the wall is where the last card lies
        facilitator.presses("PgUp")
    for _ in range(pages - 1):
        facilitator.presses("PgDown")
        assert facilitator.stage().step == "write"
    facilitator.presses("PgDown")
    assert facilitator.stage().step == "sort"


def test_the_twin_holds_every_card_and_edits_too(facilitator, qtbot):
    facilitator.writes("Kort i ord")
    facilitator.presses("F3")
    assert "Kort i ord" in facilitator.twin()
    facilitator.picks("Kort i ord")
    facilitator.presses("F2")
    editor = facilitator.window.desk.editing.editor
    editor.setPlainText("Andra ord")
    qtbot.keyClick(editor, "\r")
    qtbot.waitUntil(lambda: "Andra ord" in facilitator.twin())


def test_what_is_typed_on_a_card_is_kept_when_typing_rests(facilitator, qtbot):
    facilitator.writes("Halvfärdigt")
    id = facilitator.picks("Halvfärdigt")
    facilitator.presses("F2")
    facilitator.window.desk.editing.editor.setPlainText("Halvfärdigt men på väg")
    qtbot.waitUntil(lambda: facilitator.state.need(id, Note).text == "Halvfärdigt men på väg", timeout=3000)


def test_the_session_opens_again_on_the_same_step_with_every_card(facilitator, house, qtbot):
    facilitator.writes("Kvar efter lunch")
    facilitator.goes_to("sort")
    path = facilitator.leaves()
    again = Facilitator(house, house.open(path))
    qtbot.addWidget(again.window)
    assert again.stage().step == "sort"
    assert again.sees("Kvar efter lunch")
    again.presses("Ctrl+Z")
    assert not again.sees("Kvar efter lunch"), "undo works after a restart"


def test_language_and_theme_change_while_the_session_goes_on(facilitator):
    facilitator.writes("Ett kort")
    facilitator.window.speak("en", "dark")
    facilitator._later()
    assert facilitator.sees("Ett kort")
    facilitator.writes("Another card")
    assert facilitator.sees("Another card")
    assert "Another card" in facilitator.room_sees()
    facilitator.presses("Ctrl+Z")
    assert not facilitator.sees("Another card")
    assert facilitator.sees("Ett kort"), "one key press is one undo"


def test_the_raw_list_is_deleted_for_good_and_its_promises_stay(facilitator, monkeypatch):
    facilitator.writes("Pinsamheten själv")
    facilitator.goes_to("promises")
    facilitator.writes("När ni frågar svarar vi")
    facilitator.answers_questions(monkeypatch, go_on=True)
    facilitator.goes_to("followup")
    facilitator.window.leaving.erase()
    path = facilitator.window.opened.path
    assert b"Pinsamheten" not in path.read_bytes()
    assert "När ni frågar".encode() in path.read_bytes()


def test_no_focusable_widget_lacks_a_name(facilitator):
    from PySide6.QtCore import Qt
    from PySide6.QtGui import QAccessible
    from PySide6.QtWidgets import QWidget

    nameless = []
    for step in facilitator.window.opened.exercise.steps:
        facilitator.goes_to(step.key)
        for widget in facilitator.window.findChildren(QWidget):
            takes_focus = widget.focusPolicy() != Qt.FocusPolicy.NoFocus and widget.focusProxy() is None
            if takes_focus and widget.isVisibleTo(facilitator.window):
                found = QAccessible.queryAccessibleInterface(widget)
                if found and not found.text(QAccessible.Text.Name).strip():
                    nameless.append(f"{step.key}: {type(widget).__name__} {widget.objectName()}")
    assert not nameless


def test_the_room_is_told_when_the_break_is_over(facilitator, monkeypatch):
    import re

    from workshop.screen.facilitator.telling import TellDialog

    monkeypatch.setattr(TellDialog, "exec", lambda dialog: 1)
    facilitator.writes("Ett kort")
    facilitator.presses("Ctrl+T")
    assert re.search(r"Tillbaka \d\d\.[0-5][05]", facilitator.room_sees())
    assert "Ett kort" not in facilitator.room_sees()
    facilitator.presses("Ctrl+T")
    assert "Ett kort" in facilitator.room_sees()
    facilitator.presses("F4")
    assert "Ett kort" not in facilitator.room_sees() and "07:00" in facilitator.room_sees()
    facilitator.goes_to("sort")
    assert "Ett kort" in facilitator.room_sees()
