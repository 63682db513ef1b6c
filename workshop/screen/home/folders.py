"""The dialog “Folders”: whose sessions the library holds."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QFileDialog, QHBoxLayout, QListWidget, QListWidgetItem, QPushButton, QVBoxLayout

from workshop.model.refusal import Refusal
from workshop.screen.parts.message_bar import MessageBar
from workshop.screen.parts.pieces import escaped, label

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from workshop.screen.finding import Finding
    from workshop.words import Catalogue


class FoldersDialog(QDialog):
    """A list of folders; the first is the library's own and stays."""

    def __init__(self, finding: Finding, words: Catalogue, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._finding, self._words = finding, words
        self.setWindowTitle(words("Folders in the library"))
        self.resize(640, 380)
        self.list = QListWidget()
        self.list.setAccessibleName(words("Folders in the library"))
        self.list.setTextElideMode(Qt.TextElideMode.ElideMiddle)
        self.refusals = MessageBar(words)
        self.add_button, self.remove_button = QPushButton(words("&Add a folder…")), QPushButton(words("&Take it away"))
        close = QPushButton(words("Close"))
        close.setDefault(True)
        for button in (self.add_button, self.remove_button):
            button.setProperty("flat", "true")
            button.setAutoDefault(False)
        self.add_button.clicked.connect(self._ask)
        self.remove_button.clicked.connect(self.remove)
        close.clicked.connect(self.accept)
        buttons = QHBoxLayout()
        buttons.setSpacing(12)
        buttons.addWidget(self.add_button)
        buttons.addWidget(self.remove_button)
        buttons.addStretch(1)
        buttons.addWidget(close)
        column = QVBoxLayout(self)
        column.setContentsMargins(32, 24, 32, 24)
        column.setSpacing(12)
        column.addWidget(label(words("Folders in the library"), "title"))
        said = words(
            "Sessions in these folders, and in those within them, are listed and searched. They stay where they lie."
        )
        column.addWidget(label(said, quiet=True, wraps=True))
        column.addWidget(self.list, 1)
        column.addWidget(self.refusals)
        column.addLayout(buttons)
        self.list.currentRowChanged.connect(lambda row: self.remove_button.setEnabled(row > 0))
        self._fill()

    def _fill(self) -> None:
        self.list.clear()
        for folder in self._finding.folders():
            item = QListWidgetItem(str(folder))
            item.setToolTip(escaped(str(folder)))
            self.list.addItem(item)
        self.list.setCurrentRow(self.list.count() - 1)

    def _ask(self) -> None:
        if folder := QFileDialog.getExistingDirectory(self, self._words("Add a folder")):
            self.add(Path(folder))

    def add(self, folder: Path) -> None:
        """Have the library hold a folder."""
        self._do(lambda: self._finding.add_folder(folder))

    def remove(self) -> None:
        """Take the folder that is picked out of the library."""
        if (item := self.list.currentItem()) is not None:
            self._do(lambda: self._finding.remove_folder(Path(item.text())))

    def _do(self, act: Callable[[], object]) -> None:
        self.refusals.clear()
        try:
            act()
        except Refusal as no:
            self.refusals.say(self._words.refusal(no))
        self._fill()
