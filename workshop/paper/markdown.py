"""Writes a paper as Markdown: plain words that any program can take in."""

import re
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from workshop.model.letters import clean
from workshop.model.picture import Branch
from workshop.paper.document import (
    Block,
    Document,
    Figure,
    Heading,
    Listing,
    Paragraph,
    Phrase,
    Signing,
    Table,
)
from workshop.paper.files import put
from workshop.paper.kinds import composed
from workshop.paper.wish import Wish

_MEANS = re.compile(r"([\\`*_\[\]<>|~$])|^(\s*)([#=+-]|\d+[.)])", re.MULTILINE)  # what Markdown would take for its own
_STYLES = {"strong": "**{}**", "accent": "**{}**", "muted": "*{}*", "plain": "{}"}


def write(path: Path, wish: Wish) -> None:
    """Write a paper as Markdown; the file is there whole or not at all. Refusal where it can't be."""
    put(path, markdown(composed(wish)).encode("utf-8", "replace"))


def markdown(document: Document) -> str:
    """A whole document."""
    front = document.front
    parts: list[str] = []
    if document.titled:
        facts = [f"- {said(label)}: {said(value)}" for label, value in front.facts]
        facts += [f"- {said(mark.name)}" for mark in front.parties]
        parts += [f"# {said(front.title)}", said(front.group), "\n".join(facts)]
    kept = (document.warning, document.standing, document.day)
    parts.append(" · ".join(said(part) for part in kept if part))
    for block in document.flat():
        parts += _block(block, 1 if document.titled else 0)
    return "\n\n".join(part for part in parts if part) + "\n"


def said(text: str, between: str = " ") -> str:
    """What somebody wrote, so that nothing in it means anything to Markdown."""
    lines = (_MEANS.sub(_plain, line) for line in clean(text).split("\n"))
    return between.join(line.replace("&", "&amp;") for line in lines)


def _plain(found: re.Match[str]) -> str:
    sign, space, first = found.groups()
    if sign:
        return f"\\{sign}"
    return f"{space}{first[:-1]}\\{first[-1]}"


def _block(block: Block, deeper: int) -> Iterator[str]:
    if isinstance(block, Heading):
        marks = f"{said(block.mark.letter)} · " if block.mark and block.mark.letter else ""
        detail = f" ({said(block.detail)})" if block.detail else ""
        yield f"{'#' * (block.level + deeper)} {marks}{said(block.text)}{detail}"
    elif isinstance(block, Paragraph):
        yield said(block.text, "  \n")
    elif isinstance(block, Listing):
        yield "\n".join(f"- {said(item)}" for item in block.items)
    elif isinstance(block, Table):
        yield _table([column.title for column in block.columns], [row.cells for row in block.rows])
    elif isinstance(block, Figure):
        yield f"**{said(block.named())}**" if block.title else ""
        yield "\n".join(_branches(block.twin))
    elif isinstance(block, Signing):
        lines = [(Phrase(mark.name), *(Phrase("") for _ in block.labels)) for mark in block.parties]
        yield _table(["", *block.labels], [tuple((phrase,) for phrase in line) for line in lines])


def _table(titles: Sequence[str], rows: Iterable[Sequence[Sequence[Phrase]]]) -> str:
    head = "|".join(f" {said(title)} " for title in titles)
    lines = ["|".join(f" {_cell(cell)} " for cell in cells) for cells in rows]
    return "\n".join(f"|{line}|" for line in (head, "|".join(" --- " for _ in titles), *lines))


def _cell(phrases: Sequence[Phrase]) -> str:
    return "<br>".join(_STYLES[phrase.style].format(text) for phrase in phrases if (text := said(phrase.text, "<br>")))


def _branches(branches: Sequence[Branch], depth: int = 0) -> Iterator[str]:
    """The text twin of a figure as a list in steps."""
    for branch in branches:
        detail = f" ({said(branch.detail)})" if branch.detail else ""
        yield f"{'  ' * depth}- {said(branch.text)}{detail}"
        yield from _branches(branch.below, depth + 1)
