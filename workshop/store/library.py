"""What is remembered of sessions worked with before, and the settings: cheap to read, and no loss when lost."""

import contextlib
import json
import os
import re
import shutil
import time
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import asdict, replace
from pathlib import Path
from typing import Any

from workshop import clock
from workshop.model.record import Cover, Run
from workshop.model.refusal import Refusal
from workshop.model.value import valueclass
from workshop.store.checksum import blake2b
from workshop.store.protection import is_protected
from workshop.store.session_file import SessionFile
from workshop.store.settings import FILE

SUFFIX = ".workshop"
WALL = "wall"  # the name of the picture in a session's file that shows what the session looks like
_MOST = 24  # as many as the home window has room for
_KEPT = 2 * _MOST  # as many as are remembered
_MOST_TABLES = 60  # three to an exercise
_DAMAGED = "library damaged "  # how the name of a list that could not be read begins
_NOT_IN_NAMES = r'[\x00-\x1f<>:"/\\|?*]+'


@valueclass
class Remembered:
    """A session worked with before; `saved` is ISO local time, `picture` PNG bytes or None."""

    path: Path
    title: str
    group: str
    exercise: str
    saved: str
    picture: bytes | None
    protected: bool


@valueclass
class ToGo:
    """A session that is to be disposed of: since which day (ISO, or empty), and whether it is laid aside already."""

    path: Path
    title: str
    disposal: str
    laid: bool


@valueclass
class _Row:
    """What the list tells of a session."""

    title: str
    group: str
    exercise: str
    protected: bool = False
    disposal: str = ""  # the day on which it is to go, ISO, or empty
    laid: bool = False  # laid aside to be disposed of, until that is confirmed or taken back


