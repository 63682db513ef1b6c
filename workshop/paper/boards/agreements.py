"""What was agreed, on paper: one table at the front, and the days for following up."""

from collections import Counter
from collections.abc import Callable, Sequence

from workshop.model.boards.agreements import came_of, lying, origin_words
from workshop.model.change import State
from workshop.model.dates_said import written_out
from workshop.model.exercise import Step
from workshop.model.outcomes import goes_through, made_here
from workshop.model.picture import View
from workshop.model.record import Agreement, Board, FollowUp
from workshop.model.words import Words
from workshop.paper.document import Block, Column, Figure, Heading, Paragraph, Phrase, Row, table
from workshop.paper.kind import Printed

ANCHOR = "agreements"  # where the table at the front stands


def agreed(state: State, words: Words, most: int = 0) -> tuple[Block, ...]:
    """All agreements in one table and the days for following up in another; a sentence where nothing was agreed.

    `most` agreements, and a third as many follow-ups, are told in smaller letters, and how many more there are; 0 is
    all of them.
    """
    agreements = made_here(state)
    follow_ups = sorted((f for f in state.all(FollowUp) if not f.past), key=lambda f: (not f.due, f.due))
    blocks: list[Block] = []
    if agreements:
        rows = [_agreement(agreement, number, words) for number, agreement in enumerate(agreements[: most or None], 1)]
        columns = [
            Column("", 0.05),
            Column(words("What"), 0.46),
            Column(words("Who"), 0.27),
            Column(words("Done by"), 0.22),
        ]
        blocks += [table(columns, rows, dense=bool(most)), *_more(len(agreements) - len(rows), words)]
    else:
        blocks.append(Paragraph(words("Nothing is agreed yet.")))
    if follow_ups:
        columns = [Column(words("Day"), 0.24), Column(words("Who calls"), 0.26), Column(words("The question"), 0.5)]
        blocks.append(Heading(words("Following up"), 2))
        rows = [_follow_up(follow_up, words) for follow_up in follow_ups[: most // 3 + 1 if most else None]]
        blocks += [table(columns, rows, dense=bool(most)), *_more(len(follow_ups) - len(rows), words)]
    return tuple(blocks)


def _more(left_out: int, words: Words) -> list[Block]:
    said = words.many("and one more, in the report", "and {n} more, in the report", left_out)
    return [Paragraph(said, "small")] if left_out else []


def _agreement(agreement: Agreement, number: int, words: Words) -> Row:
    return Row(
        agreement.id,
        (
            (Phrase(str(number), "accent"),),
            (Phrase(agreement.text),),
            (Phrase(agreement.who),) if agreement.who else (),
            (Phrase(written_out(agreement.due, words), "strong"),) if agreement.due else (),
        ),
    )


def came_from(state: State, words: Words) -> tuple[Block, ...]:
    """The cards that the agreements came from, each under the agreement's number; nothing where there are none."""
    told = ((number, a, origin_words(state, a)) for number, a in enumerate(made_here(state), 1))
    rows = [
        Row(
            f"origin:{agreement.id}",
            ((Phrase(str(number), "accent"),), (Phrase(agreement.text),), (Phrase(said, "muted"),)),
        )
        for number, agreement, said in told
        if said
    ]
    columns = [Column("", 0.05), Column(words("What"), 0.45), Column(words("The card that it came from"), 0.5)]
    heading = Heading(words("Where the agreements came from"), 2)
    return (heading, table(columns, rows, dense=True)) if rows else ()


def _follow_up(follow_up: FollowUp, words: Words) -> Row:
    return Row(
        follow_up.id,
        (
            (Phrase(written_out(follow_up.due, words), "strong"),) if follow_up.due else (),
            (Phrase(follow_up.who),) if follow_up.who else (),
            (Phrase(follow_up.question),) if follow_up.question else (),
        ),
    )


def telling(state: State, board: Board, steps: Sequence[Step]) -> tuple[Step, ...]:
    """The last step that used the board, where there is something on it to hang on a wall."""
    return tuple(steps[-1:]) if lying(state, board) else ()


def section(view: View, told: Sequence[Step], figure: Callable[[Step], Figure]) -> tuple[Block, ...]:
    """Earlier agreements with what came of each; of those made here where they are found: they stand at the front."""
    if goes_through(view.board):
        return _gone_through(view)
    return (Paragraph(view.words("What was agreed stands first in this summary."), to=ANCHOR),) if told else ()


def whole(view: View) -> tuple[Block, ...]:
    """Nothing more: all of it stands at the front."""
    return ()


def brief(view: View) -> tuple[str, ...]:
    """Of earlier agreements, how many came to what; those made here are told in a table of their own."""
    came = Counter(a.outcome for a in lying(view.state, view.board) if isinstance(a, Agreement) and a.outcome)
    said = ", ".join(f"{view.text.word('outcomes', key)}: {n}" for key, n in came.items())
    return (said[:1].upper() + said[1:],) if goes_through(view.board) and said else ()


def _gone_through(view: View) -> tuple[Block, ...]:
    """What was agreed last time, what came of it and why, and what was to be asked."""
    words, found = view.words, lying(view.state, view.board)
    rows = [_outcome(view, agreement) for agreement in found if isinstance(agreement, Agreement)]
    asked = [f.question for f in found if isinstance(f, FollowUp)]
    columns = [Column(words("What"), 0.46), Column(words("What came of it"), 0.22), Column(words("Why"), 0.32)]
    blocks: list[Block] = [table(columns, rows)] if rows else []
    return (*blocks, *(Paragraph(words("To be asked today: {question}", question=said)) for said in asked))


def _outcome(view: View, agreement: Agreement) -> Row:
    outcome, why, onward = came_of(view, agreement)
    due = written_out(agreement.due, view.words)
    who_when = " · ".join(part for part in (agreement.who, due) if part)
    return Row(
        agreement.id,
        (
            (Phrase(agreement.text), *((Phrase(who_when, "muted"),) if who_when else ())),
            tuple(Phrase(said, tone) for said, tone in ((outcome, "strong"), (onward, "muted")) if said),
            (Phrase(why),) if why else (),
        ),
    )


PRINTED = Printed(telling, section, whole, brief)
