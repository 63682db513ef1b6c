"""The board kinds, by the name that an exercise declares them under."""

from collections.abc import Mapping

from workshop.model.by_name import ByName
from workshop.model.kind import Kind

KINDS: Mapping[str, Kind] = ByName(
    "workshop.model.boards.{}:KIND",
    "two_lists",
    "layers",
    "questions",
    "agreements",
    "map",
)
