"""Writes resources/icons/outlines.json, the lines that icons are drawn with, so that no window needs an SVG library."""

import json
import re
from pathlib import Path

from fontTools.pens.recordingPen import RecordingPen
from fontTools.svgLib.path import parse_path

ICONS = Path(__file__).resolve().parent.parent / "resources" / "icons"
_WAYS = {"moveTo": "M", "lineTo": "L", "curveTo": "C", "closePath": "Z"}


def outline(svg: str) -> list[list[str | float]]:
    """An icon's strokes: M and L with a point, C with two control points and a point, Z back to where it began."""
    drawn = []
    for path in re.findall(r"<path\b[^>]*>", svg):
        if 'stroke="none"' in path:
            continue  # the empty square that every icon lies on
        pen = RecordingPen()
        parse_path(re.search(r'\bd="([^"]*)"', path)[1], pen)
        for way, points in pen.value:
            if way != "endPath":
                drawn.append([_WAYS[way], *(round(at, 2) for point in points for at in point)])
    return drawn


def outlines() -> dict[str, list[list[str | float]]]:
    """Every icon that is drawn in one colour, by name."""
    svgs = {path.stem: path.read_text("utf-8") for path in sorted(ICONS.glob("*.svg"))}
    return {name: outline(svg) for name, svg in svgs.items() if 'stroke="currentColor"' in svg}


def main() -> None:
    lines = [f"{json.dumps(name)}:{json.dumps(drawn, separators=(',', ':'))}" for name, drawn in outlines().items()]
    (ICONS / "outlines.json").write_text("{\n" + ",\n".join(lines) + "\n}\n", encoding="utf-8")


if __name__ == "__main__":
    main()
