"""A sentence over the top of what it speaks of, where its title stands and nothing that somebody has written."""

from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QWidget

_WHEN = (QEvent.Type.Resize, QEvent.Type.Show, QEvent.Type.LayoutRequest)


class LaidOver(QObject):
    """Keeps a widget at the top of another one, as high as its words need; nothing moves when it comes and goes."""

    def __init__(self, what: QWidget, over: QWidget, edge: int) -> None:
        super().__init__(what)
        self._what, self._over, self._edge = what, over, edge
        what.setProperty("floating", True)
        what.setParent(over)
        if inside := what.layout():
            inside.setContentsMargins(12, 2, 4, 2)  # a line or two are no higher than the title under them
        for each in (what, over):
            each.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Take its place anew when either has become another size, or says something else."""
        if event.type() in _WHEN and not (watched is self._what and event.type() is QEvent.Type.Resize):
            wide = self._over.width() - 2 * self._edge
            self._what.setGeometry(self._edge, 4, wide, self._what.heightForWidth(wide))
            self._what.raise_()
        return False
