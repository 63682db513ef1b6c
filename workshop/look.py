"""The look that screen and paper share: colours, spaces, letter sizes, and how wide the bundled letters are."""

import json
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any

RESOURCES = Path(__file__).parent.parent / "resources"
PROGRAMMES = RESOURCES / "programmes"
EXERCISES = Path(__file__).parent.parent / "exercises"
_UNKNOWN = 1.0  # em; the width taken for a letter that no bundled font has


@cache
def theme() -> Mapping[str, Any]:
    """The theme file's tables."""
    return json.loads((RESOURCES / "theme" / "theme.json").read_text("utf-8"))


def colours(name: str) -> Mapping[str, str]:
    """The colours of a theme, "light" or "dark", by token."""
    return theme()[name]


class _Widths(dict[str, float]):
    """Advance widths in em by character; the fallback fonts are not read until a letter asks for them."""

    def __missing__(self, char: str) -> float:
        wide = self[char] = _fallback().get(char, _UNKNOWN)
        return wide


@cache
def _widths() -> tuple[_Widths, _Widths]:
    """The text font's widths, regular and bold."""
    return _Widths(_read("AtkinsonHyperlegibleNext-Regular")), _Widths(_read("AtkinsonHyperlegibleNext-SemiBold"))


@cache
def _fallback() -> dict[str, float]:
    """Widths of the letters that the text font may lack."""
    return {**_read("NotoSansArabic-Regular"), **_read("NotoEmoji-Regular")}


def _read(font: str) -> dict[str, float]:
    """One font's widths; it stands on a line of its own, and the others are not parsed."""
    with (RESOURCES / "fonts" / "widths.json").open(encoding="utf-8") as lines:
        line = next(line for line in lines if line.startswith(f'"{font}"'))
    found = json.loads(f"{{{line.strip().rstrip(',')}}}")[font]
    return {chr(int(code)): wide / found["upem"] for code, wide in found["widths"].items()}


def measure(text: str, bold: bool = False) -> float:
    """How wide a run of text is in the bundled fonts, in em, without kerning."""
    return sum(map(_widths()[bold].__getitem__, text))
