"""Draws pictures on a PDF page: the same boxes and lines as on the wall, in the light colours.

A page is written as PDF's own operators in one go, which takes a third of the time of a canvas call for each of them.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import cache
from typing import Any

from workshop.look import colours, theme
from workshop.model.arrange import at
from workshop.model.picture import UNDER_DOWN, UNDER_WIDE, Placed, Text
from workshop.paper.fonts import Coder, PlainCoder, base_is_leftwards, coder, plain, plain_coder, runs, width
from workshop.paper.sheets import Part
from workshop.paper.tags import Marks

ASCENT, DEPTH = 0.984, 0.316  # of the text font, in letter sizes
_FADED = 0.62  # how far the paper of a card set aside goes towards the page
_HAIR = 0.5  # points
_BOW = 0.5523  # how far the handles of a quarter circle reach, in radii
DASHES = {"dashed": (5.0, 3.0), "dotted": (0.0, 2.4)}

_UNREAD, _END = "/Artifact BMC", "EMC"  # around what nobody reads; what is read has a number
_APART = ("P", "TH", "TR")  # of these each thing is a mark of its own

Colour = tuple[float, ...]
Draw = Callable[[float, Sequence[Part]], Marks]
Hand = tuple[Coder, PlainCoder, Callable[[bytes], str]]


@cache
def colour(token: str) -> Colour:
    """The light theme's colour for a token, as parts of one."""
    said = colours("light")[token].lstrip("#")
    return tuple(int(said[i : i + 2], 16) / 255 for i in (0, 2, 4))


def _mixed(one: Colour, other: Colour, share: float) -> Colour:
    return tuple(a + (b - a) * share for a, b in zip(one, other, strict=True))


def _written(said: Colour) -> str:
    return " ".join(f"{part:.3f}" for part in said)


@cache
def _ink(token: str) -> str:
    """The operator that fills with a token's colour."""
    return f"{_written(colour(token))} rg"


@cache
def paper_colours(tone: str, shade: str) -> tuple[Colour, Colour]:
    """The colours of a card's paper and of its hairline."""
    fill = colour(tone or "surface")
    if shade == "faint":
        fill = _mixed(fill, colour("paper"), _FADED)
    return fill, _mixed(fill, colour("ink"), 0.10)


def written_colour(said: Colour) -> str:
    """A colour as "#RRGGBB"."""
    return "#" + "".join(f"{round(part * 255):02X}" for part in said)


@cache
def _paper(tone: str, shade: str) -> str:
    """The operators for a card's paper and its hairline."""
    fill, line = paper_colours(tone, shade)
    return f"{_written(fill)} rg {_written(line)} RG {_HAIR} w"


def drawer(canvas: Any) -> Draw:
    """What draws the parts of a page of some height, and says which marks it put around them; see tags.py.

    It knows the letters of the pages before. The canvas's origin is the page's lower left corner; that of the parts is
    its upper left one.
    """
    hand: Hand = coder(canvas), plain_coder(canvas), canvas._escape

    def draw(height: float, parts: Sequence[Part]) -> Marks:
        acts = [_UNREAD, *_lines(parts, height)]
        acts += [
            paint(at(placed, x, y), height - y - placed.y - placed.height)
            for x, y, things, *_ in parts
            for placed in things
            if (paint := _ROLES.get(placed.role))
        ]
        letters, marks = _letters(hand, parts, height)
        acts += [_END, *letters, _UNREAD]
        acts += [
            _under(at(placed, x, y), number, height)
            for x, y, things, *_ in parts
            for placed in things
            for number, text in enumerate(placed.texts)
            if text.lit
        ]
        canvas.addLiteral("\n".join([*acts, _END]))
        return marks

    return draw


def _letters(hand: Hand, parts: Iterable[Part], height: float) -> tuple[list[str], Marks]:
    """All words of a page as one text object, each part of it between its marks."""
    acts, marks, count = ["BT"], [], 0
    write = _writer(hand, acts)
    for left, down, things, _, role in parts:
        apart, before = role is not None and role.kind in _APART, count
        if not apart:
            acts.append(f"/P <</MCID {count}>> BDC" if role else _UNREAD)
            count += role is not None
        for placed in things:
            marked = apart and (placed.texts or placed.role == "plain")
            if marked:
                acts.append(f"/P <</MCID {count}>> BDC")
                count += 1
            for text in placed.texts:
                write(placed, text, left, height - down, text is placed.texts[-1])
            if marked:
                acts.append(_END)
        if not apart:
            acts.append(_END)
        if role:
            marks.append((role, count - before))
    return [*acts, "ET"], marks


