"""What is handed over holds no word that participants wrote; what comes in is looked at before it is added."""

import re
import zipfile
from pathlib import Path

import pytest

from tests.model.played import played
from tests.model.test_again import with_a_plan
from workshop.app import Verkstad, again, own
from workshop.catalog import folder
from workshop.look import EXERCISES
from workshop.model.fields import to_fields
from workshop.model.handover import TIMINGS
from workshop.model.planned import Block, Programme
from workshop.model.refusal import Faulty, Refusal
from workshop.store.session_file import SessionFile
from workshop.store.zips import write_zip
from workshop.words import Catalogue

WORDS, WORD = Catalogue("sv"), re.compile(r"[^\W\d]{4,}")


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("VERKSTAD_HOME", str(tmp_path / "home"))
    return tmp_path


def session(home: Path, name: str = "reta-motparten") -> Path:
    path = home / "pass.workshop"
    SessionFile.create(path, with_a_plan(played(name)[0]), {name: folder.files(EXERCISES / name)}).close()
    return path


@pytest.mark.parametrize("name", ["reta-motparten", "ledningsdialogen", "uppfoljning"])
def test_no_word_of_the_session_is_in_the_package(home: Path, name: str) -> None:
    path, out = session(home, name), home / "paket.zip"
    own.write(out, again.contents(path, WORDS)[1])
    file = SessionFile.open(path, read_only=True)
    written = [r for r in file.state if not isinstance(r, (Block, Programme))]
    said = " ".join(str(value) for record in written for value in to_fields(record).values())
    file.close()
    shelf = " ".join(text for texts in [folder.files(EXERCISES / name)] for text in texts.values())
    plan = "Två dagar Övning Fika exercise"
    words = set(WORD.findall(said)) - set(WORD.findall(shelf)) - set(WORD.findall(plan))
    assert len(words) > 20
    with zipfile.ZipFile(out) as package:
        held = " ".join(package.read(entry).decode() for entry in package.namelist()) + " ".join(package.namelist())
    assert words & set(WORD.findall(held)) == set()
    assert "Kim" not in held


def test_a_package_holds_exercises_programme_and_timings(home: Path) -> None:
    _, files = again.contents(session(home), WORDS)
    names = {name.split("/")[0] for name in files}
    assert names == {"exercises", "programme.toml", "timings.toml"}
    assert "took = 78" in files["timings.toml"] and "planned = 60" in files["timings.toml"]


def test_a_package_is_taken_in_by_somebody_else(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    out = home / "paket.zip"
    own.write(out, again.contents(session(home), WORDS)[1])
    monkeypatch.setenv("VERKSTAD_HOME", str(home / "another"))
    assert own.take_in(out).names == ("Två dagar",), "the exercise is on every shelf"
    assert "Två dagar" in [ready.title("sv") for ready in Verkstad().programmes()]


def test_a_programme_that_is_taken_in_has_the_times_that_it_really_took(home: Path, monkeypatch) -> None:
    out, (_, files) = home / "paket.zip", again.contents(session(home), WORDS)
    own.write(out, files)
    own.write(home / "planned.zip", {name: text for name, text in files.items() if name != TIMINGS})
    monkeypatch.setenv("VERKSTAD_HOME", str(home / "another"))
    assert own.take_in(out).timed and not own.take_in(home / "planned.zip").timed
    planned, took = sorted(Verkstad().programmes()[-2:], key=lambda ready: ready.blocks[0][1]["minutes"])
    assert [plan["minutes"] for _, plan, _ in planned.blocks] == [60, 15]
    assert [plan["minutes"] for _, plan, _ in took.blocks] == [78, 15], "nobody knows how long the second one took"
    assert [texts for _, _, texts in took.blocks] == [texts for _, _, texts in planned.blocks]
    own.write(home / "damaged.zip", {**files, TIMINGS: "[[blocks]]\ntook = 'long'"})
    with pytest.raises(Refusal, match="times in"):
        own.take_in(home / "damaged.zip")


def test_one_makes_an_exercise_of_ones_own_and_hands_it_over_as_one_file(
    home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    made = own.make_own("isberget", "egen")
    shelf = {found.name: found for found in Verkstad().shelf("sv")}
    assert shelf[made.name].own and shelf[made.name].title == "Isberget (egen)" and not shelf["isberget"].own
    assert own.make_own("isberget", "egen").name != made.name
    out = home / "min.zip"
    own.export(made.name, out)
    monkeypatch.setenv("VERKSTAD_HOME", str(home / "another"))
    assert own.take_in(out).names == (made.name,) and own.take_in(out).names == ()
    assert made.name in {found.name for found in Verkstad().shelf("sv")}
    from workshop.screen.house import Beginning

    opened = Verkstad().begin(Beginning(made.name, "Prov", "", "", "2026-11-22", ()), "sv")
    assert opened.exercise.name == made.name
    opened.close()


def test_what_is_wrong_in_an_exercise_is_said_and_nothing_is_added(home: Path) -> None:
    made = own.make_own("isberget", "egen")
    plan = made / folder.PLAN
    plan.write_text(re.sub(r"(?m)^minutes = \d+$", "minutes = 9", plan.read_text("utf-8"), count=1), "utf-8")
    aside = home / made.name
    made.rename(aside)
    text = aside / "text.sv.toml"
    text.write_text(text.read_text("utf-8").replace("title = ", "titel = ", 1), "utf-8")
    with pytest.raises(Faulty) as no:
        own.take_in(aside)
    assert made.name in WORDS.refusal(no.value)
    assert {file for file, _, _ in no.value.faults} == {"exercise.toml", "text.sv.toml"}, "both are told at once"
    assert not made.exists() and not list(made.parent.iterdir())


def test_another_exercise_with_a_name_that_is_taken_is_not_added(home: Path) -> None:
    files = {f"exercises/isberget/{n}": t.encode() for n, t in folder.files(EXERCISES / "isberget").items()}
    files["exercises/isberget/exercise.toml"] += b"# mine\n"
    write_zip(home / "x.zip", files)
    with pytest.raises(Refusal, match="another exercise"):
        own.take_in(home / "x.zip")


def test_what_has_no_place_in_a_package_is_refused_and_nothing_is_added(home: Path) -> None:
    files = {f"exercises/egen/{n}": t.encode() for n, t in folder.files(EXERCISES / "isberget").items()}
    for strange in ("exercises/egen/code.py", "exercises/../x.toml", "exercises/EGEN/exercise.toml", "letter.txt"):
        write_zip(home / "x.zip", {**files, strange: b"x"})
        with pytest.raises(Refusal, match="does not belong"):
            own.take_in(home / "x.zip")
    assert not list((home / "home").glob("exercises/*"))
