"""The sessions that a line finds, and the hits in them, as rows that are fetched when they come into view."""

from __future__ import annotations

import datetime
from collections import OrderedDict
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import (
    QAbstractListModel,
    QDate,
    QLocale,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    QTimer,
    Signal,
)
from PySide6.QtGui import QPixmap

from workshop.model.hits import Hit, Listed
from workshop.model.sought import Sought
from workshop.model.value import valueclass
from workshop.screen.home.recent import LOCALES, PICTURE
from workshop.screen.parts.pieces import escaped

if TYPE_CHECKING:
    from workshop.screen.finding import Finding
    from workshop.words import Catalogue

_TOGETHER, _HITS = 25, 10  # sessions fetched at a time: in a list, and with their hits
_FIRST = 200  # sessions that have a row from the beginning: Qt gives each row its place, which takes time
_SHOWN = 4  # hits of one session
_PICTURES = 300  # as many are remembered
_APART = " · "  # between the lines of a text that is shown in one
_ROOM = 40  # letters before a hit's first mark where it stands far into its text

Index = QModelIndex | QPersistentModelIndex


@valueclass
class Row:
    """A session, or a hit in the session above it; `count` is how many hits that one has."""

    session: Listed
    hit: Hit | None = None
    count: int = 0


def facts(session: Listed, words: Catalogue) -> tuple[str, ...]:
    """What one knows a session by beside its title: group and exercises, or why no more than its name is known."""
    if session.shut:
        return (shut(session, words),)
    held = ", ".join(title or name for name, title in session.exercises)
    return tuple(part for part in (session.team, held) if part)


def shut(session: Listed, words: Catalogue) -> str:
    """Why nothing but a session's name is known."""
    return {"protected": words("Protected"), "unreadable": words("Can't be read")}.get(session.shut, "")


def still_open(session: Listed, words: Catalogue) -> str:
    """How many of its agreements are still open, in words; nothing where none was made."""
    if session.open:
        return words.many("{n} agreement still open", "{n} agreements still open", session.open)
    return words("All agreements closed") if session.agreed else ""


def day(session: Listed, words: Catalogue) -> str:
    """The day of a session, as one says it."""
    try:
        at = datetime.date.fromisoformat(session.date)
    except ValueError:
        return session.date
    return QLocale(LOCALES[words.language]).toString(QDate(at.year, at.month, at.day), "d MMMM yyyy")


def place(hit: Hit, words: Catalogue) -> str:
    """Where in its session a hit lies."""
    told = " · ".join(dict.fromkeys(part for part in (hit.place.title, hit.place.board) if part))
    return told or words("About the session")


def excerpt(hit: Hit) -> tuple[str, tuple[tuple[int, int], ...]]:
    """A hit's text in one line, begun so late that its first mark is seen, and the marks in it."""
    text = hit.text.replace("\n", _APART)
    longer = len(_APART) - 1
    marks = [tuple(at + longer * hit.text.count("\n", 0, at) for at in mark) for mark in hit.marks]
    first = marks[0][0] if marks else 0
    start = text.rfind(" ", 0, max(0, first - _ROOM)) + 1 if first > 2 * _ROOM else 0
    before = "… " if start else ""
    shift = len(before) - start
    return before + text[start:], tuple((begins + shift, ends + shift) for begins, ends in marks)


