"""Says what differs between two sessions."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from workshop.words import Catalogue

if TYPE_CHECKING:
    import click


def said(words: Catalogue) -> str:
    """What it is for."""
    return words("Say what differs between the boards of two sessions: added, gone, moved and mended.")


def takes(words: Catalogue) -> list[click.Parameter]:
    """The files of two sessions, the earlier one first."""
    import click

    from workshop.commands.given import password_from

    path = click.Path(path_type=Path)
    return [click.Argument(["one"], type=path), click.Argument(["other"], type=path), password_from(words)]


def run(words: Catalogue, one: Path, other: Path) -> int:
    """Print each board that differs, with a line for each difference; 1 where they have no board in common."""
    from workshop.app import again
    from workshop.model.compare import boards, compare, sentences
    from workshop.model.refusal import Refusal

    sides = [again.read(path) for path in (one, other)]
    found = list(boards((sides[0].state, sides[0].exercises), (sides[1].state, sides[1].exercises), words))
    if not found:
        raise Refusal("These two sessions have no exercise in common, so there is nothing to compare.")
    differ = [(title, was, compare(was.items, now.items)) for title, was, now in found]
    for title, board, differences in differ:
        if differences:
            print(f"{title} · {board.title}")
            for sentence in sentences(differences, words):
                print(f"  {sentence.text}")
    if not any(differences for _, _, differences in differ):
        print(words("They say the same."))
    return 0
