"""What every board of cards lets one do on the desk: merge, take apart, shift and remove, by its kind's own verbs."""

import re
from collections.abc import Callable, Sequence

from workshop.model.boards import KINDS
from workshop.model.change import Change, State
from workshop.model.notes import standing
from workshop.model.picture import Placed
from workshop.model.record import Id, Note
from workshop.model.refusal import Refusal
from workshop.model.tidying import headings
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
    """Keys to merge cards, to take them apart, to divide one and to group them."""
    words = desk.words
    return [
        Command("M", words("Merge with …"), _merge, N_("merge cards"), choices=_mates),
        Command("P", words("Take apart"), _part, N_("take cards apart")),
        Command("D", words("Split …"), _split, N_("split card"), lines=_parts),
        Command("G", words("Heading …"), _group, N_("group cards"), choices=_headings, new=N_("New heading: {text}")),
    ]


def ordering(desk: Desk) -> Command:
    """The key that lays the cards with most hands first."""

    def order(desk: Desk, _: str) -> Change:
        return verb(desk, "order_by_hands")(desk.state, desk.board)

    return Command("H", desk.words("Most hands first"), order, N_("order by hands"))


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


def meaningless(desk: Desk, offered: Sequence[Command]) -> list[Command]:
    """The keys for cards that this board or this step has no use for; pressed, they say so in a sentence."""
    takes = {command.key for command in offered}
    return [Command(key, "", _no_use, "") for key in "MPDGH" if key not in takes]


def _no_use(desk: Desk, _: str) -> Change:
    if "split_note" in KINDS[desk.board.kind].verbs:
        raise Refusal("Not in this step. Cards are merged, split and grouped in the steps where they are written.")
    raise Refusal("Only cards are merged, split and grouped, and there are none on this board. F2 changes the words.")


_ENDS = re.compile(r"(?<=[.!?;])\s+")  # where a card that says several things may be divided


def _parts(desk: Desk) -> str:
    """The picked card's words with a sentence on each line, as a beginning; "" where none is picked."""
    note = desk.state.get(desk.first, Note)
    return "\n".join(_ENDS.split(note.text)) if note else ""


def _split(desk: Desk, text: str) -> Change:
    return verb(desk, "split_note")(desk.state, desk.board, desk.first, text)


_UNDER, _ALONE = "under:", "alone"  # what is chosen for a group: a heading, or none


def _headings(desk: Desk) -> list[Pick]:
    """The headings that the board has, and none for a card that has one."""
    cards = [note for id in desk.picked if (note := desk.state.get(id, Note))]
    there = [Pick(_UNDER + said, said) for said in headings(standing(desk.state, desk.board))]
    none = [Pick(_ALONE, desk.words("No heading"))] if any(note.heading for note in cards) else []
    return [*there, *none] if cards else []


def _group(desk: Desk, chosen: str) -> Change:
    heading = "" if chosen == _ALONE else chosen.removeprefix(_UNDER)
    return each(desk, lambda state, id: verb(desk, "group_note")(state, desk.board, id, heading))


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
