"""All that a session has agreed on, on the wall in place of the board."""

from workshop.model.boards.agreements import laid_out
from workshop.model.change import Change, update
from workshop.model.picture import Frame, Picture, View
from workshop.model.record import Agreement, FollowUp, Run, Stage


def show_agreed(stage: Stage, on: bool) -> Change:
    """What is agreed on the wall in place of the board, or the board again."""
    bare = {"message": "", "alone": False, "spotlight": (), "large": False, "parking": False}
    return update(stage, agreed=on, page=0, **bare)


def layout(view: View, frame: Frame) -> Picture:
    """One page of what was agreed here, exercise by exercise, and of the days for following it up."""
    runs = [run.id for run in view.state.all(Run)]
    made = [agreement for agreement in view.state.all(Agreement) if not agreement.past]
    made.sort(key=lambda agreement: runs.index(agreement.run) if agreement.run in runs else len(runs))
    days = sorted((day for day in view.state.all(FollowUp) if not day.past), key=lambda day: day.due)
    return frame.shown(laid_out(view, frame, [*made, *days], view.words("Nothing is agreed yet.")))
