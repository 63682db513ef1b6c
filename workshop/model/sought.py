"""What a line of typing looks for: words, and filters that are recognised among them (“alla våra isberg om väntan”)."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from workshop.model.stems import kin, small_words
from workshop.model.value import valueclass
from workshop.model.written import composed, words_of

EXERCISE, YEAR, GROUP, STATUS = "exercise", "year", "group", "status"
MOST = 2000  # sessions that an answer holds, the newest ones
_YEAR = re.compile(r"(19|20)\d\d")
_QUOTED = re.compile(r'["“”„»«]([^"“”„»«]*)["“”„»«]')
_ENDING = 3  # letters that a word may have more or less than the name that it stands for: “isberg”, “isberget”
_LONGEST = 1000  # letters of a line that are read
_START = 3  # letters that a word and the name that it stands for begin with
_LANGUAGES = ("sv", "en")
_LEAST = 5  # letters of a word that may stand for such a name


@valueclass
class Filter:
    """A part of the line that chooses among sessions. `key` is an exercise's name, a year, a group or a status."""

    kind: str
    key: str
    said: str  # as it was typed
    title: str  # as it is shown


@valueclass
class Sought:
    """What is looked for. Each of `words` is one word, or several that must stand together."""

    words: tuple[str, ...] = ()
    filters: tuple[Filter, ...] = ()

    def keys(self, kind: str) -> tuple[str, ...]:
        """The keys of the filters of a kind: a session must have one of them."""
        return tuple(each.key for each in self.filters if each.kind == kind)


_Way = tuple[tuple[str, ...], str, str, str]  # the words of a name, and the filter's kind, key and title


class Names:
    """What may be recognised in a line: (kind, key, title, ways to say it) for each thing that sessions differ by."""

    def __init__(self, things: Iterable[tuple[str, str, str, Iterable[str]]] = (), language: str = "sv") -> None:
        self.language = language if language in _LANGUAGES else "sv"
        self.small = small_words(self.language)
        self._by_start: dict[str, list[_Way]] = {}
        for kind, key, title, ways in things:
            for way in ways:
                said = [word for word, _, _ in words_of(composed(way))]
                if told := tuple(word for word in said if word not in self.small) or tuple(said):
                    self._by_start.setdefault(told[0][:_START], []).append((told, kind, key, title))
        for known in self._by_start.values():
            known.sort(key=lambda way: -len(way[0]))

    def beginning(self, word: str) -> Sequence[_Way]:
        """The names that may begin with a word, those of many words first."""
        return self._by_start.get(word[:_START], ())


_Token = tuple[str, bool]  # a word of the line, and whether it may stand for a filter: nobody has put it in quotes


def sought(line: str, names: Names) -> Sought:
    """What a line looks for; small words are left out, but where there are no others."""
    tokens = list(_tokens(composed(line[:_LONGEST])))
    told = [token for token in tokens if not token[1] or token[0] not in names.small] or tokens
    words: dict[str, None] = {}
    filters: dict[tuple[str, str], Filter] = {}
    at = 0
    while at < len(told):
        found, length = _filter(told, at, names)
        if found:
            filters.setdefault((found.kind, found.key), found)
        else:
            words[told[at][0]] = None
        at += length
    return Sought(tuple(words), tuple(filters.values()))


def without(line: str, gone: Filter) -> str:
    """The line with a filter's words in quotes, so that they are looked for as words."""
    gap = r"[\W_]+(?:[^\W_]+[\W_]+)*?"  # small words may stand between
    found = re.search(gap.join(re.escape(word) for word in gone.said.split()), composed(line), re.IGNORECASE)
    if not found:
        return line
    quoted = " ".join(f'"{word}"' for word, _, _ in words_of(found.group()))
    return f"{composed(line)[: found.start()]}{quoted}{composed(line)[found.end() :]}"


def _tokens(line: str) -> Iterator[_Token]:
    """The words of a line in lower case; what stands in quotes is one token."""
    at = 0
    for quoted in _QUOTED.finditer(line):
        yield from ((word, True) for word, _, _ in words_of(line[at : quoted.start()]))
        if said := " ".join(word for word, _, _ in words_of(quoted.group(1))):
            yield said, False
        at = quoted.end()
    yield from ((word, True) for word, _, _ in words_of(line[at:]))


def _filter(tokens: Sequence[_Token], at: int, names: Names) -> tuple[Filter | None, int]:
    """The filter that the words from a place on begin with, and how many words it takes; none takes one word."""
    first, free = tokens[at]
    if free and _YEAR.fullmatch(first):
        return Filter(YEAR, first, first, first), 1
    for words, kind, key, title in names.beginning(first) if free else ():
        told = tokens[at : at + len(words)]
        if len(told) == len(words) and all(
            free and _alike(said, word, names.language) for (said, free), word in zip(told, words, strict=True)
        ):
            return Filter(kind, key, " ".join(said for said, _ in told), title), len(words)
    return None, 1


def _alike(said: str, name: str, language: str) -> bool:
    """Whether a word is a name's, whatever endings the two have."""
    if said == name:
        return True
    if min(len(said), len(name)) < _LEAST or said[:_START] != name[:_START]:
        return False
    short, long = sorted((said, name), key=len)
    longer = long.startswith(short) and len(long) - len(short) <= _ENDING
    return longer or bool({*kin(said, language)} & {*kin(name, language)})
