"""The backups of a session in a list, each with its day and what is in it; restoring one makes a copy."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QHBoxLayout, QListWidget, QListWidgetItem, QWidget

from workshop import clock
from workshop.model.backup import WHY, contents
from workshop.model.exercise import in_language
from workshop.model.refusal import Refusal
from workshop.screen.home.recent import when
from workshop.screen.keeping.sheet import Sheet
from workshop.screen.parts.pieces import button
from workshop.screen.parts.waiting import when_done
from workshop.screen.parts.wrapped import DETAIL, Wrapped
from workshop.words import N_

if TYPE_CHECKING:
    from workshop.screen.facilitator.window import FacilitatorWindow
    from workshop.screen.home.window import HomeWindow
    from workshop.screen.house import House
    from workshop.screen.safety.asked import Backup
    from workshop.words import Catalogue


def ask(window: FacilitatorWindow) -> None:
    """The backups of the session that is open; a copy is told of, and lies among the sessions at home."""
    said = window.words

    def restored(copy: Path) -> None:
        window.bridge.told.emit(said("The copy is called {name} and lies among the sessions at home.", name=copy.stem))

    titles = {name: in_language(texts, window.language).title for name, (_, texts) in window.opened.exercises.items()}
    BackupsSheet(window, window.house, said, window.opened.path, titles, restored).open()


def ask_at_home(home: HomeWindow, path: Path) -> None:
    """The backups of a session that is picked in a list; a copy is opened at once."""
    BackupsSheet(home, home.house, home.words, path, home.titles, home.open_file).open()


def offer(home: HomeWindow, path: Path) -> None:
    """The backups of a session whose file is damaged; where it has none, a repair."""
    sheet = BackupsSheet(home, home.house, home.words, path, home.titles, home.open_file)
    backup = home.house.backups.whole(path)
    said = N_("{file} is damaged. It stays as it is; its latest whole backup can be opened.")
    none = N_("{file} is damaged and has no backup. It stays as it is; what can be saved is saved into a copy.")
    sheet.about.setText(home.words(said if backup else none, file=path.name))
    sheet.pick(backup)
    sheet.open()


class BackupsSheet(Sheet):
    """The latest backup is picked, so that Enter restores it."""

    def __init__(
        self,
        parent: QWidget,
        house: House,
        words: Catalogue,
        path: Path,
        titles: Mapping[str, str],
        restored: Callable[[Path], object],
    ) -> None:
        super().__init__(parent, words, words("Backups"), path.stem, words("&Restore into a copy"), self._restore)
        self.setWindowTitle(words("Backups of {name}", name=path.stem))
        self.resize(600, 620)
        self._house, self._path = house, path
        self.copy: Path | None = None  # that was made
        self.accepted.connect(lambda: restored(self.copy) if self.copy else None)
        self._titles = titles  # the exercises', by name
        self._found: list[Backup] = []
        self.list = QListWidget()
        self.list.setAccessibleName(words("Backups"))
        self.list.setMinimumHeight(160)
        Wrapped(self.list)
        self.list.itemActivated.connect(self.accept)
        self.now, self.check = button(words("Back up &now")), button(words("&Check and repair"))
        self.now.clicked.connect(self._back_up)
        self.check.clicked.connect(self._check)
        row = QHBoxLayout()
        row.setSpacing(12)
        row.addWidget(self.now)
        row.addWidget(self.check)
        row.addStretch(1)
        self.column.insertWidget(2, self.list, 100)
        self.column.insertLayout(3, row)
        self._show()
        self.list.setFocus()

    def _show(self) -> None:
        self._found = self._house.backups.of(self._path)
        self.list.clear()
        for backup in self._found:
            self.list.addItem(_row(backup, self._titles, self._words))
        self.list.setCurrentRow(0)
        self.main.setEnabled(bool(self._found))
        some = N_("One is made every hour while you work. It is restored into a copy; the session stays as it is.")
        none = N_("There is no backup yet. One is made every hour while you work.")
        self.about.setText(f"{self._path.stem}\n{self._words(some if self._found else none)}")

    def pick(self, backup: Path | None) -> None:
        """Go to a backup in the list."""
        self.list.setCurrentRow(next((row for row, found in enumerate(self._found) if found.path == backup), 0))

    def _restore(self) -> None:
        self.copy = self._house.backups.restore(self._path, self._found[self.list.currentRow()])

    def _back_up(self) -> None:
        self._rest(False)
        job = self._house.backups.start(self._path, "asked", self._words.language)
        when_done(self, job, self._backed_up, self._refused)

    def _backed_up(self) -> None:
        before = len(self._found)
        self._show()
        self._rest(True)
        same = self._words("Nothing has changed since the latest backup.")
        self.refusals.say(self._words("The backup is made.") if len(self._found) > before else same, "told")

    def _check(self) -> None:
        """Look whether the file is whole; where it isn't, save what can be saved into a copy."""
        self._rest(False)
        job = self._house.backups.check(self._path, self._words.language)

        def whole() -> None:
            self._rest(True)
            self.refusals.say(job.said, "told")

        when_done(self, job, whole, lambda _: self._repair())

    def _repair(self) -> None:
        copy, job = self._house.backups.repair(self._path, self._words.language)

        def repaired() -> None:
            self._rest(True)
            self.about.setText(job.said.replace("\n", " "))
            self.main.setText(self._words("&Open the repaired copy"))
            self.main.setEnabled(True)
            self.copy, self._act = copy, lambda: None
            self.main.setFocus()

        when_done(self, job, repaired, self._refused)

    def _rest(self, on: bool) -> None:
        """Whether nothing is being done."""
        self.refusals.clear()
        self.now.setEnabled(on)
        self.check.setEnabled(on)

    def _refused(self, no: Refusal) -> None:
        self._rest(True)
        self.refusals.say(self._words.refusal(no))


def _row(backup: Backup, titles: Mapping[str, str], words: Catalogue) -> QListWidgetItem:
    moment, time = when(backup.at, clock.now(), words), backup.at[11:16]
    moment = moment if moment.endswith(time) else f"{moment} {time}"
    held = ", ".join(titles.get(name, name) for name in backup.exercises)
    detail = " · ".join(part for part in (held, words(WHY.get(backup.why, ""))) if part)
    item = QListWidgetItem(f"{moment} · {contents(backup.cards, backup.agreements, words)}\n{detail}".rstrip("\n"))
    item.setData(DETAIL, detail)
    return item
