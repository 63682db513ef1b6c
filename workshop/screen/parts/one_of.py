"""A few choices behind one button: it shows the one that stands, and opens the others with their keys."""

from collections.abc import Sequence

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QWidget

from workshop.screen.boards.desk import Pick
from workshop.screen.parts.key_button import KeyButton, native


class OneOf(KeyButton):
    """At most one of the picks stands chosen, and the same once more is none; a key each, with one modifier."""

    def __init__(self, asks: str, modifier: str, picks: Sequence[Pick], parent: QWidget) -> None:
        first = native(f"{modifier}+1")
        super().__init__(f"{first}–{len(picks)}" if len(picks) > 1 else first, asks, parent)
        self._asks, self._picks = asks, picks
        self.key = ""  # of the pick that stands
        self.keys = {f"{modifier}+{number}": pick.key for number, pick in enumerate(picks[:9], 1)}
        self.setProperty("chip", True)
        self.setCheckable(True)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.clicked.connect(self._open)
        self.choose("")

    def choose(self, key: str) -> None:
        """Have this one stand, whatever stood before."""
        self.key = next((pick.key for pick in self._picks if pick.key == key), "")
        said = next((pick.title for pick in self._picks if pick.key == self.key), "") if self.key else ""
        self.say(f"{self._asks}: {said}" if said else self._asks)
        self.setChecked(bool(self.key))

    def press(self, key: str) -> None:
        """What a pick's key does: it stands, or no longer."""
        self.choose("" if key == self.key else key)

    def menu_of(self) -> QMenu:
        """All of them, each with its key."""
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        keys = {key: shortcut for shortcut, key in self.keys.items()}
        for pick in self._picks:
            title = pick.title[:1].upper() + pick.title[1:]
            action = QAction(f"{title}\t{native(keys[pick.key])}" if pick.key in keys else title, menu)
            action.setCheckable(True)
            action.setChecked(pick.key == self.key)
            action.triggered.connect(lambda _=False, key=pick.key: self.press(key))
            menu.addAction(action)
        return menu

    def _open(self) -> None:
        self.setChecked(bool(self.key))  # the menu decides, not the click
        menu = self.menu_of()
        menu.popup(self.mapToGlobal(QPoint(0, -menu.sizeHint().height())))
