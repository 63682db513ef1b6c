"""Answering a dialog as a person does: with keys, while it is open."""

from PySide6.QtGui import QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog

from tests.desk import types


def answers(monkeypatch, kind: type[QDialog], *said: str) -> list[QDialog]:
    """From now on a dialog of a kind is answered so: what begins with a < is a key, all else is typed."""
    opened: list[QDialog] = []

    def answer(dialog: QDialog) -> int:
        opened.append(dialog)
        dialog.show()
        QApplication.processEvents()
        for words in said:
            on = dialog.focusWidget() or dialog
            if words.startswith("<"):
                pressed = QKeySequence(words[1:-1])[0]  # pyright: ignore[reportIndexIssue]
                QTest.keyClick(on, pressed.key(), pressed.keyboardModifiers())
            else:
                types(on, words)
        dialog.hide()
        if parent := dialog.parentWidget():
            parent.window().activateWindow()  # as a window manager does
        QApplication.processEvents()
        return dialog.result()

    monkeypatch.setattr(kind, "exec", answer)
    return opened
