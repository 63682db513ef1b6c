"""What was agreed: who does what by when, which card it came from, and the days when somebody calls back.

On a board with `outcomes` earlier agreements are gone through: what came of each, why, renewed or closed.
"""

from typing import TypeVar

from workshop.model import outcomes
from workshop.model.arrange import Card, Said, at, divided, fitted, gap, pages
from workshop.model.capture import written
from workshop.model.change import Change, State, add, remove, update
from workshop.model.dates import date, day_of
from workshop.model.kind import Kind
from workshop.model.letters import clean, wrap
from workshop.model.picture import Branch, Frame, Picture, Placed, Text, View
from workshop.model.record import Agreement, Board, FollowUp, Id, Record, new_id
from workshop.model.refusal import Refusal
from workshop.model.words import Words

R = TypeVar("R", Agreement, FollowUp)


def add_agreement(
    state: State, board: Board, text: str, who: str = "", due: str = "", *, origin: Id = "", id: Id = ""
) -> Change:
    """A new agreement last in the run; Refusal where it says nothing or the date is no date."""
    text = written(text)
    if not text:
        raise Refusal("The agreement is empty. Write what will be done.")
    order = state.after_last(board.run)
    given = {"text": text, "who": clean(who), "due": date(due, day_of(state)), "origin": origin, "order": order}
    return add(Agreement(id=id or new_id(), run=board.run, **given))


def edit_agreement(state: State, board: Board, id: Id, text: str, who: str, due: str) -> Change:
    """Other words, another owner or another date."""
    agreement = _there(state, id, Agreement)
    if not (text := written(text)):
        raise Refusal("An agreement can't be left without words. Remove it instead.")
    return update(agreement, text=text, who=clean(who), due=date(due, day_of(state)))


def remove_agreement(state: State, board: Board, id: Id) -> Change:
    """An agreement taken away."""
    return remove(_there(state, id, Agreement))


def add_follow_up(state: State, board: Board, due: str, who: str = "", question: str = "", *, id: Id = "") -> Change:
    """A day on which somebody calls back; Refusal where the date is no date."""
    order = state.after_last(board.run)
    given = {"due": date(due, day_of(state)), "who": clean(who), "question": written(question), "order": order}
    return add(FollowUp(id=id or new_id(), run=board.run, **given))


def edit_follow_up(state: State, board: Board, id: Id, due: str, who: str, question: str) -> Change:
    """Another day, another caller or another question."""
    return update(_there(state, id, FollowUp), due=date(due, day_of(state)), who=clean(who), question=written(question))


def remove_follow_up(state: State, board: Board, id: Id) -> Change:
    """A day for following up taken away."""
    return remove(_there(state, id, FollowUp))


def _there(state: State, id: Id, kind: type[R]) -> R:
    if (record := state.get(id, kind)) is None:
        raise Refusal("What you picked is no longer there.")
    return record


def origin_words(state: State, agreement: Agreement) -> str:
    """What stands on what an agreement came from: a card's back where it was turned, a wording, a gap's sentence."""
    return said_of(state.get(agreement.origin, Record))


def from_words(state: State, agreement: Agreement, words: Words) -> str:
    """What an agreement came from, in a sentence; "" where it came from nothing that says anything."""
    text = origin_words(state, agreement)
    if not text:
        return ""
    renewed = not agreement.past and state.get(agreement.origin, Agreement)
    return words("From last time: {text}", text=text) if renewed else words("From the card: {text}", text=text)


def said_of(record: Record | None) -> str:
    """The words of a card, an actor, a gap, a wording or whatever else has any."""
    return next((said for name in ("flip", "text", "wording") if (said := getattr(record, name, ""))), "")


def _rows(view: View) -> list[tuple[Id, str, str]]:
    """Each agreement and follow-up of the board: its id, what it says, and by whom and when."""
    words, past = view.words, outcomes.goes_through(view.board)
    rows = [(a.id, a.text, _joined(a.who, a.due, *came_of(view, a))) for a in agreements_on(view.state, view.board)]
    for follow_up in (record for record in lying(view.state, view.board) if isinstance(record, FollowUp)):
        if past:
            rows.append((follow_up.id, words("To be asked today: {question}", question=follow_up.question), ""))
            continue
        said = words("Follow-up: {question}", question=follow_up.question) if follow_up.question else words("Follow-up")
        caller = words("{who} calls", who=follow_up.who) if follow_up.who else ""
        rows.append((follow_up.id, said, _joined(caller, follow_up.due)))
    return rows


def agreements_on(state: State, board: Board) -> list[Agreement]:
    """The agreements that a board shows: those made here, or those made before where it goes through them."""
    past = outcomes.goes_through(board)
    return [a for a in state.inside(board.run, Agreement) if a.past == past]


def lying(state: State, board: Board) -> list[Record]:
    """All that a board shows; it lies in the run, as agreements are the whole exercise's."""
    past = outcomes.goes_through(board)
    return [*agreements_on(state, board), *(f for f in state.inside(board.run, FollowUp) if f.past == past)]


