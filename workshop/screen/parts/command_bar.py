"""What one can do with the picked card, each with its key, in rows of quiet buttons."""

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QHBoxLayout, QMenu, QToolButton, QWidget

from workshop.screen.boards.desk import Command
from workshop.screen.parts.flow import Flow
from workshop.screen.parts.key_button import KeyButton, native
from workshop.screen.parts.pieces import clear, shorter
from workshop.screen.theme import Theme, icon

_HABITS = ("Alt+Left", "Alt+Up", "Alt+Down", "Alt+Right", "Del")  # keys and icons that everybody knows without a word
_WORDS = 30  # letters of a command that are shown


class CommandBar(QWidget):
    """`asked` carries a Command when its button or its key is pressed; keys work while nothing is being typed.

    `habits` holds the few that are drawn without words, to be placed by whoever owns the bar. What is seldom done lies
    behind one button, called `more`; its keys work all the same.
    """

    asked = Signal(object)

    def __init__(self, theme: Theme, name: str, more: str = "") -> None:
        super().__init__()
        self._theme, self._more = theme, more
        self._commands: list[Command] = []
        self.setAccessibleName(name)
        self._flow = Flow(self, space=4)
        self.habits = QWidget()
        row = QHBoxLayout(self.habits)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)

    def show_commands(self, commands: list[Command]) -> None:
        """Offer these; nothing is rebuilt where they are the same as before."""
        before = [(command.key, command.title) for command in self._commands]
        self._commands = commands
        if before == [(command.key, command.title) for command in commands]:
            return
        clear(self)
        clear(self.habits)
        for widget in (self, self.habits):
            for action in widget.actions():
                widget.removeAction(action)
                action.deleteLater()
        for number, command in enumerate(commands):
            if not command.title:  # a key that only says why it does nothing here
                self.habits.addAction(self._action(number, command))  # the row itself is hidden where it is empty
                continue
            if command.seldom:
                self.addAction(self._action(number, command))
                continue
            row = self.habits.layout() if command.key in _HABITS else self._flow
            assert row is not None
            row.addWidget(self._button(number, command))
        seldom = [action for action in self.actions() if action.data()]
        if seldom:
            self._flow.addWidget(self._folded(seldom))
        self.setVisible(self._flow.count() > 0)
        self.updateGeometry()

    def _folded(self, actions: list[QAction]) -> QToolButton:
        made = KeyButton("", self._more)
        made.setAccessibleName(self._more)
        made.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        menu = QMenu(made)
        menu.addActions(actions)
        made.clicked.connect(lambda: menu.popup(made.mapToGlobal(made.rect().bottomLeft())))
        return made

    def _button(self, number: int, command: Command) -> QToolButton:
        action = self._action(number, command)
        self.addAction(action)
        alone = command.key in _HABITS
        made = QToolButton() if alone else KeyButton(native(command.key), shorter(command.title, _WORDS))
        made.setDefaultAction(action)
        made.setIconSize(QSize(18, 18))
        made.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonIconOnly)
        made.setAccessibleName(command.title)
        made.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        return made

    def _action(self, number: int, command: Command) -> QAction:
        action = QAction(command.title, self)
        action.setShortcut(QKeySequence(command.key))
        action.setToolTip(f"{command.title} ({native(command.key)})")
        if command.icon:
            action.setIcon(icon(command.icon, self._theme.hex["muted"]))
        action.setData(command.seldom)
        action.triggered.connect(lambda: self.asked.emit(self._commands[number]))
        return action
