"""A map laid by somebody at the window, with real keys; and what the room sees of it."""

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QApplication

from workshop.model.record import Agreement, Gap, Guess, Link, Stage


def test_a_line_makes_an_actor_where_the_keys_say_with_its_number_of_people(at_the_map):
    at_the_map.presses("Ctrl+3")
    at_the_map.presses("Alt+3")
    at_the_map.writes("Bord 2: Boendestöd 5")
    made = at_the_map.named("Boendestöd")
    assert (made.sector, made.ring, made.people, made.table) == ("municipality", "workers", 5, 2)
    assert at_the_map.sees("5 personer")
    assert "Boendestöd" in at_the_map.room_sees()
    at_the_map.presses("Ctrl+Z")
    assert at_the_map.names() == []


def test_the_person_is_named_by_a_key_and_renamed_where_it_stands(at_the_map):
    assert at_the_map.sees("Personen")
    at_the_map.presses("Alt+5")
    at_the_map.writes("Mira")
    assert at_the_map.sees("Mira") and not at_the_map.sees("Personen")


def test_on_a_small_label_there_is_room_to_write(at_the_map):
    at_the_map.lays("3 KAA")
    at_the_map.picks_actors("KAA")
    at_the_map.presses("F2")
    editor = at_the_map.window.desk.editing.editor
    board = at_the_map.window.desk.board.viewport()
    assert editor.width() >= 200 and board.rect().contains(editor.geometry())


def test_the_person_gets_the_name_that_was_written_on_the_sheet(at_the_map, monkeypatch):
    at_the_map.goes_to("person")
    at_the_map.chooses(monkeypatch, lambda row: row.startswith("Yusuf"))
    at_the_map.commands("L")
    at_the_map.goes_to("actors")
    assert at_the_map.sees("Yusuf") and not at_the_map.sees("Yusuf, 47")
    at_the_map.goes_to("person")
    at_the_map.presses("Ctrl+Z")
    at_the_map.presses("Ctrl+1")
    at_the_map.writes("Vera, 31 år")
    at_the_map.goes_to("actors")
    assert at_the_map.sees("Vera")
    at_the_map.presses("Alt+5")
    at_the_map.writes("Någon")
    at_the_map.chooses(monkeypatch, lambda row: row.startswith("Vera"))
    at_the_map.commands("N")
    assert at_the_map.sees("Vera")


def test_another_case_takes_the_first_one_s_place_and_one_undo_brings_it_back(at_the_map, monkeypatch):
    at_the_map.goes_to("person")
    at_the_map.chooses(monkeypatch, lambda row: row.startswith("Mira"))
    at_the_map.commands("L")
    at_the_map.presses("Ctrl+3")
    at_the_map.writes("Kan vissla")
    at_the_map.chooses(monkeypatch, lambda row: row.startswith("Ingrid"))
    at_the_map.commands("L")
    assert at_the_map.sees("Ingrid, 79 år") and not at_the_map.sees("Mira")
    at_the_map.presses("Ctrl+Z")
    assert at_the_map.sees("Mira, 22 år") and at_the_map.sees("Kan vissla")
    at_the_map.goes_to("actors")
    assert at_the_map.sees("Mira") and not at_the_map.sees("Ingrid")


def test_a_starter_list_is_laid_out_at_once_and_one_at_a_time(at_the_map, monkeypatch):
    offered = at_the_map.chooses(monkeypatch, lambda row: row == "En ung vuxen")
    at_the_map.commands("D")
    assert len(at_the_map.names()) == 30
    assert "Anhörig i mitten" in offered
    at_the_map.presses("Ctrl+Z")
    assert at_the_map.names() == []
    at_the_map.chooses(monkeypatch, lambda row: row.startswith("Minnesmottagningen"))
    at_the_map.commands("L")
    assert at_the_map.names() == ["Minnesmottagningen"]
    assert at_the_map.named("Minnesmottagningen").sector == "region"


def test_an_actor_is_moved_by_keys_and_the_others_stay(at_the_map):
    at_the_map.lays("3 Boendestöd", "3 Försörjningsstöd", "4 Psykiatrin")
    scene = at_the_map.window.desk.scene

    def lies(text: str) -> QPointF:
        item = scene.item(at_the_map.named(text).id)
        assert item
        return item.pos()

    others = [lies("Försörjningsstöd"), lies("Psykiatrin")]
    at_the_map.picks_actors("Boendestöd")
    for key, field, wanted in (
        ("Alt+Up", "ring", "principals"),
        ("Alt+Down", "ring", "workers"),
        ("Alt+Left", "sector", "everyday"),
        ("Alt+Right", "sector", "municipality"),
    ):
        at_the_map.commands(key)
        assert getattr(at_the_map.named("Boendestöd"), field) == wanted, key
        assert [lies("Försörjningsstöd"), lies("Psykiatrin")] == others
    at_the_map.commands("+")
    assert at_the_map.named("Boendestöd").people == 2
    at_the_map.writes("7")
    assert at_the_map.named("Boendestöd").people == 7


