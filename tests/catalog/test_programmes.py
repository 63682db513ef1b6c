"""Somebody writes a ready programme, and is told in plain words, with file and line, what is wrong in it."""

import subprocess
import sys
import tomllib
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as some

from workshop.catalog import programmes
from workshop.catalog.folder import load
from workshop.catalog.programmes import check, files, ready
from workshop.look import EXERCISES, PROGRAMMES
from workshop.model import planning
from workshop.model.change import State
from workshop.model.hints import hints
from workshop.model.late import late
from workshop.model.planned import Block
from workshop.model.programme import days, in_order
from workshop.model.record import Cover
from workshop.model.refusal import Refusal
from workshop.model.template import as_toml, template_from, use
from workshop.words import LANGUAGES, Catalogue

SHIPPED = sorted(PROGRAMMES.glob("*.toml"))
CORE = {"en-person-i-mitten", "isberget", "ledningsdialogen", "reta-motparten"}
SMALL = """format = 1
name = "small"
languages = ["sv", "en"]
[text.sv]
title = "Liten"
short = "En liten plan."
[text.en]
title = "Small"
short = "A small plan."
[[days]]
start = "09:00"
[[blocks]]
day = 1
kind = "exercise"
minutes = 90
keep = "shrink"
least = 60
exercise = "reta-motparten"
[blocks.sv]
title = "Reta"
[blocks.en]
title = "Tease"
[[blocks]]
day = 1
kind = "meal"
minutes = 60
[blocks.sv]
title = "Lunch"
[blocks.en]
title = "Lunch"
"""


def laid_out(file: Path, language: str = "sv") -> State:
    start = State([Cover(id="cover", date="2026-10-14")])
    return use(start, programmes.load(file), language).apply(start)


@pytest.mark.parametrize("file", SHIPPED, ids=lambda file: file.stem)
def test_a_programme_that_comes_along_has_nothing_wrong(file: Path) -> None:
    missing = {name for name in CORE if not (EXERCISES / name).is_dir()}
    found = [fault for fault in check(file) if fault.says.values.get("exercise") not in missing]
    assert not found, [f"{fault.line}:{fault.column} {fault.says}" for fault in found]


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("file", SHIPPED, ids=lambda file: file.stem)
def test_a_programme_that_comes_along_needs_no_warning_and_holds_its_exercises(file: Path, language: str) -> None:
    state = laid_out(file, language)
    assert [hint.said for hint in hints(days(state), Catalogue(language))] == []
    for block in state.all(Block):
        if block.exercise and (EXERCISES / block.exercise).is_dir():
            exercise, _ = load(EXERCISES / block.exercise)
            assert block.minutes >= exercise.minutes, block.title


@pytest.mark.parametrize("file", SHIPPED, ids=lambda file: file.stem)
def test_being_late_can_be_mended_in_a_programme_that_comes_along(file: Path) -> None:
    state = laid_out(file)
    first = next(block for block in in_order(state) if block.exercise)
    assert late(state, 15, first.id).remains <= 0


def test_the_retreat_goes_from_lunch_to_lunch_with_all_four_exercises() -> None:
    state = laid_out(PROGRAMMES / "lunch-till-lunch.toml")
    one, other = days(state)
    assert [slots[0].block.title for slots in (one.slots,)] == ["Lunch"]
    assert other.slots[-1].block.kind == "meal" and one.slots[-1].block.title == "Middag"
    assert {block.exercise for block in state.all(Block)} - {""} == CORE
    assert len(SHIPPED) == 4


def test_a_programme_s_swedish_and_english_say_the_same_things() -> None:
    for file in SHIPPED:
        for _, _, texts in programmes.load(file).blocks:
            assert set(texts["sv"]) == set(texts["en"])
            assert texts["sv"].get("script", "sv") != texts["en"].get("script", "en")


