"""Writes resources/fonts/widths.json, how wide each bundled letter is, so that layout needs no font library."""

import json
from pathlib import Path

from fontTools.ttLib import TTFont

FONTS = Path(__file__).resolve().parent.parent / "resources" / "fonts"


def widths(path: Path) -> dict:
    """The measures of one font in its own units; a width stands under the decimal number of its code point."""
    font = TTFont(path)
    advances = font["hmtx"].metrics
    return {
        "upem": font["head"].unitsPerEm,
        "ascent": font["hhea"].ascent,
        "descent": font["hhea"].descent,
        "widths": {str(code): advances[glyph][0] for code, glyph in sorted(font.getBestCmap().items())},
    }


def main() -> None:
    fonts = {path.stem: widths(path) for path in sorted(FONTS.glob("*.ttf"))}
    lines = [f"{json.dumps(name)}:{json.dumps(font, separators=(',', ':'))}" for name, font in fonts.items()]
    (FONTS / "widths.json").write_text("{\n" + ",\n".join(lines) + "\n}\n", encoding="utf-8")


if __name__ == "__main__":
    main()
