"""What a session hands over to somebody else: exercises, programme and timings, and nothing that was written in it."""

import json
from collections.abc import Mapping
from dataclasses import replace

from workshop.model.again import minutes_taken
from workshop.model.change import State
from workshop.model.planned import Block, Programme
from workshop.model.programme import in_order
from workshop.model.template import as_toml

PROGRAMME = "programme.toml"
TIMINGS = "timings.toml"
_FOLDER = "exercises"


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
