"""What a map says when it is read aloud: sentences, never scores, each with those that it speaks of."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

from workshop.model.change import State
from workshop.model.map.verbs import actors, bands, person, rings, sectors
from workshop.model.record import Actor, Board, Guess, Id, Link
from workshop.model.words import Words

if TYPE_CHECKING:
    from networkx import Graph

TALKS = ("works", "weak", "clashes", "round")  # bands through which something is said
CARRIES = ("works", "weak", "round")  # bands through which a message goes on
_NAMED = 4  # actors that a sentence names; the others are counted


@dataclass(frozen=True)
class Sentence:
    """One thing that the map says; `about` are the actors that it speaks of, `bands` the bands, where it does."""

    key: str
    text: str
    about: tuple[Id, ...] = ()
    bands: tuple[Id, ...] = ()

    @property
    def id(self) -> Id:
        """What it is called on the board, where it is no record."""
        return f"reading:{self.key}"


@dataclass(frozen=True)
class _Map:
    """What the sentences are told from."""

    words: Words
    who: str
    around: Sequence[Actor]
    met: Sequence[Actor]  # those who meet the person in their work
    bands: Sequence[Link]  # between actors around the person
    guesses: Sequence[Guess]
    sectors: Mapping[Id, str]

    def named(self, ids: Sequence[Id]) -> str:
        """Some actors by name, and how many more there are."""
        name = {a.id: a.text for a in self.around}
        said = [name[id] for id in ids]
        if len(said) > _NAMED + 1:
            more = len(said) - _NAMED
            return self.words.many("{names} and {n} more", "{names} and {n} more", more, names=", ".join(said[:_NAMED]))
        return joined(self.words, said)


def joined(words: Words, names: Sequence[str]) -> str:
    """Names as one says them: "a, b and c"."""
    if len(names) < 2:
        return "".join(names)
    return words("{names} and {last}", names=", ".join(names[:-1]), last=names[-1])


def read(state: State, board: Board, words: Words) -> tuple[Sentence, ...]:
    """All that the map of today says, in the order in which it is read."""
    around = actors(state, board)
    ids, middle = {a.id for a in around}, person(state, board)
    from_ring = board.setting("work", 1)
    met = [a for a in around if a.ring in rings(board)[from_ring:] and a.people]
    between = [b for b in bands(state, board) if b.start in ids and b.end in ids]
    who = middle.text if middle else words("the person")
    guesses = state.inside(board.id, Guess)
    map_ = _Map(words, who, around, met, between, guesses, {a.id: a.sector for a in around})
    told = [_contacts(map_), _story(map_)]
    if len(around) > 1:
        graph = _graph(map_, CARRIES)
        told[1:1] = [
            _pairs(map_),
            *_faults(map_),
            _alone(map_),
            *_furthest(map_, graph),
            *_most(map_),
            _whole(map_, len(sectors(board))),
        ]
    return tuple(sentence for sentence in told if sentence.text)


def _graph(map_: _Map, kinds: Sequence[str]) -> "Graph":
    from networkx import Graph  # a third of a second that only those who read a map should wait

    graph = Graph()
    graph.add_nodes_from(a.id for a in map_.around)
    graph.add_edges_from((b.start, b.end) for b in map_.bands if b.kind in kinds)
    return graph


def _contacts(map_: _Map) -> Sentence:
    """How many people the person meets in their work, against what the tables guessed."""
    words, count = map_.words, sum(a.people for a in map_.met)
    about = tuple(a.id for a in map_.met)
    if not map_.around:
        return Sentence("contacts", words("There is nobody on the map yet."))
    said = words.many(
        "The map shows {n} person who meets {who} at work.", "The map shows {n} people who meet {who} at work.",
        count, who=map_.who,
    )  # fmt: skip
    return Sentence("contacts", f"{said} {_guessed(map_, count)}".strip(), about)


def _guessed(map_: _Map, count: int) -> str:
    words, numbers = map_.words, sorted(g.number for g in map_.guesses)
    if not numbers:
        return ""
    if len(numbers) == 1:
        return words("The guess was {number}.", number=numbers[0])
    if numbers[0] == numbers[-1]:
        return words("All guesses were {number}.", number=numbers[0])
    low, high = sum(n < count for n in numbers), sum(n > count for n in numbers)
    said = words("The guesses ran from {low} to {high}.", low=numbers[0], high=numbers[-1])
    if low == len(numbers):
        return said + " " + words("All of them were lower.")
    if high == len(numbers):
        return said + " " + words("All of them were higher.")
    parts = [
        words.many("{n} was lower", "{n} were lower", low) if low else "",
        words.many("{n} was just right", "{n} were just right", len(numbers) - low - high)
        if low + high < len(numbers)
        else "",
        words.many("{n} was higher", "{n} were higher", high) if high else "",
    ]
    return said.removesuffix(".") + ": " + joined(words, [part for part in parts if part]) + "."


def _pairs(map_: _Map) -> Sentence:
    words, works = map_.words, [b for b in map_.bands if b.kind == "works"]
    if not map_.bands:
        return Sentence("pairs", words("No bands are drawn between the actors yet."), tuple(a.id for a in map_.around))
    said = words.many(
        "{n} pair of actors needs to talk with each other.", "{n} pairs of actors need to talk with each other.",
        len(map_.bands),
    )  # fmt: skip
    if not works:
        then = words("It works between none of them.")
    elif len(works) == len(map_.bands):
        then = words("It works between all of them.")
    else:
        then = words.many("It works between {n} of them.", "It works between {n} of them.", len(works))
    return Sentence("pairs", f"{said} {then}", _ends(map_, works), tuple(b.id for b in works))


def _faults(map_: _Map) -> list[Sentence]:
    """Bands that are missing, that clash and that send the person on; only those kinds that there are."""
    words, of = (
        map_.words,
        {kind: [b for b in map_.bands if b.kind == kind] for kind in ("missing", "clashes", "round")},
    )
    said = {
        "missing": words.many("{n} band is missing.", "{n} bands are missing.", len(of["missing"])),
        "clashes": words.many("{n} band clashes.", "{n} bands clash.", len(of["clashes"])),
        "round": words.many(
            "Along {n} band {who} is sent on to somebody else.", "Along {n} bands {who} is sent on to somebody else.",
            len(of["round"]), who=map_.who,
        ),
    }  # fmt: skip
    return [
        Sentence(kind, f"{said[kind]} {_where(map_, those)}".strip(), _ends(map_, those), tuple(b.id for b in those))
        for kind, those in of.items()
        if those
    ]


def _where(map_: _Map, those: Sequence[Link]) -> str:
    """Between whom, where they are few enough to be said."""
    if len(those) > 2:
        return ""
    name = {a.id: a.text for a in map_.around}
    return " ".join(map_.words("Between {one} and {other}.", one=name[b.start], other=name[b.end]) for b in those)


def _ends(map_: _Map, those: Sequence[Link]) -> tuple[Id, ...]:
    """The actors at the ends of some bands, in the map's order."""
    ends = {id for band in those for id in (band.start, band.end)}
    return tuple(a.id for a in map_.around if a.id in ends)


