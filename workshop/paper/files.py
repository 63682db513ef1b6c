"""Puts a file in its place: whole, or not at all."""

import os
import shutil
from collections.abc import Mapping
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


def put_together(folder: Path, files: Mapping[str, bytes]) -> None:
    """Write files beside a folder, then have them lie in it: none of them is new before all are whole.

    What lies in the folder under other names stays. Refusal where it fails.
    """
    beside = folder.with_name(f"{folder.name}.part")
    try:
        shutil.rmtree(beside, ignore_errors=True)
        beside.mkdir()
        for name, content in files.items():
            put(beside / name, content)
        if folder.exists():
            for name in files:
                os.replace(beside / name, folder / name)
            beside.rmdir()
        else:
            os.replace(beside, folder)
    except OSError as no:
        shutil.rmtree(beside, ignore_errors=True)
        raise _refusal(folder, no) from no
    except Refusal:
        shutil.rmtree(beside, ignore_errors=True)
        raise


def _away(path: Path) -> None:
    try:
        path.unlink(missing_ok=True)
    except OSError:
        return  # the disk that refused to be written may refuse this too; the refusal says what happened


def _refusal(path: Path, no: OSError) -> Refusal:
    if not path.parent.is_dir():
        return Refusal("There is no folder “{folder}”. Choose another place for the file.", folder=path.parent)
    if isinstance(no, NotADirectoryError):
        return Refusal("“{name}” is a file. Choose another name for the folder.", name=path.name)
    if path.is_dir():
        return Refusal("“{name}” is a folder. Choose another name for the file.", name=path.name)
    if isinstance(no, PermissionError):
        return Refusal(
            "“{name}” can't be written. Close it if another program has it open, or choose another place.",
            name=path.name,
        )
    return Refusal("“{name}” couldn't be written ({why}). Choose another place.", name=path.name, why=no.strerror or no)
