"""The parties around a board of questions: one more, another name or mark, one less."""

from workshop.model.asking.answers import parties_of
from workshop.model.capture import written
from workshop.model.change import Change, State, add, remove, together, update
from workshop.model.letters import clean
from workshop.model.record import Answer, Board, Id, Note, Party, Run, new_id
from workshop.model.refusal import Refusal

_MOST, _LEAST = 4, 2
_MARK = 8  # letters of a mark
_TONES = ("sky", "ochre", "leaf", "violet")


def add_party(state: State, board: Board, name: str, mark: str = "", *, id: Id = "") -> Change:
    """One more party that answers; Refusal where it has no name, or there are as many as there may be."""
    name = written(name)
    parties = parties_of(state, board)
    if not name:
        raise Refusal("Write what the party is called.")
    if len(parties) >= _MOST:
        raise Refusal("There are {most} parties already. Change the name of one with F2.", most=_MOST)
    used = {p.tone for p in parties}
    tone = next((t for t in _TONES if t not in used), _TONES[0])
    order = max((p.order for p in state.all(Party)), default=0.0) + 1.0
    party = Party(id=id or new_id(), name=name, mark=_mark(mark or name[:1].upper()), tone=tone, order=order)
    run = state.get(board.run, Run)
    joined = update(run, parties=(*run.parties, party.id)) if run and run.parties else Change()
    return together(add(party), joined)


def name_party(state: State, board: Board, id: Id, name: str, mark: str = "") -> Change:
    """Another name for a party, and another mark where one is given; Refusal where it would have no name."""
    party = _there(state, board, id)
    name = written(name)
    if not name:
        raise Refusal("Write what the party is called.")
    return update(party, name=name, mark=_mark(mark) if mark.strip() else party.mark)


def remove_party(state: State, board: Board, id: Id) -> Change:
    """A party that doesn't take part; Refusal where it has written anything, or too few would be left."""
    party = _there(state, board, id)
    if len(parties_of(state, board)) <= _LEAST:
        raise Refusal("There must be at least two parties. Add another one first.")
    wrote = any(a.party == id for a in state.all(Answer)) or any(id in (n.list, n.by) for n in state.all(Note))
    if wrote:
        raise Refusal("{party} has written something already and stays.", party=party.name)
    runs = [run for run in state.all(Run) if id in run.parties]
    left = (update(run, parties=tuple(p for p in run.parties if p != id)) for run in runs)
    return together(remove(party), *left)


def _there(state: State, board: Board, id: Id) -> Party:
    party = next((p for p in parties_of(state, board) if p.id == id), None)
    if party is None:
        raise Refusal("Pick a party first.")
    return party


def _mark(mark: str) -> str:
    mark = clean(mark).replace("\n", " ")
    if len(mark) > _MARK:
        raise Refusal("A mark has at most {most} letters.", most=_MARK)
    return mark
