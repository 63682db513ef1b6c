"""Zip files that may come from anybody: only files of known names are read, and no more of them than was agreed."""

import stat
import unicodedata
import zipfile
import zlib
from collections.abc import Callable, Iterator
from pathlib import Path, PurePosixPath

from workshop.model.refusal import Refusal
from workshop.words import N_

FILES, BYTES = 200, 50_000_000  # the most that a bundle may hold
_PIECE = 1 << 20


def contents(
    path: Path, known: Callable[[str], object], files: int = FILES, most: int = BYTES, only: str = ""
) -> Iterator[tuple[str, bytes]]:
    """Each file's name and what is in it, or of `only` one file; Refusal where the bundle is not what it should be.

    All names are looked at before anything is read. `most` bytes are counted while reading, whatever the bundle says.
    """
    try:
        with zipfile.ZipFile(path) as bundle:
            found = bundle.infolist()
            if len(found) > files:
                raise Refusal("{file} holds more than {n} files, so it was not read.", file=path.name, n=files)
            _look_at(found, known, path)
            left = most
            for each in found:
                if only and each.filename != only:
                    continue
                content = _content(bundle, each, left, path)
                left -= len(content)
                yield each.filename, content
    except (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, ValueError, RuntimeError) as problem:
        raise Refusal("{file} is damaged, or no zip file. Ask for it once more.", file=path.name) from problem
    except OSError as problem:
        raise Refusal(
            "{file} can't be read. Check that you may read it, or ask for a copy.", file=path.name
        ) from problem


def _look_at(found: list[zipfile.ZipInfo], known: Callable[[str], object], path: Path) -> None:
    names: set[str] = set()
    for each in found:
        name = each.filename
        parts = PurePosixPath(name).parts
        strange = "\\" in name or ":" in name or name.startswith("/") or ".." in parts or not name.isprintable()
        if strange or each.is_dir() or stat.S_ISLNK(each.external_attr >> 16) or not known(name):
            said = N_("{file} holds “{name}”, which does not belong there. Nothing was read.")
            raise Refusal(said, file=path.name, name=name)
        if (plain := unicodedata.normalize("NFC", name).casefold()) in names:
            raise Refusal("{file} holds “{name}” twice. Nothing was read.", file=path.name, name=name)
        names.add(plain)


def _content(bundle: zipfile.ZipFile, each: zipfile.ZipInfo, left: int, path: Path) -> bytes:
    content = bytearray()
    with bundle.open(each) as file:
        while piece := file.read(_PIECE):
            content += piece
            if len(content) > left:
                raise Refusal("{file} is larger than it may be, so it was not read.", file=path.name)
    return bytes(content)
