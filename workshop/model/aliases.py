"""Aliases: what people are called in a session, and their real names, which the facilitator alone may see."""

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace
from functools import lru_cache

from workshop.model.change import Change, State, add, remove, together, update
from workshop.model.fields import kind_of
from workshop.model.kept import Alias, Unlocked
from workshop.model.letters import clean
from workshop.model.record import Record, Stage, new_id
from workshop.model.refusal import Refusal
from workshop.model.words import N_
from workshop.model.written import WORDS

KEPT = N_("change the aliases")
_ANY_CASE = 4  # letters from which on a name is a name in small letters too: “bo” may be a verb, “anna” is not
# What is told to the room, and what is known of another session, is said too.
_SAID: Mapping[str, tuple[str, ...]] = {**WORDS, "stage": ("message",), "elsewhere": ("session", "group", "text")}
_TEXTS = 4096  # said once and remembered: after each change all are said again

Pairs = tuple[tuple[str, tuple[str, ...]], ...]  # aliases, each with the real names that it stands for


def pairs_of(state: State) -> Pairs:
    """The aliases of a session, each with its real names, which are parted by commas."""
    return tuple((alias.alias, _names(alias.name)) for alias in state.all(Alias))


def under_alias(text: str, pairs: Pairs) -> str:
    """A text with the alias in the place of every real name."""
    return _hider(pairs)(text)


def with_names(text: str, pairs: Pairs) -> str:
    """A text with the real name after every alias: “Mira (Anna Svensson)”."""
    return _teller(pairs)(under_alias(text, pairs))


def said_to(records: Iterable[Record], pairs: Pairs, say: Callable[[str, Pairs], str]) -> Iterable[Record]:
    """Records as they are said, without the list of names itself; one in which nothing differs is the same one."""
    for record in records:
        if isinstance(record, (Alias, Unlocked)):
            continue
        changed = {name: said for name, text in _texts(record).items() if (said := say(text, pairs)) != text}
        yield replace(record, **changed) if changed else record


def guarded(change: Change, state: State) -> Change:
    """A change with the alias in the place of every real name that it would write."""
    pairs = pairs_of(state)
    if not pairs:
        return change
    added = {record.id: record for record in said_to(change.added.values(), pairs, under_alias)}
    added |= {id: record for id, record in change.added.items() if isinstance(record, (Alias, Unlocked))}
    updated = {}
    for id, fields in change.updated.items():
        record = state.get(id, Record)
        named = _SAID.get(kind_of(record), ()) if record else ()
        hidden = {n: (old, under_alias(new, pairs) if n in named else new) for n, (old, new) in fields.items()}
        if kept := {name: both for name, both in hidden.items() if both[0] != both[1]}:
            updated[id] = kept
    return Change(added, change.removed, updated)


def keep(state: State, rows: Sequence[tuple[str, str, str]]) -> Change:
    """The list as it is written now, as (alias, real names, alias before or ""), and all that is written under alias.

    A frozen wall goes on, for it may show a name. Refusal where one of the two is missing, or where an alias stands
    for two.
    """
    written = [(clean(alias), clean(name), was) for alias, name, was in rows]
    written = [row for row in written if any(row[:2])]
    for alias, name, _ in written:
        if not alias or not _names(name):
            raise Refusal("“{said}” needs both an alias and a real name.", said=alias or name)
    if len({alias.casefold() for alias, _, _ in written}) < len(written):
        raise Refusal("Two aliases are the same. Give each person one of their own.")
    there = {alias.alias: alias for alias in state.all(Alias)}
    stay = {was or alias for alias, _, was in written}
    changes = [remove(*gone)] if (gone := [record for alias, record in there.items() if alias not in stay]) else []
    for number, (alias, name, was) in enumerate(written):
        known, said = there.get(was or alias), {"alias": alias, "name": name, "order": float(number)}
        changes.append(update(known, **said) if known else add(Alias(id=new_id(), **said)))
    stage = state.get("stage", Stage)
    thawed = [update(stage, frozen=False)] if stage and written else []
    pairs = tuple((alias, (*_names(name), *([was] if was not in ("", alias) else []))) for alias, name, was in written)
    return together(*changes, *thawed, *(_rewritten(state, pairs) if pairs else ()))


def _rewritten(state: State, pairs: Pairs) -> Iterable[Change]:
    """What is written already, under alias."""
    for record in state:
        hidden = {name: said for name, text in _texts(record).items() if (said := under_alias(text, pairs)) != text}
        if hidden:
            yield update(record, **hidden)


def unlock(state: State, on: bool) -> Change:
    """Show the real names to the facilitator, or no longer."""
    there = state.get("unlocked", Unlocked)
    return Change() if on == bool(there) else remove(there) if there else add(Unlocked(id="unlocked"))


def _texts(record: Record) -> dict[str, str]:
    return {name: text for name in _SAID.get(kind_of(record), ()) if (text := getattr(record, name))}


def _names(said: str) -> tuple[str, ...]:
    return tuple(name for part in said.split(",") if (name := part.strip()))


@lru_cache(maxsize=2)
def _hider(pairs: Pairs) -> Callable[[str], str]:
    """Puts aliases in the place of names, the longest name first; the s of “Annas” stays."""
    known = {name.casefold(): alias for alias, names in pairs for name in names}
    names = sorted((name for _, names in pairs for name in names), key=len, reverse=True)
    ways = [f"(?i:{re.escape(name)})" if len(name) >= _ANY_CASE else re.escape(name) for name in names]
    shown = [rf"{re.escape(alias)} \((?:{'|'.join(re.escape(name) for name in names)})\)" for alias, names in pairs]
    one = re.compile(rf"(?<!\w)(?:(?P<shown>{'|'.join(shown)})|(?P<name>{'|'.join(ways)}))(?=s?(?!\w))")

    def hidden(found: re.Match[str]) -> str:
        return found["shown"].rpartition(" (")[0] if found["shown"] else known[found["name"].casefold()]

    return lru_cache(maxsize=_TEXTS)(lambda text: one.sub(hidden, text))


@lru_cache(maxsize=2)
def _teller(pairs: Pairs) -> Callable[[str], str]:
    names = {alias: names[0] for alias, names in pairs}
    longest = sorted(names, key=len, reverse=True)
    one = re.compile(rf"(?<!\w)({'|'.join(re.escape(alias) for alias in longest)})(s?)(?!\w)")
    return lru_cache(maxsize=_TEXTS)(lambda text: one.sub(lambda found: f"{found[0]} ({names[found[1]]})", text))
