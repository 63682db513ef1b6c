"""What one can do with the picked card, each with its key, in rows of quiet buttons."""

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QToolButton, QWidget

from workshop.screen.boards.desk import Command
from workshop.screen.parts.flow import Flow
from workshop.screen.parts.pieces import clear
from workshop.screen.theme import Theme, icon

_HABITS = ("Alt+Up", "Alt+Down", "Del")  # keys and icons that everybody knows without a word


class CommandBar(QWidget):
    """`asked` carries a Command when its button or its key is pressed; keys work while nothing is being typed."""

    asked = Signal(object)

    def __init__(self, theme: Theme, name: str) -> None:
        super().__init__()
        self._theme = theme
        self._commands: list[Command] = []
        self.setAccessibleName(name)
        self._flow = Flow(self, space=4)

    def show_commands(self, commands: list[Command]) -> None:
        """Offer these; nothing is rebuilt where they are the same as before."""
        before = [(command.key, command.title) for command in self._commands]
        self._commands = commands
        if before == [(command.key, command.title) for command in commands]:
            return
        clear(self)
        for action in self.actions():
            self.removeAction(action)
            action.deleteLater()
        for number, command in enumerate(commands):
            self._flow.addWidget(self._button(number, command))
        self.setVisible(bool(commands))
        self.updateGeometry()

    def _button(self, number: int, command: Command) -> QToolButton:
        action = self._action(number, command)
        made = QToolButton()
        made.setDefaultAction(action)
        made.setIconSize(QSize(18, 18))
        alone = command.key in _HABITS
        style = Qt.ToolButtonStyle.ToolButtonIconOnly if alone else Qt.ToolButtonStyle.ToolButtonTextBesideIcon
        made.setToolButtonStyle(style)
        made.setAccessibleName(command.title)
        made.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        return made

    def _action(self, number: int, command: Command) -> QAction:
        native = QKeySequence(command.key).toString(QKeySequence.SequenceFormat.NativeText)
        action = QAction(f"{native}  {command.title}" if len(native) == 1 else command.title, self)
        action.setShortcut(QKeySequence(command.key))
        action.setToolTip(f"{command.title} ({native})")
        if command.icon:
            action.setIcon(icon(command.icon, self._theme.hex["muted"]))
        action.triggered.connect(lambda: self.asked.emit(self._commands[number]))
        self.addAction(action)
        return action
