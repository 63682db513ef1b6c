"""Where one is today: ahead or behind, the next break, and what really happened kept beside what was planned."""

from workshop.model.planned import Actual, Block
from workshop.model.programme import slot_of
from workshop.model.today import outcome, today

from .plan import Plan, moment
from .test_late import before_lunch


def test_before_anything_has_begun_the_line_tells_what_comes_first():
    plan = before_lunch()
    assert plan.line("8.50") == ["Härnäst: Incheckning, 09.00", "Fika 10.20"]
    assert Plan().line("8.50") == []


def test_where_nobody_has_begun_anything_the_line_goes_by_the_clock():
    plan = before_lunch()
    assert plan.line("9.25") == ["Enligt planen: Isberget, till 10.20", "Fika 10.20"]
    assert plan.line("10.30") == ["Enligt planen: Fika, till 10.40", "Lunch 12.00"]


def test_on_time_behind_and_ahead():
    plan = before_lunch()
    plan.begins("Incheckning", "9.00")
    assert plan.line("9.10") == ["Nu: Incheckning, till 09.20", "i tid", "Fika 10.20"]
    plan.begins("Isberget", "9.32")
    assert plan.line("9.40")[1] == "12 minuter sena"
    assert plan.line("10.45")[1] == "25 minuter sena", "it goes on after its time"
    plan.begins("Fika", "10.15")
    assert plan.line("10.16")[1] == "5 minuter före"


def test_between_two_blocks_it_tells_what_is_next_and_when_the_next_break_is():
    plan = before_lunch()
    plan.begins("Isberget", "9.20")
    plan.ends_it("10.19")
    assert plan.line("10.20") == ["Härnäst: Fika, 10.20", "i tid"]
    assert plan.line("10.26")[1] == "6 minuter sena"
    plan.begins("Fika", "10.26")
    assert plan.line("10.27")[2] == "Lunch 12.00"


def test_after_catching_up_one_is_on_time_again():
    plan = before_lunch()
    plan.begins("Incheckning", "9.25")
    assert plan.line("9.26")[1] == "25 minuter sena"
    plan.is_late(25, "Incheckning", 1)
    assert plan.line("9.27")[1] == "i tid"
    assert "12.00 Lunch" in plan.times()


def test_what_happened_is_kept_beside_what_was_planned():
    plan = before_lunch()
    plan.begins("Isberget", "9.20")
    plan.begins("Fika", "10.35")
    slot = slot_of(plan.state, "Isberget")
    assert slot and outcome(plan.state, slot) == ("09:20", "10:35", 75, 60)
    plan.edits("Isberget", minutes=75)
    assert slot and outcome(plan.state, slot) == ("09:20", "10:35", 75, 60), "the plan of that day, not the one of now"


def test_what_was_opened_by_mistake_leaves_no_trace():
    plan = before_lunch()
    plan.begins("Isberget", "9.20")
    plan.begins("Samtal", "9.30")
    plan.begins("Isberget", "2026-10-14T09:30:20")
    assert "Samtal:actual" not in plan.state
    found = today(plan.state, moment("9.31"))
    assert found and found.slot and found.slot.block.id == "Isberget" and found.spent == 11


def test_the_clock_is_not_undone():
    plan = before_lunch()
    plan.begins("Incheckning", "9.00")
    plan.begins("Isberget", "9.20")
    plan.edits("Fika", minutes=30)
    plan.session.undo()
    assert len(plan.state.all(Actual)) == 2 and plan.block("Fika").minutes == 20


def test_a_block_that_is_gone_does_not_go_on():
    from workshop.model import planning

    plan = before_lunch()
    plan.begins("Incheckning", "9.00")
    plan.does(planning.remove_blocks(plan.state, ["Incheckning"]))
    assert plan.line("9.05")[0] == "Enligt planen: Isberget, till 10.00"
    plan.session.undo()
    assert isinstance(plan.block("Incheckning"), Block)


def test_the_second_day_is_found_by_its_date():
    from workshop.model import planning

    plan = before_lunch()
    plan.does(planning.add_day(plan.state, "8.30"))
    plan.adds("Frukost", 45, "meal")
    assert plan.line("2026-10-15T08:00:00")[0] == "Härnäst: Frukost, 08.30"
    plan.begins("Frukost", "2026-10-15T08:40:00")
    assert plan.line("2026-10-15T08:41:00")[:2] == ["Nu: Frukost, till 09.15", "10 minuter sena"]
    assert plan.line("2026-10-15T23:00:00")[1] == "825 minuter sena"
    assert plan.line("2026-11-26T09:00:00") == ["Nu: Frukost, till 09.15"], "nobody is a month late"


def test_the_last_block_of_a_day_ends_when_it_was_to_where_nobody_ended_it():
    from workshop.model import planning

    plan = before_lunch()
    plan.does(planning.add_day(plan.state, "7.30"))
    plan.adds("Frukost", 45, "meal")
    plan.begins("Lunch", "2026-10-14T12:00:00")
    plan.begins("Frukost", "2026-10-15T07:30:00")
    lunch = plan.state.need("Lunch:actual", Actual)
    assert (lunch.began, lunch.minutes, lunch.ended) == ("2026-10-14T12:00:00", 60, "2026-10-14T13:00:00")


def test_after_the_first_day_the_morning_of_the_next_comes():
    from workshop.model import planning

    plan = Plan()
    plan.adds("Samtal", 30)
    plan.does(planning.add_day(plan.state, "7.30"))
    plan.adds("Frukost", 45, "meal")
    plan.begins("Samtal", "9.00")
    assert plan.line("9.10") == ["Nu: Samtal, till 09.30", "i tid"]
    plan.ends_it("9.30")
    assert plan.line("21.00") == ["Härnäst: Frukost, 07.30"]


def test_a_dinner_that_nobody_ended_does_not_go_on_the_next_morning():
    from workshop.model import planning

    plan = Plan()
    plan.adds("Middag", 150, "meal")
    plan.does(planning.add_day(plan.state, "7.30"))
    plan.adds("Frukost", 45, "meal")
    plan.adds("Samtal", 45)
    plan.begins("Middag", "18.30")
    assert plan.line("2026-10-15T00:30:00")[0].startswith("Nu: Middag"), "it may become late"
    assert plan.line("2026-10-15T07:00:00") == ["Härnäst: Frukost, 07.30"]
    assert plan.line("2026-10-15T07:40:00")[0] == "Enligt planen: Frukost, till 08.15"
    plan.begins("Frukost", "2026-10-15T07:50:00")
    assert plan.line("2026-10-15T07:51:00")[:2] == ["Nu: Frukost, till 08.15", "20 minuter sena"]


def test_when_the_last_has_ended_the_day_is_over():
    plan = Plan()
    plan.adds("Samtal", 30)
    plan.begins("Samtal", "9.00")
    plan.ends_it("9.30")
    assert plan.line("9.31")[0] == "Dagens program är slut"
