"""Choosing another session: one of those worked with before, or a file from anywhere."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from workshop.model.dates_said import written_out
from workshop.screen.boards.desk import Pick
from workshop.words import Catalogue

if TYPE_CHECKING:
    from workshop.screen.house import House

_FILE = "/"  # no session's name
_MOST = 1000  # sessions of the library that are offered; any other is chosen as a file


def session(parent: QWidget, house: House, words: Catalogue, title: str, but: Path | None = None) -> Path | None:
    """The file of the session that is chosen, or None; `but` is one that is not offered.

    The latest come first, and after them the others that the library knows.
    """
    rows = {path: said for path, said in (*_latest(house, words), *_others(house, words)) if path != but}
    paths = list(rows)
    picks = [Pick(str(number), *rows[path]) for number, path in enumerate(paths)]
    chosen = one_of(parent, words, title, [*picks, Pick(_FILE, words("Another file…"))])
    if chosen == _FILE:
        return _from_anywhere(parent, words, title)
    return paths[int(chosen)] if chosen else None


_Said = tuple[Path, tuple[str, str, str]]  # a session's file, and what its row says


def _latest(house: House, words: Catalogue) -> Iterator[_Said]:
    titles = {found.name: found.title for found in house.shelf(words.language)}
    for row in house.recent():
        about = (row.group, titles.get(row.exercise, ""), written_out(row.saved[:10], words))
        yield row.path, (row.title, "", " · ".join(part for part in about if part))


def _others(house: House, words: Catalogue) -> Iterator[_Said]:
    """The newest sessions of the library that can be read."""
    _, ids = house.finding.look("", words, words.language)
    for row in house.finding.listed(ids[:_MOST]):
        held = ", ".join(title or name for name, title in row.exercises)
        about = (row.team, held, written_out(row.date, words))
        if not row.shut:
            yield row.path, (row.title, "", " · ".join(part for part in about if part))


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
