"""Questions that stop something: one sentence, two buttons, the careful one first."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from workshop.model.guard import findings
from workshop.words import N_, Catalogue

_FOUND = {
    "personnummer": N_("“{text}” looks like a personal identity number. Nothing that points to a person belongs here."),
    "telephone": N_("“{text}” looks like a telephone number. Nothing that points to a person belongs here."),
    "e-mail": N_("“{text}” looks like an e-mail address. Nothing that points to a person belongs here."),
}


def sure(parent: QWidget, title: str, said: str, careful: str, anyway: str) -> bool:
    """Ask; True only where the person chose to go on anyway. Enter and Esc both mean the careful answer."""
    from PySide6.QtWidgets import (  # when there is something to ask; texts are looked at all the time
        QGridLayout,
        QMessageBox,
        QSizePolicy,
    )

    box = QMessageBox(parent)
    box.setTextFormat(Qt.TextFormat.PlainText)
    box.setWindowTitle(title)
    box.setText(said)
    back = box.addButton(careful, QMessageBox.ButtonRole.RejectRole)
    go_on = box.addButton(anyway, QMessageBox.ButtonRole.AcceptRole)
    for each in (back, go_on):
        each.setAccessibleName(each.text())
    layout = box.layout()
    if isinstance(layout, QGridLayout):
        layout.setContentsMargins(24, 24, 24, 20)
        layout.setVerticalSpacing(12)
        first = layout.itemAt(0)
        if first and (indent := first.spacerItem()):  # where other programs have a sign
            layout.setHorizontalSpacing(0)
            indent.changeSize(1, 1, QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
    box.setDefaultButton(back)
    box.setEscapeButton(back)
    box.exec()
    return box.clickedButton() is go_on


def may_stay(parent: QWidget, words: Catalogue, text: str) -> bool:
    """Whether a text may be kept: yes where nothing in it points to a person, otherwise the facilitator is asked."""
    found = findings(text)
    if not found:
        return True
    said = words(_FOUND[found[0].kind], text=found[0].text)
    return sure(parent, words("Protect the person"), said, words("Change the text"), words("Keep it anyway"))
