"""A session of several exercises on paper: each under its own name, the agreements of all first."""

from tests.paper.desk import begun, printed, the_exercise
from workshop.model import begin, notes
from workshop.model.boards.agreements import add_agreement
from workshop.model.change import State
from workshop.model.record import Board


def twice() -> State:
    """The same exercise run by two pairs of parties, with a card and an agreement in each."""
    state = begun()
    exercise, texts = the_exercise()
    named = [("", "Kommunen", "K"), ("c", "Polisen", "P")]
    state = begin.take_up(state, exercise, texts["sv"], named, id="s").apply(state)
    for run, side, word in (("r", "b", "Regionens löfte"), ("s", "c", "Polisens löfte")):
        state = notes.add_note(state, state.need(f"{run}:promises", Board), side, f"{word} står fast").apply(state)
        agreed = state.need(f"{run}:agreements", Board)
        state = add_agreement(state, agreed, f"{word} skrivs ned", "Ordföranden", "2026-12-01").apply(state)
    return state


def test_both_exercises_are_there_with_their_own_lists(tmp_path):
    paper = printed(tmp_path, twice())
    assert paper.says("Regionens löfte står fast") and paper.says("Polisens löfte står fast")
    assert paper.says("Regionens löfte skrivs ned") and paper.says("Polisens löfte skrivs ned")
    page = next(text for text in paper.pages if "Polisens löfte står fast" in text)
    assert "Regionens löfte står fast" not in page


def test_a_party_of_the_one_has_no_list_in_the_other():
    state = twice()
    assert notes.list_keys(state, state.need("r:promises", Board)) == ("a", "b")
    assert notes.list_keys(state, state.need("s:promises", Board)) == ("a", "c")
