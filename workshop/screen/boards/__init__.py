"""The board kinds on the desk, by the same names as in model/boards."""

from collections.abc import Mapping

from workshop.screen.boards import agreements, two_lists
from workshop.screen.boards.desk import DeskKind

KINDS: Mapping[str, DeskKind] = {
    "two_lists": two_lists.KIND,
    "agreements": agreements.KIND,
}
