"""The shape that an iceberg takes around its cards: where its levels lie, and how wide the ice is at every height."""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from workshop.model.arrange import at, gap, pad
from workshop.model.iceberg.drawing import GROUNDS, Band, Edge, beings, drawing
from workshop.model.picture import Frame, Picture, Placed, Stroke, Text
from workshop.model.value import valueclass

BESIDE = 27  # letters of width from which the levels' names stand beside the ice
_NAMES, _WIDE_NAMES = 9.6, 15.0  # letters that they may take there at most, with cards on the ice and without
_LABEL, _CARD = 8.0, 9.6  # letters that a label and a whole card are at least wide
_MOST = 7  # cards in a row
_UNDER = 0.4  # of the space between rows lies under a heading
SIGN = "sign:"  # what the ids of headings begin with that stand over some of a level's cards
_STRIP = 0.7  # letters of a level that a page shows nothing of
_EDGE, _ROOMY = 0.5, 0.9  # letters between a level's edge and its cards, on pages and where the picture may grow

Rows = list[list[Placed]]


@valueclass
class Grid:
    """Where cards may lie: from `left` over `width`, so many in a row, each so wide; names take `beside` of the width.

    `caps` are how many cards the first rows above the surface hold, where the ice is narrower; the last goes on.
    """

    beside: float
    left: float
    width: float
    count: int
    card: float
    across: float
    down: float
    caps: tuple[int, ...]

    def cap(self, zone: int, row: int) -> int:
        """How many cards a level's row holds."""
        return self.count if zone else self.caps[min(row, len(self.caps) - 1)]

    def inset(self, cap: int) -> float:
        """How far in a row of so many cards begins."""
        return (self.width - cap * self.card - (cap - 1) * self.across) / 2


@valueclass
class Part:
    """A level on one page: its rows of cards and its name, or no more than a `strip` of its ground.

    `amid`: its cards lie in the middle of its height, not at its top.
    """

    key: str
    zone: int
    rows: Rows
    name: tuple[Text, ...] = ()
    strip: bool = False
    amid: bool = False


def grid_for(frame: Frame, names: Sequence[str], empty: bool = False, wide: float = 1.0) -> Grid:
    """The grid of a frame, with `names` beside the ice where there is room; cards so many times as `wide` as usual."""
    unit = frame.text
    beside = 0.0
    if names and frame.width >= unit * BESIDE:
        beside = min(unit * _WIDE_NAMES, frame.width * 0.46) if empty else names_width(frame, names)
    left = beside + unit * (1.2 if beside else 0.5)
    width = frame.width - left - unit * (1.7 if beside else 0.5)
    across, least = gap(frame) * 1.5, unit * (_LABEL if frame.brief else _CARD) * wide
    count = min(_MOST, max(1, int((width + across) / (least + across))))
    card = (width - across * (count - 1)) / count
    caps = (count,)
    if count > 2 and (names or not frame.paged):
        caps = (count - 1, count) if frame.paged or count < 5 else (count - 2, count - 1)
    return Grid(beside, left, width, count, card, across, max(gap(frame), unit * (0.55 if frame.paged else 0.75)), caps)


def names_width(frame: Frame, names: Sequence[str]) -> float:
    """How much of the width the levels' names take beside the ice."""
    size = max(frame.text * 1.15, frame.least)
    longest = max(frame.measure(name, True) for name in names) * size + 2 * pad(frame)
    return min(frame.text * _NAMES, longest + 1)


def in_rows(cards: Sequence[Placed], grid: Grid, zone: int, centred: bool) -> Rows:
    """Cards in rows from the left, so that a new card moves no other; a row that isn't full may be `centred`.

    With a sign that says what some cards are called a row begins, over whose cards it stands.
    """
    rows: Rows = []
    rest = list(cards)
    while rest:
        sign = [rest.pop(0)] if rest[0].id.startswith(SIGN) else []
        cap = grid.cap(zone, len(rows))
        here = next((place for place, one in enumerate(rest[:cap]) if one.id.startswith(SIGN)), cap)
        taken, rest = rest[:here], rest[here:]
        wide = max(len(taken), 2 if sign and sign[0].width > grid.card else 1)
        left = grid.left + grid.inset(wide if centred else cap)
        down = _signs_height(sign, grid)
        row = [at(one, left + place * (grid.card + grid.across), down) for place, one in enumerate(taken)]
        rows.append([*(at(one, left, 0) for one in sign), *row])
    return rows


