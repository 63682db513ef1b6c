"""All sessions and one's own programmes in one file, and back again; nothing that is there is written over."""

import contextlib
import json
import os
import re
import shutil
import zipfile
from collections.abc import Iterable, Iterator
from pathlib import Path

from workshop.model.refusal import Protected, Refusal
from workshop.model.value import valueclass
from workshop.store import faults
from workshop.store.bundle import BYTES, contents
from workshop.store.checksum import blake2b
from workshop.store.indexing import files_in
from workshop.store.library import Library
from workshop.store.session_file import SessionFile
from workshop.store.sql import Problem, connect
from workshop.store.whole import sync_folder

LIST = "verkstad.json"
FILES = 20_000  # a library outgrows what a bundle may hold; each of its files does not
_KNOWN = re.compile(r"verkstad\.json|sessions/[^/]+\.workshop|programmes/[^/]+\.toml")
_STRANGE = re.compile(r'[\x00-\x1f\x7f-\x9f<>:"/\\|?*]')  # what one disk or another doesn't take in a name
_LONGEST = 100
_FORMAT = 1


@valueclass
class Brought:
    """A file of an archive: where it lies now, or why it was left there; neither where it was here already."""

    name: str
    path: Path | None = None
    why: Refusal | None = None


def write_archive(to: Path, home: Path) -> Iterator[tuple[int, int]]:
    """Put every session of the library and every own programme in one file; how far it has come as (done, all).

    Not for a process that holds a session open, as in `backups.keep`.
    """
    found = list(_all(home))
    part = to.with_name(f".{to.name}.part")
    try:
        signs: dict[str, str] = {}
        with part.open("wb") as file:
            with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
                for done, (name, path) in enumerate(found):
                    content = _as_it_lies(path)
                    archive.writestr(name, content)
                    signs[name] = _sign(content)
                    yield done + 1, len(found)
                archive.writestr(LIST, json.dumps({"format": _FORMAT, "files": signs}, ensure_ascii=False, indent=1))
            file.flush()
            os.fsync(file.fileno())
        with zipfile.ZipFile(part) as archive:
            if archive.testzip() is not None:
                raise OSError(f"{part} was not written whole")
        os.replace(part, to)
        sync_folder(to.parent)
    except (OSError, Problem) as problem:
        raise faults.not_copied(to) from problem
    finally:
        part.unlink(missing_ok=True)


def bring_in(path: Path, home: Path) -> Iterator[Brought]:
    """Put what an archive holds where it belongs; what is there already stays, and of the same name gets another."""
    room = shutil.disk_usage(next(folder for folder in (home, *home.parents) if folder.exists())).free
    listed = dict(contents(path, _KNOWN.fullmatch, FILES, BYTES, only=LIST))
    signs = _signs(listed.get(LIST, b""), path)
    for name, content in contents(path, _KNOWN.fullmatch, FILES, room):
        if name == LIST:
            continue
        if signs.get(name) != _sign(content):
            yield Brought(name, why=Refusal("It is not as it was when the archive was made."))
        else:
            yield _brought(name, content, home)


def _signs(said: bytes, path: Path) -> dict[str, str]:
    try:
        told = json.loads(said)
        if int(told["format"]) > _FORMAT:
            raise Refusal("{file} was made by a newer Verkstad. Update Verkstad to bring it in.", file=path.name)
        return {str(name): str(sign) for name, sign in told["files"].items()}
    except (ValueError, TypeError, KeyError, AttributeError, RecursionError):
        raise Refusal("{file} is no archive of Verkstad's. Choose another file.", file=path.name) from None


def _brought(name: str, content: bytes, home: Path) -> Brought:
    folder, _, file = name.partition("/")
    to = home / folder / file
    stem, number = to.stem, 1
    while to.exists():
        with contextlib.suppress(OSError):
            if to.read_bytes() == content:
                return Brought(name)
        number += 1
        to = to.with_name(f"{stem} {number}{to.suffix}")
    part = to.with_name(f".{to.name}.part")
    try:
        to.parent.mkdir(parents=True, exist_ok=True)
        with part.open("wb") as written:
            written.write(content)
            written.flush()
            os.fsync(written.fileno())
        if folder == "sessions":
            with contextlib.suppress(Protected):  # it will be asked for its password when it is opened
                SessionFile.open(part, read_only=True).close()  # what can't be read is left where it is
        os.replace(part, to)
        sync_folder(to.parent)
    except Refusal as no:
        return Brought(name, why=no)
    except OSError as problem:
        raise faults.not_copied(to) from problem
    finally:
        part.unlink(missing_ok=True)
    return Brought(name, to)


def _all(home: Path) -> Iterable[tuple[str, Path]]:
    """Names in the archive, none twice, and the files that they stand for."""
    library = Library(home)
    sessions = [Path(path) for folder in library.folders() for path, _ in files_in(folder)]
    programmes = sorted((home / "programmes").glob("*.toml"))
    taken: set[str] = set()
    for folder, paths in (("sessions", dict.fromkeys(sessions)), ("programmes", programmes)):
        for path in paths:
            stem = _STRANGE.sub(" ", path.stem)[:_LONGEST]
            name, number = f"{folder}/{stem}{path.suffix}", 1
            while name.casefold() in taken:
                number += 1
                name = f"{folder}/{stem} {number}{path.suffix}"
            taken.add(name.casefold())
            yield name, path


def _as_it_lies(path: Path) -> bytes:
    """A file's content while nobody writes in it; of a damaged or a protected one too."""
    connection = None
    try:
        with contextlib.suppress(Problem):
            connection = connect(path)
            connection.execute("BEGIN")
            connection.execute("SELECT count(*) FROM sqlite_master").fetchone()
        return path.read_bytes()
    finally:
        if connection is not None:
            connection.close()


def _sign(content: bytes) -> str:
    return blake2b(content, digest_size=16).hexdigest()
