"""All the keys of a window on one page."""

from collections.abc import Sequence
from itertools import combinations_with_replacement, pairwise

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from workshop.model.words import Words
from workshop.screen.parts.pieces import key_cap

Section = tuple[str, Sequence[tuple[str, str]]]
_COLUMN = 12  # keys on which a column more is begun, so that a small screen shows all without scrolling


class KeysDialog(QDialog):
    """Keys in columns under headings; `sections` are (title, [(keys, what they do)])."""

    def __init__(self, sections: Sequence[Section], words: Words, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(words("All keys"))
        page = QWidget()
        columns = QHBoxLayout(page)
        columns.setContentsMargins(0, 0, 12, 0)
        columns.setSpacing(24)
        for part in _divided(sections, _columns(sections)):
            column = QVBoxLayout()
            column.setSpacing(24)
            for title, keys in part:
                column.addLayout(_section(title, keys))
            column.addStretch(1)
            columns.addLayout(column, 1)
        scroll = QScrollArea()
        scroll.setWidgetResizable(True)
        scroll.setWidget(page)
        scroll.setAccessibleName(words("All keys"))
        scroll.setAccessibleDescription(_read_out(sections))
        title = QLabel(words("All keys"))
        title.setProperty("role", "title")
        buttons = QDialogButtonBox(self)
        close = buttons.addButton(words("Close"), QDialogButtonBox.ButtonRole.RejectRole)
        close.setDefault(True)
        buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.setContentsMargins(32, 24, 32, 24)
        column.setSpacing(24)
        column.addWidget(title)
        column.addWidget(scroll, 1)
        column.addWidget(buttons)
        wanted, room = page.sizeHint(), self.screen().availableSize()
        self.resize(min(wanted.width() + 96, room.width() - 64), min(wanted.height() + 200, room.height() - 64))
        scroll.setFocus()  # so that the keys that leaf work; Enter is the button's from here too


def _columns(sections: Sequence[Section]) -> int:
    return min(4, max(2, -(-sum(len(keys) for _, keys in sections) // _COLUMN)))


def _section(title: str, keys: Sequence[tuple[str, str]]) -> QGridLayout:
    grid = QGridLayout()
    grid.setHorizontalSpacing(12)
    grid.setVerticalSpacing(4)
    grid.setColumnMinimumWidth(0, 96)
    grid.setColumnStretch(1, 1)
    heading = QLabel(title)
    heading.setProperty("role", "large")
    grid.addWidget(heading, 0, 0, 1, 2)
    for row, (key, what) in enumerate(keys, 1):
        said = QLabel(what)
        said.setTextFormat(Qt.TextFormat.PlainText)
        said.setWordWrap(True)
        said.setMinimumWidth(150)
        grid.addWidget(key_cap(key), row, 0, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)
        grid.addWidget(said, row, 1)
    return grid


def _divided(sections: Sequence[Section], count: int) -> list[list[Section]]:
    """The sections divided, in order, into so many columns, the longest as short as can be."""
    heights = [len(keys) + 2 for _, keys in sections]
    ends = range(len(sections) + 1)
    ways = ((0, *cuts, len(sections)) for cuts in combinations_with_replacement(ends, count - 1))
    best = min(ways, key=lambda way: max(sum(heights[start:end]) for start, end in pairwise(way)))
    return [list(sections[start:end]) for start, end in pairwise(best)]


def _read_out(sections: Sequence[Section]) -> str:
    return "\n".join(f"{title}: " + "; ".join(f"{key}, {what}" for key, what in keys) for title, keys in sections)
