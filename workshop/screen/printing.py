"""Printing: the pages of a paper on the platform's own printer, after a preview of just these pages."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import QMarginsF, QRectF, QSizeF, Qt
from PySide6.QtGui import QPageLayout, QPageSize, QPainter, QPalette
from PySide6.QtWidgets import QComboBox, QDialog, QGraphicsView, QWidget

from workshop.model.badge import Badge
from workshop.model.picture import Picture
from workshop.model.value import valueclass
from workshop.screen.drawing import BoardScene
from workshop.screen.papers.marking import mark
from workshop.screen.theme import themed

if TYPE_CHECKING:
    from PySide6.QtPrintSupport import QPrinter

    from workshop.screen.opened import Opened


@valueclass
class Page:
    """One side of paper: its picture, in points, how many times larger it is printed, and the organisation's mark."""

    picture: Picture
    scale: float = 1.0
    badges: tuple[Badge, ...] = ()


class Printing(Protocol):
    """What can be printed (`house.printing`); app/printing.py answers."""

    def choices(self, language: str) -> tuple[tuple[str, str], ...]:
        """What can be printed, by key, and what it is called."""
        ...

    def blank(self, exercise: str, language: str) -> Opened:
        """An exercise on the shelf as it is before anybody has written in it. May be asked from any thread."""
        ...

    def pages(self, opened: Opened, what: str, full: bool, language: str) -> tuple[Page, ...]:
        """The pages of one of the choices; Refusal where there is nothing to print. May be asked from any thread."""
        ...


def preview(parent: QWidget, pages: Sequence[Page], title: str) -> QDialog:
    """Show pages in the platform's own preview, from which they are printed."""
    from PySide6.QtPrintSupport import QPrinter, QPrintPreviewDialog

    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setPageLayout(layout_of(pages[0]))
    printer.setDocName(parent.windowTitle())
    dialog = QPrintPreviewDialog(printer, parent)
    dialog.setWindowTitle(title)
    dialog.resize(1000, 720)
    for box in dialog.findChildren(QComboBox):
        box.setStyleSheet("QLineEdit { padding: 0; border: none; min-height: 0 }")  # ours has no room in a tool bar
    for view in dialog.findChildren(QGraphicsView):
        view.setBackgroundBrush(dialog.palette().color(QPalette.ColorRole.Window))  # Qt's own is grey in any theme
    dialog.paintRequested.connect(lambda asked: paint(pages, asked))
    dialog.finished.connect(lambda _, kept=printer: dialog.deleteLater())  # Qt leaves the printer to us
    dialog.open()
    return dialog


def layout_of(page: Page) -> QPageLayout:
    """The paper that a page is made for; its own margins are in its picture."""
    wide, high = page.picture.width * page.scale, page.picture.height * page.scale
    size = QPageSize(QSizeF(min(wide, high), max(wide, high)), QPageSize.Unit.Point)
    way = QPageLayout.Orientation.Landscape if wide > high else QPageLayout.Orientation.Portrait
    return QPageLayout(size, way, QMarginsF(0, 0, 0, 0))


def paint(pages: Sequence[Page], printer: QPrinter) -> None:
    """Draw pages on a printer, each turned as it lies and as large as fits the paper that was chosen there."""
    printer.setFullPage(True)
    painter = QPainter()
    for number, page in enumerate(pages):
        printer.setPageOrientation(layout_of(page).orientation())
        if number == 0:
            painter.begin(printer)
        else:
            printer.newPage()
        _draw(painter, page, QRectF(painter.viewport()))
    painter.end()


def _draw(painter: QPainter, page: Page, paper: QRectF) -> None:
    """A picture in the middle of a paper; the paper is white by itself."""
    picture = page.picture
    scene = BoardScene(kept=False)
    scene.show(picture, themed("light"))
    scene.setBackgroundBrush(Qt.BrushStyle.NoBrush)
    scale = min(paper.width() / picture.width, paper.height() / picture.height)
    wide, high = picture.width * scale, picture.height * scale
    target = QRectF((paper.width() - wide) / 2, (paper.height() - high) / 2, wide, high)
    painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.TextAntialiasing)
    scene.render(painter, target, QRectF(0, 0, picture.width, picture.height))
    mark(painter, page.badges, scale, target)
