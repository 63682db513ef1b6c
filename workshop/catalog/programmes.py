"""Ready programmes: reads those on the shelf and the person's own, and says what is wrong in one, with its place."""

from __future__ import annotations

import tomllib
from collections.abc import Collection, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from workshop.catalog.folder import PLAN, read_text
from workshop.look import EXERCISES
from workshop.model.refusal import Refusal
from workshop.model.template import Template, template_from

if TYPE_CHECKING:
    from workshop.catalog.fault import Fault

SUFFIX = ".toml"


def files(path: Path) -> list[Path]:
    """The programmes that a path means: itself, or those in a folder that is no exercise; none where there are none."""
    if path.is_file():
        return [path] if path.suffix == SUFFIX and path.name != PLAN else []
    if not path.is_dir() or (path / PLAN).exists():
        return []
    found = sorted(path.glob(f"*{SUFFIX}"))
    return [] if any(file.name.startswith("text.") for file in found) else found


def load(file: Path) -> Template:
    """The programme in a file; Refusal where it can't be used."""
    try:
        return template_from(tomllib.loads(read_text(file)))
    except (OSError, ValueError, KeyError, TypeError, AttributeError, RecursionError, Refusal):
        raise Refusal(
            "The programme in {file} can't be used as it is. Run “workshop check” on it to see what is wrong.",
            file=file.name,
        ) from None


def ready(*folders: Path) -> Iterator[Template]:
    """The programmes in some folders that can be used; one that can't is left where it lies."""
    for folder in folders:
        for file in files(folder):
            try:
                yield load(file)
            except Refusal:
                continue


def check(file: Path) -> list[Fault]:
    """The faults in one programme's file, in the order of its lines."""
    from workshop.catalog import forms, programme_rules
    from workshop.catalog.source import read_toml

    source = read_toml(file)
    if forms.fits(source, programme_rules.ProgrammeForm):
        programme_rules.programme(source, file.stem, exercises())
    return sorted(source.faults, key=lambda fault: (fault.line, fault.column))


def exercises() -> Collection[str]:
    """The names of the exercises on the shelf."""
    return {path.parent.name for path in EXERCISES.glob(f"*/{PLAN}")}
