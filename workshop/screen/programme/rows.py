"""The plan as rows: what each says, and how it is drawn."""

from collections.abc import Sequence

from PySide6.QtCore import (
    QAbstractListModel,
    QDate,
    QLocale,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QRect,
    QSize,
    Qt,
)
from PySide6.QtGui import QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from workshop.model.change import State
from workshop.model.hints import Hint
from workshop.model.planned import Actual
from workshop.model.programme import KEEPS, KINDS, TONES, Day, Slot, clock
from workshop.model.record import Id
from workshop.model.today import going_on, outcome
from workshop.model.value import valueclass
from workshop.screen.home.recent import LOCALES
from workshop.screen.lettering import text_font
from workshop.screen.theme import Theme, font, icon, letters
from workshop.words import Catalogue

ROW = Qt.ItemDataRole.UserRole
_BLOCK_SIZE, _DAY_SIZE = QSize(0, 36), QSize(0, 44)
_TIME, _BAR, _KIND, _MINUTES = 52, 10, 112, 140  # pixels for each column
_EDGE, _GAP = 10, 10
_MIDDLE = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft
_END = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight


@valueclass
class Row:
    """A day's heading, or a block of it; `now`: it goes on; `hint`: there is a warning; `took` is what really came."""

    day: Day
    slot: Slot | None = None
    now: bool = False
    hint: str = ""
    took: str = ""

    @property
    def id(self) -> Id:
        """The block's id; "" for a heading."""
        return self.slot.block.id if self.slot else ""


def rows_of(state: State, days: Sequence[Day], hints: Sequence[Hint], words: Catalogue) -> list[Row]:
    """The whole plan: each day's heading, then its blocks."""
    open = going_on(state)
    warned = {hint.id: hint.said for hint in hints}
    begun = {actual.block for actual in state.all(Actual)}
    found = []
    for day in days:
        found.append(Row(day))
        for slot in day.slots:
            id = slot.block.id
            came = took(state, slot, words) if id in begun else ""
            found.append(Row(day, slot, open is not None and open.block == id, warned.get(id, ""), came))
    return found


def took(state: State, slot: Slot, words: Catalogue) -> str:
    """How long a block really took, where it has ended, beside how long it was to take."""
    found = outcome(state, slot)
    return words("took {took} of {n} min", took=found[2], n=found[3]) if found else ""


def heading(day: Day, words: Catalogue) -> str:
    """What a day is called, and from when to when it is."""
    named = day_name(day, words)
    return words("{day}, {start}–{end}", day=named, start=clock(day.start, words), end=clock(day.end, words))


def day_name(day: Day, words: Catalogue) -> str:
    """A day's date, or its number where nobody has said when it is."""
    if not day.date:
        return words("Day {n}", n=day.number + 1)
    said = QLocale(LOCALES[words.language]).toString(QDate.fromString(day.date, Qt.DateFormat.ISODate), "dddd d MMMM")
    return said[:1].upper() + said[1:]


def lasts(slot: Slot, words: Catalogue) -> str:
    """A block's minutes, with those that were planned where some have been cut."""
    block = slot.block
    if block.dropped:
        return words("left out")
    if block.cut:
        return words("{before} → {n} min", before=block.minutes + block.cut, n=block.minutes)
    return words("{n} min", n=block.minutes)


def sentence(row: Row, words: Catalogue) -> str:
    """All that a row says, for whoever hears it."""
    if row.slot is None:
        return heading(row.day, words)
    block = row.slot.block
    said = [
        f"{clock(row.slot.start, words)}–{clock(row.slot.end, words)} {block.title}",
        words(KINDS[block.kind]),
        lasts(row.slot, words),
        words("at the same time") if row.slot.lane else "",
        words("goes on now") if row.now else "",
        row.took,
        words(KEEPS[block.keep]),
        row.hint,
    ]
    return ", ".join(part for part in said if part)