def _writer(hand: Hand, acts: list[str]) -> Callable[[Placed, Text, float, float, bool], None]:
    """What writes one text's lines, the last ones of a thing or not; ink and font are said where they change."""
    coded, plainly, escaped = hand
    ink, font, leading = "", ("", 0.0), 0.0

    def write(placed: Placed, text: Text, left: float, top: float, last: bool) -> None:
        nonlocal ink, font, leading
        token = "muted" if placed.shade == "faint" and text.ink == "ink" else text.ink
        if token != ink:
            acts.append(_ink(token))
            ink = token
        size = text.size
        step = size * text.leading
        y = top - text.y - (step - (ASCENT + DEPTH) * size) / 2 - ASCENT * size
        part, lines = plainly(text.lines, text.bold)
        if not lines:
            acts.extend(_several(placed, text, left, y, last, coded, escaped))
            font = ("", 0.0)
            return
        if font != (part, size):
            acts.append(f"{part} {size:.2f} Tf")
            font = part, size
        if len(lines) > 1 and step != leading:
            acts.append(f"{step:.3f} TL")
            leading = step
        if len(lines) > last:
            lines = _told_apart(lines, last)
        acts.append(f"1 0 0 1 {left + text.x:.2f} {y:.2f} Tm ({escaped(lines[0])}) Tj")
        acts.extend([f"({escaped(codes)}) '" for codes in lines[1:]])

    return write


def _told_apart(lines: Sequence[bytes], last: bool) -> Sequence[bytes]:
    """Lines with a space after each that more follows, which whoever listens would hear as one word without it."""
    many = len(lines) - last
    return [*(codes if codes.endswith(b"-") else codes + b" " for codes in lines[:many]), *lines[many:]]


def _several(
    placed: Placed, text: Text, left: float, y: float, last: bool, coded: Coder, escaped: Callable[[bytes], str]
) -> Iterator[str]:
    """Lines that take several fonts, or parts of one; from the right edge where their letters run from there."""
    one = plain(text.lines, text.bold)
    leftwards = not one and base_is_leftwards(text.lines)
    for number, line in enumerate(text.lines):
        said = line if leftwards or line.endswith("-") or (last and number + 1 == len(text.lines)) else f"{line} "
        made = ((one, said),) if one else runs(said, text.bold, leftwards)
        x = 2 * placed.x + placed.width - text.x - width(made, text.size) if leftwards else text.x
        yield f"1 0 0 1 {left + x:.2f} {y - number * text.size * text.leading:.2f} Tm"
        for name, letters in made:
            for part, codes in coded(name, letters):
                yield f"{part} {text.size:.2f} Tf ({escaped(codes)}) Tj"


def _under(placed: Placed, which: int, height: float) -> str:
    """The lines under a text's lit words, drawn as the letters are: from the right edge where they run from there."""
    text = placed.texts[which]
    step, thick = text.size * text.leading, text.size * UNDER_WIDE
    y = height - text.y - (step - (ASCENT + DEPTH) * text.size) / 2 - (ASCENT + UNDER_DOWN) * text.size - thick
    leftwards = not plain(text.lines, text.bold) and base_is_leftwards(text.lines)
    acts = [_ink(text.ink)]
    for number, start, end in text.lit:
        before, through = (width(_runs(text.lines[number][:n], text.bold), text.size) for n in (start, end))
        x = 2 * placed.x + placed.width - text.x - through if leftwards else text.x + before
        acts.append(f"{x:.2f} {y - number * step:.2f} {through - before:.2f} {thick:.2f} re f")
    return " ".join(acts)


def _runs(said: str, bold: bool) -> tuple[tuple[str, str], ...]:
    one = plain((said,), bold)
    return ((one, said),) if one else tuple(runs(said, bold, False))


