"""What a session hands over to somebody else: exercises, programme and timings, and nothing that was written in it."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

from workshop.model.again import minutes_taken
from workshop.model.change import State
from workshop.model.planned import Block, Programme
from workshop.model.programme import LONGEST, in_order
from workshop.model.template import Template, as_toml, laid_out
from workshop.model.value import valueclass

PROGRAMME = "programme.toml"
TIMINGS = "timings.toml"
_FOLDER = "exercises"


@valueclass
class Added:
    """What was new in a package; `timed` says whether its programme has the times that it really took."""

    names: tuple[str, ...]
    timed: bool = False


@valueclass
class Timing:
    """How long a block with a title was planned to be, and how long it became, in minutes."""

    title: str
    planned: int
    took: int


def package(
    state: State, exercises: Mapping[str, Mapping[str, str]], name: str, title: str, language: str
) -> dict[str, str]:
    """The package's files by name: `exercises` are texts by exercise and file name, as the session holds them.

    Of the programme it takes what was planned, without places and without the names of those who lead; of what
    happened only how many minutes each block took.
    """
    files = {f"{_FOLDER}/{key}/{file}": text for key, texts in exercises.items() for file, text in texts.items()}
    blocks = in_order(state)
    if blocks:
        bare = [replace(block, leads="", place="") for block in blocks]
        files[PROGRAMME] = as_toml(State([*state.all(Programme), *bare]), name, title, language)
    if took := [(block, minutes_taken(state, block)) for block in blocks]:
        lines = [line for block, minutes in took if minutes for line in _timing(block, minutes)]
        if lines:
            files[TIMINGS] = "\n".join(lines) + "\n"
    return files


def _timing(block: Block, minutes: int) -> list[str]:
    planned = block.minutes + block.cut
    return [
        "[[blocks]]",
        f"title = {json.dumps(block.title, ensure_ascii=False)}",
        f"planned = {planned}",
        f"took = {minutes}",
        "",
    ]


def timings_from(data: Mapping[str, Any]) -> tuple[Timing, ...]:
    """The timings that a package's TOML tells, in their order; ValueError, KeyError or TypeError where it can't."""
    found = tuple(
        Timing(str(each["title"]), int(each["planned"]), int(each["took"])) for each in data.get("blocks", ())
    )
    if any(each.took < 1 for each in found):
        raise ValueError("a block that took no time")
    return found


def as_it_took(ready: Template, name: str, timings: Sequence[Timing]) -> str:
    """A programme as TOML, its blocks as long as the timings say, in its first language.

    Both tell of the blocks in one order; of a block that the timings leave out, its planned minutes stay.
    """
    language = ready.languages[0]
    plan, blocks = laid_out(ready, language)
    left, timed = list(timings), []
    for block in blocks:
        found = next(
            (at for at, each in enumerate(left) if (each.title, each.planned) == (block.title, block.minutes)), -1
        )
        took = min(left[found].took, LONGEST) if found >= 0 else block.minutes
        del left[: found + 1]
        timed.append(replace(block, minutes=took, least=min(block.least, took)))
    return as_toml(State([plan, *timed]), name, ready.title(language), language)
