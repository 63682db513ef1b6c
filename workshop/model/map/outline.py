"""A map in words: every actor with its bands, every band, gap and guess, and what the map says."""

from collections.abc import Sequence

from workshop.model.map.compare import told
from workshop.model.map.gaps import ends_words
from workshop.model.map.guesses import spread_words, whose
from workshop.model.map.labels import from_words
from workshop.model.map.legend import KIND_WORDS
from workshop.model.map.pieces import quoted, when_of
from workshop.model.map.problems import gathered
from workshop.model.map.reading import Sentence, read
from workshop.model.map.sheets import detail
from workshop.model.map.verbs import actors, bands, gaps, person, sectors
from workshop.model.picture import Branch, View
from workshop.model.record import Actor, Guess, Link


def outline(view: View) -> tuple[Branch, ...]:
    """The branches of a step: what it is about first, then all that lies on the map."""
    step, words = view.step.view, view.words
    if step == "guess":
        return (_guesses(view),)
    first: list[Branch] = []
    if step == "read":
        first.append(_sentences("reading", words("What the map says"), read(view.state, view.board, words)))
    if step == "compare":
        first.append(_sentences("compare", words("What differs"), told(view.state, view.board, words)))
    if step == "gaps":
        first.append(_gaps(view))
    if step == "problem":
        first += _gathered(view)
    return (*first, *_map(view))


def _map(view: View) -> list[Branch]:
    """The person, the sectors with their actors, and the bands."""
    when, words = when_of(view), view.words
    found, shown = [], actors(view.state, view.board, when)
    if middle := person(view.state, view.board, when):
        found.append(Branch("heading:person", words("In the middle"), "", (_actor(view, middle),)))
    for key in sectors(view.board):
        leaves = tuple(_actor(view, actor) for actor in shown if actor.sector == key)
        count = words.many("{n} actor", "{n} actors", len(leaves))
        found.append(Branch(f"heading:{key}", view.text.word("sectors", key).capitalize(), count, leaves))
    drawn = bands(view.state, view.board, when)
    leaves = tuple(_band(view, band) for band in drawn)
    found.append(Branch("heading:bands", words("Bands"), words.many("{n} band", "{n} bands", len(leaves)), leaves))
    return found


def _actor(view: View, actor: Actor) -> Branch:
    said = view.words("Problem: {problem}", problem=actor.problem) if actor.problem else ""
    parts = [detail(view, actor), said, from_words(view, actor)]
    return Branch(actor.id, actor.text, " · ".join(part for part in parts if part))


def _band(view: View, band: Link) -> Branch:
    one, other = view.state.get(band.start, Actor), view.state.get(band.end, Actor)
    between = " → " if band.kind == "round" else " – "
    said = view.words(KIND_WORDS[band.kind]) if band.kind in KIND_WORDS else band.kind
    name = (one.text if one else "") + between + (other.text if other else "")
    return Branch(band.id, name, " · ".join(part for part in (said, band.text) if part))


def _guesses(view: View) -> Branch:
    found = sorted(view.state.inside(view.board.id, Guess), key=lambda g: (g.number, g.table))
    leaves = tuple(Branch(g.id, str(g.number), whose(view.words, g)) for g in found)
    return Branch("heading:guesses", view.words("Guesses"), spread_words(view.words, found), leaves)


def _gaps(view: View) -> Branch:
    found = gaps(view.state, view.board)
    leaves = tuple(
        Branch(
            gap.id,
            f"{n}. {gap.text or view.words('Not described yet.')}",
            " · ".join(part for part in (ends_words(view, gap), from_words(view, gap)) if part),
        )
        for n, gap in enumerate(found, 1)
    )
    return Branch("heading:gaps", view.words("Gaps"), view.words.many("{n} gap", "{n} gaps", len(found)), leaves)


def _gathered(view: View) -> list[Branch]:
    """The same words together, with those who say them."""
    found = gathered(actors(view.state, view.board))
    if not found:
        return []
    leaves = tuple(
        Branch(f"gathered:{said.by[0].id}", quoted(view, said.text), ", ".join(a.text for a in said.by))
        for said in found
    )
    return [Branch("heading:problem", view.words("What the problem is called"), "", leaves)]


def _sentences(key: str, title: str, found: Sequence[Sentence]) -> Branch:
    """Each sentence a branch of its own, to choose and show."""
    return Branch(f"heading:{key}", title, "", tuple(Branch(s.id, s.text) for s in found))
