"""Writes a paper as one web page that holds all it needs: for screen readers too, without scripts, good to print."""

import base64
from collections.abc import Iterable, Iterator, Sequence
from html import escape
from pathlib import Path

from workshop.model.letters import clean
from workshop.model.picture import Branch
from workshop.model.words import Words
from workshop.paper.document import (
    Block,
    Column,
    Document,
    Figure,
    Heading,
    Listing,
    Mark,
    Paragraph,
    Phrase,
    Row,
    Signing,
    Table,
)
from workshop.paper.files import put
from workshop.paper.kinds import composed
from workshop.paper.stylesheet import stylesheet
from workshop.paper.svg import drawn
from workshop.paper.wish import Wish

_CSP = "default-src 'none'; style-src 'unsafe-inline'; font-src data:; img-src data:"


def write(path: Path, wish: Wish) -> None:
    """Write a paper as a web page; the file is there whole or not at all. Refusal where it can't be."""
    put(path, html(composed(wish), wish.words).encode("utf-8", "replace"))


def html(document: Document, words: Words) -> str:
    """A whole document."""
    blocks = list(document.flat())
    headed = document.titled or bool(document.posters)
    contents = [b for b in blocks if isinstance(b, Heading) and b.anchor and b.level < 3] if headed else []
    parts = [
        "<!DOCTYPE html>",
        f'<html lang="{escape(document.language)}">',
        "<head>",
        '<meta charset="utf-8">',
        f'<meta http-equiv="Content-Security-Policy" content="{_CSP}">',
        '<meta name="viewport" content="width=device-width, initial-scale=1">',
        '<meta name="generator" content="Verkstad">',
        f"<title>{said(document.front.title) or 'Verkstad'}</title>",
        f"<style>{stylesheet()}{_own(document)}</style>",
        "</head>",
        "<body>",
        f'<a class="skip" href="#text">{said(words("To the text"))}</a>',
        *(_logotype(document)),
        *(_front(document) if headed else ()),
        *(_contents(contents, words) if len(contents) > 2 else ()),
        '<main id="text">',
        *(part for block in blocks for part in _block(block, int(headed), words)),
        "</main>",
        *_foot(document),
        "</body>",
        "</html>",
        "",
    ]
    return "\n".join(parts)


def said(text: str) -> str:
    """What somebody wrote, so that nothing in it means anything to a browser."""
    return escape(clean(text)).replace("\n", "<br>")


def _own(document: Document) -> str:
    """The organisation's colour in place of the program's."""
    mark = document.organisation
    return f":root{{--accent:{mark.colour}}}" if mark and mark.colour else ""


def _logotype(document: Document) -> Iterator[str]:
    """The organisation's logotype, inside the page."""
    mark = document.organisation
    if mark and mark.logotype:
        kind = "png" if mark.logotype.startswith(b"\x89PNG") else "jpeg"
        letters = base64.b64encode(mark.logotype).decode()
        image = f'<img class="logotype" alt="{said(mark.name)}" src="data:image/{kind};base64,{letters}">'
        yield f'<div role="complementary" aria-label="{said(mark.name) or "Verkstad"}">{image}</div>'


def _front(document: Document) -> Iterator[str]:
    """The title, who met, where and when."""
    front = document.front
    yield "<header>"
    if front.kicker:
        yield f'<p class="{"warning" if document.warning else "kicker"}">{said(front.kicker)}</p>'
    yield f'<h1 dir="auto">{said(front.title) or "Verkstad"}</h1>'
    if front.group:
        yield f'<p class="group" dir="auto">{said(front.group)}</p>'
    if front.facts:
        facts = "".join(f'<div><dt>{said(label)}</dt><dd dir="auto">{said(v)}</dd></div>' for label, v in front.facts)
        yield f"<dl>{facts}</dl>"
    if front.parties:
        parties = "".join(f"<li>{_mark(mark)} {said(mark.name)}</li>" for mark in front.parties)
        yield f'<ul class="parties">{parties}</ul>'
    yield "</header>"


def _contents(headings: Sequence[Heading], words: Words) -> Iterator[str]:
    """Links to the parts and, under each, to its boards."""
    yield f'<nav aria-labelledby="contents"><h2 id="contents">{said(words("Contents"))}</h2><ul>'
    for heading in headings:
        deep = ' class="deep"' if heading.level > 1 else ""
        yield f'<li{deep}><a href="#{escape(heading.anchor)}">{said(heading.text)}</a></li>'
    yield "</ul></nav>"


def _foot(document: Document) -> Iterator[str]:
    kept = [document.warning, document.standing, document.running, document.day]
    yield f"<footer><p>{' · '.join(said(part) for part in kept if part)}</p></footer>"