def _alone(map_: _Map) -> Sentence:
    talks = set(_ends(map_, [b for b in map_.bands if b.kind in TALKS]))
    alone = tuple(a.id for a in map_.around if a.id not in talks)
    words = map_.words
    if not alone:
        return Sentence("alone", words("Every actor talks with at least one other."), ())
    if len(alone) == len(map_.around):
        return Sentence("alone", words("No actor talks with any other."), alone)
    said = words("Nobody talks with {names}.", names=map_.named(alone))
    return Sentence("alone", said, alone)


def _furthest(map_: _Map, graph: "Graph") -> list[Sentence]:
    """The two that are furthest apart and can still reach each other: by how many hands a message passes."""
    from networkx import all_pairs_shortest_path_length, connected_components, shortest_path

    words, name, order = map_.words, {a.id: a.text for a in map_.around}, [a.id for a in map_.around]
    lengths = dict(all_pairs_shortest_path_length(graph))
    pairs = ((a, b) for i, a in enumerate(order) for b in order[i + 1 :] if b in lengths[a])
    furthest = max(pairs, key=lambda pair: lengths[pair[0]][pair[1]], default=None)
    found = []
    if furthest:
        one, other = furthest
        hands = lengths[one][other] - 1
        said = words("{one} and {other} are furthest apart.", one=name[one], other=name[other])
        then = (
            words.many(
                "A message between them passes through {n} more pair of hands.",
                "A message between them passes through {n} more pairs of hands.",
                hands,
            )
            if hands
            else words("A message between them goes straight.")
        )
        way = tuple(shortest_path(graph, one, other))
        steps = {frozenset(step) for step in pairwise(way)}
        along = tuple(b.id for b in map_.bands if b.kind in CARRIES and {b.start, b.end} in steps)
        found.append(Sentence("furthest", f"{said} {then}", way, along))
    islands = sorted((c for c in connected_components(graph) if len(c) > 1), key=len, reverse=True)
    if len(islands) > 1:
        said = words.many(
            "The map falls into {n} groups that don't reach each other.",
            "The map falls into {n} groups that don't reach each other.",
            len(islands),
        )
        smaller = set().union(*islands[1:])
        found.append(Sentence("islands", said, tuple(id for id in order if id in smaller)))
    return found


