"""Lists side by side, on paper: a table for each list, with what was done to its cards."""

from collections.abc import Callable, Mapping, Sequence

from workshop.model.boards.two_lists import list_name, list_tone, spread_words
from workshop.model.change import State
from workshop.model.exercise import Step
from workshop.model.notes import list_keys, standing
from workshop.model.picture import View
from workshop.model.record import Board, Id, Note, Party
from workshop.model.tidying import headings
from workshop.paper.document import Block, Column, Figure, Heading, Mark, Phrase, Row, table
from workshop.paper.kind import Printed

Under = Mapping[Id, Sequence[Note]]  # the cards that were merged with each card


def telling(state: State, board: Board, steps: Sequence[Step]) -> tuple[Step, ...]:
    """The last steps that sorted, marked and turned the cards, where that was done; else one that shows them all."""
    cards = standing(state, board)
    done = {
        "sort": any(n.sort or n.chosen for n in cards),
        "hits": any(n.marks for n in cards),
        "turn": any(n.flip for n in cards),
    }
    last = {step.view: step for step in steps}
    told = tuple(last[view] for view, was in done.items() if was and view in last)
    return told or tuple(step for step in (last.get("write"), last.get("sort"), *steps[-1:]) if step)[:1]


def section(view: View, told: Sequence[Step], figure: Callable[[Step], Figure]) -> tuple[Block, ...]:
    """The lists as they were at last, with what was written on the backs of their cards."""
    return tuple(figure(step) for step in told[-1:]) if standing(view.state, view.board) else ()


def whole(view: View) -> tuple[Block, ...]:
    """Each list with its cards; a list that nobody wrote in says so in its heading."""
    cards = standing(view.state, view.board)
    if not cards:
        return ()
    keys = list(list_keys(view.state, view.board))
    keys += sorted({n.list for n in cards} - set(keys))
    under: dict[Id, list[Note]] = {}
    for note in view.state.inside(view.board.id, Note):
        under.setdefault(note.merged, []).append(note)
    return tuple(block for key in keys for block in _list(view, key, [n for n in cards if n.list == key], under))


def brief(view: View) -> tuple[str, ...]:
    """What is done instead, where cards were turned over; else those that were kept."""
    cards = standing(view.state, view.board)
    return tuple(n.flip for n in cards if n.flip) or tuple(n.text for n in cards if n.chosen and n.text)


def _list(view: View, key: str, cards: Sequence[Note], under: Under) -> list[Block]:
    party = view.state.get(key, Party)
    known = key in list_keys(view.state, view.board)
    count = view.words.many("{n} card", "{n} cards", len(cards))
    said = spread_words(view, cards)
    detail = f"{count} · {said}" if said else count
    mark = Mark("", party.mark if party else "", list_tone(view, key) if known else "hairline")
    heading = Heading(list_name(view, key), 3, mark=mark, detail=detail)
    if not cards:
        return [heading]
    return [
        heading,
        table(_columns(view, cards), [_row(view, note, under) for note in _sorted(view, cards)], dense=True),
    ]


def _sorted(view: View, cards: Sequence[Note]) -> list[Note]:
    """Cards by sort word, in the exercise's order, then by heading; those without one first."""
    sorts, found = ("", *view.board.setting("sorts", ())), ["", *headings(cards)]
    return sorted(cards, key=lambda n: (sorts.index(n.sort) if n.sort in sorts else len(sorts), found.index(n.heading)))


def _columns(view: View, cards: Sequence[Note]) -> list[Column]:
    """A plain list of cards needs no heads over its one column."""
    words = view.words
    plain = not any(n.sort or n.heading or n.marks or n.chosen for n in cards)
    return [
        Column("" if plain else words("Card"), 0.6),
        Column(words("Heading"), 0.17),
        Column(words("What the others said"), 0.23),
    ]


def _row(view: View, note: Note, under: Under) -> Row:
    sort = (Phrase(view.text.word("sorts", note.sort), "muted"),) if note.sort else ()
    kept = (Phrase(view.words("kept"), "accent"),) if note.chosen else ()
    answers = spread_words(view, [note]).split(" · ") if note.marks else ()
    heading = (Phrase(note.heading, "strong"),) if note.heading else ()
    said = _said(view, note, under.get(note.id, ()))
    return Row(note.id, (said, heading + sort + kept, tuple(Phrase(part, "muted") for part in answers if part)))


def _said(view: View, note: Note, under: Sequence[Note]) -> tuple[Phrase, ...]:
    """What a card says on both sides, where it comes from, how many hands it got and what lies under it."""
    words, state = view.words, view.state
    by = state.get(note.by, Party) if note.by else None
    origin = state.get(note.origin, Note) if note.origin else None
    said = [Phrase(note.text)] if note.text else []
    if note.flip:
        said.append(Phrase(words("Instead: {flip}", flip=note.flip) if note.text else note.flip, "strong"))
    if note.need:
        said.append(Phrase(words("Protects: {need}", need=note.need), "muted"))
    small = [
        words("Table {n}", n=note.table) if note.table else "",
        words("added by {party}", party=by.name) if by else "",
        words.many("{n} hand", "{n} hands", note.hands) if note.hands else "",
    ]
    if any(small):
        said.append(Phrase(" · ".join(part for part in small if part), "muted"))
    if origin and (origin.flip or origin.text):
        said.append(Phrase(words("From the card: {text}", text=origin.flip or origin.text), "muted"))
    said += [Phrase(words("Merged with: {text}", text=n.text), "muted") for n in under if n.text]
    return tuple(said)


PRINTED = Printed(telling, section, whole, brief)
