"""What is done on a bad disk: how it begins, what is done, and what must be so afterwards, done or not."""

from collections.abc import Callable
from pathlib import Path

from tests.store.at_work import TEXTS, card, reopened, start
from workshop.model.change import Change, State, add, remove, update
from workshop.model.record import Note
from workshop.model.refusal import Refusal
from workshop.model.value import valueclass
from workshop.store.session_file import SessionFile

NAME = "Frukost.workshop"


@valueclass
class Thing:
    """Something that is done in a folder; `look` is told whether it was done, and asserts."""

    prepare: Callable[[Path], object]
    do: Callable[[Path], object]
    look: Callable[[Path, bool], object]


def lies_there(folder: Path) -> None:
    """A session of some size."""
    file, session = start(folder / NAME)
    session.do(Change({f"n{i}": card(i, f"kort {i} " + "åäö " * 40) for i in range(1, 13)}), "write cards")
    file.set_picture("wall", b"png" * 2000)
    file.close()


def state(path: Path) -> State:
    """What a file holds; it is whole."""
    file, _ = reopened(path)
    assert file.notice is None, file.notice
    assert file.exercise("trial") == TEXTS["trial"]
    held = file.state
    file.close()
    return held


def is_as_before(folder: Path, done: bool) -> None:
    """The session itself is what it was."""
    assert len(state(folder / NAME).all(Note)) == 12


def _save(folder: Path) -> None:
    file, session = reopened(folder / NAME)
    many = {f"m{i}": Note(id=f"m{i}", board="b", text="y" * 700) for i in range(30)}
    session.do(Change(many, {}, update(session.state.need("n1", Note), text="ändrat").updated), "write cards")
    file.close()


def _saved(folder: Path, done: bool) -> None:
    held = state(folder / NAME)
    whole = (len(held.all(Note)), held.need("n1", Note).text == "ändrat")
    assert whole in ((42, True), (12, False)), whole
    assert not done or whole[1]


def _erase(folder: Path) -> None:
    file, session = reopened(folder / NAME)
    session.erase(remove(session.state.need("n1", Note)))
    file.close()


def _erased(folder: Path, done: bool) -> None:
    count = len(state(folder / NAME).all(Note))
    assert count in (11, 12) and (count == 11 or not done)


def _copy(folder: Path) -> None:
    file, _ = reopened(folder / NAME)
    file.copy_to(folder / "Kopia.workshop")
    file.close()


def _copied(folder: Path, done: bool) -> None:
    is_as_before(folder, done)
    copy = folder / "Kopia.workshop"
    assert copy.exists() or not done
    if copy.exists():
        assert state(copy) == state(folder / NAME)


def _back_up(folder: Path) -> None:
    from workshop.store.backups import HOUR, keep

    assert keep(folder / NAME, HOUR)


def _backed_up(folder: Path, done: bool) -> None:
    from workshop.store.backups import kept

    is_as_before(folder, done)
    backups = kept(folder / NAME)
    assert len(backups) == 1 or not done
    for backup in backups:
        assert backup.is_whole() and state(backup.path) == state(folder / NAME)


def _with_backup(folder: Path) -> None:
    lies_there(folder)
    _back_up(folder)


def _restore(folder: Path) -> None:
    from workshop.store.backups import newest, restore

    backup = newest(folder / NAME)
    assert backup
    restore(backup, folder / "Kopia.workshop")


def _one_more(folder: Path) -> None:
    file, session = reopened(folder / NAME)
    session.do(add(card(99)), "write card")
    file.close()


def _tomorrow() -> None:
    """The next version of the program, which keeps one thing more and rewrites every card."""
    from workshop.store import opening, schema, sql

    def second(database) -> None:
        database.table("rooms").create({"id": str}, pk="id")
        database.execute("UPDATE about SET value = value || ''")

    schema.MIGRATIONS.append(second)
    sql.FORMAT = opening.FORMAT = sql.FORMAT + 1


def _migrate(folder: Path) -> None:
    _tomorrow()
    SessionFile.open(folder / NAME).close()


def _migrated(folder: Path, done: bool) -> None:
    from workshop.store.backups import newest
    from workshop.store.sql import FORMAT, connect

    connection = connect(folder / NAME)
    version = connection.execute("PRAGMA user_version").fetchone()[0]
    rooms = connection.execute("SELECT count(*) FROM sqlite_master WHERE name = 'rooms'").fetchone()[0]
    connection.close()
    assert (version, rooms) in ((FORMAT, 0), (FORMAT + 1, 1))
    if rooms:
        assert newest(folder / NAME), "as it was before"
    assert rooms or not done
    _tomorrow()
    is_as_before(folder, done)