def _signs_height(cards: Iterable[Placed], grid: Grid) -> float:
    """How much of a row's height a sign over its cards takes; 0 where there is none."""
    return max((one.height + grid.down * _UNDER for one in cards if one.id.startswith(SIGN)), default=0.0)


def with_room(cards: Sequence[Placed], grid: Grid, room: float, least: float) -> tuple[Sequence[Placed], float]:
    """Cards and the signs over them, and how high a card may be in that room; where that is too little, no signs."""
    high = room - _signs_height(cards, grid)
    return (cards, high) if high > least else ([one for one in cards if not one.id.startswith(SIGN)], room)


def bottom_of(texts: Iterable[Text]) -> float:
    """How far down some texts reach."""
    return max((text.y + text.height for text in texts), default=0.0)


def row_height(row: Sequence[Placed]) -> float:
    """As high as the highest card."""
    return max(one.y + one.height for one in row)


def _edge(frame: Frame) -> float:
    return frame.text * (_EDGE if frame.paged else _ROOMY)


def _over(grid: Grid, part: Part, free: float) -> bool:
    """Whether a name that doesn't stand beside the ice has room over its level: by the peak, or on strips of others."""
    return not grid.beside and bottom_of(part.name) < free


def _above_cards(frame: Frame, grid: Grid, part: Part, free: float) -> float:
    """The room that a level needs over its cards, where so much is free over the level."""
    if grid.beside or _over(grid, part, free):
        return _edge(frame)
    return bottom_of(part.name) + (_edge(frame) if part.name else 0) + (grid.down if part.rows else 0)


def heights(frame: Frame, grid: Grid, parts: Sequence[Part], flag: Sequence[Placed]) -> list[float]:
    """The least heights of the peak, of each level and of the foot."""
    unit = frame.text
    peak = unit * (0.4 if frame.paged else 3.2)
    if flag:
        peak = _place_of(frame, grid, parts[0], flag[0])[1] + flag[0].height + unit * (0.3 if frame.paged else 2.2)
    peak = 0.0 if _cut_above(parts) else peak
    foot = 0.0 if _cut_below(parts) else unit * (0.3 if frame.paged else 3.2)
    found, free = [peak], peak
    for place, part in enumerate(parts):
        found.append(_strip(frame, parts, place) if part.strip else _height(frame, grid, part, free))
        free = free + found[-1] if part.strip else 0.0
    return [*found, foot]


def _cut_above(parts: Sequence[Part]) -> bool:
    """Whether the ice goes on above the page."""
    return parts[0].strip or parts[0].zone > 0


def _cut_below(parts: Sequence[Part]) -> bool:
    """Whether the ice goes on below the page."""
    return parts[-1].strip or parts[-1].zone < 2


def _strip(frame: Frame, parts: Sequence[Part], place: int) -> float:
    """How much a page shows of a level that it isn't about: over the one that it is about, room for that one's name."""
    about = next(number for number, part in enumerate(parts) if not part.strip)
    if place > about:
        return frame.text * _STRIP
    return max(frame.text * _STRIP, (bottom_of(parts[about].name) + frame.text * 0.3) / about)


def _height(frame: Frame, grid: Grid, part: Part, free: float) -> float:
    """How high a level is at least: its rows with air around them, and room for its name."""
    cards = sum(row_height(row) for row in part.rows if row) + grid.down * max(0, len(part.rows) - 1)
    cards += _above_cards(frame, grid, part, free) + _edge(frame)
    return max(cards, bottom_of(part.name) + _edge(frame) * 2) if grid.beside else cards


