"""“We are late”: how late, and what would be cut to reach the next meal; nothing is done until one says so."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QSpinBox, QVBoxLayout, QWidget

from workshop.model.late import CatchUp, told
from workshop.model.refusal import Refusal
from workshop.screen.parts.pieces import button, clear, label
from workshop.words import Catalogue

_MOST = 600  # minutes


class LateForm(QWidget):
    """`tried` proposes a way to catch up so many minutes; `accepted` tells the minutes, `left`: called off."""

    accepted = Signal(int)
    left = Signal()

    def __init__(self, words: Catalogue, tried: Callable[[int], CatchUp]) -> None:
        super().__init__()
        self._words, self._tried = words, tried
        self.minutes = QSpinBox()
        self.minutes.setRange(1, _MOST)
        self.minutes.setSingleStep(5)
        self.minutes.setSuffix(words(" min"))
        self.minutes.lineEdit().setTextMargins(8, 0, 8, 0)  # the style sheet's padding does not reach it
        self.minutes.setAccessibleName(words("How many minutes late"))
        self.minutes.valueChanged.connect(lambda _: self._propose())
        self.minutes.installEventFilter(self)
        self.proposal = QWidget()
        lines = QVBoxLayout(self.proposal)
        lines.setContentsMargins(0, 0, 0, 0)
        lines.setSpacing(8)
        self.do, self.cancel = button(words("Do so"), main=True), button(words("Cancel"))
        self.do.clicked.connect(lambda: self.accepted.emit(self.minutes.value()))
        self.cancel.clicked.connect(self.left)
        buttons = QHBoxLayout()
        buttons.addWidget(self.do)
        buttons.addWidget(self.cancel)
        buttons.addStretch(1)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(16, 8, 16, 16)
        whole.setSpacing(12)
        whole.addWidget(label(words("We are late"), "large"))
        named = label(words("How many minutes late"), "small")
        named.setBuddy(self.minutes)
        whole.addWidget(named)
        whole.addWidget(self.minutes)
        whole.addWidget(label(words("Then this is what we do:"), "small"))
        whole.addWidget(self.proposal)
        whole.addLayout(buttons)
        whole.addWidget(label(words("Ctrl+Z takes it back."), quiet=True, wraps=True))
        whole.addStretch(1)

    def begin(self, minutes: int) -> None:
        """Propose for so many minutes, which can be changed."""
        self.minutes.setValue(minutes)
        self._propose()
        self.minutes.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.minutes.selectAll()

    def said(self) -> tuple[str, ...]:
        """The proposal, sentence by sentence; why there is none where there is none."""
        try:
            return told(self._tried(self.minutes.value()), self._words)
        except Refusal as no:
            return (self._words.refusal(no),)

    def _propose(self) -> None:
        clear(self.proposal)
        layout = self.proposal.layout()
        said = self.said()
        for sentence in said:
            if layout is not None:
                layout.addWidget(label(sentence, wraps=True))
        self.minutes.setAccessibleDescription(" ".join(said))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Enter does so, Esc doesn't."""
        if event.type() is QEvent.Type.KeyPress:
            key = event.key()  # type: ignore[attr-defined]
            if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
                self.minutes.interpretText()
                self.accepted.emit(self.minutes.value())
                return True
            if key == Qt.Key.Key_Escape:
                self.left.emit()
                return True
        return super().eventFilter(watched, event)
