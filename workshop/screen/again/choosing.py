"""Choosing another session: one of those worked with before, or a file from anywhere."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from workshop.model.dates_said import written_out
from workshop.screen.boards.desk import Pick
from workshop.words import Catalogue

if TYPE_CHECKING:
    from workshop.screen.house import House

_FILE = "/"  # no session's name


def session(parent: QWidget, house: House, words: Catalogue, title: str, but: Path | None = None) -> Path | None:
    """The file of the session that is chosen, or None; `but` is one that is not offered."""
    titles = {found.name: found.title for found in house.shelf(words.language)}
    rows = [recent for recent in house.recent() if recent.path != but]
    picks = [
        Pick(
            str(n),
            row.title,
            detail=" · ".join(
                p for p in (row.group, titles.get(row.exercise, ""), written_out(row.saved[:10], words)) if p
            ),
        )
        for n, row in enumerate(rows)
    ]
    chosen = one_of(parent, words, title, [*picks, Pick(_FILE, words("Another file…"))])
    if chosen == _FILE:
        return _from_anywhere(parent, words, title)
    return rows[int(chosen)].path if chosen else None


def _from_anywhere(parent: QWidget, words: Catalogue, title: str) -> Path | None:
    from PySide6.QtWidgets import QFileDialog

    path, _ = QFileDialog.getOpenFileName(parent, title, "", words("Session files (*{suffix})", suffix=".workshop"))
    return Path(path) if path else None


def one_of(parent: QWidget, words: Catalogue, title: str, picks: Sequence[Pick]) -> str:
    """The key of what is chosen in a list; "" where nothing is."""
    from workshop.screen.parts.chooser import Chooser

    chooser = Chooser(parent, title, picks, words)
    chosen = chooser.chosen() if chooser.exec() else ""
    chooser.deleteLater()
    return chosen
