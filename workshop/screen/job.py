"""Work that goes on beside the window."""

from typing import Protocol


class Job(Protocol):
    """Work that goes on beside the window."""

    def finished(self) -> bool:
        """Whether it is done; Refusal where it failed."""
        ...

    def cancel(self) -> None:
        """Stop and leave nothing behind."""
        ...
