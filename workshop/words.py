"""The program's sentences in the chosen language; English in the code is what is looked up."""

from bisect import bisect_left
from functools import cache
from mmap import ACCESS_READ, mmap
from struct import unpack_from

from workshop.look import RESOURCES
from workshop.model.refusal import Refusal
from workshop.model.words import N_ as N_

LANGUAGES = ("sv", "en")
_THOUSANDS = {"sv": "\N{NO-BREAK SPACE}", "en": ","}


class _Sentences:
    """The sentences of a language by the English ones, looked up where they lie in its catalogue, a GNU .mo file.

    The standard library's gettext makes text of each of them, and a rule of the catalogue's own way to count: that
    takes time and room, and a start says one in ten.
    """

    def __init__(self, content: bytes | mmap) -> None:
        self._content = content
        self._count, self._english, self._said = unpack_from("<3I", content, 8)
        self._met: dict[bytes, bytes | None] = {}

    def get(self, english: bytes) -> bytes | None:
        """What a sentence is called; None where it isn't known."""
        if english not in self._met:
            self._met[english] = self._found(english)
        return self._met[english]

    def _found(self, english: bytes) -> bytes | None:
        """They lie in the order of the English ones."""
        place = bisect_left(range(self._count), english, key=lambda place: self._text(self._english, place))
        known = place < self._count and self._text(self._english, place) == english
        return self._text(self._said, place) if known else None

    def _text(self, table: int, place: int) -> bytes:
        length, at = unpack_from("<2I", self._content, table + 8 * place)
        return self._content[at : at + length]


@cache
def _sentences(language: str) -> _Sentences | None:
    """A language's sentences; None where the code's own are said."""
    if language == "en":
        return None
    with (RESOURCES / "locale" / language / "LC_MESSAGES" / "workshop.mo").open("rb") as file:
        return _Sentences(mmap(file.fileno(), 0, access=ACCESS_READ))


class Catalogue:
    """Says the program's sentences in one language: words("Page {page}", page=2)."""

    def __init__(self, language: str) -> None:
        self.language = language
        self._found = _sentences(language)

    def __call__(self, msgid: str, **values: object) -> str:
        """The sentence for an English one, with its {placeholders} filled in."""
        said = self._look_up(msgid) if msgid else ""  # under "" stands the catalogue's own header
        return said.format(**values) if values else said

    def many(self, one: str, several: str, n: int, **values: object) -> str:
        """The sentence for a number of things; {n} is the number. Every language here counts as English does."""
        said = self._look_up(f"{one}\0{several}").split("\0")
        return said[n != 1].format(n=self.number(n), **values)

    def number(self, n: int) -> str:
        """A number as one writes it, with its thousands apart."""
        return f"{n:,}".replace(",", _THOUSANDS[self.language])

    def _look_up(self, msgid: str) -> str:
        found = self._found and self._found.get(msgid.encode("utf-8", "replace"))
        return found.decode() if found else msgid

    def refusal(self, no: Refusal) -> str:
        """A refusal as a sentence in this language, with the refusal that it may tell of."""
        values = {
            name: self.refusal(value) if isinstance(value, Refusal) else value for name, value in no.values.items()
        }
        return self(no.msgid, **values)
