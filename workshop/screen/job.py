"""Work that goes on beside the window."""

from collections.abc import Callable
from typing import Protocol, TypeVar

T = TypeVar("T")


class Job(Protocol):
    """Work that goes on beside the window."""

    def finished(self) -> bool:
        """Whether it is done; Refusal where it failed."""
        ...

    def cancel(self) -> None:
        """Stop and leave nothing behind."""
        ...


class Meanwhile(Protocol):
    """Does something slow while the windows go on, see parts/meanwhile.py."""

    def __call__(self, work: Callable[[], T], unwanted: Callable[[T], object] | None = None) -> T:
        """What comes of the work; Refusal where the person would not wait for it."""
        ...
