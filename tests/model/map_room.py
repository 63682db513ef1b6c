"""A map on a table, without windows: what a facilitator does with it, in a facilitator's words."""

from typing import Any

from workshop.look import measure
from workshop.model import begin
from workshop.model.boards import KINDS
from workshop.model.boards import VIEWS as VIEWS_OF
from workshop.model.change import Change, State, update
from workshop.model.exercise import BoardPlan, BoardText, Exercise, ExerciseText, Step, StepText
from workshop.model.fields import frozen
from workshop.model.map import verbs
from workshop.model.map.reading import Sentence, read
from workshop.model.picture import Frame, Picture, View
from workshop.model.record import Actor, Board, Id, Stage
from workshop.model.session import InMemory, Session
from workshop.words import Catalogue

WORDS = Catalogue("sv")
VIEWS = VIEWS_OF["map"]
SECTORS = ("near", "municipality", "region", "state")
RINGS = ("person", "close", "workers", "principals")
SETTINGS = {"sectors": list(SECTORS), "rings": list(RINGS), "work": 2}
LABELS = {
    "sectors": {"near": "närmast", "municipality": "kommun", "region": "region", "state": "stat"},
    "rings": {"person": "personen", "close": "nära", "workers": "handläggare", "principals": "huvudmän"},
}


class MapRoom:
    """A group around one map."""

    def __init__(self, words: Catalogue = WORDS, **settings: Any) -> None:
        plan = BoardPlan("map", "map", frozen({**SETTINGS, **settings}))
        steps = tuple(Step(view, 5, "map", view, curtain=view == "problem") for view in VIEWS)
        self.words = words
        self.exercise = Exercise("around", 1, (0, 0), (4, 25), ("sv",), (plan,), steps)
        texts = {step.key: StepText(f"Steg {step.key}", f"Gör {step.key}.") for step in steps}
        self.text = ExerciseText("sv", "Kartan", "", "", texts, {"map": BoardText("Kartan", words=LABELS)}, {})
        self.session = Session(State(), InMemory(), lambda: 0.0)
        self.does(begin.cover("Runt någon"))
        self.does(begin.run(self.state, self.exercise, self.text, id="around"))

    @property
    def state(self) -> State:
        """Everything as it stands."""
        return self.session.state

    @property
    def board(self) -> Board:
        """The map."""
        return self.state.need("around:map", Board)

    @property
    def stage(self) -> Stage:
        """What the room is shown."""
        return self.state.need("stage", Stage)

    def does(self, change: Change) -> None:
        """Carry something out."""
        self.session.do(change, "work")

    def begins_at(self, state: State) -> None:
        """Go on from a state that was made otherwise."""
        self.session = Session(state, InMemory(), lambda: 0.0)

    def acts(self, verb: str, *told: Any, **given: Any) -> None:
        """One of the things that can be done on a map."""
        self.does(KINDS["map"].verbs[verb](self.state, self.board, *told, **given))

    def puts(self, text: str, sector: str = "municipality", ring: str = "workers", people: int = 1, **given: Any) -> Id:
        """A new actor; its id is its name, so that one can speak of it."""
        self.acts("add_actor", text, sector, ring, people, id=text, **given)
        return text

    def draws(self, one: Id, other: Id, kind: str = "works", text: str = "") -> Id:
        """A band between two."""
        id = f"{one}–{other}"
        self.acts("draw_band", one, other, kind, text, id=id)
        return id

    def actor(self, id: Id) -> Actor:
        """An actor."""
        return self.state.need(id, Actor)

    def names(self, when: str = "") -> list[str]:
        """Who is on the map, in the order in which it is read."""
        return [actor.text for actor in verbs.actors(self.state, self.board, when)]

    def goes_to(self, step: str) -> None:
        """A step begins."""
        self.does(update(self.stage, **begin.on_step(self.state, self.exercise.step(step), "around")))

    def view(self, step: str, state: State | None = None) -> View:
        """The map as a step shows it."""
        state = self.state if state is None else state
        board = state.need("around:map", Board)
        return View(state, board, self.exercise.step(step), self.text.board("map"), self.words)

    def desk(self, step: str, width: float = 800, height: float = 500) -> Picture:
        """The map drawn on the desk."""
        return KINDS["map"].layout(self.view(step), Frame(width, height, 15, 13, measure))

    def twin(self, step: str) -> str:
        """The map in words."""
        return "\n".join(line for branch in KINDS["map"].outline(self.view(step)) for line in branch.lines())

    def reads(self) -> dict[str, Sentence]:
        """What the map says, by what it is about."""
        return {sentence.key: sentence for sentence in read(self.state, self.board, self.words)}

    def hears(self, key: str) -> str:
        """One of the sentences."""
        return self.reads()[key].text
