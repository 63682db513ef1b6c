"""Writes resources/theme/open-light.png and open-dark.png: the arrow of a list that opens, in each theme's colour."""

import os

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtWidgets import QApplication

from workshop.look import RESOURCES
from workshop.screen.theme import icon, themed

if __name__ == "__main__":
    app = QApplication([])
    for name in ("light", "dark"):
        drawn = icon("chevron-down", themed(name).hex["muted"], 24).pixmap(24, 24)
        drawn.save(str(RESOURCES / "theme" / f"open-{name}.png"))
