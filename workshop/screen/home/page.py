"""What lies on the home window: name and buttons, the recent sessions to the left, the exercises to the right."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QStackedLayout, QVBoxLayout, QWidget

if TYPE_CHECKING:
    from pathlib import Path

    from workshop.model.words import Words
    from workshop.screen.home.recent import RecentList
    from workshop.screen.home.shelf import Shelf
    from workshop.screen.house import OnShelf, Recent
    from workshop.screen.parts.key_button import KeyButton
    from workshop.screen.theme import Theme

_RECENT_WIDTH = (360, 520)  # least and most


class Page(QWidget):
    """The parts of the home window, arranged; what happens in them is the window's business.

    It is born with what the first paint needs and no more; `furnish` brings in the rest.
    """

    library_button: KeyButton
    recent: RecentList
    shelf: Shelf

    def __init__(self) -> None:
        super().__init__()
        self.begin_button, self.programme_button, self.open_button = (QPushButton() for _ in range(3))
        self.begin_button.setProperty("main", "true")
        self.motto, self.recent_heading, self.shelf_heading = QLabel(), _label("large"), _label("large")
        self.motto.setProperty("quiet", "true")
        self._recents, self._shelves = QStackedLayout(), QStackedLayout()
        self._empty: list[QLabel] = []
        whole = QVBoxLayout(self)
        whole.setContentsMargins(48, 32, 48, 16)
        whole.setSpacing(32)
        whole.addLayout(self._head())
        columns = QHBoxLayout()
        columns.setSpacing(48)
        self._left = _under(self.recent_heading, self._recents, _RECENT_WIDTH)
        columns.addWidget(self._left, 2)
        columns.addWidget(_under(self.shelf_heading, self._shelves), 3)
        whole.addLayout(columns, 1)

    def _head(self) -> QHBoxLayout:
        head = QHBoxLayout()
        head.setSpacing(12)
        name = _label("display")
        name.setText("Verkstad")
        named = QVBoxLayout()
        named.setSpacing(4)
        named.addWidget(name)
        named.addWidget(self.motto)
        head.addLayout(named, 1)
        head.addWidget(self.begin_button)
        head.addWidget(self.programme_button)
        head.addWidget(self.open_button)
        return head

    def furnish(self) -> None:
        """Bring in what the first paint did without: the list, the shelf, and what they say when they are empty."""
        from PySide6.QtCore import Qt
        from PySide6.QtWidgets import QScrollArea, QSizePolicy

        from workshop.screen.home.recent import RecentList
        from workshop.screen.home.shelf import Shelf
        from workshop.screen.parts.key_button import KeyButton, native

        self.recent, self.shelf = RecentList(), Shelf()
        self.library_button = KeyButton(native("Ctrl+F"), "")
        self.library_button.setProperty("chip", "true")
        self.library_button.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        column = self._left.layout()
        if isinstance(column, QVBoxLayout):
            column.insertWidget(column.count() - 1, self.library_button)
            column.insertSpacing(column.count() - 1, 8)
        scroll = QScrollArea()
        scroll.setWidgetResizable(True)
        scroll.setWidget(self.shelf)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        for stack, key, filled in ((self._recents, "Ctrl+N", self.recent), (self._shelves, "Ctrl+O", scroll)):
            stack.addWidget(QWidget())  # shown until one knows which of the others it is
            stack.addWidget(self._nothing(native(key)))
            stack.addWidget(filled)
        self.begin_button.setToolTip(native("Ctrl+N"))
        self.programme_button.setToolTip(native("Ctrl+P"))
        self.open_button.setToolTip(native("Ctrl+O"))

    def _nothing(self, key: str) -> QWidget:
        """One sentence on what to do where nothing lies yet, and the key for it."""
        from PySide6.QtCore import Qt

        from workshop.screen.parts.pieces import key_cap

        said = QLabel()
        said.setProperty("quiet", "true")
        said.setWordWrap(True)
        self._empty.append(said)
        nothing = QWidget()
        row = QHBoxLayout(nothing)
        row.setContentsMargins(0, 8, 0, 0)
        row.setSpacing(12)
        row.addWidget(key_cap(key), 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(said, 1, Qt.AlignmentFlag.AlignTop)
        return nothing

    def speak_first(self, words: Words) -> None:
        """Say in a language what the first paint shows."""
        self.motto.setText(words("Talk that ends in something you do together"))
        self.begin_button.setText(words("New session"))
        self.programme_button.setText(words("From a programme…"))
        self.open_button.setText(words("Open file…"))
        self.recent_heading.setText(words("Recent sessions"))
        self.shelf_heading.setText(words("Exercises"))

    def speak(self, words: Words) -> None:
        """Say everything in a language, but for the exercises, which come in their own texts."""
        self.speak_first(words)
        self._empty[0].setText(words("Your sessions will lie here: begin the first one."))
        self._empty[1].setText(words("No exercise could be found: open a session that you have as a file."))
        self.library_button.say(words("Search in all sessions"))
        self.recent.speak(words)

    def show_recent(self, recents: Sequence[Recent], titles: Mapping[str, str], words: Words) -> None:
        """The recent sessions, or what to do where there is none; `titles` are the exercises' by name."""
        self.recent.show_all(recents, titles, words)
        self._recents.setCurrentIndex(2 if recents else 1)

    def show_shelf(self, exercises: Sequence[OnShelf], words: Words, theme: Theme) -> None:
        """The exercises, or what to do where there is none."""
        self.shelf.show_all(exercises, words, theme)
        self._shelves.setCurrentIndex(2 if exercises else 1)

    def draw_icons(self) -> None:
        """Put the icons on the buttons, in the theme's colours."""
        from PySide6.QtCore import QSize
        from PySide6.QtGui import QPalette

        from workshop.screen.parts.tinted import tinted

        self.begin_button.setIcon(tinted("plus", self, QPalette.ColorRole.Base))
        self.programme_button.setIcon(tinted("calendar", self))
        self.open_button.setIcon(tinted("folder-open", self))
        for button in (self.begin_button, self.programme_button, self.open_button):
            button.setIconSize(QSize(28, 18))  # the icon is square: the rest is air between it and the word

    def holds_focus(self) -> bool:
        """Whether the person has gone to something here already."""
        return self.focusWidget() not in (None, self.begin_button)

    def picked(self) -> Path | None:
        """The file of the session that is picked in the list."""
        return self.recent.picked()

    def go_to_recent(self) -> None:
        """To the list of sessions, where there is any."""
        if self.recent.count():
            self.recent.setFocus()

    def go_to_shelf(self) -> None:
        """To the first exercise, where there is any."""
        if self.shelf.cards:
            self.shelf.cards[0].setFocus()

    def go_to_first(self) -> None:
        """To what one most likely came for: the latest session, or else the first exercise."""
        if self.recent.count():
            self.go_to_recent()
        else:
            self.go_to_shelf()


def _label(role: str) -> QLabel:
    label = QLabel()
    label.setProperty("role", role)
    return label


def _under(heading: QLabel, content: QStackedLayout, width: tuple[int, int] | None = None) -> QWidget:
    """A heading, a hairline, and what stands under them; `width` is the least and the most."""
    line = QFrame()
    line.setProperty("role", "line")
    whole = QWidget()
    if width:
        whole.setMinimumWidth(width[0])
        whole.setMaximumWidth(width[1])
    column = QVBoxLayout(whole)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(0)
    column.addWidget(heading)
    column.addSpacing(8)
    column.addWidget(line)
    column.addSpacing(12)
    column.addLayout(content, 1)
    return whole
