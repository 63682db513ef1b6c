"""All that can be written of a session, a line for each: which papers there are, and what kinds of file.

What composes a paper or writes a file is read when it is first asked for.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, Any

from workshop.model.words import N_

if TYPE_CHECKING:
    from workshop.paper.document import Document
    from workshop.paper.wish import Wish


@dataclass(frozen=True, slots=True)
class Paper:
    """A document that any kind of file can hold; `made` is "module:function" of (wish) -> Document."""

    title: str
    made: str


@dataclass(frozen=True, slots=True)
class File:
    """A kind of file; `made` is "module:function" of (path, wish), which puts it there whole or not at all.

    `papers`: it holds one of the papers; otherwise it holds what it holds, such as a table of all cards. One that only
    the screen can draw is made by nobody here (see leaving.py in app). `ending` is how its name ends; "" is a folder.
    """

    title: str
    made: str
    papers: bool = False
    ending: str = ""


PAGES = File("", "preview:write", papers=True)  # to be looked at in the program, and offered to nobody


PAPERS: Mapping[str, Paper] = {
    "report": Paper(N_("Report"), "compose:report"),
    "one-page": Paper(N_("Summary on one page"), "one_page:one_page"),
    "agreements": Paper(N_("Agreements"), "promised:agreements"),
    "assignment": Paper(N_("Assignment to sign"), "assignment:assignment"),
    "posters": Paper(N_("Posters"), "posters:posters"),
    "programme": Paper(N_("Programme"), "programme:programme"),
    "participants": Paper(N_("Sheet for participants"), "participants:participants"),
}

FILES: Mapping[str, File] = {
    "pdf": File(N_("PDF"), "pdf:write", papers=True, ending="pdf"),
    "docx": File(N_("Word"), "word:write", papers=True, ending="docx"),
    "html": File(N_("Web page (HTML)"), "html:write", papers=True, ending="html"),
    "md": File(N_("Plain text (Markdown)"), "markdown:write", papers=True, ending="md"),
    "worksheets": File(N_("Worksheets to fill in by hand (A4)"), "worksheets:write", ending="pdf"),
    "worksheets-a3": File(N_("Worksheets to fill in by hand (A3)"), "worksheets:write_a3", ending="pdf"),
    "cards": File(N_("Cards for the tables"), "table_cards:write", ending="pdf"),
    "png": File(N_("Boards as pictures (PNG)"), ""),
    "svg": File(N_("Boards as drawings (SVG)"), "svg:write"),
    "csv": File(N_("Tables for Excel (CSV)"), "tables:write"),
    "ics": File(N_("Follow-ups for the calendar (ICS)"), "calendar:write", ending="ics"),
    "json": File(N_("JSON, for other programs"), "data:write", ending="json"),
}


def composed(wish: "Wish") -> "Document":
    """The paper that is wanted, as a document."""
    compose: Callable[[Wish], Document] = _found(PAPERS[wish.paper].made)
    return replace(compose(wish), organisation=wish.organisation)


def write(kind: str, path: Path, wish: "Wish") -> None:
    """Write a kind of file; it is there whole or not at all. Refusal where it can't be."""
    _found((PAGES if kind == "pages" else FILES[kind]).made)(path, wish)


def _found(made: str) -> Any:
    module, _, name = made.partition(":")
    return getattr(import_module(f"workshop.paper.{module}"), name)