def cut(
    frame: Frame, grid: Grid, parts: Sequence[Part], flag: Sequence[Placed]
) -> list[tuple[list[Part], Sequence[Placed]]]:
    """Levels over as many pages as it takes, row by row, each page with the flag that flies there."""
    found: list[tuple[list[Part], Sequence[Placed]]] = [([], flag)]
    for part in parts:
        for number, row in enumerate(part.rows or [[]]):
            on, flown = found[-1]
            goes_on = bool(on) and bool(number) and on[-1].key == part.key
            longer = replace(part, rows=[*on[-1].rows, row] if goes_on else [row] if row else [])
            tried = [*(on[:-1] if goes_on else on), longer]
            if on and sum(heights(frame, grid, tried, flown)) > frame.height:
                found.append(([replace(part, rows=[row] if row else [])], ()))
            else:
                found[-1] = tried, flown
    return found


def picture_of(frame: Frame, grid: Grid, parts: Sequence[Part], flag: Sequence[Placed]) -> Picture:
    """One page without its links: all at its place, what is left of the height shared out, ice around the cards."""
    least = heights(frame, grid, parts, flag)
    free = max(0.0, frame.height - sum(least))
    shares = [float(bool(least[0])), *(0.0 if p.strip else (0.6, 0.8, 1.0)[p.zone] for p in parts)]
    shares.append(1.4 if least[-1] else 0.0)
    highs = [high + free * share / (sum(shares) or 1.0) for high, share in zip(least, shares, strict=True)]
    height = sum(highs)
    bands: list[Band] = []
    placed: list[Placed] = []
    edges: list[Edge] = []
    y = free = highs[0]
    for place, (part, high) in enumerate(zip(parts, highs[1:-1], strict=True)):
        last = place == len(parts) - 1
        bands.append(Band(part.key, part.zone, y if place else 0.0, height if last else y + high))
        start = y + _above_cards(frame, grid, part, free) + (high - least[place + 1]) / 2 * part.amid
        placed += _titled(frame, grid, part, y - free if _over(grid, part, free) else y, bool(part.zone))
        placed += _set(grid, part, start)
        edges += _edges(frame, grid, part, start, y, y + high, bool(place) or not highs[0])
        y += high
        free = free + high if part.strip else 0.0
    tip, pole = ([], []) if _cut_above(parts) else _tip(frame, grid, parts[0], highs[0], flag)
    foot = [] if _cut_below(parts) else _foot(frame, grid, height - highs[-1], height)
    ice = drawing(bands, [*tip, *edges, *foot], frame.width, frame.text)
    ice = (*ice[: len(bands)], *beings(bands, highs[0], grid.beside, frame.text), *ice[len(bands) :])
    flown = [at(one, pole[0].points[1][0], pole[0].points[1][1]) for one in flag] if pole else []
    tails = [_tails(one, frame.text) for one in flown]
    return Picture(frame.width, height, (*placed, *flown), (*ice, *pole, *tails))


def _set(grid: Grid, part: Part, y: float) -> list[Placed]:
    """A level's cards at their heights."""
    placed = []
    for row in part.rows:
        placed += [at(one, 0, y) for one in row]
        y += row_height(row) + grid.down
    return placed


def _titled(frame: Frame, grid: Grid, part: Part, y: float, plate: bool) -> list[Placed]:
    """A level's name beside the ice; on a plate of its ground's colour where it has to lie on the ice."""
    if part.strip or not part.name:
        return []
    y += _edge(frame) - frame.text * 0.1 if grid.beside else frame.text * 0.1
    texts = tuple(replace(text, y=text.y + y) for text in part.name)
    width = grid.beside
    if not width:
        width = min(_reach(frame, texts), frame.width)
    role, tone = ("bar", GROUNDS[part.zone]) if plate and not grid.beside else ("heading", "")
    return [Placed(f"level:{part.key}", role, 0, y, width, bottom_of(texts) - y, texts, tone)]


