"""Worksheets for questions: a party's own answers, how alike they are, what they weigh, one wording, the mandates."""

from collections.abc import Callable

from workshop.model.asking import answers, joint
from workshop.model.asking.answers import mandate_keys, parties_of, question_keys
from workshop.model.asking.naming import with_name
from workshop.model.asking.parties import add_party
from workshop.model.asking.words import SIGNS, aside, scale_title, title
from workshop.model.blanks.blank import Blank, Space, Typed, numbered
from workshop.model.capture import captured
from workshop.model.change import Change, State, together
from workshop.model.picture import View
from workshop.model.record import Board, Id

_Make = Callable[[State, Board, Typed], Change]


def blanks(view: View, table: int) -> tuple[Blank, ...]:
    """What a step about questions asks for."""
    made = _STEPS.get(view.step.view)
    return tuple(made(view)) if made else ()


def _answering(question: str, party: Id = "") -> _Make:
    """A line becomes an answer to a question."""

    def make(state: State, board: Board, typed: Typed) -> Change:
        line = captured(typed.text("text"))
        told = {"table": line.table or typed.table, "hands": line.hands}
        return with_name(state, board, answers.add_answer(state, board, question, line.text, party, **told))  # type: ignore[arg-type]

    return make


def _asked(view: View) -> tuple[str, ...]:
    return (view.step.focus,) if view.step.focus else question_keys(view.board)


def _sheet(view: View) -> list[Blank]:
    space = (Space("text", ""),)
    asked = _asked(view)
    rows = 3 if len(asked) > 1 else 8
    return [Blank(title(view, key), space, _answering(key), rows) for key in asked]


def _parties(view: View) -> list[Blank]:
    def make(state: State, board: Board, typed: Typed) -> Change:
        return add_party(state, board, typed.text("text"), typed.text("mark"))

    words = view.words
    spaces = (Space("text", words("Name"), 0.8), Space("mark", words("Mark"), 0.2))
    return [Blank(words("Those that answer, each by itself"), spaces, make, 4, 1.5)]


def _answer(view: View) -> list[Blank]:
    """Each party has a sheet of its own."""
    space = (Space("text", view.words("One answer on each line")),)
    return [
        Blank(
            f"{party.name}: {title(view, key)}",
            space,
            _answering(key, party.id),
            9,
            1.3,
            party.mark,
            party.tone,
            tuple(aside(view, key).split("\n")) if aside(view, key) else (),
            alone=True,
        )
        for party in parties_of(view.state, view.board)
        for key in _asked(view)
    ]


def _show(view: View) -> list[Blank]:
    words = view.words
    said = dict(zip(joint.LIKENESS, (words("same"), words("near"), words("different"), words("missing")), strict=True))
    asks = (numbered({key: f"{SIGNS[key]} {label}" for key, label in said.items()}),)

    def made(question: str) -> _Make:
        def make(state: State, board: Board, typed: Typed) -> Change:
            likeness = joint.LIKENESS[typed.number("likeness", len(joint.LIKENESS), 1) - 1]
            now = answers.joint_of(state, board, question).likeness
            return joint.mark_likeness(state, board, question, likeness) if now != likeness else Change()

        return make

    space = (Space("likeness", words("How alike are the answers? A number")),)
    return [Blank(title(view, key), space, made(key), 1, 1.5, asks=asks) for key in _asked(view)]


def _weigh(view: View) -> list[Blank]:
    def made(question: str, scale: tuple[str, ...]) -> _Make:
        return lambda state, board, typed: joint.weigh(
            state, board, question, scale[typed.number("weight", len(scale), 1) - 1]
        )

    found = []
    for key in question_keys(view.board):
        if scale := joint.weights_of(view.board, key):
            asks = (numbered(tuple(view.text.word("weights", weight) for weight in scale)),)
            space = (Space("weight", view.words("A number")),)
            found.append(Blank(scale_title(view, key), space, made(key, scale), 1, 1.2, asks=asks))
    return found


def _wording(view: View) -> list[Blank]:
    words = view.words
    spaces = (
        Space("text", words("A wording that all stand for"), 0.6),
        Space("owner", words("Open: who owns it"), 0.24),
        Space("due", words("By when"), 0.16),
    )

    def made(question: str) -> _Make:
        def make(state: State, board: Board, typed: Typed) -> Change:
            changes, now = [], state
            if typed.text("text"):
                changes.append(joint.add_to_wording(now, board, question, typed.text("text")))
                now = changes[-1].apply(now)
            if typed.text("owner") or typed.text("due"):
                changes.append(joint.leave_open(now, board, question, typed.text("owner"), typed.text("due")))
            return together(*changes)

        return make

    return [Blank(title(view, key), spaces, made(key), 1, 5.0) for key in _asked(view)]


def _assignment(view: View) -> list[Blank]:
    space = (Space("text", ""),)
    return [Blank(title(view, key), space, _answering(key), 2, 1.3) for key in mandate_keys(view.board)]


_STEPS: dict[str, Callable[[View], list[Blank]]] = {
    "sheet": _sheet,
    "parties": _parties,
    "answer": _answer,
    "show": _show,
    "weigh": _weigh,
    "wording": _wording,
    "assignment": _assignment,
}
