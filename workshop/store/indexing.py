"""Brings the index up to date with the folders: reads what has changed, and forgets what is gone."""

import os
from collections.abc import Container, Iterable, Iterator, Sequence
from itertools import islice
from pathlib import Path

from workshop.store.index import Index, Stamp, ready
from workshop.store.index_reading import Told, entry_in
from workshop.store.library import SUFFIX
from workshop.store.sql import Connection

_TOGETHER = 200  # files in one transaction
_NOT_LOOKED_IN = {"backups"}  # where earlier versions kept them


def bring_up_to_date(
    index: Index, folders: Sequence[Path], told: Told, without: Container[str] = ()
) -> Iterator[tuple[int, int]]:
    """Read each session that is new or has changed; yields how many are done and how many there are to do.

    What is done stays done when somebody stops in between. A folder that is not there just now, such as one on a stick,
    keeps what is known of its sessions. `without` are files that are laid aside to be disposed of.
    """
    there = {path: stamp for folder in folders for path, stamp in files_in(folder) if path not in without}
    known = index.stamps()
    away = [f"{folder}{os.sep}" for folder in folders if not folder.is_dir()]
    gone = [path for path in known if path not in there and not path.startswith(tuple(away))]
    fresh = [(path, stamp) for path, stamp in there.items() if known.get(path) != stamp]
    whole, done = len(gone) + len(fresh), 0
    yield 0, whole
    for some in _groups(gone):
        with index.writing() as connection:
            for path in some:
                index.forget(Path(path))
            done += len(some)
            _tell(connection, done, whole)
        yield done, whole
    for some in _groups(fresh):
        read = [ready(Path(path), stamp, entry_in(Path(path), told)) for path, stamp in some]
        with index.writing() as connection:
            for each in read:
                index.put(each)
            done += len(some)
            _tell(connection, done, whole)
        yield done, whole
    if whole:
        index.settle()


def files_in(folder: Path) -> Iterator[tuple[str, Stamp]]:
    """The session files in a folder and in those within it, but for backups and hidden ones, each as it is now."""
    try:
        found = list(os.scandir(folder))
    except OSError:
        return
    for each in found:
        if each.name.startswith("."):
            continue
        try:
            if each.is_dir(follow_symlinks=False):
                if each.name not in _NOT_LOOKED_IN:
                    yield from files_in(Path(each.path))
            elif each.name.endswith(SUFFIX):
                now = each.stat()
                yield each.path, Stamp(now.st_mtime_ns, now.st_size)
        except OSError:
            continue  # it went while one looked


def _groups(things: Iterable) -> Iterator[list]:
    rest = iter(things)
    while some := list(islice(rest, _TOGETHER)):
        yield some


def _tell(connection: Connection, done: int, whole: int) -> None:
    connection.execute("UPDATE work SET done = ?, whole = ?", (done, whole))
