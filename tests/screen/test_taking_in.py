"""A session that was written as JSON comes home again."""

from tests.paper import four
from workshop.model.record import Note
from workshop.model.visible import Audience
from workshop.paper.kinds import write


def test_dropped_at_home_it_is_opened_as_a_session_of_its_own(visits, tmp_path):
    full = tmp_path / "pass.json"
    write("json", full, four.wish(four.filled("isberget", ["Ett"]), Audience.FULL, copies=four.copies()))
    visitor = visits()
    visitor.drops(full)
    (opened,) = visitor.opened
    assert opened.path.suffix == ".workshop" and opened.path.exists()
    assert [note.text for note in opened.session.state.all(Note)] == ["Ett"]
    opened.close()


def test_what_is_no_session_is_said_so_and_leaves_nothing(visits, tmp_path):
    other = tmp_path / "annat.json"
    other.write_text("{}")
    visitor = visits()
    before = sorted(tmp_path.rglob("*.workshop"))
    visitor.drops(other)
    assert "inget pass som går att läsa" in visitor.hears and not visitor.opened
    visitor.window.open_file(tmp_path / "borta.json")
    assert "går inte att läsa" in visitor.hears
    assert sorted(tmp_path.rglob("*.workshop")) == before
