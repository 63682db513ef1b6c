"""Breaking text into lines, the same on the wall, on the desk and on paper."""

import math
import re
import unicodedata
from collections.abc import Iterator
from functools import lru_cache
from typing import Protocol

_HAIR = 1e-9  # em; what adding up the widths of words may come to beside the width of the line
LEADING = 1.32  # line height in letter sizes
MORE = "…"
PART = " · "


class Measure(Protocol):
    """How wide text is, in letter sizes (em)."""

    def __call__(self, text: str, bold: bool = False) -> float:
        """The width of a run of text on one line."""
        ...


# Compiled when the first text is cleaned: a start that only shows what is there does without.
_CONTROL = "[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff\ufffe\uffff\ud800-\udfff]"
_SPACES = " {2,}"
_NEW_LINE = "\r\n|[\r\x85\u2028\u2029]"


def clean(text: str) -> str:
    """Text as it may be kept: no control characters, no bidi overrides, no lone surrogates, tidy spaces."""
    text = re.sub(_CONTROL, "", re.sub(_NEW_LINE, "\n", text).replace("\t", " "))
    lines = (re.sub(_SPACES, " ", line).strip() for line in text.split("\n"))
    return unicodedata.normalize("NFC", "\n".join(lines).strip())


def graphemes(text: str) -> Iterator[str]:
    """What a reader calls letters: a base with its marks, an emoji family, a flag."""
    cluster = ""
    for char in text:
        if cluster and _joins(cluster, char):
            cluster += char
        else:
            if cluster:
                yield cluster
            cluster = char
    if cluster:
        yield cluster


def _joins(cluster: str, char: str) -> bool:
    if char < "\u0300":  # plain Latin: nearly all that is ever written
        return cluster[-1] == "\u200d"
    if char == "\u200d" or "\U0001f3fb" <= char <= "\U0001f3ff" or "\U000e0020" <= char <= "\U000e007f":
        return True
    if cluster[-1] == "\u200d" or unicodedata.category(char).startswith("M"):
        return True
    flags = [c for c in cluster if "\U0001f1e6" <= c <= "\U0001f1ff"]
    return "\U0001f1e6" <= char <= "\U0001f1ff" and len(flags) == len(cluster) == 1


def wrap(text: str, width: float, measure: Measure, bold: bool = False) -> tuple[str, ...]:
    """The lines of a text no wider than `width` em; a word wider than that is broken with a hyphen."""
    lines: list[str] = []
    for paragraph in text.split("\n"):
        lines += _paragraph(paragraph, width, measure, bold)
    return tuple(lines)


def _paragraph(paragraph: str, width: float, measure: Measure, bold: bool) -> list[str]:
    lines, words, room, space = [], paragraph.split(" "), width + _HAIR, _wide(" ", measure, bold)
    first, used = 0, 0.0  # the word that the line begins with, and how wide the line is
    for number, word in enumerate(words):
        wide = _wide(word, measure, bold)
        if number > first:
            if used + space + wide <= room:
                used += space + wide
                continue
            lines.append(" ".join(words[first:number]))
            first = number
        if wide <= room:
            first, used = (first, wide) if word else (number + 1, 0.0)  # no line begins with a space
            continue
        *full, words[number] = _broken(word, width, measure, bold)
        lines += full
        used = measure(words[number], bold)
    return [*lines, " ".join(words[first:])]


@lru_cache(maxsize=20_000)
def _wide(word: str, measure: Measure, bold: bool) -> float:
    """How wide a word is in letter sizes: the same at every size, so that trying another one measures nothing again."""
    return measure(word, bold)


def _broken(word: str, width: float, measure: Measure, bold: bool) -> list[str]:
    """A word in pieces that fit; all but the last end in a hyphen."""
    if measure(word, bold) <= width:
        return [word]
    pieces, piece = [], ""
    for cluster in graphemes(word):
        if piece and measure(piece + cluster + "-", bold) > width:
            pieces.append(piece if not piece[-1].isalnum() else piece + "-")
            piece = ""
        piece += cluster
    return [*pieces, piece]


@lru_cache(maxsize=4_000)
def wrap_parts(text: str, width: float, measure: Measure, bold: bool = False) -> tuple[str, ...]:
    """The lines of a list with " · " between its parts, broken between them; the sign is left out where a line ends."""
    lines: list[str] = []
    for part in text.split(PART):
        longer = lines[-1] + PART + part if lines else part
        if lines and measure(longer, bold) <= width:
            lines[-1] = longer
        else:
            lines.extend(wrap(part, width, measure, bold))
    return tuple(lines)


def balanced(text: str, width: float, measure: Measure, bold: bool = False) -> tuple[str, ...]:
    """The lines of a text, no more than `wrap` makes but of nearly the same length, so that no word ends up alone.

    No word is broken for that.
    """
    lines = wrap(text, width, measure, bold)
    words = (_wide(word, measure, bold) for word in text.split())
    least = max(width / 2, *(wide + 1 for wide in words if wide <= width), 0.0)
    narrower = width
    while len(lines) > 1 and narrower > least:
        narrower -= 1
        tried = wrap(text, narrower, measure, bold)
        if len(tried) > len(lines):
            break
        lines = tried
    return lines


def shortened(lines: tuple[str, ...], most: int, width: float, measure: Measure, bold: bool = False) -> tuple[str, ...]:
    """At most so many of the lines; where some are left out the last one ends in a sign that says so."""
    if len(lines) <= most:
        return lines
    clusters = list(graphemes(lines[most - 1].rstrip("-")))
    while clusters and measure("".join(clusters) + MORE, bold) > width:
        clusters.pop()
    return (*lines[: most - 1], "".join(clusters).rstrip(" .,;:–-") + MORE)


_WORD = re.compile(r"[^\W_]+(?:['’:-][^\W_]+)*")


def words_in(text: str) -> Iterator[tuple[str, int, int]]:
    """Each word of a text in lower case, with where it begins and ends."""
    for found in _WORD.finditer(text):
        yield found.group().lower(), found.start(), found.end()


def lit_in(lines: tuple[str, ...], lit: frozenset[str]) -> tuple[tuple[int, int, int], ...]:
    """Where some words stand in lines, each as (line, where it begins, where it ends)."""
    return tuple(
        (number, start, end) for number, line in enumerate(lines) for word, start, end in words_in(line) if word in lit
    )


def least_letters(picture: float, depth: float, breadth: float, arc: float = 16.0) -> float:
    """The smallest letters, in pixels, that the back row reads.

    `picture` is the picture's height in pixels, `depth` the metres to the back row, `breadth` the picture's width in
    metres (16:9); `arc` the minutes of arc that a letter must fill: 16 is the least, 20 is comfortable.
    """
    return picture * depth * math.tan(math.radians(arc / 60)) / (0.7 * breadth * 9 / 16)
