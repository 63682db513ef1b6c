"""A board's pictures for paper: letters as large as fit, every card whole, as many sheets as it takes."""

import math
from collections.abc import Callable, Collection, Sequence
from dataclasses import replace
from functools import cache

from workshop.look import measure
from workshop.model.boards import KINDS
from workshop.model.picture import Frame, Picture, View
from workshop.model.record import Id

FIGURE_LETTERS = (10.0, 9.0, 8.0)  # points; the last is the least in which a board is drawn on a page for reading
_SLACK = 1.05  # how far a size may miss what the square says and still be tried
_FEW = 4  # pages, of which larger letters are tried
POSTER_LETTERS = (28.0, 24.0, 21.0, 18.0, 16.0, 14.0, 12.5, 11.0, 10.0, 9.0)


def pictures(
    view: View, width: float, height: float, letters: Sequence[float], like: Sequence[Picture] = ()
) -> tuple[Picture, ...]:
    """The board in the largest letters that hold it on one sheet, or on as few sheets as the smallest ones do.

    `like` are pictures of the same on other paper, which tell where to begin trying.
    """
    kind, least = KINDS[view.board.kind], letters[-1]
    frame = Frame(width, height, least, least, measure)

    @cache
    def whole(size: float) -> Picture:
        return kind.layout(view, replace(frame, text=size))

    size, taken = _largest(letters, lambda size: whole(size).height / height, _guess(letters, width * height, like))
    if size:
        return (_cropped(whole(size)),)
    fewest = math.ceil(taken)

    def pages(size: float) -> Sequence[Picture]:
        return kind.sheets(view, replace(frame, text=size, paged=True))

    place = _at_most(letters, least * math.sqrt(fewest / taken))
    made = pages(letters[place])
    if len(made) > fewest:
        place, made = len(letters) - 1, pages(least)
    return tuple(map(_cropped, _larger(letters[: place + 1], made, pages)))


def _larger(
    letters: Sequence[float], made: Sequence[Picture], pages: Callable[[float], Sequence[Picture]]
) -> Sequence[Picture]:
    """Pages made in the smallest of some letters, or as many in the largest that take no more; of few pages only."""
    first, last = 0, len(letters) - 1
    while len(made) <= _FEW and first < last:
        middle = (first + last) // 2
        tried = pages(letters[middle])
        if len(tried) <= len(made):
            made, last = tried, middle
        else:
            first = middle + 1
    return made


def without(picture: Picture, ids: Collection[Id]) -> Picture:
    """A picture without the cards of some records, as high as what is left needs."""
    kept = tuple(p for p in picture.placed if p.role != "card" or p.id not in ids)
    top = min([p.y for p in kept] + [y for s in picture.strokes for _, y in s.points], default=0.0)
    left = replace(picture, placed=kept).moved(0, -top, picture.width, picture.height)
    return _cropped(left)


def _largest(letters: Sequence[float], fill: Callable[[float], float], place: int) -> tuple[float, float]:
    """The largest of some sizes that fits, trying from a place among them, or 0; and how much paper the last one takes.

    `fill` is the part of the paper that a size takes: over 1 does not fit. It grows with the square of the size, so one
    try tells which to try next, and the sure ones need none.
    """
    fitting = taken = 0.0
    while place < len(letters):
        size = letters[place]
        taken = fill(size)
        if taken > 1:
            if fitting:
                break
            taken *= (letters[-1] / size) ** 2
            place = max(place + 1, _at_most(letters, letters[-1] / math.sqrt(taken) * _SLACK))
        else:
            fitting = size
            if not place or taken * (letters[place - 1] / size) ** 2 > _SLACK**2:
                break
            place -= 1
    return fitting, max(taken, 1.01)


def _guess(letters: Sequence[float], paper: float, like: Sequence[Picture]) -> int:
    """The place of the size that would fill so much paper as the like pictures fill theirs."""
    sizes = [text.size for picture in like for p in picture.placed if p.role == "card" for text in p.texts]
    if not sizes:
        return 0
    wanted = max(sizes) * math.sqrt(paper / sum(picture.width * picture.height for picture in like))
    return min(_at_most(letters, wanted / _SLACK), len(letters) - 1)


def _at_most(letters: Sequence[float], size: float) -> int:
    """The place of the largest size that is no larger than this; the number of sizes where all are larger."""
    return next((place for place, letter in enumerate(letters) if letter <= size), len(letters))


def _cropped(picture: Picture) -> Picture:
    """A picture no higher than what lies on it."""
    bottoms = [p.y + p.height for p in picture.placed] + [y for s in picture.strokes for _, y in s.points]
    return replace(picture, height=max(bottoms, default=0.0))
