"""An exercise as its folder declares it: steps, boards and the texts of both."""

from collections.abc import Iterable, Mapping
from dataclasses import field
from typing import Any

from workshop.model.change import State
from workshop.model.fields import frozen
from workshop.model.record import Run, Stage
from workshop.model.value import valueclass


@valueclass
class BoardPlan:
    """A board that the exercise works on; `settings` are its kind's own."""

    key: str
    kind: str
    settings: tuple[tuple[str, Any], ...] = ()


@valueclass
class Step:
    """One step: how long, on which board, shown how, and which part of the board it is about.

    `tick`: agreed to before going on; `anonymous`: who writes is not kept.
    """

    key: str
    minutes: int
    board: str
    view: str
    focus: str = ""
    curtain: bool = False
    tick: bool = False
    agreements: bool = False
    anonymous: bool = False


@valueclass
class Exercise:
    """An exercise's plan; `parties` and `people` are the least and the most."""

    name: str
    edition: int
    parties: tuple[int, int]
    people: tuple[int, int]
    languages: tuple[str, ...]
    boards: tuple[BoardPlan, ...]
    steps: tuple[Step, ...]

    @property
    def minutes(self) -> int:
        """How long the whole exercise takes."""
        return sum(step.minutes for step in self.steps)

    def step(self, key: str) -> Step:
        """The step with a key; the first one where there is none."""
        return next((step for step in self.steps if step.key == key), self.steps[0])

    def board(self, key: str) -> BoardPlan:
        """The board with a key."""
        return next(board for board in self.boards if board.key == key)


@valueclass
class StepText:
    """What a step says: title, the wall's instruction, and prompts to read out."""

    title: str = ""
    instruction: str = ""
    prompts: tuple[str, ...] = ()


@valueclass
class BoardText:
    """What a board says; `words` are its labels by group, such as words["sorts"]["mail"]; `given` cards lie ready.

    `sets` are cards that may be chosen, each set with a title: a case, a list to begin from. A card is (list, text).
    """

    title: str = ""
    pattern: str = ""
    given: tuple[tuple[str, str], ...] = ()
    sets: tuple[tuple[str, tuple[tuple[str, str], ...]], ...] = ()
    words: Mapping[str, Mapping[str, str]] = field(default_factory=dict)

    def word(self, group: str, key: str) -> str:
        """The label of a key in a group; the key itself where there is none."""
        return self.words.get(group, {}).get(key, key)


@valueclass
class ExerciseText:
    """All of an exercise's text in one language; `guide` is Markdown by step, its introduction under ""."""

    language: str
    title: str
    short: str
    purpose: str
    steps: Mapping[str, StepText]
    boards: Mapping[str, BoardText]
    guide: Mapping[str, str]

    def step(self, key: str) -> StepText:
        """A step's text."""
        return self.steps.get(key, StepText(title=key))

    def board(self, key: str) -> BoardText:
        """A board's text."""
        return self.boards.get(key, BoardText(title=key))


Told = tuple[Exercise, Mapping[str, ExerciseText]]  # an exercise and its texts by language
Exercises = Mapping[str, Told]  # those that a session holds, by name


def running(state: State, exercises: Exercises) -> Told:
    """The exercise of the run that the stage stands on."""
    return exercises[state.need(state.need("stage", Stage).run, Run).exercise]


def exercise_from(data: Mapping[str, Any]) -> Exercise:
    """An exercise from its exercise.toml, which the catalog has checked."""
    boards = tuple(BoardPlan(b["key"], b["kind"], frozen(b.get("settings", {}))) for b in data["boards"])
    steps = tuple(Step(**step) for step in data["steps"])
    return Exercise(
        data["name"],
        data["edition"],
        tuple(data["parties"]),
        tuple(data["people"]),
        tuple(data["languages"]),
        boards,
        steps,
    )


def text_from(language: str, data: Mapping[str, Any], guide: str) -> ExerciseText:
    """An exercise's text from its text.xx.toml and guide.xx.md, which the catalog has checked."""
    steps = {
        key: StepText(step["title"], step["instruction"], tuple(step.get("prompts", ())))
        for key, step in data["steps"].items()
    }
    boards = {key: _board_text(board) for key, board in data["boards"].items()}
    return ExerciseText(language, data["title"], data["short"], data["purpose"], steps, boards, guide_sections(guide))


def _board_text(data: Mapping[str, Any]) -> BoardText:
    words = {group: dict(labels) for group, labels in data.items() if isinstance(labels, dict)}
    sets = tuple((found["title"], _cards(found["cards"])) for found in data.get("sets", ()))
    return BoardText(data["title"], data.get("pattern", ""), _cards(data.get("given", ())), sets, words)


def _cards(data: Iterable[Mapping[str, str]]) -> tuple[tuple[str, str], ...]:
    return tuple((card["list"], card["text"]) for card in data)


def guide_sections(markdown: str) -> dict[str, str]:
    """A guide's Markdown by step key; what comes before the first "## key" stands under ""."""
    sections: dict[str, list[str]] = {"": []}
    current = ""
    for line in markdown.splitlines():
        if line.startswith("## "):
            current = line[3:].strip()
            sections[current] = []
        else:
            sections[current].append(line)
    return {key: "\n".join(lines).strip() for key, lines in sections.items()}


def in_language(texts: Mapping[str, ExerciseText], language: str) -> ExerciseText:
    """An exercise's text in a language, or in the first that it has."""
    return texts.get(language) or next(iter(texts.values()))
