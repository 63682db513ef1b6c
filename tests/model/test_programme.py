"""Planning a day: times that follow, moving and pasting, several days, several things at once, and warnings."""

import pytest
from hypothesis import given
from hypothesis import strategies as some

from workshop.model import planning
from workshop.model.change import State
from workshop.model.hints import hints
from workshop.model.planned import Block
from workshop.model.programme import days, in_order, minutes_of
from workshop.model.refusal import Refusal

from .plan import WORDS, Plan


def morning() -> Plan:
    plan = Plan("9.00")
    plan.adds("Incheckning", 15, "checkin")
    plan.adds("Isberget", 60, "exercise", way="write")
    plan.adds("Fika", 20, "break")
    plan.adds("Samtal", 45)
    return plan


def test_each_block_begins_when_the_one_before_has_ended():
    plan = morning()
    assert plan.times() == ["09.00 Incheckning", "09.15 Isberget", "10.15 Fika", "10.35 Samtal"]
    assert plan.ends() == "11.20"


def test_another_start_moves_them_all():
    plan = morning()
    plan.does(planning.set_day(plan.state, 0, start="12.30"))
    assert plan.times()[-1] == "14.05 Samtal"
    plan.edits("Fika", minutes=30)
    assert plan.times()[-1] == "14.15 Samtal"


def test_a_block_is_moved_copied_cut_and_pasted():
    plan = morning()
    plan.does(planning.move_by(plan.state, ["Fika"], -1))
    assert [b.title for b in in_order(plan.state)] == ["Incheckning", "Fika", "Isberget", "Samtal"]
    copies = planning.copied(plan.state, ["Fika"])
    plan.does(planning.paste(plan.state, copies, "Samtal"))
    assert plan.times()[-1] == "11.20 Fika"
    plan.does(planning.remove_blocks(plan.state, ["Fika"]))
    assert [b.title for b in in_order(plan.state)] == ["Incheckning", "Isberget", "Samtal", "Fika"]
    for _ in range(3):
        plan.session.undo()
    assert plan.times() == morning().times()


def test_the_first_and_the_last_can_be_moved_no_further():
    plan = morning()
    assert not planning.move_by(plan.state, ["Incheckning"], -1)
    assert not planning.move_by(plan.state, ["Samtal"], 1)


def test_what_is_moved_past_the_end_of_a_day_comes_to_the_next():
    plan = morning()
    plan.does(planning.add_day(plan.state, "8.30"))
    plan.does(planning.move_by(plan.state, ["Samtal"], 1))
    assert plan.times(1) == ["08.30 Samtal"]
    plan.does(planning.move_by(plan.state, ["Samtal"], -1))
    assert plan.times(0)[-1] == "10.35 Samtal"
    plan.does(planning.move_blocks(plan.state, ["Fika"], 1))
    assert plan.times(1) == ["08.30 Fika"]
    assert days(plan.state)[1].date == "2026-10-15"
    plan.does(planning.remove_day(plan.state, 1))
    assert len(days(plan.state)) == 1 and "Fika" not in plan.state
    with pytest.raises(Refusal):
        planning.remove_day(plan.state, 0)


def test_groups_work_side_by_side_and_the_longest_decides():
    plan = morning()
    plan.adds("Grupp A", 30, "group", after="Fika")
    plan.adds("Grupp B", 40, "group", after="Grupp A", beside=True)
    plan.adds("Grupp C", 20, "group", after="Grupp B", beside=True)
    assert plan.times()[3:] == ["10.35 Grupp A", "10.35 Grupp B", "10.35 Grupp C", "11.15 Samtal"]
    plan.does(planning.move_by(plan.state, ["Grupp A"], -1))
    assert plan.times()[2:] == ["10.15 Grupp A", "10.15 Grupp B", "10.15 Grupp C", "10.55 Fika", "11.15 Samtal"]
    plan.does(planning.move_by(plan.state, ["Grupp C"], -1))
    assert plan.times()[2:5] == ["10.15 Grupp A", "10.15 Grupp C", "10.15 Grupp B"]
    plan.does(planning.remove_blocks(plan.state, ["Grupp A"]))
    assert plan.times()[2:] == ["10.15 Grupp C", "10.15 Grupp B", "10.55 Fika", "11.15 Samtal"]


def test_nothing_is_put_in_the_middle_of_what_goes_on_side_by_side():
    plan = Plan()
    plan.adds("Samtal", 10)
    plan.adds("A", 30, "group")
    plan.adds("B", 30, "group", beside=True)
    plan.does(planning.move_blocks(plan.state, ["Samtal"], 0, "B"))
    assert plan.times() == ["09.00 A", "09.00 B", "09.30 Samtal"]
    plan.does(planning.move_blocks(plan.state, ["B"], 0))
    assert plan.times() == ["09.00 A", "09.30 Samtal", "09.40 B"]


@pytest.mark.parametrize(
    "told", [{"title": " "}, {"minutes": 0}, {"minutes": 2000}, {"kind": "radar"}, {"keep": "shrink", "least": 90}]
)
def test_what_a_block_cannot_be_is_refused_and_nothing_happens(told):
    plan = morning()
    with pytest.raises(Refusal):
        planning.edit_block(plan.state, "Isberget", **told)


