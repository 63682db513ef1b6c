"""What can be done on a map; each function returns the Change that does it."""

from collections.abc import Iterator
from typing import Any

from workshop.model.capture import written
from workshop.model.change import Change, State, add, remove, together, update
from workshop.model.map.cells import beside, free_place, in_cell
from workshop.model.record import Actor, Board, Gap, Guess, Id, Link, new_id
from workshop.model.refusal import Refusal

BANDS = ("works", "weak", "clashes", "missing", "round")
WANTED = "wanted"
MOST_PEOPLE = 999
_GAPS = 3


def sectors(board: Board) -> tuple[str, ...]:
    """The keys of a map's sectors, clockwise from the top."""
    return tuple(board.setting("sectors", ())) or ("",)


def rings(board: Board) -> tuple[str, ...]:
    """The keys of a map's rings, from the person outwards."""
    found = tuple(board.setting("rings", ()))
    return found if len(found) > 1 else ("person", "around")


def person(state: State, board: Board, when: str = "") -> Actor | None:
    """Whoever is in the middle."""
    middle = rings(board)[0]
    found = (a for a in state.inside(board.id, Actor) if a.ring == middle and a.when == when)
    return next(found, None)


def actors(state: State, board: Board, when: str = "") -> list[Actor]:
    """Everybody around the person, sector by sector, from the middle out and clockwise."""
    in_sector = {key: n for n, key in enumerate(sectors(board))}
    in_ring = {key: n for n, key in enumerate(rings(board))}
    return sorted(
        _beyond(state, board, when),
        key=lambda a: (in_sector.get(a.sector, 99), in_ring.get(a.ring, 99), a.place, a.order),
    )


def anybody(state: State, board: Board, when: str = "") -> bool:
    """Whether there is anybody around the person."""
    return next(_beyond(state, board, when), None) is not None


def _beyond(state: State, board: Board, when: str) -> Iterator[Actor]:
    middle = rings(board)[0]
    return (a for a in state.inside(board.id, Actor) if a.when == when and a.ring != middle)


def bands(state: State, board: Board, when: str = "") -> list[Link]:
    """The bands between those who are on the map."""
    there = {a.id for a in state.inside(board.id, Actor) if a.when == when}
    return [band for band in state.inside(board.id, Link) if band.start in there and band.end in there]


def gaps(state: State, board: Board) -> list[Gap]:
    """The spaces between that have been chosen, in order."""
    return state.inside(board.id, Gap)


def add_actor(
    state: State,
    board: Board,
    text: str,
    sector: str = "",
    ring: str = "",
    people: int = 1,
    *,
    id: Id = "",
    table: int = 0,
    origin: Id = "",
    when: str = "",
) -> Change:
    """A new actor where its ring has most room; in the innermost ring it is the person in the middle."""
    text = written(text)
    if not text:
        raise Refusal("Write who it is first.")
    if ring == rings(board)[0]:
        return name_person(state, board, text, id=id, when=when)
    sector = _known_sector(board, sector or sectors(board)[0])
    ring = _known_ring(board, ring or usual_ring(board, sector))
    place, depth = free_place([(a.place, a.depth) for a in in_cell(state, board, sector, ring, when)])
    given: dict[str, Any] = {"sector": sector, "ring": ring, "people": _people(people), "table": table, "when": when}
    order = state.after_last(board.id)
    return add(
        Actor(
            id=id or new_id(), board=board.id, text=text, order=order, place=place, depth=depth, origin=origin, **given
        )
    )


def usual_ring(board: Board, sector: str) -> str:
    """The ring that an actor of a sector most often lies in: those nearest first, and then outwards."""
    all_rings, at = rings(board), sectors(board).index(sector) if sector in sectors(board) else 0
    return all_rings[min(at + 1, 3, len(all_rings) - 1)]


def name_person(state: State, board: Board, text: str, *, id: Id = "", when: str = "") -> Change:
    """Say who is in the middle."""
    text = written(text)
    if not text:
        raise Refusal("Write who it is first.")
    if there := person(state, board, when):
        return update(there, text=text)
    order = state.after_last(board.id)
    return add(Actor(id=id or new_id(), board=board.id, text=text, ring=rings(board)[0], order=order, when=when))


def add_actors(state: State, board: Board, named: tuple[tuple[str, str], ...], when: str = "") -> Change:
    """Several new actors at once, as (sector, text); those that are there already are left out."""
    there = {a.text.casefold() for a in state.inside(board.id, Actor) if a.when == when}
    whole, now = Change(), state
    for sector, text in named:
        if text.casefold() not in there:
            change = add_actor(now, board, text, sector, when=when)
            whole, now = whole.then(change), change.apply(now)
            there.add(text.casefold())
    if not whole:
        raise Refusal("All of them are on the map already.")
    return whole


def edit_actor(state: State, board: Board, id: Id, text: str) -> Change:
    """Another name for an actor."""
    text = written(text)
    if not text:
        raise Refusal("An actor can't be left without a name. Remove it instead.")
    return update(actor_of(state, id), text=text)


