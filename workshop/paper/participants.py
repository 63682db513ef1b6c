"""A sheet for those who take part: what we are to do and why, what stays in the room, and room for one's own words."""

from collections.abc import Iterator

from workshop.model.dates_said import capital, written_out
from workshop.model.parties import taking_part
from workshop.model.planned import Block as Item
from workshop.model.programme import clock, days
from workshop.model.record import Board
from workshop.model.refusal import Refusal
from workshop.model.words import N_, Words
from workshop.paper.document import Block, Column, Document, Heading, Paragraph, Phrase, Row, Table, table
from workshop.paper.pages import page_count
from workshop.paper.seen import Ran, Seen, seen, steps_of
from workshop.paper.wish import Wish

_LINES = (5, 4, 3, 2, 1)  # to write on, as many as make no more pages
_FEW = 8  # steps that are told of, where there is one exercise; more of them say less
_OWN = (N_("What I take with me"), N_("What I do first"), N_("Whom I want to call"), N_("A question that I still have"))


def participants(wish: Wish) -> Document:
    """What everybody in the room may know beforehand; Refusal where no exercise has begun."""
    found, words = seen(wish), wish.words
    if not found.runs:
        raise Refusal("No exercise has begun yet, so there is nothing to hand out. Begin one first.")
    blocks: list[Block] = [*found.head(found.title), *_when(found, words)]
    for ran in found.runs:
        blocks += _exercise(found, ran, words, alone=len(found.runs) == 1)
    blocks.append(Heading(words("My own notes"), 2))
    tried = [found.paper((*blocks, _own(words, lines)), titled=False) for lines in _LINES]
    fewest = page_count(tried[-1])
    return next(made for made in tried if page_count(made) == fewest)


def _when(found: Seen, words: Words) -> Iterator[Block]:
    """The programme's times, where there is a programme."""
    whole = [day for day in days(found.state) if day.slots] if found.state.all(Item) else []
    for day in whole:
        named = capital(written_out(day.date, words, weekday=True)) or words("Day {n}", n=day.number + 1)
        yield Heading(named if len(whole) > 1 else words("Programme"), 2)
        rows = [
            Row(
                slot.block.id,
                (
                    (Phrase(f"{clock(slot.start, words)}–{clock(slot.end, words)}"),),
                    (Phrase(slot.block.title, "strong"),),
                    (Phrase(slot.block.place, "muted"),) if slot.block.place else (),
                ),
            )
            for slot in day.slots
        ]
        yield table([Column("", 0.2), Column("", 0.5), Column("", 0.3)], rows)


def _exercise(found: Seen, ran: Ran, words: Words, alone: bool) -> Iterator[Block]:
    """What an exercise is for, who answers for what, and what stays in the room."""
    detail = " · ".join(part for part in (ran.place, words("{n} min", n=ran.exercise.minutes)) if part)
    yield Heading(ran.text.title, 2, detail=detail)
    yield Paragraph(ran.text.purpose)
    parties = taking_part(found.state, ran.run.id) if ran.exercise.parties[1] else []
    if parties:
        yield Paragraph(words("Parties: {names}", names=", ".join(party.name for party in parties)), "small")
    if stays := _stays(found, ran):
        named = ", ".join(words("“{text}”", text=title) for title in stays)
        yield Paragraph(words("What is written on {boards} stays in the room.", boards=named), "small")
    if alone and len(ran.exercise.steps) <= _FEW:
        yield _steps(ran, words)
    elif alone:
        titles = (ran.text.step(step.key).title for step in ran.exercise.steps)
        yield Paragraph(" · ".join(f"{number}\u00a0{title}" for number, title in enumerate(titles, 1)))


def _stays(found: Seen, ran: Ran) -> list[str]:
    """The boards whose cards are not shared."""
    boards = found.state.inside(ran.run.id, Board)
    return [ran.text.board(b.key).title for b in boards if b.setting("raw", False) and b.key not in ran.run.shared]


def _steps(ran: Ran, words: Words) -> Block:
    return table([Column("", 0.05), Column("", 0.83), Column("", 0.12, end=True)], steps_of(ran, words))


def _own(words: Words, lines: int) -> Block:
    """Lines to write on by hand, so many for each thing to think of."""
    rows = [
        Row(f"own:{n}:{line}", ((Phrase(words(said), "muted"),) if not line else (), (Phrase(" "),)))
        for n, said in enumerate(_OWN)
        for line in range(lines)
    ]
    return Table((Column("", 0.34), Column("", 0.66)), tuple(rows))
