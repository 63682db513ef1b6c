"""What the windows ask of the rest of the program; app/ answers."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from workshop.model.exercise import Told
from workshop.model.value import valueclass

if TYPE_CHECKING:
    from workshop.model.template import Template
    from workshop.screen.again.asked import Again
    from workshop.screen.finding import Finding
    from workshop.screen.job import Meanwhile
    from workshop.screen.keeping.service import Keeping
    from workshop.screen.opened import Opened
    from workshop.screen.papers.asked import Papers
    from workshop.screen.printing import Printing
    from workshop.screen.safety.asked import Backups


@valueclass
class OnShelf:
    """An exercise as it stands on the shelf; `parties` and `people` are the least and the most, `minutes` the whole."""

    name: str
    title: str
    short: str
    purpose: str
    minutes: int
    people: tuple[int, int]
    parties: tuple[int, int]
    own: bool = False  # the person's, and not the program's


@valueclass
class Recent:
    """A session worked with before; `saved` is ISO local time, `picture` PNG bytes or None."""

    path: Path
    title: str
    group: str
    exercise: str
    saved: str
    picture: bytes | None
    protected: bool = False


@valueclass
class Beginning:
    """What a new session is made from; `parties` are (name, mark), `programme` the name of a ready one or empty."""

    exercise: str
    title: str
    group: str
    place: str
    date: str
    parties: tuple[tuple[str, str], ...]
    programme: str = ""


class House(Protocol):
    """The program behind the windows. Every call may raise Refusal with a sentence for the facilitator."""

    meanwhile: Meanwhile | None  # how the windows go on while something slow is done

    @property
    def backups(self) -> Backups:
        """Backups of sessions."""
        ...

    @property
    def finding(self) -> Finding:
        """The library, and the search in it."""
        ...

    @property
    def papers(self) -> Papers:
        """What leaves the program."""
        ...

    @property
    def again(self) -> Again:
        """Sessions used again."""
        ...

    @property
    def printing(self) -> Printing:
        """What can be printed of a session."""
        ...

    def shelf(self, language: str) -> list[OnShelf]:
        """The exercises that can be run."""
        ...

    def recent(self) -> list[Recent]:
        """Sessions worked with before, the latest first."""
        ...

    def begin(self, beginning: Beginning, language: str) -> Opened:
        """A new session in the library folder, with its exercise begun."""
        ...

    @property
    def keeping(self) -> Keeping:
        """How sessions are kept to those they concern."""
        ...

    def open(self, path: Path, password: str = "") -> Opened:
        """The session in a file; Protected where it has another password."""
        ...

    def exercise(self, name: str) -> Told:
        """An exercise on the shelf and its texts."""
        ...

    def programmes(self) -> list[Template]:
        """The ready programmes, and the person's own."""
        ...

    def keep_programme(self, opened: Opened, title: str, language: str, as_it_went: bool = False) -> None:
        """Keep a session's programme among the person's own, with its times as planned or as they became."""
        ...

    def take_up(self, opened: Opened, name: str) -> None:
        """Have a session hold an exercise from the shelf, so that it can be run there."""
        ...

    def rehearse(self, opened: Opened) -> Opened:
        """A throw-away copy of a session that is open."""
        ...

    def save_copy(self, opened: Opened, path: Path, names: bool = True) -> None:
        """The session's file copied whole to another place, or without the real names behind its aliases."""
        ...

    def keep_picture(self, opened: Opened, png: bytes) -> None:
        """Remember what the session looks like, for the home window."""
        ...

    def setting(self, name: str, otherwise: str) -> str:
        """A choice kept between starts, such as the language."""
        ...

    def set_setting(self, name: str, value: str) -> None:
        """Keep a choice."""
        ...
