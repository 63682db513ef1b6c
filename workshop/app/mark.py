"""Whose mark the papers have: kept on this computer, never in a session."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING

from workshop.store.settings import home_folder

if TYPE_CHECKING:
    from workshop.paper.organisation import Organisation

_FOLDER = "mark"  # in the data folder: what was chosen in the windows, with its logotype beside it


def mark() -> Organisation | None:
    """What was chosen, or what the file in the data folder says; None where there is none. Refusal if it is bad."""
    from workshop.paper.organisation import FILE, organisation

    chosen = home_folder() / _FOLDER
    found = organisation((chosen if (chosen / FILE).exists() else home_folder()) / FILE)
    return found if found and (found.colour or found.logotype) else None


def choose(path: Path | None) -> None:
    """Have papers from now on the mark that a file tells of, or that a picture is; None takes it away.

    Refusal where it is neither; papers then have the mark that they had.
    """
    from workshop.paper.files import put_together
    from workshop.paper.organisation import FILE, pictured, told

    files: dict[str, bytes] = {}
    said: dict[str, str] = {}
    if path:
        found = told(path) if path.suffix.lower() == ".toml" else pictured(path)
        said = {"name": found.name or path.stem, "colour": found.colour}
        if found.logotype:
            said["logotype"] = "logotype"
            files["logotype"] = found.logotype
    lines = [f"{key} = {json.dumps(value, ensure_ascii=False)}\n" for key, value in said.items() if value]
    put_together(home_folder() / _FOLDER, files | {FILE: "".join(lines).encode()})