@pytest.mark.parametrize("said, minutes", [("8.30", 510), ("08:30", 510), ("0830", 510), ("8", 480), ("13,15", 795)])
def test_a_time_may_be_written_in_several_ways(said, minutes):
    assert minutes_of(said) == minutes


@pytest.mark.parametrize("said", ["", "25.00", "8.70", "åtta", "-3"])
def test_what_is_no_time_is_refused(said):
    with pytest.raises(Refusal):
        minutes_of(said)


# Warnings


def warned(plan: Plan) -> str:
    return " ".join(hint.said for hint in hints(days(plan.state), WORDS))


def test_two_hours_without_a_break_is_said():
    plan = morning()
    assert "paus" not in warned(plan)
    plan.does(planning.remove_blocks(plan.state, ["Fika"]))
    plan.edits("Samtal", minutes=60)
    assert "Ingen paus mellan 09.00 och 11.15" in warned(plan)


def test_an_exercise_that_takes_longer_than_its_block_is_said():
    plan = morning()
    plan.edits("Isberget", exercise="isberget")
    said = [hint.said for hint in hints(days(plan.state), WORDS, {"isberget": 75})]
    assert said == ["Övningen tar 75 minuter, men ”Isberget” är 60."]
    assert not hints(days(plan.state), WORDS, {"isberget": 60})


def test_nobody_who_moves_after_lunch_is_said():
    plan = Plan("12.00")
    plan.adds("Lunch", 60, "meal")
    plan.adds("Föreläsning", 90, way="listen")
    assert "efter lunch" in warned(plan)
    plan.adds("Promenad", 20, after="Lunch", way="move")
    assert "efter lunch" not in warned(plan)


def test_three_exercises_in_which_all_write_are_said():
    plan = Plan()
    for title in ("En", "Två", "Tre"):
        plan.adds(title, 30, "exercise", way="write")
        plan.adds(f"Fika {title}", 10, "break")
    assert "Tre övningar i rad" in warned(plan)
    plan.edits("Två", way="talk")
    assert "i rad" not in warned(plan)


def test_a_day_that_ends_after_the_last_bus_is_said():
    plan = morning()
    plan.does(planning.set_day(plan.state, 0, last="11.15"))
    assert "sista bussen 11.15" in warned(plan)
    plan.edits("Samtal", minutes=40)
    assert "bussen" not in warned(plan)


# What always holds

STEPS = some.lists(
    some.tuples(
        some.sampled_from(["add", "beside", "move", "up", "down", "remove", "paste", "minutes", "day"]),
        some.integers(0, 7),
        some.integers(0, 7),
    ),
    max_size=14,
)


def act(state: State, what: str, one: int, other: int) -> State:
    blocks = in_order(state)
    id = blocks[one % len(blocks)].id if blocks else ""
    towards = blocks[other % len(blocks)].id if blocks else ""
    changes = {
        "add": lambda: planning.add_block(state, f"Punkt {one}", minutes=5 + one, after=id),
        "beside": lambda: planning.add_block(state, "Bredvid", minutes=5 + other, after=id, beside=bool(id)),
        "move": lambda: planning.move_blocks(state, [id], one % 2, towards),
        "up": lambda: planning.move_by(state, [id, towards], -1),
        "down": lambda: planning.move_by(state, [id], 1),
        "remove": lambda: planning.remove_blocks(state, {id, towards}),
        "paste": lambda: planning.paste(state, planning.copied(state, [id, towards]), towards),
        "minutes": lambda: planning.edit_block(state, id, minutes=1 + other),
        "day": lambda: planning.add_day(state) if len(days(state)) < 3 else planning.remove_day(state, 1),
    }
    try:
        change = changes[what]()
    except Refusal:
        return state
    after = change.apply(state)
    assert change.inverse().apply(after) == state
    return after


@given(STEPS)
def test_times_always_follow(steps):
    state = State()
    for what, one, other in steps:
        state = act(state, what, one, other)
        before = len(in_order(state))
        assert before == len(state.all(Block)) == sum(len(day.slots) for day in days(state))
        for day in days(state):
            end = day.start
            for slot in day.slots:
                if slot.lane == 0:
                    assert slot.start == end
                else:
                    assert slot.block.beside
                end = max(end, slot.end)
                assert slot.end - slot.start == slot.block.minutes
            assert day.end == end


@given(some.integers(0, 9), some.integers(0, 9), some.sampled_from([-1, 1]))
def test_up_and_down_again_is_where_it_was(one, count, by):
    plan = Plan()
    for number in range(count + 1):
        plan.adds(f"{number}", 10)
    id = f"{one % (count + 1)}"
    before = plan.times()
    there = planning.move_by(plan.state, [id], by)
    if there:
        plan.does(there)
        assert plan.times() != before or count == 0
        plan.does(planning.move_by(plan.state, [id], -by))
        assert plan.times() == before


def test_the_same_place_again_and_again_never_runs_out_of_room():
    plan = Plan()
    for title in ("A", "B", "C"):
        plan.adds(title, 10)
    for number in range(80):
        plan.does(planning.move_blocks(plan.state, ["C" if number % 2 else "B"], 0, "B" if number % 2 else "C"))
    assert sorted(block.title for block in in_order(plan.state)) == ["A", "B", "C"]
    assert plan.times()[0] == "09.00 A"
