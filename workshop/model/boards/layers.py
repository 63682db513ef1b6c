"""An iceberg: cards on three levels, the causes under them, what each carries, and what pulls the other way."""

from collections.abc import Sequence

from workshop.model import notes, tidying
from workshop.model.capture import written
from workshop.model.change import Change, State, add, remove, together, update
from workshop.model.iceberg import chains
from workshop.model.iceberg.layout import layout, sheets
from workshop.model.iceberg.told import levels, nudges, theme_of, themes
from workshop.model.iceberg.words import outline
from workshop.model.kind import Carried, Kind
from workshop.model.picture import View
from workshop.model.record import Board, Id, Link, Note, Record, new_id
from workshop.model.refusal import Refusal


def set_theme(state: State, board: Board, theme: str, text: str, *, id: Id = "", origin: Id = "") -> Change:
    """What the iceberg is about, and which kind of theme that is; an iceberg has one theme."""
    if not (text := written(text)):
        raise Refusal("The theme is empty. Write in one sentence what the iceberg is about.")
    if theme not in themes(board):
        raise Refusal("There is no theme “{theme}” on this board.", theme=theme)
    if there := theme_of(state, board):
        return update(there, text=text, list=theme, origin=origin)
    return add(Note(id=id or new_id(), board=board.id, list=theme, text=text, origin=origin))


def turn_theme(state: State, board: Board, theme: str) -> Change:
    """The same sentence as another kind of theme, so that the levels get that kind's words."""
    there = theme_of(state, board)
    if there is None:
        raise Refusal("There is no theme yet. Write one first.")
    return set_theme(state, board, theme, there.text, origin=there.origin)


def take_set(state: State, board: Board, cards: Sequence[tuple[str, str]]) -> Change:
    """Ready cards laid out: a theme takes the place of the one that is there, and no card comes twice."""
    whole, now = Change(), state
    there = {(note.list, note.text) for note in state.inside(board.id, Note)}
    for list, text in cards:
        if (list, text) in there:
            continue
        themed = list in themes(board)
        change = set_theme(now, board, list, text) if themed else notes.add_note(now, board, list, text)
        whole, now = whole.then(change), change.apply(now)
    return whole


def move_note(state: State, board: Board, id: Id, list: str, before: Id = "") -> Change:
    """A card moved to a level: last on it, or before another card. A chosen cause stays chosen below the surface."""
    change = notes.move_note(state, board, _card(state, board, id).id, list, before)
    if list == levels(board)[0]:
        return change
    kept = {
        i: {name: pair for name, pair in fields.items() if name != "chosen"} for i, fields in change.updated.items()
    }
    return Change(change.added, change.removed, kept)


def sink_note(state: State, board: Board, id: Id, steps: int = 1) -> Change:
    """A card so many levels down; up where `steps` is less than 0. Refusal where there is no such level."""
    note, keys = _card(state, board, id), levels(board)
    to = keys.index(note.list) + steps
    if to >= len(keys):
        raise Refusal("The card lies on the lowest level already.")
    if to < 0:
        raise Refusal("The card lies above the surface already.")
    return move_note(state, board, id, keys[to])


def link_notes(state: State, board: Board, start: Id, end: Id, *, id: Id = "") -> Change:
    """A link from a cause to what it carries; Refusal where it is there already or would go in a circle."""
    cause, carried = _card(state, board, start), _card(state, board, end)
    if cause.id == carried.id:
        raise Refusal("A card can't carry itself. Pick two cards.")
    pairs = chains.ties(state, board)
    if (start, end) in pairs:
        raise Refusal("These two are linked already.")
    if chains.goes_round([*pairs, (start, end)]):
        raise Refusal(
            "That would go round in a circle: “{end}” carries “{start}” already.", end=carried.text, start=cause.text
        )
    order = state.after_last(board.id)
    return add(Link(id=id or f"{start}>{end}", board=board.id, start=start, end=end, order=order))


def unlink_notes(state: State, board: Board, start: Id, end: Id) -> Change:
    """The link from a cause to what it carries taken away, also where cards that lie under them lent it."""
    of = {note.id: note.merged or note.id for note in state.inside(board.id, Note)}
    gone = [link for link in state.inside(board.id, Link) if (of.get(link.start), of.get(link.end)) == (start, end)]
    if not gone:
        raise Refusal("There is no link between these two cards.")
    return remove(*gone)


def why_note(
    state: State, board: Board, carries: Id, text: str, *, id: Id = "", table: int = 0, hands: int = 0
) -> Change:
    """The answer to why something happens: a new card one level below, with a link to what it carries."""
    carried, keys = _card(state, board, carries), levels(board)
    below = keys[min(keys.index(carried.list) + 1, len(keys) - 1)]
    added = notes.add_note(state, board, below, text, id=id, table=table, hands=hands)
    return added.then(link_notes(added.apply(state), board, next(iter(added.added)), carries))


