"""The program's sentences in the chosen language; English in the code is what is looked up."""

import gettext
from functools import cache

from workshop.look import RESOURCES
from workshop.model.refusal import Refusal
from workshop.model.words import N_ as N_

LANGUAGES = ("sv", "en")


@cache
def _translations(language: str) -> gettext.NullTranslations:
    """The sentences of a language by the English ones, read once."""
    if language == "en":
        return gettext.NullTranslations()
    with (RESOURCES / "locale" / language / "LC_MESSAGES" / "workshop.mo").open("rb") as file:
        return gettext.GNUTranslations(file)


class Catalogue:
    """Says the program's sentences in one language: words("Page {page}", page=2)."""

    def __init__(self, language: str) -> None:
        self.language = language
        self._found = _translations(language)

    def __call__(self, msgid: str, **values: object) -> str:
        """The sentence for an English one, with its {placeholders} filled in."""
        said = self._found.gettext(msgid) if msgid else ""  # gettext("") is the catalogue's own header
        return said.format(**values) if values else said

    def many(self, one: str, several: str, n: int, **values: object) -> str:
        """The sentence for a number of things; {n} is the number."""
        return self._found.ngettext(one, several, n).format(n=n, **values)

    def refusal(self, no: Refusal) -> str:
        """A refusal as a sentence in this language, with the refusal that it may tell of."""
        values = {
            name: self.refusal(value) if isinstance(value, Refusal) else value for name, value in no.values.items()
        }
        return self(no.msgid, **values)