class Library:
    """The sessions of one person on one computer."""

    def __init__(self, home: Path) -> None:
        self.folder = home / "sessions"
        self._file = home / FILE
        self._pictures = home / "pictures"
        self._tables = home / "tables"
        self._rows: dict[str, _Row] = {}
        self._settings: dict[str, str] = {}
        self._added: list[str] = []
        self._read()

    def folders(self) -> list[Path]:
        """The folders whose sessions the library holds: its own, and those that were added."""
        return [self.folder.absolute(), *map(Path, self._added)]

    def add_folder(self, folder: Path) -> None:
        """Have the library hold the sessions of one more folder."""
        folder = folder.absolute()
        if not folder.is_dir():
            raise Refusal("There is no folder {folder}. Choose one that is there.", folder=folder)
        if folder not in self.folders():
            self._added.append(str(folder))
            with _told():
                self._save()

    def remove_folder(self, folder: Path) -> None:
        """Hold the sessions of a folder no longer; nothing happens to them."""
        folder = folder.absolute()
        if folder == self.folder.absolute():
            raise Refusal("This is the library's own folder. It can't be taken away.")
        if str(folder) not in self._added:
            raise Refusal("The folder {folder} is not one of the library's.", folder=folder)
        self._added.remove(str(folder))
        with _told():
            self._save()

    def recent(self) -> list[Remembered]:
        """Sessions worked with before whose file is there, the latest first."""
        there: list[tuple[float, str]] = []
        for key in tuple(key for key, row in self._rows.items() if not row.laid):
            try:
                there.append((self._path(key).stat().st_mtime, key))
            except FileNotFoundError:
                if not Path(key).is_absolute():  # it was taken out of the sessions folder
                    self._let_go({key})
            except OSError:
                continue  # on a stick that is not in the computer just now
        there.sort(reverse=True)
        self._let_go({key for _, key in there[_KEPT:] if not self._rows[key].disposal})
        return [self._remembered(key, saved) for saved, key in there[:_MOST]]

    def remember(
        self, path: Path, title: str, group: str, exercise: str, picture: bytes | None, disposal: str = ""
    ) -> None:
        """Keep what the home window tells of a session; without a picture the one that is there stays."""
        key = self._key(path)
        with _told():
            if picture is not None:
                _write(self._picture(key), picture)
            self._put(key, _Row(title, group, exercise, False, disposal))

    def remember_protected(self, path: Path, disposal: str = "") -> None:
        """Keep that there is a session with a password: its file's name, and nothing of what is in it."""
        key = self._key(path)
        with _told():
            self._picture(key).unlink(missing_ok=True)
            self._put(key, _Row(path.stem, "", "", True, disposal))

    def _put(self, key: str, row: _Row) -> None:
        before = self._rows.get(key)
        row = replace(row, laid=before.laid if before else False)
        if row != before:
            self._rows[key] = row
            self._save()

    def to_go(self, today: str) -> list[ToGo]:
        """Sessions whose day of disposal has come, and those that are laid aside already, the oldest day first."""
        found = [
            ToGo(self._path(key), row.title, row.disposal, row.laid)
            for key, row in self._rows.items()
            if row.laid or ("" < row.disposal <= today and self._path(key).exists())
        ]
        return sorted(found, key=lambda going: (going.disposal, going.title))

    def lay_aside(self, going: Iterable[ToGo]) -> None:
        """Have sessions wait for their disposal, out of the lists."""
        for each in going:
            key = self._key(each.path)
            row = self._rows.get(key) or _Row(each.title, "", "", disposal=each.disposal)
            self._rows[key] = replace(row, laid=True)
        with _told():
            self._save()

    def take_back(self, paths: Iterable[Path]) -> None:
        """Have sessions wait for their disposal no longer."""
        laid = [key for path in paths if (row := self._rows.get(key := self._key(path))) and row.laid]
        for key in laid:
            self._rows[key] = replace(self._rows[key], laid=False)
        with _told():
            if laid:
                self._save()

    def forget(self, path: Path) -> None:
        """Keep nothing of a session: neither its row nor its picture, nor what was read of exercises that it held."""
        key = self._key(path)
        with _told():
            self._picture(key).unlink(missing_ok=True)
            self.forget_tables()
            for damaged in self._file.parent.glob(f"{_DAMAGED}*.json"):
                damaged.unlink(missing_ok=True)
            if self._rows.pop(key, None):
                self._save()

    def forget_tables(self) -> None:
        """Read the exercises that sessions hold anew the next time."""
        shutil.rmtree(self._tables, ignore_errors=True)

    def _let_go(self, keys: set[str]) -> None:
        """Remember these no longer; no picture of their cards stays behind."""
        with contextlib.suppress(OSError):
            for key in keys & self._rows.keys():
                self._picture(key).unlink(missing_ok=True)
                del self._rows[key]
            if keys:
                self._save()

    def fresh_path(self, title: str, date: str) -> Path:
        """A path in the sessions folder for a new session, with a name that no file has."""
        with _told():
            self.folder.mkdir(parents=True, exist_ok=True)
        name = " ".join(re.sub(_NOT_IN_NAMES, " ", f"{date} {title}").split()).strip(". ")[:80].strip(". ") or "pass"
        path, number = self.folder / f"{name}{SUFFIX}", 1
        while path.exists():
            number += 1
            path = self.folder / f"{name} {number}{SUFFIX}"
        return path

    def set_setting(self, name: str, value: str) -> None:
        """Keep a choice (read with `settings.settings`)."""
        if self._settings.get(name) != value:
            self._settings[name] = value
            with _told():
                self._save()

    def tables(self, read: Callable[[str], Mapping[str, Any]], text: str) -> Mapping[str, Any]:
        """What `read` makes of a text: kept when it has been read once, and found by the text's own sign after that.

        So what is kept can't be of another text; what is damaged, or can't be kept, is read anew.
        """
        kept = self._tables / f"{_sign(text)}.json"
        with contextlib.suppress(OSError, ValueError):
            sign, said = kept.read_text("utf-8").split("\n", 1)
            if sign == _sign(said):
                return json.loads(said)
        made = read(text)
        with contextlib.suppress(OSError, ValueError, TypeError, RecursionError):
            said = json.dumps(made, ensure_ascii=False, allow_nan=False)
            _write(kept, f"{_sign(said)}\n{said}".encode())
            _clear(self._tables, _MOST_TABLES)
        return made

    def _read(self) -> None:
        """Read the list; one that can't be read is set aside and made anew from the session files."""
        try:
            said = json.loads(self._file.read_text("utf-8"))
            self._rows = {str(key): _Row(**row) for key, row in said["sessions"].items()}
            self._settings = {str(name): str(value) for name, value in said["settings"].items()}
            self._added = [str(folder) for folder in said.get("folders", ())]
            return
        except FileNotFoundError:
            pass
        except OSError:
            return
        except (ValueError, TypeError, KeyError, AttributeError, RecursionError):
            with contextlib.suppress(OSError):
                day = clock.local("%Y-%m-%d %H.%M.%S")
                os.replace(self._file, self._file.with_name(f"{_DAMAGED}{day}.json"))
        self._make_anew()

    def _make_anew(self) -> None:
        for path in sorted(self.folder.glob(f"*{SUFFIX}"), key=_changed)[-_MOST:]:
            with contextlib.suppress(Refusal):
                if is_protected(path):
                    self.remember_protected(path)
                    continue
                file = SessionFile.open(path, read_only=True)
                cover, runs = file.state.get("cover", Cover) or Cover(id="cover"), file.state.all(Run)
                self.remember(path, cover.title, cover.group, runs[0].exercise if runs else "", file.picture(WALL))
                file.close()

    def _save(self) -> None:
        rows = {key: asdict(row) for key, row in self._rows.items()}
        said = {"sessions": rows, "folders": self._added, "settings": self._settings}
        _write(self._file, json.dumps(said, ensure_ascii=False, indent=1).encode("utf-8", "replace"))

    def _remembered(self, key: str, saved: float) -> Remembered:
        picture = None
        with contextlib.suppress(OSError):
            picture = self._picture(key).read_bytes()
        row = self._rows[key]
        local = time.strftime("%Y-%m-%dT%H:%M:%S", time.localtime(saved))
        return Remembered(self._path(key), row.title, row.group, row.exercise, local, picture, row.protected)

    def _key(self, path: Path) -> str:
        """A path as it is kept: relative to the sessions folder where it lies there, so that the home can be moved."""
        path, folder = path.absolute(), self.folder.absolute()
        return path.relative_to(folder).as_posix() if path.is_relative_to(folder) else str(path)

    def _path(self, key: str) -> Path:
        return self.folder / key

    def _picture(self, key: str) -> Path:
        return self._pictures / f"{blake2b(key.encode('utf-8', 'replace'), digest_size=8).hexdigest()}.png"


def _changed(path: Path) -> float:
    with contextlib.suppress(OSError):
        return path.stat().st_mtime
    return 0.0


def _sign(text: str) -> str:
    return blake2b(text.encode(), digest_size=16).hexdigest()


def _clear(folder: Path, most: int) -> None:
    """Leave so many files in a folder, those that were put there last."""
    for old in sorted(folder.iterdir(), key=lambda path: path.stat().st_mtime)[:-most]:
        old.unlink(missing_ok=True)


def _write(path: Path, content: bytes) -> None:
    """Put a file in its place whole."""
    path.parent.mkdir(parents=True, exist_ok=True)
    part = path.with_name(f".{path.name}.{os.getpid()}.part")
    try:
        part.write_bytes(content)
        os.replace(part, path)
    finally:
        part.unlink(missing_ok=True)


@contextlib.contextmanager
def _told() -> Iterator[None]:
    """A disk that says no becomes a sentence."""
    try:
        yield
    except OSError as problem:
        raise Refusal("The list of sessions could not be saved. See whether the disk is full.") from problem
