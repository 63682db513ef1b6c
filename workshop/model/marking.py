"""What the sides do with the cards: keep some, say what does happen, add what was missed, turn the strongest."""

from collections.abc import Sequence
from dataclasses import replace

from workshop.model import notes
from workshop.model.change import Change, State, update
from workshop.model.notes import standing
from workshop.model.record import Board, Id, Note
from workshop.model.refusal import Refusal


def choose_note(state: State, board: Board, id: Id) -> Change:
    """A card kept, or not kept if it was; Refusal where the list keeps its number already."""
    note = state.get(id, Note)
    if note is None:
        raise Refusal("Pick a card first.")
    most = board.setting("choose", 0)
    kept = sum(1 for n in standing(state, board) if kept_by_its_own(n) and n.list == note.list)
    if not note.chosen and most and kept >= most:
        raise Refusal("{most} cards are kept already. Set one aside first.", most=most)
    return update(note, chosen=not note.chosen)


def mark_note(state: State, board: Board, id: Id, answer: str, hands: int = 1) -> Change:
    """How many hands on the other side gave an answer about a card; 0 takes the answer away."""
    note = state.get(id, Note)
    answers = board.setting("answers", ())
    if note is None or answer not in answers:
        raise Refusal("Pick a card and one of the board's answers first.")
    if not 0 <= hands <= 999:
        raise Refusal("The number of hands must be between 0 and 999.")
    marks = {**dict(note.marks), answer: hands}
    return update(note, marks=tuple((key, marks[key]) for key in answers if marks.get(key)))


def add_missed(state: State, board: Board, list: str, text: str, *, by: Id, **given: object) -> Change:
    """A card that the other side adds to a list; Refusal where it has added its number already."""
    most = board.setting("added", 0)
    added = sum(1 for n in standing(state, board) if n.by == by and n.list == list)
    if most and added >= most:
        raise Refusal("The other side may add {most} cards. Change one of them instead.", most=most)
    change = notes.add_note(state, board, list, text, by=by, **given)  # type: ignore[arg-type]
    return Change({id: replace(record, chosen=True) for id, record in change.added.items()})  # type: ignore[type-var]


def strongest(state: State, board: Board) -> list[Note]:
    """The cards to turn over, those with most hands on the gravest answers first; none where no hand has been given.

    As many as declared, but always all that are turned already.
    """
    answers = board.setting("answers", ())[::-1]
    cards = [n for n in standing(state, board) if n.marks or n.flip]
    weight = {n.id: [-dict(n.marks).get(answer, 0) for answer in answers] for n in cards}
    marked = [n for n in cards if any(weight[n.id][:-1])]
    if not marked:
        return []
    turned = [n for n in cards if n.flip]
    rest = sorted((n for n in marked if not n.flip), key=lambda n: (weight[n.id], n.order))
    room = max(0, board.setting("turn", 0) - len(turned)) if board.setting("turn", 0) else len(rest)
    return sorted([*turned, *rest[:room]], key=lambda n: (weight[n.id], n.order))


def spread(notes: Sequence[Note], answers: Sequence[str]) -> tuple[tuple[str, int], ...]:
    """How many hands each answer got over some cards; never an average."""
    marked = [dict(note.marks) for note in notes if note.marks]
    return tuple((answer, sum(marks.get(answer, 0) for marks in marked)) for answer in answers)


def kept_by_its_own(note: Note) -> bool:
    """Whether its own side chose to keep a card; what the other side added is not counted."""
    return note.chosen and not note.by
