"""Shows one page at a time, as it will be written, with what it takes to turn to the next."""

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QImage, QKeySequence, QPainter, QPaintEvent, QShortcut, QWheelEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from workshop.model.badge import Badge
from workshop.model.picture import Picture
from workshop.screen.drawing import BoardScene
from workshop.screen.papers.asked import Pages
from workshop.screen.papers.marking import mark
from workshop.screen.parts.pieces import button, label
from workshop.screen.theme import themed
from workshop.words import Catalogue


class Leaf(QWidget):
    """A page as large as there is room for; faint while the next ones are being laid out."""

    def __init__(self, words: Catalogue) -> None:
        super().__init__()
        self._words = words
        self._picture: Picture | None = None
        self._badges: Sequence[Badge] = ()
        self._drawn: QImage | None = None
        self._said, self._stale = "", False
        self.setMinimumSize(360, 480)
        self.setAccessibleName(words("The page"))

    def show_page(self, picture: Picture, badges: Sequence[Badge] = ()) -> None:
        """Show a page."""
        self._picture, self._badges, self._drawn, self._said, self._stale = picture, badges, None, "", False
        self.setAccessibleDescription(picture.words())
        self.update()

    def say(self, said: str) -> None:
        """Say something in a page's place."""
        self._picture, self._drawn, self._said = None, None, said
        self.setAccessibleDescription(said)
        self.update()

    def fade(self) -> None:
        """Show that another page is on its way."""
        self._stale = True
        self.update()

    def sizeHint(self) -> QSize:
        """Room to read a page."""
        return QSize(520, 720)

    def paintEvent(self, event: QPaintEvent) -> None:
        """The page on its sheet, or what is said in its place."""
        painter = QPainter(self)
        if self._picture is None:
            painter.setPen(self.palette().color(self.foregroundRole()))
            painter.drawText(self.rect(), Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap, self._said)
            return
        drawn = self._image(self._picture)
        wide, high = drawn.width() / drawn.devicePixelRatio(), drawn.height() / drawn.devicePixelRatio()
        place = QRectF((self.width() - wide) / 2, (self.height() - high) / 2, wide, high)
        painter.setOpacity(0.35 if self._stale else 1.0)
        painter.drawImage(place, drawn)
        painter.setPen(QColor(themed("light").hex["hairline"]))
        painter.drawRect(place)

    def _image(self, picture: Picture) -> QImage:
        """The page in the widget's own pixels, painted once for each size."""
        ratio = self.devicePixelRatioF()
        scale = min((self.width() - 2) / picture.width, (self.height() - 2) / picture.height) * ratio
        size = QSize(max(1, int(picture.width * scale)), max(1, int(picture.height * scale)))
        if self._drawn is None or self._drawn.size() != size:
            self._drawn = page_image(picture, size, self._badges)
            self._drawn.setDevicePixelRatio(ratio)
        return self._drawn


def page_image(picture: Picture, size: QSize, badges: Sequence[Badge] = ()) -> QImage:
    """A page in pixels, on white."""
    scene = BoardScene()
    scene.show(picture, themed("light"))
    scene.setBackgroundBrush(Qt.GlobalColor.white)
    made = QImage(size, QImage.Format.Format_RGB32)
    made.fill(Qt.GlobalColor.white)
    painter = QPainter(made)
    painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.TextAntialiasing)
    scene.render(painter, QRectF(0, 0, size.width(), size.height()), QRectF(0, 0, picture.width, picture.height))
    mark(painter, badges, size.width() / picture.width, QRectF(0, 0, size.width(), size.height()))
    painter.end()
    return made


class Leaves(QWidget):
    """A paper to leaf through."""

    def __init__(self, words: Catalogue) -> None:
        super().__init__()
        self._words = words
        self._pages: Pages | None = None
        self.number = 0
        self.leaf = Leaf(words)
        self.said = label(quiet=True)
        self.back = button(words("‹ Back"), words("The page before"))
        self.on = button(words("On ›"), words("The next page"))
        for turn, way, key in ((self.back, -1, "PgUp"), (self.on, 1, "PgDown")):
            turn.setAutoDefault(False)
            turn.clicked.connect(lambda _=False, way=way: self.turn(way))
            QShortcut(QKeySequence(key), self, lambda way=way: self.turn(way))
        row = QHBoxLayout()
        row.addWidget(self.back)
        row.addStretch(1)
        row.addWidget(self.said)
        row.addStretch(1)
        row.addWidget(self.on)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        column.addWidget(self.leaf, 1)
        column.addLayout(row)
        self._tell()

    def show_pages(self, pages: Pages) -> None:
        """Show a paper, at the page where one was before."""
        self._pages = pages
        self.turn_to(min(self.number, pages.count() - 1))

    def say(self, said: str) -> None:
        """Say something where there are no pages."""
        self._pages = None
        self.leaf.say(said)
        self._tell()

    def turn(self, way: int) -> None:
        """Go some pages on, or back."""
        if self._pages:
            self.turn_to(max(0, min(self.number + way, self._pages.count() - 1)))

    def turn_to(self, number: int) -> None:
        """Show a page, counted from 0."""
        if self._pages:
            self.number = number
            self.leaf.show_page(*self._pages.page(number))
        self._tell()

    def wheelEvent(self, event: QWheelEvent) -> None:
        """The wheel turns pages."""
        self.turn(-1 if event.angleDelta().y() > 0 else 1)

    def _tell(self) -> None:
        count = self._pages.count() if self._pages else 0
        self.said.setText(self._words("Page {n} of {count}", n=self.number + 1, count=count) if count else "")
        self.back.setEnabled(self.number > 0 and count > 0)
        self.on.setEnabled(self.number < count - 1)
