"""What is wrong in an exercise that was not added: every fault with its place, to be mended one after another."""

from __future__ import annotations

from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QDialog, QHBoxLayout, QListWidget, QVBoxLayout, QWidget

from workshop.model.refusal import Faulty
from workshop.screen.parts.pieces import button, label
from workshop.screen.parts.wrapped import Wrapped
from workshop.words import Catalogue

_MOST = 40  # faults that are listed; whoever has mended those adds it once more
_SIZE = (640, 460)


class FaultsDialog(QDialog):
    """A line for each fault, in the order of the files, to be copied to whoever mends them."""

    def __init__(self, parent: QWidget, words: Catalogue, no: Faulty) -> None:
        super().__init__(parent)
        self.finished.connect(self.deleteLater)
        self.setWindowTitle(words("Not added"))
        self.resize(*_SIZE)
        name, count = no.values["name"], len(no.faults)
        title = words.many("“{name}” has {n} fault", "“{name}” has {n} faults", count, name=name)
        self.lines = [
            words("{file}, line {line}: {why}", file=file, line=line, why=words.refusal(says))
            for file, line, says in no.faults[:_MOST]
        ]
        self.list = QListWidget()
        self.list.setAccessibleName(title)
        self.list.setWordWrap(True)
        Wrapped(self.list)
        self.list.addItems(self.lines)
        self.list.setCurrentRow(0)
        column, row = QVBoxLayout(self), QHBoxLayout()
        column.setContentsMargins(32, 24, 32, 24)
        column.setSpacing(12)
        column.addWidget(label(title, "title", wraps=True))
        about = words("Nothing was added. Mend these in its files, then add it once more.")
        if count > _MOST:
            about += " " + words.many("{n} more is not shown.", "{n} more are not shown.", count - _MOST)
        column.addWidget(label(about, quiet=True, wraps=True))
        column.addWidget(self.list, 1)
        copy, close = button(words("Copy &all")), button(words("Close"))
        copy.setAutoDefault(False)
        copy.clicked.connect(lambda: QGuiApplication.clipboard().setText("\n".join(self.lines)))
        close.clicked.connect(self.accept)
        close.setDefault(True)
        row.setSpacing(12)
        row.addStretch(1)
        row.addWidget(copy)
        row.addWidget(close)
        column.addLayout(row)
        self.list.setFocus()
