"""Things that lie in a module each, found by name; a module is read when its thing is first asked for."""

from collections.abc import Iterator, Mapping
from importlib import import_module
from typing import Any, TypeVar

T = TypeVar("T")


class ByName(Mapping[str, T]):
    """`where` is "package.{}:THING": the module of each name, and what the thing is called in it."""

    def __init__(self, where: str, *names: str) -> None:
        self._where, self._names = where, names
        self._found: dict[str, Any] = {}

    def __getitem__(self, name: str) -> T:
        if name not in self._found:
            if name not in self._names:
                raise KeyError(name)
            module, _, thing = self._where.format(name).partition(":")
            self._found[name] = getattr(import_module(module), thing)
        return self._found[name]

    def __contains__(self, name: object) -> bool:
        return name in self._names

    def __iter__(self) -> Iterator[str]:
        return iter(self._names)

    def __len__(self) -> int:
        return len(self._names)
