"""The one line that takes everything: picks to the left, boxes to write in, and what the line will be understood as."""

import html

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QBoxLayout, QButtonGroup, QLineEdit, QVBoxLayout, QWidget

from workshop.model.capture import captured
from workshop.model.letters import MORE, graphemes
from workshop.model.refusal import Refusal
from workshop.screen.boards.desk import Entry, Pick, Written
from workshop.screen.parts.flow import Flow
from workshop.screen.parts.pieces import button, clear, label
from workshop.words import Catalogue

_TITLE = 24  # letters of a pick's title that are shown


def shorter(text: str, most: int) -> str:
    """A text's first letters, with a sign where some are left out."""
    letters = list(graphemes(text))
    return text if len(letters) <= most else "".join(letters[: most - 1]).rstrip() + MORE


class CaptureLine(QWidget):
    """Writes on a board: `written` carries what was said when Enter was pressed; the line empties when it was taken."""

    written = Signal(object)

    def __init__(self, words: Catalogue, upright: bool = False, keys: bool = True) -> None:
        super().__init__()
        self._words, self._keys = words, keys
        self._boxes: dict[str, QLineEdit] = {}
        self._picks: dict[str, QButtonGroup] = {}
        self._entry: Entry | None = None
        self._shortcuts: list[QShortcut] = []
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(8)
        self._upper = QWidget()
        Flow(self._upper)
        self._lower = QWidget()
        direction = QBoxLayout.Direction.TopToBottom if upright else QBoxLayout.Direction.LeftToRight
        lower = QBoxLayout(direction, self._lower)
        lower.setContentsMargins(0, 0, 0, 0)
        lower.setSpacing(8)
        whole.addWidget(self._upper)
        whole.addWidget(self._lower)
        self._understood = label(role="small")

    def show_entry(self, entry: Entry) -> None:
        """Take another way of writing; where it is the same way, what is half written stays."""
        same = self._entry and [(f.name, f.hint) for f in self._entry.fields] == [
            (f.name, f.hint) for f in entry.fields
        ]
        if same and self._entry and (self._entry.picks, self._entry.sorts) == (entry.picks, entry.sorts):
            self._entry = entry
            return
        chosen = {name: self._chosen(name) for name in self._picks}
        self._entry = entry
        self._build(entry, chosen)

    def _build(self, entry: Entry, chosen: dict[str, str]) -> None:
        for shortcut in self._shortcuts:
            shortcut.setParent(None)
            shortcut.deleteLater()
        self._shortcuts, self._picks = [], {}
        self._understood = label(role="small")
        clear(self._upper)
        clear(self._lower)
        self._add_picks("pick", entry.picks, "Ctrl", chosen.get("pick", ""))
        self._add_picks("sort", entry.sorts, "Alt", chosen.get("sort", ""))
        lower = self._lower.layout()
        assert isinstance(lower, QBoxLayout)
        self._upper.setVisible(bool(entry.picks or entry.sorts))
        self._boxes = {}
        for field in entry.fields:
            box = QLineEdit(field.start)
            box.setPlaceholderText(field.hint)
            box.setAccessibleName(field.hint)
            box.returnPressed.connect(self._enter)
            box.textEdited.connect(self._explain)
            lower.addWidget(box, field.stretch)
            self._boxes[field.name] = box
        lower.addWidget(self._understood)

    def _add_picks(self, name: str, picks: tuple[Pick, ...], modifier: str, chosen: str) -> None:
        """Buttons of which one is down; Ctrl or Alt with its number picks it from anywhere in the window."""
        group = QButtonGroup(self)
        group.setExclusive(name == "pick")
        layout = self._upper.layout()
        assert layout is not None
        for number, pick in enumerate(picks, 1):
            key = f"{modifier}+{number}"
            short = shorter(pick.title, _TITLE)
            made = button(f"{number}  {short}" if self._keys else short, pick.title)
            made.setCheckable(True)
            made.setChecked(pick.key == chosen or (name == "pick" and number == 1))
            made.setProperty("key", pick.key)
            made.setFocusPolicy(Qt.FocusPolicy.TabFocus)
            group.addButton(made)
            layout.addWidget(made)
            if self._keys and number <= 9:
                made.setToolTip(f"{html.escape(pick.title)} ({key})")
                shortcut = QShortcut(QKeySequence(key), self)
                shortcut.activated.connect(made.click)
                self._shortcuts.append(shortcut)
        if name == "sort":
            group.buttonToggled.connect(lambda pressed, down: self._only(group, pressed, down))
        self._picks[name] = group

    def _only(self, group: QButtonGroup, pressed, down: bool) -> None:
        """At most one sort word is down, and none may be."""
        for other in group.buttons():
            if down and other is not pressed:
                other.setChecked(False)

    def _chosen(self, name: str) -> str:
        group = self._picks.get(name)
        return next((b.property("key") for b in group.buttons() if b.isChecked()), "") if group else ""

    def pick(self, key: str) -> None:
        """Choose a pick by its key."""
        for made in self._picks["pick"].buttons():
            if made.property("key") == key:
                made.setChecked(True)

    def focus(self) -> None:
        """Put the cursor in the first box."""
        if self._boxes:
            next(iter(self._boxes.values())).setFocus(Qt.FocusReason.ShortcutFocusReason)

    def fill(self, **values: str) -> None:
        """Put text in some of the boxes."""
        for name, value in values.items():
            if name in self._boxes:
                self._boxes[name].setText(value)
                self._boxes[name].setCursorPosition(0)

    def what_is_written(self) -> Written:
        """The boxes' text and the picks."""
        values = {name: box.text() for name, box in self._boxes.items()}
        return Written(values, self._chosen("pick"), self._chosen("sort"))

    def _enter(self) -> None:
        """Tell what is written; Enter once too often tells nothing."""
        if any(box.text().strip() for box in self._boxes.values()):
            self.written.emit(self.what_is_written())

    def taken(self) -> None:
        """What was written lies on the board: empty the line for the next."""
        for field in self._entry.fields if self._entry else ():
            self._boxes[field.name].setText(field.start)
        self._understood.setText("")
        self.focus()

    def _explain(self) -> None:
        """Say what the line will be understood as, while it is being written."""
        box = self._boxes.get("text")
        if box is None:
            return
        try:
            line = captured(box.text())
        except Refusal as no:
            self._understood.setText(self._words.refusal(no))
            return
        parts = [self._words("Table {n}", n=line.table)] if line.table else []
        parts += [self._words.many("{n} hand", "{n} hands", line.hands)] if line.hands else []
        self._understood.setText(" · ".join(parts))
