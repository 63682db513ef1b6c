"""Frozen values, declared as dataclasses are, whose methods are not compiled until it pays.

`dataclasses.dataclass` writes and compiles six methods for each class when its module is imported. For all the kinds of
value that an open session is made of, that took a fifth of the time in which a bare window starts.
"""

from collections.abc import Callable
from dataclasses import MISSING, FrozenInstanceError, dataclass, field, fields
from typing import Any, TypeVar, dataclass_transform, overload

T = TypeVar("T")
_FEW = 12  # values of a class that are made before its `__init__` is compiled
_made: dict[Any, int] = {}


@overload
@dataclass_transform(frozen_default=True, field_specifiers=(field,))
def valueclass(declared: type[T]) -> type[T]:
    """Without brackets."""


@overload
@dataclass_transform(frozen_default=True, field_specifiers=(field,))
def valueclass(*, kw_only: bool = False, frozen: bool = True) -> Callable[[type[T]], type[T]]:
    """With brackets."""


def valueclass(declared: Any = None, *, kw_only: bool = False, frozen: bool = True) -> Any:
    """What `@dataclass(frozen=True, slots=True)` makes: a class of frozen values with slots that can be compared.

    What is not `frozen` can be altered, and therefore not be hashed.
    """

    def made(declared: Any) -> Any:
        cls: Any = dataclass(init=False, repr=False, eq=False, slots=True, kw_only=kw_only)(declared)
        cls.__init__, cls.__repr__, cls.__eq__, cls.__hash__ = _init, _repr, _eq, _hash
        cls.__reduce__ = _reduced
        if frozen:
            cls.__setattr__ = cls.__delattr__ = _refuse
        else:
            cls.__hash__ = None
        return cls

    return made(declared) if declared else made


def _init(self: Any, *given: Any, **named: Any) -> None:
    """Makes the first few values of a class; most classes have no more of them."""
    cls = type(self)
    _made[cls] = _made.get(cls, 0) + 1
    if _made[cls] > _FEW or not _filled(self, given, named):
        cls.__init__ = made = _init_of(cls)
        made(self, *given, **named)


def _filled(self: Any, given: tuple[Any, ...], named: dict[str, Any]) -> bool:
    """Put each field in its slot; False where they are given wrongly, which compiled code tells as Python does."""
    placed, left = list(reversed(given)), dict(named)
    for each in fields(self):
        if placed and not each.kw_only:
            value = placed.pop()
        elif each.name in left:
            value = left.pop(each.name)
        elif each.default is not MISSING:
            value = each.default
        elif each.default_factory is not MISSING:
            value = each.default_factory()
        else:
            return False
        object.__setattr__(self, each.name, value)
    return not placed and not left


def _init_of(cls: Any) -> Callable[..., None]:
    """An `__init__` that puts each field in its slot."""
    known: dict[str, Any] = {"_MISSING": MISSING}
    placed, named, lines = ["self"], ["*"], []
    for each in fields(cls):
        name, told = each.name, each.name
        known[f"_put_{name}"] = getattr(cls, name).__set__
        if each.default is not MISSING:
            known[f"_default_{name}"] = each.default
            told = f"{name}=_default_{name}"
        elif each.default_factory is not MISSING:
            known[f"_new_{name}"] = each.default_factory
            told = f"{name}=_MISSING"
            lines.append(f" if {name} is _MISSING: {name} = _new_{name}()")
        (named if each.kw_only else placed).append(told)
        lines.append(f" _put_{name}(self, {name})")
    parameters = placed + (named if len(named) > 1 else [])
    return _compiled("__init__", parameters, lines, known)


def _eq(self: Any, other: Any) -> bool:
    """Stands in until the first value of a class is compared."""
    cls = type(self)
    alike = f" return {_all(cls, 'self')} == {_all(cls, 'other')} if type(other) is type(self) else NotImplemented"
    cls.__eq__ = made = _compiled("__eq__", ["self", "other"], [alike], {})
    return made(self, other)


def _hash(self: Any) -> int:
    """Stands in until the first value of a class is hashed."""
    cls = type(self)
    cls.__hash__ = made = _compiled("__hash__", ["self"], [f" return hash({_all(cls, 'self')})"], {})
    return made(self)


def _all(cls: Any, of: str) -> str:
    return "(" + "".join(f"{of}.{each.name}, " for each in fields(cls)) + ")"


def _compiled(name: str, parameters: list[str], lines: list[str], known: dict[str, Any]) -> Callable[..., Any]:
    exec("\n".join([f"def {name}({', '.join(parameters)}):", *lines]), known)
    return known[name]


def _repr(self: Any) -> str:
    said = ", ".join(f"{each.name}={getattr(self, each.name)!r}" for each in fields(self))
    return f"{type(self).__qualname__}({said})"


def _reduced(self: Any) -> tuple[Any, ...]:
    """What a value is made again from in another process."""
    return _again, (type(self), *(getattr(self, each.name) for each in fields(self)))


def _again(cls: Any, *values: Any) -> Any:
    made = object.__new__(cls)
    for each, value in zip(fields(cls), values, strict=True):
        object.__setattr__(made, each.name, value)
    return made


def _refuse(self: Any, name: str, *_: object) -> None:
    raise FrozenInstanceError(f"{name!r} of a {type(self).__name__} can't be altered")
