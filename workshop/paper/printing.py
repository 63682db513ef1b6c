"""What can be printed, as sheets: the same pages as in the PDF of it."""

from collections.abc import Callable, Mapping
from dataclasses import replace

from workshop.paper import table_cards, worksheets
from workshop.paper.kinds import FILES, PAPERS, composed
from workshop.paper.pages import sheets
from workshop.paper.pdf import with_missing
from workshop.paper.sheets import Sheet
from workshop.paper.wish import Wish

_SHEETS: Mapping[str, Callable[[Wish], tuple[Sheet, ...]]] = {
    "worksheets": worksheets.sheets_a4,
    "worksheets-a3": worksheets.sheets_a3,
    "cards": table_cards.sheets,
}
PRINTS: Mapping[str, str] = {
    **{name: paper.title for name, paper in PAPERS.items()},
    **{name: FILES[name].title for name in _SHEETS},
}


def printed(what: str, wish: Wish) -> tuple[Sheet, ...]:
    """The sheets of one of PRINTS; Refusal where there is nothing to print."""
    if what in _SHEETS:
        return _SHEETS[what](wish)
    return sheets(with_missing(composed(replace(wish, paper=what)), wish.words))
