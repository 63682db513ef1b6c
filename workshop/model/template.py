"""A ready programme: what its TOML says, laid out in a session, and a session's own plan written down as one."""

import json
from collections.abc import Iterator, Mapping
from dataclasses import field
from typing import Any

from workshop.model.again import minutes_taken
from workshop.model.change import Change, State, add, remove, together, update
from workshop.model.letters import MORE, clean
from workshop.model.planned import Block, Programme
from workshop.model.programme import PROGRAMME, days, in_order, minutes_of, stored
from workshop.model.record import Run, new_id
from workshop.model.refusal import Refusal
from workshop.model.value import valueclass

FORMAT = 1
_SHORT = 120  # letters of the line about it
LANGUAGES = ("sv", "en")
TEXTS = ("title", "place", "leads", "goal", "materials", "script")  # of a block, in each language
PLANS = ("kind", "minutes", "way", "keep", "least", "beside", "exercise")  # the same in every language


@valueclass
class Template:
    """A programme to begin from; texts are by language, a block is its plan and its texts."""

    name: str
    languages: tuple[str, ...]
    titles: Mapping[str, tuple[str, str]]  # the title and one line about it
    days: tuple[tuple[str, str], ...]
    blocks: tuple[tuple[int, Mapping[str, Any], Mapping[str, Mapping[str, str]]], ...] = field(default=())

    @property
    def exercises(self) -> tuple[str, ...]:
        """The names of the exercises that it holds, in order."""
        return tuple(str(plan["exercise"]) for _, plan, _ in self.blocks if plan.get("exercise"))

    def spoken(self, language: str) -> str:
        """The language asked for, or the first that it has."""
        return language if language in self.languages else self.languages[0]

    def title(self, language: str) -> str:
        """What it is called."""
        return self.titles[self.spoken(language)][0]

    def short(self, language: str) -> str:
        """One line about it."""
        return self.titles[self.spoken(language)][1]


def template_from(data: Mapping[str, Any]) -> Template:
    """A ready programme from its TOML; KeyError, TypeError, ValueError or Refusal where it doesn't hold together."""
    languages = tuple(data["languages"])
    titles = {language: (data["text"][language]["title"], data["text"][language]["short"]) for language in languages}
    told = tuple((_time(day["start"]), _time(day.get("last", ""))) for day in data["days"])
    blocks = tuple(
        (
            int(block["day"]) - 1,
            {name: block[name] for name in PLANS if name in block},
            {language: dict(block[language]) for language in languages},
        )
        for block in data["blocks"]
    )
    if not told or not languages or any(not 0 <= day < len(told) for day, _, _ in blocks):
        raise ValueError("a block on a day that is not there")
    return Template(data["name"], languages, titles, told, blocks)


def _time(said: str) -> str:
    return stored(minutes_of(said)) if said else ""


def laid_out(template: Template, language: str) -> tuple[Programme, tuple[Block, ...]]:
    """The programme and its blocks in a language."""
    spoken = template.spoken(language)
    blocks = []
    for number, (day, plan, texts) in enumerate(template.blocks, 1):
        told: dict[str, Any] = {**plan, **{name: clean(said) for name, said in texts[spoken].items()}}
        blocks.append(Block(id=new_id(), day=day, order=float(number), **told))
    return Programme(id=PROGRAMME, title=template.title(language), days=template.days), tuple(blocks)


def use(state: State, template: Template, language: str) -> Change:
    """A ready programme in the place of the one that is there."""
    programme, blocks = laid_out(template, language)
    gone = [*state.all(Programme), *state.all(Block)]
    return together(remove(*gone), add(programme, *blocks))


def held_by(state: State, run: Run) -> Change:
    """The first block that holds a run's exercise, and no run yet, holds this one."""
    blocks = (block for block in in_order(state) if block.exercise == run.exercise and not block.run)
    block = next(blocks, None)
    return update(block, run=run.id) if block else Change()


def as_toml(state: State, name: str, title: str, language: str, as_it_went: bool = False) -> str:
    """A session's programme, as it was planned, as the TOML of a ready one; nothing of what happened is in it.

    `as_it_went`: but that its blocks are as long as they really became. Refusal where there is nothing to keep.
    """
    if not state.all(Block):
        raise Refusal("There is no programme to save. Add its blocks first.")
    if not clean(title):
        raise Refusal("Write what the programme is to be called.")
    return "\n".join(_lines(state, name, clean(title)[:200], language, as_it_went)) + "\n"


def _lines(state: State, name: str, title: str, language: str, as_it_went: bool) -> Iterator[str]:
    yield f"format = {FORMAT}"
    yield f"name = {_said(name)}"
    yield f"languages = [{_said(language)}]"
    yield from ("", f"[text.{language}]", f"title = {_said(title)}", f"short = {_said(_about(state))}")
    for day in days(state):
        yield from ("", "[[days]]", f"start = {_said(stored(day.start))}")
        if day.last is not None:
            yield f"last = {_said(stored(day.last))}"
    for block in in_order(state):
        plain = Block(id="")
        yield from ("", "[[blocks]]", f"day = {block.day + 1}", f"kind = {_said(block.kind)}")
        minutes = (minutes_taken(state, block) if as_it_went else 0) or block.minutes + block.cut
        yield f"minutes = {minutes}"
        for key in ("way", "keep", "beside", "exercise"):
            if getattr(block, key) != getattr(plain, key):
                yield f"{key} = {_said(getattr(block, key))}"
        if block.keep == "shrink":
            yield f"least = {min(block.least, minutes)}"
        yield f"[blocks.{language}]"
        for key in TEXTS:
            if said := getattr(block, key):
                yield f"{key} = {_said(said)}"


def _about(state: State) -> str:
    """One line about a plan: its first blocks."""
    said = ", ".join(block.title for block in in_order(state)).replace("\n", " ")
    return said if len(said) <= _SHORT else said[: _SHORT - 1].rstrip() + MORE


def _said(value: object) -> str:
    """A value as TOML writes it, which for these is as JSON does; text of several lines stands on lines of its own."""
    said = json.dumps(value, ensure_ascii=False)
    if isinstance(value, str) and "\n" in value:
        return '"""\n' + "\n".join(json.dumps(line, ensure_ascii=False)[1:-1] for line in value.split("\n")) + '"""'
    return said
