"""What can be done with a card on any board; each function returns the Change that does it."""

from collections import Counter
from collections.abc import Sequence
from typing import Any

from workshop.model.anonymous import unsigned
from workshop.model.capture import written
from workshop.model.change import Change, State, add, remove, together, update
from workshop.model.parties import taking_part
from workshop.model.record import Board, Id, Note, new_id
from workshop.model.refusal import Refusal

Sets = Sequence[tuple[str, Sequence[tuple[str, str]]]]  # title, and cards as (list, text), as a board's text has them


def add_note(
    state: State,
    board: Board,
    list: str,
    text: str,
    *,
    id: Id = "",
    table: int = 0,
    hands: int = 0,
    by: Id = "",
    origin: Id = "",
) -> Change:
    """A new card last in a list; Refusal where it says nothing or the board has no such list."""
    text = written(text)
    if not text:
        raise Refusal("The card is empty. Write something first.")
    _known(state, board, list)
    order = state.after_last(board.id)
    given = {"list": list, "text": text, "table": table, "hands": _hands(hands), "by": by, "origin": origin}
    return add(unsigned(state, Note(id=id or new_id(), board=board.id, order=order, **given)))


def edit_note(state: State, board: Board, id: Id, text: str) -> Change:
    """Other words on a card; Refusal where nothing would be left."""
    text = written(text)
    if not text:
        raise Refusal("A card can't be left without words. Remove it instead.")
    return update(_note(state, id), text=text)


def remove_note(state: State, board: Board, id: Id) -> Change:
    """A card taken away, with those that were merged into it."""
    note = _note(state, id)
    return together(_lifted(state, note), remove(note, *merged_into(state, id)))


def move_note(state: State, board: Board, id: Id, list: str, before: Id = "") -> Change:
    """A card moved to a list: last in it, or before another card; another list hasn't kept it yet."""
    note = _note(state, id)
    _known(state, board, list)
    left: dict[str, Any] = {}
    if list != note.list:
        left = {"chosen": bool(note.by) and note.chosen, "sort": "" if board.setting("most", 0) else note.sort}
    others = [n for n in standing(state, board) if n.list == list and n.id != id]
    place = next((i for i, n in enumerate(others) if n.id == before), len(others))
    if place == len(others):
        return update(note, list=list, order=state.after_last(board.id), **left)
    above = others[place].order
    below = others[place - 1].order if place else above - 2
    between = (below + above) / 2
    if below < between < above:
        return update(note, list=list, order=between, **left)
    row = [*others[:place], note, *others[place:]]  # no number is left between the two: number the list anew
    numbered = (update(n, order=float(i)) for i, n in enumerate(row, 1) if n.id != id)
    return together(*numbered, update(note, list=list, order=place + 1.0, **left))


def merge_notes(state: State, board: Board, id: Id, into: Id) -> Change:
    """One card laid under another that says the same; it can be taken out again with `part_note`.

    Hands add up; if the card was kept, the one it is laid under is kept in its place.
    """
    note, target = _note(state, id), _note(state, into)
    if id == into or target.merged:
        raise Refusal("A card can't be merged into itself or into one that lies under another.")
    if note.merged == into:
        return Change()
    under = merged_into(state, id)
    kept = target.chosen or (note.chosen and (note.list, note.by) == (target.list, target.by))
    own = note.hands - sum(n.hands for n in under)
    return together(
        _lifted(state, note),
        update(note, merged=into, chosen=False, hands=max(0, own)),
        *(update(n, merged=into) for n in under),
        update(target, hands=target.hands + note.hands, chosen=kept),
    )


