"""Questions weighed against each other: each as a place on a line, in words; and what to ask where they don't agree."""

from collections.abc import Iterator, Sequence

from workshop.model.arrange import as_pages, at, divided, gap, pad
from workshop.model.asking.answers import joint_of, question_keys
from workshop.model.asking.joint import asked, weight_number, weights_of
from workshop.model.asking.words import scale_title
from workshop.model.letters import wrap
from workshop.model.picture import Frame, Picture, Placed, Stroke, Text, View
from workshop.model.rows import beside

_NARROWEST = 4.6  # letters for each word of a scale; with less there is only the chosen word
_AIR = 0.9  # letters between two rows, at most
_TIGHT = 1.18  # line height in letter sizes

Drawn = tuple[list[Placed], list[Stroke], float]  # what lies in a row, measured from its top, and its height


def weighed(questions: Sequence[str], view: View) -> list[str]:
    """The questions that have a scale."""
    return [q for q in questions if weights_of(view.board, q)]


def scales(view: View, frame: Frame) -> tuple[Picture, ...]:
    """A line for each question with its words along it, then what is to be asked; in pages on the wall."""
    rows = [_row(view, frame, question) for question in weighed(question_keys(view.board), view)]
    rows += [part for key in asked(view.state, view.board) for part in _ask(view, frame, key)]
    pages: list[list[Drawn]] = [[]]
    y = 0.0
    for row in rows:
        if frame.paged and y and y + row[2] > frame.height:
            pages.append([])
            y = 0.0
        pages[-1].append(row)
        y += row[2] + _space(frame)
    return as_pages([_laid(page, frame) for page in pages], frame)


def _space(frame: Frame) -> float:
    return gap(frame) * (1 if frame.paged else 2)


def _laid(rows: Sequence[Drawn], frame: Frame) -> list[Placed | Stroke]:
    """Rows one under another; on the wall with the room that is left between them, up to a line's height."""
    left = frame.height - sum(height for _, _, height in rows)
    air = min(left / max(1, len(rows) - 1), max(frame.text * _AIR, _space(frame))) if frame.paged else _space(frame)
    sheet: list[Placed | Stroke] = []
    y = 0.0
    for placed, strokes, height in rows:
        sheet += [at(p, 0, y) for p in placed]
        sheet += [_down(stroke, y) for stroke in strokes]
        y += height + air
    return sheet


def _down(stroke: Stroke, y: float) -> Stroke:
    points = tuple((px, py + y) for px, py in stroke.points)
    return Stroke(stroke.id, points, stroke.style, stroke.width, stroke.dash, stroke.closed, stroke.tone)


def _row(view: View, frame: Frame, question: str) -> Drawn:
    """What is weighed, and beside it its line: a ring for each word, the chosen one filled and its word on a card."""
    size = max(frame.text * (1.0 if frame.paged else 1.2), frame.least)
    left, width = beside(frame)
    room = (left or frame.width) - (frame.text if left else 0)
    lines = wrap(scale_title(view, question), room / size, frame.measure, True)
    label = Text(lines, 0, 0, size, True, leading=_TIGHT)
    placed = [Placed(f"label:{question}", "plain", 0, 0, room, label.height, (label,))]
    top = 0.0 if left else label.height + gap(frame) / 2
    scale, row = weights_of(view.board, question), joint_of(view.state, view.board, question)
    chosen = weight_number(view.board, row) - 1
    step, dot = width / len(scale), round(size * 0.42)
    if step < size * _NARROWEST:
        chosen_word = [_word(view, frame, row.id, row.weight, left, top, width, size)] if row.weight in scale else []
        return placed + chosen_word, [], max(p.y + p.height for p in placed + chosen_word)
    middle = top + dot * 0.7
    line = ((left + step / 2, middle), (left + width - step / 2, middle))
    strokes = [Stroke(f"scale:{question}", line, "muted", max(1.0, size / 20))]
    down = middle + dot * 0.7 + size * 0.2
    bottoms = [label.height]
    for number, key in enumerate(scale):
        x, big = left + number * step, round(dot * (1.4 if number == chosen else 0.8))
        tone = "accent" if number == chosen else "muted"
        ring = (x + (step - big) / 2, middle - big / 2)
        placed.append(Placed(f"stop:{key}", "mark", *ring, big, big, (), tone, shape="round"))
        word = _word(view, frame, row.id if number == chosen else "", key, x, down, step, size)
        placed.append(word)
        bottoms.append(word.y + word.height)
    return placed, strokes, max(bottoms)


def _word(view: View, frame: Frame, chosen: str, key: str, x: float, y: float, width: float, size: float) -> Placed:
    """One word of a scale, in the middle below its ring; on a card of its own where it is the chosen one."""
    edge = pad(frame) * 0.5
    lines = wrap(view.text.word("weights", key), (width - 2 * edge - size * 0.3) / size, frame.measure, bool(chosen))
    wide = [frame.measure(line, bool(chosen)) * size for line in lines]
    ink = "ink" if chosen else "muted"
    texts = tuple(
        Text((line,), x + (width - w) / 2, y + edge + n * size * _TIGHT, size, bool(chosen), ink, _TIGHT)
        for n, (line, w) in enumerate(zip(lines, wide, strict=True))
    )
    height = len(lines) * size * _TIGHT + 2 * edge
    if not chosen:
        return Placed(f"word:{key}", "plain", x, y, width, height, texts)
    box = min(width, max(wide) + 2 * edge + size * 0.8)
    return Placed(chosen, "card", x + (width - box) / 2, y, box, height, texts, "selected")


def _ask(view: View, frame: Frame, key: str) -> Iterator[Drawn]:
    """A question to the group, with a bar before it; in parts where it is higher than a page."""
    size = max(frame.text * (1.0 if frame.paged else 1.2), frame.least)
    bar = round(size * 0.22)
    x = bar + size * 0.6
    lines = wrap(view.text.word("asks", key), (frame.width - x) / size, frame.measure, True)
    text = Text(lines, x, 0, size, True, "accent", 1.25)
    whole = Placed(f"ask:{key}", "plain", x, 0, frame.width - x, text.height, (text,))
    for part in divided(whole, frame, frame.height) if frame.paged else (whole,):
        yield [part, Placed(f"bar:{key}", "mark", 0, 0, bar, part.height, (), "accent")], [], part.height
