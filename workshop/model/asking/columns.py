"""Answers side by side: a column for each party under its question, covered while the parties answer apart."""

from collections.abc import Sequence
from dataclasses import replace

from workshop.model.arrange import (
    Card,
    Said,
    as_pages,
    at,
    between,
    centred,
    divided,
    fitted,
    gap,
    heading,
    pad,
    side_by_side,
)
from workshop.model.asking.answers import answers_to, joint_of, parties_of
from workshop.model.asking.cards import answer_card, start_card, wording_card
from workshop.model.asking.joint import agreed_by_all
from workshop.model.asking.words import (
    aside,
    left_open,
    likeness,
    questions_of,
    same_words,
    standing,
    title,
)
from workshop.model.letters import LEADING, balanced, wrap
from workshop.model.picture import Frame, Picture, Placed, Text, View
from workshop.model.record import Id, Party, Stage
from workshop.model.rows import ALL, close_sheets

_SHEET = 0.64  # of the desk's width is the sheet that is being written on
_ROOMY = 34  # letters; in a frame narrower than that what is covered lies below the sheet
_NARROWEST = 7  # letters of a column: all parties are to be seen at once
_LOWEST = 11  # letters that a page must be high to have columns
_LIT = ("show", "wording")  # views in which the same words are lit


def covered(view: View, frame: Frame) -> frozenset[str]:
    """The parties whose answers are behind the curtain, in this frame."""
    if frame.paged:
        return frame.curtain
    stage = view.state.get("stage", Stage)
    blind = stage is not None and view.board.setting("blind", False)
    return frozenset(stage.curtain) - {stage.sheet} if stage and blind else frame.curtain


def columns(view: View, frame: Frame) -> tuple[Picture, ...]:
    """The questions of a step with the answers of each party, each read to its end; in pages on the wall."""
    if frame.close or frame.spotlight or _tight(view, frame):
        return _close(view, frame)
    frame = replace(frame, brief=ALL if frame.paged else 0)
    sheets: list[list[Placed]] = []
    for question in questions_of(view):
        made = _question(view, frame, question)
        if frame.paged or not sheets:
            sheets += made
        else:
            down = _bottom(sheets[0]) + between(frame)
            sheets[0] += [at(p, 0, down) for p in made[0]]
    return as_pages(sheets or [[]], frame)


def _tight(view: View, frame: Frame) -> bool:
    """Whether the letters are so large that no column has room under its name: then answers come one after another."""
    return frame.paged and frame.height < frame.text * _LOWEST and not covered(view, frame)


def _bottom(placed: Sequence[Placed]) -> float:
    return max((p.y + p.height for p in placed), default=0.0)


def _question(view: View, frame: Frame, question: str) -> list[list[Placed]]:
    """One question's pages: its title on each, what it begins from or its wording, then the columns."""
    head = _title(view, frame, question)
    top = _bottom(head) + gap(frame)
    sheets, y = [list(head)], top
    for part in _parts(_above(view, frame, question), frame, frame.height - top):
        if frame.paged and y > top and y + part.height > frame.height:
            sheets.append(list(head))
            y = top
        sheets[-1].append(at(part, 0, y))
        y += part.height + gap(frame)
    y += gap(frame) if y > top and not frame.paged else 0.0
    behind = covered(view, frame)
    parties = parties_of(view.state, view.board)
    if not frame.paged and behind and len(behind) < len(parties):
        return [sheets[0] + _one_sheet(view, frame, question, parties, behind, y)]
    lit = same_words(view, question) if view.step.view in _LIT else frozenset()
    beside = side_by_side(frame, len(parties), _NARROWEST) if parties else 1
    for first in range(0, len(parties), beside):
        group = parties[first : first + beside]
        pages = _beside(view, frame, question, group, lit, frame.width, y, top)
        if frame.paged and y > top and (first or not _begins_well(pages, frame)):
            sheets.append(list(head))
            pages = _beside(view, frame, question, group, lit, frame.width, top, top)
        sheets[-1] += pages[0]
        sheets += [[*head, *page] for page in pages[1:]]
        y = _bottom(sheets[-1]) + gap(frame) * 2
    return sheets


def _begins_well(pages: Sequence[Sequence[Placed]], frame: Frame) -> bool:
    """Whether all that lies on the first page has room there, and every party that has answers begins on it."""
    held = [{p.x for p in page if p.role in ("card", "curtain")} for page in pages]
    return _bottom(pages[0]) <= frame.height and held[0].issuperset(set().union(*held))


