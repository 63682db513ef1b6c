"""Labels with what is written beside each of them, row under row: a sheet, an assignment."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from workshop.model.arrange import Card, as_pages, at, divided, fitted, gap, pad
from workshop.model.letters import LEADING, shortened, wrap
from workshop.model.picture import Frame, Picture, Placed, Stroke, Text
from workshop.model.record import Id
from workshop.model.value import valueclass

_LABEL = 0.27  # of the width is the label's
_GENEROUS = (1.6, 1.4, 1.2)  # letters, in letters of a card
ALL = 10_000  # lines of a label that is set tight and still never cut
_NARROW = 26  # letters; in a frame narrower than that what is written stands below its label


@valueclass
class LabelledRow:
    """One row: what it is called, a smaller word about it, and the cards beside; `empty` stands where there is none."""

    id: Id
    label: str
    aside: str = ""
    cards: tuple[Card, ...] = ()
    empty: str = ""


def generous(rows: Sequence[LabelledRow], frame: Frame) -> tuple[Picture, ...]:
    """Rows in generous letters, never cut: on the wall in the largest that let all of it be one page."""
    whole = replace(frame, brief=ALL if frame.paged else 0)
    for times in _GENEROUS if frame.paged else _GENEROUS[-1:]:
        pictures = row_sheets(rows, replace(whole, text=frame.text * times))
        if len(pictures) == 1:
            return pictures
    return row_sheets(rows, whole)


def row_sheets(rows: Sequence[LabelledRow], frame: Frame) -> tuple[Picture, ...]:
    """Rows one under another, on as many pages; a row that is higher than a page goes on over the next."""
    return as_pages([[]] if not rows else list(_pages(rows, frame)), frame)


def beside(frame: Frame) -> tuple[float, float]:
    """Where what is written begins from the left, and how wide it is."""
    if frame.width < frame.text * _NARROW:
        return 0.0, frame.width
    left = round(frame.width * _LABEL)
    return left, frame.width - left


def _pages(rows: Sequence[LabelledRow], frame: Frame) -> Iterator[list[Placed | Stroke]]:
    """Rows down one page after another; each begins on a page that has room for all of it where one has."""
    sheet: list[Placed | Stroke] = []
    y = 0.0
    for row in rows:
        label, cards = _row(row, frame)
        height = _height(label, cards, frame)
        if frame.paged and y and y + _space(frame) + height > frame.height:
            yield sheet
            sheet, y = [], 0.0
        if y:
            sheet.append(_line(row.id, y + _space(frame) / 2, frame))
            y += _space(frame)
        y = _lay(sheet, label, cards[:1], y, frame)
        for card in cards[1:]:
            if frame.paged and y + _between(card, frame) + card.height > frame.height:
                yield sheet
                sheet, y = [], 0.0
                y = _lay(sheet, label, [card], y, frame)
            else:
                sheet.append(at(card, beside(frame)[0], y + _between(card, frame)))
                y += _between(card, frame) + card.height
        y = max(y, *(p.y + p.height for p in sheet if isinstance(p, Placed)))
    yield sheet


def _space(frame: Frame) -> float:
    """Between two rows, where a hairline lies."""
    return gap(frame)


def _between(card: Placed, frame: Frame) -> float:
    """Between two cards; those that are only words have their own space around them."""
    return 0.0 if card.shade == "bare" else gap(frame)


def _line(id: Id, y: float, frame: Frame) -> Stroke:
    """A hairline between two rows."""
    return Stroke(f"line:{id}", ((0.0, y), (frame.width, y)), "hairline", max(1.0, frame.text / 24))


def _lay(sheet: list[Placed | Stroke], label: Placed, cards: Sequence[Placed], y: float, frame: Frame) -> float:
    """A label and the first card beside it, or below; how far down the card reaches."""
    left, _ = beside(frame)
    sheet.append(at(label, 0, y))
    down = y if left else y + label.height + gap(frame) / 2
    for card in cards:
        sheet.append(at(card, left, down))
    return down + (cards[0].height if cards else 0.0)


def _height(label: Placed, cards: Sequence[Placed], frame: Frame) -> float:
    written = sum(card.height for card in cards) + sum(_between(card, frame) for card in cards[1:])
    return max(label.height, written) if beside(frame)[0] else label.height + gap(frame) / 2 + written


def _row(row: LabelledRow, frame: Frame) -> tuple[Placed, list[Placed]]:
    """A row's label and its cards, each at (0, 0); a card that is higher than a page is divided."""
    left, width = beside(frame)
    label = _label(row, frame, (left or frame.width) - (frame.text if left else 0))
    room = frame.height - (0 if left else label.height + gap(frame) / 2)
    cards = [fitted(card, frame, width) for card in row.cards]
    if frame.paged:
        cards = [part for card in cards for part in divided(card, frame, max(room, frame.text * 4))]
    if not cards and row.empty:
        size = max(frame.text, frame.least)
        lines = wrap(row.empty, (width - 2 * pad(frame)) / size, frame.measure)
        text = Text(lines, pad(frame), pad(frame), size, ink="muted", leading=1.18 if frame.brief else LEADING)
        cards = [Placed(f"empty:{row.id}", "plain", 0, 0, width, text.height + 2 * pad(frame), (text,))]
    return label, cards


def _label(row: LabelledRow, frame: Frame, width: float) -> Placed:
    """The row's name in bold, on the first line's height of its card, and the smaller word below it."""
    size, small = max(frame.text, frame.least), max(frame.text * 0.85, frame.least)
    most = 3 if frame.paged else 8
    lines = shortened(wrap(row.label, width / size, frame.measure, True), most, width / size, frame.measure, True)
    top = float(pad(frame))
    texts = [Text(lines, 0, top, size, True, leading=LEADING if not frame.brief else 1.18)]
    if row.aside:
        said = wrap(row.aside, width / small, frame.measure)
        texts.append(Text(said, 0, top + texts[0].height, small, ink="muted", leading=1.18 if frame.brief else LEADING))
    return Placed(f"label:{row.id}", "plain", 0, 0, width, texts[-1].y + texts[-1].height, tuple(texts))


def close_sheets(cards: Sequence[Card], frame: Frame) -> tuple[Picture, ...]:
    """Cards at reading size over the whole width, as many as fit a page."""
    sheets: list[list[Placed]] = [[]]
    y = 0.0
    for part in (part for card in cards for part in divided(fitted(card, frame, frame.width), frame, frame.height)):
        if y and y + part.height > frame.height:
            sheets.append([])
            y = 0.0
        sheets[-1].append(at(part, 0, y))
        y += part.height + gap(frame)
    if frame.spotlight:
        sheets = [_lowered(sheet, frame) for sheet in sheets]
    return as_pages(sheets, replace(frame, paged=True))


def _lowered(sheet: list[Placed], frame: Frame) -> list[Placed]:
    """What is shown alone, nearer the middle."""
    free = frame.height - max((p.y + p.height for p in sheet), default=frame.height)
    return [at(p, 0, max(0.0, free * 0.4)) for p in sheet]
