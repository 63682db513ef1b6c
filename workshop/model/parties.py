"""Who takes part in an exercise."""

from workshop.model.change import State
from workshop.model.record import Id, Party, Run


def taking_part(state: State, run: Id) -> list[Party]:
    """The parties of a run, in order: those that it names, or all of the session's."""
    record = state.get(run, Run)
    chosen = record.parties if record else ()
    return [party for party in state.all(Party) if not chosen or party.id in chosen]
