"""A disk that fails at its N-th write: it is full from then on, it gives an error once, or the plug is pulled.

Run as a program it does one thing with N = 1, 2, 3 … until that succeeds, each time in a process and a folder of its
own, and looks at what is left. SQLite is given other system calls, Python another way to open files; of ours nothing is
replaced. The last line that it prints is how many times something failed.
"""

import builtins
import ctypes
import errno
import io
import os
import shutil
import signal
import sys
import traceback
from collections.abc import Callable
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from sqlcipher3 import _sqlite3  # pyright: ignore[reportAttributeAccessIssue]

from workshop.model.refusal import Refusal

HOWS = ("full", "error", "killed")
MOST = 400  # writes that a thing done may take
DONE, REFUSED, WRONG = 0, 1, 3


class Disk:
    """Counts writes from now on, and fails at one of them."""

    def __init__(self, how: str, at: int) -> None:
        self.how, self.at, self.count = how, at, 0
        self._called: list[Any] = []  # by SQLite
        self._break_sqlite()
        self._break_python()

    def error(self) -> int:
        """The error of this write, or 0; with the plug pulled it doesn't return."""
        self.count += 1
        if self.how == "killed" and self.count == self.at:
            os.kill(os.getpid(), signal.SIGKILL)
        if self.how == "full" and self.count >= self.at:
            return errno.ENOSPC
        return errno.EIO if self.how == "error" and self.count == self.at else 0

    def _break_sqlite(self) -> None:
        found = _found_vfs()
        size, number, address = ctypes.c_size_t, ctypes.c_int, ctypes.c_void_p
        self._instead("write", ctypes.c_ssize_t, number, address, size, vfs=found)
        self._instead("pwrite", ctypes.c_ssize_t, number, address, size, ctypes.c_int64, vfs=found)
        self._instead("pwrite64", ctypes.c_ssize_t, number, address, size, ctypes.c_int64, vfs=found)
        self._instead("ftruncate", number, number, ctypes.c_int64, vfs=found)
        self._instead("unlink", number, ctypes.c_char_p, vfs=found)

    def _instead(self, name: str, gives: Any, *takes: Any, vfs: Any) -> None:
        real = getattr(ctypes.CDLL(None, use_errno=True), name)
        real.argtypes, real.restype = takes, gives
        always = self.how == "full" and name in ("ftruncate", "unlink")  # what makes room is never refused

        def call(*given: Any) -> int:
            if error := 0 if always else self.error():
                ctypes.set_errno(error)
                return -1
            return real(*given)

        made = ctypes.CFUNCTYPE(gives, *takes, use_errno=True)(call)
        self._called.append(made)
        vfs.contents.set_system_call(vfs, name.encode(), ctypes.cast(made, ctypes.c_void_p))

    def _break_python(self) -> None:
        disk, opened = self, io.open

        class File(io.FileIO):
            def write(self, what: Any) -> int:  # pyright: ignore[reportIncompatibleMethodOverride]
                disk.check()
                return super().write(what)

        def open_(file: Any, mode: str = "r", buffering: int = -1, *more: Any, **named: Any) -> Any:
            if not set(mode) & set("wax+") or isinstance(file, int):
                return opened(file, mode, buffering, *more, **named)
            raw = File(file, mode.replace("b", "").replace("t", ""))
            held: Any = io.BufferedRandom(raw) if "+" in mode else io.BufferedWriter(raw)
            return held if "b" in mode else io.TextIOWrapper(held, *more, **named)

        io.open = builtins.open = open_  # type: ignore[assignment]
        for name in ("sendfile", "fsync", "replace"):
            setattr(os, name, self._checked(getattr(os, name)))

    def check(self) -> None:
        """Fail as Python does."""
        if error := self.error():
            raise OSError(error, os.strerror(error))

    def _checked(self, real: Callable[..., Any]) -> Callable[..., Any]:
        def call(*given: Any, **named: Any) -> Any:
            self.check()
            return real(*given, **named)

        return call


class _Vfs(ctypes.Structure):
    """SQLite's own way to the disk, as its header has it."""


_SET = ctypes.CFUNCTYPE(ctypes.c_int, ctypes.POINTER(_Vfs), ctypes.c_char_p, ctypes.c_void_p)
_Vfs._fields_ = [
    ("version", ctypes.c_int),
    ("size", ctypes.c_int),
    ("longest", ctypes.c_int),
    ("next", ctypes.c_void_p),
    ("name", ctypes.c_char_p),
    ("own", ctypes.c_void_p),
    *((f"call{number}", ctypes.c_void_p) for number in range(13)),
    ("set_system_call", _SET),
]


def _found_vfs() -> Any:
    find = ctypes.CDLL(_sqlite3.__file__).sqlite3_vfs_find
    find.argtypes, find.restype = (ctypes.c_char_p,), ctypes.POINTER(_Vfs)
    return find(None)


def _alone(work: Callable[[], int]) -> int:
    """What work ends with in a process of its own; minus the signal that ended it."""
    child = os.fork()
    if child:
        return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])
    status = WRONG
    try:
        status = work()
    except BaseException:
        traceback.print_exc()
    finally:
        sys.stderr.flush()
        os._exit(status)


def _tried(folder: Path, how: str, at: int, do: Callable[[Path], object]) -> int:
    disk = Disk(how, at)
    try:
        do(folder)
    except Refusal as no:
        sys.stderr.write(f"{no}\n")
        return REFUSED
    return DONE if disk.count < at else REFUSED  # it was done all the same


def main(name: str, how: str) -> int:
    """Do the thing again and again; 0 where each time all was well afterwards."""
    from tests.store.things_done import THINGS

    thing = THINGS[name]
    with TemporaryDirectory() as place:
        folder, begun = Path(place) / "now", Path(place) / "begun"
        os.environ["VERKSTAD_HOME"] = str(folder / "home")
        folder.mkdir()
        thing.prepare(folder)
        folder.rename(begun)
        for at in range(1, MOST):
            shutil.copytree(begun, folder)
            status = _alone(lambda at=at: _tried(folder, how, at, thing.do))
            killed = how == "killed" and status == -signal.SIGKILL
            look = _looked(thing, folder, status == DONE, killed)
            if not (killed or status in (DONE, REFUSED)) or _alone(look):
                sys.stderr.write(f"{name}, {how} at write {at}: status {status}\n")
                return 1
            shutil.rmtree(folder)
            if status == DONE:
                print(at - 1)
                return 0
    return 1


def _looked(thing: Any, folder: Path, done: bool, killed: bool) -> Callable[[], int]:
    def look() -> int:
        thing.look(folder, done)
        left = [path.name for path in folder.rglob("*") if ".part" in path.name or "-journal" in path.name]
        assert killed or not left, left
        return 0

    return look


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
