"""Draws pictures as SVG: the same boxes and lines as on the wall, words as words, the letters' fonts in the file."""

import base64
import re
from collections.abc import Iterable, Iterator
from functools import cache
from pathlib import Path
from xml.sax.saxutils import escape, quoteattr

from workshop.look import RESOURCES, colours, measure, theme
from workshop.model.picture import UNDER_DOWN, UNDER_WIDE, Picture, Placed, Stroke, Text
from workshop.paper.drawing import ASCENT, DASHES, DEPTH, corner, paper_colours, written_colour
from workshop.paper.fonts import base_is_leftwards, in_text_font
from workshop.paper.single import put_pictures, singles
from workshop.paper.wish import Wish

_NOT_XML = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_TEXT_FONT = {400: "AtkinsonHyperlegibleNext-Regular", 600: "AtkinsonHyperlegibleNext-SemiBold"}
_FALLBACK = {  # font file by the family that the theme names, and by weight
    ("Noto Emoji", 400): "NotoEmoji-Regular",
    ("Noto Sans Arabic", 400): "NotoSansArabic-Regular",
    ("Noto Sans Arabic", 600): "NotoSansArabic-Bold",
}
_ARABIC = re.compile("[\u0600-\u06ff\u0750-\u077f\u08a0-\u08ff\ufb50-\ufdff\ufe70-\ufefe]")


def write(path: Path, wish: Wish) -> None:
    """Write the boards as SVG: one to a file, or all into a folder."""
    found = {one.name: svg(one.picture, one.title, wish.words.language, wish.size[0]) for one in singles(wish)}
    put_pictures(path, "svg", found)


def svg(picture: Picture, title: str, language: str, width: float = 0.0) -> bytes:
    """A picture as an SVG file; `width` is how many pixels wide it is shown, 0 for the picture's own."""
    wide = width or picture.width
    size = f'width="{wide:g}" height="{wide * picture.height / picture.width:g}"'
    box = f'viewBox="0 0 {picture.width:g} {picture.height:g}"'
    parts = [
        '<?xml version="1.0" encoding="UTF-8"?>',
        f'<svg xmlns="http://www.w3.org/2000/svg" {size} {box} xml:lang={quoteattr(language)} role="img">',
        f"<title>{_said(title)}</title>",
        f"<desc>{_said(picture.words())}</desc>",
        f"<style>{_style(picture)}</style>",
        f'<rect width="{picture.width:g}" height="{picture.height:g}" fill="{colours("light")["paper"]}"/>',
        f"<g font-family={quoteattr(', '.join((*theme()['letters']['family'], 'sans-serif')))}>",
        *drawn(picture),
        "</g>",
        "</svg>",
        "",
    ]
    return "\n".join(parts).encode()


def drawn(picture: Picture) -> Iterator[str]:
    """What lies on a picture, back to front, to be put inside an svg element."""
    for stroke in picture.strokes:
        yield from _stroke(stroke)
    for placed in picture.placed:
        yield from _placed(placed)


def _said(text: str) -> str:
    """Words as XML may hold them."""
    return escape(_NOT_XML.sub("", text))


def _style(picture: Picture) -> str:
    """The fonts that the picture's letters need, inside the file, and how text is set."""
    faces = "".join(_face(*font) for font in _fonts(text for p in picture.placed for text in p.texts))
    return f"{faces}text{{font-kerning:none;white-space:pre}}"


def _fonts(texts: Iterable[Text]) -> list[tuple[str, int]]:
    """The families and weights that some texts need; the large ones only where a letter asks for them."""
    found: dict[tuple[str, int], None] = {}
    for text in texts:
        weight, letters = 600 if text.bold else 400, "".join(text.lines)
        found[theme()["letters"]["family"][0], weight] = None
        if not in_text_font(letters):
            found["Noto Emoji", 400] = None
            if _ARABIC.search(letters):
                found["Noto Sans Arabic", weight] = None
    return sorted(found)


@cache
def _face(family: str, weight: int) -> str:
    name = _FALLBACK.get((family, weight)) or _TEXT_FONT[weight]
    letters = base64.b64encode((RESOURCES / "fonts" / f"{name}.ttf").read_bytes()).decode()
    source = f"url(data:font/ttf;base64,{letters}) format('truetype')"
    return f"@font-face{{font-family:'{family}';font-weight:{weight};src:{source}}}"


def _placed(placed: Placed) -> Iterator[str]:
    """The paper of a thing placed, then its words."""
    if paint := _ROLES.get(placed.role):
        yield from paint(placed)
    for text in placed.texts:
        yield from _text(placed, text)


