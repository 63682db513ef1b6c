"""What was agreed: who does what by when, which card it came from, and the days when somebody calls back.

On a board with `outcomes` earlier agreements are gone through: what came of each, why, renewed or closed.
"""

from collections.abc import Sequence
from typing import TypeVar

from workshop.model import outcomes
from workshop.model.arrange import Card, Said, as_pages, at, divided, fitted, gap, pages
from workshop.model.capture import written
from workshop.model.change import Change, State, add, remove, update
from workshop.model.dates import date, day_of
from workshop.model.dates_said import written_out
from workshop.model.kind import Kind
from workshop.model.letters import clean, wrap
from workshop.model.picture import Branch, Frame, Picture, Placed, Text, View
from workshop.model.record import Agreement, Board, FollowUp, Id, Record, new_id
from workshop.model.refusal import Refusal
from workshop.model.value import valueclass
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


_TONES = ("leaf", "ochre", "rose", "sand")  # of what may have come of an agreement, in the exercise's order


@valueclass
class _Row:
    """What stands on a card: what was agreed, by whom and when, what came of it and why, and the card's paper."""

    id: Id
    said: str
    who_when: str = ""
    came: str = ""
    why: str = ""
    tone: str = "leaf"

    @property
    def detail(self) -> str:
        """All but what was agreed, on one line."""
        return _joined(self.who_when, self.came, self.why)


def _rows(view: View, found: Sequence[Record]) -> list[_Row]:
    """What is told of each agreement, and then of each day for following up."""
    words = view.words
    rows = [_agreement(view, agreement) for agreement in found if isinstance(agreement, Agreement)]
    for follow_up in (record for record in found if isinstance(record, FollowUp)):
        if follow_up.past:
            asked = words("To be asked today: {question}", question=follow_up.question)
            rows.append(_Row(follow_up.id, asked, tone="sky"))
            continue
        said = words("Follow-up: {question}", question=follow_up.question) if follow_up.question else words("Follow-up")
        caller = words("{who} calls", who=follow_up.who) if follow_up.who else ""
        rows.append(_Row(follow_up.id, said, _joined(caller, written_out(follow_up.due, words))))
    return rows


def _agreement(view: View, agreement: Agreement) -> _Row:
    outcome, why, onward = came_of(view, agreement)
    came = _joined(outcome, onward)
    answers = view.board.setting("outcomes", ())
    at = answers.index(agreement.outcome) if agreement.outcome in answers else -1
    tone = "sand" if agreement.past and at < 0 else _TONES[at % len(_TONES)] if agreement.past else "leaf"
    return _Row(
        agreement.id, agreement.text, _joined(agreement.who, written_out(agreement.due, view.words)), came, why, tone
    )


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
    """One page of what is agreed."""
    pictures = sheets(view, frame)
    return frame.shown(pictures)


def sheets(view: View, frame: Frame) -> tuple[Picture, ...]:
    """Agreements one under another, two columns where the frame is wide enough; in pages on the wall."""
    found = [one for one in lying(view.state, view.board) if not frame.spotlight or one.id in frame.spotlight]
    return laid_out(view, frame, found, _nothing(view))


def laid_out(view: View, frame: Frame, found: Sequence[Record], nothing: str) -> tuple[Picture, ...]:
    """All pages of some agreements and days for following up; `nothing` is said where there are none."""
    rows = _rows(view, found)
    if not rows:
        size = max(frame.text, frame.least)
        lines = wrap(nothing, frame.width / size, frame.measure)
        empty = Text(lines, 0, 0, size, ink="muted")
        placed = Placed("empty", "plain", 0, 0, frame.width, empty.height, (empty,))
        return (Picture(frame.width, frame.height, (placed,)),)
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
        return (Picture(frame.width, max(frame.height, down), tuple(sheet)),)
    parts = [part for card in cards for part in divided(card, frame, frame.height)]
    return as_pages(pages(parts, 0, 0, frame.width, frame.height, count, gap(frame)), frame)


def _nothing(view: View) -> str:
    if outcomes.goes_through(view.board):
        return view.words("No agreement from last time lies here yet.")
    return view.words("Nothing is agreed in this exercise yet.")


def _card(row: _Row) -> Card:
    under = (
        Said(row.who_when, 0.85, True, "accent", whole=True),
        Said(row.came[:1].upper() + row.came[1:], 0.85, True, whole=True),
        Said(row.why, 0.85, ink="muted"),
    )
    return Card(row.id, (Said(row.said), *(part for part in under if part.text)), row.tone)


def outline(view: View) -> tuple[Branch, ...]:
    """A leaf for each agreement and follow-up, the card it came from below."""
    origins = {a.id: from_words(view.state, a, view.words) for a in agreements_on(view.state, view.board)}
    return tuple(
        Branch(row.id, row.said, row.detail, (Branch(row.id, origins[row.id]),) if origins.get(row.id) else ())
        for row in _rows(view, lying(view.state, view.board))
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
    sheets=sheets,
    nudges=nudges,
    lying=lying,
    whole=lambda board: "table",
)
