"""Keeping sessions to those they concern, and being rid of them, as the windows ask (screen/keeping/service.py)."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

from workshop import clock
from workshop.model.refusal import Refusal
from workshop.store.library import ToGo

if TYPE_CHECKING:
    from workshop.app.finding import Finding
    from workshop.screen.keeping.service import Going
    from workshop.screen.opened import Opened
    from workshop.store.library import Library
    from workshop.store.session_file import SessionFile


class Keeping:
    """`file` gives the file of an open session, `remember` tells the library what it may know of it."""

    def __init__(
        self,
        library: Library,
        finding: Finding,
        file: Callable[[Opened], SessionFile],
        remember: Callable[[Opened, bytes | None], object],
    ) -> None:
        self._library, self._finding = library, finding
        self._file, self._remember = file, remember

    def protect(self, opened: Opened, password: str) -> None:
        """Give a session a password, another one, or with "" none; outside of its windows no more is told than may."""
        from workshop.app.opening import wait_for

        file = self._file(opened)
        wait_for(lambda: file.protect(password))
        opened.protected = file.protected
        if password:
            self._library.forget_tables()
            self._finding.forget(opened.path)
        self._remember(opened, None)

    def shut(self, opened: Opened) -> None:
        """Have a session that is open only be read from here on."""
        self._file(opened).shut()
        opened.read_only = True

    def thaw(self, opened: Opened) -> None:
        """Write in a session again that was only read; Refusal where another window does, or where it can't be."""
        self._file(opened).thaw()
        opened.read_only = False

    def to_go(self) -> list[Going]:
        """Sessions whose day of disposal has come, and those that are laid aside already."""
        from workshop.screen.keeping.service import Going

        return [Going(going.path, going.title, going.disposal, going.laid) for going in self._going()]

    def _going(self) -> list[ToGo]:
        """By what the list remembers; what a file says that has not changed since it was read is truer."""
        today = clock.today()
        found = {going.path.absolute(): going for going in self._library.to_go(today)}
        with suppress(Refusal):  # an index that can't be read is no reason not to tell of the others
            for going in self._finding.to_go(today, list(found)):
                before = found.pop(going.path, going)
                if before.laid or "" < going.disposal <= today:
                    found[going.path] = before if before.laid else going
        return sorted(found.values(), key=lambda going: (going.disposal, going.title))

    def lay_aside(self, paths: Iterable[Path]) -> None:
        """Have sessions wait for their disposal, out of the lists."""
        known = {going.path.absolute(): going for going in self._going()}
        self._library.lay_aside(known.get(path.absolute()) or ToGo(path, path.stem, "", False) for path in paths)

    def take_back(self) -> None:
        """Put all sessions that wait for their disposal back in the lists."""
        self._library.take_back(going.path for going in self.to_go())

    def dispose(self, path: Path) -> None:
        """Delete a session for good: its file, its backups, and all that Verkstad has kept of it."""
        from workshop.store.disposal import dispose

        path = path.absolute()
        dispose(path)
        self._finding.forget(path)
        self._library.forget(path)
