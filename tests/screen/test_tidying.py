"""Cards merged, divided, grouped, ordered and found again, by keys alone."""

from tests.desk import Facilitator
from workshop.model.boards import KINDS
from workshop.model.parking import park_line
from workshop.model.record import Agreement, Note, Parked
from workshop.screen.facilitator import parking_lot
from workshop.screen.parts.chooser import Chooser
from workshop.screen.parts.line_each import LineEach

from .dialogs import answers


def texts(facilitator: Facilitator) -> list[str]:
    return [n.text for n in facilitator.state.inside(facilitator.window.desk.desk.board.id, Note) if not n.merged]


def test_a_card_is_divided_with_a_line_for_each(facilitator, monkeypatch):
    facilitator.writes("Vi svarar inte. Vi byter sal.")
    facilitator.writes("Sist")
    facilitator.picks("Vi svarar")
    opened = answers(monkeypatch, LineEach, " Det gör vi ofta.", "<Ctrl+Return>")
    facilitator.commands("D")
    assert len(opened) == 1
    assert texts(facilitator) == ["Vi svarar inte.", "Vi byter sal. Det gör vi ofta.", "Sist"]
    facilitator.presses("Ctrl+Z")
    assert texts(facilitator) == ["Vi svarar inte. Vi byter sal.", "Sist"]


def test_several_cards_get_a_heading_of_their_own_words_and_the_next_takes_it_by_arrow(facilitator, monkeypatch):
    for text in ("Ett", "Två", "Tre"):
        facilitator.writes(text)
    facilitator.window.desk.pick((facilitator.card("Ett").id, facilitator.card("Två").id))
    answers(monkeypatch, Chooser, "Om möten", "<Return>")
    facilitator.commands("G")
    assert [facilitator.card(text).heading for text in ("Ett", "Två", "Tre")] == ["Om möten", "Om möten", ""]
    assert facilitator.sees("Om möten") and "Om möten" in facilitator.room_sees()
    facilitator.picks("Tre")
    answers(monkeypatch, Chooser, "<Return>")
    facilitator.commands("G")
    assert facilitator.card("Tre").heading == "Om möten"
    answers(monkeypatch, Chooser, "Ingen", "<Return>")
    facilitator.commands("G")
    assert facilitator.card("Tre").heading == ""
    for _ in range(3):
        facilitator.presses("Ctrl+Z")
    assert not facilitator.sees("Om möten")


def test_what_a_card_was_laid_under_is_picked_and_taken_apart_again(facilitator, monkeypatch):
    for text in ("Ett", "Två"):
        facilitator.writes(text)
    facilitator.picks("Två")
    answers(monkeypatch, Chooser, "Ett", "<Return>")
    facilitator.commands("M")
    assert texts(facilitator) == ["Ett"] and facilitator.window.desk.desk.first == facilitator.card("Ett").id
    facilitator.commands("P")
    assert texts(facilitator) == ["Ett", "Två"]


def test_cards_with_most_hands_come_first_and_without_hands_it_says_so(facilitator):
    facilitator.writes("Ett")
    facilitator.commands("H")
    assert "händer" in facilitator.hears()
    facilitator.writes("Två 4")
    facilitator.writes("Tre 9")
    facilitator.commands("H")
    assert texts(facilitator) == ["Tre", "Två", "Ett"]
    facilitator.presses("Ctrl+Z")
    assert texts(facilitator) == ["Ett", "Två", "Tre"]


def test_where_a_key_for_cards_has_no_use_it_says_so(facilitator):
    facilitator.goes_to("turn")
    for key in "MPDGH":
        facilitator.commands(key)
        assert "inte i det här steget" in facilitator.hears().casefold(), key
        facilitator.window.messages.clear()
    facilitator.goes_to("followup")
    facilitator.commands("D")
    assert "F2" in facilitator.hears()


def test_a_card_is_found_from_another_step_and_one_comes_to_it(facilitator, monkeypatch):
    facilitator.writes("Nycklarna ligger i receptionen")
    facilitator.writes("Något annat")
    facilitator.goes_to("followup")
    facilitator.writes("Vi lämnar nycklarna")
    answers(monkeypatch, Chooser, "recep nyck", "<Return>")
    facilitator.presses("Ctrl+F")
    assert facilitator.sees("Nycklarna ligger i receptionen")
    assert facilitator.window.desk.desk.first == facilitator.card("Nycklarna").id
    answers(monkeypatch, Chooser, "lämnar", "<Return>")
    facilitator.presses("Ctrl+F")
    assert facilitator.stage().step == "followup"
    assert facilitator.window.desk.desk.picked == (facilitator.agreements()[0].id,)


