"""The one line that takes everything: picks to the left, boxes to write in, and what the line will be understood as."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QBoxLayout, QButtonGroup, QFrame, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from workshop.model.capture import captured
from workshop.model.refusal import Refusal
from workshop.screen.boards.desk import Entry, Pick, Written
from workshop.screen.parts.flow import Flow
from workshop.screen.parts.key_button import KeyButton, native
from workshop.screen.parts.pieces import clear, escaped, key_cap, label, shorter
from workshop.words import Catalogue

if TYPE_CHECKING:
    from workshop.screen.parts.one_of import OneOf

_TITLE = 24  # letters of a pick's title that are shown
_CAP = 24  # pixels; the height of the table that stands in the line
_TABLES = 9  # tables that are remembered as used
_NARROW = 190  # pixels for each box under which they stand below each other


class Box(QLineEdit):
    """A line to write in that keeps only the keys that writing needs: the window's own keys work from it too."""

    left = Signal()  # Esc
    stepped = Signal(int)  # up, to what was used before (1), or down again (-1)

    _WRITING = frozenset("ACVX") | {"Left", "Right", "Home", "End", "Backspace", "Del"}

    def event(self, event: QEvent) -> bool:
        """Undo is the line's as long as it has something to undo, then the session's; so with every other key."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.ShortcutOverride and self._is_window_s(event):
            event.ignore()
            return False
        return super().event(event)

    def _is_window_s(self, event: QKeyEvent) -> bool:
        if not event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            return False
        if event.matches(QKeySequence.StandardKey.Undo):
            return not self.isUndoAvailable()
        if event.matches(QKeySequence.StandardKey.Redo):
            return not self.isRedoAvailable()
        return QKeySequence(event.key()).toString() not in self._WRITING

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc goes back to the board; what is written stays. Up and down go among what was used before."""
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        elif event.key() in (Qt.Key.Key_Up, Qt.Key.Key_Down) and not event.modifiers():
            self.stepped.emit(1 if event.key() == Qt.Key.Key_Up else -1)
        else:
            super().keyPressEvent(event)


def _offers(entry: Entry) -> tuple[object, ...]:
    return entry.picks, entry.sorts, entry.tables


