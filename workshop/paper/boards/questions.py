"""Questions on paper: the answers side by side, what was made of them, and the assignment with lines to sign on."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from itertools import zip_longest

from workshop.model.asking.answers import answers_to, joint_of, mandate_keys, parties_of, question_keys
from workshop.model.asking.words import (
    detail,
    left_open,
    likeness,
    party_name,
    said,
    short,
    standing,
    start_title,
    title,
    told_words,
)
from workshop.model.change import State
from workshop.model.exercise import Step
from workshop.model.picture import View
from workshop.model.record import Answer, Board, Joint
from workshop.paper.document import Block, Column, Figure, Heading, Paragraph, Phrase, Row, Table, table
from workshop.paper.kind import Printed

_BESIDE = (Column("", 0.28), Column("", 0.72))  # a question, and what is said to it


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
    """A sheet with its answers; or the joint wordings, what they weigh, and what was decided of the assignment."""
    if not parties_of(view.state, view.board):
        return tuple(_sheet(view, question_keys(view.board)))
    blocks = [*_wordings(view), *_weighing(view, told, figure)]
    if decided := _sheet(view, mandate_keys(view.board)):
        blocks += [Heading(view.words("What was decided of the assignment"), 3), *decided]
    return tuple(blocks)


def whole(view: View) -> tuple[Block, ...]:
    """Question by question what each party answered, side by side."""
    if not parties_of(view.state, view.board):
        return ()
    blocks: list[Block] = []
    for question in question_keys(view.board):
        blocks += _question(view, question)
    return (*blocks, *_left_over(view))


def brief(view: View) -> tuple[str, ...]:
    """The joint wordings."""
    found = ((q, joint_of(view.state, view.board, q).wording) for q in question_keys(view.board))
    return tuple(f"{short(view, question)}: {wording}" for question, wording in found if wording)


def _wordings(view: View) -> list[Block]:
    """Each question with the wording that was made of the answers to it, and who stands behind that."""
    rows = [joint_of(view.state, view.board, question) for question in question_keys(view.board)]
    told = [Row(row.id, (_asked(view, row), phrases)) for row in rows if (phrases := _wording(view, row))]
    columns = [Column(view.words("Question"), 0.3), Column(view.words("Joint wording"), 0.7)]
    return [table(columns, told)] if told else []


def _asked(view: View, row: Joint) -> tuple[Phrase, ...]:
    alike = likeness(view, row)
    return Phrase(title(view, row.question), "strong"), *((Phrase(alike, "muted"),) if alike else ())


def _sheet(view: View, questions: Sequence[str]) -> list[Block]:
    """Questions down the page, with the answers that all gave beside them."""
    rows = []
    for question in questions:
        label = (Phrase(title(view, question), "strong"),)
        for number, answer in enumerate(answers_to(view.state, view.board, question, "")):
            rows.append(Row(answer.id, (() if number else label, _phrases(view, answer))))
    return [table(_BESIDE, rows)] if rows else []


def _phrases(view: View, answer: Answer, label: str = "") -> tuple[Phrase, ...]:
    small = detail(view, answer)
    first = (Phrase(label, "accent"),) if label else ()
    text = Phrase(said(view, answer), "muted" if answer.unknown else "plain")
    return (*first, text, *((Phrase(small, "muted"),) if small else ()))


def _question(view: View, question: str) -> Iterator[Block]:
    """One question: what it began from, and each party's answers side by side; nothing where nobody answered."""
    starts = answers_to(view.state, view.board, question, "")
    parties = parties_of(view.state, view.board)
    columns = tuple(Column(p.name, 1 / len(parties)) for p in parties)
    beside = list(zip_longest(*(answers_to(view.state, view.board, question, p.id) for p in parties)))
    if not starts and not beside:
        return
    yield Heading(title(view, question), 3, detail=likeness(view, joint_of(view.state, view.board, question)))
    if starts:
        rows = [Row(a.id, (_phrases(view, a, start_title(view, question)),)) for a in starts]
        yield Table((Column("", 1.0),), tuple(rows), dense=True)
    if beside:
        yield Table(columns, tuple(_beside(view, cells) for cells in beside), dense=True)
    if words := told_words(view, question):
        yield Paragraph(words, "small")


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
    first, *others = (a.id for a in cells if a)
    return Row(first, tuple(_phrases(view, a) if a else () for a in cells), also=tuple(others))


def _wording(view: View, row: Joint) -> tuple[Phrase, ...]:
    said_ = [Phrase(row.wording, "strong")] if row.wording else []
    said_ += [Phrase(stands, "muted")] if (stands := standing(view, row)) else []
    said_ += [Phrase(opened, "accent")] if (opened := left_open(view, row)) else []
    return tuple(said_)


def _weighing(view: View, told: Sequence[Step], figure: Callable[[Step], Figure]) -> list[Block]:
    """What the questions weigh beside each other, and what is to be asked."""
    drawn: list[Block] = [replace(figure(step), title="") for step in told if step.view == "weigh"]
    return [Heading(view.words("Weighed against each other"), 3), *drawn] if drawn else []


def assignment(view: View) -> tuple[Block, ...]:
    """The assignment in words, as it is to be signed: the joint wordings and what was decided."""
    rows = [joint_of(view.state, view.board, question) for question in question_keys(view.board)]
    told = [
        Row(row.id, ((Phrase(title(view, row.question), "strong"),), said))
        for row in rows
        if (said := _open(view, row))
    ]
    return (*([table(_BESIDE, told)] if told else []), *_sheet(view, mandate_keys(view.board)))


def _open(view: View, row: Joint) -> tuple[Phrase, ...]:
    """A wording, and what of it is left open; who stands behind it is to be signed."""
    opened = left_open(view, row)
    return *((Phrase(row.wording),) if row.wording else ()), *((Phrase(opened, "accent"),) if opened else ())


PRINTED = Printed(telling, section, whole, brief)