def _parts(cards: Sequence[Placed], frame: Frame, room: float) -> list[Placed]:
    """Cards in parts that fit a page."""
    if not frame.paged:
        return list(cards)
    return [part for card in cards for part in divided(card, frame, max(room, frame.text * 4))]


def _one_sheet(
    view: View, frame: Frame, question: str, parties: Sequence[Party], behind: frozenset[str], y: float
) -> list[Placed]:
    """The sheet that is being written on, wide; beside it, or below, that the others have theirs."""
    roomy = frame.width >= frame.text * _ROOMY
    width = round(frame.width * _SHEET) if roomy else frame.width
    opened = [p for p in parties if p.id not in behind]
    placed = _beside(view, frame, question, opened, frozenset(), width, y, y)[0]
    x, down = (width + between(frame), y) if roomy else (0.0, _bottom(placed) + between(frame))
    for party in parties:
        if party.id in behind:
            placed.append(_drawn(view, frame, question, party, x, down, frame.width - x, named=True))
            down += placed[-1].height + gap(frame)
    return placed


def _beside(
    view: View,
    frame: Frame,
    question: str,
    parties: Sequence[Party],
    lit: frozenset[str],
    width: float,
    y: float,
    top: float,
) -> list[list[Placed]]:
    """Parties side by side from `y`, and from `top` on the pages that follow, each page with their names."""
    wide = (width - between(frame) * (len(parties) - 1)) / len(parties)
    lefts = [number * (wide + between(frame)) for number in range(len(parties))]
    heads = _headings(view, frame, question, parties, lefts, wide)
    tall = _bottom(heads) + gap(frame)
    behind, pages = covered(view, frame), [heads_at(heads, y)]
    for party, x in zip(parties, lefts, strict=True):
        if party.id in behind:
            pages[0].append(_drawn(view, frame, question, party, x, y + tall, wide))
            continue
        cards = [
            fitted(answer_card(view, frame, answer, party, lit), frame, wide)
            for answer in answers_to(view.state, view.board, question, party.id)
        ]
        rest = frame.height - top - tall
        flowed = _flowed(_parts(cards, frame, rest), frame, frame.height - y - tall, rest)
        for number, page in enumerate(flowed):
            if number == len(pages):
                pages.append(heads_at(heads, top))
            pages[number] += [at(card, x, (top if number else y) + tall) for card in page]
    return pages


def heads_at(heads: Sequence[Placed], y: float) -> list[Placed]:
    """Headings at the top of the columns."""
    return [at(p, 0, y) for p in heads]


def _flowed(cards: Sequence[Placed], frame: Frame, first: float, rest: float) -> list[list[Placed]]:
    """Cards down one column: as many as there is room for on the first page, the others on pages that follow."""
    pages: list[list[Placed]] = [[]]
    down, room = 0.0, first
    for card in cards:
        if frame.paged and down + card.height > room and (down or len(pages) == 1):
            pages.append([])
            down, room = 0.0, rest
        pages[-1].append(at(card, 0, down))
        down += card.height + gap(frame)
    return pages


def _title(view: View, frame: Frame, question: str) -> list[Placed]:
    """The question as it is asked, and to the right how alike the answers are."""
    size = max(frame.text * (1.1 if frame.paged else 1.3), frame.least)
    sign = likeness(view, joint_of(view.state, view.board, question)) if view.step.view in _LIT else ""
    letters = max(frame.text, frame.least)
    wide = frame.measure(sign, True) * letters + letters * 1.2 if sign else 0.0
    beside = frame.width - wide - size > size * 12
    room = frame.width - (wide + size if sign and beside else 0)
    lines = balanced(title(view, question), room / size, frame.measure, True)
    text = Text(lines, 0, 0, size, True, leading=1.25)
    placed = [Placed(f"question:{question}", "plain", 0, 0, room, text.height, (text,))]
    if sign:
        x, y = (frame.width - wide, 0.0) if beside else (0.0, text.height + gap(frame) / 2)
        high = letters * 1.5
        lines = wrap(sign, (frame.width - letters * 1.2) / letters, frame.measure, True)
        words = Text(lines, x + letters * 0.6, y, letters, True, leading=high / letters)
        box = min(wide, frame.width)
        placed.append(
            Placed(f"likeness:{question}", "bar", x, y, box, words.height, (words,), "selected", shape="round")
        )
    return placed


