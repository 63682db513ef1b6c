"""Laying an iceberg out: the whole of it, a dive from level to level where that doesn't fit, or cards to be read."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from workshop.model.arrange import Card, Said, at, divided, fitted, gap, pad, pages
from workshop.model.iceberg import chains
from workshop.model.iceberg.drawing import zone_of
from workshop.model.iceberg.links import links
from workshop.model.iceberg.overview import numbers, overview
from workshop.model.iceberg.shape import (
    Grid,
    Part,
    Rows,
    cut,
    grid_for,
    heights,
    in_rows,
    picture_of,
    row_height,
    with_room,
)
from workshop.model.iceberg.titles import flag_of, title_of, under_headings
from workshop.model.iceberg.told import Told, told
from workshop.model.iceberg.words import card, level_name, shown
from workshop.model.letters import LEADING
from workshop.model.picture import Frame, Picture, Placed, Text, View
from workshop.model.record import Id, Note

_FORMS = (6, 4, 3, 2)  # lines of a label on a level's own pages, as many as take no more pages than the last
_WORDS_FIRST = ("write", "sink")  # steps in which the room reads each card: the overview comes last,
_READ = 8  # where there are no more pages than that
_DEEP_FIRST = ("carry", "reach", "counter")  # steps that are about causes: their pages on the wall begin at the bottom
_WIDE = {"write": 1.35, "sink": 1.35, "carry": 1.25, "counter": 1.5}  # how much wider cards are on the wall in a step


def layout(view: View, frame: Frame) -> Picture:
    """The board for a frame."""
    if frame.close or frame.spotlight:
        return _close(view, frame)
    pictures = sheets(view, frame)
    return frame.shown(pictures)


def sheets(view: View, frame: Frame) -> tuple[Picture, ...]:
    """All pages of the board."""
    whole = told(view.state, view.board)
    notes = {key: shown(view, whole, key) for key in whole.levels}
    if not notes:
        return (Picture(frame.width, frame.height, ()),)
    if at_once := _at_once(view, frame, whole, notes):
        return (_linked(at_once, whole, frame),)
    made: list[Picture] = []
    if frame.brief:
        order = tuple(tuple(note.id for note in cards) for cards in whole.levels.values())
        whole = whole.ordered(chains.woven(order, tuple(whole.ties)))
        notes = {key: shown(view, whole, key) for key in whole.levels}
        made += [first] if (first := overview(view, frame, whole, notes)) else []
        made += _dives(view, frame, whole, notes, numbers(whole) if made else {})
        if first and view.step.view in _WORDS_FIRST and len(made) <= _READ:
            made.append(made.pop(0))
    else:
        made += [_linked(picture, whole, frame) for picture in _cut(view, frame, whole, notes)]
    return tuple(replace(picture, page=page, pages=len(made)) for page, picture in enumerate(made))


def _at_once(view: View, frame: Frame, whole: Told, notes: Mapping[str, Sequence[Note]]) -> Picture | None:
    """The whole iceberg in one picture, with names beside it or else on it; None where a page can't hold it."""
    names = [level_name(view, key) for key in notes]
    wide = _WIDE.get(view.step.view, 1.0) if frame.paged else 1.0
    for beside in (names, ()):
        grid = grid_for(frame, beside, not any(notes.values()), wide)
        flag = flag_of(view, frame, whole, grid)
        parts = [_part(view, frame, whole, grid, key, notes[key]) for key in notes]
        for tried in (parts, [replace(part, name=part.name[:1]) for part in parts]):
            if not frame.paged or sum(heights(frame, grid, tried, flag)) <= frame.height:
                return picture_of(frame, grid, tried, flag)
    return None


def _part(view: View, frame: Frame, whole: Told, grid: Grid, key: str, notes: Sequence[Note]) -> Part:
    zone = zone_of(list(whole.levels).index(key), len(whole.levels))
    ready = under_headings(notes, [_ready(view, frame, whole, grid, note, key) for note in notes], frame, grid, key)
    return Part(key, zone, in_rows(ready, grid, zone, frame.paged), title_of(view, frame, whole, grid, key, zone))


def _ready(view: View, frame: Frame, whole: Told, grid: Grid, note: Note, key: str, number: int = 0) -> Placed:
    return fitted(card(view, whole, note, key, frame.brief > 0, number=number), frame, grid.card)


def _linked(picture: Picture, whole: Told, frame: Frame) -> Picture:
    """A page with its links, which lie on the ice and behind the cards."""
    cards = {one.id: one for one in reversed(picture.placed) if one.role == "card"}
    return replace(picture, strokes=(*picture.strokes, *links(whole.ties, cards, frame.text)))


def _dives(
    view: View, frame: Frame, whole: Told, notes: Mapping[str, Sequence[Note]], number: Mapping[Id, int]
) -> list[Picture]:
    """A dive from level to level, each with pages of its own; labels have as many lines as cost no page."""
    made: list[Picture] = []
    forms = [replace(frame, brief=lines) for lines in _FORMS] if frame.brief else [frame]
    keys = [key for key in notes if notes[key]] or list(notes)[:1]
    for key in reversed(keys) if frame.brief and view.step.view in _DEEP_FIRST else keys:
        tried = [_level(view, form, whole, key, notes[key], number) for form in forms]
        made += _told_most(tried)
    return made


