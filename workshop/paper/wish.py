"""What somebody wants of a session on paper or in a file."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from workshop.model.change import State
from workshop.model.choice import Choice
from workshop.model.exercise import Exercises
from workshop.model.visible import Audience, visible
from workshop.model.words import Words
from workshop.paper.organisation import Organisation


@dataclass(frozen=True, slots=True)
class Wish:
    """A session and what is wanted of it. `state` is whole: whatever is made of it passes through visible.py first.

    `paper` is one of PAPERS in kinds.py; `board` is the key of one board, or "" for all, where boards are shown;
    `sheet` is the paper of posters: A3, A2 or A1; `size` is how many pixels wide and high pictures are. `copies` are
    the exercises' own files by exercise and file name, which a file that can be read back holds. `template` is the
    file whose styles a Word file takes, `choice` what the facilitator has put in or taken out, and `organisation` whose
    mark the papers have.
    """

    state: State
    exercises: Exercises
    words: Words
    audience: Audience = Audience.SHARED
    paper: str = "report"
    board: str = ""
    sheet: str = "A3"
    size: tuple[int, int] = (1920, 1080)
    copies: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    template: Path | None = None
    choice: Choice | None = None
    organisation: Organisation | None = None

    @property
    def seen(self) -> State:
        """What the audience may see of the session."""
        return visible(self.state, self.audience, choice=self.choice)