@pytest.mark.parametrize(
    "old, new, said",
    [
        ('name = "small"', 'name = "|other"', "small"),
        ("minutes = 90", "minutes = |0", "at least 1"),
        ("minutes = 90", "|minute = 90", "means nothing"),
        ("least = 60", "least = |95", "from 1 to 90"),
        ('keep = "shrink"', 'keep = "|perhaps"', "must be"),
        ('keep = "shrink"\n', "|", "shortest time"),
        ('start = "09:00"', 'start = "|kvart över nio"', "not a time"),
        ('exercise = "reta-motparten"', 'exercise = "|reta"', "no exercise “reta”"),
        ('exercise = "reta-motparten"\n', "", "Which exercise?"),
        ("day = 1\nkind = \"meal\"", "day = |2\nkind = \"meal\"", "no day 2"),
        ('kind = "meal"', 'kind = "meal"\nbeside = true\nexercise = "reta-motparten"', "holds an exercise"),
        ("[blocks.en]\ntitle = \"Tease\"\n", "", "[blocks.en]"),
        ("[text.en]\ntitle = \"Small\"\nshort = \"A small plan.\"\n", "", "[text.en]"),
        ('keep = "shrink"', 'beside = |true\nkeep = "shrink"', "first block has none"),
    ],
)  # fmt: skip
def test_what_is_wrong_is_said_with_its_place(tmp_path: Path, old: str, new: str, said: str) -> None:
    assert old in SMALL
    file = tmp_path / "small.toml"
    file.write_text(SMALL.replace(old, new.replace("|", ""), 1), "utf-8")
    fault = next(fault for fault in check(file) if said in str(fault.says))
    if "|" in new and new != "|":
        before = SMALL[: SMALL.index(old)] + new[: new.index("|")]
        line = before.count("\n") + 1
        column = len(before.split("\n")[-1]) + (0 if before.endswith('"') else 1)
        assert (fault.line, fault.column) == (line, column)


def test_days_out_of_order_are_said(tmp_path: Path) -> None:
    file = tmp_path / "small.toml"
    two = SMALL.replace('start = "09:00"\n', 'start = "09:00"\n[[days]]\nstart = "8.30"\n')
    file.write_text(two.replace("day = 1", "day = 2", 1), "utf-8")
    (fault,) = check(file)
    assert "in order" in str(fault.says)


def test_a_good_one_is_good_and_a_broken_one_does_not_empty_the_shelf(tmp_path: Path) -> None:
    (tmp_path / "small.toml").write_text(SMALL, "utf-8")
    (tmp_path / "broken.toml").write_text("format = 1\ndays = 7", "utf-8")
    (tmp_path / "noise.toml").write_bytes(b"\xff\xfe")
    assert check(tmp_path / "small.toml") == []
    assert [found.name for found in ready(tmp_path, tmp_path / "nowhere")] == ["small"]
    assert files(EXERCISES / "reta-motparten") == [] and files(EXERCISES) == []


def test_a_plan_of_one_s_own_is_saved_and_comes_back_the_same(tmp_path: Path) -> None:
    state = laid_out(PROGRAMMES / "uppfoljning.toml")
    file = tmp_path / "var-egen.toml"
    first = next(block for block in in_order(state) if block.keep == "shrink")
    shortened = late(state, 20, first.id).change.apply(state)
    file.write_text(as_toml(shortened, "var-egen", 'Vår "egen"', "sv"), "utf-8")
    assert not [fault for fault in check(file) if "no exercise" not in str(fault.says)]
    template = template_from(tomllib.loads(file.read_text("utf-8")))
    again = use(State(), template, "sv").apply(State())

    def told(one: State) -> list[tuple[object, ...]]:
        return [(b.day, b.title, b.minutes, b.keep, b.least, b.beside, b.script, b.way) for b in in_order(one)]

    assert told(again) == told(state)
    assert template.title("en") == 'Vår "egen"'
    assert [(day.start, day.last) for day in days(again)] == [(day.start, day.last) for day in days(state)]


@given(some.text(max_size=60), some.text(max_size=200), some.booleans())
def test_whatever_is_written_comes_back_from_one_s_own(title: str, script: str, beside: bool) -> None:
    state = State()
    for given_title in ("Först", title):
        try:
            told = {"script": script, "place": title, "beside": beside}
            state = planning.add_block(state, given_title, **told).apply(state)
        except Refusal:
            pass
    again = template_from(tomllib.loads(as_toml(state, "egen", "Egen", "sv")))
    written = [(block.title, block.script, block.place, block.beside) for block in in_order(state)]
    read = use(State(), again, "sv").apply(State())
    assert [(block.title, block.script, block.place, block.beside) for block in in_order(read)] == written


def test_the_quick_way_stays_light() -> None:
    asks = "import sys; from workshop.catalog.programmes import ready; from workshop.look import PROGRAMMES; "
    asks += "print(len(list(ready(PROGRAMMES)))); print(*sys.modules)"
    said = subprocess.run([sys.executable, "-c", asks], capture_output=True, text=True, check=True, encoding="utf-8")
    assert not set(said.stdout.split()) & {"pydantic", "pydantic_core", "tree_sitter", "tree_sitter_toml", "click"}
