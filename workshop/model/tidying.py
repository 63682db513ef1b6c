"""Keeping a board of cards in order: one card divided, several under a heading, those with most hands first."""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from workshop.model.capture import written
from workshop.model.change import Change, State, together, update
from workshop.model.notes import add_note, list_keys, move_note, standing
from workshop.model.record import Board, Id, Note
from workshop.model.refusal import Refusal


def split_note(state: State, board: Board, id: Id, text: str) -> Change:
    """A card divided, one for each line: the first keeps the card's hands and links, the others follow after it."""
    note = _standing(state, id)
    first, *rest = [part for line in text.splitlines() if (part := written(line))] or [""]
    if not rest:
        raise Refusal("Write each part on a line of its own, two lines at least.")
    whole = update(note, text=first)
    now = whole.apply(state)
    row = [n.id for n in standing(state, board) if n.list == note.list]
    following = row[row.index(id) + 1] if id in row[:-1] else ""
    sort = "" if board.setting("most", 0) else note.sort
    for part in rest:
        made = next(iter(add_note(now, board, note.list, part, table=note.table, by=note.by).added.values()))
        assert isinstance(made, Note)
        change = Change({made.id: replace(made, sort=sort, heading=note.heading)})
        if following:
            change = change.then(move_note(change.apply(now), board, made.id, note.list, following))
        whole, now = whole.then(change), change.apply(now)
    return whole


def group_note(state: State, board: Board, id: Id, heading: str) -> Change:
    """A card under a heading of the group's own words; under none where that is empty."""
    return update(_standing(state, id), heading=written(heading))


def order_by_hands(state: State, board: Board) -> Change:
    """The cards of each list with most hands first, the gravest answers before all; Refusal where nobody gave any."""
    answers = board.setting("answers", ())[:0:-1]
    cards = standing(state, board)
    weight = {n.id: (*(-dict(n.marks).get(answer, 0) for answer in answers), -n.hands) for n in cards}
    if not any(any(hands) for hands in weight.values()):
        raise Refusal("No card has any hands yet. Write a number last on the line, or alone with a card picked.")
    changes = []
    for key in dict.fromkeys([*list_keys(state, board), *(n.list for n in cards)]):
        row = [n for n in cards if n.list == key]
        orders = [n.order for n in row]
        if len(set(orders)) < len(orders):  # some lie as if in the same place
            orders = [float(i) for i in range(1, len(row) + 1)]
        heaviest = sorted(row, key=lambda n: weight[n.id])
        changes += [update(n, order=order) for n, order in zip(heaviest, orders, strict=True)]
    return together(*changes)


def headings(notes: Iterable[Note]) -> list[str]:
    """The headings that cards lie under, in the order that they come."""
    return list(dict.fromkeys(note.heading for note in notes if note.heading))


def grouped(notes: Sequence[Note]) -> list[tuple[str, list[Note]]]:
    """Cards by heading: first those without one, then each heading with its own; empty groups are left out."""
    found: dict[str, list[Note]] = {"": []}
    for note in notes:
        found.setdefault(note.heading, []).append(note)
    return [(heading, cards) for heading, cards in found.items() if cards]


def _standing(state: State, id: Id) -> Note:
    note = state.get(id, Note)
    if note is None:
        raise Refusal("Pick a card first.")
    if note.merged:
        raise Refusal("This card lies under another. Take it out first.")
    return note
