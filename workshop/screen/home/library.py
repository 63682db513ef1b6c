"""The library: all sessions, and one line that searches in everything that was written in them."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLineEdit,
    QListView,
    QProgressBar,
    QPushButton,
    QStackedLayout,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from workshop.model.refusal import Refusal
from workshop.model.sought import MOST, Filter, Sought, without
from workshop.screen.home.found import Found, Pictures, Row
from workshop.screen.home.found_drawn import FoundDrawn
from workshop.screen.parts.pieces import clear, label, line
from workshop.screen.parts.tinted import tinted
from workshop.words import N_, Catalogue

if TYPE_CHECKING:
    from workshop.screen.finding import Finding
    from workshop.screen.job import Job

_LOOK_MS, _ANEW = 150, 7  # between two looks at how the reading goes; every so many the list is shown anew
_MANY = 20  # files from which the reading is told of
_WAYS = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1, Qt.Key.Key_PageDown: 8, Qt.Key.Key_PageUp: -8}


class LibraryPage(QWidget):
    """Above the line, below what it finds; Enter or a double click opens it."""

    chosen = Signal(object, str)  # the session's file, and the record to go to, or ""
    left = Signal()
    refused = Signal(object)  # a Refusal
    folders_wanted = Signal()
    read = Signal()  # what had changed in the folders

    def __init__(self, finding: Finding, words: Catalogue) -> None:
        super().__init__()
        self._finding, self._words = finding, words
        self._job: Job | None = None
        self._anew = False  # something may have changed since the reading that goes on was begun
        self._looks = 0
        self._shown: tuple[Sought, list[int]] | None = None
        self._title, self._count, self._empty = label(role="title"), label(role="small"), label(quiet=True, wraps=True)
        self._back, self.folders_button = QPushButton(), QPushButton()
        self.line = QLineEdit(maxLength=1000, clearButtonEnabled=True)
        self.line.setProperty("search", "true")
        self.chips = QWidget()
        self.rows = Found(finding, words, self)
        self.pictures = Pictures(finding, self)
        self.list = self._list()
        self._reading, self._bar, self._stop = label(role="small"), QProgressBar(), QPushButton()
        self._looking = QTimer(self, interval=_LOOK_MS)
        self._arrange()
        self._connect()
        self.speak(words)

    # Building

    def _list(self) -> QListView:
        made = QListView()
        made.setObjectName("recent")  # the focus is drawn around the row, not around the list
        made.setModel(self.rows)
        made.setItemDelegate(FoundDrawn(self.pictures, made))
        made.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        made.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        made.setMouseTracking(True)
        return made

    def _arrange(self) -> None:
        for button in (self._back, self.folders_button, self._stop):
            button.setProperty("flat", "true")
            button.setAutoDefault(False)
        head = QHBoxLayout()
        head.setSpacing(12)
        head.addWidget(self._title, 1)
        head.addWidget(self.folders_button)
        head.addWidget(self._back)
        self._chips = QHBoxLayout(self.chips)
        self._chips.setContentsMargins(0, 0, 0, 0)
        self._chips.setSpacing(8)
        told = QHBoxLayout()
        told.addWidget(self.chips)
        told.addStretch(1)
        told.addWidget(self._count)
        self._work = QWidget()
        reading = QHBoxLayout(self._work)
        reading.setContentsMargins(0, 0, 0, 0)
        reading.setSpacing(12)
        reading.addWidget(self._reading)
        reading.addWidget(self._bar, 1)
        reading.addWidget(self._stop)
        self._bar.setTextVisible(False)
        self._work.hide()
        self._stack = QStackedLayout()
        self._stack.addWidget(self.list)
        nothing = QWidget()
        column = QVBoxLayout(nothing)
        column.setContentsMargins(0, 8, 0, 0)
        column.addWidget(self._empty, 0, Qt.AlignmentFlag.AlignTop)
        self._stack.addWidget(nothing)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(48, 24, 48, 16)
        whole.setSpacing(0)
        whole.addLayout(head)
        whole.addSpacing(12)
        whole.addWidget(self.line)
        whole.addSpacing(8)
        whole.addLayout(told)
        whole.addSpacing(8)
        whole.addWidget(line())
        whole.addLayout(self._stack, 1)
        whole.addWidget(self._work)

    def _connect(self) -> None:
        self.line.textChanged.connect(self.look)
        self.line.returnPressed.connect(self.choose)
        self.line.installEventFilter(self)
        self.list.doubleClicked.connect(self.choose)
        self.rows.rowsInserted.connect(self._tell_count)
        self.pictures.came.connect(self.list.viewport().update)
        self._back.clicked.connect(self.left.emit)
        self.folders_button.clicked.connect(self.folders_wanted.emit)
        self._stop.clicked.connect(self.stop)
        self._looking.timeout.connect(self._look_at_work)

    def speak(self, words: Catalogue) -> None:
        """Say everything in a language."""
        self._words = self.rows.words = words
        self._title.setText(words("All sessions"))
        self._back.setText(words("Home"))
        self._back.setToolTip(words("Back to the exercises") + " (Esc)")
        self.folders_button.setText(words("Folders…"))
        self.folders_button.setToolTip(words("Choose which folders the library holds"))
        self.line.setPlaceholderText(
            words("Search in everything that was written, such as “all our icebergs about school”")
        )
        self.line.setAccessibleName(words("Search in all sessions"))
        self.list.setAccessibleName(words("Sessions and hits"))
        self._stop.setText(words("Stop"))
        self._stop.setAccessibleName(words("Stop reading the sessions"))
        self._bar.setAccessibleName(words("How many of the sessions have been read"))
        self._back.setIcon(tinted("home", self))
        self.folders_button.setIcon(tinted("folder-open", self))
        for button in (self._back, self.folders_button):
            button.setIconSize(QSize(28, 18))
        if self._shown:
            self.look()

    # Looking

    def look(self) -> None:
        """Show what the line looks for."""
        try:
            asked, ids = self._finding.look(self.line.text(), self._words, self._words.language)
            if self._shown != (asked, ids):
                self._show(asked, ids)
        except Refusal as no:
            self.refused.emit(no)

    def _show(self, asked: Sought, ids: list[int]) -> None:
        kept = self.current() if self._shown and self._shown[0] == asked else None
        self._shown = asked, ids
        self.list.setUniformItemSizes(not asked.words)
        self.rows.show(asked, ids)
        self._chip(asked.filters)
        self._tell_count()
        number = self.rows.number_of(kept.session.path, kept.hit.id if kept.hit else "") if kept else -1
        self._go_to(number if number >= 0 else int(self.rows.with_hits))  # the first hit, below its session

    def _chip(self, filters: tuple[Filter, ...]) -> None:
        """What the line chooses by, each to be taken away."""
        clear(self.chips)
        for each in filters:
            chip = QToolButton()
            chip.setProperty("chip", "true")
            chip.setText(each.title)
            chip.setIcon(tinted("x", self))
            chip.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
            said = self._words("Look for “{words}” as words instead", words=each.said)
            chip.setToolTip(said)
            chip.setAccessibleName(f"{each.title}. {said}")
            chip.clicked.connect(lambda _=False, each=each: self._without(each))
            self._chips.addWidget(chip)

    def _without(self, gone: Filter) -> None:
        self.line.setText(without(self.line.text(), gone))
        self.line.setFocus()

    def _tell_count(self) -> None:
        words, sessions = self._words, self.rows.sessions()
        more = self.rows.more_hits() or (self.rows.asked.filters and sessions == MOST)
        said = words.many("{n} session", "{n} sessions", sessions)
        many = words("More than {n} sessions, the newest first", n=words.number(sessions))
        self._count.setText(many if more else said)
        self._stack.setCurrentIndex(0 if sessions else 1)
        asked = self.rows.asked
        if asked.words or asked.filters:
            empty = N_(
                "Nothing was found. Try fewer letters or other words; what stands in quotes is looked for as it is."
            )
        elif self.reading:
            empty = N_("The sessions are being read. They show up here little by little.")
        else:
            empty = N_("There are no sessions here yet. They come by themselves when you begin one.")
        self._empty.setText(words(empty))

    # Going about in the list

    def current(self) -> Row | None:
        """The row that is picked; None where there is none."""
        index = self.list.currentIndex()
        return self.rows.row(index.row()) if index.isValid() else None

    def picked(self) -> Path | None:
        """The file of the session that is picked."""
        row = self.current()
        return row.session.path if row else None

    def choose(self) -> None:
        """Open the session that is picked, at the hit where it is one."""
        if row := self.current():
            self.chosen.emit(row.session.path, row.hit.id if row.hit else "")

    def _go_to(self, number: int) -> None:
        while number >= self.rows.rowCount() and self.rows.canFetchMore(self.list.rootIndex()):
            self.rows.fetchMore(self.list.rootIndex())
        if last := self.rows.rowCount():
            self.list.setCurrentIndex(self.rows.index(min(number, last - 1), 0))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Up, down and a page in the line go about in the list."""
        if isinstance(event, QKeyEvent) and event.type() is QEvent.Type.KeyPress:
            way = _WAYS.get(Qt.Key(event.key()), 0)
            if way and self.rows.rowCount():
                self._go_to(max(0, self.list.currentIndex().row() + way))
                return True
        return super().eventFilter(watched, event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc empties the line, and goes home where it is empty."""
        if event.key() != Qt.Key.Key_Escape:
            super().keyPressEvent(event)
        elif self.line.text():
            self.line.clear()
            self.line.setFocus()
        else:
            self.left.emit()

    # Bringing it up to date

    @property
    def reading(self) -> bool:
        """Whether sessions are being read."""
        return self._job is not None

    def refresh(self) -> None:
        """Read what has changed in the folders, beside the window, and show it."""
        self.pictures.forget()
        self.look()
        self._anew = self.reading
        if not self.reading:
            try:
                self._job = self._finding.start()
            except Refusal as no:
                self.refused.emit(no)
                return
            self._looks = 0
            self._looking.start()
            self._tell_count()

    def stop(self) -> None:
        """Read no more; what has been read stays."""
        if self._job:
            self._job.cancel()
        self._anew = False
        self._at_rest()

    def _look_at_work(self) -> None:
        self._looks += 1
        try:
            if self._job is None or self._job.finished():
                self._at_rest()
                self.refresh() if self._anew else self.look()
                self.read.emit()
                return
            done, whole = self._finding.work()
        except Refusal as no:
            self._at_rest()
            self.refused.emit(no)
            return
        self._work.setVisible(whole > _MANY)
        self._bar.setRange(0, whole)
        self._bar.setValue(done)
        read, all_ = self._words.number(done), self._words.number(whole)
        self._reading.setText(self._words("Reading the sessions: {done} of {whole}", done=read, whole=all_))
        if self._looks % _ANEW == 0:
            self.look()

    def _at_rest(self) -> None:
        self._job = None
        self._looking.stop()
        self._work.hide()
        self._tell_count()
