"""A session on one page: what was agreed, and what each exercise came to in a few sentences."""

from collections.abc import Sequence

from workshop.paper.boards.agreements import agreed
from workshop.paper.compose import agreements_title
from workshop.paper.document import Block, Column, Document, Heading, Phrase, Row, table
from workshop.paper.pages import page_count
from workshop.paper.seen import Seen, seen
from workshop.paper.wish import Wish

_AMOUNTS = ((12, 3), (10, 3), (9, 2), (8, 2), (7, 2), (6, 1), (5, 1), (3, 1))  # agreements; sentences of each exercise


def one_page(wish: Wish) -> Document:
    """The session on one page: as much of it as that holds, and how much more there is."""
    found = seen(wish)
    told = [(ran.text.title, [s for b in found.boards(ran) for s in b.kind.brief(b.view)]) for ran in found.runs]
    tried = (_document(found, told, *amounts) for amounts in _AMOUNTS)
    return next((made for made in tried if page_count(made) == 1), _document(found, told, *_AMOUNTS[-1]))


def _document(found: Seen, told: Sequence[tuple[str, Sequence[str]]], agreements: int, sentences: int) -> Document:
    blocks: list[Block] = [*found.head(found.title)]
    blocks += [Heading(agreements_title(found), 2, "agreements"), *agreed(found.state, found.words, agreements)]
    rows = [
        Row(title, ((Phrase(title, "strong"),), tuple(Phrase(said) for said in brief[:sentences])))
        for title, brief in told
        if brief
    ]
    if rows:
        said = table([Column("", 0.24), Column("", 0.76)], rows, dense=True)
        blocks += [Heading(found.words("What it came to"), 2), said]
    return found.paper(blocks, titled=False)