def test_a_card_that_lies_under_another_is_found_by_its_words(facilitator, monkeypatch):
    facilitator.writes("Den övre")
    facilitator.writes("Den undre")
    facilitator.window.desk.pick((facilitator.card("Den övre").id, facilitator.card("Den undre").id))
    facilitator.commands("M")
    facilitator.goes_to("contract")
    answers(monkeypatch, Chooser, "undre", "<Return>")
    facilitator.presses("Ctrl+F")
    assert facilitator.window.desk.desk.first == facilitator.card("Den övre").id


def test_what_lies_nearest_is_found_first_and_each_says_where_it_lies(facilitator, monkeypatch):
    facilitator.writes("Vem har nycklarna egentligen")
    window = facilitator.window
    window.bridge.do(lambda: park_line(facilitator.state, "Bord 2: Nycklarna till förrådet"), "")
    facilitator.picks("Vem har")
    first, origin = facilitator.stage().run, facilitator.card("Vem har").id
    window.switch.add("isberget")
    facilitator.goes_to("write")
    facilitator.writes("Nycklarna försvinner")
    layers = KINDS["layers"]
    assert layers.places and layers.receive
    receive, places = layers.receive, layers.places(facilitator.view())
    board = window.desk.desk.board
    window.bridge.do(
        lambda: receive(facilitator.state, board, places[0][0], "Vem har nycklarna egentligen", origin),
        "",
    )
    found = []

    def looks(chooser):
        chooser._narrow("nycklarna")
        rows = (chooser._list.item(row) for row in range(chooser._list.count()))
        found.extend(row.text().split("\n") for row in rows if not row.isHidden())
        return False

    monkeypatch.setattr(Chooser, "exec", looks)
    facilitator.presses("Ctrl+F")
    assert sorted(found[:2]) == [
        ["Nycklarna försvinner", "Isberget · Isberget"],
        ["Vem har nycklarna egentligen", "Isberget · Isberget · hämtat från Reta motparten"],
    ]
    assert found[2:] == [
        ["Nycklarna till förrådet", "Parkering · Bord 2"],
        ["Vem har nycklarna egentligen", "Reta motparten · Så retar vi er"],
    ]
    assert facilitator.stage().run != first


def test_a_line_that_waits_is_found_and_marked_in_the_parking_lot(facilitator, monkeypatch):
    for line in ("Lokalen i maj", "Vem har nycklarna", "Parkeringen vid skolan"):
        facilitator.window.bridge.do(lambda said=line: park_line(facilitator.state, said), "")
    answers(monkeypatch, Chooser, "nyckl", "<Return>")
    facilitator.presses("Ctrl+F")
    lot = next(w for w in facilitator.window.findChildren(parking_lot.ParkingLot) if w.isVisible())
    assert facilitator.state.need(lot.picked, Parked).text == "Vem har nycklarna"
    assert lot.focusWidget() is lot.list
    lot.close()


def test_what_lies_behind_a_blind_curtain_is_not_found(house, qtbot):
    from tests.desk import begun
    from workshop.model.finding import written

    made = Facilitator(house, begun(house, exercise="ledningsdialogen"))
    qtbot.addWidget(made.window)
    made.goes_to("answer-problem")
    made.writes("Öppet svar")
    made.presses("Ctrl+2")
    made.writes("Hemligt svar")
    found = [each.text for each in written(made.window.bridge.seen)]
    assert found == ["Hemligt svar"], "only the sheet that lies in front"


def test_an_agreement_is_made_from_nothing_in_any_step(facilitator):
    facilitator.writes("Ett kort")
    facilitator.picks("Ett kort")
    facilitator.presses("Ctrl+Shift+G")
    agreed = facilitator.window.papers.agreed
    assert agreed.form.what_is_written().values["text"] == "", "it comes from no card"
    agreed.form.fill(text="Vi ses i maj")
    agreed.form._enter()
    (agreement,) = facilitator.agreements()
    assert (agreement.text, agreement.origin) == ("Vi ses i maj", "")
    assert facilitator.stage().step == "write"


def test_an_exercise_without_a_step_for_agreements_has_them_all_the_same(facilitator):
    window = facilitator.window
    exercise, texts_ = window.opened.exercises["reta-motparten"]
    from dataclasses import replace

    steps = tuple(step for step in exercise.steps if step.board != "agreements")
    boards = tuple(board for board in exercise.boards if board.kind != "agreements")
    window.opened.exercises["reta-motparten"] = (replace(exercise, steps=steps, boards=boards), texts_)
    facilitator.presses("Ctrl+Shift+G")
    window.papers.agreed.form.fill(text="Vi ses i maj", who="ordföranden")
    window.papers.agreed.form._enter()
    (agreement,) = facilitator.state.all(Agreement)
    window.papers.agreed.wanted.emit(agreement.id)
    window.papers.agreed.form.fill(text="Vi ses i juni", who="ordföranden")
    window.papers.agreed.form._enter()
    assert [a.text for a in facilitator.agreements()] == ["Vi ses i juni"]
