"""What a board kind declares of itself."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from workshop.model.change import Change
from workshop.model.picture import Branch, Frame, Picture, View


@dataclass(frozen=True, slots=True)
class Kind:
    """A board kind: the ways it can be shown, drawn, told and worked on.

    `views` are the names that a step may ask for; `settings` the names that an exercise may set, with the Python types
    that fit; `labels`: for a setting that lists keys, the group of words that must name them; `verbs` are what an
    example may do: functions (state, board, **arguments) -> Change; `singly` are the views that show the room one card
    at a time; `sheets` gives all pages of a paged layout at once, where the kind can do that in one go.
    """

    views: tuple[str, ...]
    settings: Mapping[str, tuple[type, ...]]
    labels: Mapping[str, str]
    verbs: Mapping[str, Callable[..., Change]]
    layout: Callable[[View, Frame], Picture]
    outline: Callable[[View], tuple[Branch, ...]]
    singly: frozenset[str] = field(default_factory=frozenset)
    sheets: Callable[[View, Frame], tuple[Picture, ...]] | None = None
