"""What waits in the parking lot, on paper and as data."""

from tests.paper.desk import played, printed, squeezed, wish
from workshop.model.change import add, update
from workshop.model.record import Note, Parked
from workshop.paper.data import session_json


def test_the_summary_tells_what_still_waits_and_from_which_table(tmp_path):
    assert "Parkering" not in "".join(page for page in printed(tmp_path, played()).pages)
    state = add(Parked(id="p", text="Vem har nycklarna?", table=3)).apply(played())
    text = squeezed("".join(printed(tmp_path, state).pages))
    assert squeezed("Parkering") in text and squeezed("Vem har nycklarna?") in text and squeezed("Bord 3") in text
    assert session_json(wish(state))["records"]["parked"][0]["text"] == "Vem har nycklarna?"


def test_the_summary_has_the_groups_own_headings(tmp_path):
    state = played()
    note = next(n for n in state.all(Note) if n.board.endswith(":promises"))
    text = squeezed("".join(printed(tmp_path, update(note, heading="Om nycklar").apply(state)).pages))
    assert squeezed("Om nycklar") in text
