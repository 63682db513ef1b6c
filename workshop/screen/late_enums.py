"""Makes the members of PySide6's enumerations when one of them is first asked for.

PySide6 makes all enumerations of a class, every member of them, when the class is first touched: some 3,000 members at
the first paint, of which we use a hundred; they take a tenth of the start. Here an enumeration knows its members'
names and values, and each member is made when its name or its value is looked up.

Python 3.11's enumerations look their members up in two dicts; later ones don't, and there all is as PySide6 has it.
Where an enumeration is left out, as in Qt.Key_A, its C code looks into the dicts without asking for what isn't there
yet. We never leave it out, and before PySide6 itself does, all members are made.
"""

import sys
from collections.abc import Iterable
from enum import KEEP, Enum, EnumType, Flag, IntEnum, IntFlag
from typing import Any

_NAMES_OF_PYTHON = frozenset((*dir(IntFlag), *dir(IntEnum), *dir(EnumType)))  # found before a member of that name
_create = vars(EnumType)["_create_"]
_late: "list[_Members]" = []


class _Members(dict[str, Enum]):
    """An enumeration's members by name, whole when one looks at all of them."""

    __slots__ = ("_first", "kind", "names", "values_", "whole")

    def __init__(self, kind: Any, names: tuple[str, ...], values: tuple[int, ...]) -> None:
        self.kind, self.names, self.values_ = kind, names, values
        self.whole = False  # whether all members are here, in their order
        self._first: dict[int, str] = {}

    @property
    def first(self) -> dict[int, str]:
        """Every value and the first of its names; most enumerations are never asked."""
        if not self._first:
            self._first = _first(self.names, self.values_)
        return self._first

    def __contains__(self, name: object) -> bool:
        return name in self.names

    def __missing__(self, name: str) -> Enum:
        if name not in self.names:
            raise KeyError(name)
        value = self.values_[self.names.index(name)]
        known = self.kind._value2member_map_
        member = dict.get(known, value)
        self[name] = member = known.make(value) if member is None else member
        type.__setattr__(self.kind, name, member)  # found at once from now on
        return member


def _whole(name: str) -> Any:
    """A dict's method that works on all members, in their order."""

    def asked(self: _Members, *given: Any) -> Any:
        if not self.whole:
            self.whole = True
            every = [(member, self[member]) for member in dict.fromkeys(self.names)]
            dict.clear(self)
            dict.update(self, every)
        return getattr(dict, name)(self, *given)

    return asked


for _name in ("__iter__", "__len__", "items", "keys", "values"):
    setattr(_Members, _name, _whole(_name))


class _Values(dict[int, Enum]):
    """An enumeration's members by value, each under the first of its names; and what is made of several flags."""

    __slots__ = ("members",)

    def __init__(self, members: _Members) -> None:
        self.members = members

    def __missing__(self, value: int) -> Enum:
        return self.members[self.members.first[value]]

    def get(self, value: int, otherwise: Any = None) -> Any:
        """The member, made if need be."""
        return self[value] if value in self.members.first else super().get(value, otherwise)

    def setdefault(self, value: int, otherwise: Any = None) -> Any:
        """The member, made if need be; what isn't one is kept as it is given."""
        return self[value] if value in self.members.first else super().setdefault(value, otherwise)

    def make(self, value: int) -> Enum:
        """A member, as Python makes it."""
        kind = self.members.kind
        member = kind._new_member_(kind, value) if kind._use_args_ else kind._new_member_(kind)
        member._value_, member._name_, member.__objclass__ = value, self.members.first[value], kind
        listed = kind._member_names_
        member._sort_order_ = listed.index(member._name_) if member._name_ in listed else len(listed)
        self[value] = member
        return member


def _created(cls: Any, name: str, names: Any, *, boundary: Any = None, **given: Any) -> Any:
    """An enumeration; where PySide6 asks for it, one whose members are made late."""
    if boundary is KEEP and names and isinstance(names, list):
        each, values = zip(*names, strict=True)
        if _NAMES_OF_PYTHON.isdisjoint(each):
            made = _create(cls, name, [], boundary=boundary, **given)
            _know(made, each, values)
            return made
    return _create(cls, name, names, boundary=boundary, **given)


def _know(made: Any, names: tuple[str, ...], values: tuple[int, ...]) -> None:
    """Have an empty enumeration know its members."""
    members = _Members(made, names, values)
    _late.append(members)
    own: dict[str, Any] = {"_member_map_": members, "_value2member_map_": _Values(members)}
    listed = dict.fromkeys(values)  # a member's other names are not listed, nor flags of several bits
    if issubclass(made, Flag):
        mask = _together(listed)
        listed = {value: None for value in listed if value > 0 and not value & (value - 1)}
        own |= {"_flag_mask_": mask, "_singles_mask_": _together(listed), "_all_bits_": 2 ** mask.bit_length() - 1}
        if list(listed) != sorted(listed):
            own["_iter_member_"] = vars(Flag)["_iter_member_by_def_"]
    whole = len(listed) == len(values)
    own["_member_names_"] = list(names) if whole else [*map(_first(names, values).__getitem__, listed)]
    for key, value in own.items():
        type.__setattr__(made, key, value)


def _first(names: tuple[str, ...], values: tuple[int, ...]) -> dict[int, str]:
    return dict(zip(reversed(values), reversed(names), strict=True))


def _together(values: Iterable[int]) -> int:
    mask = 0
    for value in values:
        mask |= value
    return mask


def make_members_late() -> None:
    """Do so for every enumeration that PySide6 makes from now on."""
    if sys.version_info < (3, 12):
        EnumType._create_ = _created  # type: ignore[attr-defined]


def make_all_members() -> None:
    """Make what is not made yet, and from now on each enumeration whole."""
    if sys.version_info < (3, 12):
        EnumType._create_ = _create  # type: ignore[attr-defined]
        for members in _late:
            members.keys()
