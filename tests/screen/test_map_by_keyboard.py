"""A map laid without a mouse: two that are picked, words about what was just chosen, and the board in words."""

from tests.desk import types
from workshop.model.record import Gap, Link
from workshop.screen.parts.one_of import OneOf


def test_a_band_s_words_are_changed_from_the_board_in_words(at_the_map):
    at_the_map.lays("3 Boendestöd", "4 Psykiatrin")
    at_the_map.goes_to("bands")
    at_the_map.picks_actors("Boendestöd", "Psykiatrin")
    at_the_map.commands("2")
    at_the_map.window.desk.show_twin(True)
    twin = at_the_map.window.desk.twin
    at_the_map.presses("End", twin)
    at_the_map.presses("F2", twin)
    editor = at_the_map.window.desk.editing.editor
    types(editor, "två samtal om året")
    at_the_map.presses("Return", editor)
    assert at_the_map.state.all(Link)[0].text == "två samtal om året"
    assert "svagt · två samtal om året" in at_the_map.twin()


def test_two_rows_are_picked_by_keyboard_in_the_board_in_words(at_the_map):
    at_the_map.lays("3 Boendestöd", "4 Psykiatrin")
    at_the_map.goes_to("bands")
    at_the_map.picks_actors("Boendestöd")
    at_the_map.window.desk.show_twin(True)
    twin = at_the_map.window.desk.twin
    for key in ("Space", "Down", "Down", "1"):
        at_the_map.presses(key, twin)
    (band,) = at_the_map.state.all(Link)
    assert {band.start, band.end} == {at_the_map.named("Boendestöd").id, at_the_map.named("Psykiatrin").id}


def test_words_after_a_band_that_was_drawn_from_a_list_are_about_it(at_the_map, monkeypatch):
    at_the_map.lays("3 Boendestöd", "4 Psykiatrin", "5 Kassan")
    at_the_map.goes_to("bands")
    at_the_map.picks_actors("Boendestöd")
    for other, said in (("Psykiatrin", "ringer på fredagar"), ("Kassan", "bara brev")):
        at_the_map.chooses(monkeypatch, other.__eq__)
        at_the_map.commands("1")
        at_the_map.writes(said)
    assert [band.text for band in at_the_map.state.all(Link)] == ["ringer på fredagar", "bara brev"]


def test_a_gap_that_was_chosen_from_a_list_is_described_on_the_line(at_the_map, monkeypatch):
    at_the_map.lays("3 Boendestöd", "4 Psykiatrin")
    at_the_map.goes_to("gaps")
    at_the_map.chooses(monkeypatch, "Psykiatrin".__eq__)
    at_the_map.picks_actors("Boendestöd")
    at_the_map.commands("G")
    line = at_the_map.window.focusWidget()
    assert at_the_map.window.desk.capture.isAncestorOf(line), "the words come next"
    at_the_map.writes("Sju veckor utan att någon ringer")
    assert [gap.text for gap in at_the_map.state.all(Gap)] == ["Sju veckor utan att någon ringer"]
    at_the_map.writes("En till")
    assert at_the_map.hears().startswith("Markera en aktör och tryck på G")
    at_the_map.presses("Esc", line)
    assert not at_the_map.hears()


def test_who_writes_the_whole_sentence_has_said_only_the_word(at_the_map):
    at_the_map.lays("3 Boendestöd")
    at_the_map.goes_to("problem")
    at_the_map.picks_actors("Boendestöd")
    at_the_map.writes("För oss är det här ett boendeproblem.")
    assert at_the_map.named("Boendestöd").problem == "boendeproblem"


