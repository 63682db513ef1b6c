"""Boards as pictures that stand alone, of any size: each with its title, as large as the letters can be."""

import math
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from workshop.model.exercise import Step
from workshop.model.picture import Picture
from workshop.model.refusal import Refusal
from workshop.paper.document import Figure, Poster
from workshop.paper.figures import POSTER_LETTERS, pictures
from workshop.paper.files import put, put_together
from workshop.paper.pages import poster_sheet
from workshop.paper.seen import Told, seen
from workshop.paper.sheets import A3, POSTER_EDGE, POSTER_TOP
from workshop.paper.wish import Wish

LEAST, MOST = 320, 16384  # pixels that a picture's side may have
_FOOT = 44.0


@dataclass(frozen=True, slots=True)
class Single:
    """A picture of a board on its own; `name` is unlike all others' and may be part of a file's name."""

    name: str
    title: str
    picture: Picture


def singles(wish: Wish) -> tuple[Single, ...]:
    """Every board that something lies on, as an audience may see it, or the one with a key; in the size's proportions.

    Refusal where there is no such board or size.
    """
    if not all(LEAST <= side <= MOST for side in wish.size):
        raise Refusal("A picture's sides are {least} to {most} pixels. Choose another size.", least=LEAST, most=MOST)
    told, found, runs = seen(wish), [], {}
    for ran in told.runs:
        runs[ran.exercise.name] = number = runs.get(ran.exercise.name, 0) + 1
        named = ran.exercise.name if number == 1 else f"{ran.exercise.name}-{number}"
        for board in told.boards(ran):
            if wish.board in ("", board.board.key, board.board.id) and not _empty(board):
                found += _of(board, named, wish.size)
    if not found and wish.board:
        raise Refusal("Nothing to show lies on a board with the name “{name}”.", name=wish.board)
    if not found:
        raise Refusal("Nothing has been written on a board yet, so there is no picture to make.")
    return tuple(found)


def put_pictures(path: Path, kind: str, found: Mapping[str, bytes]) -> None:
    """Pictures by name put into a folder, or the only one into a file; the path's ending says which it is.

    Refusal where they don't fit there, or can't be written.
    """
    if not path.suffix:
        put_together(path, {f"{name}.{kind}": content for name, content in found.items()})
    elif len(found) == 1:
        put(path, next(iter(found.values())))
    else:
        said = {"n": len(found), "ending": path.suffix}
        raise Refusal("There are {n} pictures. Give the name of a folder, without “{ending}”.", **said)


def _empty(board: Told) -> bool:
    """Whether there is nothing to tell of a board; its figures are not drawn to know that."""
    return not board.kind.whole(board.view) and not board.kind.section(board.view, tuple(board.views), _undrawn)


def _undrawn(step: Step) -> Figure:
    return Figure("", ())


def _of(board: Told, named: str, size: tuple[int, int]) -> Iterator[Single]:
    """A board's pictures: one for each step that tells something, on pages with as much paper as an A3 has."""
    scale = math.sqrt(A3[0] * A3[1] / (size[0] * size[1]))
    wide, high = size[0] * scale, size[1] * scale
    for step, view in board.views.items():
        made = pictures(view, wide - 2 * POSTER_EDGE, high - POSTER_TOP - _FOOT, POSTER_LETTERS)
        caption = board.title(step) if board.title(step) != board.text.title else ""
        poster = Poster(board.text.title, caption, made, "")
        name = ".".join(dict.fromkeys((named, board.board.key, *([step.key] if len(board.views) > 1 else []))))
        for page in range(len(made)):
            numbered = f"{name}.{page + 1}" if len(made) > 1 else name
            yield Single(numbered, board.text.title, poster_sheet(poster, page, (wide, high)).picture)