def _mark(mark: Mark) -> str:
    """The sign of a party on its paper; its name stands beside it."""
    tone = f' style="background:var(--{escape(mark.tone)})"' if mark.tone else ""
    return f'<span class="mark" aria-hidden="true"{tone}>{said(mark.letter)}</span>'


def _block(block: Block, deeper: int, words: Words) -> Iterator[str]:
    if isinstance(block, Heading):
        yield _heading(block, deeper)
    elif isinstance(block, Paragraph):
        text = f'<a href="#{escape(block.to)}">{said(block.text)}</a>' if block.to else said(block.text)
        yield f'<p class="{block.style}" dir="auto">{text}</p>'
    elif isinstance(block, Listing):
        yield from ("<ul>", *(f'<li dir="auto">{said(item)}</li>' for item in block.items), "</ul>")
    elif isinstance(block, Table):
        yield from _table(block)
    elif isinstance(block, Figure):
        yield from _figure(block, words)
    elif isinstance(block, Signing):
        yield from _signing(block)


def _heading(heading: Heading, deeper: int) -> str:
    tag = f"h{heading.level + deeper}"
    id = f' id="{escape(heading.anchor)}"' if heading.anchor else ""
    detail = f' <span class="detail">{said(heading.detail)}</span>' if heading.detail else ""
    mark = f"{_mark(heading.mark)} " if heading.mark and heading.mark.tone else ""
    return f'<{tag}{id} dir="auto">{mark}{said(heading.text)}{detail}</{tag}>'


def _table(table: Table) -> Iterator[str]:
    yield f"<table{' class=dense' if table.dense else ''}>"
    yield "<colgroup>" + "".join(f'<col style="width:{c.share * 100:.0f}%">' for c in table.columns) + "</colgroup>"
    titled = any(column.title for column in table.columns)
    if titled:
        yield f"<thead><tr>{''.join(map(_head, table.columns))}</tr></thead>"
    yield "<tbody>"
    for row in table.rows:
        yield f"<tr>{''.join(_cells(table.columns, row, not titled))}</tr>"
    yield "</tbody></table>"


def _head(column: Column) -> str:
    end = ' class="end"' if column.end else ""
    return f'<th scope="col"{end}>{said(column.title)}</th>' if column.title else "<td></td>"


def _cells(columns: Sequence[Column], row: Row, named: bool) -> Iterator[str]:
    """A row's cells; in a table without heads a first cell in strong letters is the row's heading."""
    for number, (column, phrases) in enumerate(zip(columns, row.cells, strict=True)):
        end = ' class="end"' if column.end else ""
        text = "".join(map(_phrase, phrases))
        heads = named and not number and len(columns) > 1 and bool(phrases) and phrases[0].style == "strong"
        yield f'<th scope="row"{end}>{text}</th>' if heads else f"<td{end}>{text}</td>"


def _phrase(phrase: Phrase) -> str:
    return f'<p class="{phrase.style}" dir="auto">{said(phrase.text)}</p>'


def _figure(figure: Figure, words: Words) -> Iterator[str]:
    """A board drawn, and the same in words for whoever can't see it or wants to read it."""
    name = figure.named() or words("Board")
    many = len(figure.pictures)
    yield "<figure>"
    for number, picture in enumerate(figure.pictures, 1):
        label = f"{name} {number}/{many}" if many > 1 else name
        box = f"0 0 {picture.width:g} {picture.height:g}"
        yield f'<svg role="img" aria-label="{escape(clean(label))}" viewBox="{box}">'
        yield from drawn(picture)
        yield "</svg>"
    if figure.title:
        yield f'<figcaption dir="auto">{said(name)}</figcaption>'
    if figure.twin:
        yield f"<details><summary>{said(words('The same in words: {board}', board=name))}</summary>"
        yield from _branches(figure.twin)
        yield "</details>"
    yield "</figure>"


def _branches(branches: Iterable[Branch]) -> Iterator[str]:
    yield "<ul>"
    for branch in branches:
        detail = f' <span class="detail">{said(branch.detail)}</span>' if branch.detail else ""
        yield f'<li dir="auto">{said(branch.text)}{detail}'
        if branch.below:
            yield from _branches(branch.below)
        yield "</li>"
    yield "</ul>"


def _signing(signing: Signing) -> Iterator[str]:
    yield '<div class="signing">'
    for mark in signing.parties:
        lines = "".join(f"<p>{said(label)}</p>" for label in signing.labels)
        yield f"<div><p>{_mark(mark)} <strong>{said(mark.name)}</strong></p>{lines}</div>"
    yield "</div>"
