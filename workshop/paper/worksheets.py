"""Worksheets to fill in by hand: a step on each, with room for all that the step asks for, in the order of the wall."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from workshop.look import measure
from workshop.model.blanks import Blank, Space, blanks
from workshop.model.boards import KINDS
from workshop.model.change import State
from workshop.model.exercise import Step, StepText
from workshop.model.letters import balanced, wrap
from workshop.model.picture import Frame, Picture, Placed, Stroke, Text, View
from workshop.model.record import Board, Record
from workshop.model.refusal import Refusal
from workshop.model.words import Words
from workshop.paper.document import Mark
from workshop.paper.files import put
from workshop.paper.pdf import rendered
from workshop.paper.seen import Ran, Seen, seen
from workshop.paper.setting import mark_of
from workshop.paper.sheets import A4, Bookmark, Sheet, one_line, rule
from workshop.paper.wish import Wish

EDGE, FOOT = 42.0, 800.0
WIDTH = A4[0] - 2 * EDGE
_LEAST, _USUAL, _MOST = 21.0, 25.0, 34.0  # points between the lines that one writes on
_SPARE = 150.0  # points that are left of a page for it to have lines for notes
_NUMBER, _BETWEEN = 20.0, 12.0  # the width of a row's number, and the space between what is written beside each other
_LONG = 0.35  # of a row's width is a space that holds whole sentences
_LARGER = 2**0.5  # A3 beside A4
_DRAWN = {("map", "actors"), ("map", "wanted"), ("layers", "sink")}  # where one lays cards on the ground itself


@dataclass(frozen=True, slots=True)
class _Page:
    """A step's page: what stands on it, and how far down that reaches."""

    placed: tuple[Placed, ...]
    strokes: tuple[Stroke, ...]
    down: float


@dataclass(frozen=True, slots=True)
class _Part:
    """A part of a page with rows from `first` on, `rows` of them, of a blank."""

    blank: Blank
    first: int
    rows: int


def write(path: Path, wish: Wish) -> None:
    """Write the worksheets of the session's exercises as a PDF, for A4."""
    put(path, rendered(seen(wish).paper((), titled=False), sheets_a4(wish)))


def write_a3(path: Path, wish: Wish) -> None:
    """Write them for A3, so that many can write on one."""
    put(path, rendered(seen(wish).paper((), titled=False), sheets_a3(wish)))


def sheets_a4(wish: Wish) -> tuple[Sheet, ...]:
    """The worksheets of the session's exercises."""
    return worksheets(seen(wish))


def sheets_a3(wish: Wish) -> tuple[Sheet, ...]:
    """The same, half as large again."""
    return tuple(replace(sheet, scale=_LARGER) for sheet in sheets_a4(wish))


def worksheets(told: Seen) -> tuple[Sheet, ...]:
    """A sheet or more for each step that something is written in; Refusal where there is none."""
    made: list[Sheet] = []
    for ran in told.runs:
        for number, step in enumerate(ran.exercise.steps, 1):
            found = list(_of_step(told, ran, step, number))
            if found:
                bookmark = Bookmark(f"{number}. {ran.text.step(step.key).title}", 1, f"step:{ran.run.id}:{step.key}")
                made += [replace(found[0], bookmarks=(bookmark,)), *found[1:]]
    if not made:
        raise Refusal("No exercise has begun yet, so there are no worksheets. Begin one first.")
    return tuple(made)


def view_of(told: Seen, ran: Ran, step: Step) -> View | None:
    """The board of a step as it was before anybody wrote on it; None where the run has no such board."""
    board = told.state.get(f"{ran.run.id}:{step.board}", Board)
    if board is None:
        return None
    bare = _bare(told.state, board)
    return View(bare, bare.need(board.id, Board), step, ran.text.board(step.board), told.words)


def _bare(state: State, board: Board) -> State:
    written = {record.id for record in state.inside(board.id, Record)}
    return State(record for record in state if record.id not in written)


def _of_step(told: Seen, ran: Ran, step: Step, number: int) -> Iterator[Sheet]:
    view = view_of(told, ran, step)
    if view is None:
        return
    said = ran.text.step(step.key)
    of = told.words("Step {n} of {count}", n=number, count=len(ran.exercise.steps))
    head = (f"{ran.text.title} · {of}", number, said)
    if (view.board.kind, step.view) in _DRAWN:
        yield _ground(view, head, told)
    for group in _groups(blanks(view)):
        yield from _forms(group, head, told)


