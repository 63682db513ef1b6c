"""What the windows ask about using sessions again (`house.again`); app/again.py answers."""

from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from workshop.model.elsewhere import Elsewhere
    from workshop.model.handover import Added
    from workshop.model.other import Other
    from workshop.model.record import Cover, Id
    from workshop.model.replay import Replay
    from workshop.screen.opened import Opened


class Again(Protocol):
    """Every call may raise Refusal with a sentence for the facilitator."""

    def read(self, path: Path) -> "Other":
        """The session in a file, which is not touched."""
        ...

    def locked(self, path: Path) -> bool:
        """Whether a session has a password that is not known just now."""
        ...

    def unlock(self, path: Path, password: str) -> None:
        """Know a session's password, so that it can be read; Protected where it is not that one."""
        ...

    def lock(self, paths: Iterable[Path]) -> None:
        """Know the passwords of sessions no longer, but of those that are open."""
        ...

    def called(self, other: "Other", language: str) -> str:
        """What a copy of a session without its content would be called."""
        ...

    def copy(self, path: Path, cover: "Cover", parties: Sequence[tuple[str, str]], as_it_went: bool, only: str) -> Path:
        """A new session in the library with another one's plan, or only one exercise of it; where it lies.

        `parties` are names and marks, `only` an exercise's name or empty.
        """
        ...

    def follow_up(self, path: Path, title: str, programme: bool) -> Path:
        """A new session in the library that follows another one up; where it lies."""
        ...

    def replay(self, path: Path) -> "tuple[Other, Replay]":
        """A session as it is and from its beginning."""
        ...

    def contents(self, path: Path, language: str) -> tuple[str, dict[str, str]]:
        """What a session's package is called and would hold, by file name."""
        ...

    def write(self, path: Path, files: Mapping[str, str]) -> None:
        """Write a package."""
        ...

    def export(self, name: str, path: Path) -> None:
        """Write an exercise as one file."""
        ...

    def take_in(self, path: Path) -> "Added":
        """Add what a folder or a package holds to the person's own, once it has been looked at; what is new."""
        ...

    def make_own(self, name: str, suffix: str) -> Path:
        """A copy of an exercise among the person's own; its folder."""
        ...

    def take(self, opened: "Opened", path: Path, run: "Id") -> "Other":
        """Another session, one of whose exercises the session that is open holds from now on, as it is there."""
        ...

    def find(self, opened: "Opened", thing: "Elsewhere") -> Path:
        """The file of the session that something came from."""
        ...
