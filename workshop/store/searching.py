"""Asks the index: which sessions, the newest first, and where in them the words stand."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from pathlib import Path

from workshop.model.hits import Hit, Listed, Place
from workshop.model.sought import EXERCISE, GROUP, MOST, STATUS, YEAR, Filter, Sought
from workshop.model.stems import kin
from workshop.model.written import lower, words_of
from workshop.store.index import BETWEEN, BREAK, Stamp, ids_of_year
from workshop.store.sql import Connection

OPEN = "open"  # the status of sessions with agreements that are still open
_WORDS, _LONGEST = 16, 64  # as many words as are looked for, and so many letters of each
_PREFIX = 2  # letters from which a word is also the beginning of longer ones

_COLUMNS = "id, path, title, team, date, exercises, agreed, open, status, shut"


def sessions(connection: Connection, sought: Sought, most: int = MOST) -> tuple[list[int], int]:
    """The numbers of the sessions that a line looks for, the newest first; and the index's edition, as `edition`."""
    chosen, given = _chosen(sought.filters)
    if sought.words:
        join = " CROSS JOIN sessions s ON s.id = w.rowid" if sought.filters else ""
        sql = f"SELECT w.rowid AS id FROM words w{join} WHERE w.words MATCH ? AND {chosen} ORDER BY id DESC LIMIT ?"
        given = (match(sought), *given)
    else:
        sql = f"SELECT s.id FROM sessions s WHERE {chosen} ORDER BY s.id DESC LIMIT ?"
        most = most if sought.filters else -1
    # Both at once take no longer than the one, and the numbers as one text half as long as a row for each.
    both = f"SELECT json_group_array(id), (SELECT data_version FROM pragma_data_version) FROM ({sql})"
    found, edition = connection.execute(both, (*given, most)).fetchone()
    return json.loads(found), edition


def edition(connection: Connection) -> int:
    """Another number when somebody else has written in the index."""
    return connection.execute("PRAGMA data_version").fetchone()[0]


def listed(connection: Connection, ids: Sequence[int]) -> list[Listed]:
    """Some sessions as the library lists them, in the order of their numbers; those that are gone are left out."""
    marks = ", ".join("?" * len(ids))
    rows = {row[0]: row for row in connection.execute(f"SELECT {_COLUMNS} FROM sessions WHERE id IN ({marks})", ids)}
    return [_listed(rows[id]) for id in ids if id in rows]


def _listed(row: tuple) -> Listed:
    id, path, title, team, date, exercises, *rest = row
    held = tuple((name, said) for name, said in json.loads(exercises))
    return Listed(id, Path(path), title, team, date, held, *rest)


def hits(connection: Connection, ids: Sequence[int], sought: Sought) -> dict[int, list[Hit]]:
    """Where the words stand in some sessions, by number: first the pieces in which most of them do."""
    marks = ", ".join("?" * len(ids))
    found = connection.execute(f"SELECT rowid, said, stems, places FROM words WHERE rowid IN ({marks})", ids)
    looked_for = [_way(words) for words in _within(sought)]
    exercises = sought.keys(EXERCISE)
    return {id: list(_hits(said, stems, places, looked_for, exercises)) for id, said, stems, places in found}


def names(connection: Connection) -> tuple[list[str], list[tuple[str, str]]]:
    """Every group, and every exercise as (name, title), that a session in the library has."""
    groups = [team for (team,) in connection.execute("SELECT DISTINCT team FROM sessions WHERE team <> ''")]
    lists = connection.execute("SELECT DISTINCT exercises FROM sessions")
    return groups, list(dict.fromkeys((name, title) for (held,) in lists for name, title in json.loads(held)))


def to_go(connection: Connection, today: str, also: Iterable[str]) -> list[tuple[str, str, str, Stamp]]:
    """Sessions whose day of disposal has come, and some others by their path: path, title, day, and when it was so.

    Of those that can't be read the day is not known, so they are left out.
    """
    columns = "SELECT path, title, disposal, changed, size FROM sessions WHERE shut = '' AND"
    due = connection.execute(f"{columns} disposal <> '' AND disposal <= ?", (today,)).fetchall()
    asked = "path IN (SELECT value FROM json_each(?))"
    due += connection.execute(f"{columns} {asked}", (json.dumps(list(also)),)).fetchall()
    return [(path, title, day, Stamp(changed, size)) for path, title, day, changed, size in dict.fromkeys(due)]


def match(sought: Sought) -> str:
    """What the table of words is asked: every word, as it was typed, longer, or with other endings."""
    return " AND ".join(_asked(words) for words in _within(sought))


