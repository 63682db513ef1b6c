"""The look that screen and paper share: colours, spaces, letter sizes, and how wide the bundled letters are."""

import json
from collections.abc import Mapping
from functools import cache
from itertools import repeat
from pathlib import Path
from typing import Any

RESOURCES = Path(__file__).parent.parent / "resources"
EXERCISES = Path(__file__).parent.parent / "exercises"
_UNKNOWN = 1.0  # em; the width taken for a letter that no bundled font has


@cache
def theme() -> Mapping[str, Any]:
    """The theme file's tables."""
    return json.loads((RESOURCES / "theme" / "theme.json").read_text("utf-8"))


def colours(name: str) -> Mapping[str, str]:
    """The colours of a theme, "light" or "dark", by token."""
    return theme()[name]


@cache
def _widths() -> tuple[dict[str, float], dict[str, float]]:
    """Advance widths in em by character, regular and bold, with the fallback fonts behind the text font."""
    fonts = json.loads((RESOURCES / "fonts" / "widths.json").read_text("utf-8"))
    tables = {name: {chr(int(k)): w / font["upem"] for k, w in font["widths"].items()} for name, font in fonts.items()}
    fallback = {**tables["NotoSansArabic-Regular"], **tables["NotoEmoji-Regular"]}
    return (
        {**fallback, **tables["AtkinsonHyperlegibleNext-Regular"]},
        {**fallback, **tables["AtkinsonHyperlegibleNext-SemiBold"]},
    )


def measure(text: str, bold: bool = False) -> float:
    """How wide a run of text is in the bundled fonts, in em, without kerning."""
    widths = _widths()[bold]
    return sum(map(widths.get, text, repeat(_UNKNOWN)))
