"""The bundled fonts on paper: text in runs that one font can draw, right-to-left scripts joined and put in order."""

import re
import unicodedata
from codecs import charmap_build, charmap_encode
from collections.abc import Callable, Iterable, Sequence
from functools import cache, lru_cache
from typing import Any

from workshop.look import RESOURCES

_TEXT = {False: "AtkinsonHyperlegibleNext-Regular", True: "AtkinsonHyperlegibleNext-SemiBold"}
_BEHIND = {
    False: ("NotoEmoji-Regular", "NotoSansArabic-Regular"),
    True: ("NotoEmoji-Regular", "NotoSansArabic-Bold"),
}
_LEFTWARDS = "\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefe\U00010800-\U00010fff\U0001e800-\U0001efff"
_RIGHT_TO_LEFT = re.compile(f"[{_LEFTWARDS}]")
_UNSEEN = re.compile(  # what has no shape of its own: controls, joiners, direction marks, variation selectors, tags
    "[\x00-\x1f\x7f-\x9f\u00ad\u034f\u061c\u180b-\u180e\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufe00-\ufe0f\ufeff"
    "\ufff0-\ufffb\ufffe\uffff\ud800-\udfff\U000e0000-\U000e0fff]"
    "|(?<=\\S)[\U0001f3fb-\U0001f3ff]"  # the shade of the hand before it: the font has one ink
)
_TO_UNICODE = re.compile(r"(?m)^(<[0-9A-F]{2}>) <([0-9A-F]{5,6}|F[B-E][0-9A-F]{2})>$")  # those that may be wrong

Runs = tuple[tuple[str, str], ...]
Coder = Callable[[str, str], Sequence[tuple[str, bytes]]]
PlainCoder = Callable[[Sequence[str], bool], tuple[str, Sequence[bytes]]]


@cache
def _font(name: str) -> Any:
    """A bundled font made known to reportlab."""
    from reportlab.pdfbase import pdfmetrics
    from reportlab.pdfbase.ttfonts import TTFont

    class Font(TTFont):
        """A font whose letters can be searched for and copied as they were typed, emoji and joined letters too."""

        def addObjects(self, doc: Any) -> None:  # noqa: N802 - reportlab's name
            """As reportlab does, but letters beyond U+FFFF, which it names as no reader understands, are set right."""
            before = set(doc.idToObject)
            super().addObjects(doc)
            for id in doc.idToObject.keys() - before:
                if id.startswith("toUnicodeCMap:"):
                    stream = doc.idToObject[id]
                    stream.content = _TO_UNICODE.sub(_as_typed, stream.content)

    font = Font(name, str(RESOURCES / "fonts" / f"{name}.ttf"))
    pdfmetrics.registerFont(font)
    return font


@cache
def _letters(name: str) -> frozenset[str]:
    """The letters that a bundled font really has."""
    return frozenset(map(chr, _font(name).face.charToGlyph))


def plain_font() -> str:
    """The text font's name, made known to reportlab."""
    _font(_TEXT[False])
    return _TEXT[False]


def _as_typed(row: re.Match[str]) -> str:
    letter = chr(int(row[2], 16))
    if "\ufb50" <= letter <= "\ufeff":
        letter = unicodedata.normalize("NFKC", letter)
    return f"{row[1]} <{letter.encode('utf-16-be', 'surrogatepass').hex().upper()}>"


def base_is_leftwards(lines: Iterable[str]) -> bool:
    """Whether the first letter with a direction in a paragraph runs from right to left."""
    text = " ".join(lines)
    first = next((kind for kind in map(unicodedata.bidirectional, text) if kind in ("L", "R", "AL")), "L")
    return first != "L"


def coder(canvas: Any) -> Coder:
    """What turns a run of a font into (the part of the font that holds its letters, their codes in that part)."""
    document = canvas._doc  # reportlab counts a font's letters by document

    def coded(name: str, text: str) -> Sequence[tuple[str, bytes]]:
        font = _font(name)
        return [(font.getSubsetInternalName(n, document), codes) for n, codes in font.splitString(text, document)]

    return coded


