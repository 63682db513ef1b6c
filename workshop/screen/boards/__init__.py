"""The board kinds on the desk, by the same names as in model/boards."""

from collections.abc import Mapping

from workshop.model.by_name import ByName
from workshop.screen.boards.desk import DeskKind

KINDS: Mapping[str, DeskKind] = ByName(
    "workshop.screen.boards.{}:KIND",
    "two_lists",
    "layers",
    "questions",
    "agreements",
    "map",
)
