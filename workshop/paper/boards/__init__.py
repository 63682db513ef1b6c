"""How each board kind is printed, by the name that an exercise declares it under."""

from collections.abc import Mapping

from workshop.paper.boards import agreements, two_lists
from workshop.paper.kind import Printed

KINDS: Mapping[str, Printed] = {
    "two_lists": two_lists.PRINTED,
    "agreements": agreements.PRINTED,
}
