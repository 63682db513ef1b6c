"""Worksheets for a map: who is there, what runs between them, each one's own word for the problem, and the gaps."""

from collections.abc import Callable

from workshop.model.blanks.blank import Blank, Space, Typed, by_table, numbered
from workshop.model.change import Change, State
from workshop.model.map import verbs
from workshop.model.map.legend import KIND_WORDS
from workshop.model.map.pieces import when_of
from workshop.model.picture import View
from workshop.model.record import Actor, Board, Id
from workshop.model.refusal import Refusal


def blanks(view: View, table: int) -> tuple[Blank, ...]:
    """What a step at a map asks for."""
    made = _STEPS.get(view.step.view)
    return (made(view, table),) if made else ()


def _actors(view: View, table: int, when: str = "") -> tuple[Id, ...]:
    """Those around the person, in the order in which they were written."""
    middle = verbs.rings(view.board)[0]
    around = [a for a in view.state.inside(view.board.id, Actor) if a.when == when and a.ring != middle]
    return by_table(around, table)  # type: ignore[arg-type]


def _middle(view: View) -> Id:
    middle = verbs.person(view.state, view.board)
    return middle.id if middle else ""


def _who(view: View, title: str, name: str = "about") -> Space:
    return Space(name, title, 0.13, refers=True)


def _guess(view: View, table: int) -> Blank:
    def make(state: State, board: Board, typed: Typed) -> Change:
        if not typed.text("number"):
            raise Refusal("Write a number, such as “Table 3: 25”.")
        return verbs.guess(state, board, typed.number("number", 9999), typed.number("table", 99, typed.table))

    words = view.words
    spaces = (Space("table", words("Table"), 0.2), Space("number", words("How many people?"), 0.8))
    return Blank(words("The guesses"), spaces, make, 8, 1.3)


def _lay(view: View, table: int) -> Blank:
    sectors, rings, when = verbs.sectors(view.board), verbs.rings(view.board)[1:], when_of(view)

    def make(state: State, board: Board, typed: Typed) -> Change:
        sector = sectors[typed.number("sector", len(sectors), 1) - 1]
        number = typed.number("ring", len(rings))
        ring, people = rings[number - 1] if number else "", typed.number("people", verbs.MOST_PEOPLE, 1)
        return verbs.add_actor(state, board, typed.text("text"), sector, ring, people, table=typed.table, when=when)

    words, word = view.words, view.text.word
    spaces = (
        Space("text", words("Who"), 0.55),
        Space("people", words("How many"), 0.15),
        Space("sector", words("Sector number"), 0.15),
        Space("ring", words("Ring number"), 0.15),
    )
    asks = (
        words("Sectors: {names}", names=numbered(tuple(word("sectors", key) for key in sectors))),
        words("Rings: {names}", names=numbered(tuple(word("rings", key) for key in rings))),
    )
    return Blank(words("Those around the person"), spaces, make, 16, asks=asks)


def _bands(view: View, table: int) -> Blank:
    def make(state: State, board: Board, typed: Typed) -> Change:
        kind = verbs.BANDS[typed.number("kind", len(verbs.BANDS), 1) - 1]
        ends = (typed.text("about"), typed.text("other"))
        return verbs.draw_band(state, board, *ends, kind, typed.text("text"))

    words = view.words
    spaces = (
        *_between(view),
        Space("kind", words("Band number"), 0.14),
        Space("text", words("In a few words"), 0.6),
    )
    asks = (numbered(tuple(words(KIND_WORDS[kind]) for kind in verbs.BANDS)), words("0 is the person in the middle"))
    ends = {"things": _actors(view, table), "zero": _middle(view)}
    return Blank(words("Bands between those on the map"), spaces, make, 14, asks=asks, **ends)


def _between(view: View) -> tuple[Space, Space]:
    words = view.words
    return _who(view, words("From number")), _who(view, words("To number"), "other")


def _problem(view: View, table: int) -> Blank:
    def make(state: State, board: Board, typed: Typed) -> Change:
        return verbs.say_problem(state, board, typed.text("about"), typed.text("text"))

    words = view.words
    spaces = (_who(view, words("Who, number")), Space("text", words("For us it is a … problem"), 0.87))
    return Blank(words("Whose problem?"), spaces, make, 14, things=_actors(view, table))


def _gaps(view: View, table: int) -> Blank:
    def make(state: State, board: Board, typed: Typed) -> Change:
        return verbs.add_gap(state, board, typed.text("about"), typed.text("other"), typed.text("text"))

    spaces = (*_between(view), Space("text", view.words("What happens between them?"), 0.74))
    rows = view.board.setting("gaps", 3)
    ends = {"things": _actors(view, table), "zero": _middle(view)}
    return Blank(
        view.words("Gaps"), spaces, make, rows, 3.0, asks=(view.words("0 is the person in the middle"),), **ends
    )


def _holder(view: View, table: int) -> Blank:
    def make(state: State, board: Board, typed: Typed) -> Change:
        return verbs.hold(state, board, typed.text("about"))

    spaces = (Space("about", view.words("Who, number"), refers=True),)
    return Blank(view.words("Holds the threads"), spaces, make, 1, 1.5, things=_actors(view, table))


_STEPS: dict[str, Callable[[View, int], Blank]] = {
    "guess": _guess,
    "actors": _lay,
    "wanted": _lay,
    "bands": _bands,
    "problem": _problem,
    "gaps": _gaps,
    "holder": _holder,
}
