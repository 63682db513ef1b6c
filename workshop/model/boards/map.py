"""A map around one person: actors in sectors and rings, bands between them, and what the map says when it is read."""

from workshop.model.change import Change, State
from workshop.model.kind import Carried, Kind
from workshop.model.map import verbs
from workshop.model.map.joins import joins
from workshop.model.map.outline import outline
from workshop.model.map.views import layout, sheets
from workshop.model.picture import View
from workshop.model.record import Actor, Board, Gap, Id


def carries(state: State, board: Board, id: Id) -> Carried | None:
    """An actor or a gap may be carried on; the person stays here."""
    if (actor := state.get(id, Actor)) and actor.ring != verbs.rings(board)[0]:
        return Carried("actor", actor.text)
    gap = state.get(id, Gap)
    return Carried("gap", gap.text) if gap and gap.text else None


def places(view: View) -> tuple[tuple[str, str], ...]:
    """The sectors, where something carried here becomes an actor."""
    return tuple((key, view.text.word("sectors", key)) for key in verbs.sectors(view.board))


def receive(state: State, board: Board, place: str, text: str, origin: Id) -> Change:
    """Something carried here becomes an actor in a sector."""
    return verbs.add_actor(state, board, text, place, origin=origin)


KIND = Kind(
    settings={"sectors": (tuple,), "rings": (tuple,), "work": (int,), "gaps": (int,)},
    labels={"sectors": "sectors", "rings": "rings"},
    verbs={
        "add_actor": verbs.add_actor,
        "name_person": verbs.name_person,
        "edit_actor": verbs.edit_actor,
        "put_actor": verbs.put_actor,
        "turn_actor": verbs.turn_actor,
        "push_actor": verbs.push_actor,
        "shift_actor": verbs.shift_actor,
        "count_people": verbs.count_people,
        "say_problem": verbs.say_problem,
        "hold": verbs.hold,
        "remove_actor": verbs.remove_actor,
        "draw_band": verbs.draw_band,
        "edit_band": verbs.edit_band,
        "remove_band": verbs.remove_band,
        "cut_band": verbs.cut_band,
        "guess": verbs.guess,
        "remove_guess": verbs.remove_guess,
        "add_gap": verbs.add_gap,
        "edit_gap": verbs.edit_gap,
        "remove_gap": verbs.remove_gap,
        "copy_wanted": verbs.copy_wanted,
    },
    layout=layout,
    outline=outline,
    sheets=sheets,
    lists="sectors",
    curtains_all=True,
    carries=carries,
    places=places,
    receive=receive,
    rename=verbs.name_person,
    joins=joins,
    whole=lambda board: "bands",
)
