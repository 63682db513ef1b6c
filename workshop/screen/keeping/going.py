"""Disposal at home: a line that tells what is to go, a list to choose from, and the last question."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QCheckBox, QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from workshop.model.dates_said import written_out
from workshop.model.refusal import Refusal
from workshop.screen.keeping.service import Going
from workshop.screen.keeping.sheet import Sheet
from workshop.screen.parts.pieces import button, label
from workshop.screen.parts.question import sure

if TYPE_CHECKING:
    from workshop.screen.home.window import HomeWindow

_NAMED = 8  # sessions that a question names


class GoingLine(QFrame):
    """Sessions whose day has come can be looked through; those that are laid aside taken back or deleted for good."""

    def __init__(self, home: HomeWindow) -> None:
        super().__init__()
        self._home = home
        self._due: list[Going] = []
        self._laid: list[Going] = []
        self.setProperty("role", "message")
        self.said = label(wraps=True)
        self.look, self.back, self.dispose = button(""), button(""), button("")
        row = QHBoxLayout(self)
        row.setContentsMargins(48, 8, 48, 8)
        row.setSpacing(12)
        row.addWidget(self.said, 1)
        for each, act in ((self.look, self._look), (self.back, self._take_back), (self.dispose, self._dispose)):
            each.clicked.connect(act)
            row.addWidget(each)

    def show_going(self, going: Sequence[Going]) -> None:
        """Tell of these sessions in home's language; nothing where there are none."""
        words = self._home.words
        self._due = [each for each in going if not each.laid]
        self._laid = [each for each in going if each.laid]
        due, laid = len(self._due), len(self._laid)
        said = (
            words.many("{n} session is to be disposed of.", "{n} sessions are to be disposed of.", due),
            words.many(
                "{n} session is laid aside; it is not deleted yet.",
                "{n} sessions are laid aside; they are not deleted yet.",
                laid,
            ),
        )
        self.said.setText(" ".join(sentence for sentence, n in zip(said, (due, laid), strict=True) if n))
        self.setAccessibleName(self.said.text())
        titles = (words("&Choose…"), words("Take &back"), words("Delete for &good…"))
        for each, title, shown in zip((self.look, self.back, self.dispose), titles, (due, laid, laid), strict=True):
            each.setText(title)
            each.setAccessibleName(title.replace("&", ""))
            each.setVisible(bool(shown))
        self.setVisible(bool(going))

    def _look(self) -> None:
        ChooseSheet(self._home, self._due).open()

    def _take_back(self) -> None:
        self._home.house.keeping.take_back()
        self._home.refresh()

    def _dispose(self) -> None:
        """Delete what is laid aside, after one question; what can't be deleted stays laid aside, and is told."""
        home, words = self._home, self._home.words
        names = ", ".join(going.title for going in self._laid[:_NAMED])
        more = len(self._laid) - _NAMED
        names += " " + words.many("and {n} more", "and {n} more", more) if more > 0 else ""
        said = words(
            "Deleted for good: {names}. Backups, pictures and what the search knows of them go too. "
            "Copies that you have saved in other places or sent to others are yours to delete.",
            names=names,
        )
        if not sure(home, words("Delete for good"), said, words("Not yet"), words("Delete for good")):
            return
        try:
            for going in self._laid:
                home.house.keeping.dispose(going.path)
        except Refusal as no:
            home.refresh()
            home.messages.say(words.refusal(no))
        else:
            home.refresh()
            home.messages.say(words("Nothing of it is left in Verkstad."), "told")


class ChooseSheet(Sheet):
    """Which of the sessions whose day has come are to go; all of them to begin with."""

    def __init__(self, home: HomeWindow, due: Sequence[Going]) -> None:
        words = home.words
        about = words(
            "The day of disposal has come for these sessions. Those that you choose are laid aside; nothing is "
            "deleted until you confirm it. One that is to stay gets a new day under “Keep and dispose”."
        )
        super().__init__(home, words, words("Dispose of sessions"), about, words("&Lay aside"), self._lay_aside)
        self._home = home
        self.boxes = {
            going.path: QCheckBox(f"{going.title} · {written_out(going.disposal, words)}".replace("&", "&&"))
            for going in due
        }
        page = QWidget()
        rows = QVBoxLayout(page)
        rows.setContentsMargins(0, 0, 0, 0)
        for box in self.boxes.values():
            box.setChecked(True)
            rows.addWidget(box)
        rows.addStretch(1)
        scroll = QScrollArea()
        scroll.setWidgetResizable(True)
        scroll.setWidget(page)
        scroll.setAccessibleName(words("Sessions to dispose of"))
        scroll.setMinimumHeight(min(36 * len(due) + 4, 288))
        self.column.insertWidget(2, scroll, 9)
        next(iter(self.boxes.values())).setFocus()

    def _lay_aside(self) -> None:
        chosen = [path for path, box in self.boxes.items() if box.isChecked()]
        self._home.house.keeping.lay_aside(chosen)
        self._home.refresh()
