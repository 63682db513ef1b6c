"""The person's own exercises, and the packages in which exercises and programmes are handed over (`house.own`)."""

from __future__ import annotations

import os
import re
import shutil
import tempfile
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from workshop.catalog import folder
from workshop.model.handover import PROGRAMME, TIMINGS, Added, Timing, as_it_took, package, timings_from
from workshop.model.record import Cover
from workshop.model.refusal import Faulty, Refusal
from workshop.store.bundle import contents as read
from workshop.store.own import own_folder, place
from workshop.store.settings import home_folder
from workshop.store.zips import write_zip

if TYPE_CHECKING:
    from workshop.model.other import Other

_NAMED = re.compile(
    r"exercises/([a-z][a-z0-9_-]{0,39})/(exercise\.toml|example\.toml|text\.[a-z]{2}\.toml|guide\.[a-z]{2}\.md)"
)
_NAME = re.compile(r'^name\s*=\s*".*"$', re.MULTILINE)
_TITLE = re.compile(r'^title\s*=\s*"(.*)"$', re.MULTILINE)


def contents(other: Other, files: Mapping[str, Mapping[str, str]], title: str) -> dict[str, str]:
    """What a package of a session would hold, by file name; nothing that was written in it."""
    from workshop.store.programmes import fresh_name

    return package(
        other.state, files, fresh_name(home_folder(), title), title, other.state.need("cover", Cover).language
    )


def write(out: Path, files: Mapping[str, str]) -> None:
    """Write a package."""
    write_zip(out, {name: text.encode() for name, text in files.items()})


def export(name: str, out: Path) -> None:
    """Write an exercise as one file, with its example where it has one."""
    here = place(name)
    texts = folder.files(here)
    if (here / folder.EXAMPLE).exists():
        texts[folder.EXAMPLE] = folder.read_text(here / folder.EXAMPLE)
    write(out, {f"exercises/{name}/{file}": text for file, text in texts.items()})


def take_in(path: Path) -> Added:
    """Add what a folder or a package holds to the person's own; what is new.

    Refusal, with every fault in words, where something in it is wrong; then nothing is added.
    """
    exercises, programme, timings = _from_folder(path) if path.is_dir() else _from_package(path)
    fresh = {name: texts for name, texts in exercises.items() if not _there(name, texts)}
    own_folder().mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(prefix=".new-", dir=own_folder()) as aside:
        for name, texts in fresh.items():
            _check(Path(aside) / name, texts)
        added, took = list(fresh), timed(timings)
        if programme:
            added.append(_take_programme(programme, took, Path(aside)))
        for name in fresh:
            os.replace(Path(aside) / name, own_folder() / name)
    return Added(tuple(added), bool(programme and took))


def _from_folder(path: Path) -> tuple[dict[str, dict[str, str]], str, str]:
    if not (path / folder.PLAN).is_file():
        raise Refusal(
            "There is no exercise in {path}. An exercise is a folder with {plan} in it.",
            path=path.name,
            plan=folder.PLAN,
        )
    try:
        texts = folder.files(path)
    except Refusal:
        _look_at(path, lacks=not (path / folder.EXAMPLE).is_file())
        raise
    if (path / folder.EXAMPLE).is_file():
        texts[folder.EXAMPLE] = folder.read_text(path / folder.EXAMPLE)
    return {path.name: texts}, "", ""


def _from_package(path: Path) -> tuple[dict[str, dict[str, str]], str, str]:
    known = (PROGRAMME, TIMINGS)
    found = dict(read(path, lambda name: name in known or _NAMED.fullmatch(name)))
    try:
        texts = {name: content.decode("utf-8-sig") for name, content in found.items()}
    except UnicodeDecodeError as no:
        raise Refusal("{file} is damaged, or no zip file. Ask for it once more.", file=path.name) from no
    exercises: dict[str, dict[str, str]] = {}
    for name, text in texts.items():
        if match := _NAMED.fullmatch(name):
            exercises.setdefault(match[1], {})[match[2]] = text
    return exercises, texts.get(PROGRAMME, ""), texts.get(TIMINGS, "")


def timed(text: str) -> tuple[Timing, ...]:
    """How long a package's blocks really took; Refusal where that can't be read."""
    try:
        return timings_from(folder.tables(text))
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError):
        raise Refusal("The times in {file} can't be read. Ask for the package once more.", file=TIMINGS) from None


def _there(name: str, texts: Mapping[str, str]) -> bool:
    """Whether the same exercise is there already; Refusal where another one has its name."""
    here = place(name)
    if not here.exists():
        return False
    held = folder.files(here)
    if any(held.get(file) != text for file, text in texts.items() if file != folder.EXAMPLE):
        raise Refusal(
            "There is another exercise called “{name}” already. Give this one a name of its own: its folder, and "
            "“name” in {plan}.",
            name=name,
            plan=folder.PLAN,
        )
    return True


def _check(made: Path, texts: Mapping[str, str]) -> None:
    """Lay an exercise out and look at it. It may lack an example."""
    made.mkdir()
    for file, text in texts.items():
        (made / file).write_text(text, "utf-8")
    _look_at(made, lacks=folder.EXAMPLE not in texts)


def _look_at(made: Path, lacks: bool) -> None:
    """Faulty with each fault of an exercise's folder where there is any; that it lacks an example may be none."""
    from workshop.catalog.check import check

    faults = [fault for fault in check(made) if not (lacks and fault.file.name == folder.EXAMPLE)]
    if faults:
        raise Faulty(made.name, [(fault.file.name, fault.line, fault.says) for fault in faults])


def _take_programme(text: str, took: Sequence[Timing], aside: Path) -> str:
    """Keep a programme among the person's own; Refusal where it doesn't hold together. Its name.

    Its blocks are as long as they really took where that is known: that is what one plans by the next time.
    """
    from workshop.catalog import programmes
    from workshop.store.programmes import fresh_name, keep

    file = aside / PROGRAMME
    file.write_text(text, "utf-8")
    ready = programmes.load(file)
    title = ready.title("sv")
    name = fresh_name(home_folder(), title)
    if took:
        text = as_it_took(ready, name, took)
    keep(home_folder(), name, _NAME.sub(f'name = "{name}"', text, count=1))
    return title


def make_own(name: str, suffix: str) -> Path:
    """A copy of an exercise among the person's own, to be changed; its folder. `suffix` follows its title."""
    fresh, number = f"{name[:34]}-2", 2
    while place(fresh).exists():
        number += 1
        fresh = f"{name[:34]}-{number}"
    made = own_folder() / fresh
    try:
        own_folder().mkdir(parents=True, exist_ok=True)
        shutil.copytree(place(name), made)
        for file in made.glob("*.toml"):
            text = file.read_text("utf-8")
            if file.name == folder.PLAN:
                text = _NAME.sub(f'name = "{fresh}"', text, count=1)
            elif file.name.startswith("text."):
                text = _TITLE.sub(lambda m: f'title = "{m[1]} ({suffix})"', text, count=1)
            file.write_text(text, "utf-8")
    except OSError as problem:
        raise Refusal("The exercise could not be copied. See whether the disk is full.") from problem
    return made
