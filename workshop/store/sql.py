"""The door to SQLite: the same SQLite on every platform, and what a file must carry to be ours."""

import sys
from pathlib import Path
from typing import TYPE_CHECKING

import sqlcipher3

if TYPE_CHECKING:
    from sqlite3 import dbapi2  # has the types that sqlcipher3 lacks
else:
    from sqlcipher3 import dbapi2

# sqlite_utils takes whatever is called pysqlite3; it must be the SQLite that our connections come from.
sys.modules["pysqlite3"] = sqlcipher3
sys.modules["pysqlite3.dbapi2"] = dbapi2

APPLICATION_ID = 0x56524B53  # "VRKS" in the file's header: a session of Verkstad
FORMAT = 1  # the file's user_version
_PAGE = 4096  # bytes of a page of a file with a password, which is sqlcipher's own choice
WAIT = 2.0  # seconds to wait for another program to let go of the file

Connection = dbapi2.Connection
Problem = dbapi2.Error


def connect(path: Path, password: str = "") -> Connection:
    """A connection on which nothing is committed but by an explicit COMMIT, and then for good."""
    connection = _keyed(path, password)
    try:
        connection.execute("PRAGMA synchronous = FULL")  # reads the file's head, for which the key is derived
        connection.execute("PRAGMA foreign_keys = ON")
        connection.execute("PRAGMA secure_delete = ON")  # what is taken away leaves no letters behind
        connection.execute("PRAGMA trusted_schema = OFF")  # a file may come by mail
    except Problem:
        connection.close()
        raise
    return connection


def fits_somewhere(path: Path, password: str) -> bool:
    """Whether a password is the one that some page of a file was written with; each page carries its own proof."""
    connection = _keyed(path, password)
    try:
        wrong = connection.execute("PRAGMA cipher_integrity_check").fetchall()
    finally:
        connection.close()
    return len(wrong) < path.stat().st_size // _PAGE


def _keyed(path: Path, password: str) -> Connection:
    # Whoever opens a file in a thread may hand it on; it is never used in two at a time.
    connection = dbapi2.connect(str(path), isolation_level=None, timeout=WAIT, check_same_thread=False)
    if password:
        connection.execute("PRAGMA cipher_log_level = NONE")  # it would tell of a wrong password on stderr
        quoted = password.replace("'", "''")
        connection.execute(f"PRAGMA key = '{quoted}'")
    return connection


def make_ours(connection: Connection) -> None:
    """Mark a file as a session in today's format."""
    connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")
    connection.execute(f"PRAGMA user_version = {FORMAT}")
