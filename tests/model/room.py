"""A workshop without windows: what a facilitator does with a group, in a facilitator's words."""

from typing import Any

from workshop.look import measure
from workshop.model import begin, notes
from workshop.model.boards import KINDS
from workshop.model.change import Change, State, update
from workshop.model.exercise import BoardPlan, BoardText, Exercise, ExerciseText, Step, StepText
from workshop.model.fields import frozen
from workshop.model.picture import Frame, Picture, View
from workshop.model.record import Board, Id, Note, Stage
from workshop.model.session import InMemory, Session
from workshop.words import Catalogue

WORDS = Catalogue("sv")
VIEWS = ("write", "sort", "read", "hits", "missed", "turn")
SETTINGS = {"lists": "parties", "sorts": ["meeting", "mail"], "answers": ["never", "happens", "often", "costly"]}


class Room:
    """Two sides around one board of two lists, and the agreements beside it."""

    def __init__(self, **settings: Any) -> None:
        boards = (
            BoardPlan("cards", "two_lists", frozen({**SETTINGS, **settings})),
            BoardPlan("agreed", "agreements", frozen({"days": [30, 90]})),
        )
        steps = (
            *(Step(view, 5, "cards", view, curtain=view == "write") for view in VIEWS),
            Step("end", 5, "agreed", "table"),
        )
        self.exercise = Exercise("tease", 1, (2, 2), (4, 25), ("sv",), boards, steps)
        texts = {step.key: StepText(f"Steg {step.key}", f"Gör {step.key}.") for step in steps}
        labels = {
            "sorts": {"meeting": "möte", "mail": "mejl"},
            "answers": {"never": "aldrig", "happens": "händer", "often": "händer ofta", "costly": "händer och kostar"},
        }
        self.text = ExerciseText("sv", "Reta", "", "", texts, {"cards": BoardText("Kort", words=labels)}, {})
        self.time = 100.0
        self.session = Session(State(), InMemory(), lambda: self.time)
        self.does(begin.cover("Två sidor"))
        self.does(begin.parties([("us", "Nämnden", "N"), ("them", "Förvaltningen", "F")]))
        self.does(begin.run(self.state, self.exercise, self.text, id="tease"))

    @property
    def state(self) -> State:
        """Everything as it stands."""
        return self.session.state

    @property
    def board(self) -> Board:
        """The board of cards."""
        return self.state.need("tease:cards", Board)

    @property
    def agreed(self) -> Board:
        """The board of agreements."""
        return self.state.need("tease:agreed", Board)

    @property
    def stage(self) -> Stage:
        """What the room is shown."""
        return self.state.need("stage", Stage)

    def does(self, change: Change, label: str = "work") -> None:
        """Carry something out."""
        self.session.do(change, label)

    def writes(self, list: str, text: str, **given: Any) -> Id:
        """A new card; its id is its text, so that one can speak of it."""
        self.does(notes.add_note(self.state, self.board, list, text, id=text, **given))
        return text

    def acts(self, verb: str, *told: Any, **given: Any) -> None:
        """One of the things that can be done with the board of cards."""
        self.does(KINDS["two_lists"].verbs[verb](self.state, self.board, *told, **given))

    def agrees(self, verb: str, *told: Any, **given: Any) -> None:
        """One of the things that can be done with the agreements."""
        self.does(KINDS["agreements"].verbs[verb](self.state, self.agreed, *told, **given))

    def note(self, id: Id) -> Note:
        """A card."""
        return self.state.need(id, Note)

    def texts(self, list: str) -> list[str]:
        """What the cards of a list say, from the top."""
        return [n.text for n in notes.standing(self.state, self.board) if n.list == list]

    def goes_to(self, step: str) -> None:
        """A step begins."""
        self.does(update(self.stage, **begin.on_step(self.state, self.exercise.step(step), "tease")))

    def view(self, step: str, state: State | None = None) -> View:
        """The board of a step as the step shows it."""
        found = self.exercise.step(step)
        state = self.state if state is None else state
        return View(state, state.need(f"tease:{found.board}", Board), found, self.text.board(found.board), WORDS)

    def desk(self, step: str, width: float = 900) -> Picture:
        """The board drawn on the desk."""
        view = self.view(step)
        return KINDS[view.board.kind].layout(view, Frame(width, 600, 15, 13, measure))

    def twin(self, step: str) -> str:
        """The board in words."""
        view = self.view(step)
        return "\n".join(line for branch in KINDS[view.board.kind].outline(view) for line in branch.lines())
