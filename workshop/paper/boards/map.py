"""A map on paper: the map itself, what it says and what is wanted; its actors, bands and problems in tables."""

from collections.abc import Callable, Collection, Sequence
from dataclasses import replace

from workshop.model.change import State
from workshop.model.exercise import Step
from workshop.model.map.compare import told
from workshop.model.map.gaps import ends_words
from workshop.model.map.guesses import spread_words, whose
from workshop.model.map.pieces import quoted
from workshop.model.map.problems import gathered
from workshop.model.map.reading import read
from workshop.model.map.verbs import WANTED, actors, gaps, person
from workshop.model.picture import View
from workshop.model.record import Actor, Board, Gap, Guess, Id
from workshop.paper.document import Block, Column, Figure, Heading, Listing, Phrase, Row, table
from workshop.paper.figures import without
from workshop.paper.kind import Printed
from workshop.paper.map_tables import bands_between, people

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
    """The map of today with what it says and its gaps, then the wanted one with what would be different."""
    state, board, words = view.state, view.board, view.words
    if _empty(view):
        return ()
    found = {gap.id for gap in gaps(state, board)}
    blocks: list[Block] = [_alone(figure(step), found) for step in told_ if step.view not in ("problem", "compare")]
    blocks += [Heading(words("What the map says"), 3), Listing(tuple(s.text for s in read(state, board, words)))]
    blocks += _gaps(view)
    said = told(state, board, words)
    blocks += [_alone(figure(step), {s.id for s in said}) for step in told_ if step.view == "compare"]
    if _begun(view):
        blocks += [Heading(words("What would be different"), 3), Listing(tuple(s.text for s in said))]
    return tuple(blocks)


def whole(view: View) -> tuple[Block, ...]:
    """Everybody on the map and the bands between them, today and as it is wanted; the problems and the guesses."""
    return () if _empty(view) else (*people(view), *bands_between(view), *_problems(view), *_guesses(view))


def brief(view: View) -> tuple[str, ...]:
    """The gaps, and what the map says first."""
    found = tuple(f"{ends_words(view, gap)}: {gap.text}" for gap in gaps(view.state, view.board) if gap.text)
    return found + tuple(s.text for s in read(view.state, view.board, view.words)[:3] if not _empty(view))


def _alone(figure: Figure, said: Collection[Id]) -> Figure:
    """A map without the cards whose words stand beside it in the text."""
    return replace(figure, pictures=tuple(without(picture, said) for picture in figure.pictures))


def _empty(view: View) -> bool:
    return not any(view.state.inside(view.board.id, kind) for kind in (Actor, Guess))


def _begun(view: View) -> bool:
    """Whether there is a wanted map."""
    return any(a.when == WANTED for a in view.state.inside(view.board.id, Actor))


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
    return [Heading(words("Whose problem?"), 3), table(columns, rows, dense=True)]


def _guesses(view: View) -> list[Block]:
    words = view.words
    found = sorted(view.state.inside(view.board.id, Guess), key=lambda g: (g.number, g.table))
    if not found:
        return []
    rows = [
        Row(g.id, ((Phrase(whose(words, g)),) if g.table else (), (Phrase(str(g.number), "strong"),))) for g in found
    ]
    columns = [Column(words("Who guessed"), 0.4), Column(words("How many people"), 0.6)]
    return [Heading(words("The guesses"), 3, detail=spread_words(words, found)), table(columns, rows, dense=True)]


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


PRINTED = Printed(telling, section, whole, brief)
