"""What came of agreements that were made before: gone through one at a time, then renewed or closed."""

from workshop.model.capture import written
from workshop.model.change import Change, State, add, together, update
from workshop.model.dates import date, day_of
from workshop.model.letters import clean
from workshop.model.record import Agreement, Board, FollowUp, Id, Record, Run, new_id
from workshop.model.refusal import Refusal
from workshop.model.value import valueclass
from workshop.model.words import N_

RENEWED, CLOSED = "renewed", "closed"
ONWARD = {RENEWED: N_("renewed"), CLOSED: N_("closed")}


@valueclass
class Earlier:
    """An agreement as it was made: what, who, by when, and the record that leads back to it."""

    text: str
    who: str = ""
    due: str = ""
    origin: Id = ""


def goes_through(board: Board) -> bool:
    """Whether a board is where earlier agreements are gone through, and not where new ones are made."""
    return bool(board.setting("outcomes", ()))


def made_on(state: State, run: Id) -> Board | None:
    """The board of a run on which new agreements are made."""
    return board_of(state, Agreement(id="", run=run))


def board_of(state: State, record: Record) -> Board | None:
    """The board that shows an agreement or a day for following up; None for anything else."""
    if not isinstance(record, (Agreement, FollowUp)):
        return None
    shown = (b for b in state.inside(record.run, Board) if b.kind == "agreements" and goes_through(b) == record.past)
    return next(shown, None)


def made_here(state: State) -> list[Agreement]:
    """The agreements that the session itself made."""
    return [agreement for agreement in state.all(Agreement) if not agreement.past]


def still_open(state: State) -> list[Agreement]:
    """The agreements that nobody has closed or renewed: those made here, and earlier ones that are not gone through."""
    return [a for a in state.all(Agreement) if not (a.past and (a.onward or a.outcome))]


def add_past(state: State, board: Board, earlier: Earlier, *, id: Id = "") -> Change:
    """An agreement made before, last among those that are to be gone through; Refusal where it says nothing."""
    if not (text := written(earlier.text)):
        raise Refusal("The agreement is empty. Write what was to be done.")
    order = state.after_last(board.run)
    said = {"text": text, "who": clean(earlier.who), "due": date(earlier.due, day_of(state)), "origin": earlier.origin}
    return add(Agreement(id=id or new_id(), run=board.run, order=order, past=True, **said))


def remember(
    state: State, board: Board, text: str, who: str = "", due: str = "", *, origin: Id = "", id: Id = ""
) -> Change:
    """An agreement made before, written down from paper or from memory."""
    return add_past(state, board, Earlier(text, who, due, origin), id=id)


def to_gather(state: State, board: Board) -> list[Agreement]:
    """What the session's other exercises ended in and is not gone through on the board yet."""
    known = {a.origin for a in state.inside(board.run, Agreement) if a.past}
    return [a for a in still_open(state) if a.run != board.run and a.id not in known]


def gather(state: State, board: Board) -> Change:
    """The agreements that the session's other exercises ended in, to be gone through here; Refusal where none are left.

    So also with the questions that were to be asked on a day.
    """
    here = state.need(board.run, Run)
    whole, now = Change(), state
    for agreement in to_gather(state, board):
        change = add_past(now, board, Earlier(agreement.text, agreement.who, agreement.due, agreement.id))
        whole, now = whole.then(change), change.apply(now)
    if not whole:
        raise Refusal("There are no more agreements in this session to go through.")
    asked = {(f.question, f.due) for f in state.inside(here.id, FollowUp)}
    for day in state.all(FollowUp):
        if day.run != here.id and day.question and (day.question, day.due) not in asked:
            change = add(ask_again(day, here.id, now.after_last(here.id)))
            whole, now = whole.then(change), change.apply(now)
    return whole


def ask_again(day: FollowUp, run: Id, order: float) -> FollowUp:
    """The question of a day for following up, on that day."""
    return FollowUp(id=new_id(), run=run, due=day.due, who=day.who, question=day.question, order=order, past=True)


def go_through(state: State, board: Board, id: Id, outcome: str, why: str = "") -> Change:
    """What came of an agreement, and why; without new words the reason that is there stays."""
    agreement = _past(state, id)
    if outcome not in board.setting("outcomes", ()):
        raise Refusal("There is no answer “{answer}” here.", answer=outcome)
    return update(agreement, outcome=outcome, why=written(why) or agreement.why)


def explain(state: State, board: Board, id: Id, why: str) -> Change:
    """Why an agreement came to what it came to; no words take the reason away."""
    return update(_past(state, id), why=written(why))


def renew(state: State, board: Board, id: Id, due: str = "", who: str = "", text: str = "", *, new: Id = "") -> Change:
    """An agreement made anew, with what is changed in it; the old one leads to it, and it leads back.

    Refusal where that was done already.
    """
    agreement = _past(state, id)
    if agreement.onward == RENEWED:
        raise Refusal("This agreement is renewed already.")
    fresh = Agreement(
        id=new or new_id(),
        run=agreement.run,
        text=written(text) or agreement.text,
        who=clean(who) or agreement.who,
        due=date(due, day_of(state)),
        origin=agreement.id,
        order=state.after_last(agreement.run),
    )
    return together(add(fresh), update(agreement, onward=RENEWED))


def close(state: State, board: Board, id: Id) -> Change:
    """An agreement that nobody needs to follow any more; open again where it was closed.

    Refusal where it is renewed: then the new one is what is followed.
    """
    agreement = _past(state, id)
    if agreement.onward == RENEWED:
        raise Refusal("This agreement is renewed already.")
    return update(agreement, onward="" if agreement.onward == CLOSED else CLOSED)


def _past(state: State, id: Id) -> Agreement:
    agreement = state.get(id, Agreement)
    if agreement is None or not agreement.past:
        raise Refusal("Pick one of last time's agreements first.")
    return agreement
