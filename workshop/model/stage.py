"""What the room is shown: the wall's picture for a step, and turning its pages."""

from dataclasses import replace

from workshop.model.boards import KINDS
from workshop.model.change import Change, State, update
from workshop.model.exercise import Exercise, ExerciseText, Step, StepText
from workshop.model.letters import LEADING, Measure, balanced, clean, least_letters, shortened, wrap
from workshop.model.picture import Frame, Picture, Placed, Text, View
from workshop.model.planned import Block
from workshop.model.record import Board, Id, Record, Stage
from workshop.model.words import Words

TITLE, TEXT, FLOOR = 0.08, 0.06, 0.047  # letter sizes on the wall, in parts of the picture's height
CEILING = 0.1  # above this no card has room: the picture is too small for the room, whatever is done
_HEAD = 0.36  # most of the height that title and instruction may take together
_EDGE = 0.045
_LARGEST_WORDS = 0.26  # the largest letters of what is told to the room, in parts of the picture's height
_INSTRUCTION = 0.4  # of the height is the most that the instruction takes in a very deep room
_LABEL_LINES = (8, 6, 5, 4, 3, 2)  # of a card in the overview, as many as cost no page; otherwise one
_WHOLE_PAGES = 3  # rather so many pages of cards with all their words than fewer on which some are cut short
_ON_ONE = 60  # no more cards than that have ever been whole on one page, so that it needs no trying
_FEW_PAGES = 8  # up to here it is worth trying whether cards can say more on as many pages
CORNER, CLOCK_LINE = "slide clock", 1.2  # what a title leaves free for the clock, and how high that is in its letters
_LARGER = (1.8, 1.6, 1.4, 1.2, 1.0, 0.9, 0.8)  # letter sizes of chosen cards, in parts of the reading size


def view_of(state: State, exercise: Exercise, text: ExerciseText, words: Words, step: Step | None = None) -> View:
    """The board of a step, or of the step that the stage stands on; `state` has passed through visible.py."""
    stage = state.need("stage", Stage)
    step = step or exercise.step(stage.step)
    return View(state, state.need(f"{stage.run}:{step.board}", Board), step, text.board(step.board), words)


def wall_edge(height: float) -> int:
    """The margin of a wall so high."""
    return round(_EDGE * height)


def wall_letters(stage: Stage, height: float) -> tuple[float, float]:
    """The size of the title and the smallest size that the back row reads, in pixels on a wall so high."""
    least = max(FLOOR * height, least_letters(height, stage.depth, stage.breadth))
    least = min(least, CEILING * height)
    return max(TITLE * height, least), least


def clock_width(stage: Stage, height: float) -> float:
    """How wide a strip the clock needs at the top right of a wall so high."""
    return wall_letters(stage, height)[0] * 3.6


def wall_frame(view: View, stage: Stage, width: float, height: float, measure: Measure) -> Frame:
    """What the wall draws for: letters that the back row reads, pages instead of shrinking."""
    _, least = wall_letters(stage, height)
    close = stage.close or view.step.view in KINDS[view.board.kind].singly
    lit = tuple(id for id in stage.spotlight if id in view.state)  # a card shown large may have been removed since
    large = close or bool(lit)
    text = max(TEXT * height, least) if large else least
    lines = 0 if large else 1
    covered = frozenset(stage.curtain)
    return Frame(width, height, text, least, measure, True, lines, close, lit, stage.page, covered)


