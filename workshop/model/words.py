"""What the model asks of whoever speaks the chosen language."""

from typing import Protocol


def N_(msgid: str) -> str:
    """Mark a sentence for the catalogue; it is looked up later, when it is shown."""
    return msgid


class Words(Protocol):
    """Says the program's own sentences in the chosen language."""

    language: str

    def __call__(self, msgid: str, **values: object) -> str:
        """The sentence for an English one, with its {placeholders} filled in."""
        ...

    def many(self, one: str, several: str, n: int, **values: object) -> str:
        """The sentence for a number of things; {n} is the number."""
        ...
