"""The dialog in which what leaves the room is chosen, looked at page by page, and written."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QComboBox, QDialog, QFileDialog, QFormLayout, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from workshop.model.filing import SENT_ON
from workshop.model.refusal import Refusal
from workshop.screen.house import House
from workshop.screen.opened import Opened
from workshop.screen.papers.asked import Asked, Offered, Pages
from workshop.screen.papers.contents import Contents
from workshop.screen.papers.leaf import Leaves
from workshop.screen.papers.mark import MarkButton
from workshop.screen.parts.message_bar import MessageBar
from workshop.screen.parts.pieces import button, label
from workshop.words import Catalogue

_REST = 250  # milliseconds after the last change before pages are laid out anew
_LOOK = 40  # milliseconds between looks at whether they are there
_SHEETS = ("A3", "A2", "A1")


class PapersDialog(QDialog):
    """What, for whom, and as what kind of file; `save` is given what was asked and where it is to be written."""

    def __init__(
        self, house: House, opened: Opened, words: Catalogue, save: Callable[[Asked, Path], None], parent: QWidget
    ) -> None:
        super().__init__(parent)
        self._house, self._opened, self._words, self._save = house, opened, words, save
        self._template: Path | None = None
        self._work: Pages | None = None
        self._shown: Pages | None = None
        self.setWindowTitle(words("What leaves the room"))
        self.resize(1080, 740)
        self.finished.connect(self._tidy)
        self.papers, self.kinds = house.papers.papers(), house.papers.kinds()
        self.paper = self._choices(self.papers)
        self.kind = self._choices(self.kinds)
        self.whom, self.sheet = QComboBox(), QComboBox()
        self.whom.addItems([words("Those it is shared with"), words("The facilitator alone")])
        self.sheet.addItems(list(_SHEETS))
        self.template = button(words("&Choose a template…"))
        self.contents = Contents(opened.session.state, opened.exercises, words)
        self.leaves = Leaves(words)
        self.refusals = MessageBar(words)
        self.mark = MarkButton(house.papers, words, self._changed, self.refusals.say)
        self.form = QFormLayout()
        self._arrange()
        self._rest = QTimer(self, interval=_REST, singleShot=True)
        self._rest.timeout.connect(self._lay_out)
        self._look = QTimer(self, interval=_LOOK)
        self._look.timeout.connect(self._looked)
        self.whom.currentIndexChanged.connect(lambda _: self._for_whom())
        for box in (self.paper, self.kind, self.sheet):
            box.currentIndexChanged.connect(lambda _: self._changed())
        self.contents.changed.connect(self._changed)
        self.template.clicked.connect(self._choose_template)

    def _choices(self, offered: Sequence[Offered]) -> QComboBox:
        box = QComboBox()
        box.addItems([self._words(each.title) for each in offered])
        return box

    def _arrange(self) -> None:
        words = self._words
        self.form.setHorizontalSpacing(12)
        self.form.setVerticalSpacing(10)
        asked = {
            words("&What"): self.paper,
            words("&Size"): self.sheet,
            words("&For whom"): self.whom,
            words("&As"): self.kind,
            words("&Logotype"): self.mark,
        }
        for title, box in asked.items():
            named = QLabel(title)
            named.setBuddy(box)
            if box is not self.mark:
                box.setAccessibleName(title.replace("&", ""))
            self.form.addRow(named, box)
        self.form.addRow("", self.template)
        self.template.setAutoDefault(False)
        cancel = button(words("Cancel"))
        cancel.setAutoDefault(False)
        cancel.clicked.connect(self.reject)
        self.save = button(words("&Save…"), main=True)
        self.save.setDefault(True)
        self.save.clicked.connect(self.accept)
        buttons = QHBoxLayout()
        buttons.setSpacing(12)
        self.print = button(words("P&rint…"))
        self.print.setAutoDefault(False)
        self.print.setEnabled(False)
        self.print.clicked.connect(self._print)
        buttons.addWidget(self.print)
        buttons.addStretch(1)
        buttons.addWidget(cancel)
        buttons.addWidget(self.save)
        left = QVBoxLayout()
        left.setSpacing(12)
        left.addWidget(label(words("What leaves the room"), "title"))
        left.addLayout(self.form)
        left.addWidget(self.contents, 1)
        left.addWidget(label(words(SENT_ON), "small", wraps=True))
        left.addWidget(self.refusals)
        left.addLayout(buttons)
        row = QHBoxLayout(self)
        row.setContentsMargins(32, 24, 32, 24)
        row.setSpacing(32)
        row.addLayout(left, 2)
        row.addWidget(self.leaves, 3)

    def begin(self, full: bool) -> None:
        """Show it, for the facilitator alone or for those it is shared with."""
        self.whom.setCurrentIndex(int(full))
        self._for_whom()
        self.open()

    def asked(self) -> Asked:
        """What is asked for now."""
        paper, kind = self.papers[self.paper.currentIndex()], self.kinds[self.kind.currentIndex()]
        full = bool(self.whom.currentIndex())
        sheet = _SHEETS[self.sheet.currentIndex()]
        return Asked(paper.name, kind.name, full, self.contents.choice(), sheet, self._template)

    def _for_whom(self) -> None:
        self.contents.show_for(bool(self.whom.currentIndex()))
        self._changed()

    def _changed(self) -> None:
        """Something else is asked for: other pages are on their way."""
        kind = self.kinds[self.kind.currentIndex()]
        posters = self.papers[self.paper.currentIndex()].name == "posters" and kind.papers
        self.form.setRowVisible(self.sheet, posters)
        self.form.setRowVisible(self.paper, kind.papers)
        self.form.setRowVisible(self.template, kind.name == "docx")
        self.form.setRowVisible(self.mark, kind.papers)
        self.refusals.clear()
        self._stop()
        self.print.setEnabled(False)
        if kind.papers:
            self.leaves.leaf.fade()
            self._rest.start()
        else:
            self._rest.stop()
            self.leaves.say(self._words("Such a file has no pages to look at."))

    def _lay_out(self) -> None:
        try:
            self._work = self._house.papers.pages(self._opened, self.asked(), self._words.language)
        except Refusal as no:
            self.leaves.say(self._words.refusal(no))
        else:
            self._look.start()

    def _looked(self) -> None:
        """Show the pages when they are there, or why there are none."""
        if self._work is None:
            return
        try:
            if not self._work.finished():
                return
        except Refusal as no:
            self._stop()
            self.leaves.say(self._words.refusal(no))
            return
        before, self._shown, self._work = self._shown, self._work, None
        self._look.stop()
        self.leaves.show_pages(self._shown)
        self.print.setEnabled(True)
        if before:
            before.cancel()

    def _stop(self) -> None:
        self._look.stop()
        if self._work:
            self._work.cancel()
            self._work = None

    def _tidy(self) -> None:
        """Leave nothing of the pages behind."""
        self._rest.stop()
        self._stop()
        if self._shown:
            self._shown.cancel()
            self._shown = None
        self.deleteLater()

    def _print(self) -> None:
        """Print the pages that are looked at."""
        from workshop.screen.printing import Page, preview

        if self._shown and self.print.isEnabled():
            found = (self._shown.page(number) for number in range(self._shown.count()))
            pages = [Page(picture, badges=badges) for picture, badges in found]
            preview(self, pages, self._words("Print"))

    def _choose_template(self) -> None:
        title, kinds = self._words("Choose a template"), "Word (*.dotx *.docx)"
        chosen, _ = QFileDialog.getOpenFileName(self, title, "", kinds)
        if chosen:
            self._template = Path(chosen)
            self.template.setText(self._words("Template: {name}", name=self._template.name).replace("&", "&&"))

    def accept(self) -> None:
        """Ask where it is to lie, and have it written there."""
        asked, words = self.asked(), self._words
        kind = self.kinds[self.kind.currentIndex()]
        start = self._suggested(asked, kind)
        filters = f"{words(kind.title)} (*.{kind.ending})" if kind.ending else words("A folder (*)")
        chosen, _ = QFileDialog.getSaveFileName(self, words("Save"), start, filters)
        if chosen:
            self.save_to(Path(chosen))

    def save_to(self, path: Path) -> None:
        """Have it written there, and be done."""
        self._save(self.asked(), path)
        super().accept()

    def _suggested(self, asked: Asked, kind: Offered) -> str:
        """A name that tells what it is."""
        from workshop.screen.facilitator.leaving import suggested

        paper = self._words(self.papers[self.paper.currentIndex()].title if kind.papers else kind.title)
        own = self._words("facilitator") if asked.full else ""
        name = "-".join(part for part in (self._opened.path.stem, paper.split(" (")[0].lower(), own) if part)
        return suggested(f"{name}.{kind.ending}" if kind.ending else name)