def _groups(found: Sequence[Blank]) -> Iterator[list[Blank]]:
    """What stands together on a sheet: all, or each by itself where nobody is to see what the others write."""
    if any(blank.alone for blank in found):
        yield from ([blank] for blank in found)
    elif found:
        yield list(found)


def _head(head: tuple[str, int, StepText], told: Seen, width: float) -> _Page:
    """Which exercise and step it is, a place for the table's number, the step's title, instruction and prompts."""
    running, number, said = head
    words: Words = told.words
    placed = [one_line("running", running, EDGE, 34, 9, width - 120, ink="muted")]
    label = words("Table")
    wide = measure(label) * 10
    right = EDGE + width
    placed.append(one_line("table", label, right - 52 - wide - 6, 33, 10, wide + 1, ink="muted"))
    strokes = [rule(right - 52, 46, 52, "muted", 0.8)]
    placed += badge(str(number), EDGE, 58)
    left, room = EDGE + 42, width - 42
    title = Text(wrap(said.title, room / 22, measure, True), left, 58, 22, True, leading=1.2)
    down = title.y + title.height + 2
    told_ = Text(balanced(said.instruction, room / 12.5, measure), left, down, 12.5, leading=1.35)
    down = told_.y + told_.height + 5
    placed.append(Placed("step", "plain", left, 58, room, told_.y + told_.height - 58, (title, told_)))
    for prompt in said.prompts:
        text = Text(wrap(f"– {prompt}", room / 9.5, measure), left, down, 9.5, ink="muted", leading=1.35)
        placed.append(Placed("prompt", "plain", left, down, room, text.height, (text,)))
        down += text.height + 1
    return _Page(tuple(placed), tuple(strokes), down + 10)


def badge(number: str, x: float, y: float) -> list[Placed]:
    """A step's number on a round field."""
    size = 15.0
    wide = measure(number, True) * size
    text = Text((number,), x + (30 - wide) / 2, y, size, True, "on_accent", 30 / size)
    return [Placed("badge", "bar", x, y, 30, 30, (text,), "accent", shape="round")]


def _foot(told: Seen, width: float, height: float) -> Placed:
    said = told.words("Is typed into Verkstad afterwards, row by row in this order.")
    said = " · ".join(part for part in (told.title, said) if part)
    return one_line("foot", said, EDGE, height - 30, 8, width, ink="muted")


def _ground(view: View, head: tuple[str, int, StepText], told: Seen) -> Sheet:
    """The board's own ground with nothing on it, to draw on and to lay cards on; the paper lies down."""
    wide, high = A4[1], A4[0]
    width = wide - 2 * EDGE
    top = _head((head[0], head[1], replace(head[2], prompts=())), told, width)
    frame = Frame(width, high - top.down - 44, 11, 9, measure, paged=True)
    board = KINDS[view.board.kind].layout(view, frame).moved(EDGE, top.down, wide, high)
    placed = (*top.placed, *board.placed, _foot(told, width, high))
    return Sheet(Picture(wide, high, placed, (*top.strokes, *board.strokes)))


def _forms(group: Sequence[Blank], head: tuple[str, int, StepText], told: Seen) -> Iterator[Sheet]:
    """Rows to write on, as high as fills the page, or on as many pages as it takes."""
    top = _head(head, told, WIDTH)
    pages = _pages(group, FOOT - top.down)
    for parts, line in pages:
        placed, strokes, down = list(top.placed), list(top.strokes), top.down
        for part in parts:
            page = _form(part, down, line, told.words)
            placed += page.placed
            strokes += page.strokes
            down = page.down
        if FOOT - down >= _SPARE:
            more = _notes(down, told.words)
            placed, strokes = [*placed, *more.placed], [*strokes, *more.strokes]
        placed.append(_foot(told, WIDTH, A4[1]))
        yield Sheet(Picture(*A4, tuple(placed), tuple(strokes)))


