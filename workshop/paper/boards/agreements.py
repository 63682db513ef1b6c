"""What was agreed, on paper: one table at the front, and the days for following up."""

from collections.abc import Callable, Sequence

from workshop.model.boards.agreements import origin_words
from workshop.model.change import State
from workshop.model.exercise import Step
from workshop.model.picture import View
from workshop.model.record import Agreement, Board, FollowUp
from workshop.model.words import Words
from workshop.paper.dates import written
from workshop.paper.document import Block, Column, Figure, Heading, Paragraph, Phrase, Row, table
from workshop.paper.kind import Printed

ANCHOR = "agreements"  # where the table at the front stands


def agreed(state: State, words: Words) -> tuple[Block, ...]:
    """All agreements in one table and the days for following up in another; a sentence where nothing was agreed."""
    agreements, follow_ups = state.all(Agreement), state.all(FollowUp)
    blocks: list[Block] = []
    if agreements:
        rows = [_agreement(state, agreement, number, words) for number, agreement in enumerate(agreements, 1)]
        columns = [
            Column("", 0.05),
            Column(words("What"), 0.5),
            Column(words("Who"), 0.23),
            Column(words("Done by"), 0.22),
        ]
        blocks.append(table(columns, rows))
    else:
        blocks.append(Paragraph(words("Nothing is agreed yet.")))
    if follow_ups:
        columns = [Column(words("Day"), 0.24), Column(words("Who calls"), 0.26), Column(words("The question"), 0.5)]
        blocks.append(Heading(words("Following up"), 2))
        blocks.append(table(columns, [_follow_up(follow_up, words) for follow_up in follow_ups]))
    return tuple(blocks)


def _agreement(state: State, agreement: Agreement, number: int, words: Words) -> Row:
    origin = origin_words(state, agreement)
    return Row(
        agreement.id,
        (
            (Phrase(str(number), "accent"),),
            _what(agreement.text, origin, words),
            (Phrase(agreement.who),) if agreement.who else (),
            (Phrase(written(agreement.due, words), "strong"),) if agreement.due else (),
        ),
    )


def _what(text: str, origin: str, words: Words) -> tuple[Phrase, ...]:
    """What was agreed, and the card that it came from."""
    if not origin:
        return (Phrase(text),)
    return Phrase(text), Phrase(words("From the card: {text}", text=origin), "muted")


def _follow_up(follow_up: FollowUp, words: Words) -> Row:
    return Row(
        follow_up.id,
        (
            (Phrase(written(follow_up.due, words), "strong"),) if follow_up.due else (),
            (Phrase(follow_up.who),) if follow_up.who else (),
            (Phrase(follow_up.question),) if follow_up.question else (),
        ),
    )


def telling(state: State, board: Board, steps: Sequence[Step]) -> tuple[Step, ...]:
    """The last step that used the board, where there is something on it to hang on a wall."""
    filled = state.inside(board.run, Agreement) or state.inside(board.run, FollowUp)
    return tuple(steps[-1:]) if filled else ()


def section(view: View, told: Sequence[Step], figure: Callable[[Step], Figure]) -> tuple[Block, ...]:
    """Where the agreements are to be found: they stand at the front, once, and hang as a poster."""
    return (Paragraph(view.words("What was agreed stands first in this summary."), to=ANCHOR),) if told else ()


PRINTED = Printed(telling, section)