class Rows(QAbstractListModel):
    """The rows as Qt asks for them; only those that are looked at are ever put into words."""

    def __init__(self, words: Catalogue, parent: QObject) -> None:
        super().__init__(parent)
        self._words = words
        self.rows: list[Row] = []

    def show_rows(self, rows: list[Row]) -> None:
        """Other rows than before."""
        self.beginResetModel()
        self.rows = rows
        self.endResetModel()

    def rowCount(self, parent: QModelIndex | QPersistentModelIndex | None = None) -> int:
        """How many there are."""
        return 0 if parent is not None and parent.isValid() else len(self.rows)

    def data(self, index: QModelIndex | QPersistentModelIndex, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """A row, or its words."""
        row = self.rows[index.row()]
        if role == ROW:
            return row
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return sentence(row, self._words)
        return None

    def flags(self, index: QModelIndex | QPersistentModelIndex) -> Qt.ItemFlag:
        """Blocks can be dragged; anything can be dropped upon."""
        flags = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemIsDropEnabled
        if index.isValid() and self.rows[index.row()].slot:
            flags |= Qt.ItemFlag.ItemIsDragEnabled
        return flags


class RowDrawing(QStyledItemDelegate):
    """Time, a strip of the kind's paper, title, kind and minutes, each in a column of its own."""

    def __init__(self, theme: Theme, words: Catalogue, parent: QObject) -> None:
        super().__init__(parent)
        self._theme, self._words = theme, words

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        """A heading has air above it."""
        return _BLOCK_SIZE if index.data(ROW).slot else _DAY_SIZE

    def initStyleOption(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> None:
        """The style draws the row without its words."""
        super().initStyleOption(option, index)
        option.text = ""

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """The row as the style draws it, and on it the columns."""
        super().paint(painter, option, index)
        row: Row = index.data(ROW)
        place = QRect(option.rect).adjusted(_EDGE, 0, -_EDGE, 0)
        painter.save()
        if row.slot is None:
            self._write(
                painter, place.adjusted(0, 6, 0, 0), heading(row.day, self._words), "ink", bold=True, size="large"
            )
        else:
            self._block(painter, place, row, row.slot, bool(option.state & QStyle.StateFlag.State_Selected))
        painter.restore()

    def _block(self, painter: QPainter, place: QRect, row: Row, slot: Slot, picked: bool) -> None:
        block, words = slot.block, self._words
        ink = "muted" if block.dropped else "ink"
        time = QRect(place.left(), place.top(), _TIME, place.height())
        painter.setFont(text_font(letters("text"), row.now, tabular=True))
        painter.setPen(self._theme.colour("muted" if slot.lane else ink))
        painter.drawText(time, _MIDDLE, clock(slot.start, words))
        inner = _GAP * 2 if slot.lane else 0
        bar = QRect(time.right() + inner, place.top() + 5, _BAR, place.height() - 10)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(self._theme.colour("hairline"), 1))
        painter.setBrush(self._theme.colour(TONES[block.kind]))
        painter.drawRoundedRect(bar, 3, 3)
        end = place.right()
        minutes = QRect(end - _MINUTES, place.top(), _MINUTES, place.height())
        self._write(painter, minutes, row.took or lasts(slot, words), "muted" if row.took else ink, end=True)
        kind = QRect(minutes.left() - _KIND - _GAP, place.top(), _KIND, place.height())
        said = words("goes on now") if row.now else words(KINDS[block.kind])
        self._write(painter, kind, said, "accent" if row.now else "muted", bold=row.now)
        left = bar.right() + _GAP
        if row.hint:
            pixmap = icon("alert-triangle", self._theme.hex["warning"]).pixmap(16, 16)
            painter.drawPixmap(kind.left() - _GAP - 16, place.center().y() - 7, pixmap)
        title = QRect(left, place.top(), kind.left() - _GAP - left - (20 if row.hint else 0), place.height())
        self._write(painter, title, block.title.replace("\n", " "), ink, bold=picked or row.now, struck=block.dropped)

    def _write(
        self,
        painter: QPainter,
        place: QRect,
        said: str,
        ink: str,
        *,
        bold: bool = False,
        size: str = "text",
        end: bool = False,
        struck: bool = False,
    ) -> None:
        made = font(letters(size), bold=bold)
        made.setStrikeOut(struck)
        painter.setFont(made)
        painter.setPen(self._theme.colour(ink))
        shown = painter.fontMetrics().elidedText(said, Qt.TextElideMode.ElideRight, place.width())
        painter.drawText(place, _END if end else _MIDDLE, shown)
