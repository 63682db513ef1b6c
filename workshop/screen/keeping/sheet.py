"""A dialog that asks a few things: a title, a sentence, fields, why not, and two buttons."""

from collections.abc import Callable

from PySide6.QtWidgets import QDialog, QFormLayout, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from workshop.model.refusal import Refusal
from workshop.screen.parts.answers import answers
from workshop.screen.parts.message_bar import MessageBar
from workshop.screen.parts.pieces import label
from workshop.words import Catalogue


class Sheet(QDialog):
    """`act` is tried when the main button is pressed; where it is refused the sentence is shown and the sheet stays."""

    def __init__(
        self, parent: QWidget, words: Catalogue, title: str, about: str, button: str, act: Callable[[], object]
    ) -> None:
        super().__init__(parent)
        self._words, self._act = words, act
        self.finished.connect(self.deleteLater)
        self.setWindowTitle(title)
        self.setMinimumWidth(560)
        self.refusals = MessageBar(words)
        self.form = QFormLayout()
        self.form.setHorizontalSpacing(12)
        self.form.setVerticalSpacing(12)
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(32, 24, 32, 24)
        self.column.setSpacing(12)
        self.column.addWidget(label(title, "title", wraps=True))
        self.about = label(about, quiet=True, wraps=True)
        self.about.setVisible(bool(about))
        self.column.addWidget(self.about)
        self.column.addLayout(self.form)
        self.column.addStretch(1)
        self.column.addWidget(self.refusals)
        buttons, self.main = answers(self, button, words)
        self.column.addWidget(buttons)

    def ask(self, said: str, field: QWidget, under: str = "") -> None:
        """A field with its label before it and, where there is more to say, a quiet line under it."""
        asked = QLabel(said)
        asked.setBuddy(field)
        field.setAccessibleName(said.replace("&", ""))
        if under:
            place = QVBoxLayout()
            place.setSpacing(4)
            place.addWidget(field)
            place.addWidget(label(under, "small", wraps=True))
            field.setAccessibleDescription(under)
            self.form.addRow(asked, place)
        else:
            self.form.addRow(asked, field)

    def offer(self, quiet: QWidget) -> None:
        """One more thing that can be done, under the fields."""
        quiet.setProperty("flat", "true")
        row = QHBoxLayout()
        row.addWidget(quiet)
        row.addStretch(1)
        if self.form.rowCount():
            self.form.addRow("", row)
        else:
            self.form.addRow(row)

    def accept(self) -> None:
        """Do what the main button says."""
        self.tries(self._act)

    def tries(self, act: Callable[[], object]) -> None:
        """Do something and close, or say why not and stay."""
        self.refusals.clear()
        try:
            act()
        except Refusal as no:
            self.refusals.say(self._words.refusal(no))
        else:
            super().accept()
