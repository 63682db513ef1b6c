"""Anonymous means not stored: in a step declared so, what is written has no author, and no order that tells of one.

A card gets neither table nor party, and its place among the others follows from its id, which is random. What is done
there can be undone as long as the session is open, but no journal tells of it one by one: see `model.session`.
"""

from dataclasses import replace

from workshop.model.change import State
from workshop.model.record import Id, Note, Stage


def is_anonymous(state: State) -> bool:
    """Whether the step that the stage stands on keeps no author."""
    stage = state.get("stage", Stage)
    return stage is not None and stage.anonymous


def unsigned(state: State, note: Note) -> Note:
    """A new card as it may be kept: as it is, or in an anonymous step without who and when."""
    return replace(note, table=0, by="", order=place_of(note.id)) if is_anonymous(state) else note


def place_of(id: Id) -> float:
    """A place between 0 and 1 that an id alone decides, in the order of the alphabet."""
    return sum(min(ord(letter), 127) / 128 ** (at + 1) for at, letter in enumerate(id[:7]))
