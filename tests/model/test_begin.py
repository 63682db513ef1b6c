"""How a session begins: its title page, the parties, and a run with its boards and the cards that lie ready."""

from workshop.model import begin
from workshop.model.change import State
from workshop.model.exercise import BoardPlan, BoardText, Exercise, ExerciseText, Step, StepText
from workshop.model.record import Board, Cover, Note, Party, Run, Stage

EXERCISE = Exercise(
    "tease",
    1,
    (2, 2),
    (4, 25),
    ("sv",),
    (BoardPlan("warmup", "two_lists", (("lists", ("printer", "lift")),)), BoardPlan("cards", "two_lists")),
    (Step("warmup", 5, "warmup", "write"), Step("write", 7, "cards", "write", curtain=True)),
)
GIVEN = (("printer", "Pappersstopp"), ("lift", "Mellan två plan"), ("printer", "Fack tre"))
TEXT = ExerciseText(
    "sv", "Reta", "", "", {"warmup": StepText("Uppvärmning")}, {"warmup": BoardText("Värm", "", GIVEN)}, {}
)


def begun():
    state = begin.cover("Två sidor", "Chefsnätverket", "Sälgköping", "2026-10-14").apply(State())
    state = begin.parties([("", "Nämnden", "N"), ("them", "Förvaltningen", "F"), ("", "Tredje", "3")]).apply(state)
    return begin.run(state, EXERCISE, TEXT).apply(state)


def test_a_session_begins_with_its_title_page():
    cover = begun().need("cover", Cover)
    assert (cover.title, cover.group, cover.place, cover.date, cover.language) == (
        "Två sidor",
        "Chefsnätverket",
        "Sälgköping",
        "2026-10-14",
        "sv",
    )


def test_the_parties_come_in_the_order_they_were_named_each_on_paper_of_its_own():
    parties = begun().all(Party)
    assert [(p.name, p.mark) for p in parties] == [("Nämnden", "N"), ("Förvaltningen", "F"), ("Tredje", "3")]
    assert len({p.tone for p in parties}) == 3
    assert len({p.id for p in parties}) == 3
    assert parties[1].id == "them"


def test_names_and_titles_are_tidied_like_all_that_is_written():
    state = begin.cover("Två\u202e  sidor", " Nätverket ", "\x00", "2026-10-14").apply(State())
    cover = state.need("cover", Cover)
    assert (cover.title, cover.group, cover.place) == ("Två sidor", "Nätverket", "")
    (party,) = begin.parties([("", " Näm\u2066nden ", "N ")]).apply(state).all(Party)
    assert (party.name, party.mark) == ("Nämnden", "N")


def test_a_run_has_every_board_and_the_cards_that_lie_ready():
    state = begun()
    (run,) = state.all(Run)
    assert run.exercise == "tease"
    assert [(b.id, b.key, b.kind) for b in state.inside(run.id, Board)] == [
        (f"{run.id}:warmup", "warmup", "two_lists"),
        (f"{run.id}:cards", "cards", "two_lists"),
    ]
    assert state.need(f"{run.id}:warmup", Board).setting("lists") == ("printer", "lift")
    assert [(n.list, n.text) for n in state.inside(f"{run.id}:warmup", Note)] == list(GIVEN)


def test_the_room_sees_the_first_step_with_its_clock_full_and_resting():
    stage = begun().need("stage", Stage)
    assert (stage.step, stage.left, stage.since, stage.curtain) == ("warmup", 300.0, 0.0, ())


def test_a_step_with_a_curtain_covers_all_but_the_first_side_and_turns_back_to_the_first_page():
    state = begun()
    shown = begin.on_step(state, EXERCISE.step("write"), state.need("stage", Stage).run)
    assert shown["curtain"] == tuple(p.id for p in state.all(Party))[1:]
    assert (shown["close"], shown["spotlight"], shown["page"], shown["left"]) == (False, (), 0, 420.0)


def test_the_same_exercise_can_be_run_twice_in_a_session():
    state = begun()
    again = begin.run(state, EXERCISE, TEXT).apply(state)
    assert len(again.all(Run)) == 2
    assert [run.order for run in again.all(Run)] == [1.0, 2.0]
    assert again.need("stage", Stage).run == again.all(Run)[1].id


def test_the_whole_exercise_takes_as_long_as_its_steps():
    assert EXERCISE.minutes == 12
    assert EXERCISE.step("no such step").key == "warmup"
    assert TEXT.step("write").title == "write"
    assert TEXT.board("warmup").word("lists", "printer") == "printer"
