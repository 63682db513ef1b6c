"""How a session begins: a cover, the parties, a run of an exercise with its boards and the cards that lie ready."""

from collections.abc import Sequence

from workshop.model.boards import KINDS
from workshop.model.change import Change, State, add, together, update
from workshop.model.exercise import Exercise, ExerciseText, Step
from workshop.model.letters import clean
from workshop.model.parties import taking_part
from workshop.model.record import Board, Cover, Id, Party, Record, Run, Stage, new_id
from workshop.model.refusal import Refusal

PARTY_TONES = ("sky", "ochre", "leaf", "violet")


def cover(title: str, group: str = "", place: str = "", date: str = "", language: str = "sv") -> Change:
    """The first change of a session: its title page and a stage on which nothing stands yet."""
    return add(
        Cover(
            id="cover", title=clean(title), group=clean(group), place=clean(place), date=clean(date), language=language
        ),
        Stage(id="stage"),
    )


def parties(named: Sequence[tuple[Id, str, str]], after: int = 0) -> Change:
    """Parties that take part, as (id or "", name, mark), after so many others; each gets a paper of its own."""
    return add(
        *(
            Party(
                id=id or new_id(),
                name=clean(name),
                mark=clean(mark),
                tone=PARTY_TONES[i % len(PARTY_TONES)],
                order=float(i + 1),
            )
            for i, (id, name, mark) in enumerate(named, after)
        )
    )


def take_up(
    state: State, exercise: Exercise, text: ExerciseText, named: Sequence[tuple[Id, str, str]] = (), *, id: Id = ""
) -> Change:
    """One more exercise in a session, with those who take part in it as (id or "", name, mark).

    A party that is there already is known by its name. Refusal where the exercise is for another number of parties.
    """
    least, most = exercise.parties
    if not least <= len(named) <= most:
        raise Refusal("This exercise is for {least} to {most} parties.", least=least, most=most)
    there = state.all(Party)
    known = {party.name.casefold(): party.id for party in there}
    taking = [(known.get(clean(name).casefold()) or key or new_id(), name, mark) for key, name, mark in named]
    fresh = [party for party in taking if party[0] not in state]
    kept = [update(r, parties=tuple(p.id for p in there)) for r in state.all(Run) if fresh and there and not r.parties]
    joined = together(parties(fresh, after=len(there)), *kept)
    return joined.then(run(joined.apply(state), exercise, text, tuple(key for key, _, _ in taking), id=id))


def run(state: State, exercise: Exercise, text: ExerciseText, parties: tuple[Id, ...] = (), *, id: Id = "") -> Change:
    """A run of an exercise, its boards and the cards that lie ready; the room sees its first step."""
    run = Run(id=id or new_id(), exercise=exercise.name, order=len(state.all(Run)) + 1.0, parties=parties)
    records: list[Record] = [run]
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
        records += [KINDS[plan.kind].ready(board, f"{board.id}:{n}", list, said, float(n)) for n, (list, said) in given]
    begun = add(*records)
    return together(begun, entered(begun.apply(state), run.id, exercise.steps[0]))


def entered(state: State, run: Id, step: Step) -> Change:
    """The stage on a step of a run; it remembers on which step the run that is left stood."""
    stage = state.need("stage", Stage)
    places = {**dict(stage.places), stage.run: stage.step}
    left = tuple(place for place in places.items() if place[0] and place[0] != run)
    return update(stage, run=run, places=left, **on_step(state, step, run))


def returned(state: State) -> Change:
    """The stage on the latest run that is there, where the one that it stood on has been taken back."""
    stage, runs = state.get("stage", Stage), state.all(Run)
    if stage is None or stage.run in state or not stage.run:
        return Change()
    run = runs[-1].id if runs else ""
    bare = {
        "left": 0.0,
        "since": 0.0,
        "curtain": (),
        "sheet": "",
        "close": False,
        "spotlight": (),
        "large": False,
        "page": 0,
        "block": "",
        "until": "",
    }
    return update(stage, run=run, step=dict(stage.places).get(run, ""), anonymous=False, **bare)


def on_step(state: State, step: Step, run: Id) -> dict[str, object]:
    """How the stage stands when a step of a run begins: its clock full and resting, its curtain drawn if it has one.

    The curtain leaves the first party's list open; on a blind board it hangs before all, and the first party's sheet
    lies in front of the facilitator. Before a board that it covers whole, it is the board's id that is covered.
    """
    board = state.get(f"{run}:{step.board}", Board)
    blind = board is not None and board.setting("blind", False)
    parties = tuple(party.id for party in taking_part(state, run)) if step.curtain else ()
    covered = parties if blind else parties[1:]
    if board and step.curtain and KINDS[board.kind].curtains_all:
        covered = (board.id,)
    return {
        "step": step.key,
        "anonymous": step.anonymous,
        "parking": False,
        "agreed": False,
        "block": "",
        "until": "",
        "turns": (),
        "turn": 0,
        "left": step.minutes * 60.0,
        "since": 0.0,
        "curtain": covered,
        "sheet": "".join(parties[:1]) if blind else "",
        "close": False,
        "spotlight": (),
        "large": False,
        "page": 0,
        "message": "",
        "alone": False,
    }
