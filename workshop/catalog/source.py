"""One file of an exercise read with care: its size, letters, lines and depth are looked at before anything else is."""

import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import Any

from workshop.catalog.fault import Fault
from workshop.catalog.folder import LARGEST, LONGEST
from workshop.catalog.places import Path as Keys
from workshop.catalog.places import Places
from workshop.model.refusal import Refusal

DEEPEST = 8  # keys inside keys
LARGEST_NUMBER = 10**9
_STRING = re.compile(r'"""(?:\\.|[^\\])*?"""|\'\'\'.*?\'\'\'|"(?:\\.|[^"\\\n])*"|\'[^\'\n]*\'|#[^\n]*', re.DOTALL)
_DEEP = re.compile(rf"(?<![\w-])(?:[\w-]++[ \t]*\.[ \t]*){{{DEEPEST}}}[\w-]")
_AT = re.compile(r"\(at line (\d+), column (\d+)\)$")


@dataclass
class Source:
    """A file's words, and what is wrong with it; `data` is what its TOML says, empty where it can't be read."""

    file: Path
    text: str = ""
    data: Mapping[str, Any] = field(default_factory=dict)
    faults: list[Fault] = field(default_factory=list)

    @cached_property
    def places(self) -> Places:
        """Where the keys and values stand."""
        return Places(self.text)

    def at_key(self, path: Keys, says: Refusal) -> None:
        """Note a fault at a key, or at what is nearest around it."""
        self.faults.append(Fault(self.file, *self.places.key(path), says))

    def at_value(self, path: Keys, says: Refusal) -> None:
        """Note a fault at a value, or at what is nearest around it."""
        self.faults.append(Fault(self.file, *self.places.value(path), says))

    def at(self, line: int, column: int, says: Refusal) -> None:
        """Note a fault at a line and a column."""
        self.faults.append(Fault(self.file, line, column, says))


def read(file: Path) -> Source:
    """A file's words, with what is wrong about its size, its letters and its lines."""
    source = Source(file)
    if not file.exists():
        source.at(1, 1, Refusal("The file is missing. Add it to the folder."))
        return source
    try:
        if not file.is_file():
            raise OSError
        with file.open("rb") as opened:
            content = opened.read(LARGEST + 1)
    except OSError:
        source.at(1, 1, Refusal("This can't be read as a file. Check that it is one and that you may open it."))
        return source
    if len(content) > LARGEST:
        source.at(1, 1, Refusal("The file is larger than {most} kB. Shorten it.", most=LARGEST // 1024))
        return source
    return _decoded(source, content)


def _decoded(source: Source, content: bytes) -> Source:
    for number, line in enumerate(content.split(b"\n"), 1):
        if len(line) > LONGEST:
            source.at(number, 1, Refusal("The line is longer than {most} characters. Divide it.", most=LONGEST))
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError as no:
        before = content[: no.start].split(b"\n")
        says = Refusal("Here is a character that is not UTF-8. Save the file again with the encoding UTF-8.")
        source.at(len(before), len(before[-1].decode("utf-8-sig", "replace")) + 1, says)
    else:
        source.text = text.replace("\r\n", "\n")
    return source


def read_toml(file: Path) -> Source:
    """A file's words and what its TOML says."""
    source = read(file)
    if source.faults:
        return source
    deep = _DEEP.search(_STRING.sub(_blanked, source.text))
    if deep:
        source.at(*_line_and_column(source.text, deep.start()), _too_deep())
        return source
    try:
        data = tomllib.loads(source.text)
    except RecursionError:
        source.at(1, 1, _too_deep())
    except ValueError as no:
        found = _AT.search(str(no))
        place = (int(found[1]), int(found[2])) if found else _line_and_column(source.text, len(source.text))
        source.at(*place, _misread(str(no)))
    else:
        if (found := _beyond(data)) is None:
            source.data = data
        else:
            path, says = found
            source.at(*_line_of(source.text, str(path[0])), says)
    return source


def _blanked(found: re.Match[str]) -> str:
    """As long as what was found, with nothing in it that means anything."""
    return re.sub(r"[^\n]", "_", found.group())


def _line_and_column(text: str, index: int) -> tuple[int, int]:
    before = text[:index].split("\n")
    return len(before), len(before[-1]) + 1


def _line_of(text: str, key: str) -> tuple[int, int]:
    """Where a key's name first begins a line or a heading; the file's beginning where it is written otherwise."""
    found = re.search(rf"^[ \t\[]*[\"']?{re.escape(key)}", text, re.MULTILINE)
    return _line_and_column(text, found.start()) if found else (1, 1)


def _beyond(data: Mapping[str, Any]) -> tuple[Keys, Refusal] | None:
    """The path of the first value that lies too deep or is too large a number; looked for without recursion."""
    waiting: list[tuple[Keys, Any]] = [((), data)]
    while waiting:
        path, value = waiting.pop()
        if len(path) > DEEPEST:
            return path, _too_deep()
        if isinstance(value, int) and abs(value) > LARGEST_NUMBER:
            return path, Refusal("“{key}” holds a number that is far too large.", key=path[0])
        if isinstance(value, dict):
            waiting += [((*path, key), inner) for key, inner in value.items()]
        elif isinstance(value, list):
            waiting += [((*path, number), inner) for number, inner in enumerate(value)]
    return None


def _too_deep() -> Refusal:
    return Refusal("Keys are nested more than {most} deep. An exercise needs fewer levels: move them up.", most=DEEPEST)


def _misread(said: str) -> Refusal:
    """What tomllib's own words come down to for somebody who writes an exercise."""
    if said.startswith(("Cannot", "Duplicate")):
        return Refusal("This name is already used above. Take one of the two away or give it another name.")
    if said.startswith("Expected '=' after a key"):
        return Refusal("There must be an equals sign after the name.")
    if said.startswith(("Unterminated", "Illegal character '\\n'", "Expected \"'", "Expected '\"")):
        return Refusal("The text has no closing quotation mark.")
    if said.startswith(("Unclosed", "Expected ']'", 'Expected "]"', "Expected '}'")):
        return Refusal("A bracket is opened before this and not closed.")
    if said.startswith("Unescaped"):
        return Refusal("Write a backslash twice, or put the text in single quotation marks.")
    if said.startswith("Invalid value"):
        return Refusal("This value can't be understood. Text must stand within quotation marks.")
    return Refusal("This can't be understood. Look for a missing quotation mark, equals sign or bracket.")
