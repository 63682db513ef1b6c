"""Copies of a session's file kept beside it, in the folder "backups", before anything risky is done to it."""

import os
import re
import shutil
import time
from pathlib import Path

_FOLDER = "backups"


def keep_aside(path: Path) -> Path:
    """Copy a file that nobody holds open into the backups folder; where to."""
    folder = path.parent / _FOLDER
    folder.mkdir(exist_ok=True)
    day = time.strftime("%Y-%m-%d %H.%M.%S")
    target = folder / f"{path.stem} {day}{path.suffix}"
    number = 1
    while target.exists():
        number += 1
        target = folder / f"{path.stem} {day} {number}{path.suffix}"
    part = target.with_name(f".{target.name}.part")
    shutil.copyfile(path, part)
    with part.open("rb+") as written:
        os.fsync(written.fileno())
    os.replace(part, target)
    sync_folder(folder)
    return target


def kept_aside(path: Path) -> list[Path]:
    """The backups of a session's file, the oldest first."""
    name = re.compile(
        re.escape(path.stem) + r" \d{4}-\d\d-\d\d \d\d\.\d\d\.\d\d( \d+)?" + re.escape(path.suffix) + r"(\.part)?"
    )
    folder = path.parent / _FOLDER
    found = folder.iterdir() if folder.is_dir() else ()
    return sorted(file for file in found if name.fullmatch(file.name.removeprefix(".")))


def newest(path: Path) -> Path | None:
    """The latest whole backup of a session's file."""
    return next((file for file in reversed(kept_aside(path)) if file.suffix == path.suffix), None)


def sync_folder(folder: Path) -> None:
    """Make the names in a folder as durable as the files; Windows does that by itself."""
    if os.name == "nt":
        return
    opened = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(opened)
    finally:
        os.close(opened)
