"""What was written on paper is typed in, row by row as on the sheet, and becomes what it would have been at once."""

import pytest

from tests.paper import four
from workshop.catalog import folder
from workshop.look import EXERCISES
from workshop.model.blanks import blanks, remembering, typed
from workshop.model.blanks.blank import _KINDS, Blank
from workshop.model.boards import KINDS
from workshop.model.change import State
from workshop.model.exercise import Step
from workshop.model.picture import View
from workshop.model.record import Actor, Agreement, Answer, Board, FollowUp, Gap, Guess, Joint, Link, Note
from workshop.model.refusal import Refusal
from workshop.words import Catalogue

NAMES = [path.name for path in sorted(EXERCISES.iterdir()) if path.is_dir()]
TWO = ("sector", "ring", "kind", "level", "weight", "likeness", "happens", "never")
TWO = ("sector", "ring", "kind", "level", "weight", "likeness", "happens", "never")
NUMBERS = {**dict.fromkeys(TWO, "2"), "people": "3", "hands": "4", "sort": "1", "outcome": "1", "table": "1"}
SAID = {**NUMBERS, "number": "25", "due": "2026-12-24", "kept": "x", "often": "0", "costly": ""}


def view_of(name: str, state: State, step: Step) -> View:
    _, texts = four.held()[name]
    board = state.need(f"r:{step.board}", Board)
    return View(state, board, step, texts["sv"].board(step.board), Catalogue("sv"))


def row(blank: Blank, number: int) -> dict[str, str]:
    """What somebody would have written in a row."""
    said = {}
    for space in blank.spaces:
        if space.refers:
            said[space.name] = str(number % len(blank.things) + 1 if space.name == "other" else number)
        else:
            said[space.name] = SAID.get(space.name, f"rad {number}:a")
    return said


def filled_in(name: str, rows: int = 3) -> State:
    """Every step of an exercise typed in, a few rows in each part."""
    exercise, _ = four.held()[name]
    state, known = four.begun(name), []
    for step in exercise.steps:
        count = len(blanks(view_of(name, state, step)))
        for place in range(count):
            for number in range(1, rows + 1):
                blank = remembering(blanks(view_of(name, state, step))[place], known)  # what lies there has grown
                if number <= blank.rows and (blank.things or not any(space.refers for space in blank.spaces)):
                    board = state.need(f"r:{step.board}", Board)
                    change = typed(state, board, blank, row(blank, number))
                    state, known = change.apply(state), [*known, *change.added]
    return state


def test_every_kind_of_board_has_its_worksheets():
    assert set(_KINDS) == set(KINDS)


@pytest.mark.parametrize("name", NAMES)
def test_every_step_that_somebody_writes_in_has_something_to_fill_in(name):
    exercise, texts = folder.load(EXERCISES / name)
    silent = {"read", "compare"}  # one listens, or reads aloud
    state = four.begun(name)
    for step in exercise.steps:
        found = blanks(view_of(name, state, step))
        assert bool(found) == (step.view not in silent), step.key
        assert all(blank.title and blank.spaces and blank.rows for blank in found)


def test_typed_in_an_irritation_is_written_sorted_marked_and_turned():
    state = filled_in("reta-motparten")
    cards = [note for note in state.inside("r:provocations", Note) if not note.by]
    assert [note.text for note in cards] == ["rad 1:a", "rad 2:a", "rad 3:a"] * 2
    assert {note.sort for note in cards} == {"meeting"} and all(note.chosen for note in cards)
    assert all(dict(note.marks)["happens"] == 2 for note in cards)
    assert all(note.flip and note.need for note in cards)
    assert sum(bool(note.by) for note in state.inside("r:provocations", Note)) == 4
    promised = state.inside("r:promises", Note)
    assert len(promised) == 8 and {note.sort for note in promised} == {"give", "ask"}
    assert len(state.all(Agreement)) == 3 and [f.due for f in state.all(FollowUp)] == ["2026-12-24"] * 2


def test_typed_in_an_iceberg_has_levels_links_hands_and_forces():
    state = filled_in("isberget")
    cards = [note for note in state.inside("r:iceberg", Note) if note.list in ("above", "line", "under")]
    assert len(cards) == 6 and len(state.all(Link)) == 3
    assert all(note.list == "line" and note.hands == 4 and note.need and note.flip for note in cards[:3])


def test_typed_in_a_dialogue_has_each_partys_answers_and_a_joint_wording():
    state = filled_in("ledningsdialogen", 2)
    answers = [answer for answer in state.all(Answer) if answer.party]
    assert len(answers) == 4 * 4 * 2
    for joint in state.all(Joint):
        assert (joint.likeness, joint.wording, joint.owner) == ("near", "rad 1:a", "rad 1:a") and joint.weight
    assert sum(not answer.party for answer in state.all(Answer)) == 4 * 2


def test_typed_in_a_map_has_actors_bands_problems_gaps_and_somebody_who_holds_the_threads():
    state = filled_in("en-person-i-mitten")
    actors = [a for a in state.inside("r:map", Actor) if not a.when and a.ring != "person"]
    assert [(a.text, a.people, a.sector, a.ring) for a in actors] == [
        (f"rad {n}:a", 3, "everyday", "daily") for n in (1, 2, 3)
    ]
    assert len(state.all(Link)) >= 2 and {link.kind for link in state.all(Link)} == {"weak"}
    assert all(a.problem for a in actors) and sum(a.holder for a in actors) == 1
    assert len(state.all(Gap)) >= 2 and len(state.all(Guess)) == 1


def test_numbers_are_those_of_the_tables_own_sheet():
    exercise, _ = four.held()["isberget"]
    state = four.begun("isberget")
    write, sink = (exercise.step(key) for key in ("write", "sink"))
    for table, text in ((1, "ett"), (2, "två"), (1, "ett till"), (2, "två till")):
        blank = blanks(view_of("isberget", state, write), table)[0]
        state = typed(state, state.need("r:iceberg", Board), blank, {"text": text}, table).apply(state)
    blank = blanks(view_of("isberget", state, sink), 2)[0]
    state = typed(state, state.need("r:iceberg", Board), blank, {"about": "2", "level": "3"}, 2).apply(state)
    sunk = [note for note in state.all(Note) if note.list == "under"]
    assert [(note.text, note.table) for note in sunk] == [("två till", 2)]


@pytest.mark.parametrize(
    ("said", "sentence"),
    [({"about": ""}, "Write first the number"), ({"about": "9"}, "not a number from 1 to 3"),
     ({"about": "x"}, "not a number"), ({"about": "1", "level": "7"}, "not a number from 1 to 3"),
     ({"about": "0"}, "not a number")],
)  # fmt: skip
def test_a_number_that_means_nothing_is_refused_in_a_sentence(said, sentence):
    exercise, _ = four.held()["isberget"]
    state = four.filled("isberget", ["ett", "två", "tre"])
    blank = blanks(view_of("isberget", state, exercise.step("sink")))[0]
    with pytest.raises(Refusal) as no:
        typed(state, state.need("r:iceberg", Board), blank, said)
    assert sentence in Catalogue("en").refusal(no.value)


def test_before_anything_is_typed_in_no_number_means_anything():
    exercise, _ = four.held()["isberget"]
    state = four.begun("isberget")
    blank = blanks(view_of("isberget", state, exercise.step("sink")))[0]
    with pytest.raises(Refusal, match="Type in what was written first"):
        typed(state, state.need("r:iceberg", Board), blank, {"about": "1", "level": "2"})
