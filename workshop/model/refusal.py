"""A refusal: one clear sentence for the person, with nothing lost and nothing changed."""

from collections.abc import Sequence


class Refusal(Exception):
    """Says no in one sentence; `msgid` is the English sentence, `args` what its {placeholders} stand for."""

    def __init__(self, msgid: str, **values: object) -> None:
        super().__init__(msgid)
        self.msgid = msgid
        self.values = values

    def __str__(self) -> str:
        return self.msgid.format(**self.values)


class Damaged(Refusal):
    """That a file is damaged, so that its backups or a repair may be offered."""


class Elsewhere(Refusal):
    """That a session is open in another window, which has come to the front."""


class Faulty(Refusal):
    """That something has faults and was not added; `name` is what it is called.

    Each of `faults` is (file, line, what to do about it).
    """

    def __init__(self, name: str, faults: Sequence[tuple[str, int, Refusal]]) -> None:
        super().__init__("“{name}” has faults and was not added.", name=name)
        self.faults = tuple(faults)


class Protected(Refusal):
    """A refusal that the right password lifts."""
