"""Lists the library, and adds folders to it and takes them away."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from workshop.model.refusal import Refusal
from workshop.words import Catalogue

if TYPE_CHECKING:
    import click

    from workshop.app.finding import Finding
    from workshop.model.hits import Listed

_TOGETHER = 500


def said(words: Catalogue) -> str:
    """What it is for."""
    return words("List all sessions of the library, add a folder to it, or take one away.")


def takes(words: Catalogue) -> list[click.Parameter]:
    """What to do, and with which folder; `update` is the program's own."""
    import click

    what = click.Argument(["what"], type=click.Choice(["list", "add", "remove", "update"]), metavar="list|add|remove")
    return [what, click.Argument(["path"], type=click.Path(path_type=Path), required=False)]


def run(words: Catalogue, what: str, path: Path | None) -> int:
    """Do it; adding and taking away need a folder."""
    from workshop.app import Verkstad

    finding = Verkstad().finding
    if what in ("add", "remove"):
        if path is None:
            raise Refusal("Say which folder: workshop library {what} FOLDER", what=what)
        (finding.add_folder if what == "add" else finding.remove_folder)(path)
    for _ in finding.bring_up_to_date():
        pass
    if what == "list":
        for line in _lines(finding, words):
            print(line)
    return 0


def _lines(finding: Finding, words: Catalogue) -> list[str]:
    """Each folder, and under it its sessions, the newest first."""
    _, ids = finding.look("", words, words.language)
    all_of_them = [each for at in range(0, len(ids), _TOGETHER) for each in finding.listed(ids[at : at + _TOGETHER])]
    folders = finding.folders()
    lines: list[str] = []
    for folder in folders:
        lines.append(str(folder))
        deeper = [other for other in folders if other != folder and other.is_relative_to(folder)]
        for each in all_of_them:
            if each.path.is_relative_to(folder) and not any(each.path.is_relative_to(other) for other in deeper):
                lines.append(f"  {_line(each, words)}  {each.path.relative_to(folder)}")
    return lines


def _line(each: Listed, words: Catalogue) -> str:
    """A session in a line: date, title, group, exercises, and how many agreements are still open."""
    shut = {"protected": words("Protected"), "unreadable": words("Can't be read")}.get(each.shut, "")
    held = ", ".join(title or name for name, title in each.exercises)
    still = words.many("{n} agreement still open", "{n} agreements still open", each.open) if each.open else ""
    return " · ".join(part for part in (each.date, each.title, each.team, held, still, shut) if part)
