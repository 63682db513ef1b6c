"""Two lists (or a few) side by side: each side writes its own; cards are sorted, kept, marked by the others, turned."""

from collections import Counter
from collections.abc import Mapping, Sequence

from workshop.model import notes
from workshop.model.arrange import (
    Card,
    Said,
    at,
    between,
    centred,
    divided,
    fitted,
    gap,
    heading,
    pad,
    pages,
    side_by_side,
    stacks,
)
from workshop.model.change import Change, State
from workshop.model.kind import Carried, Kind
from workshop.model.letters import LEADING, shortened, wrap
from workshop.model.marking import add_missed, choose_note, kept_by_its_own, mark_note, spread, strongest
from workshop.model.notes import list_keys, standing
from workshop.model.picture import Branch, Frame, Picture, Placed, Text, View
from workshop.model.record import Board, Id, Note, Party, Stage
from workshop.model.tidying import group_note, grouped, order_by_hands, split_note
from workshop.model.value import valueclass

_FIXED_TONES = ("sand", "sky", "leaf", "ochre", "violet", "rose")
_ANSWERED = ("hits", "missed", "turn")  # views in which hands mean an answer about the card
_KEPT_VIEWS = ("read", "hits", "missed", "turn")  # views that show what the side chose to keep


@valueclass
class _Whole:
    """What a card's words say of the rest of the board, counted once for all cards."""

    under: Mapping[Id, tuple[Note, ...]]
    full: frozenset[str]  # lists that keep as many cards as they may


def shown(view: View) -> list[Note]:
    """The cards that a step shows: all, those kept where a list has kept any, or those to turn over."""
    cards = standing(view.state, view.board)
    if view.step.view == "turn" and (to_turn := strongest(view.state, view.board)):
        return to_turn
    if view.step.view not in _KEPT_VIEWS:
        return cards
    kept = {n.list for n in cards if kept_by_its_own(n)}
    return [n for n in cards if n.chosen or n.by or n.flip or n.list not in kept]


def _whole(view: View) -> _Whole:
    notes = view.state.inside(view.board.id, Note)
    under: dict[Id, tuple[Note, ...]] = {}
    for note in notes:
        if note.merged:
            under[note.merged] = (*under.get(note.merged, ()), note)
    most = view.board.setting("choose", 0)
    kept = Counter(n.list for n in notes if kept_by_its_own(n) and not n.merged)
    return _Whole(under, frozenset(key for key, count in kept.items() if most and count >= most))


def list_name(view: View, key: str) -> str:
    """What a list is called: its party's name, or the exercise's word for it."""
    party = view.state.get(key, Party)
    return party.name if party else view.text.word("lists", key)


def list_tone(view: View, key: str) -> str:
    """The paper that a list's cards are written on."""
    party = view.state.get(key, Party)
    return party.tone if party else _FIXED_TONES[list_keys(view.state, view.board).index(key) % len(_FIXED_TONES)]


def spread_words(view: View, cards: Sequence[Note]) -> str:
    """The hands on some cards, in the exercise's words: "händer 5 · händer ofta 2"."""
    counts = spread(cards, view.board.setting("answers", ()))
    return " · ".join(f"{view.text.word('answers', answer)} {n}" for answer, n in counts if n)


def _detail(view: View, note: Note, under: int) -> str:
    """The small words on a card: where it came from, what was done with it."""
    said = view.words
    by = view.state.get(note.by, Party)
    parts = [
        said("Table {n}", n=note.table) if note.table else "",
        said("added by {party}", party=by.name) if by else "",
        view.text.word("sorts", note.sort) if note.sort else "",
        said("kept") if note.chosen and view.step.view == "sort" else "",
        said.many("{n} hand", "{n} hands", note.hands) if note.hands and view.step.view not in _ANSWERED else "",
        said.many("{n} more card under it", "{n} more cards under it", under) if under else "",
    ]
    return " · ".join(part for part in parts if part)


