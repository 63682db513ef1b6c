"""The title page: who met, where and when, a slip of colour for every card, and what stands where."""

import math
from collections.abc import Sequence

from workshop.look import measure
from workshop.model.arrange import at
from workshop.model.letters import balanced, shortened, wrap
from workshop.model.picture import Picture, Placed, Text
from workshop.paper.document import Front
from workshop.paper.setting import mark_of
from workshop.paper.sheets import A4, BOTTOM, EDGE, TEXT_WIDTH, Bookmark, Link, Sheet, one_line, rule

_TITLES = ((38.0, 3), (32.0, 4), (26.0, 5), (20.0, 7))  # letter sizes, and the most lines in each
_GROUPS = ((14.0, 4), (11.0, 6))
_TOP, _FOOT = 112.0, BOTTOM
_LEFT, _RIGHT = 210.0, 217.0  # the widths of the facts and of the contents
_ENTRIES = 18  # in the contents, where boards stand in them too
_WHOLE, _BRIEF = (12, 4), (3, 1)  # the most lines of a fact and of a party, where there is room and where there isn't
_SLIPS = 96.0  # the most height that the field of slips takes


def title_page(front: Front, contents: Sequence[tuple[Bookmark, int]], private: bool) -> Sheet:
    """The first sheet; `contents` are the places to go to, with their page numbers."""
    ink = "warning" if private else "accent"
    kicker = one_line("kicker", front.kicker, EDGE, _TOP, 11, TEXT_WIDTH, bold=True, ink=ink)
    title = _fitted("title", front.title, _TOP + 26, _TITLES, 1.14, bold=True)
    head = [kicker, title]
    if front.group:
        head.append(_fitted("group", front.group, title.y + title.height + 16, _GROUPS, 1.4, ink="muted"))
    down = head[-1].y + head[-1].height
    facts = _facts(front, _WHOLE)
    if _end(facts) > _FOOT - down - 30:
        facts = _facts(front, _BRIEF)
    listing, links = _contents(contents)
    high = _end([*facts, *listing])
    if down + 30 + high > _FOOT:  # a very long title: what can be done without is the contents
        listing, links = [], []
        high = _end(facts)
    foot = max(_FOOT - high, down + 30)
    room = foot - down - 96
    slips = _slips(front.slips, down + 40, min(_SLIPS, room)) if room > 30 else []
    placed = [*head, *slips, *(at(p, 0, foot) for p in [*facts, *listing])]
    jumps = tuple(Link(link.x, link.y + foot, link.width, link.height, link.to) for link in links)
    line = (rule(EDGE, foot - 18, TEXT_WIDTH),)
    return Sheet(Picture(*A4, tuple(placed), line), (Bookmark(front.title, 1, "title"),), jumps)


def _fitted(id: str, said: str, y: float, sizes: Sequence[tuple[float, int]], leading: float, **look: object) -> Placed:
    """Words in the largest of some sizes in which they take no more lines than they may; cut with a sign at last."""
    bold = bool(look.get("bold"))
    for size, most in sizes:
        lines = wrap(said, TEXT_WIDTH / size, measure, bold)
        if len(lines) <= most:
            break
    lines = shortened(balanced(said, TEXT_WIDTH / size, measure, bold), most, TEXT_WIDTH / size, measure, bold)
    text = Text(lines, EDGE, y, size, leading=leading, **look)  # type: ignore[arg-type]
    return Placed(id, "plain", EDGE, y, TEXT_WIDTH, text.height, (text,))


def _slips(tones: Sequence[str], y: float, height: float) -> list[Placed]:
    """A slip of paper for every card, in its tone, in as many rows as give them a good size."""
    tones = [tone for tone in tones if tone != "surface"]  # white on white
    if not tones:
        return []
    gap = 3.0
    rows = next(n for n in range(1, 40) if (TEXT_WIDTH / math.ceil(len(tones) / n)) * 0.62 >= height / n or n == 39)
    across = math.ceil(len(tones) / rows)
    step = min((TEXT_WIDTH + gap) / across, 56.0)
    wide, high = step - gap, min(height / rows, step * 0.62) - gap
    return [
        Placed(f"slip:{i}", "bar", EDGE + i % across * step, y + i // across * (high + gap), wide, high, tone=tone)
        for i, tone in enumerate(tones)
    ]


def _end(placed: Sequence[Placed]) -> float:
    return max((p.y + p.height for p in placed), default=0.0)


def _facts(front: Front, most: tuple[int, int]) -> list[Placed]:
    """Place, day, exercise and parties, one under another from y = 0; a fact and a party take at most so many lines."""
    placed: list[Placed] = []
    down = 0.0
    for label, said in front.facts:
        placed.append(one_line("label", label, EDGE, down, 8.5, _LEFT, ink="muted"))
        placed.append(_lines("fact", said, EDGE, down + 12, _LEFT, most[0]))
        down += 12 + placed[-1].height + 9
    for mark in front.parties:
        placed.append(mark_of(mark, EDGE, down + 2, 20))
        placed.append(_lines("party", mark.name, EDGE + 28, down + 4, _LEFT - 28, most[1]))
        down += placed[-1].height + 12.5
    return placed


def _lines(id: str, said: str, x: float, y: float, width: float, most: int) -> Placed:
    lines = shortened(wrap(said, width / 11, measure), most, width / 11, measure)
    text = Text(lines, x, y, 11)
    return Placed(id, "plain", x, y, width, text.height, (text,))


def _contents(contents: Sequence[tuple[Bookmark, int]]) -> tuple[list[Placed], list[Link]]:
    """The places to go to, each after its page number, from y = 0; only the parts where there are many."""
    kept = contents if len(contents) <= _ENTRIES else [entry for entry in contents if entry[0].level == 1]
    left = EDGE + TEXT_WIDTH - _RIGHT
    placed: list[Placed] = []
    links: list[Link] = []
    for number, (mark, page) in enumerate(kept):
        y, part = number * 15.0, mark.level == 1
        placed.append(one_line("page", str(page), left, y, 10, 18, end=True, ink="muted"))
        placed.append(one_line("entry", mark.title, left + 24, y, 10, _RIGHT - 24, bold=part))
        links.append(Link(left, y, _RIGHT, 15, mark.anchor))
    return placed, links
