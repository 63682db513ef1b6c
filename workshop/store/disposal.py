"""Deletes a session for good."""

import contextlib
import os
from pathlib import Path

from workshop.model.refusal import Refusal
from workshop.store import backups, faults
from workshop.store.one_writer import take
from workshop.store.protection import is_protected
from workshop.store.sql import APPLICATION_ID
from workshop.store.whole import sync_folder

_PIECE = 1 << 20  # bytes
_OURS = APPLICATION_ID.to_bytes(4)  # at byte 68 of a session's file


def dispose(path: Path) -> None:
    """Delete a session's file, what lies half made beside it, and its backups; a file that is gone is no hindrance.

    Its bytes are overwritten first, which is as far as a program reaches: a disk may keep old copies of its own.
    Refusal where a window has it open, where it is no session, or where it can't be written.
    """
    if path.exists() and not _is_session(path):
        raise faults.not_ours(path)
    if (writer := take(path)) is None:
        raise Refusal("{file} is open in another window. Close it there first.", file=path.name)
    try:
        backups.forget(path)
        for beside in (path, path.with_name(f"{path.name}-journal"), *path.parent.glob(f".{path.name}*.part*")):
            _delete(beside)
        with contextlib.suppress(OSError):
            sync_folder(path.parent)
    except OSError as problem:
        raise Refusal(
            "{file} could not be deleted: it or its backups can't be written. See to that, then do it again.",
            file=path.name,
        ) from problem
    finally:
        writer.close()


def _is_session(path: Path) -> bool:
    try:
        with path.open("rb") as file:
            return file.read(72)[68:] == _OURS or is_protected(path)
    except OSError:
        return False


def _delete(path: Path) -> None:
    if not path.exists():
        return
    with path.open("rb+") as file:
        for start in range(0, path.stat().st_size, _PIECE):
            file.seek(start)
            file.write(bytes(min(_PIECE, path.stat().st_size - start)))
        file.flush()
        os.fsync(file.fileno())
    path.unlink()
