"""Puts a session's report together: what was agreed, what came of each exercise, and an appendix with the rest."""

from collections.abc import Iterator, Sequence
from itertools import groupby

from workshop.model.exercise import Step
from workshop.model.outcomes import goes_through
from workshop.model.record import Memo, Note
from workshop.model.visible import Audience
from workshop.model.words import Words
from workshop.paper.boards.agreements import ANCHOR, agreed, came_from
from workshop.paper.document import Block, Column, Document, Figure, Heading, Paragraph, Phrase, Row, table
from workshop.paper.seen import Ran, Seen, Told, seen, steps_of
from workshop.paper.waiting import waiting
from workshop.paper.wish import Wish

_FEW = 2  # pages that a board may take among the text


def report(wish: Wish) -> Document:
    """The report of a session as an audience may see it."""
    found, words = seen(wish), wish.words
    blocks: list[Block] = [Heading(agreements_title(found), 1, ANCHOR), *agreed(found.state, words)]
    blocks += waiting(found.state, words)
    rest: list[Block] = []
    rest += came_from(found.state, words)
    for ran in found.runs:
        told = list(found.boards(ran))
        blocks += _exercise(found, ran, told)
        rest += _rest(found, ran, told)
    if not found.runs:
        blocks.append(Paragraph(words("No exercise has begun yet.")))
    if rest:
        lead = Paragraph(words("All that was written, to look things up in."), "lead")
        blocks += [Heading(words("Appendix"), 1, "appendix"), lead, *rest]
    return found.paper(blocks, kicker=words("Summary"))


def agreements_title(found: Seen) -> str:
    """What the session's one exercise calls its agreements; the program's own words for those of several."""
    used = {ran.run.exercise: ran for ran in found.runs}.values()
    plans = [(ran.text, plan) for ran in used for plan in ran.exercise.boards if plan.kind == "agreements"]
    return plans[0][0].board(plans[0][1].key).title if len(plans) == 1 else found.words("What we agreed")


def _exercise(found: Seen, ran: Ran, told: Sequence[Told]) -> Iterator[Block]:
    """What the exercise is for, and what came of each of its boards."""
    words = found.words
    yield Heading(ran.text.title, 1, f"exercise:{ran.run.id}", detail=ran.place)
    yield Paragraph(ran.text.purpose, "lead")
    empty = []
    for board in told:
        if board.board.kind == "agreements" and not goes_through(board.board):  # they stand first, once
            continue
        title, anchor = board.text.title, f"board:{board.board.id}"
        if board.section:
            marked = anchor if any(isinstance(block, Figure) for block in board.section) else ""
            if title != ran.text.title:
                yield Heading(title, 2, marked)
            if held_back(found, board):
                yield Paragraph(_stays(words))
            yield from (_no_larger(block, words) for block in board.section)
        elif held_back(found, board):
            yield Heading(title, 2)
            yield Paragraph(_stays(words))
        elif board.kind.whole(board.view):
            yield Heading(title, 2)
            yield Paragraph(words("What was written here stands in the appendix."))
        else:
            empty.append(title)
    if empty:
        yield Paragraph(words("Nothing was written on: {boards}.", boards=", ".join(empty)), "small")


def _no_larger(block: Block, words: Words) -> Block:
    """A figure that would take many pages is not shown among the text."""
    if isinstance(block, Figure) and not 0 < len(block.pictures) <= _FEW:
        return Paragraph(words("The board is too large to be shown here. All that lies on it stands in the appendix."))
    return block


def _stays(words: Words) -> str:
    return words("The cards written here stay in the room. What you read is what came of them.")


def held_back(found: Seen, board: Told) -> bool:
    """Whether there is more on the board than the audience sees."""
    cards = found.whole.inside(board.board.id, Note)
    return any((seen := found.state.get(note.id, Note)) is not note and seen != note for note in cards)


def _rest(found: Seen, ran: Ran, told: Sequence[Told]) -> list[Block]:
    """All that was written in an exercise and isn't told above, board by board, with the facilitator's notes."""
    words, several = found.words, len(found.runs) > 1
    blocks: list[Block] = []
    for board in told:
        if more := board.kind.whole(board.view):
            named = (ran.text.title, board.text.title) if several else (board.text.title,)
            title = " · ".join(dict.fromkeys(named))
            blocks += [Heading(title, 2, detail=_step_numbers(ran.exercise.steps, board.steps, words)), *more]
    if found.audience is Audience.FULL:
        blocks += [*_memos(found, ran), *_went(ran, words)]
    return blocks


def _step_numbers(all_: Sequence[Step], steps: Sequence[Step], words: Words) -> str:
    numbers = [all_.index(step) + 1 for step in steps]
    following = [[n for _, n in group] for _, group in groupby(enumerate(numbers), lambda pair: pair[1] - pair[0])]
    said = [f"{run[0]}–{run[-1]}" if len(run) > 2 else ", ".join(map(str, run)) for run in following]
    return words.many("Step {steps}", "Steps {steps}", len(numbers), steps=", ".join(said))


def _memos(found: Seen, ran: Ran) -> list[Block]:
    """The facilitator's private notes by step, where the audience may see any."""
    words, text = found.words, ran.text
    order = {step.key: number for number, step in enumerate(ran.exercise.steps)}
    memos = sorted(found.state.inside(ran.run.id, Memo), key=lambda memo: order.get(memo.step, len(order)))
    rows = [
        Row(memo.id, ((Phrase(text.step(memo.step).title, "strong"),), (Phrase(memo.text),)))
        for memo in memos
        if memo.text
    ]
    if not rows:
        return []
    columns = [Column(words("Step"), 0.28), Column(words("Note"), 0.72)]
    return [Heading(words("Private notes"), 2, f"memos:{ran.run.id}"), table(columns, rows)]


def _went(ran: Ran, words: Words) -> list[Block]:
    """The exercise's steps, so that one sees how it was done."""
    columns = [Column("", 0.05), Column(words("Step"), 0.83), Column(words("Time"), 0.12, end=True)]
    told = table(columns, steps_of(ran, words), dense=True)
    return [Heading(words("How it was done: {exercise}", exercise=ran.text.title), 2), told]
