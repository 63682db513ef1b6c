"""Lays out a paper's pages for the program's own windows: the same pictures that the PDF is drawn from."""

import pickle
from itertools import accumulate
from pathlib import Path

from workshop.paper.files import put
from workshop.paper.kinds import composed
from workshop.paper.pages import sheets
from workshop.paper.pdf import with_missing
from workshop.paper.wish import Wish


def write(path: Path, wish: Wish) -> None:
    """Write the places of all pages in what follows, and then the pages, to be read by the program that asked."""
    document = with_missing(composed(wish), wish.words)
    pages = [
        pickle.dumps((sheet.picture, sheet.badges), protocol=pickle.HIGHEST_PROTOCOL) for sheet in sheets(document)
    ]
    places = list(accumulate((len(page) for page in pages), initial=0))[:-1]
    put(path, pickle.dumps(places) + b"".join(pages))