def _most(map_: _Map) -> list[Sentence]:
    """Who has most bands, and whether that is who holds the threads."""
    there = [b for b in map_.bands if b.kind in TALKS]
    count = {a.id: sum(a.id in (b.start, b.end) for b in there) for a in map_.around}
    most = max(count.values(), default=0)
    if not most:
        return []
    words, name = map_.words, {a.id: a.text for a in map_.around}
    top = tuple(id for id, n in count.items() if n == most)
    said = words.many(
        "{names} has most bands: {bands}.", "{names} have most bands: {bands} each.", len(top),
        names=map_.named(top), bands=most,
    )  # fmt: skip
    holder = next((a.id for a in map_.around if a.holder), "")
    if not holder:
        then = words("Is that who holds the threads, or who ought to?")
    elif holder in top:
        then = words("That is also who holds the threads.")
    else:
        then = words.many(
            "{holder} holds the threads and has {n} band.",
            "{holder} holds the threads and has {n} bands.",
            count[holder],
            holder=name[holder],
        )
    about = (*top, *((holder,) if holder and holder not in top else ()))
    theirs = tuple(b.id for b in there if b.start in about or b.end in about)
    return [Sentence("most", f"{said} {then}", about, theirs)]


def _whole(map_: _Map, known: int) -> Sentence:
    """Who talks with somebody in every other sector that is in use; who comes closest where nobody does."""
    words, name = map_.words, {a.id: a.text for a in map_.around}
    in_use = set(map_.sectors.values())
    reach: dict[Id, set[str]] = {a.id: {a.sector} for a in map_.around}
    for band in map_.bands:
        if band.kind in TALKS:
            reach[band.start].add(map_.sectors[band.end])
            reach[band.end].add(map_.sectors[band.start])
    if len(in_use) < 2:
        return Sentence("whole", "")
    wide = tuple(id for id, found in reach.items() if found == in_use)
    if wide:
        said = words.many(
            "{names} talks with somebody in every sector, and may see the whole.",
            "{names} talk with somebody in every sector, and may see the whole.",
            len(wide),
            names=map_.named(wide),
        )
        return Sentence("whole", said, wide)
    most = max(len(found) for found in reach.values())
    closest = next(id for id, found in reach.items() if len(found) == most)
    said = words("Nobody talks with somebody in every sector, so nobody sees the whole.")
    if most < 2:
        return Sentence("whole", said)
    then = words(
        "{name} comes closest, with {reached} of {all} sectors.", name=name[closest], reached=most, all=len(in_use)
    )
    return Sentence("whole", f"{said} {then}", (closest,))


def _story(map_: _Map) -> Sentence:
    """How many times the story has been told: once to each who meets the person in their work."""
    words, count, people = map_.words, len(map_.met), sum(a.people for a in map_.met)
    if not count:
        return Sentence("story", "")
    said = words.many(
        "The story of {who} has been told at least {n} time, once to each actor.",
        "The story of {who} has been told at least {n} times, once to each actor.",
        count,
        who=map_.who,
    )
    if people > count:
        said += " " + words.many(
            "If everybody has asked, it is {n} time.", "If everybody has asked, it is {n} times.", people
        )
    return Sentence("story", said, tuple(a.id for a in map_.met))


def sentence(found: Sequence[Sentence], id: Id) -> Sentence | None:
    """The sentence that is called so."""
    return next((s for s in found if s.id == id), None)


def spoken(found: Sequence[Sentence], lit: Sequence[Id]) -> Sentence | None:
    """The sentence that speaks of exactly these."""
    return next((s for s in found if s.about and set(s.about) == set(lit)), None)
