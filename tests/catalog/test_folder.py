"""The quick way into an exercise: the shelf, and the copy that a session file carries."""

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from workshop.catalog.folder import example, files, from_files, load, shelf
from workshop.look import EXERCISES
from workshop.model.exercise import Exercise
from workshop.model.refusal import Refusal

SHIPPED = EXERCISES / "reta-motparten"


def test_an_exercise_speaks_each_of_its_languages() -> None:
    exercise, texts = load(SHIPPED)
    assert (exercise.name, exercise.minutes, list(texts)) == ("reta-motparten", 87, ["sv", "en"])
    for text in texts.values():
        assert set(text.guide) == {"", *(step.key for step in exercise.steps)}


def test_a_session_s_copy_is_the_same_exercise() -> None:
    copy = files(SHIPPED)
    assert sorted(copy) == ["exercise.toml", "guide.en.md", "guide.sv.md", "text.en.toml", "text.sv.toml"]
    assert from_files(copy) == load(SHIPPED)


def test_the_example_is_there() -> None:
    assert len(example(SHIPPED)["acts"]) > 100


def test_a_broken_exercise_does_not_empty_the_shelf(tmp_path: Path) -> None:
    for name in ("reta-motparten", "broken"):
        shutil.copytree(SHIPPED, tmp_path / name)
    (tmp_path / "broken" / "guide.sv.md").unlink()
    (tmp_path / "notes").mkdir()
    found = dict(shelf(tmp_path))
    assert list(found) == ["broken", "reta-motparten"]
    broken, (exercise, _) = found["broken"], found["reta-motparten"]  # type: ignore[misc]
    assert isinstance(broken, Refusal) and "workshop check" in str(broken)
    assert isinstance(exercise, Exercise)


@pytest.mark.parametrize(
    "old, new",
    [
        ('view = "turn"', 'view = "radar"'),
        ('kind = "agreements"', 'kind = "radar"'),
        ("minutes = 5", 'minutes = "5"'),
        ('board = "repair"', 'board = "cellar"'),
    ],
)
def test_a_copy_that_this_version_cannot_run_is_refused(old: str, new: str) -> None:
    copy = files(SHIPPED)
    assert old in copy["exercise.toml"]
    copy["exercise.toml"] = copy["exercise.toml"].replace(old, new)
    with pytest.raises(Refusal):
        from_files(copy)


def test_a_copy_whose_words_are_none_is_refused() -> None:
    copy = files(SHIPPED)
    copy["text.sv.toml"] = copy["text.sv.toml"].replace('title = "Kontrakt"', "title = 7")
    with pytest.raises(Refusal):
        from_files(copy)


def test_the_quick_way_stays_light() -> None:
    """The shelf is shown at the start, so it must not bring in what only `workshop check` needs."""
    asks = "import sys; from workshop.catalog.folder import shelf; print(list(shelf())); print(*sys.modules)"
    said = subprocess.run([sys.executable, "-c", asks], capture_output=True, text=True, check=True, encoding="utf-8")
    brought = set(said.stdout.split("\n")[1].split())
    assert "workshop.model.exercise" in brought
    assert not brought & {"pydantic", "pydantic_core", "tree_sitter", "tree_sitter_toml", "click"}
