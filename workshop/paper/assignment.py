"""The assignment that the parties agree on, with lines to sign."""

from workshop.model.parties import taking_part
from workshop.model.refusal import Refusal
from workshop.paper.boards.questions import assignment as decided
from workshop.paper.document import Block, Document, Heading, Mark, Signing
from workshop.paper.seen import seen
from workshop.paper.wish import Wish


def assignment(wish: Wish) -> Document:
    """The joint wordings and what was decided, to be signed by each party; Refusal where nothing is worded yet."""
    found, words = seen(wish), wish.words
    blocks: list[Block] = []
    for ran in found.runs:
        for board in found.boards(ran):
            if board.board.setting("mandates") and (said := decided(board.view)):
                parties = tuple(Mark(p.name, p.mark, p.tone) for p in taking_part(found.state, ran.run.id))
                labels = (words("Signature and date"), words("Name in print"))
                blocks += [*said, Heading(words("We stand behind this assignment"), 2), Signing(parties, labels)]
    if not blocks:
        raise Refusal("No assignment has been worded yet. Do that in the step where it is read aloud.")
    made = [*found.head(words("The assignment"), found.title), *blocks]
    return found.paper(made, titled=False)