def put_actor(
    state: State, board: Board, id: Id, sector: str, ring: str, place: float = -1.0, depth: float = 0.5
) -> Change:
    """An actor moved to a sector and a ring: to a place of its own there, or where there is most room.

    It settles last, so that it is the one to give way and nobody else.
    """
    actor = _around(state, board, id)
    _known_sector(board, sector)
    if _known_ring(board, ring) == rings(board)[0]:
        raise Refusal("Only the person is in the middle. Choose a ring further out.")
    if place < 0:
        others = [a for a in in_cell(state, board, sector, ring, actor.when) if a.id != id]
        place, depth = free_place([(a.place, a.depth) for a in others])
    place, depth = round(min(max(place, 0.0), 1.0), 4), round(min(max(depth, 0.0), 1.0), 4)
    same = (actor.sector, actor.ring, actor.place, actor.depth) == (sector, ring, place, depth)
    order = actor.order if same else state.after_last(board.id)
    return update(actor, sector=sector, ring=ring, place=place, depth=depth, order=order)


def turn_actor(state: State, board: Board, id: Id, by: int) -> Change:
    """An actor moved to the next sector (1) or the one before (-1), in the same ring."""
    actor, keys = _around(state, board, id), sectors(board)
    at = keys.index(actor.sector) if actor.sector in keys else 0
    return put_actor(state, board, id, keys[(at + by) % len(keys)], actor.ring)


def push_actor(state: State, board: Board, id: Id, by: int) -> Change:
    """An actor moved a ring outwards (1) or inwards (-1), at the same place in its sector where that is free."""
    actor, keys = _around(state, board, id), rings(board)
    at = keys.index(actor.ring) + by if actor.ring in keys else 1
    if not 0 < at < len(keys):
        raise Refusal("There is no ring further out.") if by > 0 else Refusal("Only the person is further in.")
    return put_actor(state, board, id, actor.sector, keys[at], actor.place, actor.depth)


def shift_actor(state: State, board: Board, id: Id, by: int) -> Change:
    """An actor moved past the next one in its part of the ring (1), or the one before (-1)."""
    actor = _around(state, board, id)
    mates = sorted(in_cell(state, board, actor.sector, actor.ring, actor.when), key=lambda a: (a.place, a.order))
    place = beside([a.place for a in mates], mates.index(actor), by)
    if place == actor.place:
        raise Refusal("There is no place further that way.")
    return put_actor(state, board, id, actor.sector, actor.ring, place, actor.depth)


def count_people(state: State, board: Board, id: Id, people: int) -> Change:
    """How many people an actor is."""
    return update(actor_of(state, id), people=_people(people))


def say_problem(state: State, board: Board, id: Id, text: str) -> Change:
    """What the problem is to an actor, in a few words; no words take it away."""
    return update(actor_of(state, id), problem=written(text))


def hold(state: State, board: Board, id: Id) -> Change:
    """An actor marked as the one who holds the threads, or no longer if it was; there is one at most."""
    actor = _around(state, board, id)
    others = [a for a in state.inside(board.id, Actor) if a.holder and a.id != id and a.when == actor.when]
    return together(*(update(a, holder=False) for a in others), update(actor, holder=not actor.holder))


def remove_actor(state: State, board: Board, id: Id) -> Change:
    """An actor taken away, with its bands and the gaps at it."""
    actor = actor_of(state, id)
    touching = [link for link in state.inside(board.id, Link) if id in (link.start, link.end)]
    between = [gap for gap in state.inside(board.id, Gap) if id in (gap.start, gap.end)]
    fellows = [update(a, like="") for a in state.inside(board.id, Actor) if a.like == id]
    return together(*fellows, remove(actor, *touching, *between))


def draw_band(state: State, board: Board, start: Id, end: Id, kind: str, text: str = "", *, id: Id = "") -> Change:
    """A band of a kind between two actors; where they have one already it becomes of that kind."""
    if kind not in BANDS:
        raise Refusal("There is no band of the kind “{kind}”.", kind=kind)
    one, other = actor_of(state, start), actor_of(state, end)
    if start == end or one.when != other.when:
        raise Refusal("A band runs between two different actors. Pick another one.")
    if there := band_between(state, board, start, end):
        turned = {"start": start, "end": end} if kind == "round" else {}
        return update(there, kind=kind, text=written(text) or there.text, **turned)
    order = state.after_last(board.id)
    return add(
        Link(id=id or new_id(), board=board.id, start=start, end=end, kind=kind, text=written(text), order=order)
    )


def band_between(state: State, board: Board, one: Id, other: Id) -> Link | None:
    """The band between two actors, whichever way it was drawn."""
    ends = {one, other}
    return next((link for link in state.inside(board.id, Link) if {link.start, link.end} == ends), None)


def edit_band(state: State, board: Board, id: Id, text: str) -> Change:
    """A few words about a band; none take them away."""
    return update(_band(state, id), text=written(text))