def _within(sought: Sought) -> list[str]:
    """The words that are looked for, and no more of them than is of any use."""
    return [words if " " in words else words[:_LONGEST] for words in sought.words[:_WORDS]]


@lru_cache(maxsize=1000)  # while one types, all words but the last are as they were
def _asked(words: str) -> str:
    if " " in words:
        return f'{{said}} : "{words}"'
    longer = " *" if len(words) >= _PREFIX else ""
    stems = " OR ".join(f'"{stem}"' for stem in _stems(words))
    return f'({{said}} : "{words}"{longer} OR {{stems}} : ({stems}))'


def _stems(word: str) -> tuple[str, ...]:
    return tuple(dict.fromkeys((*kin(word, "sv"), *kin(word, "en"))))


def _chosen(filters: Iterable[Filter]) -> tuple[str, list[object]]:
    """The filters as SQL on a session, and its values: of each kind that is asked for one must fit."""
    ways: dict[str, list[str]] = {}
    given: dict[str, list[object]] = {}
    for each in filters:
        sql, values = _FITS[each.kind](each.key)
        ways.setdefault(each.kind, []).append(sql)
        given.setdefault(each.kind, []).extend(values)
    sql = " AND ".join(f"({' OR '.join(told)})" for told in ways.values())
    return sql or "1", [value for values in given.values() for value in values]


_FITS: Mapping[str, Callable[[str], tuple[str, Sequence[object]]]] = {
    YEAR: lambda key: ("s.id BETWEEN ? AND ?", ids_of_year(int(key))),
    GROUP: lambda key: ("s.team = ?", (key,)),
    EXERCISE: lambda key: ("instr(s.exercises, ?) > 0", (f'["{key}", ',)),
    STATUS: lambda key: ("s.open > 0", ()) if key == OPEN else ("? IN (s.status, s.shut)", (key,)),
}


_Words = Sequence[tuple[str, int, int]]  # the words of a piece, with where they begin and end
_Way = tuple[str, bool, tuple[str, ...], Callable[[_Words, Sequence[str]], list[tuple[int, int]]]]


def _way(words: str) -> _Way:
    """How one finds what is looked for: the word that a piece must hold, whole or as a beginning, or its stems; and
    where it stands in the piece.
    """
    if " " in words:
        parts = words.split(" ")
        return parts[0], True, (), lambda told, stems: _together(told, parts)
    roots = _stems(words)
    longer = len(words) >= _PREFIX

    def marks(told: _Words, stems: Sequence[str]) -> list[tuple[int, int]]:
        return [
            (begins, ends)
            for (word, begins, ends), stem in zip(told, stems, strict=False)
            if word == words or (longer and word.startswith(words)) or stem in roots
        ]

    return words, not longer, roots, marks


def _together(told: _Words, parts: Sequence[str]) -> list[tuple[int, int]]:
    length = len(parts)
    return [
        (told[at][1], told[at + length - 1][2])
        for at in range(len(told) - length + 1)
        if all(told[at + step][0] == part for step, part in enumerate(parts))
    ]


def _hits(said: str, stems: str, places: str, looked_for: Sequence[_Way], exercises: Sequence[str]) -> Iterator[Hit]:
    rooms, of = json.loads(places)
    told = lower(said)
    some = {n for held, whole, _, _ in looked_for for n in _pieces(told, held, whole)}
    some |= {n for _, _, roots, _ in looked_for for root in roots for n in _pieces(stems, root, True)}
    texts, roots_of = said.split(BETWEEN), stems.split(BREAK)
    found: list[tuple[int, Hit]] = []
    for number in sorted(some):
        id, room = of[number]
        if exercises and rooms[room][0] not in ("", *exercises):  # what is said of the whole session counts
            continue
        words, roots = words_of(texts[number]), roots_of[number].split()
        marks = [where for *_, find in looked_for if (where := find(words, roots))]
        if marks:
            places_of = tuple(sorted({mark for where in marks for mark in where}))
            found.append((len(marks), Hit(id, Place(*rooms[room]), texts[number], places_of)))
    found.sort(key=lambda each: -each[0])
    return (hit for _, hit in found)


def _pieces(text: str, word: str, whole: bool) -> Iterator[int]:
    """The numbers of the pieces in which a word stands, or one that begins so where it need not be `whole`."""
    number = counted = 0
    at = text.find(word)
    while at >= 0:
        after = at + len(word)
        if text[at - 1 : at].isalnum() or (whole and text[after : after + 1].isalnum()):
            at = text.find(word, at + 1)
            continue
        number += text.count(BREAK, counted, at)
        yield number
        counted, after = at, text.find(BREAK, at)
        at = text.find(word, after) if after >= 0 else -1