def corner(placed: Placed) -> float:
    """How round a card's corners are, by its letters as on the wall."""
    if placed.shape == "round":
        return min(placed.width, placed.height) / 2
    letters = max((text.size for text in placed.texts), default=8.0)
    return min(0.3 * letters, theme()["space"]["corner"], placed.height / 2, placed.width / 2)


def _rounded(x: float, y: float, width: float, height: float, r: float, sharp: float) -> str:
    """The outline of a box with round corners; those on the right have the radius `sharp`."""
    right, top, bow, s, sow = x + width, y + height, r * (1 - _BOW), sharp, sharp * (1 - _BOW)
    return (
        f"{x + r:.2f} {y:.2f} m {right - s:.2f} {y:.2f} l "
        f"{right - sow:.2f} {y:.2f} {right:.2f} {y + sow:.2f} {right:.2f} {y + s:.2f} c {right:.2f} {top - s:.2f} l "
        f"{right:.2f} {top - sow:.2f} {right - sow:.2f} {top:.2f} {right - s:.2f} {top:.2f} c {x + r:.2f} {top:.2f} l "
        f"{x + bow:.2f} {top:.2f} {x:.2f} {top - bow:.2f} {x:.2f} {top - r:.2f} c {x:.2f} {y + r:.2f} l "
        f"{x:.2f} {y + bow:.2f} {x + bow:.2f} {y:.2f} {x + r:.2f} {y:.2f} c h"
    )


def _card(placed: Placed, y: float) -> str:
    """A slip of paper with a hairline; one kept has a band down its side, one held a ring, a bare one only words."""
    if placed.shade == "bare":
        return ""
    round_ = corner(placed)
    card = f"{_paper(placed.tone, placed.shade)} {_rounded(placed.x, y, placed.width, placed.height, round_, round_)} B"
    if placed.shade == "held":
        ring = _rounded(placed.x + 0.7, y + 0.7, placed.width - 1.4, placed.height - 1.4, round_, round_)
        return f"{card} {_written(colour('accent'))} RG 1.4 w {ring} S"
    if placed.shade != "strong":
        return card
    band = _rounded(placed.x, y, max(2.0, round_), placed.height, min(2.0, round_), 0.0)
    return f"{card} {_ink('accent')} {band} f"


def _bar(placed: Placed, y: float) -> str:
    """A filled shape without a hairline."""
    round_ = corner(placed)
    return f"{_ink(placed.tone or 'hairline')} {_rounded(placed.x, y, placed.width, placed.height, round_, round_)} f"


_ROLES: Mapping[str, Callable[[Placed, float], str]] = {"card": _card, "bar": _bar, "mark": _bar, "curtain": _bar}


def _lines(parts: Iterable[Part], height: float) -> list[str]:
    """Lines and closed shapes; a pen is taken up once for all that are drawn with it one after another."""
    acts, held = ["q"], ""
    for left, top, stroke in ((x, height - y, stroke) for x, y, _, strokes, _ in parts for stroke in strokes):
        (x, y), *rest = stroke.points
        path = f"{left + x:.2f} {top - y:.2f} m " + " ".join([f"{left + x:.2f} {top - y:.2f} l" for x, y in rest])
        path += " h" if stroke.closed else ""
        for pen, drawn in _pens(stroke.style, stroke.width, stroke.dash, stroke.tone):
            if pen != held:
                acts.append(pen)
                held = pen
            acts.append(f"{path} {drawn}")
    return [*acts, "Q"]


@cache
def _pens(style: str, width: float, dash: str, tone: str) -> tuple[tuple[str, str], ...]:
    """What to take up for a line, and what draws it; a double line is a wide one with a gap drawn in it."""
    dashes = " ".join(f"{part * width:.2f}" for part in DASHES.get(dash, ()))
    double = dash == "double"
    pen = f"[{dashes}] 0 d 1 j {1 if dash == 'dotted' else 0} J"
    wide = f"{pen} {_written(colour(style))} RG {width * (3 if double else 1):.2f} w"
    filled = (f"{wide} {_ink(tone)}", "B") if tone else (wide, "S")
    return (filled, (f"{pen} {_written(colour(tone or 'surface'))} RG {width:.2f} w", "S")) if double else (filled,)