def _card(view: View, note: Note, frame: Frame, whole: _Whole, named: bool = False) -> Card:
    """A card for a frame; `named` says first whose list it is from."""
    turned = view.step.view == "turn" and bool(note.flip)
    under = view.text.word("sorts", note.sort) if frame.brief and note.sort and view.step.view == "sort" else ""
    text = f"{under.capitalize()}: {note.text}" if under else note.text
    said = [Said(text, 0.8 if turned else 1.0, ink="muted" if turned else "ink")] if text else []
    if turned:
        said.append(Said(note.flip, bold=True))
        said += [Said(view.words("Protects: {need}", need=note.need), 0.8, ink="muted")] if note.need else []
    elif note.marks and view.step.view in (("hits",) if frame.brief else ("hits", "missed", "turn")):
        said.append(Said(spread_words(view, [note]), 0.85, True, "accent", whole=True))
    detail = "" if frame.brief else _detail(view, note, len(whole.under.get(note.id, ())))
    if named:
        detail = " · ".join(part for part in (list_name(view, note.list), note.heading, detail) if part)
    if detail:
        said.insert(0 if named else len(said), Said(detail, 0.8, ink="muted"))
    aside = view.step.view == "sort" and not note.chosen and note.list in whole.full
    shade = "faint" if aside else "strong" if note.chosen and view.step.view == "sort" else "plain"
    return Card(note.id, tuple(said), list_tone(view, note.list), shade)


def layout(view: View, frame: Frame) -> Picture:
    """The board for a frame: lists side by side, or cards at reading size a few at a time."""
    if frame.close or frame.spotlight:
        return _close(view, frame)
    pictures = sheets(view, frame)
    return frame.shown(pictures)


def sheets(view: View, frame: Frame) -> tuple[Picture, ...]:
    """All pages of the board, lists side by side."""
    keys = list_keys(view.state, view.board)
    if not keys:
        return (Picture(frame.width, frame.height, ()),)
    whole, by_list = _whole(view), _by_list(view, keys)
    beside = side_by_side(frame, len(keys)) if frame.paged else len(keys)
    groups = [keys[i : i + beside] for i in range(0, len(keys), beside)]
    filled = [sheet for group in groups for sheet in _sheets(view, frame, whole, by_list, group)]
    bottoms = [max(p.y + p.height for p in sheet) for sheet in filled]
    heights = [frame.height if frame.paged else max(frame.height, bottom) for bottom in bottoms]
    return tuple(
        Picture(frame.width, height, tuple(sheet), (), page, len(filled))
        for page, (sheet, height) in enumerate(zip(filled, heights, strict=True))
    )


def _sheets(
    view: View, frame: Frame, whole: _Whole, by_list: Mapping[str, list[Note]], keys: Sequence[str]
) -> list[list[Placed]]:
    """Some lists side by side, in as many pages as the longest of them needs, each with its headings."""
    width = (frame.width - between(frame) * (len(keys) - 1)) / len(keys)
    lefts = {key: i * (width + between(frame)) for i, key in enumerate(keys)}
    headings = [_heading(view, frame, key, lefts[key], width, by_list[key], False) for key in keys]
    if len({pieces[0].height for pieces in headings}) > 1:
        headings = [_heading(view, frame, key, lefts[key], width, by_list[key], True) for key in keys]
    top = max(piece.y + piece.height for pieces in headings for piece in pieces) + gap(frame)
    columns = [
        _curtain(view, frame, key, lefts[key], top, width, len(by_list[key]))
        if key in frame.curtain
        else _column(view, frame, whole, by_list[key], lefts[key], top, width)
        for key in keys
    ]
    heads = [piece for pieces in headings for piece in pieces]
    count = max(len(column) for column in columns)
    return [[*heads, *(p for c in columns if page < len(c) for p in c[page])] for page in range(count)]


def _by_list(view: View, keys: Sequence[str]) -> dict[str, list[Note]]:
    by_list: dict[str, list[Note]] = {key: [] for key in keys}
    for note in shown(view):
        if note.list in by_list:
            by_list[note.list].append(note)
    return by_list


def _heading(
    view: View, frame: Frame, key: str, x: float, width: float, cards: list[Note], below: bool
) -> list[Placed]:
    party = view.state.get(key, Party)
    roomy = not frame.paged or frame.height > 12 * frame.least
    covered = key in frame.curtain  # then the curtain itself says how many cards hang behind it
    detail = _heading_detail(view, cards, frame.brief > 0) if roomy and not covered else ""
    stage = view.state.get("stage", Stage)
    if stage and key in stage.curtain and key not in frame.curtain:  # on the desk, where the curtain is not drawn
        detail += " · " + view.words("behind the curtain")
    mark = party.mark if party else ""
    return heading(
        key, list_name(view, key), mark, list_tone(view, key), detail, frame, x, width, below, 2 if roomy else 1
    )


