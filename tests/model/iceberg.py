"""An iceberg without windows: what a group does with its cards, in words that a facilitator would use."""

from typing import Any

from workshop.look import measure
from workshop.model import begin
from workshop.model.boards import KINDS
from workshop.model.change import Change, State
from workshop.model.exercise import BoardPlan, BoardText, Exercise, ExerciseText, Step, StepText
from workshop.model.fields import frozen
from workshop.model.iceberg.told import Told, told
from workshop.model.picture import Frame, Picture, View
from workshop.model.record import Board, Id, Note
from workshop.model.session import InMemory, Session
from workshop.words import Catalogue

WORDS = Catalogue("sv")
VIEWS = ("theme", "write", "sink", "why", "carry", "reach", "counter")
SETTINGS = {
    "lists": ["above", "line", "under"],
    "themes": ["person", "together"],
    "sorts": ["own", "joint", "other"],
    "choose": 3,
}
LABELS = {
    "lists": {"above": "Ovan ytan", "line": "I vattenbrynet", "under": "Under ytan"},
    "themes": {"person": "Personens isberg", "together": "Samverkans isberg"},
    "person": {"above": "Det som syns", "line": "Nederlag", "under": "Sorg"},
    "together": {"above": "Lagar", "line": "Myter", "under": "Rädsla"},
    "person_why": {"above": "Varför?", "line": "Vad har hänt?", "under": "Vad har ingen frågat?"},
    "together_why": {"above": "Hela skälet?", "line": "Vad tror vi?", "under": "Vad är vi rädda för?"},
    "sorts": {"own": "vi själva", "joint": "vi tillsammans", "other": "någon annan måste"},
}


class Iceberg:
    """A group around one iceberg. A card's id is its text, so that one can speak of it."""

    def __init__(self, **settings: Any) -> None:
        boards = (BoardPlan("ice", "layers", frozen({**SETTINGS, **settings})),)
        steps = tuple(Step(view, 5, "ice", view) for view in VIEWS)
        self.exercise = Exercise("ice", 1, (0, 0), (4, 25), ("sv",), boards, steps)
        texts = {step.key: StepText(f"Steg {step.key}", f"Gör {step.key}.") for step in steps}
        self.text = ExerciseText("sv", "Isberget", "", "", texts, {"ice": BoardText("Isberget", words=LABELS)}, {})
        self.session = Session(State(), InMemory(), lambda: 0.0)
        self.does(begin.cover("Ett isberg"))
        self.does(begin.run(self.state, self.exercise, self.text, id="r"))

    @property
    def state(self) -> State:
        """Everything as it stands."""
        return self.session.state

    @property
    def board(self) -> Board:
        """The iceberg."""
        return self.state.need("r:ice", Board)

    @property
    def told(self) -> Told:
        """The iceberg, counted."""
        return told(self.state, self.board)

    def does(self, change: Change) -> None:
        """Carry something out."""
        self.session.do(change, "work")

    def acts(self, verb: str, *said: Any, **given: Any) -> None:
        """One of the things that can be done with an iceberg."""
        self.does(KINDS["layers"].verbs[verb](self.state, self.board, *said, **given))

    def writes(self, *texts: str, level: str = "above", **given: Any) -> None:
        """New cards on a level."""
        for text in texts:
            self.acts("add_note", level, text, id=text, **given)

    def links(self, *pairs: str) -> None:
        """Links, each written as "cause>carried"."""
        for pair in pairs:
            self.acts("link_notes", *pair.split(">"))

    def note(self, id: Id) -> Note:
        """A card."""
        return self.state.need(id, Note)

    def level(self, key: str) -> list[str]:
        """What lies on a level, in order."""
        return [note.text for note in self.told.levels[key]]

    def view(self, step: str) -> View:
        """The board as a step shows it."""
        return View(self.state, self.board, self.exercise.step(step), self.text.board("ice"), WORDS)

    def desk(self, step: str, width: float = 900) -> Picture:
        """The board drawn on the desk."""
        return KINDS["layers"].layout(self.view(step), Frame(width, 600, 15, 13, measure))

    def twin(self, step: str = "why") -> str:
        """The board in words."""
        return "\n".join(line for branch in KINDS["layers"].outline(self.view(step)) for line in branch.lines())

    def nudges(self, step: str) -> str:
        """What the program says quietly to the facilitator."""
        nudges = KINDS["layers"].nudges
        assert nudges
        return " ".join(nudges(self.view(step)))
