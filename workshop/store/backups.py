"""Copies of session files kept in the data folder: by themselves while one works, and before anything risky is done.

A copy is made of the file as it lies there, so that of a protected session it is as protected. It is written beside its
name, proved, and renamed; a note beside it says what is in it, and its checksum.
"""

import contextlib
import datetime
import json
import os
import re
import shutil
import time
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any

from workshop import clock
from workshop.model.refusal import Refusal
from workshop.model.thinning import kept as thinned
from workshop.model.value import valueclass
from workshop.store import faults
from workshop.store.checksum import blake2b
from workshop.store.settings import home_folder
from workshop.store.sql import APPLICATION_ID, Connection, Problem, connect
from workshop.store.whole import sync_folder

HOUR, ASKED, MIGRATION, IMPORT, RESTORE, DAMAGED = "hour", "asked", "migration", "import", "restore", "damaged"

_CARDS = ("note", "actor", "answer")
_UNTOLD: dict[str, Any] = {"title": "", "exercises": (), "cards": 0, "agreements": 0}
_PIECE = 1 << 20  # bytes that are copied at a time
_STALE = 3600  # seconds after which half a copy is nobody's any more


@valueclass
class Kept:
    """A backup: where it lies, of which file, when it was made (ISO, local), why, and what is in it."""

    path: Path
    of: Path
    at: str
    why: str
    title: str
    exercises: tuple[str, ...]
    cards: int
    agreements: int
    size: int
    sign: str

    def is_whole(self) -> bool:
        """Whether it is a good copy, byte for byte as it was made; one flipped byte passes SQLite's own check."""
        with contextlib.suppress(OSError):
            return self.why != DAMAGED and _sign(self.path) == self.sign
        return False


@valueclass
class Copied:
    """A copy under a name that is nobody's yet: where, of which file, what is in it, and its checksum."""

    part: Path
    of: Path
    made: str
    what: Mapping[str, Any]
    sign: str


def keep(path: Path, why: str, password: str = "") -> Kept | None:
    """Back a session up; None where the latest backup of it is the same.

    Refusal where it can't be done, or where the session is damaged. Not for the process that holds it open: closing a
    file there lets go of SQLite's locks on it.
    """
    with _told(path):
        copy = copied(path, password)
        try:
            earlier = kept(path, copy.made)
            if earlier and earlier[0].sign == copy.sign and earlier[0].is_whole():
                return None
            _read_through(copy, password)
            done = named(copy, why)
        finally:
            copy.part.unlink(missing_ok=True)
        _thin([done, *earlier])
        return done


def copied(path: Path, password: str) -> Copied:
    """Copy a session's file as it lies there; of a protected one the note beside the copy will tell its name alone."""
    from workshop.store.opening import look_at

    look_at(path)
    connection = connect(path, password)
    try:
        connection.execute("BEGIN")
        if connection.execute("PRAGMA application_id").fetchone()[0] != APPLICATION_ID:
            raise faults.not_ours(path)
        made = _made(connection)  # from here on nobody writes, until it is copied
        what = _UNTOLD if password else _what(connection)
        part, sign = _copy(path, made)
    finally:
        connection.close()
    return Copied(part, path, made, what, sign)


def _read_through(made: Copied, password: str) -> None:
    """Have SQLite look at a copy, and compare every row with the seal; a copy of a damaged session is no backup."""
    from workshop.store.reading import read

    copy = connect(made.part, password)
    try:
        copy.execute("BEGIN")
        notice = read(copy, made.of).notice
    finally:
        copy.close()
    if notice:
        raise Refusal("No backup was made of {file}: {why}", file=made.of.name, why=notice)


def keep_aside(path: Path, why: str, made: str = "") -> Path:
    """Keep a file as it is, whatever it is, before something is done to it that may be regretted; where to."""
    part, sign = _copy(path, made or _made_of(path))
    try:
        what = _UNTOLD
        with contextlib.suppress(Problem):  # a protected session is not opened here, a damaged one perhaps can't be
            copy = connect(part)
            try:
                what = _what(copy)
            finally:
                copy.close()
        return named(Copied(part, path, made, what, sign), why).path
    finally:
        part.unlink(missing_ok=True)


