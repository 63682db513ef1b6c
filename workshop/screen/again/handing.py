"""What a session hands over: every file and every text in it is shown before the package is written."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from PySide6.QtWidgets import QDialog, QFileDialog, QHBoxLayout, QListWidget, QPlainTextEdit, QVBoxLayout

from workshop.model.refusal import Refusal
from workshop.screen.again.seat import Seat
from workshop.screen.again.unlocked import shown, unlocked
from workshop.screen.facilitator.leaving import suggested
from workshop.screen.parts.message_bar import MessageBar
from workshop.screen.parts.pieces import button, label

_SIZE = (980, 660)


def show(seat: Seat, path: Path) -> None:
    """Show what a session's package would hold."""
    contents = seat.house.again.contents
    unlocked(seat, (path,), lambda: shown(HandOver(seat, *contents(path, seat.words.language))))


class HandOver(QDialog):
    """The files to the left, what stands in the one that is chosen to the right."""

    def __init__(self, seat: Seat, title: str, files: Mapping[str, str]) -> None:
        super().__init__(seat.parent)
        words = self.words = seat.words
        self._seat, self._files, self._title = seat, files, title
        self.setWindowTitle(words("Hand-over package"))
        self.resize(*_SIZE)
        self.finished.connect(self.deleteLater)
        self.list, self.text = QListWidget(), QPlainTextEdit()
        self.list.setAccessibleName(words("The files of the package"))
        self.text.setAccessibleName(words("What stands in the file"))
        self.text.setReadOnly(True)
        self.messages = MessageBar(words)
        column, middle, row = QVBoxLayout(self), QHBoxLayout(), QHBoxLayout()
        column.setContentsMargins(32, 24, 32, 24)
        column.setSpacing(12)
        column.addWidget(label(words("Hand-over package"), "title"))
        about = words(
            "This is all that is in it: exercises, guides, programme and minutes. Nothing that participants wrote, "
            "and no names. Read the programme's texts once more: they are your own."
        )
        column.addWidget(label(about, quiet=True, wraps=True))
        self.list.setFixedWidth(300)
        middle.setSpacing(16)
        middle.addWidget(self.list)
        middle.addWidget(self.text, 1)
        column.addLayout(middle, 1)
        column.addWidget(self.messages)
        self.save = button(words("&Save the package…"), main=True)
        self.save.setDefault(True)
        cancel = button(words("Cancel"))
        self.save.clicked.connect(self._save)
        cancel.clicked.connect(self.reject)
        row.setSpacing(12)
        row.addStretch(1)
        row.addWidget(cancel)
        row.addWidget(self.save)
        column.addLayout(row)
        self.list.currentTextChanged.connect(lambda name: self.text.setPlainText(files.get(name, "")))
        self.list.addItems(sorted(files, key=lambda name: ("/" in name, name)))
        self.list.setCurrentRow(0)
        self.list.setFocus()

    def _save(self) -> None:
        start = suggested(f"{self._title}.zip")
        chosen, _ = QFileDialog.getSaveFileName(self, self.words("Save the package"), start, "Zip (*.zip)")
        if chosen:
            self.write(Path(chosen))

    def write(self, path: Path) -> None:
        """Write the package, or say why not."""
        try:
            self._seat.house.again.write(path, self._files)
        except Refusal as no:
            self.messages.say(self.words.refusal(no))
        else:
            self.accept()
