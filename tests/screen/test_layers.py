"""At the iceberg with a real window: cards sink with a key, why-cards carry, circles are refused, nudges are read."""

import pytest

from tests.desk import Facilitator, begun
from tests.room import squeezed
from tests.screen.test_exercises import chooses
from workshop.model.change import add
from workshop.model.record import Agreement, Link, Memo, Note
from workshop.screen.boards import KINDS


@pytest.fixture
def facilitator(house, qtbot):
    made = Facilitator(house, begun(house, exercise="isberget", parties=()))
    qtbot.addWidget(made.window)
    made.goes_to("write")
    return made


def nudge(facilitator) -> str:
    """The quiet line over the writing line; nothing where it isn't shown."""
    label = facilitator.window.desk.nudge
    return label.text() if label.isVisible() else ""


def test_a_card_sinks_with_a_key_and_rises_with_another(facilitator):
    facilitator.writes("Frånvaro")
    assert facilitator.card("Frånvaro").list == "above"
    facilitator.goes_to("sink")
    facilitator.picks("Frånvaro")
    facilitator.commands("S")
    assert facilitator.card("Frånvaro").list == "line"
    facilitator.commands("S")
    facilitator.commands("S")
    assert facilitator.card("Frånvaro").list == "under"
    assert facilitator.hears() == "Kortet ligger redan längst ner."
    facilitator.commands("L")
    assert facilitator.card("Frånvaro").list == "line"
    facilitator.presses("Ctrl+Z")
    assert facilitator.card("Frånvaro").list == "under"


def test_a_digit_puts_cards_on_a_level_and_goes_on_to_the_next(facilitator):
    facilitator.writes("Ett")
    facilitator.writes("Två")
    facilitator.goes_to("sink")
    facilitator.picks("Ett")
    facilitator.commands("3")
    assert facilitator.card("Ett").list == "under"
    assert facilitator.window.desk.desk.first == facilitator.card("Två").id


def test_a_card_let_go_on_a_level_lies_there(facilitator):
    facilitator.writes("Frånvaro")
    facilitator.goes_to("sink")
    desk = facilitator.window.desk
    ground = next(s for s in desk.picture().strokes if s.id == "ground:under")
    middle = sum(y for _, y in ground.points) / len(ground.points)
    id = facilitator.card("Frånvaro").id
    change = KINDS["layers"].dropped(desk.desk, id, desk.picture(), 200, middle)
    assert change
    facilitator.window.bridge.do(change, "")
    assert facilitator.card("Frånvaro").list == "under"


def test_the_answer_to_why_lies_under_the_picked_card_and_carries_it(facilitator):
    facilitator.writes("Frånvaro")
    facilitator.goes_to("why")
    facilitator.writes("Skam")
    assert facilitator.hears() == "Markera först kortet som ni frågar om."
    facilitator.picks("Frånvaro")
    facilitator.writes("Bord 2: Skam")
    cause = facilitator.card("Skam")
    assert (cause.list, cause.table) == ("line", 2)
    (link,) = facilitator.state.all(Link)
    assert (link.start, link.end) == (cause.id, facilitator.card("Frånvaro").id)
    assert "tie:" in "".join(stroke.id for stroke in facilitator.window.desk.picture().strokes)
    assert "Vilar på: Skam" in twin_of(facilitator)


def twin_of(facilitator) -> str:
    facilitator.window.desk.show_twin(True)
    said = facilitator.twin()
    facilitator.window.desk.show_twin(False)
    return said


def test_a_circle_is_refused_in_a_sentence(facilitator, monkeypatch):
    facilitator.writes("Frånvaro")
    facilitator.goes_to("why")
    facilitator.picks("Frånvaro")
    facilitator.writes("Skam")
    facilitator.picks("Skam")
    offered = chooses(monkeypatch, "Frånvaro")
    facilitator.commands("R")
    assert offered == ["Frånvaro"]
    assert facilitator.hears() == "Då skulle det gå runt i en ring: ”Skam” bär redan ”Frånvaro”."
    assert len(facilitator.state.all(Link)) == 1


def test_two_picked_cards_are_linked_with_a_key_and_cut_apart_in_the_twin(facilitator):
    facilitator.writes("Frånvaro")
    facilitator.goes_to("sink")
    facilitator.presses("Ctrl+3")
    facilitator.writes("Skam")
    facilitator.goes_to("why")
    facilitator.window.desk.pick((facilitator.card("Frånvaro").id, facilitator.card("Skam").id))
    facilitator.commands("R")
    (link,) = facilitator.state.all(Link)
    assert (link.start, link.end) == (facilitator.card("Skam").id, facilitator.card("Frånvaro").id)
    facilitator.window.desk.show_twin(True)
    facilitator.window.desk.pick((link.id,))
    facilitator.presses("Del", facilitator.window.desk.twin)
    assert not facilitator.state.all(Link)


