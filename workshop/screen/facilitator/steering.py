"""What the facilitator's window does to the session besides working on a board: steps, ticks, notes, the raw list."""

import time

from workshop.model.begin import on_step
from workshop.model.change import Change, State, add, remove, together, update
from workshop.model.exercise import Exercise, Step
from workshop.model.record import Board, Id, Memo, Note, Run, Selection, Stage, new_id
from workshop.screen.bridge import Bridge
from workshop.words import N_


def run_of(bridge: Bridge) -> Run:
    """The exercise that is being run."""
    return bridge.state.need(bridge.state.need("stage", Stage).run, Run)


def go_to(bridge: Bridge, exercise: Exercise, key: str) -> bool:
    """Stand on a step: the room follows, the clock is full and rests, nothing is picked. Whether all went well."""
    stage = bridge.state.need("stage", Stage)
    return stand(bridge, stage.run, key, update(stage, **on_step(bridge.state, exercise.step(key), stage.run)))


def stand(bridge: Bridge, run: Id, key: str, anew: Change) -> bool:
    """Stand on a step of a run, anew or, where one has been away by mistake, as if one had never left it."""
    now, stage = time.monotonic(), bridge.state.need("stage", Stage)
    picked = bridge.state.get("selection", Selection)
    back = bridge.trail.back(stage, run, key, now)
    if back is None:
        bridge.trail.leaves(stage, now)
    change = anew if back is None else back
    return bridge.do(together(change, remove(picked)) if picked else change, "")


def to_board(bridge: Bridge, step: Step) -> bool:
    """From the title of what goes on in the programme to the board; whether one stood there."""
    if not bridge.state.need("stage", Stage).block:
        return False
    from workshop.screen.programme.between import board_again

    return bridge.do(board_again(bridge, step.minutes), "")


def tick(bridge: Bridge, step: Step, on: bool) -> None:
    """Agree, or no longer agree, on what a step asks to be agreed on."""
    run = run_of(bridge)
    ticked = tuple(key for key in run.ticked if key != step.key) + ((step.key,) if on else ())
    bridge.do(update(run, ticked=ticked), N_("agree on the step"))


def memo_of(bridge: Bridge, step: Step) -> Memo | None:
    """The facilitator's private notes on a step."""
    return next((m for m in bridge.state.inside(run_of(bridge).id, Memo) if m.step == step.key), None)


def write_memo(bridge: Bridge, step: Step, text: str) -> bool:
    """Keep private notes as they are written now; whether they are kept."""
    memo, run = memo_of(bridge, step), run_of(bridge)
    label, merge = N_("write private notes"), f"memo:{step.key}"
    if memo and not text.strip():
        return bridge.do(remove(memo), label, merge)
    if memo:
        return bridge.do(update(memo, text=text), label, merge)
    if text.strip():
        return bridge.do(add(Memo(id=new_id(), run=run.id, step=step.key, text=text)), label, merge)
    return True


def raw_boards(state: State) -> list[Board]:
    """The boards whose cards stay in the room."""
    return [board for board in state.all(Board) if board.setting("raw", False)]


def raw_notes(state: State) -> list[Note]:
    """The cards that say something and stay in the room."""
    return [note for board in raw_boards(state) for note in state.inside(board.id, Note) if note.text]


def share_raw(bridge: Bridge) -> None:
    """Let the raw list into what is shared, or keep it out again."""
    run = run_of(bridge)
    keys = tuple(board.key for board in raw_boards(bridge.state))
    bridge.do(update(run, shared=() if run.shared else keys), N_("share the raw list"))


def without_raw(state: State) -> Change:
    """The change that takes the raw list away; cards that were turned keep their backs, and what came of them stays."""
    notes = raw_notes(state)
    gone = {note.id for note in notes if not note.flip}
    bare = {"text": "", "heading": "", "marks": (), "table": 0, "hands": 0}
    kept = [update(n, **bare, merged="" if n.merged in gone else n.merged) for n in notes if n.flip]
    return together(*kept, *(remove(note) for note in notes if not note.flip))