def drags(view, start: QPoint, end: QPoint) -> None:
    """Press, carry and let go with the mouse."""
    left, none = Qt.MouseButton.LeftButton, Qt.MouseButton.NoButton
    for kind, at, button in (
        (QEvent.Type.MouseButtonPress, start, left),
        (QEvent.Type.MouseMove, (start + end) / 2, none),
        (QEvent.Type.MouseMove, end, none),
        (QEvent.Type.MouseButtonRelease, end, left),
    ):
        place = QPointF(at)
        event = QMouseEvent(kind, place, view.mapToGlobal(place), button, left, Qt.KeyboardModifier.NoModifier)
        QApplication.sendEvent(view.viewport(), event)


def test_a_dragged_actor_lies_where_it_was_let_go(at_the_map):
    at_the_map.lays("3 Boendestöd", "4 Psykiatrin")
    desk = at_the_map.window.desk
    item = desk.scene.item(at_the_map.named("Boendestöd").id)
    assert item
    start = desk.board.mapFromScene(item.sceneBoundingRect().center())
    end = QPoint(desk.board.viewport().width() // 2, 60)
    drags(desk.board, start, end)
    at_the_map._later()
    assert at_the_map.named("Boendestöd").sector == "near"
    item = desk.scene.item(at_the_map.named("Boendestöd").id)
    assert item
    now = desk.board.mapFromScene(item.sceneBoundingRect().center())
    assert (now - end).manhattanLength() < 60


def test_a_band_is_drawn_with_two_picked_or_with_one_and_a_list(at_the_map, monkeypatch):
    at_the_map.lays("3 Boendestöd", "4 Psykiatrin", "5 Kassan")
    at_the_map.goes_to("bands")
    at_the_map.picks_actors("Boendestöd", "Psykiatrin")
    at_the_map.commands("4")
    offered = at_the_map.chooses(monkeypatch, lambda row: row == "Kassan")
    at_the_map.picks_actors("Psykiatrin")
    at_the_map.commands("3")
    assert "Psykiatrin" not in offered
    assert [link.kind for link in at_the_map.state.all(Link)] == ["missing", "clashes"]
    assert at_the_map.sees("saknas") and at_the_map.sees("krockar")
    at_the_map.picks_actors("Boendestöd", "Psykiatrin")
    at_the_map.writes("båda väntar")
    assert at_the_map.state.all(Link)[0].text == "båda väntar"


def test_a_band_is_changed_and_removed_from_the_board_in_words(at_the_map):
    at_the_map.lays("3 Boendestöd", "4 Psykiatrin")
    at_the_map.goes_to("bands")
    at_the_map.picks_actors("Boendestöd", "Psykiatrin")
    at_the_map.commands("1")
    at_the_map.window.desk.show_twin(True)
    twin = at_the_map.window.desk.twin
    row = next(item for item in twin._items() if item.text(0).startswith("Boendestöd – Psykiatrin"))
    twin.setCurrentItem(row)
    row.setSelected(True)
    at_the_map._later()
    at_the_map.presses("5", twin)
    assert at_the_map.state.all(Link)[0].kind == "round"
    assert "skickas runt" in at_the_map.twin()
    at_the_map.presses("Del", twin)
    assert not at_the_map.state.all(Link)


def test_arrow_keys_reach_every_actor_on_a_crowded_map(at_the_map, monkeypatch):
    at_the_map.chooses(monkeypatch, lambda row: row == "En ung vuxen")
    at_the_map.commands("D")
    view = at_the_map.window.desk.board
    first = next(item for item in view.board.cards() if item.placed.role == "card")
    reached, edge = {first.placed.id}, [first.placed.id]
    while edge:
        at = edge.pop()
        for way in ((1, 0), (-1, 0), (0, 1), (0, -1)):
            view.board.select((at,))
            found = view._next(way)
            if found and found.placed.id not in reached:
                reached.add(found.placed.id)
                edge.append(found.placed.id)
    cards = {item.placed.id for item in view.board.cards() if item.placed.role == "card"}
    assert cards <= reached, cards - reached


def test_guesses_are_taken_from_the_line(at_the_map):
    at_the_map.goes_to("guess")
    at_the_map.writes("Bord 3: 25")
    at_the_map.writes("Bord 1: 0")
    at_the_map.writes("Bord 3: 30")
    at_the_map.writes("många")
    assert sorted((g.table, g.number) for g in at_the_map.state.all(Guess)) == [(1, 0), (3, 30)]
    assert "Skriv ett tal" in at_the_map.hears()
    assert "2 gissningar, från 0 till 30." in at_the_map.room_sees()


def test_the_words_for_the_problem_wait_behind_the_curtain_and_come_all_at_once(at_the_map):
    at_the_map.lays("3 Boendestöd", "4 Psykiatrin")
    at_the_map.goes_to("problem")
    at_the_map.picks_actors("Boendestöd")
    at_the_map.writes("dygnsrytm")
    assert at_the_map.window.desk.desk.picked == (at_the_map.named("Psykiatrin").id,), "the next one is picked"
    at_the_map.writes("uteblivande")
    assert at_the_map.sees("dygnsrytm") and at_the_map.sees("uteblivande")
    assert "dygnsrytm" not in at_the_map.room_sees() and "bakom ridån" in at_the_map.room_sees()
    known = "".join(repr(record) for record in at_the_map.window.room.seen or ())
    assert "dygnsrytm" not in known, "the wall is never told what it must not show"
    at_the_map.commands("R")
    assert "dygnsrytm" in at_the_map.room_sees() and "uteblivande" in at_the_map.room_sees()
    at_the_map.commands("R")
    assert "dygnsrytm" not in at_the_map.room_sees()


def test_a_chosen_sentence_is_shown_on_the_wall_with_those_it_speaks_of_lit(at_the_map):
    at_the_map.lays("3 Boendestöd", "4 Psykiatrin", "5 Kassan")
    at_the_map.goes_to("bands")
    at_the_map.picks_actors("Boendestöd", "Psykiatrin")
    at_the_map.commands("4")
    at_the_map.goes_to("read")
    at_the_map.window.desk.pick(("reading:missing",))
    at_the_map._later()
    at_the_map.commands("V")
    stage = at_the_map.state.need("stage", Stage)
    assert set(stage.spotlight) == {at_the_map.named("Boendestöd").id, at_the_map.named("Psykiatrin").id}
    assert "1 band saknas." in at_the_map.room_sees()
    faint = {p.id for p in at_the_map.window.room.picture().placed if p.shade == "faint"}
    assert faint == {at_the_map.named("Kassan").id}
    at_the_map.commands("V")
    assert not at_the_map.state.need("stage", Stage).spotlight
    at_the_map.window.desk.pick(())
    at_the_map.commands("V")
    assert at_the_map.hears() == "Markera en mening först."


def test_the_wall_turns_from_sentence_to_sentence(at_the_map):
    at_the_map.lays("3 Boendestöd", "4 Psykiatrin")
    at_the_map.goes_to("read")
    seen = [at_the_map.room_sees()]
    for _ in range(at_the_map.window.room.picture().pages - 1):
        at_the_map.presses("PgDown")
        seen.append(at_the_map.room_sees())
    for said in (
        "Kartan visar 2 människor",
        "Inga band är dragna",
        "Ingen aktör pratar",
        "fått berättas minst 2 gånger",
    ):
        assert any(said in words for words in seen), said


def test_a_gap_is_named_on_the_line_or_chosen_from_a_list_and_described_later(at_the_map, monkeypatch):
    at_the_map.lays("3 Boendestöd", "4 Psykiatrin")
    at_the_map.presses("Alt+5")
    at_the_map.writes("Mira")
    at_the_map.goes_to("gaps")
    at_the_map.picks_actors("Boendestöd", "Psykiatrin")
    at_the_map.writes("Sju veckor utan att någon ringer")
    at_the_map.chooses(monkeypatch, lambda row: row == "Mira")
    at_the_map.picks_actors("Psykiatrin")
    at_the_map.commands("G")
    gaps = at_the_map.state.all(Gap)
    assert [gap.text for gap in gaps] == ["Sju veckor utan att någon ringer", ""]
    assert at_the_map.sees("Inte beskrivet än.")
    at_the_map.window.desk.pick((gaps[1].id,))
    at_the_map._later()
    at_the_map.writes("Kallelsen ligger oöppnad")
    assert at_the_map.sees("Kallelsen ligger oöppnad")
    at_the_map.presses("Ctrl+G")
    at_the_map.window.papers.agreed.write(at_the_map.window.papers.agreed.form.what_is_written())
    agreed = at_the_map.state.all(Agreement)
    assert [(a.text, a.origin) for a in agreed] == [("Kallelsen ligger oöppnad", gaps[1].id)]


def test_the_wanted_map_is_copied_changed_and_compared(at_the_map):
    at_the_map.lays("3 Boendestöd", "4 Psykiatrin")
    at_the_map.goes_to("bands")
    at_the_map.picks_actors("Boendestöd", "Psykiatrin")
    at_the_map.commands("4")
    at_the_map.goes_to("wanted")
    at_the_map.commands("K")
    one, other = (f"wanted:{at_the_map.named(text).id}" for text in ("Boendestöd", "Psykiatrin"))
    at_the_map.window.desk.pick((one, other))
    at_the_map._later()
    at_the_map.commands("1")
    at_the_map.presses("Ctrl+4")
    at_the_map.writes("En lots")
    at_the_map.goes_to("compare")
    assert at_the_map.sees("1 band är lagat: Boendestöd – Psykiatrin.")
    assert at_the_map.sees("1 aktör tillkommer: En lots.")
    assert at_the_map.names() == ["Boendestöd", "Psykiatrin"]


@pytest.mark.parametrize("step", ["guess", "actors", "bands", "problem", "read", "gaps", "holder", "wanted", "compare"])
def test_every_key_of_a_step_is_its_own(at_the_map, step):
    at_the_map.goes_to(step)
    rows = at_the_map.window.desk.keys()
    keys = [key for key, _ in rows]
    assert len(keys) == len(set(keys))
