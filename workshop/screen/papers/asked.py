"""What the windows ask of whoever writes papers and files; app/papers.py answers."""

from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from workshop.model.badge import Badge
from workshop.model.choice import Choice
from workshop.model.picture import Picture
from workshop.model.value import valueclass

if TYPE_CHECKING:
    from workshop.screen.job import Job
    from workshop.screen.opened import Opened


@valueclass
class Asked:
    """What is wanted of a session: which paper, as what kind of file, for whom, and what goes with it.

    `full` is the facilitator's own copy; `sheet` is how large posters are, `template` where a Word file's styles are.
    """

    paper: str = "report"
    kind: str = "pdf"
    full: bool = False
    choice: Choice = Choice()
    sheet: str = "A3"
    template: Path | None = None


@valueclass
class Offered:
    """A paper or a kind of file: its name, its title in English, and how such a file's name ends ("" is a folder).

    `papers`: a kind of file that holds one of the papers, and can be looked at page by page.
    """

    name: str
    title: str
    ending: str = ""
    papers: bool = False


class Pages(Protocol):
    """Pages being laid out beside the window, the very ones that are written."""

    def finished(self) -> bool:
        """Whether they are there; Refusal where they can't be."""
        ...

    def count(self) -> int:
        """How many pages there are."""
        ...

    def page(self, number: int) -> tuple[Picture, tuple[Badge, ...]]:
        """One of the pages, counted from 0, and the organisation's mark on it."""
        ...

    def cancel(self) -> None:
        """Stop, and leave nothing behind."""
        ...


class Papers(Protocol):
    """Writes what leaves the program. Every call may raise Refusal with a sentence for the facilitator."""

    def papers(self) -> list[Offered]:
        """The papers that there are."""
        ...

    def kinds(self) -> list[Offered]:
        """The kinds of file that there are."""
        ...

    def write(self, opened: "Opened", asked: Asked, path: Path, language: str) -> "Job":
        """Begin writing beside the program."""
        ...

    def write_blank(self, exercise: str, asked: Asked, path: Path, language: str) -> "Job":
        """Begin writing a paper of an exercise on the shelf, in which nothing has been written."""
        ...

    def mark(self) -> str:
        """Whose mark papers have; "" where they have none."""
        ...

    def choose_mark(self, path: Path | None) -> None:
        """Have papers the mark of a file or a picture from now on, or none; kept on this computer."""
        ...

    def pages(self, opened: "Opened", asked: Asked, language: str) -> Pages:
        """Begin laying out the pages beside the program."""
        ...