def wall(
    view: View,
    text: ExerciseText,
    width: float,
    height: float,
    measure: Measure,
    seek: frozenset[Id] = frozenset(),
) -> Picture:
    """All that the room sees of a step but the clock, whose place at the top right is left free.

    `view` is of a state that has passed through visible.py. Shapes: a picture of width × height pixels. `seek`: on its
    page lies one of these, where any page has one.
    """
    stage = view.state.need("stage", Stage)
    edge = wall_edge(height)
    block = view.state.get(stage.block, Block)
    if stage.message or stage.alone:
        said = stage.message or (block.title if block else text.step(view.step.key).title)
        return _aside(stage, said, width, height, measure)
    if stage.large and (said := lit_words(view.state)):
        return _aside(stage, said, width, height, measure)
    if block and block is titled(view.state):
        from workshop.model import title_slide  # what is seldom on the wall is read when it is

        return title_slide.slide(view, block, wall_frame(view, stage, width, height, measure))
    whole = replace(wall_frame(view, stage, width - 2 * edge, height, measure), seek=seek)
    said = text.step(view.step.key)
    if stage.parking:
        said = StepText(view.words("Parking lot"), view.words("We come back to this."))
    elif stage.agreed:
        said = StepText(view.words("What we have agreed on"), view.words("Who does what, and by when."))
    head = _head(said, stage, whole, edge)
    top = round(max(p.y + p.height for p in head) + edge * 0.6)
    foot, in_turn = round(whole.least * 1.3), stage.turn < len(stage.turns)
    room = height - top - edge * 0.8 - (foot if stage.rehearsal or in_turn else 0)
    if stage.parking:
        from workshop.model import parking

        board = parking.layout(view, replace(whole, height=room - foot - edge * 0.2, brief=0))
    elif stage.agreed:
        from workshop.model import agreed

        board = agreed.layout(view, replace(whole, height=room - foot - edge * 0.2, brief=_LABEL_LINES[0]))
    else:
        board = _board(view, replace(whole, height=room), foot + edge * 0.2)
    placed = [*head, *board.moved(edge, top, width, height).placed]
    if board.pages > 1:
        placed.append(_page_sign(view, board, whole, width - edge, height - foot - edge * 0.6))
    beside = edge
    if stage.rehearsal:
        said = Text((view.words("REHEARSAL"),), edge, height - foot - edge * 0.6, whole.least, True, "warning")
        wide = measure(said.lines[0], True) * said.size
        placed.append(Placed("rehearsal", "plain", edge, said.y, wide, said.height, (said,)))
        beside += wide + whole.least
    free = next((p.x for p in placed if p.id == "page"), width - edge) - whole.least
    if in_turn:
        from workshop.model.rounds import turn_sign

        placed += turn_sign(view, stage, whole, beside, free, height - foot - edge * 0.6)
    return replace(board.moved(edge, top, width, height), placed=tuple(placed))


def titled(state: State) -> Block | None:
    """The block whose title stands in place of the board; None where the room sees something else."""
    stage = state.need("stage", Stage)
    if not stage.block or stage.parking or stage.agreed or stage.close or stage.spotlight:
        return None
    return state.get(stage.block, Block)


def _aside(stage: Stage, said: str, width: float, height: float, measure: Measure) -> Picture:
    """Words to the room, as large as they can be; the lower half is left to the clock where it is shown alone."""
    edge, (title, least) = wall_edge(height), wall_letters(stage, height)
    top = edge + title * 1.3
    room, across = (height * 0.46 if stage.alone else height - edge) - top, width - 2 * edge
    longest = max(measure(word, True) for word in said.split() or [" "])
    size = max(least, min(_LARGEST_WORDS * height, across / longest))
    while size > least and len(wrap(said, across / size, measure, True)) * size * LEADING > room:
        size = max(least, size * 0.92)
    most = max(1, int(room / (size * LEADING)))
    lines = shortened(balanced(said, across / size, measure, True), most, across / size, measure, True)
    down = top + max(0.0, room - len(lines) * size * LEADING) * (0.5 if stage.alone else 0.4)
    widest = max(measure(line, True) for line in lines) * size
    text = Text(lines, (width - widest) / 2, down, size, True)
    return Picture(width, height, (Placed("told", "plain", text.x, down, widest, text.height, (text,), cut=False),))


def _board(view: View, frame: Frame, foot: float) -> Picture:
    """The board in its largest form that is one page; else in pages, with room for the page's number below."""
    layout = KINDS[view.board.kind].layout
    above = replace(frame, height=frame.height - foot)
    if frame.brief:
        return frame.shown(_labels(view, frame, above))
    if frame.spotlight:
        fewest = layout(view, _larger(above)[-1]).pages
        return _first_of(_larger(frame), view, 1) or _first_of(_larger(above), view, fewest) or layout(view, above)
    if view.step.view in KINDS[view.board.kind].singly:
        usual = layout(view, above)
        return _first_of(_larger(above), view, usual.pages) or usual
    board = layout(view, frame)
    return board if board.pages == 1 else layout(view, above)


