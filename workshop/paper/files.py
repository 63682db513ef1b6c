"""Puts a file in its place: whole, or not at all."""

import os
from pathlib import Path

from workshop.model.refusal import Refusal


def put(path: Path, content: bytes) -> None:
    """Write beside the file, then rename: what was there stays until the new one is whole. Refusal where it fails."""
    beside = path.with_name(f"{path.name}.part")
    try:
        with open(beside, "wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        os.replace(beside, path)
    except OSError as no:
        _away(beside)
        raise _refusal(path, no) from no


def _away(path: Path) -> None:
    try:
        path.unlink(missing_ok=True)
    except OSError:
        return  # the disk that refused to be written may refuse this too; the refusal says what happened


def _refusal(path: Path, no: OSError) -> Refusal:
    if not path.parent.is_dir():
        return Refusal("There is no folder “{folder}”. Choose another place for the file.", folder=path.parent)
    if path.is_dir():
        return Refusal("“{name}” is a folder. Choose another name for the file.", name=path.name)
    if isinstance(no, PermissionError):
        return Refusal(
            "“{name}” can't be written. Close it if another program has it open, or choose another place.",
            name=path.name,
        )
    return Refusal("“{name}” couldn't be written ({why}). Choose another place.", name=path.name, why=no.strerror or no)
