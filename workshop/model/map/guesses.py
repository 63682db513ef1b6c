"""The tables' guesses as numbers on a line: a spread, in words beside it, never an average."""

from collections.abc import Sequence
from dataclasses import dataclass

from workshop.model.arrange import at
from workshop.model.letters import LEADING, wrap
from workshop.model.picture import Frame, Picture, Placed, Stroke, Text, View
from workshop.model.record import Guess
from workshop.model.words import Words

_STEPS = (5, 10, 20, 30, 40, 50, 60, 80, 100, 150, 200, 300, 500, 800, 1000, 2000, 5000, 10000)
_SIZES = (1.5, 1.2, 1.0)  # of a guess's digits, in letters


def spread_words(words: Words, found: Sequence[Guess]) -> str:
    """The guesses in a sentence."""
    numbers = sorted(g.number for g in found)
    if not numbers:
        return ""
    if len(numbers) == 1:
        return words("One guess: {number}.", number=numbers[0])
    if numbers[0] == numbers[-1]:
        return words("{n} guesses, all of them {number}.", n=len(numbers), number=numbers[0])
    return words("{n} guesses, from {low} to {high}.", n=len(numbers), low=numbers[0], high=numbers[-1])


def whose(words: Words, guess: Guess) -> str:
    """Which table guessed."""
    return words("Table {n}", n=guess.table) if guess.table else ""


def layout(view: View, frame: Frame) -> Picture:
    """A line from nothing to the highest guess; each guess above its place on it, higher up where two would meet."""
    found = sorted(view.state.inside(view.board.id, Guess), key=lambda g: (g.number, g.table, g.order))
    size = max(frame.least, frame.text)
    said = spread_words(view.words, found) or view.words("No table has guessed yet.")
    lines = wrap(said, frame.width / size, frame.measure)
    head = Text(lines, 0, 0, size, ink="ink" if found else "muted")
    placed = [Placed("spread", "plain", 0, 0, frame.width, head.height, (head,))]
    if not found:
        return Picture(frame.width, frame.height, tuple(placed))
    for times in _SIZES:
        cards = [_card(view, guess, size * times, max(frame.least, size * 0.85), frame) for guess in found]
        line = _Line(frame, size, max(c.width for c in cards) / 2, found[-1].number)
        rows = _rows([line.at(g.number) for g in found], cards, size * 0.4)
        tallest = max(card.height for card in cards) + size * 0.3
        need = head.height + size + (max(row for _, row in rows) + 1) * tallest + 2.6 * size
        if not frame.paged or need <= frame.height:
            base = max(need, min(frame.height, need * 1.6)) - 2.2 * size
            up = [(middle, base - size * 0.9 - row * tallest) for middle, row in rows]
            drawn, strokes = _on_line(line, up, cards, base)
            height = frame.height if frame.paged else max(frame.height, need)
            return Picture(frame.width, height, (*placed, *drawn), strokes)
    return _listed(view, frame, found, placed, head.height + size * 0.5)


@dataclass(frozen=True)
class _Line:
    """A line of numbers across a frame, from 0 to a round number that holds the highest."""

    frame: Frame
    size: float
    edge: float
    highest: int

    @property
    def top(self) -> int:
        """The number where the line ends."""
        return next((step for step in _STEPS if step >= self.highest), self.highest)

    def at(self, number: int) -> float:
        """How far along a number lies."""
        return self.edge + number / self.top * (self.frame.width - 2 * self.edge)


def _on_line(
    line: _Line, up: Sequence[tuple[float, float]], cards: Sequence[Placed], base: float
) -> tuple[list[Placed], tuple[Stroke, ...]]:
    """The line with its numbers, and each card with a thread down to it; `up` is where a card's foot is."""
    size, small, placed = line.size, line.frame.least, []
    strokes = [Stroke("line", ((0, base), (line.frame.width, base)), "muted", max(1.5, size / 14))]
    for (middle, foot), card in zip(up, cards, strict=True):
        placed.append(at(card, middle - card.width / 2, foot - card.height))
        strokes.append(Stroke(f"thread:{card.id}", ((middle, foot), (middle, base)), "muted", max(1.0, size / 20)))
    for number in dict.fromkeys((0, line.top // 2, line.top)):
        x, wide = line.at(number), line.frame.measure(str(number)) * small
        text = Text((str(number),), x - wide / 2, base + size * 0.4, small, ink="muted")
        placed.append(Placed(f"scale:{number}", "plain", text.x, text.y, wide, text.height, (text,)))
        strokes.append(Stroke(f"tick:{number}", ((x, base), (x, base + size * 0.35)), "muted", max(1.5, size / 14)))
    return placed, tuple(strokes)


def _card(view: View, guess: Guess, big: float, small: float, frame: Frame) -> Placed:
    """A guess at (0, 0): the number, and below it which table it came from."""
    number, table = str(guess.number), whose(view.words, guess)
    wide = max(frame.measure(number, True) * big, frame.measure(table) * small)
    width = round(wide + big * 0.7)
    texts = [Text((number,), (width - frame.measure(number, True) * big) / 2, big * 0.1, big, True, leading=1.2)]
    if table:
        at = (width - frame.measure(table) * small) / 2
        texts.append(Text((table,), at, big * 1.3, small, ink="muted", leading=1.2))
    return Placed(
        guess.id, "card", 0, 0, width, round(big * 1.45 + (small * 1.2 if table else 0)), tuple(texts), "sand"
    )


def _rows(middles: Sequence[float], cards: Sequence[Placed], space: float) -> list[tuple[float, int]]:
    """For each card its place on the line and how many lie under it."""
    ends: list[float] = []
    rows = []
    for middle, card in zip(middles, cards, strict=True):
        left, right = middle - card.width / 2, middle + card.width / 2
        row = next((n for n, end in enumerate(ends) if end + space <= left), len(ends))
        ends[row : row + 1] = [right]
        rows.append((middle, row))
    return rows


def _listed(view: View, frame: Frame, found: Sequence[Guess], head: Sequence[Placed], y: float) -> Picture:
    """Where they don't find room above a line: all guesses in words, from the lowest, in pages."""
    size = max(frame.least, frame.text)
    said = [" ".join(part for part in (whose(view.words, g), str(g.number)) if part) for g in found]
    widest = max(frame.measure(line) for line in said) * size
    columns = max(1, int(frame.width / (widest + size)))
    rows = max(1, int((frame.height - y) / (size * LEADING)))
    sheets = [list(zip(found, said, strict=True))[i : i + columns * rows] for i in range(0, len(found), columns * rows)]
    page = frame.turned_to([[guess for guess, _ in sheet] for sheet in sheets])
    placed = list(head)
    for n, (guess, line) in enumerate(sheets[page]):
        text = Text((line,), n // rows * (widest + size), y + n % rows * size * LEADING, size)
        placed.append(Placed(guess.id, "plain", text.x, text.y, widest, text.height, (text,)))
    return Picture(frame.width, frame.height, tuple(placed), (), page, len(sheets))