def _notes(down: float, words: Words) -> _Page:
    """Faint lines on what is left of a page, for what isn't typed in."""
    head = one_line("notes", words("Room for your own notes"), EDGE, down + 14, 9, WIDTH, ink="muted")
    first = down + 14 + _USUAL * 1.5
    lines = [rule(EDGE, first + _USUAL * n, WIDTH) for n in range(int((FOOT - 12 - first) / _USUAL) + 1)]
    return _Page((head,), tuple(lines), FOOT)


def _pages(group: Sequence[Blank], room: float) -> list[tuple[list[_Part], float]]:
    """The parts of each page, and how high its lines are."""
    fixed = sum(_over(blank) for blank in group)
    lines = sum(blank.rows * blank.tall for blank in group)
    if (one := (room - fixed) / lines) >= _LEAST:
        return [([_Part(blank, 1, blank.rows) for blank in group], min(one, _MOST))]
    found: list[list[_Part]] = [[]]
    left = room
    for blank in group:
        done = 0
        while done < blank.rows:
            fits = int((left - _over(blank)) / (_USUAL * blank.tall))
            if fits < min(2, blank.rows - done) and found[-1]:
                found.append([])
                left = room
                continue
            taken = max(1, min(fits, blank.rows - done))
            found[-1].append(_Part(blank, done + 1, taken))
            left -= _over(blank) + taken * _USUAL * blank.tall
            done += taken
    return [(parts, _USUAL) for parts in found]


def _over(blank: Blank) -> float:
    """The room that a blank's title, what is to be read first and the heads of its spaces take."""
    return 33.0 + _asks(blank) + (12.0 if _heads(blank) else 0.0) + 10.0


def _asks(blank: Blank) -> float:
    """The room that what is to be read first takes, with some space below."""
    return sum(len(_asked(line)) * 12.6 for line in blank.asks) + (5.0 if blank.asks else 0.0)


def _asked(line: str) -> tuple[str, ...]:
    return wrap(line, WIDTH / 9, measure)


def _heads(blank: Blank) -> bool:
    return any(space.title for space in blank.spaces)


def _form(part: _Part, down: float, line: float, words: Words) -> _Page:
    """A title, what to read first, and numbered lines to write on."""
    blank, y, left = part.blank, down + 8, EDGE
    placed: list[Placed] = []
    if blank.mark or blank.tone:
        placed.append(mark_of(Mark("", blank.mark, blank.tone or "hairline"), EDGE, y, 17))
        left += placed[0].width + 7
    title = blank.title if part.first == 1 else words("{title}, more", title=blank.title)
    placed.append(one_line("blank", title, left, y, 12, EDGE + WIDTH - left, bold=True, leading=17 / 12))
    y += 22
    for said in blank.asks:
        text = Text(_asked(said), EDGE, y, 9, ink="muted", leading=1.4)
        placed.append(Placed("asks", "plain", EDGE, y, WIDTH, text.height, (text,)))
        y += text.height
    y += 8 if blank.asks else 0
    across = list(_across(blank))
    if _heads(blank):
        placed += [one_line("head", space.title, x, y, 8, wide, ink="muted") for space, x, wide in across]
        y += 12
    strokes: list[Stroke] = []
    for row in range(part.first, part.first + part.rows):
        if blank.rows > 1:
            placed.append(
                one_line("row", str(row), EDGE, y + line * blank.tall / _lines(blank) - 13, 8.5, 16, ink="muted")
            )
        for number in range(1, _lines(blank) + 1):
            at_ = y + line * blank.tall * number / _lines(blank)
            written = [place for place in across if number == 1 or place[0].share >= _LONG]
            strokes += [replace(rule(x, at_, wide, "muted", 0.5), id=f"line:{row}") for _, x, wide in written]
        y += line * blank.tall
    return _Page(tuple(placed), tuple(strokes), y + 10)


def _lines(blank: Blank) -> int:
    """How many lines a row has where it holds whole sentences."""
    return max(1, round(blank.tall))


def _across(blank: Blank) -> Iterator[tuple[Space, float, float]]:
    """Each of a row's spaces with its place and width."""
    left = EDGE + (_NUMBER if blank.rows > 1 else 0)
    room = EDGE + WIDTH - left - _BETWEEN * (len(blank.spaces) - 1)
    whole = sum(space.share for space in blank.spaces)
    for space in blank.spaces:
        wide = room * space.share / whole
        yield space, left, wide
        left += wide + _BETWEEN