def _told_most(tried: Sequence[tuple[list[Picture], bool]]) -> list[Picture]:
    """Of a level's pages in some forms those that say most: all of it, even on a page more, or what costs none."""
    (longest, intact), (least, _) = tried[0], tried[-1]
    if intact and len(longest) <= len(least) + 1 and not any(one.cut for page in longest for one in page.placed):
        return longest
    return next((found for found, intact in tried[:-1] if intact and len(found) <= len(least)), least)


def _cut(view: View, frame: Frame, whole: Told, notes: Mapping[str, Sequence[Note]]) -> list[Picture]:
    """The whole iceberg cut into as few sheets as hold it, each about as full as the others."""
    grid = grid_for(frame, [level_name(view, key) for key in notes])
    flag = flag_of(view, frame, whole, grid)
    parts = [_part(view, frame, whole, grid, key, notes[key]) for key in notes]
    room = frame.height - max(sum(heights(frame, grid, [replace(part, rows=[])], flag)) for part in parts)
    parts = [replace(part, rows=_no_higher(frame, grid, part, room)) for part in parts]
    made = cut(frame, grid, parts, flag)
    for share in (0.6, 0.7, 0.8, 0.9):
        lower = replace(frame, height=frame.height * share)
        even = cut(lower, grid, parts, flag)
        if len(even) == len(made) and all(sum(heights(lower, grid, *sheet)) <= lower.height for sheet in even):
            return [picture_of(lower, grid, *sheet) for sheet in even]
    return [picture_of(frame, grid, *sheet) for sheet in made]


def _no_higher(frame: Frame, grid: Grid, part: Part, room: float) -> Rows:
    """A level's rows, with cards that are higher than a sheet has room for divided."""
    there = [at(one, -one.x, -one.y) for row in part.rows for one in row]
    there, high = with_room(there, grid, room, 2 * (frame.text * LEADING + pad(frame)))
    cards = [piece for one in there for piece in divided(one, frame, high)]
    return in_rows(cards, grid, part.zone, frame.paged)


def _level(
    view: View, frame: Frame, whole: Told, key: str, notes: Sequence[Note], number: Mapping[Id, int]
) -> tuple[list[Picture], bool]:
    """One level's pages, with strips of the other levels above and below; and whether no card had to be divided."""
    keys = list(whole.levels)
    grid = grid_for(frame, (), wide=_WIDE.get(view.step.view, 1.0))
    zone = zone_of(keys.index(key), len(keys))
    name = title_of(view, frame, whole, grid, key, zone)
    flag = flag_of(view, frame, whole, grid) if not zone else []
    strips = [Part(other, zone_of(place, len(keys)), [], strip=True) for place, other in enumerate(keys)]
    forms = [(flag, name, strips), ([], name, strips), ([], name, []), ([], (), [])]  # the less room, the less of it
    least = 2 * (frame.text * LEADING + pad(frame))
    rooms = [frame.height - sum(heights(frame, grid, _about(key, zone, [[]], *form[1:]), form[0])) for form in forms]
    place = next((place for place, room in enumerate(rooms) if room > least), len(forms) - 1)
    (flag, name, strips), room = forms[place], rooms[place]
    cards = [_ready(view, frame, whole, grid, note, key, number.get(note.id, 0)) for note in notes]
    whole_cards, high = with_room(under_headings(notes, cards, frame, grid, key), grid, room, least)
    ready = [part for one in whole_cards for part in divided(one, frame, high)]
    found: list[Rows] = [[]]
    used = 0.0
    for row in in_rows(ready, grid, zone, frame.paged):
        if found[-1] and used + row_height(row) > room:
            found.append([])
            used = 0.0
        found[-1].append(row)
        used += row_height(row) + grid.down
    pictures = [picture_of(frame, grid, _about(key, zone, rows, name, strips), flag) for rows in found]
    return [_linked(picture, whole, frame) for picture in pictures], len(ready) == len(whole_cards)


def _about(key: str, zone: int, rows: Rows, name: tuple[Text, ...], strips: Sequence[Part]) -> list[Part]:
    """A page's parts: the level that it is about, between strips of the others where there is room for them."""
    about = Part(key, zone, rows, name)
    return [about if strip.key == key else strip for strip in strips] or [about]


def _close(view: View, frame: Frame) -> Picture:
    """Cards at reading size over the whole width, as many as fit a page; in a spotlight exactly the chosen ones."""
    whole, lit = told(view.state, view.board), frozenset(frame.spotlight)
    found = [(note, key) for key in whole.levels for note in (whole.levels[key] if lit else shown(view, whole, key))]
    found = [(note, key) for note, key in found if not lit or note.id in lit]
    named = frame.height > 6 * frame.text
    said = [card(view, whole, note, key, False, named) for note, key in found]
    if whole.theme and (whole.theme.id in lit or not lit):
        said.insert(0, _theme_card(view, whole.theme))
    ready = [fitted(one, frame, frame.width) for one in said]
    parts = [part for one in ready for part in divided(one, frame, frame.height)]
    found_ = pages(parts, 0, 0, frame.width, frame.height, 1, gap(frame))
    page = frame.turned_to(found_)
    sheet = found_[page]
    if sheet and lit:
        free = frame.height - max(one.y + one.height for one in sheet)
        sheet = [at(one, 0, max(0.0, free * 0.4)) for one in sheet]
    return Picture(frame.width, frame.height, tuple(sheet), (), page, len(found_))


def _theme_card(view: View, theme: Note) -> Card:
    kind = Said(view.text.word("themes", theme.list), 0.8, ink="muted")
    return Card(theme.id, (kind, Said(theme.text, bold=True)), "rose")
