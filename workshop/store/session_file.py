"""A session's file at work: each change is one transaction, on the disk before anybody is shown it."""

import contextlib
import os
from collections.abc import Callable, Mapping
from pathlib import Path
from threading import RLock

from workshop.clock import seconds
from workshop.model.change import Change, State
from workshop.model.history import APART, Entry, History, recalled
from workshop.model.record import Scope
from workshop.model.refusal import Refusal
from workshop.store import faults
from workshop.store.apart import scatter
from workshop.store.checksum import of_row, seal_text
from workshop.store.foreseen import Foreseen, foresee
from workshop.store.one_writer import take
from workshop.store.opening import IN_USE, Opened, hold, in_use, open_file
from workshop.store.protection import fit_to_protect
from workshop.store.reading import journal_rows, last_rows
from workshop.store.rows import ANEW, BEGUN, JOURNAL_COLUMNS, JournalRow, begun_row, entry_of, journal_row, stamp
from workshop.store.sql import FORMAT, Problem, connect
from workshop.store.whole import Contents, write_whole

_Clock = Callable[[], float]


class SessionFile:
    """Keeps one session (see `model.session.Keep`). `notice` is a sentence to tell on opening, or None."""

    def __init__(self, path: Path, opened: Opened, clock: _Clock) -> None:
        self.path = path
        self.read_only = opened.read_only
        self._shut = False
        self._one_at_a_time = RLock()  # the file is written whole in a thread, while a clock may write in it
        self._writer = opened.writer
        self.notice = opened.notice
        self._connection, self.password = opened.connection, opened.password
        self._clock, self._reading = clock, None
        held = opened.held
        self._records, self._signs, self._seal = held.records, held.signs, held.seal
        self._journal_is_sound, self._seq, self._tip = held.journal, held.seq, held.tip
        self._exercises, self._made, self._program = held.exercises, held.made, held.program
        if not self.read_only:
            self._stay()

    @classmethod
    def create(
        cls,
        path: Path,
        state: State | None = None,
        exercises: Mapping[str, Mapping[str, str]] | None = None,
        clock: _Clock = seconds,
        password: str = "",
    ) -> "SessionFile":
        """A new file, open for work; `exercises` are texts by exercise and file name. Writes over no file."""
        if os.path.exists(path):
            raise Refusal("There is a file {file} already. Choose another name.", file=path.name)
        records = [record for record in state or () if record.scope is not Scope.PRESENCE]
        make(path, Contents(records, exercises or {}, stamp(clock())), password)
        return cls.open(path, False, clock, password)

    @classmethod
    def open(
        cls, path: Path, read_only: bool | None = None, clock: _Clock = seconds, password: str = ""
    ) -> "SessionFile":
        """The session in a file. `read_only`: None is as the file allows, False refuses where it can't be written."""
        return cls(path, open_file(path, read_only, password), clock)

    def close(self) -> None:
        """Let go of the file."""
        self._disconnect()
        if self._writer:
            self._writer.close()

    @property
    def state(self) -> State:
        """The records as they are on the disk."""
        return State(self._records.values())

    def exercise(self, name: str) -> dict[str, str]:
        """An exercise's texts by file name, as it was when the session began; Refusal where the file has none such."""
        if name not in self._exercises:
            raise Refusal("The exercise “{name}” is not in this session's file.", name=name)
        return dict(self._exercises[name])

    def keep_exercise(self, name: str, texts: Mapping[str, str]) -> None:
        """Keep one more exercise's texts, by file name, with the session; Refusal where that can't be done."""
        self._check_writable()
        rows = [(name, file, text) for file, text in texts.items()]
        seal = self._seal
        for row in rows:
            seal ^= of_row(*row)

        def insert() -> None:
            self._connection.executemany("INSERT INTO exercises (name, file, text) VALUES (?, ?, ?)", rows)
            self._connection.execute("UPDATE about SET value = ? WHERE name = 'seal'", (seal_text(seal, self._tip),))

        try:
            self._commit(insert)
        except Problem as problem:
            raise faults.not_saved(problem) from problem
        self._seal = seal
        self._exercises[name] = dict(texts)

    @property
    def protected(self) -> bool:
        """Whether the file has a password."""
        return bool(self.password)

    def about(self) -> dict[str, str]:
        """When the file was made (ISO, UTC), by which program, in which format."""
        return {"made": self._made, "program": self._program, "format": str(FORMAT)}

    def write(self, change: Change, entry: Entry | None) -> None:
        """Make a change durable with its journal row, in one transaction; where it can't be, Refusal and no change."""
        if self.read_only and entry is None:
            return  # what the room is shown of a session that is only read is nothing to keep
        self._check_writable()
        after = foresee(change, self._records, self._signs, self._seal)
        row = self._row(entry, after) if entry else None
        tip = row[-1] if row else self._tip
        seal = seal_text(after.seal, tip)

        def rows() -> None:
            after.carry_out(self._connection)
            if entry is APART:
                scatter(self._connection, self._records, after)
            if row:
                insert = f"INSERT OR REPLACE INTO journal ({JOURNAL_COLUMNS}) VALUES (?, ?, ?, ?, ?, ?, ?)"
                self._connection.execute(insert, row)
            self._connection.execute("UPDATE about SET value = ? WHERE name = 'seal'", (seal,))

        try:
            self._commit(rows)
        except Problem as problem:
            if self._seal_on_disk() != seal:  # a disk may fail after it has taken everything
                raise faults.not_saved(problem) from problem
        after.remember(self._records, self._signs)
        self._seal, self._tip, self._seq = after.seal, tip, row[0] if row else self._seq

    def _row(self, entry: Entry, after: Foreseen) -> JournalRow:
        """The journal row for a change; for one that it must not tell of all that there is now, and none before it."""
        at = stamp(self._clock())
        if entry is not APART:
            return journal_row(self._seq + 1, at, entry, self._tip)
        records, signs = self._records.copy(), self._signs.copy()
        after.remember(records, signs)
        try:
            last, before = [*last_rows(self._connection), None, None][:2]
        except Problem as problem:
            raise faults.not_saved(problem) from problem
        if last and last[2] == BEGUN:
            return begun_row(last[0], last[1], records.values(), before[-1] if before else "", ANEW)
        return begun_row(self._seq + 1, at, records.values(), self._tip, ANEW)

    def erase(self, change: Change) -> None:
        """Make a change durable in a file that never held what is gone; without journal, pictures and backups."""
        self._check_writable()
        after = foresee(change, self._records, self._signs, self._seal)
        records, signs = self._records.copy(), self._signs.copy()
        after.remember(records, signs)
        try:
            tip = self._write_anew(Contents(records.values(), self._exercises, self._made), self.password)
        except (OSError, Problem) as problem:
            raise Refusal(
                "Nothing could be erased: the disk is full, or another program is using the file. "
                "See to that, then do it again."
            ) from problem
        self._records, self._signs, self._seal, self._tip, self._seq = records, signs, after.seal, tip, 0
        self._hold_anew()

    def protect(self, password: str) -> None:
        """Give the file a password, another one, or with "" none; its backups go, for they lack the password.

        The file is written beside, proved, then renamed: whoever stops it has the old file or the new one, whole.
        """
        self._check_writable()
        checked = fit_to_protect(password) if password else ""
        with self._one_at_a_time:
            try:
                self._write_anew(self._contents(), checked)
            except (OSError, Problem) as problem:
                raise Refusal(
                    "The password is as it was: the disk is full, or another program is using the file. "
                    "See to that, then do it again."
                ) from problem
            self.password = checked
            self._hold_anew()

    def shut(self) -> None:
        """Only read from here on, and let others write."""
        self.read_only = self._shut = True
        with contextlib.suppress(Problem):
            self._connection.rollback()
        if self._writer:
            self._writer.close()

    def thaw(self) -> None:
        """Write again in a file that was shut; Refusal where another window does, or where it can't be written."""
        writer = take(self.path)
        if writer is None:
            raise Refusal(IN_USE, file=self.path.name)
        try:
            if closed := hold(self._connection, self.path):
                raise closed
            if self._seal_on_disk() != seal_text(self._seal, self._tip):
                raise Refusal("The session was changed from elsewhere. Close it and open it again.")
        except BaseException:
            self._connection.rollback()
            writer.close()
            raise
        self._writer, self.read_only, self._shut = writer, False, False
        self._stay()

    def _write_anew(self, contents: Contents, password: str) -> str:
        """Put a new file in the place of this one and its backups; the sign of its journal's last row.

        Where that fails, the old file is held again.
        """
        from workshop.store.backups import forget  # not on the way to first paint

        self._disconnect()
        try:
            forget(self.path, self._made)
            tip = write_whole(self.path, contents, password)
            with contextlib.suppress(OSError):
                forget(self.path, self._made)  # one that another process was making just then
            return tip
        except (OSError, Problem):
            self._hold_anew()
            raise

    def _hold_anew(self) -> None:
        with contextlib.suppress(Problem, Refusal):  # the next change tries again
            self._connection = connect(self.path, self.password)
            self._take()

    def history(self) -> History:
        """What can be undone and redone; an empty history where the journal can't be trusted."""
        return recalled((entry for _, entry in self.entries()), self._anew())

    def _anew(self) -> bool:
        """Whether the journal begins with what stands for an anonymous step."""
        try:
            begun = self._connection.execute("SELECT label FROM journal WHERE act = ?", (BEGUN,)).fetchall()
        except Problem:
            return False
        return len(begun) > 1 or begun == [(ANEW,)]

    def entries(self) -> list[tuple[str, Entry]]:
        """The journal since it last began: the time (ISO, UTC) and what was done, the oldest first."""
        if not self._journal_is_sound:
            return []
        try:
            with self._one_at_a_time:
                rows = journal_rows(self._connection)
            begun = max((at for at, row in enumerate(rows) if row[2] == BEGUN), default=-1)
            return [(row[1], entry_of(row)) for row in rows[begun + 1 :]]
        except Problem as problem:
            raise faults.not_saved(problem) from problem

    def told(self) -> tuple[Change, list[tuple[str, Entry]]]:
        """What was there when the journal last began, and all that was done since; Refusal where it can't be read."""
        if not self._journal_is_sound:
            raise Refusal("The session is whole, but what was done in it, step by step, can't be read any more.")
        try:
            with self._one_at_a_time:
                begun = [row for row in journal_rows(self._connection) if row[2] == BEGUN]
            return entry_of(begun[-1]).change if begun else Change(), self.entries()
        except Problem as problem:
            raise faults.not_saved(problem) from problem

    def picture(self, name: str) -> bytes | None:
        """A picture kept with the session, PNG, or None."""
        try:
            with self._one_at_a_time:
                found = self._connection.execute("SELECT png FROM pictures WHERE name = ?", (name,)).fetchone()
        except Problem:  # pictures are drawn again; a broken one is as none
            return None
        return found[0] if found else None

    def set_picture(self, name: str, png: bytes) -> None:
        """Keep a picture with the session, in the place of the one with the same name."""
        self._check_writable()
        picture = "INSERT OR REPLACE INTO pictures (name, png) VALUES (?, ?)"
        try:
            self._commit(lambda: self._connection.execute(picture, (name, png)))
        except Problem as problem:
            raise faults.not_saved(problem) from problem

    def copy_to(self, path: Path, state: State | None = None) -> None:
        """The whole session in another file; from memory, without undo and pictures, where the disk is gone.

        With a state the copy holds that one instead, and what was done before can't be undone in it.
        """
        if os.path.exists(path) and os.path.exists(self.path) and os.path.samefile(path, self.path):
            raise Refusal("That is the session itself. Choose another name for the copy.")
        if os.path.exists(path) and in_use(path):
            raise Refusal("{file} is open in another window. Close it there, or choose another name.", file=path.name)
        with self._one_at_a_time:
            contents = self._contents()
        if state is not None:
            lasting = [record for record in state if record.scope is not Scope.PRESENCE]
            contents = Contents(lasting, self._exercises, self._made)
        make(path, contents, self.password)

    def _contents(self) -> Contents:
        """All that the file holds; what the disk doesn't give any more is left out."""
        journal, pictures = [], []
        with contextlib.suppress(Problem):
            journal = journal_rows(self._connection) if self._journal_is_sound else []
            pictures = self._connection.execute("SELECT name, png FROM pictures").fetchall()
        return Contents(self._records.values(), self._exercises, self._made, journal, pictures)

    def _check_writable(self) -> None:
        if self._shut:
            raise Refusal("The session is frozen for reading. It is thawed under “Keep and dispose”.")
        if self.read_only:
            raise Refusal("The session can only be read here. Save a copy in another place and go on in the copy.")

    def _commit(self, rows: Callable[[], object]) -> None:
        """Carry SQL out in one durable transaction, or leave no trace of it; then hold on to the file."""
        with self._one_at_a_time:
            try:
                self._take()
                rows()
                self._connection.execute("COMMIT")
            except BaseException:
                with contextlib.suppress(Problem):
                    self._connection.rollback()
                raise
            self._hold_on()

    def _take(self) -> None:
        """Begin to write, where the file is not held already; Refusal where others have written in it meanwhile."""
        if self._connection.in_transaction:
            return
        self._connection.execute("BEGIN IMMEDIATE")
        if self._seal_on_disk() != seal_text(self._seal, self._tip):
            raise Refusal("The session was changed from elsewhere, so this was not saved. Close it and open it again.")
        self._stay()

    def _stay(self) -> None:
        """Leave a read unfinished: the lock that it holds outlasts COMMIT, so nobody gets in between two changes."""
        if self._reading:
            self._reading.close()
        self._reading = self._connection.execute("SELECT name FROM sqlite_master")

    def _disconnect(self) -> None:
        """Close the connection; what is still being read by then would keep the lock."""
        if self._reading:
            self._reading.close()
        self._reading = None
        self._connection.close()

    def _hold_on(self) -> None:
        """Keep others from writing until the next change, see `opening.hold`; that tries again where this fails."""
        try:  # noqa: SIM105 (contextlib.suppress costs more on this road)
            self._connection.execute("BEGIN IMMEDIATE")
        except Problem:
            pass

    def _seal_on_disk(self) -> str:
        try:
            return self._connection.execute("SELECT value FROM about WHERE name = 'seal'").fetchone()[0]
        except (Problem, TypeError):
            return ""


def make(path: Path, contents: Contents, password: str = "") -> None:
    """A session's file of these contents, in the place of one that is there."""
    try:
        write_whole(path, contents, password)
    except (OSError, Problem) as problem:
        raise faults.not_copied(path) from problem
