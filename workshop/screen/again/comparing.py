"""Two sessions beside each other: their boards, and what differs in sentences."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QDialog, QHBoxLayout, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from workshop.model.compare import Compared, Session, board_told, common, compare, sentences, text_of
from workshop.model.dates_said import written_out
from workshop.model.other import Other
from workshop.model.record import Board, Id
from workshop.model.refusal import Refusal
from workshop.model.visible import Audience, visible
from workshop.model.whole import whole
from workshop.model.words import Words
from workshop.screen.again import choosing
from workshop.screen.again.drawn import Drawn
from workshop.screen.again.seat import Seat
from workshop.screen.again.unlocked import shown, unlocked
from workshop.screen.parts.meanwhile import meanwhile
from workshop.screen.parts.pieces import Elided, button, label
from workshop.screen.parts.wrapped import DETAIL, Wrapped
from workshop.words import Catalogue

_SIZE = (1240, 660)


def begin(seat: Seat, path: Path, now: Other | None = None) -> None:
    """Choose a session to compare one with, and show the two; `now` is that one as it stands."""
    title = seat.words("Compare with another session")
    chosen = choosing.session(seat.parent, seat.house, seat.words, title, but=path)
    if chosen is None:
        return
    read = seat.house.again.read
    unlocked(seat, (path, chosen), lambda: shown(Beside(seat, now or read(path), read(chosen))))


def _compared(seen: Sequence[Session], pairs: Sequence[tuple[Board, Board]], words: Catalogue) -> list[Compared]:
    """What differs between the boards of each pair."""
    told = ([board_told(side, board, words) for side, board in zip(seen, pair, strict=True)] for pair in pairs)
    return [compare(one.items, other.items) for one, other in told]


class Beside(QDialog):
    """The earlier session to the left. Choosing a sentence picks what it speaks of on both boards."""

    def __init__(self, seat: Seat, one: Other, other: Other) -> None:
        super().__init__(seat.parent)
        words = self.words = seat.words
        self.sides = sorted((one, other), key=lambda side: (side.held.date, side.held.made))
        self._seen: list[Session] = [(visible(s.state, Audience.FACILITATOR), s.exercises) for s in self.sides]
        self.pairs = list(common(self._seen[0][0], self._seen[1][0]))
        if not self.pairs:
            raise Refusal("These two sessions have no exercise in common, so there is nothing to compare.")
        self._found = meanwhile(words, lambda: _compared(self._seen, self.pairs, words), lambda _: None)
        self.finished.connect(self.deleteLater)
        self.setWindowTitle(words("Compare"))
        self.resize(*_SIZE)
        self.boards, self.said = _listed(words("The boards")), _listed(words("What differs"))
        self.drawn = [Drawn(seat.theme, side.held.title) for side in self.sides]
        self._arrange()
        for (mine, _), found in zip(self.pairs, self._found, strict=True):
            text = text_of(self._seen[0], mine, words)
            count = len(found.added) + len(found.gone) + len({*found.moved, *found.mended})
            said = words.many("{n} difference", "{n} differences", count) if count else words("no difference")
            self.boards.addItem(_row(text.board(mine.key).title, f"{text.title} · {said}"))
        self.boards.currentRowChanged.connect(self._show)
        self.said.currentRowChanged.connect(self._light)
        for number, drawn in enumerate(self.drawn):
            drawn.picked.connect(lambda ids, number=number: self._pick_fellow(number, ids))
        self.boards.setCurrentRow(0)

    def _arrange(self) -> None:
        words, column = self.words, QVBoxLayout(self)
        column.setContentsMargins(24, 24, 24, 24)
        column.setSpacing(12)
        middle, sheets = QHBoxLayout(), QHBoxLayout()
        middle.setSpacing(24)
        sheets.setSpacing(16)
        for side, drawn in zip(self.sides, self.drawn, strict=True):
            sheets.addWidget(_under(side, drawn, words), 1)
        self.boards.setFixedWidth(240)
        middle.addWidget(self.boards)
        middle.addLayout(sheets, 1)
        column.addLayout(middle, 3)
        column.addWidget(label(words("What differs"), "large"))
        column.addWidget(self.said, 1)
        row = QHBoxLayout()
        row.setSpacing(12)
        copy, close = button(words("Copy the &sentences")), button(words("Close"))
        copy.clicked.connect(lambda: QGuiApplication.clipboard().setText("\n".join(self.sentences())))
        close.clicked.connect(self.accept)
        row.addStretch(1)
        row.addWidget(copy)
        row.addWidget(close)
        column.addLayout(row)

    def sentences(self) -> list[str]:
        """What differs on the board that is shown."""
        return [self.said.item(row).text() for row in range(self.said.count())]

    def _groups(self) -> tuple[str, str]:
        """What two groups that worked beside each other are called; nothing where it is then and now."""
        one, other = (side.held for side in self.sides)
        apart = one.date == other.date and one.group != other.group
        return (one.group or one.title, other.group or other.title) if apart else ("", "")

    def _show(self, row: int) -> None:
        """A board on either side, and what differs."""
        for side, board, drawn in zip(self._seen, self.pairs[row], self.drawn, strict=True):
            drawn.show_view(whole(side[0], board, text_of(side, board, self.words).board(board.key), self.words))
        self._told = sentences(self._found[row], self.words, self._groups())
        self.said.clear()
        for sentence in self._told:
            self.said.addItem(QListWidgetItem(sentence.text))
        self.said.setCurrentRow(0)

    def _light(self, row: int) -> None:
        if 0 <= row < len(self._told):
            self.drawn[0].pick(self._told[row].was)
            self.drawn[1].pick(self._told[row].now)

    def _pick_fellow(self, number: int, ids: Sequence[Id]) -> None:
        """The same thing on the other board."""
        pairs = self._found[self.boards.currentRow()].kept
        ends = [(p.was.id, p.now.id) if number == 0 else (p.now.id, p.was.id) for p in pairs]
        self.drawn[1 - number].pick(tuple(there for here, there in ends if here in ids))

    def shown(self) -> tuple[Board, Board]:
        """The two boards that are shown."""
        return self.pairs[self.boards.currentRow()]


def _row(title: str, about: str) -> QListWidgetItem:
    item = QListWidgetItem(f"{title}\n{about}")
    item.setData(DETAIL, about)
    return item


def _listed(name: str) -> QListWidget:
    made = QListWidget()
    made.setWordWrap(True)
    made.setAccessibleName(name)
    made.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    Wrapped(made)
    return made


def _under(side: Other, drawn: Drawn, words: Words) -> QWidget:
    """A board with the session that it is of over it."""
    made, title, about = QWidget(), Elided("large"), Elided(quiet=True)
    title.say(side.held.title)
    about.say(" · ".join(part for part in (side.held.group, written_out(side.held.date, words)) if part))
    column = QVBoxLayout(made)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(4)
    for widget in (title, about):
        column.addWidget(widget)
    column.addSpacing(4)
    column.addWidget(drawn, 1)
    return made