def _labels(view: View, frame: Frame, above: Frame) -> tuple[Picture, ...]:
    """The pages of a board of labels: with all their words where a few pages hold them, else in the longest that fit.

    `above` is the frame that has room for the page's number below it.
    """
    kind = KINDS[view.board.kind]
    sheets, few = kind.sheets, len(kind.lying(view.state, view.board)) <= _ON_ONE
    if few and len(one := sheets(view, replace(frame, brief=_LABEL_LINES[0]))) == 1 and _intact(one):
        return one
    short = sheets(view, replace(above, brief=1))
    if len(short) > _FEW_PAGES:
        return short
    whole = sheets(view, replace(above, brief=_LABEL_LINES[0]))
    if len(whole) <= max(_WHOLE_PAGES, len(short)) and _intact(whole):
        return whole
    for room, pages in ((frame, 1), (above, len(short))):
        tried = (sheets(view, replace(room, brief=lines)) for lines in (*_LABEL_LINES, 1))
        if found := next((made for made in tried if len(made) <= pages), None):
            return found
    return short


def _intact(pages: tuple[Picture, ...]) -> bool:
    return not any(placed.cut for page in pages for placed in page.placed)


def _larger(frame: Frame) -> list[Frame]:
    return [replace(frame, text=max(frame.least, frame.text * times)) for times in _LARGER]


def _first_of(frames: list[Frame], view: View, pages: int) -> Picture | None:
    """The board in the first frame that makes no more pages of it."""
    boards = (KINDS[view.board.kind].layout(view, frame) for frame in frames)
    return next((board for board in boards if board.pages <= pages), None)


def _head(said: StepText, stage: Stage, frame: Frame, edge: float) -> list[Placed]:
    """The step's title, clear of the clock, and its instruction."""
    size, small = wall_letters(stage, frame.height)
    room = frame.width - clock_width(stage, frame.height)
    title = shortened(wrap(said.title, room / size, frame.measure, True), 1, room / size, frame.measure, True)
    lines = balanced(said.instruction, frame.width / small, frame.measure)
    most = max(1, int((_HEAD * frame.height - edge - size * 1.15) / (small * 1.25)))
    lines = shortened(lines, most, frame.width / small, frame.measure)
    first = Text(title, edge, edge * 0.7, size, True, leading=1.15)
    second = Text(lines, edge, edge * 0.7 + first.height, small, False, "muted", leading=1.25)
    return [
        Placed("title", "plain", edge, first.y, room, first.height, (first,)),
        Placed("instruction", "plain", edge, second.y, frame.width, second.height, (second,)),
    ]


def _page_sign(view: View, board: Picture, frame: Frame, right: float, y: float) -> Placed:
    said = view.words("Page {page} of {pages}", page=board.page + 1, pages=board.pages)
    width = frame.measure(said) * frame.least
    text = Text((said,), right - width, y, frame.least, ink="muted")
    return Placed("page", "plain", right - width, y, width, text.height, (text,))


def turn_page(stage: Stage, picture: Picture, by: int) -> Change:
    """The wall's next or earlier page; nothing where there is none."""
    return update(stage, page=min(max(0, picture.page + by), picture.pages - 1))


def go_close(stage: Stage, close: bool) -> Change:
    """Cards at reading size a few at a time, or the whole board again."""
    return update(stage, close=close, spotlight=(), large=False, page=0)


def tell(stage: Stage, message: str) -> Change:
    """Words to the room in place of the board; none: the board again."""
    return update(stage, message=clean(message))


def rehearsed(state: State) -> State:
    """A copy of a session to rehearse on, with its wall as it stands at the beginning."""
    stage = state.need("stage", Stage)
    return update(stage, rehearsal=True, blank=False, frozen=False, message="", alone=False).apply(state)


def board_again(stage: Stage) -> Change:
    """The whole board in place of whatever stands there instead of it; nothing where it is there."""
    if not (stage.message or stage.alone or stage.spotlight or stage.parking or stage.agreed):
        return Change()
    return update(stage, message="", alone=False, spotlight=(), large=False, parking=False, agreed=False, page=0)


def lit_words(state: State) -> str:
    """The words of the first card in the spotlight that says anything; `state` has passed through visible.py."""
    lit = (state.get(id, Record) for id in state.need("stage", Stage).spotlight)
    return next((text for record in lit if (text := getattr(record, "text", ""))), "")


def write_large(stage: Stage, id: Id) -> Change:
    """The words of one card alone on the wall, as large as they can be."""
    return update(stage, spotlight=(id,), large=True, page=0)


def clock_alone(stage: Stage, alone: bool) -> Change:
    """The clock and nothing else, or the board again."""
    return update(stage, alone=alone)


def show_cards(stage: Stage, ids: tuple[Id, ...]) -> Change:
    """Exactly these cards on the wall, as large as can be; none: the whole board."""
    return update(stage, spotlight=ids, large=False, page=0)
