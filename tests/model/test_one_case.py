"""The examples of all exercises tell of one case, and lead from one to the next."""

import pytest

from workshop.catalog.folder import example, load
from workshop.catalog.programmes import load as programme
from workshop.look import EXERCISES, PROGRAMMES
from workshop.model import carry
from workshop.model.begin import cover
from workshop.model.change import State
from workshop.model.example import FROM, joined, play
from workshop.model.record import Record
from workshop.model.session import InMemory, Session

RETREAT = programme(PROGRAMMES / "lunch-till-lunch.toml").exercises
EXAMPLES = (*RETREAT, *sorted({path.parent.name for path in EXERCISES.glob("*/exercise.toml")} - {*RETREAT}))


@pytest.fixture(scope="module")
def session() -> Session:
    """All examples played in one session, in the demo's order."""
    made = Session(cover("Lunch till lunch").apply(State()), InMemory(), lambda: 0.0)
    for name in EXAMPLES:
        exercise, texts = load(EXERCISES / name)
        made.do(joined(made.state, exercise, texts["sv"], example(EXERCISES / name)), "")
        for _ in play(made, exercise, example(EXERCISES / name)):
            pass
    return made


def pointing() -> list[tuple[str, str]]:
    """What points from one example into another: (the id that points, the id that it points at)."""
    acts = [act for name in EXAMPLES for act in example(EXERCISES / name)["acts"]]
    return [(act["id"], act["origin"].partition(FROM)[2]) for act in acts if FROM in str(act.get("origin", ""))]


def test_an_actor_a_cause_and_a_gap_are_carried_on() -> None:
    assert len(pointing()) >= 3


@pytest.mark.parametrize("id, origin", pointing())
def test_what_was_carried_leads_back_to_the_exercise_that_it_came_from(session: Session, id: str, origin: str) -> None:
    came = carry.origin(session.state, id)
    assert came is not None and came.id == origin
    held = {name: load(EXERCISES / name) for name in EXAMPLES}
    there, here = carry.place_of(session.state, held, came), session.state.need(id, Record)
    lies = carry.place_of(session.state, held, here)
    assert there is not None and lies is not None and there[0] != lies[0]
