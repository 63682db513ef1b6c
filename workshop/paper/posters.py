"""Boards to hang on a wall: each on a sheet of its own, or on as many as it takes."""

from collections.abc import Iterator
from dataclasses import replace

from workshop.model.refusal import Refusal
from workshop.paper.document import Document, Poster
from workshop.paper.figures import POSTER_LETTERS, pictures
from workshop.paper.seen import Told, seen
from workshop.paper.sheets import POSTER
from workshop.paper.wish import Wish

SIZES = {"A3": 1.0, "A2": 2**0.5, "A1": 2.0}  # how much larger than A3 each is


def posters(wish: Wish) -> Document:
    """Every board that something lies on as posters, or the one that is wanted; Refusal where there is none."""
    found = seen(wish)
    hung = [
        poster
        for ran in found.runs
        for board in found.boards(ran)
        if wish.board in ("", board.board.key, board.board.id) and (board.section or board.kind.whole(board.view))
        for poster in _of(board)
    ]
    if not hung:
        raise Refusal("Nothing has been written on a board yet, so there is nothing to hang on the wall.")
    return replace(found.paper((), hung, titled=False), scale=SIZES[wish.sheet])


def _of(board: Told) -> Iterator[Poster]:
    for step, view in board.views.items():
        caption = board.title(step) if board.title(step) != board.text.title else ""
        like = figure.pictures if (figure := board.drawn(step)) else ()
        made = pictures(view, *POSTER, POSTER_LETTERS, like)
        yield Poster(board.text.title, caption, made, f"poster:{board.board.id}:{step.key}", board.twin(step))
