"""The facilitator's guide to a step: what the room is told, what to ask, how to lead it."""

from PySide6.QtCore import Qt, QUrl, Signal
from PySide6.QtGui import QFont, QTextCharFormat, QTextCursor, QTextDocument
from PySide6.QtWidgets import QCheckBox, QFrame, QScrollArea, QTextBrowser, QVBoxLayout, QWidget

from workshop.model.exercise import ExerciseText, Step
from workshop.screen.parts.pieces import label, line
from workshop.words import Catalogue


class Reading(QTextBrowser):
    """Markdown to read; loads nothing from anywhere, whatever the text asks for."""

    def loadResource(self, kind: int, name: QUrl | str) -> object:
        """Nothing: an exercise may come by mail from anybody."""
        return None


class Guide(QScrollArea):
    """Instruction, prompts and guide of one step; `ticked` when a step that must be agreed to is."""

    ticked = Signal(bool)

    def __init__(self, words: Catalogue) -> None:
        super().__init__()
        self._words = words
        self._box: QCheckBox | None = None
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setAccessibleName(words("Guide"))

    def show_step(self, step: Step, text: ExerciseText, ticked: bool) -> None:
        """Show a step's guide from its top."""
        self._box = None
        inner = QWidget()
        column = QVBoxLayout(inner)
        column.setContentsMargins(0, 8, 8, 16)
        column.setSpacing(12)
        said = text.step(step.key)
        column.addWidget(label(said.title, "large", wraps=True))
        column.addWidget(label(said.instruction, wraps=True))
        if step.tick:
            column.addWidget(self._tick(ticked))
        if said.prompts:
            column.addWidget(line())
            column.addWidget(label(self._words("Ask"), "small"))
            for prompt in said.prompts:
                column.addWidget(label(prompt, wraps=True))
        if guide := text.guide.get(step.key, ""):
            column.addWidget(line())
            column.addWidget(self._markdown(guide))
        if about := text.guide.get("", ""):
            column.addWidget(line())
            column.addWidget(label(self._words("About the exercise"), "small"))
            column.addWidget(self._markdown(about))
        column.addStretch(1)
        self.setWidget(inner)

    def show_tick(self, ticked: bool) -> None:
        """Show whether the step is agreed to."""
        if self._box and self._box.isChecked() != ticked:
            self._box.blockSignals(True)
            self._box.setChecked(ticked)
            self._box.blockSignals(False)

    def _tick(self, ticked: bool) -> QCheckBox:
        self._box = box = QCheckBox(self._words("We agree on this"))
        box.setAccessibleName(box.text())
        box.setChecked(ticked)
        box.toggled.connect(self.ticked)
        return box

    def _markdown(self, source: str) -> Reading:
        reading = Reading()
        reading.setFrameShape(QFrame.Shape.NoFrame)
        reading.setOpenLinks(False)
        reading.setAccessibleName(self._words("Guide"))
        reading.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        reading.setStyleSheet("QTextBrowser { background: transparent; border: none; padding: 0; }")
        reading.document().setDocumentMargin(0)
        reading.document().setIndentWidth(14)
        reading.document().setMarkdown(source, QTextDocument.MarkdownFeature.MarkdownNoHTML)
        _air(reading.document())
        reading.document().documentLayout().documentSizeChanged.connect(
            lambda size: reading.setFixedHeight(int(size.height()) + 4)
        )
        return reading


def _air(document: QTextDocument) -> None:
    """Room over what begins something, and bold letters in the weight that the bundled font has."""
    block, listed = document.begin(), True
    while block.isValid():
        in_list = block.textList() is not None
        cursor = QTextCursor(block)
        shape = block.blockFormat()
        shape.setTopMargin(4 if in_list else 14 if listed and block.blockNumber() else 8)
        shape.setBottomMargin(0)
        cursor.setBlockFormat(shape)
        pieces = block.begin()
        while not pieces.atEnd():
            piece = pieces.fragment()
            if piece.charFormat().fontWeight() > QFont.Weight.DemiBold:
                cursor.setPosition(piece.position())
                cursor.setPosition(piece.position() + piece.length(), QTextCursor.MoveMode.KeepAnchor)
                letter = QTextCharFormat()
                letter.setFontWeight(QFont.Weight.DemiBold)
                cursor.mergeCharFormat(letter)
            pieces += 1
        listed, block = in_list, block.next()
