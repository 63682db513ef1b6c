"""An exercise's folder as the program uses it: the quick way in, for the shelf and for opening a session."""

from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import Any

from workshop.look import EXERCISES
from workshop.model.boards import VIEWS
from workshop.model.exercise import Exercise, ExerciseText, Step, Told, exercise_from, text_from
from workshop.model.refusal import Refusal

PLAN, EXAMPLE = "exercise.toml", "example.toml"
LARGEST = 256 * 1024  # bytes of one file
LONGEST = 4 * 1024  # bytes of one line


def tables(text: str) -> dict[str, Any]:
    """What a TOML text says; ValueError or RecursionError where it can't be read."""
    import tomllib  # a session whose exercise has been read before does without

    return tomllib.loads(text)


def text_name(language: str) -> str:
    """The name of the file with an exercise's text in a language."""
    return f"text.{language}.toml"


def guide_name(language: str) -> str:
    """The name of the file with an exercise's guide in a language."""
    return f"guide.{language}.md"


def files(folder: Path) -> dict[str, str]:
    """The files that a session keeps a copy of, by name; Refusal where one can't be read."""
    plan = _read(folder / PLAN)
    found = {PLAN: plan}
    try:
        languages = list(tables(plan)["languages"])
        for language in languages:
            for name in (text_name(language), guide_name(language)):
                found[name] = _read(folder / name)
    except (ValueError, KeyError, TypeError, RecursionError):
        raise _unreadable(folder) from None
    return found


def from_files(files: Mapping[str, str], name: str = "", read: Callable[[str], Mapping[str, Any]] = tables) -> Told:
    """An exercise and its texts by language from its files' words; Refusal where they don't hold together.

    `read` says what a file's tables are, where somebody knows a quicker way than `tables`.
    """
    try:
        exercise = exercise_from(read(files[PLAN]))
        texts = {
            language: text_from(language, read(files[text_name(language)]), files[guide_name(language)])
            for language in exercise.languages
        }
        whole = bool(texts) and bool(exercise.steps) and all(_runs(exercise, step) for step in exercise.steps)
        whole = whole and all(_says(text) for text in texts.values())
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError):
        whole = False
    if not whole:
        raise _unreadable(name)
    return exercise, texts


def load(folder: Path) -> Told:
    """The exercise in a folder and its texts by language; Refusal where it can't be used."""
    return from_files(files(folder), str(folder))


def example(folder: Path) -> Mapping[str, Any]:
    """What example.toml in a folder says; Refusal where it can't be read."""
    try:
        return tables(_read(folder / EXAMPLE))
    except (ValueError, RecursionError):
        raise _unreadable(folder) from None


def shelf(folder: Path = EXERCISES) -> Iterator[tuple[str, Told | Refusal]]:
    """Each exercise in a folder of exercises by name; a Refusal in the place of one that can't be used."""
    for found in sorted(path for path in folder.iterdir() if (path / PLAN).is_file()):
        try:
            yield found.name, load(found)
        except Refusal as no:
            yield found.name, no


def _runs(exercise: Exercise, step: Step) -> bool:
    """Whether a step can be run by this version of the program."""
    kinds = {board.key: board.kind for board in exercise.boards}
    return step.view in VIEWS[kinds[step.board]] and type(step.minutes) is int


def _says(text: ExerciseText) -> bool:
    """Whether all that is to be shown is words."""
    said = [text.title, text.short, text.purpose]
    said += [word for step in text.steps.values() for word in (step.title, step.instruction, *step.prompts)]
    for board in text.boards.values():
        said += [board.title, board.pattern, *(word for card in board.given for word in card)]
        said += [word for title, cards in board.sets for word in (title, *(word for card in cards for word in card))]
        said += [word for labels in board.words.values() for word in labels.values()]
    return all(isinstance(word, str) for word in said)


def _read(path: Path) -> str:
    try:
        return read_text(path)
    except (OSError, ValueError):
        raise _unreadable(path.parent) from None


def read_text(path: Path) -> str:
    """A file's words; OSError or ValueError where it can't be read or is too large."""
    with path.open("rb") as file:
        read = file.read(LARGEST + 1)
    if len(read) > LARGEST:
        raise ValueError("too large")
    return read.decode("utf-8-sig").replace("\r\n", "\n")


def _unreadable(folder: object) -> Refusal:
    return Refusal(
        "The exercise in {folder} can't be used as it is. Run “workshop check” on its folder to see what is wrong.",
        folder=folder,
    )
