"""What the room sees of a block that holds no exercise: its title, who leads it, and what comes next."""

from dataclasses import replace

from workshop.model.change import Change, State, update
from workshop.model.letters import Measure, balanced, shortened, wrap
from workshop.model.picture import Frame, Picture, Placed, Text, View
from workshop.model.planned import Block
from workshop.model.programme import KINDS, REST, TONES, Slot, clock, days, minutes_of, slot_of, stored
from workshop.model.record import Stage
from workshop.model.rounds import now as whose_turn
from workshop.model.rounds import turn_sign
from workshop.model.stage import CLOCK_LINE, CORNER

_LARGEST, _SMALLEST = 0.17, 0.075  # letters of the title, in parts of the picture's height
_LINES = 3  # of the title at most
_EDGE = 0.085
_BACK, _LEADS, _NEXT, _CLOCK = 0.085, 0.058, 0.05, 0.2
_DIGITS = 4.3  # how wide the clock is at most, in its letters


def stand_on(stage: Stage, block: Block, now: str, minutes: int) -> Change:
    """The block's title in place of the board, and its time, which waits.

    `now` is the local time, ISO, at which it begins. What was picked out on the wall is put back.
    """
    until = stored(minutes_of(now[11:16]) + minutes)
    time = {"until": until, "left": 60.0 * minutes, "since": 0.0, "turns": (), "turn": 0}
    bare = {"message": "", "alone": False, "close": False, "spotlight": (), "large": False}
    return update(stage, block=block.id, parking=False, agreed=False, **time, **bare)


def moved(stage: Stage, seconds: float) -> Change:
    """What goes on ends so much later, or earlier."""
    if not stage.until:
        return Change()
    return update(stage, until=stored(minutes_of(stage.until) + round(seconds / 60)))


def slide(view: View, block: Block, frame: Frame) -> Picture:
    """The block as a title slide; `frame` is the whole picture. At the lower right there is room for the clock.

    In a room so deep that its letters leave no room for all of it, the title is what stays whole.
    """
    made = (_slide(view, block, frame, lines) for lines in (2, 1, 0))
    return next((picture for picture, whole in made if whole), _slide(view, block, frame, 0)[0])


def _slide(view: View, block: Block, frame: Frame, lines: int) -> tuple[Picture, bool]:
    """The slide with so many lines for who leads it and for what comes next, and whether all its title is there."""
    high, edge = frame.height, round(_EDGE * frame.height)
    wide, between = frame.width - 2 * edge, 0.02 * high
    kind = _kind(view, block, frame, edge)
    foot = _foot(view, block, frame, edge, wide, lines)
    top, bottom = kind[-1].y + kind[-1].height, min(piece.y for piece in foot) - between * 1.5
    leads = _leads(block, frame, wide, lines)
    below = leads.height + between if leads else 0.0
    title, whole = _title(block.title, frame, wide, bottom - top - below)
    down = top + max(0.0, (bottom - top - title.height - below) * 0.46)
    placed = [*kind, _at("slide title", title, edge, down, wide)]
    if leads:
        placed.append(_at("slide leads", leads, edge, down + title.height + between, wide))
    return Picture(frame.width, high, (*placed, *foot)), whole


def _at(id: str, text: Text, x: float, y: float, width: float) -> Placed:
    return Placed(id, "plain", x, y, width, text.height, (replace(text, x=x, y=y),), cut=False)


def _kind(view: View, block: Block, frame: Frame, edge: float) -> list[Placed]:
    """What sort of block it is: a word, and a band in its colour down the side."""
    size = max(_NEXT * frame.height, frame.least)
    said = view.words(KINDS.get(block.kind, KINDS["talk"]))
    text = Text((said[:1].upper() + said[1:],), 0, 0, size, ink="muted")
    tone = TONES.get(block.kind, TONES["talk"])
    band = Placed("slide colour", "bar", 0, 0, round(edge * 0.35), frame.height, (), tone)
    return [band, _at("slide kind", text, edge, edge, frame.width - 2 * edge)]


def _title(said: str, frame: Frame, wide: float, room: float) -> tuple[Text, bool]:
    """The title in the largest letters in which it takes three lines at most, and whether all of it is there."""
    least = max(_SMALLEST * frame.height, frame.least)
    size = max(_LARGEST * frame.height, least)
    while size > least and not _fits(said, frame.measure, size, wide, room):
        size = max(least, size * 0.95)
    most = max(1, min(_LINES, int(room / (size * 1.1))))
    lines = balanced(said, wide / size, frame.measure, True)
    whole = len(lines) <= most and len(lines) * size * 1.1 <= room
    return Text(shortened(lines, most, wide / size, frame.measure, True), 0, 0, size, True, leading=1.1), whole