class Found(QAbstractListModel):
    """The rows. Without words to look for, a row for each session; with them, each session and its hits."""

    def __init__(self, finding: Finding, words: Catalogue, parent: QObject) -> None:
        super().__init__(parent)
        self._finding, self.words = finding, words
        self.asked, self.ids = Sought(), []
        self._rows: list[Row] = []  # of the hits
        self._listed: dict[int, Listed] = {}
        self._next = self._count = 0

    @property
    def with_hits(self) -> bool:
        """Whether there are words to look for."""
        return bool(self.asked.words)

    def show(self, asked: Sought, ids: Sequence[int]) -> None:
        """Show what was found."""
        self.beginResetModel()
        self.asked, self.ids = asked, list(ids)
        self._listed, self._rows, self._next = {}, [], 0
        if self.with_hits:
            self._rows = self._more()
        self._count = len(self._rows) if self.with_hits else min(_FIRST, len(ids))
        self.endResetModel()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008  (Qt's own signature)
        """How many rows there are by now."""
        return 0 if parent.isValid() else self._count

    def canFetchMore(self, parent: Index) -> bool:
        """Whether there are rows that nobody has scrolled to yet."""
        return self.more_hits() if self.with_hits else self._count < len(self.ids)

    def more_hits(self) -> bool:
        """Whether there are sessions whose hits have not been fetched."""
        return self.with_hits and self._next < len(self.ids)

    def fetchMore(self, parent: Index) -> None:
        """Give the hits of some more sessions a row each, or as many sessions as have one already."""
        rows = self._more() if self.with_hits else []
        added = len(rows) if self.with_hits else min(self._count, len(self.ids) - self._count)
        if added:
            self.beginInsertRows(QModelIndex(), self._count, self._count + added - 1)
            self._rows += rows
            self._count += added
            self.endInsertRows()

    def _more(self) -> list[Row]:
        """The rows of the next sessions that have any hit."""
        rows: list[Row] = []
        while not rows and self._next < len(self.ids):
            some = self.ids[self._next : self._next + _HITS]
            self._next += len(some)
            hits = self._finding.hits(some, self.asked)
            for session in self._finding.listed(some):
                if of := hits.get(session.id):
                    rows.append(Row(session, None, len(of)))
                    rows += [Row(session, hit) for hit in of[:_SHOWN]]
        return rows

    def row(self, number: int) -> Row | None:
        """A row; None where its session has gone from the library meanwhile."""
        if self.with_hits:
            return self._rows[number]
        id = self.ids[number]
        if id not in self._listed:
            at = number - number % _TOGETHER
            self._listed |= {each.id: each for each in self._finding.listed(self.ids[at : at + _TOGETHER])}
        return Row(self._listed[id]) if id in self._listed else None

    def sessions(self) -> int:
        """How many sessions there are, or have been fetched so far."""
        return sum(row.hit is None for row in self._rows) if self.with_hits else len(self.ids)

    def number_of(self, path: Path, hit: str = "") -> int:
        """The row of a session, or of a hit in it, among those that have been fetched; -1 where there is none."""
        rows = self._rows if self.with_hits else map(self._seen, self.ids)
        wanted = (path, hit)
        for number, row in enumerate(rows):
            if row and (row.session.path, row.hit.id if row.hit else "") == wanted:
                return number
        return -1

    def _seen(self, id: int) -> Row | None:
        return Row(self._listed[id]) if id in self._listed else None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """A session's title or a hit's text; all of it to a screen reader and in the tooltip."""
        row = self.row(index.row()) if index.isValid() else None
        if row is None:
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return row.hit.text if row.hit else row.session.title
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return self.said(row)
        if role == Qt.ItemDataRole.ToolTipRole:
            return escaped(row.hit.text if row.hit else str(row.session.path)).replace("\n", "<br>")
        return None

    def said(self, row: Row) -> str:
        """A row in words."""
        if row.hit:
            return f"{place(row.hit, self.words)}: {row.hit.text}"
        session, words = row.session, self.words
        count = words.many("{n} hit", "{n} hits", row.count) if row.count else ""
        told = (session.title, day(session, words), *facts(session, words), still_open(session, words), count)
        return ", ".join(part for part in told if part)


class Pictures(QObject):
    """What sessions look like, one at a time, when there is nothing else to do."""

    came = Signal()

    def __init__(self, finding: Finding, parent: QObject) -> None:
        super().__init__(parent)
        self._finding = finding
        self._there: OrderedDict[Path, QPixmap | None] = OrderedDict()
        self._wanted: list[Path] = []
        self._timer = QTimer(self, interval=0, singleShot=True)
        self._timer.timeout.connect(self._fetch)

    def of(self, path: Path) -> QPixmap | None:
        """A session's picture where it is known; it is fetched where it isn't."""
        if path in self._there:
            return self._there[path]
        if path in self._wanted:
            self._wanted.remove(path)
        self._wanted.append(path)  # what was asked for last is in view
        self._timer.start()
        return None

    def forget(self) -> None:
        """Look anew."""
        self._there.clear()

    def _fetch(self) -> None:
        path = self._wanted.pop()
        del self._wanted[:-20]  # the rest has been scrolled past
        self._there[path] = _scaled(self._finding.picture(path))
        while len(self._there) > _PICTURES:
            self._there.popitem(last=False)
        self.came.emit()
        if self._wanted:
            self._timer.start()


def _scaled(png: bytes | None) -> QPixmap | None:
    found = QPixmap()
    if png is None or not found.loadFromData(png):
        return None
    ratio = 2  # sharp on every screen
    wide, soft = Qt.AspectRatioMode.KeepAspectRatioByExpanding, Qt.TransformationMode.SmoothTransformation
    found = found.scaled(PICTURE * ratio, wide, soft)
    found.setDevicePixelRatio(ratio)
    return found
