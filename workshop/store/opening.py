"""Opens a session's file: asks what it is, brings it up to date, and holds it against other writers."""

import contextlib
from pathlib import Path

from workshop.model.refusal import Protected, Refusal
from workshop.model.value import valueclass
from workshop.store import faults
from workshop.store.one_writer import Writer, take
from workshop.store.protection import composed, is_protected, not_opened
from workshop.store.reading import Held, journal_rows, read
from workshop.store.schema import TABLES, bring_up_to_date
from workshop.store.sql import APPLICATION_ID, FORMAT, WAIT, Connection, Problem, connect
from workshop.store.whole import Contents, write_whole
from workshop.words import N_

_READ_HERE = N_("{file} can only be read here: it or its folder is locked. Save a copy in another place to go on.")
_HAS_PASSWORD = N_("{file} has a password. Write it to open the session.")
IN_USE = N_("{file} is open in another window. It can be read here; go on in the other one.")

_STRANGE = (ValueError, TypeError, KeyError, AttributeError, RecursionError)  # what a file made by hand may lead to


@valueclass(frozen=False)
class Opened:
    """A file that was opened, and what it held; `notice` is a sentence to tell, or None."""

    connection: Connection
    held: Held
    read_only: bool
    notice: Refusal | None
    writer: Writer | None  # what is held for as long as this window is the one that writes
    password: str


def open_file(path: Path, read_only: bool | None, password: str = "") -> Opened:
    """Open a session's file. `read_only`: None is as the file allows, False refuses where it can't be written.

    Protected where the file has a password and it is another one.
    """
    look_at(path)
    if (protected := is_protected(path)) and not password:
        raise Protected(_HAS_PASSWORD, file=path.name)
    password = composed(password) if protected else ""
    connection = None
    writer = None if read_only else take(path)
    try:
        connection = connect(path, password)
        _ask_what_it_is(connection, path)
        if read_only or writer is None:
            closed: Refusal | None = Refusal(_READ_HERE if read_only else IN_USE, file=path.name)
        else:
            closed = hold(connection, path)
        if closed and read_only is False:
            raise closed
        if not connection.in_transaction:
            connection.execute("BEGIN")
        held = read(connection, path)
        connection.execute("PRAGMA shrink_memory")  # the pages that were read are not read again
        if closed:
            connection.execute("ROLLBACK")
        elif held.notice:
            connection, held = _renewed(connection, path, held, password)
        if closed:
            _close(writer)
        notice = held.notice or (None if read_only else closed)
        return Opened(connection, held, closed is not None, notice, None if closed else writer, password)
    except (Problem, OSError) as problem:
        _close(connection)
        _close(writer)
        raise not_opened(problem, path, password) from problem
    except _STRANGE as problem:
        _close(connection)
        _close(writer)
        raise faults.damaged(path) from problem
    except Refusal:
        _close(connection)
        _close(writer)
        raise


def hold(connection: Connection, path: Path) -> Refusal | None:
    """Take the file for this window, so that no other writes in it; a sentence where that can't be.

    The transaction that is begun here stays open until there is something to write: while it has written nothing it
    leaves no trace, others may read, and the system lets go of it if this program dies.
    """
    connection.execute("PRAGMA busy_timeout = 100")  # another window holds on for as long as it is open
    try:
        connection.execute("BEGIN IMMEDIATE")
        connection.execute(f"PRAGMA user_version = {FORMAT}")  # a true write: the only sure way to know is to try
        connection.execute("ROLLBACK")
        connection.execute("PRAGMA journal_mode = DELETE")
        connection.execute("BEGIN IMMEDIATE")
    except Problem as problem:
        if connection.in_transaction:
            connection.execute("ROLLBACK")
        kind = faults.kind_of_problem(problem)
        if kind in ("BUSY", "READONLY", "CANTOPEN", "PERM"):
            return Refusal(IN_USE if kind == "BUSY" else _READ_HERE, file=path.name)
        if kind not in ("FULL", "IOERR"):  # there may be room on the disk again when something is to be written
            raise
    finally:
        connection.execute(f"PRAGMA busy_timeout = {WAIT * 1000:.0f}")
    return None


def in_use(path: Path) -> bool:
    """Whether a window holds a file for writing."""
    if (writer := take(path)) is None:
        return True
    writer.close()
    connection = None
    try:
        connection = connect(path)
        connection.execute("PRAGMA busy_timeout = 100")
        connection.execute("BEGIN IMMEDIATE")
    except Problem as problem:
        return faults.kind_of_problem(problem) == "BUSY"
    finally:
        _close(connection)
    return False


def look_at(path: Path) -> None:
    """What can be known of a file without opening it."""
    try:
        if not path.is_file():
            raise faults.not_ours(path) if path.exists() else faults.not_there(path)
        if path.stat().st_size == 0:
            raise faults.empty(path)
    except OSError as problem:
        raise faults.not_opened(problem, path) from problem


def _ask_what_it_is(connection: Connection, path: Path) -> None:
    """Refusal unless it is a session that this version knows; an older one is brought up to date."""
    ours = connection.execute("PRAGMA application_id").fetchone()[0]
    version = connection.execute("PRAGMA user_version").fetchone()[0]
    if ours != APPLICATION_ID or version < 1:
        raise faults.not_ours(path)
    if version > FORMAT:
        raise faults.too_new(path)
    tables = connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'").fetchall()
    if not TABLES.issubset(name for (name,) in tables):
        raise faults.damaged(path)
    if version < FORMAT:
        _migrate(connection, path)


def _migrate(connection: Connection, path: Path) -> None:
    """Bring an older file up to date in one transaction, after a copy of it has been set aside."""
    from workshop.store.backups import MIGRATION, keep_aside  # once in a while, and not on the way to first paint

    try:
        keep_aside(path, MIGRATION)
        connection.execute("BEGIN IMMEDIATE")
        bring_up_to_date(connection)
        connection.execute("COMMIT")
    except (Problem, OSError) as problem:
        raise Refusal(
            "{file} is from an older Verkstad and can't be brought up to date where it lies. "
            "Copy it to your own folder and open it there.",
            file=path.name,
        ) from problem


def _renewed(connection: Connection, path: Path, held: Held, password: str) -> tuple[Connection, Held]:
    """A damaged file written anew with what could be read; the damaged one is kept among the backups."""
    from workshop.store.backups import DAMAGED, keep_aside

    journal = journal_rows(connection) if held.journal else []
    pictures: list[tuple[str, bytes]] = []
    with contextlib.suppress(Problem):  # they are drawn again
        pictures = connection.execute("SELECT name, png FROM pictures").fetchall()
    connection.close()
    try:
        keep_aside(path, DAMAGED, held.made)
        contents = Contents(held.records.values(), held.exercises, held.made, journal, pictures)
        write_whole(path, contents, password)
    except (OSError, Problem) as problem:
        raise Refusal(
            "{file} is damaged and can't be mended where it lies. Copy it to a disk with room and open it there.",
            file=path.name,
        ) from problem
    connection = connect(path, password)
    if closed := hold(connection, path):
        raise closed
    notice = held.notice
    held = read(connection, path)
    held.notice = notice
    return connection, held


def _close(connection: Connection | Writer | None) -> None:
    if connection is not None:
        connection.close()
