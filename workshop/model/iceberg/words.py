"""An iceberg in words: what its levels are called, what stands on its cards, and all of it as an outline."""

from collections.abc import Mapping

from workshop.model.arrange import Card, Said
from workshop.model.change import State
from workshop.model.iceberg import chains
from workshop.model.iceberg.told import Told, chosen, kind_of_theme, told
from workshop.model.picture import Branch, View
from workshop.model.record import Id, Note, Record

_TONES = {"": "sand", "cause": "ochre"}
_REACH_TONES = ("leaf", "sky", "violet", "rose")
_LARGER = 1.2  # letters of a cause that carries many, where that is what the step is about


def level_name(view: View, key: str) -> str:
    """What a level is called."""
    return view.text.word("lists", key)


def level_words(view: View, whole: Told, key: str) -> str:
    """What belongs on a level in this kind of theme; the question to ask there where the step is about that."""
    kind = kind_of_theme(view.board, whole)
    group = f"{kind}_why" if view.step.view == "why" else kind
    return view.text.words.get(group, {}).get(key, "")


def level_tone(whole: Told, key: str) -> str:
    """The paper of a level's cards: what everybody sees, and what lies below that."""
    return _TONES["" if key == next(iter(whole.levels), "") else "cause"]


def shown(view: View, whole: Told, key: str) -> tuple[Note, ...]:
    """The cards of a level that a step shows: all, the causes, or those that a counter-force is to be found for."""
    cards = whole.levels[key]
    if view.step.view == "reach" and whole.causes and key == next(iter(whole.levels)):
        return ()
    if view.step.view != "counter":
        return cards
    wanted = {note.id for note in chosen(view.board, whole)}
    return tuple(note for note in cards if note.id in wanted)


def card(view: View, whole: Told, note: Note, key: str, brief: bool, named: bool = False, number: int = 0) -> Card:
    """What stands on a card; `brief` leaves out what the back row can do without, `named` says which level it is on.

    `number` is the card's on the overview, where there is one. The heading that it lies under is said by what is named
    one by one; elsewhere it stands over all its cards.
    """
    step, words, bears = view.step.view, view.words, whole.bears.get(note.id, 0)
    strong = note.id in whole.strong
    heavy = strong and step == "carry"
    said = [Said(f"{number}  {note.text}" if number else note.text, _LARGER if heavy and not brief else 1.0, heavy)]
    if note.heading and named:
        said.insert(0, Said(note.heading, 0.85, True, "muted"))
    loud = []
    if bears and step in ("why", "carry", "reach", "counter") and not (brief and step != "carry"):
        loud.append(words("carries {n}", n=bears))
    if note.hands and not (brief and step != "carry"):
        loud.append(words.many("{n} hand", "{n} hands", note.hands))
    if note.chosen and step in ("carry", "reach") and not brief:
        loud.append(words("chosen"))
    if note.sort and step in ("reach", "counter"):
        loud.append(view.text.word("sorts", note.sort))
    if loud:
        said.append(Said(" · ".join(loud), 0.85, True, "accent", whole=True))
    if note.need and step == "counter":
        said.append(Said(words("Pulls the other way: {force}", force=note.need), 0.85 if brief else 0.9, ink="muted"))
    if note.flip and step == "counter":
        said.append(Said(note.flip, bold=True))
    quiet = "" if brief else _quiet(view, whole, note)
    if named:
        quiet = " · ".join(part for part in (level_name(view, key), quiet) if part)
    if quiet:
        said.insert(0 if named else len(said), Said(quiet, 0.8, ink="muted"))
    return Card(
        note.id, tuple(said), _tone(view, whole, note, key), "strong" if strong and step != "counter" else "plain"
    )


def _quiet(view: View, whole: Told, note: Note) -> str:
    """The small words on a card: where it came from and what lies under it."""
    words, under = view.words, len(whole.under.get(note.id, ()))
    parts = [
        words("Table {n}", n=note.table) if note.table else "",
        words.many("{n} more card under it", "{n} more cards under it", under) if under else "",
        came_from(view, note),
    ]
    return " · ".join(part for part in parts if part)


def came_from(view: View, note: Note) -> str:
    """What a record that was carried here from another exercise came from, where that can be seen."""
    said = origin_text(view.state, note.origin)
    return view.words("From: {text}", text=said) if said else ""


def origin_text(state: State, id: Id) -> str:
    """The words of any record that has any."""
    record = state.get(id, Record)
    return getattr(record, "text", "") or getattr(record, "name", "") if record else ""


def _tone(view: View, whole: Told, note: Note, key: str) -> str:
    sorts = view.board.setting("sorts", ())
    if view.step.view == "reach" and note.sort in sorts:
        return _REACH_TONES[sorts.index(note.sort) % len(_REACH_TONES)]
    return level_tone(whole, key)


def outline(view: View) -> tuple[Branch, ...]:
    """The theme, then a branch for each level, a leaf for each card, and below it what it rests on and carries."""
    whole = told(view.state, view.board)
    names = {note.id: note.text for cards in whole.levels.values() for note in cards}
    causes, carried = chains.beneath(whole.ties), chains.above(whole.ties)
    branches = [_theme(view, whole.theme)] if whole.theme else []
    for key, cards in whole.levels.items():
        leaves = tuple(_leaf(view, whole, note, names, causes, carried) for note in cards)
        count = view.words.many("{n} card", "{n} cards", len(cards))
        detail = " · ".join(part for part in (level_words(view, whole, key), count) if part)
        branches.append(Branch(f"heading:{key}", level_name(view, key), detail, leaves))
    return tuple(branches)


def _theme(view: View, theme: Note) -> Branch:
    detail = " · ".join(part for part in (view.text.word("themes", theme.list), came_from(view, theme)) if part)
    leaf = Branch(theme.id, theme.text, detail)
    return Branch("heading:theme", view.words("Theme"), "", (leaf,))


def _leaf(
    view: View,
    whole: Told,
    note: Note,
    names: Mapping[Id, str],
    causes: Mapping[Id, list[Id]],
    carried: Mapping[Id, list[Id]],
) -> Branch:
    words, bears = view.words, whole.bears.get(note.id, 0)
    parts = [
        note.heading,
        words("carries {n}", n=bears) if bears else "",
        words.many("{n} hand", "{n} hands", note.hands) if note.hands else "",
        words("chosen") if note.chosen else "",
        view.text.word("sorts", note.sort) if note.sort else "",
        _quiet(view, whole, note),
    ]
    curtain = words("behind the curtain")
    below = [Branch(note.id, words("Pulls the other way: {force}", force=note.need))] if note.need else []
    below += [Branch(note.id, words("What we do: {act}", act=note.flip))] if note.flip else []
    for id in causes.get(note.id, ()):
        below.append(Branch(whole.ties[id, note.id], words("Rests on: {text}", text=names[id])))
    for id in carried.get(note.id, ()):
        below.append(Branch(whole.ties[note.id, id], words("Carries: {text}", text=names[id])))
    below += [Branch(lower.id, lower.text or curtain) for lower in whole.under.get(note.id, ())]
    return Branch(note.id, note.text or curtain, " · ".join(part for part in parts if part), tuple(below))
