"""“We are 25 minutes late”: what may be shortened, what may be left out, and lunch on time."""

import pytest
from hypothesis import given
from hypothesis import strategies as some

from workshop.model import planning
from workshop.model.planned import Block
from workshop.model.programme import days, length
from workshop.model.refusal import Refusal

from .plan import Plan


def before_lunch() -> Plan:
    plan = Plan("9.00")
    plan.adds("Incheckning", 20, "checkin")
    plan.adds("Isberget", 60, "exercise", keep="shrink", least=40)
    plan.adds("Fika", 20, "break", keep="shrink", least=10)
    plan.adds("Samtal", 40, keep="shrink", least=20)
    plan.adds("Sång", 15, "free", keep="drop")
    plan.adds("Ord från förra året", 25)
    plan.adds("Lunch", 60, "meal")
    plan.adds("Överenskommelser", 60, keep="shrink", least=10)
    return plan


def test_twenty_five_minutes_late_still_reaches_lunch():
    plan = before_lunch()
    assert "12.00 Lunch" in plan.times()
    said = plan.is_late(25, "Incheckning", 20)
    assert said == [
        "Isberget: 50 minuter i stället för 60.",
        "Fika: 15 minuter i stället för 20.",
        "Samtal: 30 minuter i stället för 40.",
        "Lunch börjar 12.00 som planerat.",
    ]
    assert "12.00 Lunch" in plan.times()
    assert "09.45 Isberget" in plan.times()
    assert plan.block("Överenskommelser").minutes == 60, "what comes after lunch is left alone"
    assert plan.block("Isberget").cut == 10


def test_it_is_taken_back_like_anything_else():
    plan = before_lunch()
    before = plan.state
    plan.is_late(25, "Incheckning")
    plan.session.undo()
    assert plan.state == before


def test_what_may_be_left_out_goes_only_when_shortening_is_not_enough():
    plan = before_lunch()
    said = plan.is_late(55, "Incheckning", 20)
    assert "Sång utgår (15 minuter)." in said
    assert plan.block("Sång").dropped and plan.block("Sång").minutes == 15
    assert plan.block("Ord från förra året").minutes == 25
    assert "12.00 Lunch" in plan.times()


def test_what_is_not_enough_is_said():
    plan = before_lunch()
    said = plan.is_late(80, "Incheckning", 20)
    assert said[-1] == "Det räcker inte: Lunch börjar 12.15, 15 minuter för sent."
    assert "12.15 Lunch" in plan.times()


def test_when_a_whole_block_goes_and_it_is_too_much_there_is_air_before_lunch():
    plan = Plan("9.00")
    plan.adds("Samtal", 60)
    plan.adds("Sång", 30, "free", keep="drop")
    plan.adds("Lunch", 60, "meal")
    assert plan.is_late(10, "Samtal")[-1] == "Lunch börjar 10.30 som planerat, med 20 minuter till godo före."
    assert "10.30 Lunch" in plan.times()


def test_where_there_is_no_meal_the_day_ends_in_time():
    plan = Plan("13.00")
    plan.adds("Isberget", 60, "exercise")
    plan.adds("Samtal", 60, keep="shrink", least=30)
    assert plan.is_late(20, "Isberget")[-1] == "Dagen slutar 15.00 som planerat."
    assert plan.ends() == "15.00"


def test_late_twice_takes_from_what_is_left():
    plan = before_lunch()
    plan.is_late(25, "Incheckning", 20)
    plan.is_late(20, "Isberget", 40)
    assert "12.00 Lunch" in plan.times()
    assert plan.block("Samtal").cut + plan.block("Samtal").minutes == 40
    plan.does(planning.restore(plan.state, "Samtal"))
    assert (plan.block("Samtal").minutes, plan.block("Samtal").cut) == (40, 0)


def test_groups_side_by_side_are_shortened_together():
    plan = Plan("9.00")
    plan.adds("Incheckning", 15, "checkin")
    plan.adds("A", 50, "group", keep="shrink", least=30)
    plan.adds("B", 35, "group", keep="shrink", least=20, beside=True)
    plan.adds("Lunch", 60, "meal")
    plan.is_late(20, "Incheckning")
    assert (plan.block("A").minutes, plan.block("B").minutes) == (30, 30)
    assert "10.05 Lunch" in plan.times()


@pytest.mark.parametrize("minutes", [0, -5, 5000])
def test_late_by_nothing_is_refused(minutes):
    with pytest.raises(Refusal):
        before_lunch().would_be(minutes, "Fika")


def test_without_a_programme_there_is_nothing_to_catch_up_with():
    with pytest.raises(Refusal):
        Plan().would_be(5, "Fika")


BLOCKS = some.lists(
    some.tuples(
        some.sampled_from(["must", "shrink", "drop"]),
        some.integers(1, 90),
        some.integers(1, 90),
        some.booleans(),
        some.sampled_from(["talk", "talk", "exercise", "break", "meal"]),
    ),
    min_size=1,
    max_size=9,
)


@given(BLOCKS, some.integers(1, 200), some.integers(0, 8), some.integers(0, 60))
def test_never_under_the_least_never_what_must_be_kept_and_the_sum_is_right(blocks, minutes, at, spent):
    plan = Plan("8.00")
    for number, (keep, whole, least, beside, kind) in enumerate(blocks):
        told = {"keep": keep, "least": min(whole, least), "beside": beside and number > 0}
        plan.adds(f"{number}", whole, kind, **told)
    now = f"{at % len(blocks)}"
    before, first = plan.state, days(plan.state)[0]
    found = plan.would_be(minutes, now, spent)
    plan.does(found.change)
    after = days(plan.state)[0]
    cut = {each.id for each in found.cuts}
    for block in before.all(Block):
        new = plan.block(block.id)
        if new.minutes < block.minutes:
            assert block.keep == "shrink" and block.least <= new.minutes
            assert new.cut == block.minutes - new.minutes
        if new.dropped:
            assert block.keep == "drop"
        assert (length(new) != length(block)) == (block.id in cut)
    starts = {slot.block.id: slot.start for slot in after.slots}
    was = {slot.block.id: slot.start for slot in first.slots}
    if found.point:
        assert starts[found.point] == was[found.point] + max(0, found.remains)
    else:
        assert after.end == first.end + found.remains
    if not any(beside for *_, beside, _ in blocks):
        assert sum(each.before - each.after for each in found.cuts) == minutes - found.remains
    if found.remains > 0:  # then all that could be taken has been
        point = int(found.point) if found.point else len(blocks)
        for number in range(int(now) + 1, point):
            block = plan.block(f"{number}")
            alone = not block.beside and not (number + 1 < len(blocks) and plan.block(f"{number + 1}").beside)
            if alone and block.keep != "must":
                assert block.dropped or block.minutes == block.least
    plan.session.undo()
    assert plan.state == before
