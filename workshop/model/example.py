"""Playing an example: a filled-in session made by the board kinds' own functions, act by act."""

from collections.abc import Iterator, Mapping
from typing import Any

from workshop.model import begin
from workshop.model.boards import KINDS
from workshop.model.change import Change, Conflict, State, update
from workshop.model.exercise import Exercise, ExerciseText, Step
from workshop.model.record import Board, Stage
from workshop.model.refusal import Refusal
from workshop.model.session import Session
from workshop.model.words import N_

FROM = "/"  # stands between the name of another exercise and the id that an origin is in its example


def begun(exercise: Exercise, text: ExerciseText, example: Mapping[str, Any]) -> State:
    """The state in which an example begins: its cover, its parties and the exercise's boards."""
    state = begin.cover(**example["cover"], language=text.language).apply(State())
    return joined(state, exercise, text, example).apply(state)


def joined(state: State, exercise: Exercise, text: ExerciseText, example: Mapping[str, Any]) -> Change:
    """The exercise of an example taken up in a session that has begun."""
    parties = [(party["key"], party["name"], party["mark"]) for party in example.get("parties", ())]
    return begin.take_up(state, exercise, text, parties, id=exercise.name)


def play(
    session: Session, exercise: Exercise, example: Mapping[str, Any], since: tuple[str, int] = ("", 0)
) -> Iterator[Step]:
    """Carry an example's acts out in a session that has `begun`; yields each step when it is done.

    `since` is the step that one stands on already, and how many of its acts are done. Refusal where an act does not
    fit; its `values` then hold the act's number under "act".
    """
    acts = list(enumerate(example["acts"], 1))
    for number, act in acts:
        if act["step"] not in {step.key for step in exercise.steps}:
            raise Refusal("Act {act}: the exercise has no step “{step}”.", act=number, step=act["step"])
    keys = [step.key for step in exercise.steps]
    here, done = since
    for step in exercise.steps[keys.index(here) if here else 0 :]:
        state, stands = session.state, step.key == here
        if not stands:
            session.do(
                update(state.need("stage", Stage), **begin.on_step(state, step, exercise.name)), N_("go to a step")
            )
        for number, act in [act for act in acts if act[1]["step"] == step.key][done if stands else 0 :]:
            change = _change(session.state, exercise, step, number, act)
            try:
                session.do(change, N_("play the example"))
            except Conflict:
                raise Refusal("Act {act}: its id is taken. Give it another.", act=number) from None
        yield step


def _change(state: State, exercise: Exercise, step: Step, number: int, act: Mapping[str, Any]) -> Change:
    """What one act does to its step's board."""
    board = state.need(f"{exercise.name}:{step.board}", Board)
    arguments = {name: value for name, value in act.items() if name not in ("step", "do", "board")}
    if FROM in str(arguments.get("origin", "")):  # it points into another exercise, which may not be played here
        origin = arguments["origin"].partition(FROM)[2]
        arguments["origin"] = origin if origin in state else ""
    if "board" in act:
        board = state.need(f"{exercise.name}:{act['board']}", Board)
    verb = KINDS[board.kind].verbs.get(act["do"])
    if verb is None:
        raise Refusal("Act {act}: a board of this kind can't do “{verb}”.", act=number, verb=act["do"])
    try:
        return verb(state, board, **arguments)
    except Refusal as no:
        raise Refusal("Act {act}: {why}", act=number, why=no) from no
    except (TypeError, KeyError) as no:
        raise Refusal(
            "Act {act}: “{verb}” was told something that it doesn't know: {what}.", act=number, verb=act["do"], what=no
        ) from no
