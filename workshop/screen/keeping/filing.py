"""What an archive asks of a session, in one small dialog."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QRadioButton

from workshop.model.filing import FILED, STATUSES, file, filing_of
from workshop.model.kept import WORKING
from workshop.screen.keeping.sheet import Sheet
from workshop.screen.parts.pieces import label

if TYPE_CHECKING:
    from workshop.screen.facilitator.window import FacilitatorWindow

_LONGEST = 200  # letters in a diary number or a name


def ask(window: FacilitatorWindow) -> None:
    """Ask how the session is kept."""
    FilingSheet(window).open()


class FilingSheet(Sheet):
    """Status, diary number, who answers for the document, and when it is to be disposed of."""

    def __init__(self, window: FacilitatorWindow) -> None:
        words = window.words
        about = words("Status and diary number are printed on every page of the summary.")
        super().__init__(window, words, words("Status and disposal"), about, words("&Set"), self._keep)
        self._window = window
        now = filing_of(window.bridge.state)
        self.statuses = {key: QRadioButton(words(said)) for key, said in STATUSES.items()}
        self.statuses[now.status if now.status in STATUSES else WORKING].setChecked(True)
        row = QHBoxLayout()
        row.setSpacing(16)
        for choice in self.statuses.values():
            row.addWidget(choice)
        row.addStretch(1)
        self.diary, self.responsible = (QLineEdit(said, maxLength=_LONGEST) for said in (now.diary, now.responsible))
        self.disposal = QLineEdit(now.disposal, maxLength=_LONGEST)
        self.disposal.setPlaceholderText(words("such as 2028-12-31, or empty"))
        self.form.addRow(label(words("Status")), row)
        self.ask(words("&Diary number"), self.diary)
        self.ask(words("&Responsible"), self.responsible)
        self.ask(words("Dispose &on"), self.disposal, words("On that day Verkstad proposes at home to delete it."))
        self._chosen().setFocus()

    def _chosen(self) -> QRadioButton:
        return next(choice for choice in self.statuses.values() if choice.isChecked())

    def _keep(self) -> None:
        """Keep what is written; Refusal where the day is no date."""
        bridge = self._window.bridge
        status = next(key for key, choice in self.statuses.items() if choice is self._chosen())
        said = (status, self.diary.text(), self.responsible.text(), self.disposal.text())
        bridge.session.do(file(bridge.state, *said), FILED)