def test_a_sentence_that_is_shown_names_whom_it_speaks_of_and_the_sectors_stay_small(at_the_map):
    at_the_map.lays("3 Boendestöd", "3 Fältgruppen", "4 Psykiatrin", "4 Vårdcentralen", "5 Kassan", "5 Kronofogden")
    at_the_map.goes_to("bands")
    at_the_map.picks_actors("Boendestöd", "Psykiatrin")
    at_the_map.commands("4")
    at_the_map.goes_to("read")
    before = {p.id: p.width for p in at_the_map.window.room.picture().placed if p.id.startswith("sector:")}
    at_the_map.window.desk.pick(("reading:missing",))
    at_the_map._later()
    at_the_map.commands("V")
    shown = at_the_map.window.room.picture().placed
    assert before and {p.id: p.width for p in shown if p.id.startswith("sector:")} == before
    labels = {p.id: " ".join(line for text in p.texts for line in text.lines) for p in shown}
    assert "Boendestöd" in labels[at_the_map.named("Boendestöd").id]
    assert "Psykiatrin" in labels[at_the_map.named("Psykiatrin").id]


def test_the_rings_lie_behind_one_button_that_says_which_stands_and_opens_them_all(at_the_map):
    button = at_the_map.window.desk.capture.findChildren(OneOf)[0]
    assert button.accessibleName() == "Ring"
    at_the_map.presses("Alt+4")
    assert button.isChecked() and "budgetar" in button.accessibleName()
    at_the_map.lays("3 Socialtjänstlagen")
    assert at_the_map.named("Socialtjänstlagen").ring == "principals"
    menu = button.menu_of()
    assert [action.isChecked() for action in menu.actions()] == [False, False, False, True, False]
    menu.actions()[0].trigger()
    at_the_map.lays("1 Mormor")
    assert at_the_map.named("Mormor").ring == "close"
    at_the_map.presses("Alt+1")
    assert not button.isChecked() and button.accessibleName() == "Ring", "the same once more is none"


def test_what_is_seldom_done_lies_behind_one_button_and_its_keys_work_all_the_same(at_the_map):
    at_the_map.lays("3 Boendestöd", "3 KAA")
    row = at_the_map.window.desk.commands.layout()

    def shown() -> list[str]:
        return [row.itemAt(number).widget().accessibleName() for number in range(row.count())]

    assert "Senare i ringen" not in shown() and "En till" in shown() and shown()[-1] == "Mer …"
    at_the_map.goes_to("wanted")
    assert "En till" not in shown() and "saknas" in shown()
    at_the_map.goes_to("actors")
    at_the_map.picks_actors("Boendestöd")
    before = [at_the_map.named(name).place for name in ("Boendestöd", "KAA")]
    at_the_map.commands("Shift+Left")
    assert [at_the_map.named(name).place for name in ("Boendestöd", "KAA")] != before


def test_words_of_a_band_are_found_at_a_step_where_they_are_drawn(at_the_map, monkeypatch):
    at_the_map.lays("3 Boendestöd", "4 Psykiatrin")
    at_the_map.goes_to("bands")
    at_the_map.picks_actors("Boendestöd", "Psykiatrin")
    at_the_map.commands("2")
    at_the_map.writes("två samtal om året")
    at_the_map.goes_to("wanted")
    at_the_map.commands("K")
    at_the_map.goes_to("compare")
    at_the_map.chooses(monkeypatch, lambda row: row.startswith("två samtal"))
    at_the_map.presses("Ctrl+F")
    desk = at_the_map.window.desk
    assert desk.desk.first in {stroke.id for stroke in desk.scene.picture.strokes}


def test_a_fourth_gap_is_refused_before_anybody_is_asked_for(at_the_map, monkeypatch):
    at_the_map.lays("3 Boendestöd", "4 Psykiatrin", "5 Kassan", "6 Diakonen", "7 Verkstaden")
    at_the_map.goes_to("gaps")
    for other in ("Psykiatrin", "Kassan", "Diakonen"):
        at_the_map.picks_actors("Boendestöd")
        at_the_map.chooses(monkeypatch, other.__eq__)
        at_the_map.commands("G")
    offered = at_the_map.chooses(monkeypatch, "Verkstaden".__eq__)
    at_the_map.picks_actors("Boendestöd")
    at_the_map.commands("G")
    assert not offered and at_the_map.hears().startswith("3 mellanrum är redan valda")
    assert len(at_the_map.state.all(Gap)) == 3
