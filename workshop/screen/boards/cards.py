"""What every board of cards lets one do on the desk: merge, take apart, shift and remove, by its kind's own verbs."""

from collections.abc import Callable, Sequence

from workshop.model.boards import KINDS
from workshop.model.change import Change, State
from workshop.model.notes import standing
from workshop.model.picture import Placed
from workshop.model.record import Id, Note
from workshop.model.refusal import Refusal
from workshop.screen.boards.desk import Command, Desk, Pick
from workshop.words import N_


def verb(desk: Desk, name: str) -> Callable[..., Change]:
    """One of the things that can be done on a board of this kind."""
    return KINDS[desk.board.kind].verbs[name]


def labels(desk: Desk, group: str) -> tuple[Pick, ...]:
    """The keys of a setting with the exercise's words for them."""
    return tuple(Pick(key, desk.view.text.word(group, key)) for key in desk.board.setting(group, ()))


def each(desk: Desk, make: Callable[[State, Id], Change]) -> Change:
    """The same thing done with every picked card, as one change; Refusal where none is picked."""
    if not desk.picked:
        raise Refusal("Pick a card first.")
    whole, state = Change(), desk.state
    for id in desk.picked:
        change = make(state, id)
        whole, state = whole.then(change), change.apply(state)
    return whole


def joining(desk: Desk) -> list[Command]:
    """Keys to merge cards and to take them apart."""
    words = desk.words
    return [
        Command("M", words("Merge with …"), _merge, N_("merge cards"), choices=_mates),
        Command("P", words("Take apart"), _part, N_("take cards apart")),
    ]


def habits(desk: Desk, cards: Sequence[Note]) -> list[Command]:
    """Keys to shift a card among those that are shown, and to remove it."""
    words = desk.words

    def shift(by: int) -> Callable[[Desk, str], Change]:
        return lambda now, _: _shift(now, cards, by)

    return [
        Command("Alt+Up", words("Move up"), shift(-1), N_("move card"), "chevron-up"),
        Command("Alt+Down", words("Move down"), shift(1), N_("move card"), "chevron-down"),
        Command("Del", words("Remove"), _remove, N_("remove card"), "trash"),
    ]


def moving(number: int, pick: Pick, title: str, goes_on: bool = False) -> Command:
    """A key that moves the picked cards to a list."""

    def make(desk: Desk, _: str) -> Change:
        return each(desk, lambda state, id: verb(desk, "move_note")(state, desk.board, id, pick.key))

    return Command(str(number), title, make, N_("move card"), goes_on=goes_on)


def _remove(desk: Desk, _: str) -> Change:
    return each(desk, lambda state, id: verb(desk, "remove_note")(state, desk.board, id))


def _part(desk: Desk, _: str) -> Change:
    return verb(desk, "part_note")(desk.state, desk.board, desk.first)


def _mates(desk: Desk) -> list[Pick]:
    """The cards that the picked one can be merged with; none where two are picked already."""
    note = desk.state.get(desk.first, Note)
    if note is None or len(desk.picked) > 1:
        return []
    return [Pick(n.id, n.text) for n in standing(desk.state, desk.board) if n.list == note.list and n.id != note.id]


def _merge(desk: Desk, into: str) -> Change:
    merge = verb(desk, "merge_notes")
    if len(desk.picked) > 1:
        target, *rest = desk.picked
        return each(Desk(desk.view, tuple(rest)), lambda state, id: merge(state, desk.board, id, target))
    return merge(desk.state, desk.board, desk.first, into)


def _shift(desk: Desk, cards: Sequence[Note], by: int) -> Change:
    """A card one place up or down in its list."""
    note = desk.state.get(desk.first, Note)
    if note is None:
        raise Refusal("Pick a card first.")
    mates = [n for n in cards if n.list == note.list]
    place = mates.index(note) if note in mates else 0
    before = place + (by if by < 0 else by + 1)
    if not 0 <= place + by < len(mates):
        return Change()
    there = mates[before].id if before < len(mates) else ""
    return verb(desk, "move_note")(desk.state, desk.board, note.id, note.list, there)


def holds(placed: Placed, x: float, y: float) -> bool:
    """Whether a point lies on something."""
    return placed.x <= x <= placed.x + placed.width and placed.y <= y <= placed.y + placed.height
