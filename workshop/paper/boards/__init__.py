"""How each board kind is printed, by the name that an exercise declares it under."""

from collections.abc import Mapping

from workshop.model.by_name import ByName
from workshop.paper.kind import Printed

KINDS: Mapping[str, Printed] = ByName(
    "workshop.paper.boards.{}:PRINTED",
    "two_lists",
    "layers",
    "questions",
    "agreements",
    "map",
)
