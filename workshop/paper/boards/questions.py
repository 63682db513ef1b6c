"""Questions on paper: the answers side by side, what was made of them, and the assignment with lines to sign on."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from itertools import zip_longest

from workshop.model.asking.answers import answers_to, joint_of, mandate_keys, parties_of, question_keys
from workshop.model.asking.joint import asked
from workshop.model.asking.words import (
    detail,
    left_open,
    likeness,
    party_name,
    said,
    scale_title,
    short,
    standing,
    start_title,
    title,
    told_words,
    weight_word,
)
from workshop.model.change import State
from workshop.model.exercise import Step
from workshop.model.picture import View
from workshop.model.record import Answer, Board, Id, Joint
from workshop.paper.document import Block, Column, Figure, Heading, Paragraph, Phrase, Row, Table, table
from workshop.paper.kind import Printed


def telling(state: State, board: Board, steps: Sequence[Step]) -> tuple[Step, ...]:
    """The sheet, where it is one; else the answers shown, what they weigh, and the assignment as it is to be signed."""
    said_ = state.inside(board.id, Answer)
    rows = state.inside(board.id, Joint)
    if not parties_of(state, board):
        return tuple(steps[-1:]) if said_ else ()
    answered = {a.question for a in said_ if a.party}
    told = [s for s in steps if s.view == "show" and answered.intersection((s.focus,) if s.focus else answered)]
    told += [s for s in steps if s.view == "weigh" and any(row.weight for row in rows)][-1:]
    decided = any(row.wording or row.owner for row in rows) or any(a.question in mandate_keys(board) for a in said_)
    told += [replace(s, view="document") for s in steps if s.view == "assignment" and decided][-1:]
    return tuple(told)


def section(view: View, told: Sequence[Step], figure: Callable[[Step], Figure]) -> tuple[Block, ...]:
    """Question by question what each party answered and what came of it; the assignment last."""
    if not view.state.inside(view.board.id, Answer) and not view.state.inside(view.board.id, Joint):
        return ()
    if not parties_of(view.state, view.board):
        return *(figure(step) for step in told), *_sheet(view, question_keys(view.board))
    blocks: list[Block] = []
    for question in question_keys(view.board):
        blocks += _question(view, question)
    blocks += _left_over(view)
    blocks += _weighing(view, told, figure)
    blocks += _assignment(view, told, figure)
    return tuple(blocks)


def _sheet(view: View, questions: Sequence[str]) -> list[Block]:
    """Questions down the page, with the answers that all gave beside them."""
    rows = []
    for question in questions:
        label = (Phrase(title(view, question), "strong"),)
        for number, answer in enumerate(answers_to(view.state, view.board, question, "")):
            rows.append(Row(answer.id, (() if number else label, _phrases(view, answer))))
    return [table([Column("", 0.28), Column("", 0.72)], rows)] if rows else []


def _phrases(view: View, answer: Answer, label: str = "") -> tuple[Phrase, ...]:
    small = detail(view, answer)
    first = (Phrase(label, "accent"),) if label else ()
    text = Phrase(said(view, answer), "muted" if answer.unknown else "plain")
    return (*first, text, *((Phrase(small, "muted"),) if small else ()))


def _question(view: View, question: str) -> Iterator[Block]:
    """One question: what it began from, each party's answers side by side, the wording and who stands behind it."""
    row = joint_of(view.state, view.board, question)
    yield Heading(title(view, question), 3, detail=likeness(view, row))
    if starts := answers_to(view.state, view.board, question, ""):
        rows = [Row(a.id, (_phrases(view, a, start_title(view, question)),)) for a in starts]
        yield Table((Column("", 1.0),), tuple(rows))
    parties = parties_of(view.state, view.board)
    columns = tuple(Column(p.name, 1 / len(parties)) for p in parties)
    beside = list(zip_longest(*(answers_to(view.state, view.board, question, p.id) for p in parties)))
    if beside:
        yield Table(columns, tuple(_beside(view, cells) for cells in beside))
    if words := told_words(view, question):
        yield Paragraph(words, "small")
    if phrases := _wording(view, row):
        yield Table((Column(view.words("Joint wording"), 1.0),), (Row(row.id, (phrases,)),))


def _left_over(view: View) -> list[Block]:
    """Answers of parties that no longer take part: nothing that was written is forgotten."""
    here = {"", *(p.id for p in parties_of(view.state, view.board))}
    rows = [
        Row(a.id, (_phrases(view, a, f"{party_name(view, a.party)}: {short(view, a.question)}"),))
        for a in view.state.inside(view.board.id, Answer)
        if a.party not in here
    ]
    return [Table((Column("", 1.0),), tuple(rows))] if rows else []


def _beside(view: View, cells: Sequence[Answer | None]) -> Row:
    """One answer of each party that has so many."""
    first: Id = next(a.id for a in cells if a)
    return Row(first, tuple(_phrases(view, a) if a else () for a in cells))


def _wording(view: View, row: Joint) -> tuple[Phrase, ...]:
    said_ = [Phrase(row.wording, "strong")] if row.wording else []
    said_ += [Phrase(stands, "muted")] if (stands := standing(view, row)) else []
    said_ += [Phrase(opened, "accent")] if (opened := left_open(view, row)) else []
    return tuple(said_)


def _weighing(view: View, told: Sequence[Step], figure: Callable[[Step], Figure]) -> list[Block]:
    """What the questions weigh beside each other, in words, and what is to be asked."""
    rows = [joint_of(view.state, view.board, q) for q in question_keys(view.board)]
    weighed = [row for row in rows if row.weight]
    if not weighed:
        return []
    blocks: list[Block] = [Heading(view.words("Weighed against each other"), 3)]
    blocks += [figure(step) for step in told if step.view == "weigh"]
    cells = [
        Row(row.id, ((Phrase(scale_title(view, row.question)),), (Phrase(weight_word(view, row), "strong"),)))
        for row in weighed
    ]
    blocks.append(table([Column("", 0.6), Column("", 0.4)], cells))
    return blocks + [Paragraph(view.text.word("asks", key)) for key in asked(view.state, view.board)]


def _assignment(view: View, told: Sequence[Step], figure: Callable[[Step], Figure]) -> list[Block]:
    """What was decided of the assignment, and the whole of it as it is to be signed."""
    decided = _sheet(view, mandate_keys(view.board))
    signed = [figure(step) for step in told if step.view == "document"]
    blocks: list[Block] = []
    if decided:
        blocks += [Heading(view.words("What was decided of the assignment"), 3), *decided]
    return [*blocks, *signed]


PRINTED = Printed(telling, section)
