"""What is seen: windows, boards and the wall, in Qt."""

from workshop.screen.lighter import bring_qt

bring_qt()