def part_note(state: State, board: Board, id: Id) -> Change:
    """The cards that lie under a card, beside it again; without their sort word where it holds no more."""
    note, under = _note(state, id), merged_into(state, id)
    if not under:
        raise Refusal("No card lies under this one.")
    hands = max(0, note.hands - sum(n.hands for n in under))
    held = Counter((n.list, n.sort) for n in standing(state, board))
    most = board.setting("most", 0)
    parted = []
    for card in under:
        full = bool(most) and held[card.list, card.sort] >= most
        held[card.list, card.sort] += 1
        parted.append(update(card, merged="", chosen=False, sort="" if full else card.sort))
    return together(update(note, hands=hands), *parted)


def lay_set(state: State, board: Board, sets: Sets, number: int) -> Change:
    """The cards of a ready set, such as a case, laid in their lists; those of the other sets go, those written stay."""
    if not 0 <= number < len(sets):
        raise Refusal("Choose one of the ready sets first.")
    wanted = sets[number][1]
    others = {card for _, cards in sets for card in cards if card not in wanted}
    lying = state.inside(board.id, Note)
    gone = [n for n in lying if (n.list, n.text) in others and not n.merged and not merged_into(state, n.id)]
    whole, there = remove(*gone), {(n.list, n.text) for n in lying}
    now = whole.apply(state)
    for list, text in wanted:
        if (list, text) not in there:
            change = add_note(now, board, list, text)
            whole, now = whole.then(change), change.apply(now)
    return whole


def give_hands(state: State, board: Board, id: Id, hands: int) -> Change:
    """How many hands a card got."""
    return update(_note(state, id), hands=_hands(hands))


def sort_note(state: State, board: Board, id: Id, sort: str) -> Change:
    """A card put under a sort word; under none where it has that word already. Refusal where the word holds no more."""
    note = _note(state, id)
    if sort not in board.setting("sorts", ()):
        raise Refusal("There is no heading “{sort}” on this board.", sort=sort)
    if note.sort == sort:
        return update(note, sort="")
    most = board.setting("most", 0)
    if most and sum(1 for n in standing(state, board) if (n.list, n.sort) == (note.list, sort)) >= most:
        raise Refusal("There is room for {most} cards here. Move one away first.", most=most)
    return update(note, sort=sort)


def standing(state: State, board: Board) -> list[Note]:
    """The cards on a board that don't lie under another one, in order."""
    return [note for note in state.inside(board.id, Note) if not note.merged]


def merged_into(state: State, id: Id) -> list[Note]:
    """The cards that lie under a card."""
    note = _note(state, id)
    return [other for other in state.inside(note.board, Note) if other.merged == id]


def list_keys(state: State, board: Board) -> tuple[str, ...]:
    """The keys of a board's lists: its parties' ids, or those that the exercise names."""
    lists = board.setting("lists", ())
    return tuple(party.id for party in taking_part(state, board.run)) if lists == "parties" else tuple(lists)


def turn_note(state: State, board: Board, id: Id, flip: str, need: str = "") -> Change:
    """The back of a card: what we do instead, and which need that protects; empty words take the back away."""
    return update(_note(state, id), flip=written(flip), need=written(need))


def _note(state: State, id: Id) -> Note:
    note = state.get(id, Note)
    if note is None:
        raise Refusal("Pick a card first.")
    return note


def _known(state: State, board: Board, list: str) -> None:
    keys = list_keys(state, board)
    if keys and list not in keys:
        raise Refusal("There is no list “{list}” on this board.", list=list)


def _lifted(state: State, note: Note) -> Change:
    """What happens to the card that a card lies under, if it does, when that one is taken out: it loses its hands."""
    over = state.get(note.merged, Note)
    return update(over, hands=max(0, over.hands - note.hands)) if over else Change()


def _hands(hands: int) -> int:
    if not 0 <= hands <= 999:
        raise Refusal("The number of hands must be between 0 and 999.")
    return hands


def over(state: State, ids: Sequence[Id]) -> Id:
    """The card that one of these lies under, where one has been merged; "" where none has."""
    notes = (state.get(id, Note) for id in ids)
    return next((note.merged for note in notes if note and note.merged), "")