def _above(view: View, frame: Frame, question: str) -> list[Placed]:
    """What stands between the question and the columns: what else to ask, where it begins, one wording for all."""
    placed = []
    size = max(frame.text, frame.least)
    if view.step.view == "answer" and (more := aside(view, question)):
        lines = wrap(more, frame.width / size, frame.measure)
        text = Text(lines, 0, 0, size, ink="muted", leading=1.25)
        placed.append(Placed(f"aside:{question}", "plain", 0, 0, frame.width, text.height, (text,)))
    if view.step.view != "wording":
        starts = answers_to(view.state, view.board, question, "")
        return placed + [fitted(start_card(view, frame, answer), frame, frame.width) for answer in starts]
    row = joint_of(view.state, view.board, question)
    if row.wording:
        placed.append(fitted(wording_card(view, row), frame, frame.width))
    agreed = agreed_by_all(view.state, view.board, row)
    stands = standing(view, row) or ("" if frame.paged else view.words("No joint wording yet"))
    lines_ = (
        ("stands", stands, agreed, "accent" if agreed else "muted"),
        ("open", left_open(view, row), True, "warning"),
    )
    for name, said, bold, ink in lines_:
        if said:
            text = Text(wrap(said, frame.width / size, frame.measure, bold), 0, 0, size, bold, ink, 1.25)
            placed.append(Placed(f"{name}:{question}", "plain", 0, 0, frame.width, text.height, (text,)))
    return placed


def _headings(
    view: View, frame: Frame, question: str, parties: Sequence[Party], lefts: Sequence[float], wide: float
) -> list[Placed]:
    """The parties' names and marks, all as high as each other, from the top."""
    made: list[list[Placed]] = []
    for under in (False, True):
        made = [
            heading(p.id, p.name, p.mark, p.tone, _heading_detail(view, frame, question, p), frame, x, wide, under)
            for p, x in zip(parties, lefts, strict=True)
        ]
        if len({pieces[0].height for pieces in made}) == 1:
            break
    return [piece for pieces in made for piece in pieces]


def _heading_detail(view: View, frame: Frame, question: str, party: Party) -> str:
    if frame.paged or party.id in covered(view, frame):
        return ""
    count = len(answers_to(view.state, view.board, question, party.id))
    return view.words.many("{n} answer", "{n} answers", count)


def _drawn(
    view: View, frame: Frame, question: str, party: Party, x: float, y: float, width: float, named: bool = False
) -> Placed:
    """A party's answers behind the curtain: how many there are; `named` says also whose."""
    count = len(answers_to(view.state, view.board, question, party.id))
    words = view.words.many("{n} answer behind the curtain", "{n} answers behind the curtain", count)
    size = frame.text
    room = (width - 2 * pad(frame)) / size
    name = wrap(party.name, room, frame.measure, True) if named else ()
    lines = wrap(words, room, frame.measure)
    least = (len(name) + len(lines)) * size * LEADING + 2 * pad(frame)
    height = max(least, frame.height - y) if frame.paged else max(least, size * (4 if named else 8))
    down = y + (height - (len(name) + len(lines)) * size * LEADING) / 2
    texts = []
    for number, line in enumerate(name):
        left = x + (width - frame.measure(line, True) * size) / 2
        texts.append(Text((line,), left, down + number * size * LEADING, size, True))
    texts += centred(lines, x, down + len(name) * size * LEADING, width, size, frame, "ink")
    return Placed(f"curtain:{party.id}", "curtain", x, y, width, height, tuple(texts), "curtain")


def _close(view: View, frame: Frame) -> tuple[Picture, ...]:
    """Answers at reading size over the whole width, the wording first; in a spotlight exactly the chosen ones."""
    chosen: set[Id] = set(frame.spotlight)
    behind = covered(view, frame)
    cards: list[Card] = []
    whole = replace(frame, brief=0)
    for question in questions_of(view):
        row = joint_of(view.state, view.board, question)
        if view.step.view in _LIT and row.likeness and not chosen:
            asked = Said(title(view, question), 0.8, ink="muted")
            cards.append(Card(f"likeness:{question}", (asked, Said(likeness(view, row), bold=True)), "selected"))
        if view.step.view == "wording" and (row.wording or row.owner):
            cards.append(wording_card(view, row, stands=True))
        cards += [start_card(view, whole, a) for a in answers_to(view.state, view.board, question, "")]
        lit = same_words(view, question) if view.step.view in _LIT else frozenset()
        for party in parties_of(view.state, view.board):
            if party.id not in behind:
                found = answers_to(view.state, view.board, question, party.id)
                cards += [answer_card(view, whole, a, party, lit, named=True) for a in found]
    return close_sheets([card for card in cards if not chosen or card.id in chosen], frame)
