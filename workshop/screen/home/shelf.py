"""The exercises as cards on a shelf."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QEnterEvent, QKeyEvent, QPainter, QPaintEvent, QPalette, QPen, QResizeEvent
from PySide6.QtWidgets import QAbstractButton, QGridLayout, QHBoxLayout, QLabel, QSizePolicy, QVBoxLayout, QWidget

from workshop.model.words import Words
from workshop.screen.house import OnShelf
from workshop.screen.parts.flow import Flow
from workshop.screen.parts.tinted import tinted
from workshop.screen.theme import Theme

TONES = ("sand", "sky", "leaf", "rose", "violet", "ochre")
_NARROWEST, _WIDEST, _GAP = 280, 560, 24


def span(least: int, most: int) -> str:
    """A range of numbers: "6–25", or "2" where both ends are the same."""
    return str(least) if least == most else f"{least}–{most}"


def facts(on_shelf: OnShelf, words: Words) -> list[tuple[str, str]]:
    """What one wants to know before choosing, as (icon, words)."""
    least, most = on_shelf.people
    said = [
        ("clock", words("{minutes} min", minutes=on_shelf.minutes)),
        ("users", words("{span} people", span=span(least, most))),
    ]
    if on_shelf.parties[1]:
        least, most = on_shelf.parties
        said.append(("arrows-exchange", words.many("{span} party", "{span} parties", most, span=span(least, most))))
    if on_shelf.own:
        said.append(("pencil", words("your own")))
    return said


class ExerciseCard(QAbstractButton):
    """One exercise: title, what it is for, how long, how many. Enter, Space or a click chooses it."""

    def __init__(self, on_shelf: OnShelf, paper: QColor, roomy: bool, words: Words) -> None:
        super().__init__()
        self.on_shelf = on_shelf
        self._paper = paper
        self.setText(on_shelf.title)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.MinimumExpanding)
        self._column = column = QVBoxLayout(self)
        column.setContentsMargins(24, 20, 24, 20)
        column.setSpacing(8)
        column.addWidget(_line(on_shelf.title, "large"))
        column.addWidget(_line(on_shelf.short))
        if roomy:
            column.addSpacing(4)
            column.addWidget(_line(on_shelf.purpose, "fact"))
        column.addStretch(1)
        column.addSpacing(8)
        said = facts(on_shelf, words)
        column.addLayout(self._facts(said))
        self.setAccessibleName(on_shelf.title)
        self.setAccessibleDescription(". ".join([on_shelf.short.rstrip("."), *(fact for _, fact in said)]))

    def _facts(self, said: Sequence[tuple[str, str]]) -> Flow:
        """The facts side by side, on one more row where they are too wide for the card."""
        flow = Flow(space=14)
        for name, fact in said:
            whole, sign = QWidget(), QLabel()
            whole.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
            row = QHBoxLayout(whole)
            row.setContentsMargins(0, 0, 0, 0)
            row.setSpacing(6)
            sign.setPixmap(tinted(name, self, QPalette.ColorRole.WindowText).pixmap(16, 16))
            row.addWidget(sign)
            row.addWidget(_line(fact, "fact", wrapped=False))
            flow.addWidget(whole)
        return flow

    def hasHeightForWidth(self) -> bool:
        """The words decide how high the card is."""
        return True

    def heightForWidth(self, width: int) -> int:
        """As high as the words need."""
        return self._column.heightForWidth(width)

    def sizeHint(self) -> QSize:
        """As wide as reads well."""
        return QSize(_NARROWEST, self.heightForWidth(_NARROWEST))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter chooses, as Space does; the arrow keys go to the card that lies there."""
        shelf = self.parentWidget()
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        elif not (isinstance(shelf, Shelf) and shelf.go(self, Qt.Key(event.key()))):
            super().keyPressEvent(event)

    def enterEvent(self, event: QEnterEvent) -> None:
        """Show that the card can be taken."""
        super().enterEvent(event)
        self.update()

    def leaveEvent(self, event: QEvent) -> None:
        """Lie as before."""
        super().leaveEvent(event)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """A sheet of coloured paper; an accent line around it says that it has the focus."""
        palette = self.palette()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = QRectF(self.rect())
        if self.hasFocus():
            painter.setPen(QPen(palette.color(QPalette.ColorRole.Accent), 2))
        elif self.underMouse() or self.isDown():
            painter.setPen(QPen(palette.color(QPalette.ColorRole.PlaceholderText), 1))
        else:
            painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._paper)
        edge = painter.pen().widthF() / 2 if painter.pen().style() != Qt.PenStyle.NoPen else 0
        painter.drawRoundedRect(box.adjusted(edge, edge, -edge, -edge), 6, 6)
        painter.end()


def _line(text: str, role: str = "", wrapped: bool = True) -> QLabel:
    label = QLabel(text)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setWordWrap(wrapped)
    label.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
    if role:
        label.setProperty("role", role)
    return label


class Shelf(QWidget):
    """All exercises as cards, in as many columns as there is room for."""

    chosen = Signal(object)  # the OnShelf

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.cards: list[ExerciseCard] = []
        self._columns = 0
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setSpacing(_GAP)

    def show_all(self, exercises: Sequence[OnShelf], words: Words, theme: Theme) -> None:
        """Put these exercises on the shelf in place of what stood there."""
        had_focus = next((n for n, card in enumerate(self.cards) if card.hasFocus()), -1)
        for card in self.cards:
            card.hide()
            card.deleteLater()
        roomy = len(exercises) == 1
        self.cards = [
            ExerciseCard(exercise, theme.colour(TONES[n % len(TONES)]), roomy, words)
            for n, exercise in enumerate(exercises)
        ]
        for card in self.cards:
            card.clicked.connect(self._choose)
        self._columns = 0
        self.setMaximumWidth(_WIDEST * (3 if len(exercises) > 1 else 1) + 2 * _GAP)
        self._arrange()
        if 0 <= had_focus < len(self.cards):
            self.cards[had_focus].setFocus()

    def minimumSizeHint(self) -> QSize:
        """One column is enough."""
        return QSize(_NARROWEST, super().minimumSizeHint().height())

    def focused(self) -> OnShelf | None:
        """The exercise whose card has the focus."""
        return next((card.on_shelf for card in self.cards if card.hasFocus()), None)

    def go(self, card: ExerciseCard, key: Qt.Key) -> bool:
        """Go from a card to the one above or below it; False where there is none."""
        way = {Qt.Key.Key_Down: self._columns, Qt.Key.Key_Up: -self._columns}.get(key, 0)
        to = self.cards.index(card) + way
        if not way or not 0 <= to < len(self.cards):
            return False
        self.cards[to].setFocus(Qt.FocusReason.OtherFocusReason)
        return True

    def resizeEvent(self, event: QResizeEvent) -> None:
        """More columns where there is more room."""
        super().resizeEvent(event)
        self._arrange()

    def _arrange(self) -> None:
        columns = max(1, min(3, len(self.cards), (self.width() + _GAP) // (_NARROWEST + _GAP)))
        if columns == self._columns:
            return
        for column in range(3):
            self._grid.setColumnStretch(column, 0)
        for number, card in enumerate(self.cards):
            self._grid.addWidget(card, number // columns, number % columns)
            self._grid.setColumnStretch(number % columns, 1)
        self._grid.setRowStretch(len(self.cards), 1)
        self._columns = columns

    def _choose(self) -> None:
        card = self.sender()
        if isinstance(card, ExerciseCard):
            self.chosen.emit(card.on_shelf)
