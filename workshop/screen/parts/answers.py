"""The two buttons at the foot of a dialog: the one that does it, which Enter presses, and the one that doesn't."""

from PySide6.QtWidgets import QDialog, QDialogButtonBox, QPushButton

from workshop.words import Catalogue


def answers(dialog: QDialog, said: str, words: Catalogue) -> tuple[QDialogButtonBox, QPushButton]:
    """The buttons, and the one that does it.

    A button is the dialog's default only when it lies in the dialog already: otherwise Enter presses the first of them,
    which on some desktops is the one that cancels.
    """
    buttons = QDialogButtonBox(dialog)
    does = buttons.addButton(said, QDialogButtonBox.ButtonRole.AcceptRole)
    buttons.addButton(words("Cancel"), QDialogButtonBox.ButtonRole.RejectRole).setAutoDefault(False)
    buttons.accepted.connect(dialog.accept)
    buttons.rejected.connect(dialog.reject)
    does.setDefault(True)
    return buttons, does
