"""A session at work: saved before it is shown, undone by name, and a write that fails changes nothing."""

import pytest

from workshop.model.change import State, add, remove, together, update
from workshop.model.history import Entry, History
from workshop.model.record import Note, Selection, Stage
from workshop.model.refusal import Refusal
from workshop.model.session import InMemory, Session


class Disk:
    """A file that remembers all it was told to write, and can be full."""

    def __init__(self):
        self.written, self.erased, self.full = [], [], False

    def write(self, change, entry):
        if self.full:
            raise Refusal("The disk is full. Make room and try again.")
        self.written.append((change, entry))

    def history(self):
        return History()

    def erase(self, change):
        if self.full:
            raise Refusal("The disk is full. Make room and try again.")
        self.erased.append(change)


@pytest.fixture
def disk():
    return Disk()


@pytest.fixture
def session(disk):
    return Session(State([Stage(id="stage"), Selection(id="selection")]), disk, lambda: 100.0)


def card(id="n", **fields):
    return add(Note(id=id, board="b", **fields))


def test_a_card_is_saved_with_its_name_in_the_journal(session, disk):
    session.do(card(), "write card")
    assert disk.written == [(card(), Entry("do", 1, "write card", card()))]


def test_it_is_saved_before_anybody_is_told(session, disk):
    seen = []
    session.followers.append(lambda change: seen.append((len(disk.written), "n" in session.state)))
    session.do(card(), "write card")
    assert seen == [(1, True)]


def test_undo_and_redo_say_what_they_did_and_are_saved_too(session, disk):
    session.do(card(), "write card")
    assert session.undo() == "write card"
    assert "n" not in session.state
    assert session.redo() == "write card"
    assert "n" in session.state
    assert [entry.act for _, entry in disk.written] == ["do", "undo", "redo"]
    assert [change for change, _ in disk.written] == [card(), card().inverse(), card()]


def test_nothing_to_undo_is_said_in_a_sentence(session):
    with pytest.raises(Refusal, match="nothing to undo"):
        session.undo()
    with pytest.raises(Refusal, match="nothing to redo"):
        session.redo()


def test_what_the_room_sees_is_saved_but_never_undone(session, disk):
    session.do(card(), "write card")
    session.do(update(session.state.need("stage", Stage), page=3), "turn page")
    assert disk.written[-1][0].updated == {"stage": {"page": (0, 3)}}
    assert disk.written[-1][1] is None
    assert session.undo() == "write card"
    assert session.state.need("stage", Stage).page == 3


def test_turning_a_page_does_not_close_the_way_forward(session):
    session.do(card(), "write card")
    session.undo()
    session.do(update(session.state.need("stage", Stage), page=1), "turn page")
    assert session.redo() == "write card"


def test_what_is_picked_is_neither_saved_nor_undone(session, disk):
    session.do(update(session.state.need("selection", Selection), ids=("n",)), "pick")
    assert session.state.need("selection", Selection).ids == ("n",)
    assert disk.written == []
    assert not session.history.behind


def test_a_change_that_is_a_bit_of_each_is_saved_and_undone_in_its_own_parts(session, disk):
    stage, picked = session.state.need("stage", Stage), session.state.need("selection", Selection)
    session.do(together(card(), update(stage, step="write"), update(picked, ids=("n",))), "begin")
    change, entry = disk.written[-1]
    assert change.touches == {"n", "stage"}
    assert entry.change.touches == {"n"}
    session.undo()
    assert "n" not in session.state
    assert session.state.need("stage", Stage).step == "write"


def test_a_full_disk_keeps_nobody_from_blanking_the_wall(session, disk):
    disk.full = True
    with pytest.raises(Refusal, match="disk is full"):
        session.do(update(session.state.need("stage", Stage), blank=True), "")
    assert session.state.need("stage", Stage).blank, "the wall is dark, and the facilitator told why it isn't saved"
    disk.full = False
    session.do(card(), "write card")
    assert disk.written[-1][0].updated == {"stage": {"blank": (False, True)}}, "it is saved with the next card"
    session.do(card("m"), "write card")
    assert not disk.written[-1][0].updated


@pytest.mark.parametrize("act", ["do", "undo", "redo", "erase"])
def test_a_write_that_fails_changes_nothing_and_tells_nobody(session, disk, act):
    session.do(card(), "write card")
    session.do(card("m"), "write card")
    session.undo()
    before, behind, ahead = session.state, list(session.history.behind), list(session.history.ahead)
    told = []
    session.followers.append(told.append)
    disk.full = True
    with pytest.raises(Refusal, match="disk is full"):
        {
            "do": lambda: session.do(card("x"), "write card"),
            "undo": session.undo,
            "redo": session.redo,
            "erase": lambda: session.erase(remove(session.state.need("n", Note))),
        }[act]()
    assert session.state is before
    assert (session.history.behind, session.history.ahead) == (behind, ahead)
    assert told == []


def test_nothing_is_written_where_nothing_differs(session, disk):
    session.do(update(session.state.need("stage", Stage), page=0), "turn page")
    assert disk.written == []


def test_typing_is_one_step_in_the_journal_too(session, disk):
    session.do(card(), "write card")
    session.do(update(session.state.need("n", Note), text="V"), "change the words", merge="n")
    session.do(update(session.state.need("n", Note), text="Vi"), "change the words", merge="n")
    assert [entry.step for _, entry in disk.written] == [1, 2, 2]
    session.undo()
    assert session.state.need("n", Note).text == ""


def test_what_is_erased_cannot_be_undone(session, disk):
    session.do(card(text="hemligt"), "write card")
    session.do(card("m"), "write card")
    session.erase(remove(session.state.need("n", Note)))
    assert "n" not in session.state
    assert [change.touches for change in disk.erased] == [{"n"}]
    with pytest.raises(Refusal, match="nothing to undo"):
        session.undo()


def test_whoever_stops_following_while_being_told_disturbs_nobody(session):
    told = []

    def once(change):
        session.followers.remove(once)
        told.append("once")

    session.followers += [once, lambda change: told.append("always")]
    session.do(card(), "write card")
    session.do(card("m"), "write card")
    assert told == ["once", "always", "always"]


def test_a_rehearsal_keeps_nothing():
    session = Session(State(), InMemory(), lambda: 0.0)
    session.do(card(), "write card")
    session.erase(remove(session.state.need("n", Note)))
    assert len(session.state) == 0
