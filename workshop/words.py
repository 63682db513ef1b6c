"""The program's sentences in the chosen language; English in the code is what is looked up."""

from collections.abc import Mapping
from functools import cache
from struct import unpack_from

from workshop.look import RESOURCES
from workshop.model.refusal import Refusal
from workshop.model.words import N_ as N_

LANGUAGES = ("sv", "en")


@cache
def _sentences(language: str) -> Mapping[bytes, bytes]:
    """The sentences of a language by the English ones, as they lie in its catalogue, a GNU .mo file.

    The standard library's gettext makes text of each of them, and a rule of the catalogue's own way to count: that
    takes ten times as long, and a start says one in ten.
    """
    if language == "en":
        return {}
    content = (RESOURCES / "locale" / language / "LC_MESSAGES" / "workshop.mo").read_bytes()
    count, english, said = unpack_from("<3I", content, 8)
    return dict(zip(_texts(content, count, english), _texts(content, count, said), strict=True))


def _texts(content: bytes, count: int, table: int) -> list[bytes]:
    """The texts whose lengths and places stand in a table of a .mo file."""
    numbers = unpack_from(f"<{2 * count}I", content, table)
    return [content[at : at + length] for length, at in zip(numbers[::2], numbers[1::2], strict=True)]


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
        return said[n != 1].format(n=n, **values)

    def _look_up(self, msgid: str) -> str:
        found = self._found.get(msgid.encode("utf-8", "replace"))
        return found.decode() if found else msgid

    def refusal(self, no: Refusal) -> str:
        """A refusal as a sentence in this language, with the refusal that it may tell of."""
        values = {
            name: self.refusal(value) if isinstance(value, Refusal) else value for name, value in no.values.items()
        }
        return self(no.msgid, **values)
