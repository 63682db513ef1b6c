"""All the keys of a window on one page."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
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

Section = tuple[str, Sequence[tuple[str, str]]]


def key_cap(keys: str) -> QLabel:
    """A key as it is drawn beside what it does."""
    cap = QLabel(keys)
    cap.setTextFormat(Qt.TextFormat.PlainText)
    cap.setProperty("role", "key")
    return cap


def native(sequence: str | QKeySequence | QKeySequence.StandardKey) -> str:
    """A key as this platform writes it."""
    return QKeySequence(sequence).toString(QKeySequence.SequenceFormat.NativeText)


class KeysDialog(QDialog):
    """Keys in two columns under headings; `sections` are (title, [(keys, what they do)])."""

    def __init__(self, sections: Sequence[Section], words: Words, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(words("All keys"))
        page = QWidget()
        columns = QHBoxLayout(page)
        columns.setContentsMargins(0, 0, 12, 0)
        columns.setSpacing(64)
        for part in _halves(sections):
            column = QVBoxLayout()
            column.setSpacing(32)
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
        buttons = QDialogButtonBox()
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
        close.setFocus()


def _section(title: str, keys: Sequence[tuple[str, str]]) -> QGridLayout:
    grid = QGridLayout()
    grid.setHorizontalSpacing(16)
    grid.setVerticalSpacing(8)
    grid.setColumnMinimumWidth(0, 112)
    grid.setColumnStretch(1, 1)
    heading = QLabel(title)
    heading.setProperty("role", "large")
    grid.addWidget(heading, 0, 0, 1, 2)
    for row, (key, what) in enumerate(keys, 1):
        said = QLabel(what)
        said.setTextFormat(Qt.TextFormat.PlainText)
        said.setWordWrap(True)
        said.setMinimumWidth(220)
        grid.addWidget(key_cap(key), row, 0, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)
        grid.addWidget(said, row, 1)
    return grid


def _halves(sections: Sequence[Section]) -> tuple[list[Section], list[Section]]:
    """The sections divided, in order, so that both columns are about as long."""
    heights = [len(keys) + 2 for _, keys in sections]
    cut = min(range(1, len(sections) + 1), key=lambda n: abs(sum(heights[:n]) - sum(heights[n:])), default=0)
    return list(sections[:cut]), list(sections[cut:])


def _read_out(sections: Sequence[Section]) -> str:
    return "\n".join(f"{title}: " + "; ".join(f"{key}, {what}" for key, what in keys) for title, keys in sections)
