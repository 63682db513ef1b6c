"""Searches in all sessions of the library."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import TYPE_CHECKING

from workshop.words import Catalogue

if TYPE_CHECKING:
    import click

    from workshop.app.finding import Finding

_TOGETHER = 100
_NO_TEXT = {"id": "", "exercise": "", "board": "", "text": "", "marks": []}


def said(words: Catalogue) -> str:
    """What it is for."""
    return words("Search in everything that was written, in all sessions of the library.")


def takes(words: Catalogue) -> list[click.Parameter]:
    """What is looked for, and whether it is to be said as JSON."""
    import click

    looked_for = click.Argument(["line"], nargs=-1, required=True, metavar="WORDS...")
    return [looked_for, click.Option(["--json", "as_json"], is_flag=True, help=words("Print the hits as JSON."))]


def run(words: Catalogue, line: tuple[str, ...], as_json: bool) -> int:
    """Print the hits, the newest session first; none is no fault."""
    from workshop.app import Verkstad

    finding = Verkstad().finding
    for _ in finding.bring_up_to_date():
        pass
    found = list(_hits(finding, " ".join(line), words))
    if as_json:
        print(json.dumps(found, ensure_ascii=False, indent=1))
        return 0
    for hit in found:
        place = " · ".join(part for part in (hit["date"], hit["session"], hit["exercise"], hit["board"]) if part)
        text = " / ".join(hit["text"].splitlines())
        print(f"{place}: {text}" if text else f"{place}  {hit['file']}")
    return 0


def _hits(finding: Finding, line: str, words: Catalogue) -> Iterator[dict]:
    """Each piece in which the words stand; where only sessions are chosen, each session."""
    asked, ids = finding.look(line, words, words.language)
    if not asked.words and not asked.filters:
        return
    for at in range(0, len(ids), _TOGETHER):
        some = ids[at : at + _TOGETHER]
        hits = finding.hits(some, asked) if asked.words else {}
        for each in finding.listed(some):
            of = {"session": each.title, "group": each.team, "date": each.date, "file": str(each.path)}
            if not asked.words:
                yield {**of, **_NO_TEXT}
            for hit in hits.get(each.id, ()):
                place = {"id": hit.id, "exercise": hit.place.title, "board": hit.place.board}
                yield {**of, **place, "text": hit.text, "marks": hit.marks}
