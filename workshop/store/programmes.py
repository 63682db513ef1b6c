"""The person's own ready programmes: a file each in a folder beside the sessions."""

import os
import re
import unicodedata
from pathlib import Path

from workshop.model.refusal import Refusal

_LONGEST = 40
_NOT_IN_NAMES = re.compile(r"[^a-z0-9]+")


def own_folder(home: Path) -> Path:
    """Where they lie."""
    return home / "programmes"


def fresh_name(home: Path, title: str, taken: frozenset[str] = frozenset()) -> str:
    """A name for a programme with a title, which no other one has."""
    plain = unicodedata.normalize("NFKD", title.casefold()).encode("ascii", "ignore").decode()
    stem = _NOT_IN_NAMES.sub("-", plain).strip("-")[: _LONGEST - 4].strip("-")
    stem = stem if stem[:1].isalpha() else f"program-{stem}".strip("-")
    name, number = stem, 1
    while name in taken or (own_folder(home) / f"{name}.toml").exists():
        number += 1
        name = f"{stem}-{number}"
    return name


def keep(home: Path, name: str, text: str) -> Path:
    """Write a programme down whole; Refusal where that can't be done."""
    path = own_folder(home) / f"{name}.toml"
    part = path.with_name(f".{path.name}.{os.getpid()}.part")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        part.write_text(text, "utf-8")
        os.replace(part, path)
    except OSError as problem:
        part.unlink(missing_ok=True)
        raise Refusal("The programme could not be saved. See whether the disk is full.") from problem
    return path
