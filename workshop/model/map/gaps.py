"""Gaps on a map: a space held open between two, with a number, and its sentence on a card."""

import math
from collections.abc import Sequence
from dataclasses import replace

from workshop.model.arrange import Card, Said
from workshop.model.map.ground import Box, Point
from workshop.model.map.labels import from_words
from workshop.model.map.layout import Drawn
from workshop.model.map.strands import leaving
from workshop.model.map.verbs import gaps
from workshop.model.picture import Frame, Picture, Placed, Stroke, Text, View
from workshop.model.record import Actor, Gap

_OPEN = 1.1  # letters between the number and each bar
_ASIDE = [0, *(way * n for n in (1, 2, 3, 4, 5, 6, 8, 10, 12, 15, 18, 22) for way in (1, -1))]  # halves of a mark
_SHARES = (0.5, 0.4, 0.6, 0.3, 0.7, 0.22, 0.78)  # of the way, where the number may lie


def ends_words(view: View, gap: Gap) -> str:
    """Between whom a gap lies."""
    one, other = view.state.get(gap.start, Actor), view.state.get(gap.end, Actor)
    return f"{one.text if one else ''} | {other.text if other else ''}"


def gap_cards(view: View) -> list[Card]:
    """A card for each gap: its number, between whom, and the sentence."""
    found = []
    for number, gap in enumerate(gaps(view.state, view.board), 1):
        text = gap.text or view.words("Not described yet.")
        said = [Said(f"{number}  {ends_words(view, gap)}", 0.9, True, "accent"), Said(text)]
        said += [Said(small, 0.85, ink="muted")] if (small := from_words(view, gap)) else []
        found.append(Card(gap.id, tuple(said), "ochre"))
    return found


def with_gaps(view: View, picture: Picture, map_: Drawn, frame: Frame) -> Picture:
    """The map with each gap drawn: two bars that hold a space open, and its number between them."""
    placed, strokes = list(picture.placed), list(picture.strokes)
    size, taken = frame.least, list(map_.boxes.values())
    for number, gap in enumerate(gaps(view.state, view.board), 1):
        if gap.start not in map_.boxes or gap.end not in map_.boxes:
            continue
        one, other = map_.boxes[gap.start], map_.boxes[gap.end]
        free = _between(one, other, taken, size * 0.75, (picture.width, map_.floor))
        if free is None:
            continue
        mark = _mark(f"gap:{gap.id}", number, free, size, frame)
        taken.append((mark.x, mark.y, mark.x + mark.width, mark.y + mark.height))
        strokes += _bars(gap, one, other, (mark.x + mark.width / 2, mark.y + mark.height / 2), size)
        placed.append(mark)
    return replace(picture, placed=tuple(placed), strokes=tuple(strokes))


def _middle(box: Box) -> Point:
    return (box[0] + box[2]) / 2, (box[1] + box[3]) / 2


def _between(one: Box, other: Box, taken: Sequence[Box], half: float, room: Point) -> Point | None:
    """A free point on the way between two boxes, or the less aside of it the better; None where there is none."""
    (x0, y0), (x1, y1) = leaving(one, _middle(other)), leaving(other, _middle(one))
    far = math.dist((x0, y0), (x1, y1)) or 1.0
    across = (-(y1 - y0) / far, (x1 - x0) / far)
    for aside in _ASIDE:
        for share in _SHARES:
            x = x0 + (x1 - x0) * share + across[0] * aside * half
            y = y0 + (y1 - y0) * share + across[1] * aside * half
            if not (half <= x <= room[0] - half and half <= y <= room[1] - half):
                continue
            if all(b[0] > x + half or b[2] < x - half or b[1] > y + half or b[3] < y - half for b in taken):
                return x, y
    return None


def _mark(id: str, number: int, at: Point, size: float, frame: Frame) -> Placed:
    side, said = size * 1.5, str(number)
    x, y = at[0] - side / 2, at[1] - side / 2
    text = Text(
        (said,), at[0] - frame.measure(said, True) * size / 2, y + (side - size * 1.2) / 2, size, True, "on_accent", 1.2
    )
    return Placed(id, "mark", x, y, side, side, (text,), "warning", shape="round")


def _bars(gap: Gap, one: Box, other: Box, at: Point, size: float) -> list[Stroke]:
    """From each of the two a line that stops at a bar before the number."""
    found = []
    for box in (one, other):
        start = leaving(box, at)
        far = math.dist(start, at)
        if far < size * _OPEN:
            continue
        dx, dy = (at[0] - start[0]) / far, (at[1] - start[1]) / far
        x, y = at[0] - dx * size * _OPEN, at[1] - dy * size * _OPEN
        bar = size * 0.55
        points = (start, (x, y), (x - dy * bar, y + dx * bar), (x + dy * bar, y - dx * bar))
        found.append(Stroke(f"gap:{gap.id}", points, "warning", size / 8))
    return found