class CaptureLine(QWidget):
    """Writes on a board: `written` carries what was said when Enter was pressed; the line empties when it was taken."""

    written = Signal(object)
    chosen = Signal(str)  # a pick was chosen where that means something by itself
    left = Signal()

    def __init__(self, words: Catalogue, upright: bool = False) -> None:
        super().__init__()
        self._words, self._upright = words, upright
        self._boxes: dict[str, QLineEdit] = {}
        self._picks: dict[str, QButtonGroup] = {}
        self._folded: OneOf | None = None  # the sort words, where they lie behind one button
        self._entry: Entry | None = None
        self._shortcuts: list[QShortcut] = []
        self._drafts: dict[str, dict[str, str]] = {}  # what is half written under the picks that keep it to themselves
        self._half: dict[str, str] = {}  # what is half written, by box, and goes along wherever there is such a box
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(8)
        self._upper = QWidget()
        Flow(self._upper)
        self._lower = QWidget()
        lower = QBoxLayout(QBoxLayout.Direction.TopToBottom, self._lower)
        lower.setContentsMargins(0, 0, 0, 0)
        lower.setSpacing(8)
        whole.addWidget(self._upper)
        whole.addWidget(self._lower)
        self._understood, self._standing = label(role="small"), key_cap("")
        self._table = 0  # the table that all lines are from until another is chosen
        self._recent: list[int] = []  # tables that were written for, the latest first

    def show_entry(self, entry: Entry) -> None:
        """Take another way of writing; what is half written goes along, or waits for a way that has its box."""
        same = self._entry and [(f.name, f.hint) for f in self._entry.fields] == [
            (f.name, f.hint) for f in entry.fields
        ]
        if same and self._entry and _offers(self._entry) == _offers(entry):
            before, self._entry = self._entry.at, entry
            if entry.chosen:
                self._go_to(entry.at)
            elif entry.at != before:
                self.pick(entry.at)
            return
        chosen = {name: self._chosen(name) for name in ("pick", "sort")}
        self._keep_half()
        self._entry = entry
        self._drafts = {}
        self._build(entry, {**chosen, **({"pick": entry.at} if entry.at else {})})
        for name, said in self._half.items():
            if name in self._boxes:
                self._boxes[name].setText(said)
        self._explain()

    def _keep_half(self) -> None:
        for field in self._entry.fields if self._entry else ():
            said = self._boxes[field.name].text()
            if said.strip() and said != field.start:
                self._half[field.name] = said
            else:
                self._half.pop(field.name, None)

    def _go_to(self, pick: str) -> None:
        """Write under the pick that the board says; what was half written under another stays there unseen."""
        before = self._chosen("pick")
        if not pick or pick == before:
            return
        self._drafts[before] = dict(self.what_is_written().values)
        self.pick(pick)
        for name, box in self._boxes.items():
            box.setText(self._drafts.get(pick, {}).get(name, ""))
        self._explain()

    def _choose(self, key: str) -> None:
        """A pick was clicked, or its key pressed. Where the board has a say, the board says what comes of it."""
        if self._entry and self._entry.chosen and key != self._entry.at:
            self.pick(self._entry.at)
            self.chosen.emit(key)

    def _build(self, entry: Entry, chosen: dict[str, str]) -> None:
        for shortcut in self._shortcuts:
            shortcut.setParent(None)
            shortcut.deleteLater()
        self._shortcuts, self._picks, self._folded = [], {}, None
        self._understood, self._standing = label(role="small"), key_cap("")
        clear(self._upper)
        clear(self._lower)
        self._add_picks("pick", entry.picks, "Ctrl", chosen.get("pick", ""))
        if entry.sort:
            self._fold(entry, chosen.get("sort", ""))
        else:
            if entry.picks and entry.sorts:
                self._divide()
            self._add_picks("sort", entry.sorts, "Alt", chosen.get("sort", ""))
        lower = self._lower.layout()
        assert isinstance(lower, QBoxLayout)
        self._upper.setVisible(bool(entry.picks or entry.sorts))
        self._boxes = {}
        for field in entry.fields:
            box = Box(field.start)
            box.left.connect(self.left)
            box.setPlaceholderText(field.hint)
            box.setAccessibleName(field.hint)
            box.returnPressed.connect(self._enter)
            box.textEdited.connect(self._explain)
            lower.addWidget(box, field.stretch)
            self._boxes[field.name] = box
        if box := self._boxes.get("text"):
            self._lay_in(box)
        if entry.tables:
            self._add_table_keys()
        self._say("")
        self._turn()

    def _lay_in(self, box: QLineEdit) -> None:
        """What the line is understood as stands in its box, to the right, so that no box changes its width."""
        inner = QHBoxLayout(box)
        inner.setContentsMargins(8, 0, 12, 0)
        self._standing.setFixedHeight(_CAP)
        inner.addWidget(self._standing, 0, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        inner.addWidget(self._understood, 0, Qt.AlignmentFlag.AlignRight)
        for each in (self._standing, self._understood):
            each.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)

    def _add_table_keys(self) -> None:
        """Ctrl+Shift and a table's number: what is written is from that table, until the same key again."""
        for number in range(1, 10):
            self._on(f"Ctrl+Shift+{number}", lambda n=number: self.stand(0 if n == self._table else n))
        self._text_box().stepped.connect(self._step_tables)

    def _text_box(self) -> Box:
        box = self._boxes["text"]
        assert isinstance(box, Box)
        return box

    def stand(self, table: int) -> None:
        """From now on what is written is from this table; 0: from none."""
        self._table = table
        self._explain()

    def _step_tables(self, by: int) -> None:
        """The table used before, or after that again the later one; below the latest stands none."""
        around = [0, *self._recent]
        at = around.index(self._table) if self._table in around else 0
        self.stand(around[min(max(0, at + by), len(around) - 1)])

    def _turn(self) -> None:
        """The boxes beside each other, or below each other where they would be too narrow to read."""
        lower = self._lower.layout()
        assert isinstance(lower, QBoxLayout)
        below = self._upright or self.width() < _NARROW * len(self._boxes)
        lower.setDirection(QBoxLayout.Direction.TopToBottom if below else QBoxLayout.Direction.LeftToRight)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Arrange the boxes for the new width."""
        super().resizeEvent(event)
        self._turn()

    def _divide(self) -> None:
        """A hairline between two kinds of picks."""
        layout = self._upper.layout()
        assert layout is not None
        divider = QFrame()
        divider.setProperty("role", "divider")
        layout.addWidget(divider)

    def _fold(self, entry: Entry, chosen: str) -> None:
        """The sort words behind one button, each with its key."""
        from workshop.screen.parts.one_of import OneOf  # few boards have so many

        layout = self._upper.layout()
        assert layout is not None
        self._folded = made = OneOf(entry.sort, "Alt", entry.sorts, self)
        made.choose(chosen)
        layout.addWidget(made)
        for shortcut, key in made.keys.items():
            self._on(shortcut, lambda key=key: made.press(key))

    def _on(self, key: str, does: Callable[[], object]) -> None:
        """A key that works from anywhere in the window while this way of writing is shown."""
        shortcut = QShortcut(QKeySequence(key), self)
        shortcut.activated.connect(does)
        self._shortcuts.append(shortcut)

    def _add_picks(self, name: str, picks: tuple[Pick, ...], modifier: str, chosen: str) -> None:
        """Buttons of which one is down; Ctrl or Alt with its number picks it from anywhere in the window."""
        group = self._picks[name] = QButtonGroup(self)
        group.setExclusive(name == "pick")
        layout = self._upper.layout()
        assert layout is not None
        for number, pick in enumerate(picks, 1):
            key = f"{modifier}+{number}" if number <= 9 else ""
            title = pick.title[:1].upper() + pick.title[1:]
            made = KeyButton(native(key), shorter(title, _TITLE))
            made.setAccessibleName(pick.title)
            made.setProperty("chip", True)
            made.setCheckable(True)
            made.setChecked(pick.key == chosen or (name == "pick" and number == 1))
            made.setProperty("key", pick.key)
            made.setFocusPolicy(Qt.FocusPolicy.TabFocus)
            made.setToolTip(escaped(pick.title) + (f" ({native(key)})" if key else ""))
            if name == "pick":
                made.clicked.connect(lambda _=False, key=pick.key: self._choose(key))
            group.addButton(made)
            layout.addWidget(made)
            if key:
                self._on(key, made.click)
        if name == "sort":
            group.buttonToggled.connect(lambda pressed, down: self._only(group, pressed, down))

    def _only(self, group: QButtonGroup, pressed, down: bool) -> None:
        """At most one sort word is down, and none may be."""
        for other in group.buttons():
            if down and other is not pressed:
                other.setChecked(False)

    def _chosen(self, name: str) -> str:
        if name == "sort" and self._folded:
            return self._folded.key
        group = self._picks.get(name)
        return next((b.property("key") for b in group.buttons() if b.isChecked()), "") if group else ""

    def pick(self, key: str, group: str = "pick") -> None:
        """Choose a pick, or a sort word, by its key."""
        if group == "sort" and self._folded:
            self._folded.choose(key)
            return
        for made in self._picks[group].buttons():
            if made.property("key") == key:
                made.setChecked(True)

    def focus(self, name: str = "") -> None:
        """Put the cursor in the first box, or in the one with a name."""
        if self._boxes:
            box = self._boxes.get(name) or next(iter(self._boxes.values()))
            box.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def fill(self, **values: str) -> None:
        """Put text in some of the boxes."""
        for name, value in values.items():
            if name in self._boxes:
                self._boxes[name].setText(value)
                self._boxes[name].setCursorPosition(0)

    def again(self, written: Written) -> None:
        """Have the same text and picks as before."""
        self.fill(**written.values)
        self.pick(written.pick)
        self.pick(written.sort, "sort")

    def what_is_written(self) -> Written:
        """The boxes' text and the picks."""
        values = {name: box.text() for name, box in self._boxes.items()}
        tables = self._entry is not None and self._entry.tables
        return Written(values, self._chosen("pick"), self._chosen("sort"), self._table if tables else 0)

    def _enter(self) -> None:
        """Tell what is written; Enter once too often tells nothing."""
        if any(box.text().strip() for box in self._boxes.values()):
            self.written.emit(self.what_is_written())

    def taken(self) -> None:
        """What was written lies on the board: empty the line for the next."""
        if self._entry and self._entry.tables and (table := self.what_is_written().line.table):
            self._recent = [table, *(other for other in self._recent if other != table)][:_TABLES]
        for field in self._entry.fields if self._entry else ():
            self._boxes[field.name].setText(field.start)
            self._half.pop(field.name, None)
        if "text" in self._boxes:
            self._say("")
        self.focus()

    def _explain(self) -> None:
        """Say what the line will be understood as, while it is being written."""
        box = self._boxes.get("text")
        if box is None:
            return
        try:
            line = captured(box.text())
        except Refusal as no:
            self._say(self._words.refusal(no))
            return
        takes = self._entry is not None and self._entry.tables
        said = self._words("Table {n}", n=line.table) if takes else self._words("the table is not kept")
        parts = [said] if line.table else []
        parts += [self._words.many("{n} hand", "{n} hands", line.hands)] if line.hands else []
        self._say(" · ".join(parts))

    def _say(self, said: str) -> None:
        """Show how the line is understood and which table stands, and keep its letters from running under that."""
        box = self._boxes.get("text")
        if box is None:
            return
        stands = self._words("Table {n}", n=self._table) if self._table and self._entry and self._entry.tables else ""
        self._standing.setText(stands)
        self._standing.setVisible(bool(stands))
        self._understood.setText(said)
        before = self._standing.sizeHint().width() + 8 if stands else 0
        after = self._understood.sizeHint().width() + 16 if said else 0
        box.setTextMargins(before, 0, after, 0)
        box.setAccessibleDescription(stands)
