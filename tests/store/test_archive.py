"""All that one has in one file, and back again: nothing is written over, and nothing strange is let in."""

import json
import stat
import warnings
import zipfile
from pathlib import Path

import pytest

from tests.store.at_work import card, reopened, start
from workshop.model.change import add
from workshop.model.refusal import Refusal
from workshop.store.archive import LIST, bring_in, write_archive
from workshop.store.bundle import contents
from workshop.store.library import Library


def written(folder: Path, name: str, number: int) -> Path:
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / name
    file, session = start(path)
    session.do(add(card(number)), "write card")
    file.close()
    return path


@pytest.fixture
def home(own_home, tmp_path):
    """Two sessions in the library, one of the same name in another folder, and an own programme."""
    written(own_home / "sessions", "Vår.workshop", 1)
    written(own_home / "sessions" / "2025", "Höst.workshop", 2)
    written(tmp_path / "delat", "vår.workshop", 3)
    Library(own_home).add_folder(tmp_path / "delat")
    (own_home / "programmes").mkdir()
    (own_home / "programmes" / "vart-dygn.toml").write_text('name = "vart-dygn"\n', "utf-8")
    return own_home


@pytest.fixture
def archive(home, tmp_path):
    path = tmp_path / "Allt.zip"
    assert list(write_archive(path, home))[-1] == (4, 4)
    return path


def held(home: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in home.rglob("*") if path.suffix in (".workshop", ".toml")}


def test_all_is_there_again_on_another_computer(archive, home, tmp_path):
    other = tmp_path / "annan dator"
    brought = list(bring_in(archive, other))
    assert all(each.path and each.path.is_file() for each in brought) and len(brought) == 4
    assert set(held(other).values()) == {*held(home).values(), (tmp_path / "delat" / "vår.workshop").read_bytes()}
    cards = {name: reopened(other / "sessions" / name)[0].state for name in ("Vår.workshop", "Höst.workshop")}
    assert "n1" in cards["Vår.workshop"] and "n2" in cards["Höst.workshop"]


def test_what_is_there_already_is_not_written_over_and_not_brought_in_twice(archive, home):
    file, session = reopened(home / "sessions" / "Vår.workshop")
    session.do(add(card(9)), "write card")
    file.close()
    before = held(home)
    (home / "sessions" / "2025" / "Höst.workshop").unlink()
    names = {each.path.name for each in bring_in(archive, home) if each.path}
    assert {"Vår 2.workshop", "Höst.workshop"} <= names
    assert {name: held(home)[name] for name in before} == before
    assert [each for each in bring_in(archive, home) if each.path] == []


def test_a_session_is_in_the_archive_as_it_stands_while_one_works_in_it(home, tmp_path):
    file, session = reopened(home / "sessions" / "Vår.workshop")
    session.do(add(card(8)), "write card")
    list(write_archive(tmp_path / "Allt.zip", home))
    assert len([each for each in bring_in(tmp_path / "Allt.zip", tmp_path / "b") if each.path]) == 4
    assert "n8" in reopened(tmp_path / "b" / "sessions" / "Vår.workshop")[0].state
    file.close()


def test_a_damaged_session_is_in_the_archive_and_left_there(home, tmp_path):
    path = home / "sessions" / "Vår.workshop"
    path.write_bytes(path.read_bytes()[:9000])
    list(write_archive(tmp_path / "Allt.zip", home))
    left = [each for each in bring_in(tmp_path / "Allt.zip", tmp_path / "b") if each.why]
    assert [each.name for each in left] == ["sessions/Vår.workshop"] and "is damaged" in str(left[0].why)
    with zipfile.ZipFile(tmp_path / "Allt.zip") as bundle:
        assert bundle.read("sessions/Vår.workshop") == path.read_bytes()


def test_a_protected_session_comes_and_goes_as_protected(home, tmp_path):
    path = home / "sessions" / "Vår.workshop"
    file, _ = reopened(path)
    file.protect("ett långt lösenord")
    file.close()
    list(write_archive(tmp_path / "Allt.zip", home))
    assert not [each for each in bring_in(tmp_path / "Allt.zip", tmp_path / "b") if each.why]
    assert (tmp_path / "b" / "sessions" / "Vår.workshop").read_bytes() == path.read_bytes()
    assert b"kort 1" not in b"".join(held(home).values())