def _heading_detail(view: View, cards: list[Note], brief: bool = False) -> str:
    if view.step.view in (("hits",) if brief else ("hits", "missed")) and (words := spread_words(view, cards)):
        return words
    said = view.words.many("{n} card", "{n} cards", len(cards))
    if view.step.view == "sort" and (most := view.board.setting("choose", 0)):
        return said + " · " + view.words("{n} of {most} kept", n=sum(map(kept_by_its_own, cards)), most=most)
    return said


def _curtain(view: View, frame: Frame, key: str, x: float, y: float, width: float, count: int) -> list[list[Placed]]:
    height = frame.height - y if frame.paged else min(frame.height - y, frame.text * 12)
    said = view.words.many("{n} card behind the curtain", "{n} cards behind the curtain", count)
    lines = wrap(said, (width - 2 * pad(frame)) / frame.text, frame.measure)
    height = max(height, len(lines) * frame.text * LEADING)
    down = y + (height - len(lines) * frame.text * LEADING) / 2
    texts = centred(lines, x, down, width, frame.text, frame, "ink")
    return [[Placed(f"curtain:{key}", "curtain", x, y, width, height, tuple(texts), "curtain")]]


def _column(
    view: View, frame: Frame, whole: _Whole, cards: list[Note], x: float, y: float, width: float
) -> list[list[Placed]]:
    """A list's pages; under sort words where the step sorts."""
    count = max(1, int((width + gap(frame)) / (frame.text * (13 if frame.brief else 17))))
    wide = (width - gap(frame) * (count - 1)) / count
    groups = _groups(view, cards)
    if frame.paged:
        parts: list[Placed] = []
        for number, (_, group) in enumerate(groups):
            if said := group[0].heading:
                parts.append(_label(frame, f"{view.board.id}:{group[0].list}:{number}", said, wide))
            ready = [fitted(_card(view, note, frame, whole), frame, wide) for note in group]
            parts += [part for card in ready for part in divided(card, frame, frame.height - y)]
        return pages(parts, x, y, width, frame.height - y, count, gap(frame))
    placed: list[Placed] = []
    for number, (label, group) in enumerate(groups):
        if label:
            placed.append(at(_label(frame, f"{view.board.id}:{group[0].list}:{number}", label, width), x, y))
            y += placed[-1].height
        ready = [fitted(_card(view, note, frame, whole), frame, wide) for note in group]
        stacked = stacks(ready, x, y, width, count, gap(frame))
        placed += stacked
        y = max((p.y + p.height for p in stacked), default=y) + gap(frame) * 2
    return [placed]


def _groups(view: View, cards: Sequence[Note]) -> list[tuple[str, list[Note]]]:
    """Cards by sort word where the step sorts, and by the group's own headings; those without first."""
    by_sort: list[tuple[str, Sequence[Note]]] = [("", cards)]
    if view.step.view == "sort":
        sorts, word = view.board.setting("sorts", ()), view.text.word
        by_sort = [("", [n for n in cards if not n.sort])]
        by_sort += [(word("sorts", s), [n for n in cards if n.sort == s]) for s in sorts]
    parts = [(label, *group) for label, listed in by_sort for group in grouped(listed)]
    return [(" · ".join(part for part in (label.capitalize(), said) if part), notes) for label, said, notes in parts]


def _label(frame: Frame, id: str, said: str, width: float) -> Placed:
    size = max(frame.text * 0.85, frame.least)
    lines = shortened(wrap(said, width / size, frame.measure, True), 2, width / size, frame.measure, True)
    text = Text(lines, 0, 0, size, True, "muted")
    return Placed(f"label:{id}", "plain", 0, 0, width, round(text.height + gap(frame) * 0.5), (text,))


