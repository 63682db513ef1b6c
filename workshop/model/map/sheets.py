"""Pages beside the map: who the numbers are, sector by sector, with their bands."""

import math
from collections.abc import Sequence
from dataclasses import replace

from workshop.model.arrange import Card, Said, at, divided, fitted, gap, pages
from workshop.model.letters import PART, wrap, wrap_parts
from workshop.model.map.labels import by_number, people_words, tone_of
from workshop.model.map.legend import KIND_WORDS
from workshop.model.map.verbs import BANDS, actors, bands, sectors
from workshop.model.picture import Frame, Placed, Text, View
from workshop.model.record import Actor, Id

_COLUMN = 15.5  # letters that a column is wide at least


def flowing(cards: Sequence[Card], frame: Frame, columns: int = 0) -> list[list[Placed]]:
    """Cards down one column after another, whole, on as many pages as it takes."""
    whole = replace(frame, brief=0)
    count = columns or _columns(frame)
    width = (frame.width - gap(whole) * (count - 1)) / count
    ready = [fitted(card, whole, width) for card in cards]
    parts = [part for card in ready for part in divided(card, whole, frame.height)]
    return [sheet for sheet in pages(parts, 0, 0, frame.width, frame.height, count, gap(whole)) if sheet]


def _columns(frame: Frame) -> int:
    return max(1, int((frame.width + frame.text * 0.4) / (frame.text * _COLUMN)))


def who_is_who(view: View, frame: Frame, when: str, lit: Sequence[Id] | None = None) -> list[list[Placed]]:
    """Pages of all actors by number, under the names of their sectors; only those that are lit, if any."""
    count, space = _columns(frame), frame.text * 0.3
    width = (frame.width - space * (count - 1)) / count
    sheets: list[list[Placed]] = [[]]
    column, down = 0, 0.0
    for key in sectors(view.board):
        cards = [card for card in who_cards(view, when, lit) if card.tone == tone_of(sectors(view.board).index(key))]
        name = _name(view, frame, key, width)
        for number, card in enumerate(cards):
            for part in divided(_tight(card, frame, width), frame, frame.height - name.height):
                head = [name] if not number or not down else []
                high = part.height + sum(p.height for p in head)
                if down and down + high > frame.height:
                    column, down, head = column + 1, 0.0, [name]
                if column == count:
                    sheets.append([])
                    column = 0
                for piece in (*head, part):
                    sheets[-1].append(at(piece, column * (width + space), down))
                    down += piece.height + (space if piece is part else 0)
    return [sheet for sheet in sheets if sheet]


def _tight(card: Card, frame: Frame, width: float) -> Placed:
    """A card with little paper around its words; what is short stands on the name's line."""
    edge, letters, texts = round(frame.text * 0.35), frame.text, list[Text]()
    y = edge * 0.6
    for said in card.said:
        size = max(said.size * letters, frame.least)
        lines = (wrap_parts if said.whole else wrap)(said.text, (width - 2 * edge) / size, frame.measure, said.bold)
        x = _after(texts[0], frame) if texts else width
        if len(lines) == 1 and x + frame.measure(lines[0], said.bold) * size <= width - edge:
            texts.append(Text(lines, x, texts[0].y, size, said.bold, said.ink, texts[0].height / size))
            continue
        texts.append(Text(lines, edge, y, size, said.bold, said.ink, 1.2))
        y += texts[-1].height
    return Placed(card.id, "card", 0, 0, width, round(y + edge * 0.6), tuple(texts), card.tone, card.shade)


def _after(text: Text, frame: Frame) -> float:
    """Where something may stand on the same line; far away where there are more lines."""
    wide = frame.measure(text.lines[0], text.bold) * text.size
    return text.x + wide + text.size * 0.7 if len(text.lines) == 1 else math.inf


def _name(view: View, frame: Frame, key: str, width: float) -> Placed:
    """A sector's name over its actors."""
    size = frame.text
    lines = wrap(view.text.word("sectors", key).capitalize(), width / size, frame.measure, True)
    text = Text(lines, 0, 0, size, True, "muted", 1.25)
    return Placed(f"sector:{key}", "plain", 0, 0, width, text.height, (text,))


def who_cards(view: View, when: str, lit: Sequence[Id] | None = None, names: bool = False) -> list[Card]:
    """A card for each actor with its number, how many it is and which bands it has; by names where it stands alone."""
    shown = actors(view.state, view.board, when)
    number = by_number(shown)
    in_sector = {key: n for n, key in enumerate(sectors(view.board))}
    said = band_words(view, when, number, names) if view.step.view not in ("actors", "problem") else {}
    cards = []
    for a in shown:
        if lit is None or a.id in lit:
            people = people_words(view.words, a.people) if a.people > 1 else ""  # one is what one thinks
            more = PART.join(part for part in (people, said.get(a.id, "")) if part)
            name = Said(a.text if names else f"{number[a.id]}  {a.text}", bold=True)
            tone, shade = tone_of(in_sector.get(a.sector, 0)), "held" if a.holder else "plain"
            cards.append(Card(a.id, (name, *((Said(more, 0.9, whole=True),) if more else ())), tone, shade))
    return cards


def detail(view: View, actor: Actor) -> str:
    """Where an actor lies, how many it is, and whether it holds the threads."""
    words, text = view.words, view.text
    parts = [
        text.word("sectors", actor.sector),
        text.word("rings", actor.ring),
        people_words(words, actor.people) if actor.people else "",
        words("holds the threads") if actor.holder else "",
        words("Table {n}", n=actor.table) if actor.table else "",
    ]
    return " · ".join(part for part in parts if part)


def band_words(view: View, when: str, number: dict[Id, int], names: bool = False) -> dict[Id, str]:
    """Each actor's bands by kind, as numbers, "works 3, 7 · clashes 12", or as names."""
    ends: dict[Id, dict[str, list[int]]] = {}
    for band in bands(view.state, view.board, when):
        for one, other in ((band.start, band.end), (band.end, band.start)):
            if one in number and other in number:
                ends.setdefault(one, {}).setdefault(band.kind, []).append(number[other])
    name = {number[a.id]: a.text for a in actors(view.state, view.board, when)} if names else {}

    def said(kind: str, others: list[int]) -> str:
        between = ": " if names else " "
        return view.words(KIND_WORDS[kind]) + between + ", ".join(name.get(n, str(n)) for n in sorted(others))

    return {id: PART.join(said(kind, kinds[kind]) for kind in BANDS if kind in kinds) for id, kinds in ends.items()}
