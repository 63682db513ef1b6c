"""What Verkstad is, and whose fonts and icons it uses."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QLabel, QPlainTextEdit, QPushButton, QVBoxLayout, QWidget

from workshop import __version__
from workshop.look import RESOURCES
from workshop.words import Catalogue

_LICENCES = (
    ("Atkinson Hyperlegible Next", "fonts/AtkinsonHyperlegibleNext-OFL.txt"),
    ("Noto Emoji", "fonts/NotoEmoji-OFL.txt"),
    ("Noto Sans Arabic", "fonts/NotoSansArabic-OFL.txt"),
    ("Tabler Icons", "icons/LICENSE"),
)


class AboutDialog(QDialog):
    """Name, version, what it is, and the licences of what it is made with."""

    def __init__(self, words: Catalogue, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(words("About Verkstad"))
        self.resize(640, 520)
        name = QLabel("Verkstad")
        name.setProperty("role", "display")
        version = QLabel(words("Version {version}", version=__version__))
        version.setProperty("role", "small")
        what = QLabel(
            words("Exercises for people who lead and must work together. Nothing you write leaves this computer.")
        )
        what.setWordWrap(True)
        heading = QLabel(words("Fonts, icons and their licences"))
        heading.setProperty("role", "large")
        texts = QPlainTextEdit(_licences())
        texts.setObjectName("licences")
        texts.setReadOnly(True)
        texts.setTabChangesFocus(True)
        texts.setAccessibleName(words("Fonts, icons and their licences"))
        texts.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        heading.setBuddy(texts)
        close = QPushButton(words("Close"))
        close.setDefault(True)
        close.clicked.connect(self.reject)
        column = QVBoxLayout(self)
        column.setContentsMargins(32, 24, 32, 24)
        column.setSpacing(8)
        for widget in (name, version):
            column.addWidget(widget)
        column.addSpacing(8)
        column.addWidget(what)
        column.addSpacing(16)
        column.addWidget(heading)
        column.addWidget(texts, 1)
        column.addSpacing(16)
        column.addWidget(close, 0, Qt.AlignmentFlag.AlignRight)
        close.setFocus()


def _licences() -> str:
    """Every licence text under the name of what it is for."""
    texts = ((name, (RESOURCES / path).read_text("utf-8").strip()) for name, path in _LICENCES)
    return "\n\n\n".join(f"{name}\n\n{text}" for name, text in texts)