def came_of(view: View, agreement: Agreement) -> tuple[str, ...]:
    """What came of an earlier agreement, why, and whether it goes on; nothing where it is not gone through."""
    outcome = view.text.word("outcomes", agreement.outcome) if agreement.outcome else ""
    onward = view.words(outcomes.ONWARD[agreement.onward]) if agreement.onward in outcomes.ONWARD else ""
    return outcome, agreement.why, onward


def _joined(*parts: str) -> str:
    return " · ".join(part for part in parts if part)


def layout(view: View, frame: Frame) -> Picture:
    """Agreements one under another, two columns where the frame is wide enough; in pages on the wall."""
    rows = [row for row in _rows(view) if not frame.spotlight or row[0] in frame.spotlight]
    if not rows:
        size = max(frame.text, frame.least)
        lines = wrap(_nothing(view), frame.width / size, frame.measure)
        empty = Text(lines, 0, 0, size, ink="muted")
        return Picture(
            frame.width, frame.height, (Placed("empty", "plain", 0, 0, frame.width, empty.height, (empty,)),)
        )
    count = 1 if frame.close or frame.spotlight or frame.width < frame.text * 44 else 2
    width = (frame.width - gap(frame) * (count - 1)) / count
    cards = [fitted(_card(row), frame, width) for row in rows]
    if not frame.paged:
        down = 0.0
        sheet = []
        for left, right in zip(
            cards[::count], [*cards[1::count], None] if count == 2 else [None] * len(cards), strict=False
        ):
            sheet.append(at(left, 0, down))
            if right:
                sheet.append(at(right, width + gap(frame), down))
            down += max(left.height, right.height if right else 0) + gap(frame)
        return Picture(frame.width, max(frame.height, down), tuple(sheet))
    parts = [part for card in cards for part in divided(card, frame, frame.height)]
    sheets = pages(parts, 0, 0, frame.width, frame.height, count, gap(frame))
    page = min(frame.page, len(sheets) - 1)
    return Picture(frame.width, frame.height, tuple(sheets[page]), (), page, len(sheets))


def _nothing(view: View) -> str:
    if outcomes.goes_through(view.board):
        return view.words("No agreement from last time lies here yet.")
    return view.words("Nothing is agreed yet.")


def _card(row: tuple[Id, str, str]) -> Card:
    id, said, detail = row
    return Card(id, (Said(said), *((Said(detail, 0.85, True, "accent", whole=True),) if detail else ())), "leaf")


def outline(view: View) -> tuple[Branch, ...]:
    """A leaf for each agreement and follow-up, the card it came from below."""
    origins = {a.id: from_words(view.state, a, view.words) for a in agreements_on(view.state, view.board)}
    return tuple(
        Branch(id, said, detail, (Branch(id, origins[id]),) if origins.get(id) else ())
        for id, said, detail in _rows(view)
    )


def nudges(view: View) -> tuple[str, ...]:
    """Which agreements have no owner, which have no date, and how to give them one."""
    agreed, words = agreements_on(view.state, view.board), view.words
    if outcomes.goes_through(view.board):
        return _left(view, agreed)
    free, undated = {a.id for a in agreed if not a.who}, {a.id for a in agreed if not a.due}
    said = []
    if free and free == undated:
        neither = words.many(
            "One agreement has neither owner nor date.", "{n} agreements have neither owner nor date.", len(free)
        )
        said.append(neither)
    elif free:
        said.append(words.many("One agreement has no owner.", "{n} agreements have no owner.", len(free)))
    if undated and free != undated:
        said.append(words.many("One agreement has no date.", "{n} agreements have no date.", len(undated)))
    if said:
        said.append(words("Pick one and press F2: what · who · date."))
    return tuple(said)


def _left(view: View, earlier: list[Agreement]) -> tuple[str, ...]:
    """How many earlier agreements wait for an answer, and how many for being renewed or closed."""
    words = view.words
    waiting = sum(1 for a in earlier if not a.outcome)
    loose = sum(1 for a in earlier if a.outcome and not a.onward)
    said = []
    if waiting:
        said.append(
            words.many(
                "One agreement is still to be gone through.", "{n} agreements are still to be gone through.", waiting
            )
        )
    if loose:
        said.append(
            words.many(
                "One is neither renewed nor closed: R or S.", "{n} are neither renewed nor closed: R or S.", loose
            )
        )
    return tuple(said)


KIND = Kind(
    views=("table",),
    settings={"days": (tuple,), "outcomes": (tuple,)},
    labels={"outcomes": "outcomes"},
    verbs={
        "add_agreement": add_agreement,
        "edit_agreement": edit_agreement,
        "remove_agreement": remove_agreement,
        "add_follow_up": add_follow_up,
        "edit_follow_up": edit_follow_up,
        "remove_follow_up": remove_follow_up,
        "remember": outcomes.remember,
        "gather": outcomes.gather,
        "go_through": outcomes.go_through,
        "explain": outcomes.explain,
        "renew": outcomes.renew,
        "close": outcomes.close,
    },
    layout=layout,
    outline=outline,
    nudges=nudges,
    lying=lying,
)
