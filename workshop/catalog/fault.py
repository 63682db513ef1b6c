"""Something wrong in an exercise: where, and a sentence about what to do."""

from dataclasses import dataclass
from pathlib import Path

from workshop.model.refusal import Refusal


@dataclass(frozen=True)
class Fault:
    """A fault in a file; lines and columns count from 1, `says` holds the sentence."""

    file: Path
    line: int
    column: int
    says: Refusal