def _archive(folder: Path) -> None:
    from workshop.store.archive import write_archive

    for _ in write_archive(folder / "Allt.zip", folder / "home"):
        pass


def _archived(folder: Path, done: bool) -> None:
    from workshop.store.archive import bring_in

    archive = folder / "Allt.zip"
    assert archive.exists() or not done
    if archive.exists():
        brought = list(bring_in(archive, folder / "elsewhere"))
        assert len(brought) == 2 and all(each.path for each in brought)


def _library(folder: Path) -> None:
    for number in (1, 2):
        (folder / "home" / "sessions").mkdir(parents=True, exist_ok=True)
        file, session = start(folder / "home" / "sessions" / f"{number}.workshop")
        session.do(add(card(number)), "write card")
        file.close()


def _with_archive(folder: Path) -> None:
    _library(folder)
    _archive(folder)
    (folder / "home" / "sessions" / "1.workshop").unlink()


def _bring_in(folder: Path) -> None:
    from workshop.store.archive import bring_in

    for _ in bring_in(folder / "Allt.zip", folder / "home"):
        pass


def _brought_in(folder: Path, done: bool) -> None:
    sessions = [path for path in (folder / "home" / "sessions").glob("*.workshop") if not path.name.startswith(".")]
    assert len(sessions) == 2 or (not done and len(sessions) == 1)
    for path in sessions:
        assert f"n{path.stem}" in state(path)


def _list(folder: Path) -> None:
    from workshop.store.library import Library

    library = Library(folder / "home")
    library.remember(folder / NAME, "Frukost", "", "", b"png")
    library.set_setting("language", "en")


def _listed(folder: Path, done: bool) -> None:
    from workshop.store.settings import settings

    assert settings(folder / "home").get("language") in (("en",) if done else (None, "en"))


def _begun(folder: Path) -> None:
    """A session as the windows begin it, with an exercise."""
    from workshop.app import Verkstad
    from workshop.screen.house import Beginning

    sides = (("Norr", "N"), ("Söder", "S"))
    opened = Verkstad().begin(Beginning("reta-motparten", "Frukost", "", "", "2026-10-14", sides), "sv")
    opened.close()
    opened.path.rename(folder / NAME)


def _export(kind: str) -> Callable[[Path], None]:
    def export(folder: Path) -> None:
        from workshop.app.leaving import export
        from workshop.model.visible import Audience

        try:
            export(folder / NAME, kind, folder / f"ut.{kind}", Audience.FULL, "sv")
        except OSError as no:  # as the command line tells it
            raise Refusal("The computer could not do it ({why}).", why=no) from no

    return export


def _exported(kind: str, end: bytes) -> Callable[[Path, bool], None]:
    def look(folder: Path, done: bool) -> None:
        written = folder / f"ut.{kind}"
        assert written.exists() or not done
        assert not written.exists() or written.read_bytes().rstrip().endswith(end)
        SessionFile.open(folder / NAME).close()

    return look


def _damaged(folder: Path) -> None:
    _begun(folder)
    path = folder / NAME
    path.write_bytes(bytes(100) + path.read_bytes()[100:])


def _repair(folder: Path) -> None:
    from workshop.app.repair import repair
    from workshop.words import Catalogue

    repair(folder / NAME, folder / "Lagat.workshop", Catalogue("sv"))


def _repaired(folder: Path, done: bool) -> None:
    assert (folder / NAME).read_bytes()[:100] == bytes(100), "the damaged file is as it was"
    mended = folder / "Lagat.workshop"
    assert mended.exists() or not done
    if mended.exists():
        file = SessionFile.open(mended)
        assert file.notice is None and file.state.all(Note)
        file.close()


THINGS = {
    "save": Thing(lies_there, _save, _saved),
    "erase": Thing(lies_there, _erase, _erased),
    "copy": Thing(lies_there, _copy, _copied),
    "backup": Thing(lies_there, _back_up, _backed_up),
    "restore": Thing(_with_backup, _restore, _copied),
    "migrate": Thing(lies_there, _migrate, _migrated),
    "list": Thing(lies_there, _list, _listed),
    "archive": Thing(_library, _archive, _archived),
    "json": Thing(_begun, _export("json"), _exported("json", b"}")),
    "pdf": Thing(_begun, _export("pdf"), _exported("pdf", b"%%EOF")),
    "repair": Thing(_damaged, _repair, _repaired),
    "bring in": Thing(_with_archive, _bring_in, _brought_in),
}
