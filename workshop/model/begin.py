"""How a session begins: a cover, the parties, a run of an exercise with its boards and the cards that lie ready."""

from collections.abc import Sequence

from workshop.model.change import Change, State, add, together, update
from workshop.model.exercise import Exercise, ExerciseText, Step
from workshop.model.letters import clean
from workshop.model.record import Board, Cover, Id, Note, Party, Run, Stage, new_id

PARTY_TONES = ("sky", "ochre", "leaf", "violet")


def cover(title: str, group: str = "", place: str = "", date: str = "", language: str = "sv") -> Change:
    """The first change of a session: its title page and a stage on which nothing stands yet."""
    return add(
        Cover(
            id="cover", title=clean(title), group=clean(group), place=clean(place), date=clean(date), language=language
        ),
        Stage(id="stage"),
    )


def parties(named: Sequence[tuple[Id, str, str]]) -> Change:
    """The parties that take part, as (id or "", name, mark); each gets a paper of its own."""
    return add(
        *(
            Party(
                id=id or new_id(),
                name=clean(name),
                mark=clean(mark),
                tone=PARTY_TONES[i % len(PARTY_TONES)],
                order=float(i + 1),
            )
            for i, (id, name, mark) in enumerate(named)
        )
    )


def run(state: State, exercise: Exercise, text: ExerciseText, *, id: Id = "") -> Change:
    """A run of an exercise, its boards and the cards that lie ready; the room sees its first step."""
    run = Run(id=id or new_id(), exercise=exercise.name, order=len(state.all(Run)) + 1.0)
    records: list[Run | Board | Note] = [run]
    for number, plan in enumerate(exercise.boards):
        board = Board(
            id=f"{run.id}:{plan.key}",
            run=run.id,
            key=plan.key,
            kind=plan.kind,
            order=number + 1.0,
            settings=plan.settings,
        )
        records.append(board)
        given = enumerate(text.board(plan.key).given, 1)
        records += [
            Note(id=f"{board.id}:{n}", board=board.id, list=list, text=said, order=float(n))
            for n, (list, said) in given
        ]
    stage = state.need("stage", Stage)
    return together(add(*records), update(stage, run=run.id, **on_step(state, exercise.steps[0], exercise)))


def on_step(state: State, step: Step, exercise: Exercise) -> dict[str, object]:
    """How the stage stands when a step begins: its clock full and resting, its curtain drawn if it has one."""
    covered: tuple[str, ...] = ()
    if step.curtain:
        covered = tuple(party.id for party in state.all(Party))[1:]
    return {
        "step": step.key,
        "left": step.minutes * 60.0,
        "since": 0.0,
        "curtain": covered,
        "close": False,
        "spotlight": (),
        "page": 0,
    }
