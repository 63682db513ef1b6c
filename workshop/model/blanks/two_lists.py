"""Worksheets for lists side by side: cards to write, to sort, to mark and to turn over."""

from collections.abc import Callable

from workshop.model import notes
from workshop.model.blanks.blank import Blank, Space, Typed, by_table, numbered, which
from workshop.model.boards.two_lists import add_missed, choose_note, list_name, list_tone, mark_note
from workshop.model.capture import captured
from workshop.model.change import Change, State, together
from workshop.model.notes import list_keys
from workshop.model.parties import taking_part
from workshop.model.picture import View
from workshop.model.record import Board, Id, Note, Party

_WRITE, _ALONE, _SORT = 8, 14, 10


def blanks(view: View, table: int) -> tuple[Blank, ...]:
    """A part for each list; several where the step puts cards under different words."""
    made = _STEPS.get(view.step.view)
    return tuple(blank for key in list_keys(view.state, view.board) for blank in made(view, table, key)) if made else ()


def _blank(view: View, key: str, spaces: tuple[Space, ...], make: Callable, rows: int, **more: object) -> Blank:
    party, title = view.state.get(key, Party), list_name(view, key)
    said = {"mark": party.mark if party else "", "tone": list_tone(view, key), **more}
    return Blank(f"{title}: {said.pop('under')}" if "under" in said else title, spaces, make, rows, **said)  # type: ignore[arg-type]


def _cards(view: View, table: int, key: str) -> tuple[Id, ...]:
    cards = [note for note in notes.standing(view.state, view.board) if note.list == key and not note.by]
    return by_table(cards, table)  # type: ignore[arg-type]


def _write(view: View, table: int, key: str) -> tuple[Blank, ...]:
    def make(state: State, board: Board, typed: Typed) -> Change:
        line = captured(typed.text("text"))
        return notes.add_note(state, board, key, line.text, table=line.table or typed.table, hands=line.hands)

    space = (Space("text", view.text.pattern or view.words("One thing on each line")),)
    apart = bool(view.step.curtain and view.board.setting("lists") == "parties")
    return (_blank(view, key, space, make, _ALONE if apart else _WRITE, alone=apart),)


def _sort(view: View, table: int, key: str) -> tuple[Blank, ...]:
    sorts, most = view.board.setting("sorts", ()), view.board.setting("most", 0)
    if most:
        return tuple(_placed(view, key, sort, most) for sort in sorts)

    def make(state: State, board: Board, typed: Typed) -> Change:
        note = state.need(typed.text("about"), Note)
        number = typed.number("sort", len(sorts))
        change = notes.sort_note(state, board, note.id, sorts[number - 1]) if number else Change()
        keep = bool(typed.text("kept")) and not note.chosen
        return change.then(choose_note(change.apply(state), board, note.id)) if keep else change

    words = view.words
    spaces = (which(words), Space("sort", words("Heading number")), Space("kept", words("Kept (x)")))
    asks = (numbered(tuple(view.text.word("sorts", sort) for sort in sorts)),)
    more = {"asks": asks, "things": _cards(view, table, key)}
    return (_blank(view, key, spaces, make, _SORT, **more),)


def _placed(view: View, key: str, sort: str, most: int) -> Blank:
    """Cards that are written under a word at once."""

    def make(state: State, board: Board, typed: Typed) -> Change:
        line = captured(typed.text("text"))
        added = notes.add_note(state, board, key, line.text, table=line.table or typed.table, hands=line.hands)
        return added.then(notes.sort_note(added.apply(state), board, next(iter(added.added)), sort))

    space = (Space("text", view.text.pattern or view.words("One thing on each line")),)
    return _blank(view, key, space, make, most, under=view.text.word("sorts", sort), tall=1.5)


def _hits(view: View, table: int, key: str) -> tuple[Blank, ...]:
    answers = view.board.setting("answers", ())

    def make(state: State, board: Board, typed: Typed) -> Change:
        changes, now = [], state
        for answer in answers:
            if typed.text(answer):
                hands = typed.number(answer, 999) if typed.text(answer) != "0" else 0
                changes.append(mark_note(now, board, typed.text("about"), answer, hands))
                now = changes[-1].apply(now)
        return together(*changes)

    spaces = (which(view.words), *(Space(answer, view.text.word("answers", answer), 0.2) for answer in answers))
    rows = view.board.setting("choose", 0) or _WRITE
    return (_blank(view, key, spaces, make, rows, things=_cards(view, table, key)),)


def _missed(view: View, table: int, key: str) -> tuple[Blank, ...]:
    def make(state: State, board: Board, typed: Typed) -> Change:
        line = captured(typed.text("text"))
        other = next((party.id for party in taking_part(state, board.run) if party.id != key), "")
        return add_missed(state, board, key, line.text, by=other, table=line.table or typed.table, hands=line.hands)

    space = (Space("text", view.words("What the other side adds")),)
    return (_blank(view, key, space, make, view.board.setting("added", 0) or 2, tall=1.5),)


def _turn(view: View, table: int, key: str) -> tuple[Blank, ...]:
    def make(state: State, board: Board, typed: Typed) -> Change:
        return notes.turn_note(state, board, typed.text("about"), typed.text("flip"), typed.text("need"))

    words = view.words
    spaces = (
        which(words),
        Space("flip", words("Instead we …"), 0.5),
        Space("need", words("Which need does it protect?"), 0.37),
    )
    rows = view.board.setting("turn", 0) or 5
    return (_blank(view, key, spaces, make, rows, tall=1.5, things=_cards(view, table, key)),)


_STEPS = {"write": _write, "sort": _sort, "hits": _hits, "missed": _missed, "turn": _turn}
