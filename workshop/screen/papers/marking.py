"""An organisation's mark on a page, on the screen as on paper."""

from collections.abc import Sequence

from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QImage, QPainter

from workshop.model.badge import Badge


def mark(painter: QPainter, badges: Sequence[Badge], scale: float, page: QRectF) -> None:
    """Paint an organisation's colour and logotype on a page that lies somewhere, so much larger than in points."""
    for badge in badges:
        x, y, wide, high = (part * scale for part in (badge.x, badge.y, badge.width, badge.height))
        place = QRectF(page.x() + x, page.y() + y, wide, high)
        if badge.image:
            painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
            painter.drawImage(place, QImage.fromData(badge.image))
        else:
            painter.fillRect(place, QColor(badge.colour))