def _edges(frame: Frame, grid: Grid, part: Part, start: float, top: float, bottom: float, cut: bool) -> list[Edge]:
    """How wide the ice is along a level: around its cards, which `start` at some height; `cut` by the page above."""
    out = frame.text * (0.9 if grid.beside else 0.35)
    left, right = grid.left, grid.left + grid.width
    if part.zone:
        upper, lower = (0.35, 0.9) if part.zone == 1 else (0.95, 0.75)
        first = Edge(top, left - out * upper, right + out * upper)
        return [first, Edge(bottom, left - out * lower, right + out * lower)]
    found = [Edge(top, left, right)] if cut else []
    rows = [row for row in part.rows if row]
    for number, row in enumerate(rows):
        free = min(min(one.x for one in row) - left, right - max(one.x + one.width for one in row))
        inset = min(grid.inset(grid.cap(0, number)), free) - out * 0.8
        found.append(Edge(start + row_height(row) / 2, left + inset, right - inset))
        start += row_height(row) + grid.down
    if not rows:
        found.append(Edge((top + bottom) / 2, left + grid.width * 0.24, right - grid.width * 0.2))
    base = grid.width * (0.06 if len(rows) < 2 else 0.02)
    notch = min(frame.text * 0.9, (bottom - found[-1].y) * 0.4)  # where the water has eaten of the ice
    wet = Edge(bottom - notch, min(found[-1].left, left + base), max(found[-1].right, right - base))
    return [*found, wet]


def _tip(frame: Frame, grid: Grid, part: Part, peak: float, flag: Sequence[Placed]) -> tuple[list[Edge], list[Stroke]]:
    """The peak, and the pole on it."""
    if not flag:
        x = grid.left + grid.width * 0.46
        return [Edge(peak * 0.2, x, x)], []
    x, top = _place_of(frame, grid, part, flag[0])
    high = flag[0].height
    y = max(top + high * 0.75, peak * 0.5)
    flies = max(top, y - high - frame.text * 0.6)
    pole = Stroke("pole", ((x, min(y + frame.text * 0.4, peak)), (x, flies)), "tie", max(1.6, frame.text * 0.12))
    return [Edge(y, x, x)], [pole]


def _place_of(frame: Frame, grid: Grid, part: Part, flag: Placed) -> tuple[float, float]:
    """The flag's left side and least top; below the level's name where there is no room beside it."""
    x, top = grid.left + grid.width * 0.36, frame.text * 0.12
    if grid.beside:
        return x, top
    name = _reach(frame, part.name) + frame.text * 0.5
    last = frame.width - flag.width - frame.text
    if max(x, name) <= last:
        return max(x, name), top
    return max(0.0, min(x, last)), max(top, bottom_of(part.name) + frame.text * 0.3)


def _reach(frame: Frame, texts: Iterable[Text]) -> float:
    """How far to the right some texts reach, with the edge that a plate under them has."""
    ends = (text.x + frame.measure(line, text.bold) * text.size for text in texts for line in text.lines)
    return max(ends, default=0.0) + pad(frame)


def _foot(frame: Frame, grid: Grid, top: float, bottom: float) -> list[Edge]:
    """The ice's foot: a point far down where there is room, or on beyond the picture's edge."""
    deep, left, wide = bottom - top, grid.left, grid.width
    if deep < frame.text * 1.6:
        return [Edge(bottom, left, left + wide)]
    return [
        Edge(top + deep * 0.4, left + wide * 0.13, left + wide * 0.9),
        Edge(top + deep * 0.72, left + wide * 0.34, left + wide * 0.72),
        Edge(bottom - min(deep * 0.08, frame.text), left + wide * 0.55, left + wide * 0.56),
    ]


def _tails(flag: Placed, unit: float) -> Stroke:
    """The flag's two tails."""
    x, top, bottom, out = flag.x + flag.width - 2, flag.y + 1, flag.y + flag.height - 1, unit * 0.8
    points = ((x, top), (x + out, top), (x + out * 0.35, (top + bottom) / 2), (x + out, bottom), (x, bottom))
    return Stroke("tails", points, flag.tone, 0.8, closed=True, tone=flag.tone)
