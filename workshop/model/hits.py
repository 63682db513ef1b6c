"""What is found in the library: sessions as they are listed, and the pieces in them where words stand."""

from pathlib import Path

from workshop.model.record import Id
from workshop.model.value import valueclass


@valueclass
class Place:
    """Where in a session something lies: its exercise's name and title, and its board's title; all may be empty."""

    exercise: str = ""
    title: str = ""
    board: str = ""


@valueclass
class Listed:
    """A session as the library lists it, by the index's number; `path` is that of its file.

    `exercises` are (name, title), `status` is that of its filing. `shut` is "", "protected" or "unreadable": of these
    two nothing but the file's name is known.
    """

    id: int
    path: Path
    title: str
    team: str
    date: str
    exercises: tuple[tuple[str, str], ...]
    agreed: int
    open: int
    status: str
    shut: str


@valueclass
class Hit:
    """A piece in which words stand: the record, where it lies, and what it says; `marks` are (begins, ends)."""

    id: Id
    place: Place
    text: str
    marks: tuple[tuple[int, int], ...]
