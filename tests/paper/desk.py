"""A summary in the hand: written from a session, read back as somebody with the PDF alone would."""

import io
import re
import time
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import cache
from pathlib import Path

from pypdf import PdfReader
from pypdf.generic import StreamObject

from workshop.catalog.folder import example, load
from workshop.look import EXERCISES
from workshop.model import begin, notes
from workshop.model.change import State
from workshop.model.example import begun as example_begun
from workshop.model.example import play
from workshop.model.exercise import Exercise, Exercises, ExerciseText
from workshop.model.record import Board
from workshop.model.session import InMemory, Session
from workshop.model.visible import Audience
from workshop.paper.compose import report
from workshop.paper.document import Document, Figure, Table
from workshop.paper.kinds import composed, write
from workshop.paper.pages import sheets
from workshop.paper.sheets import Sheet
from workshop.paper.wish import Wish
from workshop.words import Catalogue

FOLDER = EXERCISES / "reta-motparten"
ODD = (
    "<b>fet</b> &amp; <img src='/etc/hostname'>",
    "مرحبا بالعالم كيف حالكم اليوم؟ 12",
    "שלום עולם",
    "👨‍👩‍👧 👍🏽 🇸🇪 tillsammans",
    "ö" * 60,
    "Räksmörgås på Åland, één été → ✓",
    "före\x00efter",
    "Vi tar det en gång till. " * 12,
    "Nej",
)


@cache
def the_exercise() -> tuple[Exercise, dict[str, ExerciseText]]:
    """The first exercise and its texts by language."""
    exercise, texts = load(FOLDER)
    return exercise, dict(texts)


def held() -> Exercises:
    """The first exercise as a session holds it."""
    exercise, texts = the_exercise()
    return {exercise.name: (exercise, texts)}


@cache
def played() -> State:
    """The example session at its end."""
    exercise, texts = the_exercise()
    session = Session(example_begun(exercise, texts["sv"], example(FOLDER)), InMemory(), time.monotonic)
    for _ in play(session, exercise, example(FOLDER)):
        pass
    return session.state


def begun(title: str = "Ett pass") -> State:
    """A session in which nobody has written anything yet."""
    exercise, texts = the_exercise()
    state = begin.cover(title, "Gruppen", "Ladan", "2026-10-14").apply(State())
    state = begin.parties([("a", "Kommunen", "K"), ("b", "Regionen", "R")]).apply(state)
    return begin.run(state, exercise, texts["sv"], id="r").apply(state)


def written(said: Sequence[str], board: str = "provocations", title: str = "Ett pass") -> State:
    """A session whose sides have written these cards, taking turns."""
    state = begun(title)
    on = state.need(f"r:{board}", Board)
    for number, text in enumerate(said):
        state = notes.add_note(state, on, "ab"[number % 2], text, id=f"c{number:03}").apply(state)
    return state


def numbered(count: int) -> list[str]:
    """So many cards of very different length, no two alike."""
    return [f"Kort {n:03}: " + "vi skickar allt för sent " * (n % 7) + f"slut {n:03}" for n in range(count)]


def wish(state: State, audience: Audience = Audience.SHARED, language: str = "sv") -> Wish:
    """A session's summary, as an audience may see it."""
    return Wish(state, held(), Catalogue(language), audience)


def document(state: State, audience: Audience = Audience.SHARED, language: str = "sv") -> Document:
    """What the summary of a session says."""
    return report(wish(state, audience, language))


def posters(state: State, audience: Audience = Audience.SHARED) -> Document:
    """All boards of a session as posters."""
    return composed(replace(wish(state, audience), paper="posters"))


def laid_out(state: State, audience: Audience = Audience.SHARED) -> tuple[Sheet, ...]:
    """The sheets of a session's report."""
    return sheets(document(state, audience))


def told(whole: Document) -> list[str]:
    """All words in a document's tables, but those that only say what an agreement came from."""
    rows = [row for block in whole.blocks if isinstance(block, Table) for row in block.rows]
    return [p.text for row in rows if not row.id.startswith("origin:") for cell in row.cells for p in cell]


class Print:
    """A summary's PDF, and what can be read in it."""

    def __init__(self, path: Path) -> None:
        self.bytes = path.read_bytes()
        self.reader = PdfReader(io.BytesIO(self.bytes))
        self.pages = [page.extract_text() for page in self.reader.pages]

    def times(self, said: str) -> int:
        """How often words stand in it, however they are broken into lines."""
        return squeezed("".join(self.pages)).count(squeezed(said))

    def says(self, said: str) -> bool:
        """Whether words stand in it."""
        return self.times(said) > 0

    def inside(self) -> Iterator[bytes]:
        """Everything in the file with nothing packed: what a curious person could dig out."""
        yield self.bytes
        for number in range(1, len(self.reader.xref_objStm) + len(self.reader.xref[0]) + 1):
            thing = self.reader.get_object(number)
            yield repr(thing).encode("utf-8", "replace")
            if isinstance(thing, StreamObject):
                yield thing.get_data()

    def holds(self, word: str) -> bool:
        """Whether a word of plain letters is anywhere in the file."""
        return any(word.encode() in part for part in self.inside())


def printed(
    folder: Path,
    state: State,
    audience: Audience = Audience.SHARED,
    language: str = "sv",
    name: str = "summary.pdf",
    paper: str = "report",
) -> Print:
    """A session's report, or another paper of it, written and opened again."""
    write("pdf", folder / name, replace(wish(state, audience, language), paper=paper))
    return Print(folder / name)


def squeezed(said: str) -> str:
    """Words without anything that line breaks put in or take out, and Arabic letters as they were typed."""
    return re.sub(r"[\s\u00a0\u00ad\x00-]", "", unicodedata.normalize("NFKC", said))


def shown(whole: Document, id: str) -> int:
    """How often a card is promised: once in its board's table, and once on each figure and poster that shows it."""
    figures = [block.pictures for block in whole.blocks if isinstance(block, Figure)]
    pictures = [picture for group in (*figures, *(p.pictures for p in whole.posters)) for picture in group]
    return bool(whole.blocks) + sum(placed.id == id for picture in pictures for placed in picture.placed)
