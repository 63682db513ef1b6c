"""The board kinds, by the name that an exercise declares them under."""

from collections.abc import Mapping

from workshop.model.boards import agreements, two_lists
from workshop.model.kind import Kind

KINDS: Mapping[str, Kind] = {
    "two_lists": two_lists.KIND,
    "agreements": agreements.KIND,
}
