"""Whose turn it is, and from which table a line comes, with keys alone."""

from workshop.screen.parts.chooser import Chooser

from .dialogs import answers


def standing(facilitator) -> str:
    return facilitator.window.desk.capture._standing.text()


def test_a_round_goes_from_table_to_table_fills_the_line_and_ends_by_itself(facilitator, monkeypatch):
    answers(monkeypatch, Chooser, "3 bord", "<Return>")
    facilitator.presses("Ctrl+J")
    line = facilitator.window.desk.turn_line
    assert line is not None and line._now.text() == "Bord 1 har ordet"
    assert "Bord 1 har ordet" in facilitator.room_sees() and "sedan Bord 2 · Bord 3" in facilitator.room_sees()
    facilitator.writes("Ett")
    facilitator.presses("Ctrl+Shift+J")
    facilitator.writes("Två")
    facilitator.presses("Ctrl+J")
    facilitator.writes("Tre")
    facilitator.presses("Ctrl+J")
    assert "sist i rundan" in facilitator.room_sees()
    facilitator.writes("Ett igen")
    facilitator.presses("Ctrl+J")
    said = {text: facilitator.card(text).table for text in ("Ett", "Två", "Tre", "Ett igen")}
    assert said == {"Ett": 1, "Två": 2, "Tre": 3, "Ett igen": 1}
    assert not line.isVisible() and standing(facilitator) == "" and "klar" in facilitator.hears()
    assert "har ordet" not in facilitator.room_sees()
    facilitator.writes("Efteråt")
    assert facilitator.card("Efteråt").table == 0


def test_a_round_over_the_parties_writes_in_the_list_of_whoever_has_the_floor(facilitator, monkeypatch):
    answers(monkeypatch, Chooser, "<Return>")
    facilitator.presses("Ctrl+J")
    facilitator.writes("Först")
    facilitator.presses("Ctrl+J")
    facilitator.writes("Sedan")
    facilitator.presses("Alt+J")
    facilitator.writes("Tillbaka")
    lists = [facilitator.card(text).list for text in ("Först", "Sedan", "Tillbaka")]
    assert lists[0] == lists[2] != lists[1]
    facilitator.window.actions_["end_round"].trigger()
    assert facilitator.stage().turns == ()


def test_where_no_round_is_on_the_keys_say_how_one_begins(facilitator, monkeypatch):
    facilitator.presses("Ctrl+Shift+J")
    assert "Ctrl+J" in facilitator.hears()
    opened = answers(monkeypatch, Chooser, "<Escape>")
    facilitator.presses("Ctrl+J")
    assert len(opened) == 1 and not facilitator.stage().turns


def test_a_table_stands_until_another_is_chosen_and_a_line_may_say_otherwise(facilitator):
    facilitator.presses("Ctrl+Shift+3")
    assert standing(facilitator) == "Bord 3"
    facilitator.writes("Ett")
    facilitator.writes("Bord 12: Två")
    facilitator.writes("Tre 4")
    facilitator.presses("Ctrl+Shift+3")
    facilitator.writes("Fyra")
    tables = {text: facilitator.card(text).table for text in ("Ett", "Två", "Tre", "Fyra")}
    assert tables == {"Ett": 3, "Två": 12, "Tre": 3, "Fyra": 0}


def test_the_tables_used_lately_are_an_arrow_away(facilitator):
    for line in ("Bord 12: Ett", "Bord 4: Två"):
        facilitator.writes(line)
    box = facilitator.window.focusWidget()
    seen = []
    for key in ("Up", "Up", "Up", "Down", "Down"):
        facilitator.presses(key, box)
        seen.append(standing(facilitator))
    assert seen == ["Bord 4", "Bord 12", "Bord 12", "Bord 4", ""]


def test_in_an_anonymous_step_no_table_stands(house, qtbot):
    from tests.desk import Facilitator, begun

    made = Facilitator(house, begun(house, exercise="ledningsdialogen"))
    qtbot.addWidget(made.window)
    made.goes_to("unsaid")
    made.presses("Ctrl+Shift+3")
    assert standing(made) == ""
    assert "Ctrl+Shift+1–9" not in dict(made.window.desk.keys())
