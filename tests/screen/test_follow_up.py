"""The four questions of a follow-up, a step each: one writes under the step's own, and the room reads it first."""

import pytest

from tests.desk import Facilitator
from workshop.model.record import Answer
from workshop.screen.house import Beginning


@pytest.fixture
def desk(house, qtbot):
    made = Facilitator(house, house.begin(Beginning("uppfoljning", "Prov", "Gruppen", "", "2026-11-22", ()), "sv"))
    qtbot.addWidget(made.window)
    yield made
    made.leaves()


def answered(desk: Facilitator) -> dict[str, str]:
    return {answer.text: answer.question for answer in desk.state.all(Answer)}


def test_what_is_written_answers_the_question_of_the_step(desk):
    for step in ("wanted", "came", "learned"):
        desk.goes_to(step)
        desk.writes(f"Svar på {step}")
    assert answered(desk) == {"Svar på wanted": "wanted", "Svar på came": "came", "Svar på learned": "learned"}


def test_another_question_that_is_chosen_stays_chosen_until_the_next_step(desk):
    desk.goes_to("came")
    desk.presses("Ctrl+1")
    desk.writes("Ett")
    desk.writes("Ett till")
    desk.goes_to("between")
    desk.writes("Tre")
    assert answered(desk) == {"Ett": "wanted", "Ett till": "wanted", "Tre": "between"}


def test_what_is_half_written_goes_along_to_the_next_step(desk):
    desk.goes_to("wanted")
    desk.window.desk.capture.fill(text="Halva svaret")
    desk.goes_to("came")
    assert desk.window.desk.capture.what_is_written().values["text"] == "Halva svaret"


def test_the_room_and_the_desk_have_the_question_of_the_step_first_and_the_others_after_it(desk):
    for step in ("wanted", "came", "between", "learned"):
        desk.goes_to(step)
        for number in range(8):
            desk.writes(f"Ett svar på {step} som är så långt att inte många får plats, nummer {number}")
    seen = desk.room_sees()
    assert "Ett svar på learned" in seen and "Ett svar på wanted" not in seen
    tops = {placed.id: placed.y for placed in desk.window.desk.scene.picture.placed}

    def top(question: str) -> float:
        return min(tops[answer.id] for answer in desk.state.all(Answer) if answer.question == question)

    assert top("learned") < top("wanted") < top("came")
