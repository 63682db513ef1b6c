"""The board kinds, by the name that an exercise declares them under."""

from collections.abc import Mapping

from workshop.model.by_name import ByName
from workshop.model.kind import Kind

# The ways each can be shown, which is asked of every exercise that is read, also of the boards that nobody looks at.
VIEWS: Mapping[str, tuple[str, ...]] = {
    "two_lists": ("write", "sort", "read", "hits", "missed", "turn"),
    "layers": ("theme", "write", "sink", "why", "carry", "reach", "counter"),
    "questions": ("sheet", "parties", "answer", "show", "weigh", "wording", "assignment"),
    "agreements": ("table",),
    "map": ("guess", "actors", "bands", "problem", "read", "gaps", "holder", "wanted", "compare"),
}
KINDS: Mapping[str, Kind] = ByName("workshop.model.boards.{}:KIND", *VIEWS)
