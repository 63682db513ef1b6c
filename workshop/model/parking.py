"""The parking lot: what has to wait, written down from anywhere and moved on to a board or an agreement."""

from workshop.model.anonymous import is_anonymous, place_of
from workshop.model.arrange import Card, Said, divided, fitted, gap, pages
from workshop.model.boards import KINDS
from workshop.model.capture import Captured, captured, written
from workshop.model.change import Change, State, add, remove, together, update
from workshop.model.letters import wrap
from workshop.model.notes import list_keys
from workshop.model.picture import Frame, Picture, Placed, Text, View
from workshop.model.record import Board, Id, Parked, Stage, new_id
from workshop.model.refusal import Refusal


def park(state: State, text: str, table: int = 0, *, id: Id = "") -> Change:
    """A line last in the parking lot; in an anonymous step without its table, and in no order."""
    if not (text := written(text)):
        raise Refusal("The line is empty. Write what is to wait.")
    id = id or new_id()
    if is_anonymous(state):
        return add(Parked(id=id, text=text, order=place_of(id)))
    return add(Parked(id=id, text=text, table=table, order=_last(state)))


def park_line(state: State, line: str) -> Change:
    """What one line says, with the table that it begins with; a number last is a part of it."""
    said: Captured = captured(line)
    return park(state, f"{said.text} {said.hands}" if said.hands else said.text, said.table)


def edit_parked(state: State, id: Id, text: str) -> Change:
    """Other words on a line."""
    if not (text := written(text)):
        raise Refusal("A line can't be left without words. Remove it instead.")
    return update(_there(state, id), text=text)


def remove_parked(state: State, id: Id) -> Change:
    """A line taken away."""
    return remove(_there(state, id))


def shift_parked(state: State, id: Id, by: int) -> Change:
    """A line one place up or down; nothing where there is none."""
    line, lot = _there(state, id), state.all(Parked)
    at = lot.index(line)
    if not 0 <= at + by < len(lot):
        return Change()
    row = [other for other in lot if other is not line]
    row.insert(at + by, line)
    return together(*(update(each, order=float(number)) for number, each in enumerate(row, 1)))


def agree_on(state: State, board: Board, id: Id) -> Change:
    """A line made an agreement, which leaves the parking lot; `board` is the run's board of agreements."""
    line = _there(state, id)
    return together(remove(line), KINDS["agreements"].verbs["add_agreement"](state, board, line.text))


def places(view: View) -> tuple[tuple[str, str], ...]:
    """The parts of a board that a line may be moved on to, as (key, title)."""
    board, kind = view.board, KINDS[view.board.kind]
    if board.kind == "layers":  # of what stands on the shelf of an iceberg only the levels take cards
        return tuple((key, view.text.word("lists", key)) for key in board.setting("lists", ()))
    return kind.places(view) if kind.places else ()


def move_on(state: State, board: Board, id: Id, place: str) -> Change:
    """A line moved on to a board, which leaves the parking lot; Refusal where the board takes nothing."""
    line, kind = _there(state, id), KINDS[board.kind]
    if board.kind == "agreements":
        return agree_on(state, board, id)
    if "add_note" in kind.verbs:
        place = place or next(iter(list_keys(state, board)), "")
        laid = kind.verbs["add_note"](state, board, place, line.text, table=line.table)
    elif kind.receive:
        laid = kind.receive(state, board, place, line.text, "")
    else:
        raise Refusal("This board takes nothing from the parking lot. Go to another step first.")
    return together(remove(line), laid)


def show_parking(stage: Stage, on: bool) -> Change:
    """The parking lot on the wall in place of the board, or the board again."""
    return update(stage, parking=on, agreed=False, page=0)


def layout(view: View, frame: Frame) -> Picture:
    """The lines under each other, in two columns where there is room; in pages on the wall."""
    lot = view.state.all(Parked)
    if not lot:
        size = max(frame.text, frame.least)
        lines = wrap(view.words("Nothing waits here."), frame.width / size, frame.measure)
        empty = Text(lines, 0, 0, size, ink="muted")
        sign = Placed("empty", "plain", 0, 0, frame.width, empty.height, (empty,))
        return Picture(frame.width, frame.height, (sign,))
    count = 1 if frame.width < frame.text * 34 else 2
    width = (frame.width - gap(frame) * (count - 1)) / count
    cards = [part for line in lot for part in divided(fitted(_card(view, line), frame, width), frame, frame.height)]
    sheets = pages(cards, 0, 0, frame.width, frame.height, count, gap(frame))
    page = frame.turned_to(sheets)
    return Picture(frame.width, frame.height, tuple(sheets[page]), (), page, len(sheets))


def _card(view: View, line: Parked) -> Card:
    detail = view.words("Table {n}", n=line.table) if line.table else ""
    return Card(line.id, (Said(line.text), *((Said(detail, 0.8, ink="muted"),) if detail else ())), "sand")


def _last(state: State) -> float:
    return max((line.order for line in state.all(Parked)), default=0.0) + 1.0


def _there(state: State, id: Id) -> Parked:
    line = state.get(id, Parked)
    if line is None:
        raise Refusal("Pick a line in the parking lot first.")
    return line