def _text(placed: Placed, text: Text) -> Iterator[str]:
    """A text's lines, each a text of its own where it stands; from the right edge where its letters run from there."""
    ink = colours("light")["muted" if placed.shade == "faint" and text.ink == "ink" else text.ink]
    step = text.size * text.leading
    first = text.y + (step - (ASCENT + DEPTH) * text.size) / 2 + ASCENT * text.size
    leftwards = base_is_leftwards(text.lines)
    x = 2 * placed.x + placed.width - text.x if leftwards else text.x
    look = f'font-size="{text.size:.2f}" fill="{ink}"'
    look += (' font-weight="600"' if text.bold else "") + (' direction="rtl"' if leftwards else "")
    for number, line in enumerate(text.lines):
        if said := _said(line):
            yield f'<text x="{x:.2f}" y="{first + number * step:.2f}" {look}{_long(line, text)}>{said}</text>'
    for number, start, end in text.lit:
        before, through = (measure(text.lines[number][:n], text.bold) * text.size for n in (start, end))
        left = x - through if leftwards else x + before
        y = first + number * step + UNDER_DOWN * text.size
        yield _box(left, y, through - before, UNDER_WIDE * text.size, 0, f'fill="{ink}"')


def _long(line: str, text: Text) -> str:
    """How long a line is, for programs that set it in a font of their own."""
    if not line or not in_text_font(line):
        return ""
    return f' textLength="{measure(line, text.bold) * text.size:.2f}" lengthAdjust="spacingAndGlyphs"'


def _box(x: float, y: float, width: float, height: float, round_: float, look: str) -> str:
    corners = f' rx="{round_:.2f}"' if round_ else ""
    return f'<rect x="{x:.2f}" y="{y:.2f}" width="{width:.2f}" height="{height:.2f}"{corners} {look}/>'


def _card(placed: Placed) -> Iterator[str]:
    """A slip of paper with a hairline; one kept has a band down its side, one held a ring, a bare one only words."""
    if placed.shade == "bare":
        return
    fill, line = map(written_colour, paper_colours(placed.tone, placed.shade))
    round_, box = corner(placed), (placed.x, placed.y, placed.width, placed.height)
    accent = colours("light")["accent"]
    yield _box(*box, round_, f'fill="{fill}" stroke="{line}" stroke-width="0.5"')
    if placed.shade == "held":
        ring = (placed.x + 0.7, placed.y + 0.7, placed.width - 1.4, placed.height - 1.4)
        yield _box(*ring, round_, f'fill="none" stroke="{accent}" stroke-width="1.4"')
    if placed.shade == "strong":
        yield _band(placed, max(2.0, round_), min(2.0, round_), accent)


def _band(placed: Placed, width: float, r: float, fill: str) -> str:
    """A band down a card's left side, round only where the card's corners are."""
    x, y, height = placed.x, placed.y, placed.height
    way = f"M{x + width:.2f} {y:.2f}H{x + r:.2f}a{r:.2f} {r:.2f} 0 0 0 {-r:.2f} {r:.2f}v{height - 2 * r:.2f}"
    way += f"a{r:.2f} {r:.2f} 0 0 0 {r:.2f} {r:.2f}H{x + width:.2f}z"
    return f'<path d="{way}" fill="{fill}"/>'


def _bar(placed: Placed) -> Iterator[str]:
    """A filled shape without a hairline."""
    fill = colours("light")[placed.tone or "hairline"]
    yield _box(placed.x, placed.y, placed.width, placed.height, corner(placed), f'fill="{fill}"')


_ROLES = {"card": _card, "bar": _bar, "mark": _bar, "curtain": _bar}


def _stroke(stroke: Stroke) -> Iterator[str]:
    """A line or a closed shape; a double line is a wide one with a gap drawn in it."""
    found, double = colours("light"), stroke.dash == "double"
    way = "M" + "L".join(f"{x:.2f} {y:.2f}" for x, y in stroke.points) + ("z" if stroke.closed else "")
    fill = found[stroke.tone] if stroke.tone else "none"
    look = f'fill="{fill}" stroke="{found[stroke.style]}" stroke-width="{stroke.width * (3 if double else 1):.2f}"'
    look += ' stroke-linejoin="round"'
    if dash := " ".join(f"{part * stroke.width:.2f}" for part in DASHES.get(stroke.dash, ())):
        look += f' stroke-dasharray="{dash}"' + (' stroke-linecap="round"' if stroke.dash == "dotted" else "")
    yield f'<path d="{way}" {look}/>'
    if double:
        between = found[stroke.tone or "surface"]
        yield f'<path d="{way}" fill="none" stroke="{between}" stroke-width="{stroke.width:.2f}"/>'
