"""Lays out a paper's pages for the program's own windows: the same pictures that the PDF is drawn from."""

import pickle
from itertools import accumulate
from pathlib import Path

from workshop.model.picture import Picture
from workshop.paper.files import put
from workshop.paper.kinds import composed
from workshop.paper.pages import sheets
from workshop.paper.pdf import with_missing
from workshop.paper.sheets import Sheet
from workshop.paper.wish import Wish


def _page(sheet: Sheet) -> tuple[Picture, tuple[tuple[float, float, float, float, str, bytes], ...]]:
    """A page and what lies on it in an organisation's own colour."""
    return sheet.picture, tuple((b.x, b.y, b.width, b.height, b.colour, b.image) for b in sheet.badges)


def write(path: Path, wish: Wish) -> None:
    """Write the places of all pages in what follows, and then the pages, to be read by the program that asked."""
    document = with_missing(composed(wish), wish.words)
    pages = [pickle.dumps(_page(sheet), protocol=pickle.HIGHEST_PROTOCOL) for sheet in sheets(document)]
    places = list(accumulate((len(page) for page in pages), initial=0))[:-1]
    put(path, pickle.dumps(places) + b"".join(pages))
