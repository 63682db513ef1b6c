"""Sessions with a password: what tells them from others, and a wrong password from a damaged file."""

import unicodedata
from pathlib import Path

from workshop.model.refusal import Protected, Refusal
from workshop.store import faults
from workshop.store.sql import fits_somewhere
from workshop.words import N_

SHORTEST = 8  # letters of a password
LOOKED_AT, _DISTINCT = 1024, 230  # of so many scrambled bytes at least so many differ: by chance 251 do
_NOT_THIS = N_(
    "That is not the password of {file}. Write it again; if you are sure of it, the file is damaged: open a backup."
)


def is_protected(path: Path) -> bool:
    """Whether a file looks scrambled from its first byte on, as a session with a password does."""
    try:
        with path.open("rb") as file:
            return is_scrambled(file.read(LOOKED_AT))
    except OSError:
        return False


def is_scrambled(start: bytes) -> bool:
    """Whether the first bytes of a file look as those of a session with a password do."""
    return len(start) == LOOKED_AT and not start.startswith(b"SQLite format 3") and len(set(start)) >= _DISTINCT


def fit_to_protect(password: str) -> str:
    """A password as it is used; Refusal where it protects too little or can't be typed again."""
    if len(password) < SHORTEST:
        raise Refusal("The password is too short. Take at least {n} letters, best of all a few words.", n=SHORTEST)
    if not password.isprintable():
        raise Refusal("The password holds characters that can't be typed again. Write it with letters and signs.")
    return composed(password)


def composed(password: str) -> str:
    """A password with å as one letter, however the keyboard sends it."""
    return unicodedata.normalize("NFC", password)


def not_opened(problem: Exception, path: Path, password: str) -> Refusal:
    """Why a file could not be opened; Protected where the password is not the one that it was written with."""
    if not password or faults.kind_of_problem(problem) != "NOTADB":
        return faults.not_opened(problem, path)
    if fits_somewhere(path, password):
        return faults.damaged(path)
    return Protected(_NOT_THIS, file=path.name)