def test_the_program_says_kindly_that_a_group_stays_above_and_never_to_the_room(facilitator):
    for letter in "abcde":
        facilitator.writes(f"Kort {letter}")
    facilitator.goes_to("sink")
    said = "Ni har 5 kort ovan ytan och 0 under. Fråga vidare: vad är det egentliga skälet?"
    assert nudge(facilitator) == said
    assert twin_of(facilitator).replace("\n", " ").startswith(said)
    assert "Fråga vidare" not in facilitator.room_sees()
    facilitator.goes_to("why")
    assert "5 kort saknar orsak än så länge: Kort a · Kort b · Kort c …" in nudge(facilitator)
    assert "saknar orsak" not in facilitator.room_sees()


def test_the_theme_is_chosen_among_ready_ones_and_decides_the_words(facilitator, monkeypatch):
    facilitator.goes_to("theme")
    assert nudge(facilitator).startswith("Välj tema först")
    chooses(monkeypatch, "Det som stoppar oss")
    facilitator.commands("T")
    assert facilitator.card("Vi vill samma sak").list == "together"
    assert nudge(facilitator) == "Läs temat högt. Kan alla säga ja till det?"
    assert "Rädsla, revir, gamla svek" in facilitator.room_sees() or facilitator.sees("Rädsla")
    facilitator.commands("1")
    assert facilitator.card("Vi vill samma sak").list == "person"


def test_where_promises_are_made_the_program_still_asks_for_one_under_the_surface(facilitator):
    facilitator.writes("Frånvaro")
    facilitator.goes_to("why")
    facilitator.picks("Frånvaro")
    facilitator.writes("Skam")
    facilitator.goes_to("promises")
    assert nudge(facilitator).startswith("Målet är minst en handling under ytan")
    who_when = {"who": "Kommunen", "due": "2027-01-15"}
    agreed = {"run": facilitator.stage().run, "text": "Vi ringer", "order": 1.0, **who_when}
    facilitator.window.bridge.do(add(Agreement(id="a", origin=facilitator.card("Frånvaro").id, **agreed)), "")
    assert "Alla handlingar ligger ovan ytan än så länge" in nudge(facilitator)
    facilitator.window.bridge.do(add(Agreement(id="b", origin=facilitator.card("Skam").id, **agreed)), "")
    assert nudge(facilitator) == "1 handling ligger under ytan."


def test_hands_are_entered_as_numbers_and_a_cause_is_chosen(facilitator):
    facilitator.writes("Frånvaro")
    facilitator.goes_to("why")
    facilitator.picks("Frånvaro")
    facilitator.writes("Skam")
    facilitator.goes_to("carry")
    facilitator.picks("Skam")
    facilitator.writes("7")
    facilitator.picks("Skam")
    facilitator.commands("+")
    facilitator.commands("K")
    assert (facilitator.card("Skam").hands, facilitator.card("Skam").chosen) == (8, True)
    assert facilitator.sees("bär 1 · 8 händer · vald")
    facilitator.goes_to("counter")
    facilitator.picks("Skam")
    facilitator.writes("Värme", "Vi ringer på fredag")
    assert (facilitator.card("Skam").need, facilitator.card("Skam").flip) == ("Värme", "Vi ringer på fredag")
    assert nudge(facilitator) == "1 handling ligger under ytan."


def test_the_room_sees_the_iceberg_and_none_of_what_is_the_facilitator_s_own(facilitator):
    facilitator.writes("Frånvaro")
    note = Memo(id="m", run=facilitator.stage().run, step="write", text="Hemlig anteckning")
    facilitator.window.bridge.do(add(note), "")
    facilitator.goes_to("why")
    seen = squeezed(facilitator.room_sees())
    assert "Frånvaro" in seen and "Hemliganteckning" not in seen
    assert not [record for record in facilitator.window.room.seen or () if isinstance(record, Memo)]
    assert all(note.board == facilitator.board("iceberg").id for note in facilitator.window.room.seen.all(Note))


def test_the_chain_of_the_picked_card_stands_out_and_other_links_stand_back(facilitator):
    for sign, cause in (("Frånvaro", "Skam"), ("Tystnad", "Rädsla")):
        facilitator.goes_to("write")
        facilitator.writes(sign)
        facilitator.goes_to("why")
        facilitator.picks(sign)
        facilitator.writes(cause)
    facilitator.picks("Skam")
    facilitator.writes("Ingen har frågat")
    scene, card = facilitator.window.desk.scene, facilitator.card

    def stands_back() -> set[str]:
        return set(scene.standing_back)

    def belong() -> set[str]:
        return {item.placed.texts[0].lines[0] for item in scene.cards() if item.near}

    other = f"{card('Rädsla').id}>{card('Tystnad').id}"
    for text in ("Frånvaro", "Skam", "Ingen har frågat"):
        facilitator.picks(text)
        assert stands_back() == {f"tie:{other}", f"arrow:{other}"}
        assert belong() == {"Frånvaro", "Skam", "Ingen har frågat"}
    facilitator.picks("Tystnad")
    assert len(stands_back()) == 4 and f"tie:{other}" not in stands_back()
    facilitator.window.desk.pick(())
    assert not stands_back() and not belong()