def test_nothing_strange_is_read_out_of_an_archive(archive, tmp_path):
    whole = list(contents(archive, lambda name: True, 999))
    listed = json.loads(dict(whole)[LIST])
    other = tmp_path / "annan"
    changed = [
        (name, content.replace(b"kort", b"kork")) if "Höst" in name else (name, content) for name, content in whole
    ]
    _zip(archive, changed)
    left = [each for each in bring_in(archive, other) if each.why]
    assert [each.name for each in left] == ["sessions/Höst.workshop"] and len(held(other)) == 3
    listed["format"] = 99
    _zip(archive, [(LIST, json.dumps(listed).encode())])
    with pytest.raises(Refusal, match="newer Verkstad"):
        list(bring_in(archive, other))
    for said in (b"", b"{", b"[]", b"\xff"):
        _zip(archive, [(LIST, said)])
        with pytest.raises(Refusal, match="no archive"):
            list(bring_in(archive, other))


def _zip(path: Path, files, **more) -> None:
    with warnings.catch_warnings(), zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as bundle:
        warnings.simplefilter("ignore")  # that a name is there twice
        for name, content in files:
            bundle.writestr(name, content)


# Bundles


@pytest.mark.parametrize(
    "name",
    ["../a.toml", "/a.toml", "a/../../a.toml", "C:a.toml", "a\\b.toml", "other.exe", "a\n.toml", "\u202ea.toml", "d/"],
)
def test_a_name_that_is_not_known_or_leads_elsewhere(tmp_path, name):
    path = tmp_path / "b.zip"
    _zip(path, [("b.toml", b"x"), (name, b"x")])
    with pytest.raises(Refusal, match="does not belong there"):
        list(contents(path, lambda name: name.endswith((".toml", "/"))))


def test_a_link_is_not_followed(tmp_path):
    path = tmp_path / "b.zip"
    link = zipfile.ZipInfo("a.toml")
    link.external_attr = (stat.S_IFLNK | 0o777) << 16
    _zip(path, [(link, b"/etc/hostname")])
    with pytest.raises(Refusal, match="does not belong there"):
        list(contents(path, lambda name: True))


@pytest.mark.parametrize("names", [("a.toml", "A.TOML"), ("å.toml", "a\u030a.toml"), ("a.toml", "a.toml")])
def test_two_files_of_one_name(tmp_path, names):
    path = tmp_path / "b.zip"
    _zip(path, [(name, b"x") for name in names])
    with pytest.raises(Refusal, match="twice"):
        list(contents(path, lambda name: True))


def test_too_many_and_too_much_is_counted_while_reading(tmp_path):
    path = tmp_path / "b.zip"
    _zip(path, [(f"{number}.toml", b"") for number in range(201)])
    with pytest.raises(Refusal, match="more than 200 files"):
        list(contents(path, lambda name: True))
    _zip(path, [("a.toml", bytes(49_000_000)), ("b.toml", bytes(1_000_001))])
    with pytest.raises(Refusal, match="larger than it may be"):
        list(contents(path, lambda name: True))
    raw = bytearray(path.read_bytes())
    at = raw.rindex(b"PK\x01\x02")
    raw[at + 24 : at + 28] = (10).to_bytes(4, "little")  # it says that it is small
    path.write_bytes(raw)
    with pytest.raises(Refusal):
        list(contents(path, lambda name: True, most=500_000))


@pytest.mark.parametrize("letters", [b"", b"text", b"PK\x03\x04" + b"\1" * 99])
def test_what_is_no_zip_file(tmp_path, letters):
    path = tmp_path / "b.zip"
    path.write_bytes(letters)
    with pytest.raises(Refusal, match="damaged, or no zip file"):
        list(contents(path, lambda name: True))
    with pytest.raises(Refusal, match="can't be read"):
        list(contents(tmp_path / "gone.zip", lambda name: True))


def test_a_flipped_byte_in_a_bundle_is_seen(tmp_path):
    path = tmp_path / "b.zip"
    _zip(path, [("a.toml", b"kort " * 3)])
    content = bytearray(path.read_bytes())
    content[40] ^= 0x21
    path.write_bytes(content)
    with pytest.raises(Refusal, match="damaged, or no zip file"):
        list(contents(path, lambda name: True))
