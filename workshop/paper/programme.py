"""The programme on paper: one sheet for those who take part, and the facilitator's own with the script."""

from collections.abc import Iterator
from dataclasses import replace

from workshop.model.change import State
from workshop.model.dates_said import capital, written_out
from workshop.model.planned import Block as Item
from workshop.model.programme import KEEPS, KINDS, TONES, WAYS, Day, Slot, clock, days, minutes_of
from workshop.model.refusal import Refusal
from workshop.model.today import outcome
from workshop.model.visible import Audience
from workshop.model.words import Words
from workshop.paper.document import Block, Column, Document, Heading, Paragraph, Phrase, Row, table
from workshop.paper.seen import seen
from workshop.paper.wish import Wish

Came = tuple[str, str, int, int] | None  # when a block began and ended, and its minutes


def programme(wish: Wish) -> Document:
    """The programme as an audience may see it; the session passes through visible.py here. The full is the script."""
    words, audience = wish.words, wish.audience
    found = seen(wish)
    if not found.state.all(Item):
        raise Refusal("There is no programme in this session yet. Add its blocks first.")
    script = audience is Audience.FULL
    whole = [day for day in days(found.state) if day.slots]
    about = [found.cover.group, found.cover.place, written_out(whole[0].date, words, weekday=True)]
    blocks: list[Block] = [
        Heading(found.title, 1, "programme", detail=words("Script") if script else words("Programme"))
    ]
    if said := " · ".join(part for part in about[: 2 if len(whole) > 1 else 3] if part):
        blocks.append(Paragraph(capital(said), "lead"))
    for day in whole:
        if len(whole) > 1:
            named = capital(written_out(day.date, words, weekday=True)) or words("Day {n}", n=day.number + 1)
            blocks.append(Heading(named, 2, f"day:{day.number}"))
        blocks.append(_script(found.state, day, words) if script else _for_all(day, words))
    made = found.paper(blocks, titled=False)
    return replace(made, warning=words("The facilitator's own copy, not to be shared")) if script else made


def _for_all(day: Day, words: Words) -> Block:
    """What happens when and where, for those who take part."""
    columns = [
        Column(words("Time"), 0.17),
        Column(words("What"), 0.43),
        Column(words("Where"), 0.24),
        Column(words("Kind"), 0.16, end=True),
    ]
    rows = [
        Row(
            slot.block.id,
            (
                _time(slot, words),
                (Phrase(slot.block.title, "strong"), *_leads(slot, words)),
                (Phrase(slot.block.place),) if slot.block.place else (),
                (Phrase(words(KINDS[slot.block.kind]), "muted"),),
            ),
            TONES[slot.block.kind],
        )
        for slot in day.slots
    ]
    return table(columns, rows)


def _script(state: State, day: Day, words: Words) -> Block:
    """The same with all that the facilitator needs to lead it, and what came of it where it has been."""
    columns = [Column(words("Time"), 0.17), Column(words("What to do and say"), 0.83)]
    rows = []
    for slot in day.slots:
        led = tuple(_led(slot, outcome(state, slot), words))
        rows.append(Row(slot.block.id, (_time(slot, words), led), TONES[slot.block.kind]))
    return table(columns, rows)


def _time(slot: Slot, words: Words) -> tuple[Phrase, ...]:
    if slot.block.dropped:
        return (Phrase(words("left out"), "muted"),)
    said = f"{clock(slot.start, words)}–{clock(slot.end, words)}"
    return (Phrase(said), Phrase(words("at the same time"), "muted")) if slot.lane else (Phrase(said),)


def _leads(slot: Slot, words: Words) -> tuple[Phrase, ...]:
    leads = slot.block.leads
    return (Phrase(words("Led by: {name}", name=leads), "muted"),) if leads else ()


def _led(slot: Slot, came: Came, words: Words) -> Iterator[Phrase]:
    block = slot.block
    yield Phrase(block.title, "strong")
    keep = words(KEEPS[block.keep])
    if block.keep == "shrink":
        keep = words("may be shortened to {n} min", n=block.least)
    about = [block.place, words(KINDS[block.kind]), words("{n} min", n=block.minutes), words(WAYS[block.way]), keep]
    yield Phrase(" · ".join(part for part in about if part), "muted")
    if came:
        began, ended = (clock(minutes_of(time), words) for time in came[:2])
        said = words("Became {start}–{end}, {took} minutes of {n}", start=began, end=ended, took=came[2], n=came[3])
        yield Phrase(said, "accent")
    yield from _leads(slot, words)
    if block.goal:
        yield Phrase(words("Goal: {goal}", goal=block.goal))
    if block.materials:
        yield Phrase(words("Bring: {materials}", materials=block.materials))
    if block.script:
        yield Phrase(block.script)