def _fits(said: str, measure: Measure, size: float, wide: float, room: float) -> bool:
    """Whether it is written without a word being broken."""
    lines = wrap(said, wide / size, measure, True)
    whole = all(measure(word, True) * size <= wide for word in said.split())
    return whole and len(lines) <= _LINES and len(lines) * size * 1.1 <= room


def _leads(block: Block, frame: Frame, wide: float, most: int) -> Text | None:
    """Who leads it, and where if there is room for that."""
    size = max(_LEADS * frame.height, frame.least)
    across, measure = wide / size, frame.measure
    lines = wrap(" · ".join(part for part in (block.leads, block.place) if part), across, measure)
    if len(lines) > most:
        lines = shortened(wrap(block.leads or block.place, across, measure), most, across, measure) if most else ()
    return Text(lines, 0, 0, size, leading=1.2) if any(lines) else None


def _foot(view: View, block: Block, frame: Frame, edge: float, wide: float, lines: int) -> list[Placed]:
    """When a break is over, and what comes next; whose turn it is instead, while a round is on."""
    stage, down = view.state.need("stage", Stage), frame.height - edge
    corner = _corner(block, stage, frame, edge, wide)
    room = wide - corner.width - (edge if corner.width else 0)
    if whose_turn(stage):
        return [*turn_sign(view, stage, frame, edge, edge + room, down - frame.least * 1.3), corner]
    placed, said = [corner], _said_last(view, stage, block, frame)
    for number, text in enumerate(said if lines else said[-1:]):
        measure, across = frame.measure, room / text.size
        short = balanced(text.lines[0], across, measure, text.bold)
        short = shortened(short, max(1, lines), across, measure, text.bold)
        whole = replace(text, lines=short)
        down -= whole.height
        placed.append(_at(f"slide foot {number}", whole, edge, down, room))
    return placed


def _corner(block: Block, stage: Stage, frame: Frame, edge: float, wide: float) -> Placed:
    """The room for the clock while it runs: in a break one sees it from where the coffee is."""
    rests = block.kind in REST
    size = min((_CLOCK if rests else _CLOCK / 2) * frame.height, 0.42 * wide / _DIGITS) if stage.since else 0.0
    size = max(size, frame.least) if size else 0.0
    width, height = _DIGITS * size, CLOCK_LINE * size
    return Placed(CORNER, "plain", edge + wide - width, frame.height - edge - height, width, height)


def _said_last(view: View, stage: Stage, block: Block, frame: Frame) -> list[Text]:
    """The lines at the foot, the lowest first."""
    found = slot_of(view.state, block.id)
    following = _following(view.state, found) if found else None
    if found is None or following is None:
        return []
    size = max(_NEXT * frame.height, frame.least)
    lines = [Text((_then(view, stage, block, found, following),), 0, 0, size, ink="muted", leading=1.25)]
    if stage.until and comes_back(view.state, block):
        size = max(_BACK * frame.height, frame.least)
        back = view.words("Back at {time}", time=clock(minutes_of(stage.until), view.words))
        lines.append(Text((back,), 0, 0, size, True, "accent", 1.25))
    return lines


def comes_back(state: State, block: Block) -> bool:
    """Whether it is a break or a meal after which one goes on the same day."""
    slot = slot_of(state, block.id) if block.kind in REST else None
    following = _following(state, slot) if slot else None
    return following is not None and following[1] == block.day


def _following(state: State, slot: Slot) -> tuple[Slot, int] | None:
    """What comes when a block has ended, and on which day; None where it is the last of all."""
    whole, day = days(state), slot.block.day
    order = whole[day].slots
    later = next((other for other in order[order.index(slot) + 1 :] if other.lane == 0), None)
    if later:
        return later, day
    tomorrow = whole[day + 1].slots if day + 1 < len(whole) else ()
    return (tomorrow[0], day + 1) if tomorrow else None


def _then(view: View, stage: Stage, block: Block, slot: Slot, following: tuple[Slot, int]) -> str:
    """What comes next, and when: as long after the end as the plan says."""
    other, day = following
    words, title = view.words, other.block.title
    if day != block.day:
        return words("Tomorrow at {time}: {title}", time=clock(other.start, words), title=title)
    if block.kind in REST or not stage.until:
        return words("Then: {title}", title=title)
    at = clock(minutes_of(stage.until) + other.start - slot.end, words)
    return words("Then, at {time}: {title}", time=at, title=title)
