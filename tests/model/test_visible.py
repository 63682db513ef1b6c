"""What an audience may see. A secret here is a word that stands nowhere else, looked for in all that it gets."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workshop.look import measure
from workshop.model import begin
from workshop.model.change import State, add, update
from workshop.model.notes import list_keys
from workshop.model.picture import Frame
from workshop.model.planned import Actual, Block, Programme
from workshop.model.programme import days
from workshop.model.record import Agreement, Board, Cover, FollowUp, Memo, Note, Parked, Party, Run, Selection, Stage
from workshop.model.stage import wall
from workshop.model.visible import Audience, room_sees, visible

from .room import Room

PARTIES = [Party(id="us", name="Nämnden", order=1.0), Party(id="them", name="Förvaltningen", order=2.0)]
NOTES = st.builds(
    dict,
    board=st.sampled_from(["r:raw", "r:open", "r:agreed"]),
    list=st.sampled_from(["us", "them"]),
    flipped=st.booleans(),
    merged=st.booleans(),
)


BLOCKS = st.tuples(st.integers(0, 1), st.integers(1, 60), st.booleans(), st.booleans(), st.integers(0, 20))
PRIVATE = ("goal", "materials", "script")
SHOWN = ("title", "place", "leads")


def programme(blocks):
    """A programme of two days; every text is a word of its own."""
    for number, (day, minutes, beside, dropped, delay) in enumerate(blocks):
        told = {name: f"{name}{number}." for name in (*PRIVATE, *SHOWN)}
        plan = {"day": day, "minutes": minutes, "beside": beside, "dropped": dropped, "delay": delay}
        yield Block(id=f"b{number}", order=float(number), keep="drop", least=1, cut=5, **told, **plan)
        yield Actual(id=f"b{number}:actual", block=f"b{number}", began="2026-10-14T09:00:00")
    yield Programme(id="programme", title="plan.", days=(("09:00", "17:01"), ("08:30", "13:02")))


@st.composite
def workshops(draw):
    """A workshop with a raw board, an open one and one of agreements; every text is a word of its own."""
    notes = []
    for number, kind in enumerate(draw(st.lists(NOTES, max_size=8))):
        notes.append(
            Note(
                id=f"n{number}",
                board=kind["board"],
                list=kind["list"],
                text=f"text{number}.",
                flip=f"flip{number}." if kind["flipped"] else "",
                need=f"need{number}." if kind["flipped"] else "",
                table=number,
                hands=3,
                marks=(("often", 2),),
                sort="mail",
                by="them",
                chosen=True,
                merged="n0" if kind["merged"] and number else "",
                order=float(number),
            )
        )
    origins = draw(st.lists(st.sampled_from([note.id for note in notes] + [""]), max_size=3))
    return State(
        [
            Cover(id="cover", title="title."),
            *PARTIES,
            Run(id="r", exercise="tease", shared=draw(st.sampled_from([(), ("raw",)]))),
            Board(id="r:raw", run="r", key="raw", kind="two_lists", settings=(("raw", True), ("lists", "parties"))),
            Board(id="r:open", run="r", key="open", kind="two_lists", settings=(("lists", "parties"),)),
            Board(id="r:agreed", run="r", key="agreed", kind="agreements"),
            *notes,
            *(Agreement(id=f"a{i}", run="r", text=f"agreement{i}.", origin=o) for i, o in enumerate(origins)),
            FollowUp(id="f", run="r", question="question."),
            Parked(id="p", text="parked.", table=4),
            Memo(id="m", run="r", step="write", text="memo."),
            Stage(
                id="stage",
                run="r",
                curtain=draw(st.sampled_from([(), ("us",), ("us", "them")])),
                parking=draw(st.booleans()),
                depth=8.0,
            ),
            Selection(id="selection", ids=("n1",)),
            *programme(draw(st.lists(BLOCKS, max_size=6))),
        ]
    )


def told(state: State) -> str:
    """All that an audience gets, every field of it."""
    return repr(list(state))


@given(workshops())
def test_what_is_shared_has_no_raw_texts_and_nothing_private(state):
    shared = told(visible(state, Audience.SHARED))
    assert "memo." not in shared
    assert "Stage(" not in shared
    assert "Actual(" not in shared
    assert "Selection(" not in shared
    ticked = state.need("r", Run).shared
    for note in state.inside("r:raw", Note):
        assert (note.text in shared) == bool(ticked)
        if note.flip:
            assert note.flip in shared
            assert note.need in shared
    for note in state.inside("r:open", Note):
        assert note.text in shared
    for word in ("title.", "question.", "parked.", *(a.text for a in state.all(Agreement))):
        assert word in shared


@given(workshops())
def test_an_agreement_that_is_shared_points_to_no_card_that_is_not(state):
    shared = visible(state, Audience.SHARED)
    assert all(a.origin == "" or a.origin in shared for a in shared.all(Agreement))


@given(workshops())
def test_of_the_programme_is_shared_what_happens_when_and_where_and_nothing_private(state):
    seen = visible(state, Audience.SHARED)
    shared = told(seen)
    for block in state.all(Block):
        for name in PRIVATE:
            assert getattr(block, name) not in shared
        for name in SHOWN:
            assert (getattr(block, name) in shared) == (not block.dropped)
    assert "plan." in shared
    for word in ("17:01", "13:02", "'drop'", "least=1", "cut=5"):
        assert word not in shared
    times = [[(s.block.id, s.start, s.end) for s in day.slots if not s.block.dropped] for day in days(state)]
    assert [[(s.block.id, s.start, s.end) for s in day.slots] for day in days(seen)] == times


@given(workshops(), st.sampled_from(["r:raw", "r:open", "r:agreed"]))
def test_the_room_sees_nothing_of_the_programme(state, board):
    room = told(visible(state, Audience.ROOM, board))
    assert "plan." not in room
    for block in state.all(Block):
        assert not any(getattr(block, name) in room for name in (*PRIVATE, *SHOWN))


@given(workshops(), st.sampled_from(["r:raw", "r:open", "r:agreed"]))
def test_the_room_gets_the_board_on_the_wall_and_nothing_else(state, board):
    room = told(visible(state, Audience.ROOM, board))
    stage = state.need("stage", Stage)
    for word in ("memo.", "title.", "Selection("):
        assert word not in room
    assert ("parked." in room) == stage.parking, "what waits is seen in the room only when it is shown there"
    for note in state.all(Note):
        seen = note.board == board and note.list not in stage.curtain
        assert (note.text in room) == seen
        assert (bool(note.flip) and note.flip in room) == (bool(note.flip) and seen)
    for word in ("question.", *(a.text for a in state.all(Agreement))):
        assert (word in room) == (board == "r:agreed")


@given(workshops())
def test_behind_the_curtain_is_only_that_a_card_is_there(state):
    covered = state.need("stage", Stage).curtain
    for note in visible(state, Audience.ROOM, "r:open").inside("r:open", Note):
        if note.list in covered:
            before = state.need(note.id, Note)
            assert note == Note(
                id=before.id, board=before.board, list=before.list, order=before.order, merged=before.merged
            )


@given(workshops())
def test_the_facilitators_own_copy_has_everything_but_what_the_wall_shows_now(state):
    full = visible(state, Audience.FULL)
    assert {type(r) for r in full} == {type(r) for r in state} - {Stage, Selection}
    assert all(record in list(full) for record in state.all(Note) + state.all(Memo))
    assert visible(state, Audience.FACILITATOR) is state


def test_what_is_written_behind_the_curtain_is_not_on_the_wall():
    room = Room()
    room.goes_to("write")
    room.writes("us", "Öppet")
    room.writes("them", "Hemligt")
    seen = visible(room.state, Audience.ROOM, room.board.id)
    picture = wall(room.view("write", seen), room.text, 1920, 1080, measure)
    assert "Öppet" in picture.words()
    assert "Hemligt" not in picture.words()
    assert "1 kort bakom ridån" in picture.words()
    room.does(update(room.stage, curtain=()))
    seen = visible(room.state, Audience.ROOM, room.board.id)
    assert "Hemligt" in wall(room.view("write", seen), room.text, 1920, 1080, measure).words()


@pytest.mark.parametrize("spotlight", [(), ("Hemligt",)])
def test_not_even_a_spotlight_reaches_behind_the_curtain(spotlight):
    room = Room()
    room.goes_to("write")
    room.writes("them", "Hemligt")
    room.does(update(room.stage, close=True, spotlight=spotlight))
    seen = visible(room.state, Audience.ROOM, room.board.id)
    assert "Hemligt" not in wall(room.view("write", seen), room.text, 1920, 1080, measure).words()


def test_nothing_behind_the_curtain_is_told_on_the_desk_through_the_room_copy():
    room = Room()
    room.goes_to("write")
    room.writes("them", "Hemligt", table=3, hands=7)
    seen = room.view("write", visible(room.state, Audience.ROOM, room.board.id))
    from workshop.model.boards import KINDS

    words = "\n".join(line for branch in KINDS["two_lists"].outline(seen) for line in branch.lines())
    assert "bakom ridån" in words
    assert not any(secret in words for secret in ("Hemligt", "Bord 3", "7 händer"))
    frame = Frame(900, 600, 15, 13, measure)
    assert "Hemligt" not in KINDS["two_lists"].layout(seen, frame).words()


def test_a_blank_wall_shows_nothing_and_a_frozen_one_what_it_showed():
    room = Room()
    room.writes("us", "Före")
    before = room_sees(None, room.state, room.board.id)
    room.does(update(room.stage, frozen=True))
    room.writes("us", "Efter")
    assert room_sees(before, room.state, room.board.id) is before
    room.does(update(room.stage, blank=True))
    assert room_sees(before, room.state, room.board.id) is None
    room.does(update(room.stage, blank=False, frozen=False))
    assert "Efter" in told(room_sees(before, room.state, room.board.id) or State())


def test_before_anything_is_begun_the_room_sees_nothing():
    assert room_sees(None, State([Cover(id="cover")]), "r:cards") is None
    assert add(*begin.cover("Titel").added.values()).apply(State()).need("stage", Stage).run == ""


def test_on_a_blind_board_the_facilitator_sees_only_the_sheet_that_is_being_written_on():
    room = Room(blind=True)
    for side in ("us", "them"):
        room.writes(side, f"secret of {side}")
    room.goes_to("write")
    assert (room.stage.curtain, room.stage.sheet) == (("us", "them"), "us")
    desk = visible(room.state, Audience.FACILITATOR)
    assert [note.text for note in desk.all(Note)] == ["secret of us", ""]
    wall = room_sees(None, room.state, room.board.id)
    assert wall is not None and [note.text for note in wall.all(Note)] == ["", ""]
    room.goes_to("hits")
    assert visible(room.state, Audience.FACILITATOR) is room.state


def test_only_the_parties_of_a_run_have_lists_in_it():
    room = Room()
    run = room.state.need("tease", Run)
    room.does(begin.parties([("third", "Polisen", "P")], after=2))
    assert list_keys(room.state, room.board) == ("us", "them", "third")
    room.does(update(run, parties=("us", "third")))
    assert list_keys(room.state, room.board) == ("us", "third")
