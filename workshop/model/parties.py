"""Who takes part in an exercise."""

from workshop.model.change import State
from workshop.model.record import Id, Party, Run


def taking_part(state: State, run: Id) -> list[Party]:
    """The parties of a run: those that it names, in that order, or all of the session's."""
    record = state.get(run, Run)
    if record is None or not record.parties:
        return state.all(Party)
    return [party for id in record.parties if (party := state.get(id, Party))]
