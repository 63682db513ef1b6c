"""The agreements alone, with the days for following up."""

from workshop.paper.boards.agreements import agreed
from workshop.paper.compose import agreements_title
from workshop.paper.document import Document
from workshop.paper.seen import seen
from workshop.paper.wish import Wish


def agreements(wish: Wish) -> Document:
    """All that was agreed, who does it and by when, on as few pages as it takes."""
    found = seen(wish)
    blocks = [*found.head(agreements_title(found), found.title), *agreed(found.state, wish.words)]
    return found.paper(blocks, titled=False)
