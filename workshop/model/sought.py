"""What a line of typing looks for: words, and filters that are recognised among them (“alla våra isberg om väntan”)."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from workshop.model.stems import kin, small_words
from workshop.model.value import valueclass
from workshop.model.written import composed, words_of

EXERCISE, YEAR, GROUP, STATUS = "exercise", "year", "group", "status"
_YEAR = re.compile(r"(19|20)\d\d")
_QUOTED = re.compile(r'["“”„»«]([^"“”„»«]*)["“”„»«]')
_ENDING = 3  # letters that a word may have more or less than the name that it stands for: “isberg”, “isberget”
_LONGEST = 1000  # letters of a line that are read
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


@valueclass
class Names:
    """What may be recognised: (kind, key, title, ways to say it) for each thing that sessions are told apart by."""

    all: tuple[tuple[str, str, str, tuple[str, ...]], ...] = ()


@valueclass
class _Token:
    """A word of the line. `free`: it may stand for a filter, for nobody has put it in quotes."""

    said: str
    free: bool = True


def sought(line: str, names: Names, language: str) -> Sought:
    """What a line looks for; small words are left out, but where there are no others."""
    tokens = list(_tokens(composed(line[:_LONGEST])))
    small = small_words(language if language in ("sv", "en") else "sv")
    told = [token for token in tokens if not token.free or token.said not in small] or tokens
    ways = _ways(names, small, language)
    words: list[str] = []
    filters: dict[tuple[str, str], Filter] = {}
    at = 0
    while at < len(told):
        found, length = _filter(told[at:], ways, language)
        if found:
            filters.setdefault((found.kind, found.key), found)
        else:
            words.append(told[at].said)
        at += length
    return Sought(tuple(dict.fromkeys(words)), tuple(filters.values()))


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
        yield from (_Token(word) for word, _, _ in words_of(line[at : quoted.start()]))
        if said := " ".join(word for word, _, _ in words_of(quoted.group(1))):
            yield _Token(said, False)
        at = quoted.end()
    yield from (_Token(word) for word, _, _ in words_of(line[at:]))


_Ways = Mapping[int, Sequence[tuple[tuple[str, ...], str, str, str]]]  # by how many words: words, kind, key, title


def _ways(names: Names, small: frozenset[str], language: str) -> _Ways:
    """Every way to say a name as its words without the small ones, those of many words first."""
    found: dict[int, list[tuple[tuple[str, ...], str, str, str]]] = {}
    for kind, key, title, ways in names.all:
        for way in ways:
            said = [word for word, _, _ in words_of(composed(way))]
            if told := tuple(word for word in said if word not in small) or tuple(said):
                found.setdefault(len(told), []).append((told, kind, key, title))
    return dict(sorted(found.items(), reverse=True))


def _filter(tokens: Sequence[_Token], ways: _Ways, language: str) -> tuple[Filter | None, int]:
    """The filter that some words begin with, and how many words it takes; none takes one word."""
    first = tokens[0]
    if first.free and _YEAR.fullmatch(first.said):
        return Filter(YEAR, first.said, first.said, first.said), 1
    for length, known in ways.items():
        told = tokens[:length]
        if len(told) == length and all(token.free for token in told):
            for words, kind, key, title in known:
                if all(_alike(token.said, word, language) for token, word in zip(told, words, strict=True)):
                    return Filter(kind, key, " ".join(token.said for token in told), title), length
    return None, 1


def _alike(said: str, name: str, language: str) -> bool:
    """Whether a word is a name's, whatever endings the two have."""
    if said == name:
        return True
    if min(len(said), len(name)) < _LEAST:
        return False
    short, long = sorted((said, name), key=len)
    longer = long.startswith(short) and len(long) - len(short) <= _ENDING
    return longer or bool({*kin(said, language)} & {*kin(name, language)})