def remove_band(state: State, board: Board, id: Id) -> Change:
    """A band taken away."""
    return remove(_band(state, id))


def cut_band(state: State, board: Board, start: Id, end: Id) -> Change:
    """The band between two actors taken away."""
    found = band_between(state, board, start, end)
    if found is None:
        raise Refusal("There is no band between them.")
    return remove(found)


def guess(state: State, board: Board, number: int, table: int = 0, *, id: Id = "") -> Change:
    """How many people a table believes that the person has met; a table that guesses again changes its mind."""
    if not 0 <= number <= 9999:
        raise Refusal("Write a number between 0 and 9999.")
    before = next((g for g in state.inside(board.id, Guess) if table and g.table == table), None)
    if before:
        return update(before, number=number)
    order = state.after_last(board.id)
    return add(Guess(id=id or new_id(), board=board.id, table=table, number=number, order=order))


def remove_guess(state: State, board: Board, id: Id) -> Change:
    """A guess taken away."""
    if (found := state.get(id, Guess)) is None:
        raise Refusal("Pick a guess first.")
    return remove(found)


def add_gap(state: State, board: Board, start: Id, end: Id, text: str = "", *, id: Id = "", origin: Id = "") -> Change:
    """A space between two actors, or an actor and the person; the same two again get other words."""
    one, other = actor_of(state, start), actor_of(state, end)
    if start == end or one.when or other.when:
        raise Refusal("A gap lies between two different actors on the map of today. Pick two.")
    there = next((g for g in gaps(state, board) if {g.start, g.end} == {start, end}), None)
    if there:
        return update(there, text=written(text) or there.text)
    room_for_gap(state, board)
    order = state.after_last(board.id)
    said = written(text)
    return add(Gap(id=id or new_id(), board=board.id, start=start, end=end, text=said, order=order, origin=origin))


def room_for_gap(state: State, board: Board) -> None:
    """Refusal where no more gaps may be chosen."""
    most = board.setting("gaps", _GAPS)
    if len(gaps(state, board)) >= most:
        raise Refusal("{most} gaps are chosen already. Take one away first.", most=most)


def edit_gap(state: State, board: Board, id: Id, text: str) -> Change:
    """Other words for a gap."""
    return update(_gap(state, id), text=written(text))


def remove_gap(state: State, board: Board, id: Id) -> Change:
    """A gap taken away."""
    return remove(_gap(state, id))


def copy_wanted(state: State, board: Board) -> Change:
    """The wanted map begins as a copy of today's; Refusal where it has begun, or there is nothing to copy."""
    today = [a for a in state.inside(board.id, Actor) if not a.when]
    if not today:
        raise Refusal("There is nobody on the map of today to copy.")
    if any(a.when == WANTED for a in state.inside(board.id, Actor)):
        raise Refusal("The wanted map has begun already. Change it, or remove everybody from it first.")
    copies = [_like(a) for a in today]
    links = [
        Link(
            id=f"{WANTED}:{b.id}", board=b.board, start=f"{WANTED}:{b.start}", end=f"{WANTED}:{b.end}", kind=b.kind,
            text=b.text, order=b.order,
        )
        for b in bands(state, board)
    ]  # fmt: skip
    return add(*copies, *links)


def _like(actor: Actor) -> Actor:
    """An actor of today on the wanted map."""
    a = actor
    return Actor(
        id=f"{WANTED}:{a.id}", board=a.board, text=a.text, sector=a.sector, ring=a.ring, people=a.people,
        order=a.order, place=a.place, depth=a.depth, holder=a.holder, when=WANTED, like=a.id,
    )  # fmt: skip


def actor_of(state: State, id: Id) -> Actor:
    """The actor with an id."""
    actor = state.get(id, Actor)
    if actor is None:
        raise Refusal("Pick an actor first.")
    return actor


def _around(state: State, board: Board, id: Id) -> Actor:
    actor = actor_of(state, id)
    if actor.ring == rings(board)[0]:
        raise Refusal("The person stays in the middle. Pick an actor around.")
    return actor


def _band(state: State, id: Id) -> Link:
    if (found := state.get(id, Link)) is None:
        raise Refusal("Pick a band first. All bands are listed in the board in words.")
    return found


def _gap(state: State, id: Id) -> Gap:
    if (found := state.get(id, Gap)) is None:
        raise Refusal("Pick a gap first.")
    return found


def _known_sector(board: Board, sector: str) -> str:
    if sector not in sectors(board):
        raise Refusal("There is no sector “{sector}” on this map.", sector=sector)
    return sector


def _known_ring(board: Board, ring: str) -> str:
    if ring not in rings(board):
        raise Refusal("There is no ring “{ring}” on this map.", ring=ring)
    return ring


def _people(people: int) -> int:
    if not 0 <= people <= MOST_PEOPLE:
        raise Refusal("The number of people must be between 0 and {most}.", most=MOST_PEOPLE)
    return people
