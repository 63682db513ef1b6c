"""The whole iceberg on one page of the wall: a numbered mark for each card, and what carries what."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from workshop.model.arrange import gap
from workshop.model.iceberg import chains
from workshop.model.iceberg.drawing import GROUNDS, INKS, zone_of
from workshop.model.iceberg.marks import HIGH, between, in_rows_from_left, marked, quiet, ring
from workshop.model.iceberg.shape import Grid, Part, heights, names_width, picture_of
from workshop.model.iceberg.titles import flag_of, title_of
from workshop.model.iceberg.told import Told
from workshop.model.iceberg.words import level_name, level_tone
from workshop.model.picture import Frame, Picture, Placed, Text, View
from workshop.model.record import Id, Note
from workshop.model.value import valueclass

_SIZES = (1.5, 1.35, 1.2, 1.1, 1.0)  # letters of a mark, in the smallest that the back row reads
_BESIDE = 20  # letters of width from which the levels' names stand beside the ice
_CAPS = (0.6, 0.85)  # how much of the ice's width its first rows have
_TITLES = (("beside", 2), ("among", 2), ("beside", 1), ("among", 1), ("beside", 0), ("among", 0), ("", 0))
# ^ where the levels' names stand, and how many lines the flag has, as far as there is room
_KEPT = 4  # bearing causes that a level shows where it only counts its cards


@valueclass
class Form:
    """How marks are drawn: so many of the bearing ones say what they carry (`loud`), and if `counted` they are all.

    `tight`: with little paper around the numbers, and little ice between them.
    """

    size: float
    loud: int
    counted: bool
    tight: bool = False


def numbers(whole: Told) -> Mapping[Id, int]:
    """The number of each card: from the top down, in the order in which they lie; the same in every step."""
    cards = (note for level in whole.levels.values() for note in level)
    return {note.id: number for number, note in enumerate(cards, 1)}


def overview(view: View, frame: Frame, whole: Told, notes: Mapping[str, Sequence[Note]]) -> Picture | None:
    """The page, with marks as large and as telling as find room; a level of too many cards says how many it has.

    None while all lies on one level without links: there is nothing to see yet but a row of numbers.
    """
    if not whole.ties and sum(bool(cards) for cards in whole.levels.values()) < 2:
        return None
    crowded = sum(map(len, notes.values())) * (HIGH * frame.least) ** 2 > frame.width * frame.height
    counts = (True,) if crowded else (False, True)
    ways = (
        (titles, form) for counted in counts for titles in _TITLES for form in _forms(frame, len(whole.strong), counted)
    )
    return next((found for titles, form in ways if (found := _drawn(view, frame, whole, notes, form, titles))), None)


def _forms(frame: Frame, bearing: int, counted: bool) -> Iterator[Form]:
    for loud in dict.fromkeys((bearing, min(bearing, 1), 0)):
        yield from (Form(frame.least * size, loud, counted) for size in _SIZES)
        yield Form(frame.least, loud, counted, True)


def _drawn(
    view: View,
    frame: Frame,
    whole: Told,
    notes: Mapping[str, Sequence[Note]],
    form: Form,
    titles: tuple[str, int],
) -> Picture | None:
    """The page in one form and with some of its titles, or None where that finds no room."""
    named, flagged = titles
    names = [level_name(view, key) for key in notes]
    if named == "beside" and frame.width < frame.text * _BESIDE:
        return None
    grid = _grid(frame, names if named == "beside" else (), form)
    marks = {key: _marks(view, frame, whole, key, notes[key], form) for key in notes}
    if named == "among":
        for place, (key, name) in enumerate(zip(notes, names, strict=True)):
            marks[key].insert(0, _sign(frame, key, name, zone_of(place, len(names)), form.size))
    area = sum((mark.width + grid.across) * (mark.height + grid.down) for level in marks.values() for mark in level)
    if area > grid.width * frame.height:
        return None
    parts = []
    for place, (key, level) in enumerate(marks.items()):
        zone = zone_of(place, len(marks))
        rows = in_rows_from_left(level, grid, zone, form.size)
        if rows is None:
            return None
        name = title_of(view, frame, whole, grid, key, zone) if named == "beside" else ()
        parts.append(Part(key, zone, rows, name, amid=True))
    flag = flag_of(view, frame, whole, grid, flagged) if flagged else []
    for tried in (parts, [replace(part, name=part.name[:1]) for part in parts]):
        if sum(heights(frame, grid, tried, flag)) <= frame.height:
            return _linked(picture_of(frame, grid, tried, flag), whole, notes, form)
    return None


def _grid(frame: Frame, names: Sequence[str], form: Form) -> Grid:
    """Where marks may lie, in slots for one each; narrower rows at the top."""
    unit = frame.text
    beside = names_width(frame, names) if names else 0.0
    left = beside + unit * (1.2 if beside else 0.7)
    width = frame.width - left - unit * (1.4 if beside else 0.7)
    size = form.size
    across, slot, down = size * (0.34 if form.tight else 0.5), size * 1.3, size * (0.3 if form.tight else 0.42)
    count = max(1, int((width + across) / (slot + across)))
    slot = (width - across * (count - 1)) / count
    caps = (*(max(1, round(count * part)) for part in _CAPS), count)
    return Grid(beside, left, width, count, slot, across, max(gap(frame), down), caps)


def _marks(view: View, frame: Frame, whole: Told, key: str, cards: Sequence[Note], form: Form) -> list[Placed]:
    """A level's marks; or its bearing causes, and how many cards there are in all."""
    tone, number, about = level_tone(whole, key), numbers(whole), {note.id for note in cards}
    kept = list(whole.levels[key])
    if form.counted:
        bearing = sorted((n for n in cards if n.id in whole.strong), key=lambda n: -whole.bears.get(n.id, 0))[:_KEPT]
        kept = [note for note in cards if note in bearing] if form.loud else []
    telling = sorted(whole.strong, key=lambda id: (-whole.bears[id], number[id]))[: form.loud]
    made = []
    for note in kept:
        if note.id not in about:
            made.append(quiet(note.id, tone, form.size))
            continue
        strong = note.id in whole.strong
        said = [str(number[note.id])]
        said += [view.words("carries {n}", n=whole.bears[note.id])] if note.id in telling else []
        made.append(marked(note.id, said, strong, tone, form.size, frame.measure, form.tight))
    if form.counted and len(cards) > len(kept):
        first, last = number[cards[0].id], number[cards[-1].id]
        said = view.words.many("{n} card", "{n} cards", len(cards))
        said += f": {first}–{last}" if not form.tight and last - first == len(cards) - 1 > 0 else ""
        count = marked(f"count:{key}", (said,), False, tone, form.size, frame.measure)
        made.insert(0, replace(count, role="bar"))
    return made


def _sign(frame: Frame, key: str, name: str, zone: int, size: float) -> Placed:
    """A level's name among its marks."""
    letters, edge = frame.least, frame.least * 0.3
    text = Text((name,), edge, size * HIGH / 2 - letters * 0.59, letters, True, INKS[zone], 1.18)
    width = frame.measure(name, True) * letters + 2 * edge + 1
    return Placed(f"level:{key}", "bar", 0, 0, width, size * HIGH, (text,), GROUNDS[zone])


def _linked(picture: Picture, whole: Told, notes: Mapping[str, Sequence[Note]], form: Form) -> Picture:
    """The page with what its numbered marks carry, and rings around the bearing ones."""
    marks = {
        one.id.removeprefix("quiet:"): one
        for one in picture.placed
        if one.shape == "round" and not one.id.startswith("count:")
    }
    rings = [ring(mark, form.size) for id, mark in marks.items() if id in whole.strong and mark.role == "card"]
    lit = chains.upwards(whole.ties, (note.id for cards in notes.values() for note in cards))
    ties = [pair for pair in whole.ties if pair[0] in lit]
    links = between(ties, marks, whole.strong, form.size, (picture.width, picture.height))
    return replace(picture, strokes=(*picture.strokes, *links, *rings))
