"""The left column: the steps, and what the room sees now."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from workshop.model.words import Words
from workshop.screen.parts.pieces import label, line, tool
from workshop.screen.parts.steps import StepList
from workshop.screen.theme import Theme

WIDTH = 268


class Side(QFrame):
    """Steps above, the small live copy of the wall with its keys below."""

    def __init__(self, steps: StepList, copy: QWidget, actions: dict[str, QAction], words: Words, theme: Theme) -> None:
        super().__init__()
        self.setFixedWidth(WIDTH)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 8, 8, 12)
        column.setSpacing(6)
        column.addLayout(_head(actions, words, theme))
        column.addWidget(steps, 1)
        column.addWidget(line())
        column.addWidget(label(words("What the room sees"), "small"))
        copy.setFixedHeight(copy.heightForWidth(WIDTH - 24))
        column.addWidget(copy)
        column.addLayout(_wall_keys(actions, words, theme))


def _head(actions: dict[str, QAction], words: Words, theme: Theme) -> QHBoxLayout:
    """What the list is, and beside it the way to the step before and to the next."""
    row = QHBoxLayout()
    row.setSpacing(0)
    row.addWidget(label(words("Steps"), "small"))
    row.addStretch(1)
    row.addWidget(_named(tool(actions["back"], theme, "chevron-left", words=False), actions["back"]))
    actions["next"].setIconText(words("Next"))
    onward = _named(tool(actions["next"], theme, "chevron-right"), actions["next"])
    onward.setLayoutDirection(Qt.LayoutDirection.RightToLeft)  # the arrow points away from its word
    row.addWidget(onward)
    return row


def _wall_keys(actions: dict[str, QAction], words: Words, theme: Theme) -> QGridLayout:
    keys = QGridLayout()
    keys.setSpacing(4)
    drawn = (("project", "presentation"), ("close", "search"), ("blank", "eye-off"), ("freeze", "snowflake"))
    short = {
        "project": words("Project"),
        "close": words("Reading size"),
        "blank": words("Blank"),
        "freeze": words("Freeze"),
    }
    for number, (name, drawing) in enumerate(drawn):
        made = _named(tool(actions[name], theme, drawing), actions[name])
        actions[name].setIconText(" " + short[name])
        made.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        keys.addWidget(made, number // 2, number % 2)
    return keys


def _named(made: QWidget, action: QAction) -> QWidget:
    """A button whose tooltip says what the whole action is and its key."""
    made.setToolTip(f"{action.text().replace('&', '')} ({action.shortcut().toString()})")
    return made
