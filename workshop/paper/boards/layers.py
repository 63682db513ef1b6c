"""The iceberg on paper: the drawing, a table for each level, and the bearing causes with their counter-forces."""

from collections.abc import Callable, Mapping, Sequence

from workshop.model.change import State
from workshop.model.exercise import Step
from workshop.model.iceberg import chains
from workshop.model.iceberg.told import Told, told
from workshop.model.iceberg.words import came_from, level_name, level_tone, level_words
from workshop.model.picture import View
from workshop.model.record import Board, Id, Note
from workshop.paper.document import Block, Column, Figure, Heading, Mark, Paragraph, Phrase, Row, table
from workshop.paper.kind import Printed


def telling(state: State, board: Board, steps: Sequence[Step]) -> tuple[Step, ...]:
    """The iceberg with its links and hands, and with its counter-forces where there are any; else as it was written."""
    whole = told(state, board)
    cards = [*whole.signs, *whole.causes]
    done = {
        "carry": bool(whole.ties) or any(note.hands for note in cards),
        "reach": any(note.sort for note in cards),
        "counter": any(note.flip or note.need for note in cards),
    }
    last = {step.view: step for step in steps}
    found = tuple(last[view] for view, was in done.items() if was and view in last)
    return found or tuple(step for step in (last.get("sink"), last.get("write"), *steps[-1:]) if step)[:1]


def section(view: View, shown: Sequence[Step], figure: Callable[[Step], Figure]) -> tuple[Block, ...]:
    """The iceberg as it was at last, and what was found for the causes that were chosen."""
    iceberg = told(view.state, view.board)
    if not iceberg.theme and not any(iceberg.levels.values()):
        return ()
    return (*(figure(step) for step in shown[-1:]), *_bearing(view, iceberg))


def whole(view: View) -> tuple[Block, ...]:
    """The theme, and a table for each level."""
    iceberg = told(view.state, view.board)
    if not iceberg.theme and not any(iceberg.levels.values()):
        return ()
    blocks: list[Block] = []
    if theme := iceberg.theme:
        said = (Phrase(theme.text, "strong"), Phrase(came_from(view, theme), "muted"))
        blocks.append(table([Column("", 1.0)], [Row(theme.id, (tuple(p for p in said if p.text),))]))
    names = {note.id: note.text for cards in iceberg.levels.values() for note in cards}
    causes, carried = chains.beneath(iceberg.ties), chains.above(iceberg.ties)
    for key, cards in iceberg.levels.items():
        blocks += _level(view, iceberg, key, cards, names, causes, carried)
    return tuple(blocks)


def brief(view: View) -> tuple[str, ...]:
    """The causes that carry most, each with what is done about it."""
    return tuple(n.text + (f" – {n.flip}" if n.flip else "") for n in _weighed(told(view.state, view.board)) if n.text)


def _level(
    view: View,
    whole: Told,
    key: str,
    cards: Sequence[Note],
    names: Mapping[Id, str],
    causes: Mapping[Id, list[Id]],
    carried: Mapping[Id, list[Id]],
) -> list[Block]:
    """A level's cards, each with what it rests on and what it carries; nothing where there are none."""
    words = view.words
    if not cards:
        return []
    count = words.many("{n} card", "{n} cards", len(cards))
    heading = Heading(level_name(view, key), 3, mark=Mark("", "", level_tone(whole, key)), detail=count)
    more = level_words(view, whole, key)
    blocks: list[Block] = [heading, *([Paragraph(more, "small")] if more else [])]
    columns = [Column(words("Card"), 0.46), Column(words("Rests on"), 0.27), Column(words("Carries"), 0.27)]
    rows = [
        Row(
            note.id,
            (
                _said(view, whole, note),
                tuple(Phrase(names[id], "muted") for id in causes.get(note.id, ())),
                tuple(Phrase(names[id], "muted") for id in carried.get(note.id, ())),
            ),
        )
        for note in cards
    ]
    return [*blocks, table(columns, rows, dense=True)]


def _said(view: View, whole: Told, note: Note) -> tuple[Phrase, ...]:
    """A card's words, what it carries in all, its hands, who can do something, and what lies under it."""
    words, bears = view.words, whole.bears.get(note.id, 0)
    loud = [
        note.heading,
        words("carries {n}", n=bears) if bears else "",
        words.many("{n} hand", "{n} hands", note.hands) if note.hands else "",
        view.text.word("sorts", note.sort) if note.sort else "",
        words("chosen") if note.chosen else "",
    ]
    quiet = [words("Table {n}", n=note.table) if note.table else "", came_from(view, note)]
    said = [Phrase(note.text, "strong" if note.id in whole.strong else "plain")]
    said += [Phrase(" · ".join(part for part in loud if part), "accent")] if any(loud) else []
    said += [Phrase(" · ".join(part for part in quiet if part), "muted")] if any(quiet) else []
    under = whole.under.get(note.id, ())
    return (*said, *(Phrase(words("Merged with: {text}", text=n.text), "muted") for n in under if n.text))


def _bearing(view: View, whole: Told) -> list[Block]:
    """The causes that carry most, and each with what pulls the other way and what is to be done."""
    words, weighed = view.words, _weighed(whole)
    if not weighed:
        return []
    columns = [
        Column(words("Bearing cause"), 0.4),
        Column(words("What pulls the other way"), 0.25),
        Column(words("What we do"), 0.35),
    ]
    rows = [Row(f"bearing:{note.id}", (_weight(view, whole, note), _force(note), _act(note))) for note in weighed]
    return [Heading(words("Bearing causes and counter-forces"), 3), table(columns, rows)]


def _weighed(whole: Told) -> list[Note]:
    """The causes that carry most or were chosen, the heaviest first."""
    cards = [*whole.causes, *whole.signs]
    found = [n for n in cards if n.chosen or n.need or n.flip or n.id in whole.strong]
    return sorted(found, key=lambda n: (-whole.bears.get(n.id, 0), -n.hands, n.order))


def _weight(view: View, whole: Told, note: Note) -> tuple[Phrase, ...]:
    bears = whole.bears.get(note.id, 0)
    return Phrase(note.text), *((Phrase(view.words("carries {n}", n=bears), "accent"),) if bears else ())


def _force(note: Note) -> tuple[Phrase, ...]:
    return (Phrase(note.need, "muted"),) if note.need else ()


def _act(note: Note) -> tuple[Phrase, ...]:
    return (Phrase(note.flip, "strong"),) if note.flip else ()


PRINTED = Printed(telling, section, whole, brief)
