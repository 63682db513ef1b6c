"""A map on paper: the map itself, then its actors, bands, problems, guesses, gaps and what it says, in tables."""

from collections.abc import Callable, Sequence

from workshop.model.change import State
from workshop.model.exercise import Step
from workshop.model.map.compare import told
from workshop.model.map.gaps import ends_words
from workshop.model.map.guesses import spread_words, whose
from workshop.model.map.labels import by_number, people_words, tone_of
from workshop.model.map.legend import KIND_WORDS
from workshop.model.map.pieces import quoted
from workshop.model.map.problems import gathered
from workshop.model.map.reading import read
from workshop.model.map.verbs import WANTED, actors, bands, gaps, person
from workshop.model.picture import View
from workshop.model.record import Actor, Board, Gap, Guess, Link
from workshop.paper.document import Block, Column, Figure, Heading, Mark, Paragraph, Phrase, Row, table
from workshop.paper.kind import Printed

_LAST = ("bands", "holder", "gaps")  # steps that show the map of today, the fullest last


def telling(state: State, board: Board, steps: Sequence[Step]) -> tuple[Step, ...]:
    """The fullest map of today, and the wanted one with what differs where it has begun."""
    if not any(state.inside(board.id, kind) for kind in (Actor, Guess)):
        return ()
    last = {step.view: step for step in steps}
    begun = any(a.when == WANTED for a in state.inside(board.id, Actor))
    today = next(
        (last[view] for view in reversed(_LAST) if view in last and (view != "gaps" or gaps(state, board))), None
    )
    told_ = [today or last.get("actors") or steps[-1]]
    if "problem" in last and any(a.problem for a in state.inside(board.id, Actor)):
        told_.append(last["problem"])
    if begun and "compare" in last:
        told_.append(last["compare"])
    return tuple(told_)


def section(view: View, told_: Sequence[Step], figure: Callable[[Step], Figure]) -> tuple[Block, ...]:
    """The figures, then everything in tables; nothing where the board is empty."""
    state, board, words = view.state, view.board, view.words
    if not any(state.inside(board.id, kind) for kind in (Actor, Guess)):
        return ()
    blocks: list[Block] = [figure(step) for step in told_]
    blocks += [Heading(words("What the map says"), 3), *(Paragraph(s.text) for s in read(state, board, words))]
    blocks += _gaps(view)
    blocks += _people(view, "", words("Actors"))
    blocks += _bands(view, "", words("Bands"))
    blocks += _problems(view)
    blocks += _guesses(view)
    if any(a.when == WANTED for a in state.inside(board.id, Actor)):
        blocks += [
            Heading(words("What would be different"), 3),
            *(Paragraph(s.text) for s in told(state, board, words)),
        ]
        blocks += _people(view, WANTED, words("Actors on the wanted map"))
        blocks += _bands(view, WANTED, words("Bands on the wanted map"))
    return tuple(blocks)


def _people(view: View, when: str, title: str) -> list[Block]:
    """The person and the actors, sector by sector."""
    shown = actors(view.state, view.board, when)
    middle = person(view.state, view.board, when)
    rows = (
        [Row(middle.id, ((), (Phrase(middle.text, "strong"),), (Phrase(view.words("in the middle"), "muted"),), ()))]
        if middle
        else []
    )
    number = by_number(shown)
    rows += [_actor(view, actor, number[actor.id]) for actor in shown]
    if not rows:
        return []
    words = view.words
    columns = [
        Column("", 0.06),
        Column(words("Who"), 0.46),
        Column(words("Where"), 0.3),
        Column(words("How many"), 0.18),
    ]
    count = words.many("{n} actor", "{n} actors", len(shown))
    return [Heading(title, 3, mark=Mark("", "", tone_of(0)), detail=count), table(columns, rows)]


def _actor(view: View, actor: Actor, number: int) -> Row:
    words, text = view.words, view.text
    who = [Phrase(actor.text)]
    who += [Phrase(words("holds the threads"), "accent")] if actor.holder else []
    where = " · ".join(p for p in (text.word("sectors", actor.sector), text.word("rings", actor.ring)) if p)
    many = (Phrase(people_words(words, actor.people)),) if actor.people else ()
    return Row(actor.id, ((Phrase(str(number), "accent"),), tuple(who), (Phrase(where, "muted"),), many))


def _bands(view: View, when: str, title: str) -> list[Block]:
    words, found = view.words, bands(view.state, view.board, when)
    if not found:
        return []
    columns = [Column(words("Between"), 0.56), Column(words("Band"), 0.18), Column(words("In words"), 0.26)]
    heading = Heading(title, 3, detail=words.many("{n} band", "{n} bands", len(found)))
    return [heading, table(columns, [_band(view, band) for band in found])]


def _band(view: View, band: Link) -> Row:
    one, other = view.state.need(band.start, Actor), view.state.need(band.end, Actor)
    between = f"{one.text} {'→' if band.kind == 'round' else '–'} {other.text}"
    kind = view.words(KIND_WORDS[band.kind]) if band.kind in KIND_WORDS else band.kind
    return Row(band.id, ((Phrase(between),), (Phrase(kind, "strong"),), (Phrase(band.text),) if band.text else ()))


def _problems(view: View) -> list[Block]:
    """What the problem is called and by whom; last the person's own words."""
    words, found = view.words, gathered(actors(view.state, view.board))
    middle = person(view.state, view.board)
    rows = [
        Row(
            f"problem:{said.by[0].id}",
            (
                tuple(Phrase(quoted(view, word), "strong") for word in dict.fromkeys(a.problem for a in said.by)),
                (Phrase(", ".join(a.text for a in said.by)),),
            ),
        )
        for said in found
    ]
    if middle and middle.problem:
        rows.append(
            Row(
                f"problem:{middle.id}",
                ((Phrase(quoted(view, middle.problem), "strong"),), (Phrase(middle.text, "accent"),)),
            )
        )
    if not rows:
        return []
    columns = [Column(words("What it is called"), 0.42), Column(words("By whom"), 0.58)]
    return [Heading(words("Whose problem?"), 3), table(columns, rows)]


def _guesses(view: View) -> list[Block]:
    words = view.words
    found = sorted(view.state.inside(view.board.id, Guess), key=lambda g: (g.number, g.table))
    if not found:
        return []
    rows = [
        Row(g.id, ((Phrase(whose(words, g)),) if g.table else (), (Phrase(str(g.number), "strong"),))) for g in found
    ]
    columns = [Column(words("Who guessed"), 0.4), Column(words("How many people"), 0.6)]
    return [Heading(words("The guesses"), 3, detail=spread_words(words, found)), table(columns, rows)]


def _gaps(view: View) -> list[Block]:
    words, found = view.words, gaps(view.state, view.board)
    if not found:
        return []
    rows = [_gap(view, gap, number) for number, gap in enumerate(found, 1)]
    columns = [Column("", 0.06), Column(words("Between"), 0.38), Column(words("The gap"), 0.56)]
    return [Heading(words("Gaps"), 3), table(columns, rows)]


def _gap(view: View, gap: Gap, number: int) -> Row:
    said = gap.text or view.words("Not described yet.")
    return Row(
        gap.id, ((Phrase(str(number), "accent"),), (Phrase(ends_words(view, gap), "muted"),), (Phrase(said, "strong"),))
    )


PRINTED = Printed(telling, section)
