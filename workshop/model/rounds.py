"""A round: everybody gets the floor once, table by table or party by party, and it ends by itself."""

from collections.abc import Sequence

from workshop.model.change import Change, State, update
from workshop.model.letters import shortened, wrap
from workshop.model.picture import Frame, Placed, Text, View
from workshop.model.record import Id, Note, Party, Stage
from workshop.model.words import Words

_TABLE = "table:"


def tables(count: int) -> tuple[str, ...]:
    """So many tables, each with a turn."""
    return tuple(f"{_TABLE}{number}" for number in range(1, count + 1))


def table_of(turn: str) -> int:
    """The number of the table whose turn it is; 0 where it is a party's."""
    return int(turn.removeprefix(_TABLE)) if turn.startswith(_TABLE) else 0


def begin_round(stage: Stage, turns: Sequence[str | Id]) -> Change:
    """The first of these has the floor."""
    return update(stage, turns=tuple(turns), turn=0)


def end_round(stage: Stage) -> Change:
    """Nobody has the floor."""
    return update(stage, turns=(), turn=0)


def next_turn(stage: Stage) -> Change:
    """The next one has the floor; after the last the round is over."""
    return update(stage, turn=stage.turn + 1) if stage.turn + 1 < len(stage.turns) else end_round(stage)


def turn_before(stage: Stage) -> Change:
    """The one before has the floor again."""
    return update(stage, turn=max(0, stage.turn - 1))


def skip_turn(stage: Stage) -> Change:
    """Whoever has the floor gets it last of all; where nobody else is left the round is over."""
    before, now, rest = _divided(stage)
    return update(stage, turns=(*before, *rest, now)) if rest else end_round(stage)


def _divided(stage: Stage) -> tuple[tuple[str, ...], str, tuple[str, ...]]:
    at = stage.turn
    return stage.turns[:at], stage.turns[at], stage.turns[at + 1 :]


def now(stage: Stage) -> str:
    """Whose turn it is; "" where no round is on."""
    return stage.turns[stage.turn] if stage.turn < len(stage.turns) else ""


def told(state: State, stage: Stage, words: Words) -> tuple[str, str]:
    """Who has the floor, and who comes then; both empty where no round is on."""
    if not now(stage):
        return "", ""
    _, here, rest = _divided(stage)
    names = " · ".join(_name(state, words, turn) for turn in rest)
    then = words("then {who}", who=names) if names else words("the last one in the round")
    return words("{who} has the floor", who=_name(state, words, here)), then


def _name(state: State, words: Words, turn: str) -> str:
    party = state.get(turn, Party)
    return party.name if party else words("Table {n}", n=table_of(turn))


def most_tables(state: State) -> int:
    """The highest number that a table has had on a card so far."""
    return max((note.table for note in state.all(Note)), default=0)


def turn_sign(view: View, stage: Stage, frame: Frame, left: float, right: float, y: float) -> list[Placed]:
    """Whose turn it is at the foot of the wall, and who comes then where there is room for that."""
    here, then = told(view.state, stage, view.words)
    if not here:
        return []
    size, wide = frame.least, max(frame.least, right - left)
    said = shortened(wrap(here, wide / size, frame.measure, True), 1, wide / size, frame.measure, True)
    width = frame.measure(said[0], True) * size
    texts = [Text(said, left, y, size, True, "accent")]
    if width + size + frame.measure(then) * size <= wide:
        texts.append(Text((then,), left + width + size, y, size, ink="muted"))
        width += size + frame.measure(then) * size
    return [Placed("turn", "plain", left, y, width, texts[0].height, tuple(texts))]
