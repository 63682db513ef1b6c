"""A board of questions as rows: a sheet, the assignment, and the assignment on paper with lines to sign on."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from workshop.model.arrange import Card, Said, as_pages, at, between, divided, fitted, gap, heading, pad
from workshop.model.asking.answers import answers_to, joint_of, mandate_keys, parties_of, question_keys
from workshop.model.asking.words import aside, detail, left_open, questions_from, said, short, standing, title
from workshop.model.dates_said import written_out
from workshop.model.picture import Frame, Picture, Placed, Stroke, Text, View
from workshop.model.record import Answer, FollowUp, Joint, Party
from workshop.model.rows import ALL, LabelledRow, close_sheets, generous, row_sheets

_SLIM, _NAME = 8, 1.15  # letters: the width of a party's card at least, and the size of its name
_LOW = 9  # letters; on a page lower than that marks are no larger than names
_WIDE = 1.3  # times as wide as high is a sheet with room for two columns
_LINE, _LEAST_LINE = 3.4, 2.5  # letters from one line to sign on to the next; the least on a low sheet


def sheet(view: View, frame: Frame) -> tuple[Picture, ...]:
    """Each question with its answers beside it, in generous letters; never cut, over several pages if need be."""
    questions = questions_from(view)
    return _close(view, frame, questions) or generous(_answered(view, frame, questions), frame)


def _answered(view: View, frame: Frame, questions: tuple[str, ...]) -> list[LabelledRow]:
    """A row for each question that all answer together."""
    rows = []
    for question in questions:
        cards = tuple(_card(view, a) for a in answers_to(view.state, view.board, question, ""))
        small, empty = ("", "") if frame.paged else (aside(view, question), view.words("Not answered yet"))
        rows.append(LabelledRow(question, title(view, question), small, cards, empty))
    return rows


def _card(view: View, answer: Answer, named: bool = False) -> Card:
    words = [Said(said(view, answer))]
    if named:
        words.insert(0, Said(title(view, answer.question), 0.8, ink="muted"))
    if small := detail(view, answer):
        words.append(Said(small, 0.8, ink="muted"))
    return Card(answer.id, tuple(words), "surface", "plain" if named else "bare")


def _close(view: View, frame: Frame, questions: tuple[str, ...], joint: bool = False) -> tuple[Picture, ...]:
    """What is written, at reading size; nothing where the whole board is to be shown."""
    if not (frame.close or frame.spotlight):
        return ()
    cards = []
    for question in questions:
        row = joint_of(view.state, view.board, question)
        if joint and (row.wording or row.owner):
            cards.append(_wording(view, row, named=True))
        elif not joint or question in mandate_keys(view.board):
            cards += [_card(view, a, named=True) for a in answers_to(view.state, view.board, question, "")]
    chosen = frozenset(frame.spotlight)
    return close_sheets([card for card in cards if not chosen or card.id in chosen], frame)


def assignment(view: View, frame: Frame) -> tuple[Picture, ...]:
    """The wordings with who stands behind them, what is left open, and what was decided of the assignment itself."""
    questions = (*question_keys(view.board), *mandate_keys(view.board))
    return _close(view, frame, questions, joint=True) or generous(_rows(view, frame), frame)


def _rows(view: View, frame: Frame) -> list[LabelledRow]:
    empty = "" if frame.paged else view.words("No joint wording yet")
    rows = []
    for question in question_keys(view.board):
        row = joint_of(view.state, view.board, question)
        cards = (_wording(view, row),) if row.wording or row.owner else ()
        rows.append(LabelledRow(question, short(view, question), "", cards, empty))
    return rows + _answered(view, frame, mandate_keys(view.board))


def _wording(view: View, row: Joint, named: bool = False) -> Card:
    words = [Said(title(view, row.question), 0.8, ink="muted")] if named else []
    words += [Said(row.wording)] if row.wording else []
    words += [Said(stands, 0.8, ink="muted")] if (stands := standing(view, row)) else []
    words += [Said(opened, 0.8, True, "warning")] if (opened := left_open(view, row)) else []
    return Card(row.id, tuple(words), "surface", "plain" if named else "bare")


def party_cards(view: View, frame: Frame) -> tuple[Picture, ...]:
    """The parties, each with its mark in large letters and its name; on the wall as large as one page allows."""
    parties = [p for p in parties_of(view.state, view.board) if not frame.spotlight or p.id in frame.spotlight]
    whole = replace(frame, brief=ALL if frame.paged else 0)
    for times in (1.6, 1.3) if frame.paged else ():
        pictures = _party_cards(parties, replace(whole, text=frame.text * times))
        if len(pictures) == 1:
            return pictures
    return _party_cards(parties, whole)


def _party_cards(parties: Sequence[Party], frame: Frame) -> tuple[Picture, ...]:
    """As many beside each other as have room for their longest word."""
    longest = max((frame.measure(word, True) for p in parties for word in p.name.split()), default=1.0)
    needed = max(frame.text * _SLIM, longest * _NAME * frame.text + 2 * pad(frame))
    count = max(1, min(len(parties), int((frame.width + gap(frame)) / (needed + gap(frame)))))
    width = (frame.width - gap(frame) * (count - 1)) / count
    cards = [part for p in parties for part in _whole(fitted(_party(p, frame), frame, width), frame)]
    sheets: list[list[Placed]] = [[]]
    y = 0.0
    for first in range(0, len(cards), count):
        row = cards[first : first + count]
        high = max(card.height for card in row)
        if frame.paged and y and y + high > frame.height:
            sheets.append([])
            y = 0.0
        sheets[-1] += [at(replace(card, height=high), i * (width + gap(frame)), y) for i, card in enumerate(row)]
        y += high + gap(frame)
    return as_pages(sheets, frame)


def _whole(card: Placed, frame: Frame) -> Iterator[Placed]:
    return divided(card, frame, frame.height) if frame.paged else iter((card,))


def _party(party: Party, frame: Frame) -> Card:
    size = 1.0 if frame.paged and frame.height < frame.text * _LOW else 2.2
    mark = (Said(party.mark, size, True),) if party.mark else ()
    return Card(party.id, (*mark, Said(party.name, _NAME, True)), party.tone)


def document(view: View, frame: Frame) -> tuple[Picture, ...]:
    """The assignment as it is printed: the rows, in two columns on a wide sheet, and below them lines to sign on."""
    rows = [*_rows(view, replace(frame, paged=True)), *_follow_ups(view)]
    bodies = _bodies(rows, len(question_keys(view.board)), replace(frame, brief=0))
    placed, strokes, height = _signatures(view, frame)
    bottom = max((p.y + p.height for p in bodies[-1].placed), default=0.0) + gap(frame) * 4
    sheets: list[list[Placed | Stroke]] = [[*body.placed, *body.strokes] for body in bodies]
    if frame.paged and bottom + height > frame.height:
        sheets.append([])
        bottom = 0.0
    sheets[-1] += [at(p, 0, bottom) for p in placed]
    sheets[-1] += [replace(s, points=tuple((x, y + bottom) for x, y in s.points)) for s in strokes]
    return as_pages(sheets, frame)


def _bodies(rows: Sequence[LabelledRow], middle: int, frame: Frame) -> tuple[Picture, ...]:
    """All pages of the rows; on a wide sheet where they fit on one, in two columns parted in the middle."""
    if frame.width > frame.height * _WIDE:
        half = replace(frame, width=(frame.width - between(frame) * 2) / 2)
        left, right = (row_sheets(part, half) for part in (rows[:middle], rows[middle:]))
        if len(left) == len(right) == 1:
            beside = right[0].moved(half.width + between(frame) * 2, 0, frame.width, frame.height)
            strokes = left[0].strokes + beside.strokes
            return (replace(beside, placed=left[0].placed + beside.placed, strokes=strokes),)
    return row_sheets(rows, frame)


def _follow_ups(view: View) -> list[LabelledRow]:
    """The days on which somebody calls back, as one row."""
    cards = []
    for follow_up in view.state.inside(view.board.run, FollowUp):
        caller = view.words("{who} calls", who=follow_up.who) if follow_up.who else ""
        when = " · ".join(part for part in (written_out(follow_up.due, view.words), caller) if part)
        words = [Said(follow_up.question)] if follow_up.question else []
        words += [Said(when, 0.8, ink="muted")] if when else []
        cards.append(Card(follow_up.id, tuple(words), "surface", "bare"))
    return [LabelledRow("follow-up", view.words("Following up"), "", tuple(cards))] if cards else []


def _signatures(view: View, frame: Frame) -> tuple[list[Placed], list[Stroke], float]:
    """For each party a line for the date, the name and the signature."""
    parties, size = parties_of(view.state, view.board), frame.text
    if not parties:
        return [], [], 0.0
    title = Text((view.words("We stand behind this assignment"),), 0, 0, size, True, "accent")
    placed = [Placed("sign", "plain", 0, 0, frame.width, title.height, (title,))]
    strokes: list[Stroke] = []
    wide = (frame.width - between(frame) * (len(parties) - 1)) / len(parties)
    top, bottom = title.height + gap(frame), 0.0
    small = max(frame.least, size * 0.75)
    for number, party in enumerate(parties):
        x = number * (wide + between(frame))
        head = [at(p, 0, top) for p in heading(party.id, party.name, party.mark, party.tone, "", frame, x, wide)]
        placed += head
        y = max(p.y + p.height for p in head)
        room = (frame.height - y) / 3 - size * 0.4 if frame.paged else size * _LINE
        step = min(size * _LINE, max(size * _LEAST_LINE, room))
        for what in (view.words("Date"), view.words("Name"), view.words("Signature")):
            y += step
            strokes.append(Stroke(f"sign:{party.id}:{what}", ((x, y), (x + wide, y)), "muted", max(0.6, size / 24)))
            label = Text((what,), x, y + size * 0.15, small, ink="muted", leading=1.18)
            placed.append(Placed(f"sign:{party.id}:{what}", "plain", x, label.y, wide, label.height, (label,)))
            bottom = max(bottom, label.y + label.height)
    return placed, strokes, bottom
