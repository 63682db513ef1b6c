"""What goes with a paper, in ticks: what is in it, what is left out, and numbers that may point to a person."""

from collections.abc import Mapping

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QLineEdit, QScrollArea, QVBoxLayout, QWidget

from workshop.model.change import State
from workshop.model.choice import AGREEMENTS, MEMOS, TABLES, Choice, Found, Part, parts, pointing
from workshop.model.exercise import Told, in_language
from workshop.model.planned import Block
from workshop.model.record import Board, Run
from workshop.model.visible import Audience, visible
from workshop.screen.parts.pieces import button, label
from workshop.words import N_, Catalogue

_KINDS = {"personnummer": N_("personal identity number"), "telephone": N_("telephone number"), "e-mail": N_("address")}


class Contents(QWidget):
    """Ticks for all that may be put in or taken out; `changed` when one of them was."""

    changed = Signal()

    def __init__(self, state: State, exercises: Mapping[str, Told], words: Catalogue) -> None:
        super().__init__()
        self._state, self._exercises, self._words = state, exercises, words
        self._parts = parts(state)
        self._found: dict[str, Found] = {f.text: f for f in pointing(visible(state, Audience.FULL))}
        self._covered: list[str] = []
        self.full = False
        self.ticks: dict[str, QCheckBox] = {}
        self.word = QLineEdit()
        self.word.setPlaceholderText(words("A name or a word to cover"))
        self.word.setAccessibleName(words("A name or a word to cover"))
        self.word.returnPressed.connect(self._cover)
        self._column = QVBoxLayout()
        self._column.setContentsMargins(2, 2, 8, 2)
        self._column.setSpacing(2)
        self._build()

    def _build(self) -> None:
        inside = QWidget()
        inside.setLayout(self._column)
        scroll = QScrollArea()
        scroll.setWidget(inside)
        scroll.setWidgetResizable(True)
        scroll.setFrameShape(QScrollArea.Shape.NoFrame)
        cover = button(self._words("&Cover it"))
        cover.setAutoDefault(False)
        cover.clicked.connect(self._cover)
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self.word, 1)
        row.addWidget(cover)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(8)
        whole.addWidget(scroll, 1)
        whole.addLayout(row)

    def show_for(self, full: bool) -> None:
        """All ticks as an audience sees things by itself."""
        self.full = full
        while (item := self._column.takeAt(0)) is not None:
            if widget := item.widget():
                widget.deleteLater()
        self.ticks = {}
        kept, left = [p for p in self._parts if self._goes(p)], [p for p in self._parts if not self._goes(p)]
        self._group(self._words("Stays in the room"), {p.key: self._title(p) for p in left}, False)
        if not full and self._state.all(Block):
            said = self._words("Script, goals and materials of the programme are never shared.")
            self._column.addWidget(label(said, "small", quiet=True, wraps=True))
        words = self._words
        numbers = {t: words("{text} ({kind})", text=t, kind=words(_KINDS[f.kind])) for t, f in self._found.items()}
        self._group(words("May point to a person"), numbers, True)
        self._group(words("Covered"), {word: word for word in self._covered}, False)
        self._group(self._words("Goes with it"), {p.key: self._title(p) for p in kept}, True)
        self._column.addStretch(1)

    def _goes(self, part: Part) -> bool:
        return self.full or not part.private

    def _group(self, title: str, said: Mapping[str, str], ticked: bool) -> None:
        if not said:
            return
        head = label(title, "small")
        head.setContentsMargins(0, 10, 0, 2)
        self._column.addWidget(head)
        for key, text in said.items():
            tick = QCheckBox(text.replace("&", "&&"))
            tick.setAccessibleName(f"{title}: {text}")
            tick.setChecked(ticked)
            tick.toggled.connect(lambda _: self.changed.emit())
            self.ticks[key] = tick
            self._column.addWidget(tick)

    def _title(self, part: Part) -> str:
        words = self._words
        if part.key == AGREEMENTS:
            return words("What was agreed ({n})", n=part.many)
        if part.key == MEMOS:
            return words("Private notes ({n})", n=part.many)
        if part.key == TABLES:
            return words("Which table cards came from ({n})", n=part.many)
        board = self._state.need(part.key, Board)
        run = self._state.get(board.run, Run)
        told = self._exercises.get(run.exercise) if run else None
        title = in_language(told[1], words.language).board(board.key).title if told else board.key
        if part.private:
            return words("{board}, as it was written ({n})", board=title, n=part.many)
        return f"{title} ({part.many})"

    def choice(self) -> Choice:
        """What has been put in and taken out."""
        let = {p.key for p in self._parts if p.private and not self.full and self.ticks[p.key].isChecked()}
        without = {p.key for p in self._parts if self._goes(p) and not self.ticks[p.key].isChecked()}
        hidden = [word for word in (*self._found, *self._covered) if not self.ticks[word].isChecked()]
        return Choice(frozenset(let), frozenset(without), tuple(hidden))

    def _cover(self) -> None:
        """Cover the word that is written, wherever it stands."""
        word = self.word.text().strip()
        if not word:
            return
        self.word.clear()
        before = {key: tick.isChecked() for key, tick in self.ticks.items()}
        if word not in self._covered and word not in self._found:
            self._covered.append(word)
        self.show_for(self.full)
        for key, ticked in (before | {word: False}).items():
            self.ticks[key].blockSignals(True)
            self.ticks[key].setChecked(ticked)
            self.ticks[key].blockSignals(False)
        self.changed.emit()
