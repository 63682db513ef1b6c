"""What goes wrong with a file, in one sentence that says what to do."""

from collections.abc import Mapping
from pathlib import Path

from workshop.model.refusal import Damaged, Refusal
from workshop.words import N_

_NOT_SAVED: Mapping[str, str] = {
    "FULL": N_("The disk is full, so this was not saved. Make room on it, then do it again."),
    "IOERR": N_("The disk did not take this, so it was not saved. Save a copy in another place and go on there."),
    "CANTOPEN": N_("Nothing can be written in the session's folder. Save a copy in another place and go on there."),
    "READONLY": N_("The session can't be written where it lies. Save a copy in another place and go on there."),
    "BUSY": N_("Another program is using the session's file, so this was not saved. Close it there, then do it again."),
}
_NOT_SAVED_AT_ALL = N_("The session's file can't be written any more. Save a copy in another place and go on there.")


def kind_of_problem(problem: Exception) -> str:
    """The first word of what SQLite calls a problem, such as FULL, BUSY or CORRUPT; empty where it has no name."""
    return getattr(problem, "sqlite_errorname", "").removeprefix("SQLITE_").partition("_")[0]


def not_saved(problem: Exception) -> Refusal:
    """Why something could not be written."""
    return Refusal(_NOT_SAVED.get(kind_of_problem(problem), _NOT_SAVED_AT_ALL))


def not_copied(path: Path) -> Refusal:
    """That a file could not be made at a place."""
    return Refusal("{file} could not be saved in {folder}. Choose another place.", file=path.name, folder=path.parent)


def not_opened(problem: Exception, path: Path) -> Refusal:
    """Why a file could not be opened."""
    kind = kind_of_problem(problem)
    if kind == "NOTADB":
        return not_ours(path)
    if kind == "BUSY":
        return Refusal("Another program is using {file}. Close it there, then open it again.", file=path.name)
    if kind == "READONLY":
        return Refusal(
            "{file} was interrupted and must be mended where it can be written. "
            "Copy it, with the file beside it that ends in -journal, to your own folder and open it there.",
            file=path.name,
        )
    if kind in ("CANTOPEN", "PERM", "AUTH") or isinstance(problem, OSError):
        return Refusal("{file} can't be read. Check that you may read it, or ask for a copy.", file=path.name)
    return damaged(path)


def not_there(path: Path) -> Refusal:
    """That there is no such file."""
    return Refusal("There is no file {file} any more. Choose another session.", file=path.name)


def not_ours(path: Path) -> Refusal:
    """That a file is something else than a session; where it has backups, or our tables, it was one and is damaged."""
    no = damaged(path)
    if no.values.get("backup") or _has_our_tables(path):
        return no
    return Refusal("{file} is not a session. Choose a file that ends in .workshop.", file=path.name)


def _has_our_tables(path: Path) -> bool:
    try:
        with path.open("rb") as file:
            return b'CREATE TABLE "records"' in file.read(1 << 20)
    except OSError:
        return False


def empty(path: Path) -> Refusal:
    """That there is nothing in a file, though there was where it has backups."""
    if (no := damaged(path)).values.get("backup"):
        return no
    return Refusal("{file} is empty: nothing was ever saved in it. Choose another session.", file=path.name)


def too_new(path: Path) -> Refusal:
    """That a file is from a later version."""
    return Refusal(
        "{file} was saved by a newer Verkstad. Update Verkstad to open it; nothing in it has been touched.",
        file=path.name,
    )


def damaged(path: Path) -> Damaged:
    """That a file is damaged beyond what can be opened, with the newest backup where there is one."""
    from workshop.store.backups import newest  # not on the way to first paint

    if backup := newest(path):
        return Damaged(N_("{file} is damaged. Open its backup {backup} instead."), file=path.name, backup=backup.path)
    return Damaged(N_("{file} is damaged. Open a copy of it instead; nothing in it has been touched."), file=path.name)
