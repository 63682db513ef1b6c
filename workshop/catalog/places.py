"""Where in a TOML file each key and value stands."""

import tomllib
from collections.abc import Iterator
from typing import NamedTuple

import tree_sitter_toml
from tree_sitter import Language, Node, Parser

Path = tuple[str | int, ...]
_LANGUAGE = Language(tree_sitter_toml.language())


class Place(NamedTuple):
    """A line and a column, both counted from 1."""

    line: int
    column: int


class Places:
    """The places of a TOML text's keys and values, by their path, such as ("steps", 2, "view")."""

    def __init__(self, text: str) -> None:
        self._lines = text.encode().split(b"\n")
        self._keys: dict[Path, Place] = {}
        self._values: dict[Path, Place] = {}
        self._many: dict[Path, int] = {}  # how many [[tables]] stand so far under a path
        for node in Parser(_LANGUAGE).parse(text.encode() + b"\n").root_node.named_children:
            if node.type == "pair":
                self._pair((), node)
            elif node.type in ("table", "table_array_element"):
                self._table(node)

    def key(self, path: Path) -> Place:
        """Where a key stands, or what is nearest around it."""
        return self._nearest(self._keys, path)

    def value(self, path: Path) -> Place:
        """Where a value begins, or what is nearest around it."""
        return self._values[path] if path in self._values else self._nearest(self._keys, path)

    def _nearest(self, places: dict[Path, Place], path: Path) -> Place:
        while path and path not in places:
            path = path[:-1]
        return places.get(path, Place(1, 1))

    def _table(self, node: Node) -> None:
        head, *pairs = node.named_children
        keys = list(_names(head))
        path = self._follow((), keys[:-1], node) + (keys[-1],)
        if node.type == "table_array_element":
            self._keys.setdefault(path, self._place(node))
            self._many[path] = number = self._many.get(path, 0) + 1
            path = (*path, number - 1)
        self._keys[path] = self._values[path] = self._place(node)
        for pair in pairs:
            if pair.type == "pair":
                self._pair(path, pair)

    def _follow(self, path: Path, keys: list[str], node: Node) -> Path:
        """A path continued by keys, each through the latest of its [[tables]]."""
        for key in keys:
            path = (*path, key)
            self._keys.setdefault(path, self._place(node))
            if path in self._many:
                path = (*path, self._many[path] - 1)
        return path

    def _pair(self, path: Path, node: Node) -> None:
        head, *rest = (child for child in node.named_children if child.type != "comment")
        keys = list(_names(head))
        path = self._follow(path, keys[:-1], head) + (keys[-1],)
        self._keys[path] = self._place(head)
        if rest:
            self._value(path, rest[-1])

    def _value(self, path: Path, node: Node) -> None:
        self._values[path] = self._place(node)
        children = [child for child in node.named_children if child.type != "comment"]
        if node.type == "array":
            for number, child in enumerate(children):
                self._keys[(*path, number)] = self._place(child)
                self._value((*path, number), child)
        elif node.type == "inline_table":
            for child in children:
                self._pair(path, child)

    def _place(self, node: Node) -> Place:
        row, column = node.start_point
        return Place(row + 1, len(self._lines[row][:column].decode(errors="replace")) + 1)


def _names(node: Node) -> Iterator[str]:
    """The parts of a key that may be dotted and quoted."""
    if node.type == "dotted_key":
        for child in node.named_children:
            yield from _names(child)
    else:
        text = (node.text or b"").decode()
        yield tomllib.loads(f"key = {text}")["key"] if node.type == "quoted_key" else text