def remove_note(state: State, board: Board, id: Id) -> Change:
    """A card taken away with those that lie under it and with its links; or a link alone."""
    if link := state.get(id, Link):
        return remove(link)
    change = notes.remove_note(state, board, id)
    links = [link for link in state.inside(board.id, Link) if {link.start, link.end} & set(change.removed)]
    return together(change, remove(*links))


def merge_notes(state: State, board: Board, id: Id, into: Id) -> Change:
    """One card laid under another, which takes over its links; Refusal where the links would go in a circle."""
    _card(state, board, into)
    change = notes.merge_notes(state, board, _card(state, board, id).id, into)
    if chains.goes_round(list(chains.ties(change.apply(state), board))):
        raise Refusal("These two can't be merged: one carries the other by way of a third card.")
    return change


def split_note(state: State, board: Board, id: Id, text: str) -> Change:
    """A card divided, one for each line; the first keeps what it rests on and carries."""
    return tidying.split_note(state, board, _card(state, board, id).id, text)


def group_note(state: State, board: Board, id: Id, heading: str) -> Change:
    """A card under a heading of the group's own words."""
    return tidying.group_note(state, board, _card(state, board, id).id, heading)


def reach_note(state: State, board: Board, id: Id, sort: str) -> Change:
    """Who can do something about a cause; nobody again where that was said already."""
    return notes.sort_note(state, board, _cause(state, board, id).id, sort)


def choose_note(state: State, board: Board, id: Id) -> Change:
    """A cause chosen to work on, or not chosen if it was; Refusal where as many are chosen as may be."""
    note, most = _cause(state, board, id), board.setting("choose", 0)
    if not note.chosen and most and sum(n.chosen for n in notes.standing(state, board)) >= most:
        raise Refusal("{most} cards are kept already. Set one aside first.", most=most)
    return update(note, chosen=not note.chosen)


def counter_note(state: State, board: Board, id: Id, force: str, act: str = "") -> Change:
    """What pulls the other way, and one thing that we do; empty words take them away."""
    return notes.turn_note(state, board, _card(state, board, id).id, act, force)


def _card(state: State, board: Board, id: Id) -> Note:
    """A card that stands on one of the levels."""
    note = state.get(id, Note)
    if note is None or note.merged or note.board != board.id:
        raise Refusal("Pick a card first.")
    if note.list not in levels(board):
        raise Refusal("The theme stands on its flag. Pick a card on one of the levels.")
    return note


def _cause(state: State, board: Board, id: Id) -> Note:
    note = _card(state, board, id)
    if note.list == levels(board)[0]:
        raise Refusal("This card lies above the surface. Pick a cause further down, or sink the card first.")
    return note


def carries(state: State, board: Board, id: Id) -> Carried | None:
    """A card below the surface may be carried on as a cause."""
    note = state.get(id, Note)
    if note is None or note.board != board.id or note.list not in levels(board)[1:]:
        return None
    return Carried("cause", note.text)


def places(view: View) -> tuple[tuple[str, str], ...]:
    """Whatever is carried here becomes the theme, of one kind or the other."""
    return tuple((key, view.text.word("themes", key)) for key in themes(view.board))


def joins(state: State, board: Board, record: Record) -> Record | None:
    """Another group's theme gives way to the one that is here; a link that is here, or would go round, is left out."""
    if isinstance(record, Note) and record.list in themes(board):
        return theme_of(state, board) or record
    if not isinstance(record, Link):
        return record
    there = chains.ties(state, board).get((record.start, record.end))
    if there:
        return there
    pairs = [*chains.ties(state, board), (record.start, record.end)]
    return None if chains.goes_round(pairs) else record


KIND = Kind(
    settings={"lists": (tuple,), "themes": (tuple,), "sorts": (tuple,), "choose": (int,)},
    labels={
        "lists": ("lists", "person", "together", "person_why", "together_why"),
        "themes": "themes",
        "sorts": "sorts",
    },
    verbs={
        "set_theme": set_theme,
        "turn_theme": turn_theme,
        "add_note": notes.add_note,
        "edit_note": notes.edit_note,
        "move_note": move_note,
        "sink_note": sink_note,
        "remove_note": remove_note,
        "merge_notes": merge_notes,
        "part_note": notes.part_note,
        "split_note": split_note,
        "group_note": group_note,
        "order_by_hands": tidying.order_by_hands,
        "give_hands": notes.give_hands,
        "link_notes": link_notes,
        "unlink_notes": unlink_notes,
        "why_note": why_note,
        "reach_note": reach_note,
        "choose_note": choose_note,
        "counter_note": counter_note,
    },
    layout=layout,
    outline=outline,
    sheets=sheets,
    lists=("lists", "themes"),
    carries=carries,
    places=places,
    receive=lambda state, board, place, text, origin: set_theme(state, board, place, text, origin=origin),
    nudges=nudges,
    joins=joins,
    unsigned=frozenset({"write"}),
    whole=lambda board: "carry",
)
