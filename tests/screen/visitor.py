"""Somebody at the home window, with a keyboard."""

from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent, QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QLabel

from workshop.screen.home.shelf import ExerciseCard
from workshop.screen.home.window import HomeWindow
from workshop.screen.house import Beginning

PARTIES = (("Nämnden", "N"), ("Förvaltningen", "F"))


class Visitor:
    """Somebody at the home window, with a keyboard."""

    def __init__(self, house, qtbot, language="sv", theme="light"):
        self.window = HomeWindow(house, language, theme)
        self.opened = []
        self.window.opened.connect(self.opened.append)
        qtbot.addWidget(self.window)
        with qtbot.waitExposed(self.window):
            self.window.show()
        self.window.activateWindow()
        qtbot.waitUntil(lambda: hasattr(self.window, "menus"))
        self.waits()
        if isinstance(self.focus, ExerciseCard):
            self.stands_before("reta-motparten")

    def stands_before(self, exercise):
        """Have the card of an exercise in focus, as after a few arrow keys."""
        cards = self.window.page.shelf.cards
        next((card for card in cards if card.on_shelf.name == exercise), cards[0]).setFocus()
        self.waits()

    def waits(self):
        for _ in range(5):
            QApplication.processEvents()

    def presses(self, *keys, on=None):
        for key in keys:
            pressed = QKeySequence(key)[0]  # pyright: ignore[reportIndexIssue]
            QTest.keyClick(on or self.focus or self.window, pressed.key(), pressed.keyboardModifiers())
            self.waits()

    def picks(self, action):
        self.window.menus.actions[action].trigger()
        self.waits()

    def drops(self, *paths):
        mime = QMimeData()
        mime.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
        move, left, none = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
        self.window.dropEvent(QDropEvent(QPointF(9, 9), move, mime, left, none))

    @property
    def focus(self):
        return QApplication.focusWidget() or self.window.focusWidget()

    @property
    def dialog(self):
        return next((d for d in self.window.findChildren(QDialog) if d.isVisible()), None)

    @property
    def hears(self):
        return self.window.messages.text

    @property
    def reads(self):
        """Every word in the window that can be seen."""
        widgets = self.window.findChildren(QLabel) + self.window.findChildren(ExerciseCard)
        return "\n".join(w.text() for w in widgets if w.isVisible())

    @property
    def sessions(self):
        rows = self.window.page.recent.model()
        return [rows.index(n, 0).data(Qt.ItemDataRole.AccessibleTextRole) for n in range(rows.rowCount())]


def held(house, title="Höststart", group="Ledningsgruppen"):
    """The path of a session that was begun and closed."""
    opened = house.begin(Beginning("reta-motparten", title, group, "Salen", "2026-10-14", PARTIES), "sv")
    opened.close()
    return opened.path
