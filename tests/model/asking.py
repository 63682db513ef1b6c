"""A room in which questions are asked: on a sheet of its own, and of parties that answer apart."""

from typing import Any

from workshop.look import measure
from workshop.model import begin
from workshop.model.boards import KINDS
from workshop.model.change import Change, State, update
from workshop.model.exercise import BoardPlan, BoardText, Exercise, ExerciseText, Step, StepText
from workshop.model.fields import frozen
from workshop.model.picture import Frame, Picture, View
from workshop.model.record import Answer, Board, Id, Stage
from workshop.model.session import InMemory, Session
from workshop.model.visible import Audience, visible
from workshop.words import Catalogue

WORDS = Catalogue("sv")
SHEET = {"questions": ["name", "worry", "good"]}
LABELS = {
    "questions": {"name": "Kallas", "worry": "Orolig för", "good": "Är bra på"},
    "aside": {"worry": "Vad håller dig vaken?"},
}


class SheetRoom:
    """Somebody fills in a sheet together with a group."""

    def __init__(self, given: tuple[tuple[str, str], ...] = (), **settings: Any) -> None:
        plan = BoardPlan("sheet", "questions", frozen({**SHEET, **settings}))
        step = Step("person", 5, "sheet", "sheet")
        self.exercise = Exercise("ask", 1, (0, 0), (4, 25), ("sv",), (plan,), (step,))
        sets = (("Alva", (("name", "Alva"), ("worry", "brevlådan"), ("worry", "måndagar"))),)
        board = BoardText("Personen", given=given, sets=sets, words=LABELS)
        texts = {"person": StepText("Personen", "Vem är det?")}
        self.text = ExerciseText("sv", "Fråga", "", "", texts, {"sheet": board}, {})
        self.session = Session(State(), InMemory(), lambda: 0.0)
        self.does(begin.cover("Ett pass"))
        self.does(begin.run(self.state, self.exercise, self.text, id="ask"))

    @property
    def state(self) -> State:
        """Everything as it stands."""
        return self.session.state

    @property
    def board(self) -> Board:
        """The sheet."""
        return self.state.need("ask:sheet", Board)

    @property
    def stage(self) -> Stage:
        """What the room is shown."""
        return self.state.need("stage", Stage)

    def does(self, change: Change, label: str = "work") -> None:
        """Carry something out."""
        self.session.do(change, label)

    def acts(self, verb: str, *told: Any, **given: Any) -> None:
        """One of the things that can be done with the board."""
        self.does(KINDS["questions"].verbs[verb](self.state, self.board, *told, **given))

    def answers(self, question: str, text: str, party: str = "", **given: Any) -> Id:
        """A new answer; its id is its text, so that one can speak of it."""
        self.acts("add_answer", question, text, party, id=text, **given)
        return text

    def texts(self, question: str, party: str = "") -> list[str]:
        """What is answered to a question, from the top."""
        found = self.state.inside(self.board.id, Answer)
        return [a.text for a in found if (a.question, a.party) == (question, party)]

    def goes_to(self, step: str) -> None:
        """A step begins."""
        self.does(update(self.stage, **begin.on_step(self.state, self.exercise.step(step), "ask")))

    def view(self, step: str = "", audience: Audience = Audience.FACILITATOR) -> View:
        """The board of a step, as an audience may see it."""
        found = self.exercise.step(step)
        seen = visible(self.state, audience, self.board.id)
        return View(seen, self.board, found, self.text.board(found.board), WORDS)

    def desk(self, step: str = "", width: float = 900) -> Picture:
        """The board drawn on the desk."""
        return KINDS["questions"].layout(self.view(step), Frame(width, 600, 15, 13, measure))

    def wall(self, step: str = "", **how: Any) -> Picture:
        """The board drawn for the room."""
        frame = Frame(1800, 760, 51, 51, measure, True, curtain=frozenset(self.stage.curtain), **how)
        return KINDS["questions"].layout(self.view(step, Audience.ROOM), frame)

    def twin(self, step: str = "") -> str:
        """The board in words, as the facilitator may read it."""
        branches = KINDS["questions"].outline(self.view(step))
        return "\n".join(line for branch in branches for line in branch.lines())


PARTIES = (("k", "Kommunen", "K"), ("r", "Regionen", "R"), ("s", "Staten", "S"))
DIALOGUE = {
    "columns": "parties",
    "blind": True,
    "questions": ["problem", "goal"],
    "weights": ["problem_1", "problem_2", "problem_3", "goal_1", "goal_2", "goal_3"],
    "asks": ["problem>2 goal>2", "problem<2 goal>2"],
    "mandates": ["who"],
}
DIALOGUE_WORDS = {
    "questions": {"problem": "Vilket problem?", "goal": "Vilket mål?"},
    "short": {"problem": "Problemet", "goal": "Målet"},
    "aside": {"problem": "Vad är prövat?\nVem märker det?"},
    "scales": {"problem": "Hur svårt?"},
    "start": {"problem": "Från isberget"},
    "weights": {
        **{f"problem_{n}": word for n, word in enumerate(("enkelt", "krångligt", "svårt"), 1)},
        **{f"goal_{n}": word for n, word in enumerate(("nära", "en bit bort", "högt"), 1)},
    },
    "asks": {"problem>2 goal>2": "Svårt och högt: vad får vika?", "problem<2 goal>2": "Varför så högt?"},
    "mandates": {"who": "Vem har uppdraget?"},
}
VIEWS = ("parties", "answer", "show", "weigh", "wording", "assignment")


class Dialogue(SheetRoom):
    """Three parties that answer apart, see all answers at once, weigh, agree on wordings and an assignment."""

    def __init__(self, parties: int = 3, **settings: Any) -> None:
        plan = BoardPlan("sheet", "questions", frozen({**DIALOGUE, **settings}))
        steps = tuple(
            Step(view, 5, "sheet", view, "problem" if view in ("answer", "show", "wording") else "", view == "answer")
            for view in VIEWS
        )
        self.exercise = Exercise("ask", 1, (2, 4), (4, 25), ("sv",), (plan,), steps)
        texts = {step.key: StepText(f"Steg {step.key}", "Gör så.") for step in steps}
        board = BoardText("Frågorna", words=DIALOGUE_WORDS)
        self.text = ExerciseText("sv", "Dialog", "", "", texts, {"sheet": board}, {})
        self.session = Session(State(), InMemory(), lambda: 0.0)
        self.does(begin.cover("Ett pass"))
        self.does(begin.parties(PARTIES[:parties]))
        self.does(begin.run(self.state, self.exercise, self.text, id="ask"))

    def turns_to(self, party: str) -> None:
        """A party's sheet comes in front of the facilitator."""
        self.does(update(self.stage, sheet=party))
