"""The left column: the steps, and what the room sees now."""

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QFrame, QGridLayout, QVBoxLayout, QWidget

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
        column.setContentsMargins(16, 12, 8, 16)
        column.setSpacing(8)
        column.addWidget(label(words("Steps"), "small"))
        column.addWidget(steps, 1)
        column.addWidget(line())
        column.addWidget(label(words("What the room sees"), "small"))
        copy.setFixedHeight(copy.heightForWidth(WIDTH - 24))
        column.addWidget(copy)
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
            made = tool(actions[name], theme, drawing)
            actions[name].setIconText(" " + short[name])
            made.setToolTip(f"{actions[name].text().replace('&', '')} ({actions[name].shortcut().toString()})")
            keys.addWidget(made, number // 2, number % 2)
        column.addLayout(keys)