def kept(path: Path, made: str = "") -> list[Kept]:
    """The backups of a session, the latest first; also those that were made before its file was moved or renamed.

    And those of another session whose file lay in the same place.
    """
    here = _here(path)
    folders = here + [folder for folder in _same(path, made) if folder not in here]
    found = [backup for folder in folders for note in folder.glob("*.json") if (backup := _read(note))]
    return sorted(found, key=lambda backup: backup.at, reverse=True)


def newest(path: Path) -> Kept | None:
    """The latest whole backup of a session."""
    return next((backup for backup in kept(path) if backup.is_whole()), None)


def restore(backup: Kept, to: Path) -> None:
    """Put a copy of a backup in a new file; Refusal where one is there, or where the backup is damaged."""
    if to.exists():
        raise Refusal("There is a file {file} already. Choose another name.", file=to.name)
    if not backup.is_whole():
        raise Refusal("That backup is damaged. Choose another one.")
    part = to.with_name(f".{to.name}.part")
    try:
        _durable_copy(backup.path, part)
        saved = datetime.datetime.fromisoformat(backup.at).timestamp()
        os.utime(part, (saved, saved))  # in a list of sessions it stands as what it is
        os.replace(part, to)
        sync_folder(to.parent)
    except OSError as problem:
        part.unlink(missing_ok=True)
        raise faults.not_copied(to) from problem


def forget(path: Path, made: str = "") -> None:
    """Delete every backup of a session, and one that is being made; OSError where that can't be done.

    Call it once more when the session itself is gone: from then on no backup with what was in it can be begun.
    """
    for folder in _same(path, made):
        shutil.rmtree(folder)


# Where they lie: a folder for each file, named by signs of its place and of when the session was made


def _root() -> Path:
    return home_folder() / "backups"


def _here(path: Path) -> list[Path]:
    return sorted(_root().glob(f"{_place(path)}-*"))


def _same(path: Path, made: str) -> list[Path]:
    """Folders with backups of one session, in this place or in one where it doesn't lie any more.

    Of a file that can't tell when it was made, all those in its place.
    """
    if not (made := made or _made_of(path)):
        return _here(path)
    wanted = _digits(made)
    here = [folder for folder in _here(path) if folder.name.partition("-")[2] in ("", wanted)]
    elsewhere = [folder for folder in sorted(_root().glob(f"*-{wanted}")) if folder not in here]
    return here + [folder for folder in elsewhere if _made_of(_of(folder)) != made]


def _place(path: Path) -> str:
    return blake2b(os.path.realpath(path).encode("utf-8", "replace"), digest_size=8).hexdigest()


def _digits(made: str) -> str:
    return re.sub(r"\D", "", made)[:20]


def _of(folder: Path) -> Path:
    """The file whose backups a folder holds; where none can be read, the folder itself."""
    return next((backup.of for note in folder.glob("*.json") if (backup := _read(note))), folder)


def _made_of(path: Path) -> str:
    """When a session was made, where its file can tell."""
    if not path.is_file():
        return ""
    try:
        connection = connect(path)
        try:
            return _made(connection)
        finally:
            connection.close()
    except Problem:
        return ""


def _made(connection: Connection) -> str:
    row = connection.execute("SELECT value FROM about WHERE name = 'made'").fetchone()
    return str(row[0]) if row else ""


# Making one


def _copy(path: Path, made: str) -> tuple[Path, str]:
    """The file's bytes in the folder where its backups lie, under a name that is nobody's yet; and their checksum."""
    folder = _root() / f"{_place(path)}-{_digits(made)}"
    folder.mkdir(parents=True, exist_ok=True)
    for left in folder.glob(".*.part"):
        with contextlib.suppress(OSError):
            if time.time() - left.stat().st_mtime > _STALE:
                left.unlink()
    part = folder / f".{os.getpid()}.part"
    try:
        return part, _durable_copy(path, part)
    except OSError:
        part.unlink(missing_ok=True)
        raise


