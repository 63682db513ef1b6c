"""A round: each has the floor, and has it once, whoever is let wait."""

from hypothesis import given
from hypothesis import strategies as st

from tests.promises import apart
from workshop.look import measure
from workshop.model import rounds
from workshop.model.change import update
from workshop.model.record import Stage
from workshop.model.stage import wall
from workshop.model.visible import Audience, visible

from .room import Room


@given(st.integers(1, 8), st.lists(st.booleans(), max_size=40))
def test_everybody_has_the_floor_once_whoever_waits_and_then_it_is_over(count, waits):
    room, had = Room(), []
    room.does(rounds.begin_round(room.stage, rounds.tables(count)))
    for wait in [*waits[: count - 1], *([False] * (count + 1))]:
        turn = rounds.now(room.stage)
        if not turn:
            break
        left = room.stage.turns[room.stage.turn + 1 :]
        if wait and left:
            room.does(rounds.skip_turn(room.stage))
            assert room.stage.turns[-1] == turn
        else:
            had.append(rounds.table_of(turn))
            room.does(rounds.next_turn(room.stage))
    assert sorted(had) == list(range(1, count + 1)) and rounds.now(room.stage) == ""


def test_the_one_before_gets_the_floor_back_and_another_step_ends_the_round():
    room = Room()
    room.does(rounds.begin_round(room.stage, ("us", "them")))
    room.does(rounds.next_turn(room.stage))
    room.does(rounds.turn_before(room.stage))
    assert rounds.now(room.stage) == "us"
    room.goes_to("hits")
    assert rounds.now(room.stage) == ""


def test_who_alone_is_left_and_waits_ends_the_round():
    room = Room()
    room.does(rounds.begin_round(room.stage, ("us",)))
    room.does(rounds.skip_turn(room.stage))
    assert rounds.now(room.stage) == ""


def sign(room: Room, width: float, height: float) -> str:
    seen = visible(room.state, Audience.ROOM, room.board.id)
    picture = wall(room.view("write", seen), room.text, width, height, measure)
    placed = next((p for p in picture.placed if p.id == "turn"), None)
    if placed is None:
        return ""
    others = [p for p in picture.placed if p is not placed]
    assert all(p.y + p.height <= placed.y + 1 or apart(p, placed) for p in others), "nothing lies on it"
    assert placed.x + placed.width <= width and placed.y + placed.height <= height
    assert min(text.size for text in placed.texts) >= room.stage.depth, "the back row reads it"
    return placed.texts[0].lines[0]


@given(st.sampled_from([(1920, 1080), (1024, 768)]), st.integers(0, 30), st.booleans())
def test_the_wall_says_whose_turn_it_is_at_any_size_beside_its_pages(size, cards, rehearsal):
    room = Room()
    for number in range(cards):
        room.writes("us", f"Kort {number} som säger något")
    assert sign(room, *size) == ""
    stage = room.state.need("stage", Stage)
    room.does(update(stage, rehearsal=rehearsal))
    room.does(rounds.begin_round(room.stage, rounds.tables(4)))
    assert sign(room, *size).startswith("Bord 1")
