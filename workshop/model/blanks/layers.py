"""Worksheets for an iceberg: what shows, how deep it lies, why, who can do something, and what pulls the other way."""

from collections.abc import Callable

from workshop.model import notes
from workshop.model.blanks.blank import Blank, Space, Typed, by_table, numbered, which
from workshop.model.boards import layers
from workshop.model.capture import captured
from workshop.model.change import Change, State
from workshop.model.iceberg.told import levels, themes
from workshop.model.iceberg.words import level_name
from workshop.model.picture import View
from workshop.model.record import Board, Id


def blanks(view: View, table: int) -> tuple[Blank, ...]:
    """What a step of an iceberg asks for."""
    made = _STEPS.get(view.step.view)
    return made(view, table) if made else ()


def _cards(view: View, table: int) -> tuple[Id, ...]:
    """The cards in the order in which they were written, whatever level they have come to."""
    keys = levels(view.board)
    there = [note for note in notes.standing(view.state, view.board) if note.list in keys]
    return by_table(there, table)  # type: ignore[arg-type]


def _theme(view: View, table: int) -> tuple[Blank, ...]:
    def made(key: str) -> Callable[[State, Board, Typed], Change]:
        return lambda state, board, typed: layers.set_theme(state, board, key, typed.text("text"))

    space = (Space("text", view.words("In one sentence: what is the iceberg about?")),)
    return tuple(
        Blank(view.text.word("themes", key), space, made(key), 1, 2.0, tone="rose") for key in themes(view.board)
    )


def _write(view: View, table: int) -> tuple[Blank, ...]:
    def make(state: State, board: Board, typed: Typed) -> Change:
        line = captured(typed.text("text"))
        level = levels(board)[0]
        return notes.add_note(state, board, level, line.text, table=line.table or typed.table, hands=line.hands)

    space = (Space("text", view.text.pattern or view.words("One thing on each line")),)
    return (Blank(level_name(view, levels(view.board)[0]), space, make, 14, tone="sand"),)


def _sink(view: View, table: int) -> tuple[Blank, ...]:
    keys = levels(view.board)

    def make(state: State, board: Board, typed: Typed) -> Change:
        number = typed.number("level", len(keys))
        return layers.move_note(state, board, typed.text("about"), keys[number - 1]) if number else Change()

    spaces = (which(view.words), Space("level", view.words("Level number")))
    asks = (numbered(tuple(level_name(view, key) for key in keys)),)
    title = view.words("How deep does each card lie?")
    return (Blank(title, spaces, make, 14, asks=asks, things=_cards(view, table), tone="sand"),)


def _why(view: View, table: int) -> tuple[Blank, ...]:
    def make(state: State, board: Board, typed: Typed) -> Change:
        line = captured(typed.text("text"))
        said = {"table": line.table or typed.table, "hands": line.hands}
        return layers.why_note(state, board, typed.text("about"), line.text, **said)  # type: ignore[arg-type]

    spaces = (which(view.words), Space("text", view.words("Why does that happen? Each answer is a new card."), 0.87))
    title = view.words("Cards go on with numbers from where they are")
    return (Blank(title, spaces, make, 10, 1.3, tone="ochre", things=_cards(view, table)),)


def _carry(view: View, table: int) -> tuple[Blank, ...]:
    def make(state: State, board: Board, typed: Typed) -> Change:
        return notes.give_hands(state, board, typed.text("about"), typed.number("hands", 999))

    spaces = (which(view.words), Space("hands", view.words("Hands")))
    return (Blank(view.words("Causes"), spaces, make, 10, things=_cards(view, table), tone="ochre"),)


def _reach(view: View, table: int) -> tuple[Blank, ...]:
    sorts = view.board.setting("sorts", ())

    def make(state: State, board: Board, typed: Typed) -> Change:
        number = typed.number("sort", len(sorts))
        return layers.reach_note(state, board, typed.text("about"), sorts[number - 1]) if number else Change()

    spaces = (which(view.words), Space("sort", view.words("Who can do something?")))
    asks = (numbered(tuple(view.text.word("sorts", sort) for sort in sorts)),)
    return (Blank(view.words("Causes"), spaces, make, 10, asks=asks, things=_cards(view, table), tone="ochre"),)


def _counter(view: View, table: int) -> tuple[Blank, ...]:
    def make(state: State, board: Board, typed: Typed) -> Change:
        return layers.counter_note(state, board, typed.text("about"), typed.text("force"), typed.text("act"))

    words = view.words
    spaces = (
        which(words),
        Space("force", words("What pulls the other way?"), 0.42),
        Space("act", words("We …"), 0.45),
    )
    rows = view.board.setting("choose", 0) or 4
    return (Blank(words("Causes"), spaces, make, rows, 2.0, tone="leaf", things=_cards(view, table)),)


_STEPS = {
    "theme": _theme,
    "write": _write,
    "sink": _sink,
    "why": _why,
    "carry": _carry,
    "reach": _reach,
    "counter": _counter,
}