def _durable_copy(path: Path, to: Path) -> str:
    """Copy a file so that it lies safely on the disk; the checksum of what was read."""
    sign = blake2b(digest_size=16)
    with to.open("wb") as copy:
        with path.open("rb") as file:
            while piece := file.read(_PIECE):
                sign.update(piece)
                copy.write(piece)
        copy.flush()
        os.fsync(copy.fileno())
    return sign.hexdigest()


def _what(connection: Connection) -> dict[str, Any]:
    """What is in a session, as far as it can be read."""
    told = dict(_UNTOLD)
    with contextlib.suppress(Problem):
        counts = dict(connection.execute("SELECT kind, count(*) FROM records GROUP BY kind").fetchall())
        told["cards"] = sum(counts.get(kind, 0) for kind in _CARDS)
        told["agreements"] = counts.get("agreement", 0)
        runs = connection.execute("SELECT DISTINCT fields ->> '$.exercise' FROM records WHERE kind = 'run'")
        told["exercises"] = tuple(str(name) for (name,) in runs.fetchall())
        title = connection.execute("SELECT fields ->> '$.title' FROM records WHERE kind = 'cover'").fetchone()
        told["title"] = str(title[0] or "") if title else ""
    return told


def named(copy: Copied, why: str) -> Kept:
    """Give a copy its name; its note first, for without the copy that says nothing."""
    now, path, part = clock.now(), copy.of, copy.part
    target, number = part.with_name(f"{path.stem} {now:%Y-%m-%d %H.%M.%S}{path.suffix}"), 1
    while target.exists():
        number += 1
        target = part.with_name(f"{path.stem} {now:%Y-%m-%d %H.%M.%S} {number}{path.suffix}")
    at, size, of = now.isoformat(timespec="milliseconds"), part.stat().st_size, Path(os.path.realpath(path))
    said = {"of": str(of), "at": at, "why": why, "size": size, "sign": copy.sign, **copy.what}
    note = _note_of(target)
    try:
        with note.open("w", encoding="utf-8", errors="replace") as written:
            json.dump(said, written, ensure_ascii=False, indent=1)
            written.flush()
            os.fsync(written.fileno())
        os.replace(part, target)
        sync_folder(target.parent)
    except OSError:
        if not target.exists():
            note.unlink(missing_ok=True)
        raise
    return Kept(target, of, at, why, size=size, sign=copy.sign, **copy.what)


def _note_of(backup: Path) -> Path:
    return backup.with_name(f"{backup.name}.json")


def _read(note: Path) -> Kept | None:
    """The backup that a note tells of, where it is there."""
    try:
        said = json.loads(note.read_text("utf-8"))
        path = note.with_name(note.name.removesuffix(".json"))
        said |= {"path": path, "of": Path(said["of"]), "exercises": tuple(said["exercises"])}
        datetime.datetime.fromisoformat(said["at"])
        return Kept(**said) if path.is_file() else None
    except (OSError, ValueError, TypeError, KeyError, AttributeError):
        return None


def _thin(found: Iterable[Kept]) -> None:
    """Delete what has grown old of the backups that are made by themselves; all others stay."""
    by_time = {datetime.datetime.fromisoformat(backup.at): backup for backup in found if backup.why == HOUR}
    stay = thinned(by_time, clock.now())
    for at, backup in by_time.items():
        if at not in stay:
            _remove(backup)


def _remove(backup: Kept) -> None:
    backup.path.unlink(missing_ok=True)
    _note_of(backup.path).unlink(missing_ok=True)


def _sign(path: Path) -> str:
    sign = blake2b(digest_size=16)
    with path.open("rb") as file:
        while piece := file.read(_PIECE):
            sign.update(piece)
    return sign.hexdigest()


@contextlib.contextmanager
def _told(path: Path) -> Iterator[None]:
    """A disk that says no becomes a sentence."""
    try:
        yield
    except Problem as problem:
        raise faults.not_opened(problem, path) from problem
    except OSError as problem:
        raise Refusal(
            "No backup of {file} could be made: the disk is full or can't be written. See to that, then do it again.",
            file=path.name,
        ) from problem
