"""Rehearses an exercise's example, to see that everything in it fits."""

import inspect
from collections.abc import Iterator, Mapping
from typing import Any, NamedTuple

from workshop.catalog import rules
from workshop.catalog.source import Source
from workshop.model.boards import KINDS
from workshop.model.change import Conflict
from workshop.model.example import FROM, begun, play
from workshop.model.exercise import Exercise, ExerciseText
from workshop.model.refusal import Refusal
from workshop.model.session import InMemory, Session

_OWN = ("step", "do", "board")  # what an act says besides what its verb takes
_POINTS = ("origin", "into", "by", "start", "end", "carries")  # what an act names that another act has made


class _Known(NamedTuple):
    """What an act may point at: ids, and its board's lists."""

    ids: set[str]
    lists: tuple[str, ...]


def rehearse(source: Source, exercise: Exercise, text: ExerciseText) -> None:
    """Look at each act by itself, and where all is well play them all in memory."""
    least, most = exercise.parties
    if not least <= len(source.data.get("parties", ())) <= most:
        says = Refusal(
            "The exercise is for {least} to {most} parties, but the example has {n}.",
            least=least,
            most=most,
            n=len(source.data.get("parties", ())),
        )
        source.at_key(("parties",), says)
    rules.no_key_twice(source, "parties")
    ids = {str(made["id"]) for made in source.data["acts"] if "id" in made} | set(_ready(exercise, text))
    ids |= {party["key"] for party in source.data.get("parties", ())}
    for number, act in enumerate(source.data["acts"]):
        _look_at(source, exercise, number, act, ids)
    if source.faults:
        return
    try:
        session = Session(begun(exercise, text, source.data), InMemory(), lambda: 0.0)
        for _ in play(session, exercise, source.data):
            pass
    except Conflict:
        source.at_key(("parties",), Refusal("A party's key is used for something else. Give it another."))
    except Refusal as no:
        plain = no.__cause__ if isinstance(no.__cause__, Refusal) else no
        source.at_key(("acts", int(str(no.values["act"])) - 1), plain)


def _ready(exercise: Exercise, text: ExerciseText) -> Iterator[str]:
    """The ids of the cards that lie ready, as model/begin.py gives them."""
    for board in exercise.boards:
        for number, _ in enumerate(text.board(board.key).given, 1):
            yield f"{exercise.name}:{board.key}:{number}"


def _look_at(source: Source, exercise: Exercise, number: int, act: dict[str, Any], ids: set[str]) -> None:
    """One act by itself: its step, its board, its verb and what it tells the verb."""
    path = ("acts", number)
    if act["step"] not in [step.key for step in exercise.steps]:
        source.at_value((*path, "step"), Refusal("There is no step “{step}” in this exercise.", step=act["step"]))
        return
    board = act.get("board", exercise.step(act["step"]).board)
    plan = next((plan for plan in exercise.boards if plan.key == board), None)
    if plan is None:
        source.at_value((*path, "board"), Refusal("There is no board “{board}” in this exercise.", board=board))
        return
    if exercise.step(act["step"]).anonymous and "table" in act:
        source.at_key((*path, "table"), Refusal("The step is anonymous, so no table is kept. Take “table” away."))
    verb = KINDS[plan.kind].verbs.get(act["do"])
    if verb is None:
        says = Refusal(
            "A board of the kind “{kind}” can't do “{verb}”. It can: {known}.",
            kind=plan.kind,
            verb=act["do"],
            known=", ".join(KINDS[plan.kind].verbs),
        )
        source.at_value((*path, "do"), says)
        return
    lists = dict(plan.settings).get("lists", ())
    if lists == "parties":
        lists = tuple(party["key"] for party in source.data.get("parties", ()))
    takes = inspect.signature(verb).parameters
    for name, says in _misfits(act, takes, _Known(ids, lists)):
        at = source.at_value if name in act and name in takes else source.at_key
        at((*path, name), says)


def _misfits(
    act: dict[str, Any], takes: Mapping[str, inspect.Parameter], known: _Known
) -> Iterator[tuple[str, Refusal]]:
    """What an act tells its verb that it doesn't know, what it leaves out, and what points at nothing."""
    open_ended = any(parameter.kind is parameter.VAR_KEYWORD for parameter in takes.values())
    named = {name: p for name, p in takes.items() if name not in ("state", "board") and p.kind is not p.VAR_KEYWORD}
    for name, value in act.items():
        if name in _OWN:
            continue
        wanted = named[name].annotation if name in named else None
        if wanted is None and not open_ended:
            takes_only = ", ".join(named)
            yield (
                name,
                Refusal("“{verb}” takes no “{name}”. It takes: {known}.", verb=act["do"], name=name, known=takes_only),
            )
        elif wanted is str and not isinstance(value, str):
            yield name, Refusal("“{key}” must be text within quotation marks.", key=name)
        elif wanted is int and type(value) is not int:
            yield name, Refusal("“{key}” must be a whole number, without quotation marks.", key=name)
        elif name == "list" and known.lists and value not in known.lists:
            lists = ", ".join(known.lists)
            yield name, Refusal("The board has no list “{list}”. It has: {known}.", list=value, known=lists)
        elif value and (name in _POINTS or _is_there(name, named)) and not _made(str(value), known.ids):
            yield name, Refusal("Nothing in the example has the id “{id}”.", id=value)
    for name, parameter in named.items():
        if parameter.default is parameter.empty and name not in act:
            yield name, Refusal("“{key}” is missing here. Add it.", key=name)


def _made(id: str, ids: set[str]) -> bool:
    """Whether an act points at something in the example, at what a verb made of that, or into another exercise's."""
    return FROM in id or id in ids or id.rpartition(":")[2] in ids


def _is_there(name: str, named: Mapping[str, inspect.Parameter]) -> bool:
    """Whether this must be the id of something made before; a verb that makes a thing may be told its new id."""
    return name == "id" and name in named and named[name].default is inspect.Parameter.empty