def plain_coder(canvas: Any) -> PlainCoder:
    """What turns lines that the text font draws just as they are into (its first part, each line's codes in it).

    Nearly all lines are such, of letters met before in the document, and take no step in Python for each letter. For
    other lines, and those that the first part has no room for, it gives nothing.
    """
    document = canvas._doc
    known: dict[bool, tuple[str, Any]] = {}

    def learned(lines: Sequence[str], bold: bool) -> bool:
        if not (name := plain(lines, bold)):
            return False
        font = _font(name)
        split = font.splitString("".join(lines), document)
        table, letters = ["\0", *["\ufffe"] * 255], _letters(name)
        for code, number in font.state[document].assignments.items():
            if number < 256 and (letter := chr(code)) in letters:
                table[number] = letter
        known[bold] = font.getSubsetInternalName(0, document), charmap_build("".join(table))
        return all(number == 0 for number, _ in split)

    def coded(lines: Sequence[str], bold: bool) -> tuple[str, Sequence[bytes]]:
        if bold in known:
            part, codes = known[bold]
            try:
                made = [charmap_encode(line, "strict", codes)[0] for line in lines]
            except UnicodeEncodeError:
                pass
            else:
                return (part, made) if not any(0 in each for each in made) else ("", ())
        return coded(lines, bold) if learned(lines, bold) else ("", ())

    return coded


def plain(lines: Iterable[str], bold: bool) -> str:
    """The one font that draws all of the lines just as they are; nothing where it takes more than that."""
    text = "".join(lines)
    return _TEXT[bold] if text.isprintable() and _letters(_TEXT[bold]).issuperset(text) else ""


def in_text_font(letters: str) -> bool:
    """Whether the text font has all of some letters that have a shape at all."""
    return _letters(_TEXT[False]).issuperset(_UNSEEN.sub("", letters))


@lru_cache(maxsize=20_000)
def runs(line: str, bold: bool = False, leftwards: bool = False) -> Runs:
    """One line of text as (font, text) from left to right; `leftwards`: the paragraph that it is part of runs so.

    A letter that no bundled font has is drawn as the font's empty box, and is still itself when the text is copied.
    """
    line = _UNSEEN.sub("", line)
    if _RIGHT_TO_LEFT.search(line):
        line = _in_order(line, leftwards)
    made: list[tuple[str, str]] = []
    for char in line:
        for font, letters in _drawn(char, bold):
            if made and made[-1][0] == font:
                made[-1] = (font, made[-1][1] + letters)
            else:
                made.append((font, letters))
    return tuple(made)


@cache
def _drawn(char: str, bold: bool) -> Runs:
    """The font that has a letter, and the letter; the letter's plain form where only that one can be drawn."""
    for name in (_TEXT[bold], *_BEHIND[bold]):
        if char in _letters(name):
            return ((name, char),)
    plain = unicodedata.normalize("NFKC", char)
    if plain != char and not missing(plain):
        return tuple(run for letter in plain for run in _drawn(letter, bold))
    face = _font(_TEXT[bold]).face
    face.charToGlyph[ord(char)] = 0  # glyph 0 is the box that stands for a letter the font doesn't have
    face.charWidths[ord(char)] = face.defaultWidth
    return ((_TEXT[bold], char),)


def missing(letters: Iterable[str]) -> set[str]:
    """Those letters that no bundled font has, among those that have a shape at all."""
    known = (_letters(name) for name in (_TEXT[False], *_BEHIND[False]))
    rare = set(_rare().findall("".join(letters)))
    return {letter for letter in rare.difference(*known) if not _UNSEEN.match(letter)}


@cache
def _rare() -> re.Pattern[str]:
    """Finds the letters that are not among those which nearly all text here is written in."""
    usual = "".join(letter for letter in map(chr, range(256)) if letter in _letters(_TEXT[False]))
    return re.compile(f"[^{re.escape(usual)}]")


def _in_order(line: str, leftwards: bool) -> str:
    """A line with its Arabic letters joined, in the order in which they are drawn from left to right."""
    import bidi
    from bidi.algorithm import get_display

    joined = _joiner().reshape(line)
    known = all(map(unicodedata.bidirectional, joined))  # what turns brackets stumbles over letters newer than it
    return str((get_display if known else bidi.get_display)(joined, base_dir="R" if leftwards else "L"))


@cache
def _joiner() -> Any:
    from arabic_reshaper import ArabicReshaper

    return ArabicReshaper(configuration={"delete_harakat": False, "delete_tatweel": False})


def width(made: Runs, size: float) -> float:
    """How wide runs are when drawn, in points."""
    from reportlab.pdfbase.pdfmetrics import stringWidth

    return sum(stringWidth(text, font, size) for font, text in made)