def _close(view: View, frame: Frame) -> Picture:
    """Cards at reading size over the whole width, as many as fit a page; in a spotlight exactly the chosen ones."""
    by_list = _by_list(view, list_keys(view.state, view.board))
    cards = [note for key, listed in by_list.items() if key not in frame.curtain for note in listed]
    if frame.spotlight:
        lit = frozenset(frame.spotlight)
        cards = [n for n in standing(view.state, view.board) if n.id in lit and n.list not in frame.curtain]
    whole = _whole(view)
    named = frame.height > 6 * frame.text
    ready = [fitted(_card(view, note, frame, whole, named), frame, frame.width) for note in cards]
    parts = [part for card in ready for part in divided(card, frame, frame.height)]
    sheets = pages(parts, 0, 0, frame.width, frame.height, 1, gap(frame))
    if view.step.view in KIND.singly and not frame.spotlight:
        sheets = [[part] for part in parts] or [[]]
    page = frame.turned_to(sheets)
    sheet = sheets[page]
    if sheet and (frame.spotlight or view.step.view in KIND.singly):
        free = frame.height - max(p.y + p.height for p in sheet)
        sheet = [at(p, 0, max(0.0, free * 0.4)) for p in sheet]
    return Picture(frame.width, frame.height, tuple(sheet), (), page, len(sheets))


def outline(view: View) -> tuple[Branch, ...]:
    """The board in words: a branch for each list, a leaf for each card, its back and what lies under it below."""
    curtain = view.words("behind the curtain")
    whole, branches = _whole(view), []
    for key, cards in _by_list(view, list_keys(view.state, view.board)).items():
        leaves: list[Branch] = []
        for number, (label, group) in enumerate(_groups(view, cards)):
            told = [_leaf(view, note, curtain, whole) for note in group]
            grouped_ = bool(group[0].heading)
            leaves += [Branch(f"group:{key}:{number}", label, "", tuple(told))] if grouped_ else told
        branches.append(Branch(f"heading:{key}", list_name(view, key), _heading_detail(view, cards), tuple(leaves)))
    return tuple(branches)


def _leaf(view: View, note: Note, curtain: str, whole: _Whole) -> Branch:
    under = whole.under.get(note.id, ())
    detail = " · ".join(part for part in (_detail(view, note, len(under)), spread_words(view, [note])) if part)
    below = []
    if note.flip:
        protects = view.words("Protects: {need}", need=note.need) if note.need else ""
        below.append(Branch(note.id, view.words("Instead: {flip}", flip=note.flip), protects))
    below += [Branch(lower.id, lower.text or curtain) for lower in under]
    return Branch(note.id, note.text or note.flip or curtain, detail, tuple(below))


def _carries(state: State, board: Board, id: Id) -> Carried | None:
    """A card that was turned over is what stands on its back."""
    note = state.get(id, Note)
    return Carried("flip" if note.flip else "card", note.flip or note.text) if note else None


def _places(view: View) -> tuple[tuple[str, str], ...]:
    return tuple((key, list_name(view, key)) for key in list_keys(view.state, view.board))


def _receive(state: State, board: Board, place: str, text: str, origin: Id) -> Change:
    return notes.add_note(state, board, place, text, origin=origin)


KIND = Kind(
    settings={
        "lists": (str, tuple),
        "sorts": (tuple,),
        "answers": (tuple,),
        "least": (int,),
        "choose": (int,),
        "turn": (int,),
        "added": (int,),
        "most": (int,),
    },
    labels={"lists": "lists", "sorts": "sorts", "answers": "answers"},
    verbs={
        "add_note": notes.add_note,
        "edit_note": notes.edit_note,
        "move_note": notes.move_note,
        "remove_note": notes.remove_note,
        "merge_notes": notes.merge_notes,
        "part_note": notes.part_note,
        "give_hands": notes.give_hands,
        "sort_note": notes.sort_note,
        "split_note": split_note,
        "group_note": group_note,
        "order_by_hands": order_by_hands,
        "turn_note": notes.turn_note,
        "choose_note": choose_note,
        "mark_note": mark_note,
        "add_missed": add_missed,
    },
    layout=layout,
    outline=outline,
    singly=frozenset({"read"}),
    sheets=sheets,
    carries=_carries,
    places=_places,
    receive=_receive,
    unsigned=frozenset({"write", "sort", "read", "hits"}),
)
