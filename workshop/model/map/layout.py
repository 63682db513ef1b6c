"""Lays a map out: the person in the middle, actors in their sectors and rings, bands between them, a legend below."""

from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import lru_cache, partial
from itertools import pairwise

from workshop.model.arrange import Card, Said
from workshop.model.letters import PART, Measure
from workshop.model.map import strands
from workshop.model.map.ground import Box, Ground, shared_turns, weighed_radii
from workshop.model.map.labels import by_number, dots, from_words, hugged, laid, marked, people_words, tone_of
from workshop.model.map.legend import legend
from workshop.model.map.spots import Place, Spots
from workshop.model.map.verbs import actors, person, rings, sectors
from workshop.model.picture import Frame, Picture, Placed, Stroke, Text, View
from workshop.model.record import Actor, Id, Link

_WIDEST = 9.5  # letters across a label, or as many as its longest word needs
_NUMBER = "\u00a0·\u00a0"  # stays on the line of the word before
_SHARE = 13 / 15  # a label's letters in parts of a card's
_HIGHER = (1.0, 1.25, 1.6, 2.0, 2.5, 3.2, 4.0, 5.2, 6.5, 8.0, 10.0, 13.0, 17.0, 22.0, 30.0, 60.0)
_FULL, _CLOSEST = 0.66, (0.6, 0.52)  # of a ground, and of two sectors side by side, that boxes cover at most
_BROAD = ((9, 0.25, 1.0), (20, 0.5, 1.6), (0, 2.0, 2.4))  # up to how many, or what share of all, it is how broad
_FURTHER = 2.1  # times as much room as the ring inside it is what a ring has; the last one has as the first
_TALL = 3.0  # times the frame; where a map has grown so, anybody may lie anywhere


@dataclass(frozen=True)
class Wanted:
    """What a map is to show. `said` writes an actor's label where it isn't its name; `lit` stand out from the rest."""

    when: str = ""
    bands: Sequence[Link] = ()
    modes: tuple[str, ...] = ("full", "short", "mark")
    lit: frozenset[Id] | None = None
    lit_bands: frozenset[Id] = frozenset()  # none: those between actors that are lit
    inks: Mapping[Id, str] = field(default_factory=dict)
    kinds: Mapping[Id, str] = field(default_factory=dict)  # bands drawn as of another kind
    said: Callable[[Actor], tuple[Said, ...]] | None = None
    legend: bool = True
    names: bool = True  # of the sectors
    only: Sequence[Id] | None = None  # no others are shown
    extra: Sequence[Actor] = ()  # actors of another map that are shown here too


@dataclass(frozen=True)
class Drawn:
    """A map that found room; `floor` is where its ground ends.

    `mode` is how its actors are written: by name, how many they are ("full") and in one line ("short"), or by number
    ("mark"), but for those that are lit ("lit") or came last ("latest").
    """

    placed: tuple[Placed, ...]
    strokes: tuple[Stroke, ...]
    boxes: Mapping[Id, Box]
    mode: str
    floor: float
    bottom: float


def drawn(view: View, frame: Frame, wanted: Wanted) -> Drawn | None:
    """The map in the largest form that finds room in a frame; it grows downwards where that is allowed.

    On a page the sectors' names give way first, then the legend. None where even its marks find no room.
    """
    ways = [wanted]
    if frame.paged:
        bare = replace(wanted, names=False, modes=("mark",) if "mark" in wanted.modes else wanted.modes)
        ways += [bare, replace(bare, legend=False)] if wanted.names else []
    return next((found for way in ways if (found := _drawn(view, frame, way))), None)


def _drawn(view: View, frame: Frame, wanted: Wanted) -> Drawn | None:
    shown = [*actors(view.state, view.board, wanted.when), *wanted.extra]
    if wanted.only is not None:
        shown = [actor for actor in shown if actor.id in wanted.only]
    letters = max(frame.least, frame.text * _SHARE)
    kinds = frozenset(wanted.kinds.get(band.id, band.kind) for band in wanted.bands)
    holder = any(a.holder for a in shown)
    named = "" if frame.paged else _rings_words(view)  # on the wall the room is for the map
    signs = partial(legend, kinds, holder, named, frame, view.words) if wanted.legend else None
    foot = told.height if signs and (told := signs(top=0.0)) else 0.0
    modes = [mode for mode in wanted.modes if frame.paged or mode not in ("latest", "mark")] or ["full"]
    for place, mode in enumerate(modes):
        labels = _labels(view, frame, wanted, shown, mode, letters)
        for ground in _grounds(view, frame, shown, labels, foot, place == len(modes) - 1 and not frame.paged):
            called = tuple((key, view.text.word("sectors", key).capitalize()) for key in sectors(view.board))
            names = _names(called, ground, max(frame.least, letters), frame.measure) if wanted.names else ()
            if boxes := _boxes(view, frame, ground, shown, labels, names, letters):
                return _made(frame, wanted, ground, labels, names, boxes, letters, mode, signs, foot)
    return None


def _rings_words(view: View) -> str:
    """What the rings are called, from the middle out."""
    if not view.text.words.get("rings"):
        return ""
    named = PART.join(view.text.word("rings", key) for key in rings(view.board))
    return view.words("From the middle: {rings}", rings=named)


def _labels(
    view: View, frame: Frame, wanted: Wanted, shown: Sequence[Actor], mode: str, letters: float
) -> dict[Id, Placed]:
    """Every actor's label or mark, at (0, 0), and the person's."""
    in_sector = {key: n for n, key in enumerate(sectors(view.board))}
    number = by_number(shown)
    latest = max(shown, key=lambda a: (a.order, a.id)).id if shown else ""
    labels = {}
    for actor in shown:
        lit = wanted.lit is None or actor.id in wanted.lit
        tone, shade = (
            tone_of(in_sector.get(actor.sector, 0)),
            "faint" if not lit else "held" if actor.holder else "plain",
        )
        if mode == "mark" or (mode == "lit" and not lit) or (mode == "latest" and actor.id != latest):
            labels[actor.id] = marked(actor.id, number[actor.id], actor.people, tone, shade, frame.least, frame.measure)
        else:
            said = wanted.said(actor) if wanted.said else _said(view, actor, mode)
            if mode == "latest":
                said = (Said(f"{number[actor.id]}{_NUMBER}{actor.text}"),)
            card = Card(actor.id, said, tone, shade)
            labels[actor.id] = hugged(card, letters, frame.least, _WIDEST, frame.measure)
    middle = person(view.state, view.board, wanted.when)
    name = middle.text if middle else view.words("The person")
    said = (Said(name, 1.15, True, "on_accent"),)
    id = middle.id if middle else "middle"
    card = Card(id, said, "accent", "plain")
    labels["middle"] = replace(hugged(card, letters, frame.least, _WIDEST, frame.measure), shape="round")
    return labels


def _said(view: View, actor: Actor, mode: str) -> tuple[Said, ...]:
    if mode != "full":
        return (Said(f"{actor.text}{_NUMBER}{actor.people}" if actor.people > 1 else actor.text),)
    many = f"{dots(actor.people)} {people_words(view.words, actor.people)}" if actor.people else ""
    small = [part for part in (many, from_words(view, actor)) if part]
    return Said(actor.text), *(Said(part, 0.9, ink="muted") for part in small)


def _grounds(
    view: View, frame: Frame, shown: Sequence[Actor], labels: Mapping[Id, Placed], foot: float, grows: bool
) -> Iterator[Ground]:
    """The ground in the frame, and higher ones where it may grow."""
    turns, radii = _parts(view, shown)
    need, densest = _needs(view, shown, labels, frame.text * 0.3, turns)
    for times in _HIGHER if grows else _HIGHER[:1]:
        height = (frame.height - foot) * times
        crowded = times <= _TALL and densest > _CLOSEST[times > 1] * frame.width * height
        if not grows or times == _HIGHER[-1] or not (crowded or need > _FULL * frame.width * height):
            yield _ground(frame.width, height, turns, radii)


@lru_cache(maxsize=100)
def _ground(width: float, height: float, turns: tuple[float, ...], radii: tuple[float, ...]) -> Ground:
    """The same ground each time, so that its cells and its lines are made once."""
    return Ground(0, 0, width, height, turns, radii)


def _needs(
    view: View, shown: Sequence[Actor], labels: Mapping[Id, Placed], space: float, turns: Sequence[float]
) -> tuple[float, float]:
    """What all boxes cover, and what they would if everywhere were as full as the fullest two sectors side by side."""
    covers = dict.fromkeys(sectors(view.board), 0.0)
    for actor in shown:
        label = labels[actor.id]
        sector = actor.sector if actor.sector in covers else next(iter(covers))
        covers[sector] += (label.width + space) * (label.height + space)
    parts = [(cover, end - start) for cover, (start, end) in zip(covers.values(), pairwise(turns), strict=True)]
    beside = zip(parts, [*parts[1:], parts[0]], strict=True)
    return sum(covers.values()), max((one + other) / (wide + broad) for (one, wide), (other, broad) in beside)


def _parts(view: View, shown: Sequence[Actor]) -> tuple[tuple[float, ...], tuple[float, ...]]:
    """How broad sectors and rings are: sectors by a few steps, so that one more actor seldom matters."""
    count, last = Counter(a.sector for a in shown), len(rings(view.board)) - 1
    turns = [
        next(b for few, share, b in _BROAD if count[key] <= max(few, share * len(shown))) for key in sectors(view.board)
    ]
    radii = [_FURTHER ** (ring - 1) if ring < last else 1.0 for ring in range(1, last + 1)]
    return shared_turns(turns), weighed_radii(radii)


def _boxes(
    view: View,
    frame: Frame,
    ground: Ground,
    shown: Sequence[Actor],
    labels: Mapping[Id, Placed],
    names: Sequence[Placed],
    letters: float,
) -> dict[Id, Box] | None:
    """Where everything lies: the middle and the sectors' names first, then the actors in the order they settled."""
    bounds = (ground.x, ground.y, ground.x + ground.width, ground.y + ground.height)
    fixed: dict[Id, Box] = {"middle": _around(labels["middle"], ground.middle, bounds)}
    for name in names:
        fixed[name.id] = (name.x, name.y, name.x + name.width, name.y + name.height)
    in_sector = {key: n for n, key in enumerate(sectors(view.board))}
    in_ring = {key: n for n, key in enumerate(rings(view.board))}
    wanted = {}
    for a in sorted(shown, key=lambda a: (a.order, a.id)):
        sector, ring, label = in_sector.get(a.sector, 0), in_ring.get(a.ring, 1), labels[a.id]
        wanted[a.id] = Place(sector, ring, a.place, a.depth, label.width, label.height)
    anywhere = frame.paged or ground.height > _TALL * frame.height
    spots = Spots(ground, tuple(fixed.values()), max(2.0, round(letters * 0.25)), anywhere)
    found = spots.settled(wanted)
    return None if found is None else {**fixed, **found}


def _around(label: Placed, middle: tuple[float, float], bounds: Box) -> Box:
    left = max(bounds[0], middle[0] - label.width / 2)
    top = max(bounds[1], middle[1] - label.height / 2)
    return left, top, left + label.width, top + label.height


@lru_cache(maxsize=20)
def _names(called: tuple[tuple[str, str], ...], ground: Ground, size: float, measure: Measure) -> tuple[Placed, ...]:
    """The sectors' names at the edge of the ground, each in the middle of its own."""
    found = []
    for n, (key, said) in enumerate(called):
        if not said:
            continue
        width, height = measure(said, True) * size + size * 0.7, size * 1.3
        x, y = ground.edge((ground.turns[n] + ground.turns[n + 1]) / 2)
        x = min(max(x - width / 2, ground.x), ground.x + ground.width - width)
        y = min(max(y - height / 2, ground.y), ground.y + ground.height - height)
        text = Text((said,), x + size * 0.35, y, size, True, "ink", 1.3)
        found.append(Placed(f"sector:{key}", "mark", x, y, width, height, (text,), tone_of(n), shape="round"))
    return tuple(found)


@lru_cache(maxsize=20)
def _lines(ground: Ground, width: float) -> tuple[Stroke, ...]:
    return tuple(Stroke(id, points, "hairline", width, closed=closed) for id, points, closed in ground.lines)


def _made(
    frame: Frame,
    wanted: Wanted,
    ground: Ground,
    labels: Mapping[Id, Placed],
    names: Sequence[Placed],
    boxes: dict[Id, Box],
    letters: float,
    mode: str,
    signs: Callable[..., Picture | None] | None,
    foot: float,
) -> Drawn:
    """The map in pieces: lines of the ground, bands, names, labels, and what the lines mean."""
    lines = list(_lines(ground, max(1.0, letters / 16)))
    middle = labels["middle"]
    boxes[middle.id] = boxes["middle"]
    unit = (letters / 13) ** 0.8
    bounds = (ground.x, ground.y, ground.x + ground.width, ground.y + ground.height)
    ways = strands.Ways(boxes.values(), bounds, unit, letters)
    for band in wanted.bands:
        if band.start in boxes and band.end in boxes:
            kind = wanted.kinds.get(band.id, band.kind)
            lit = wanted.lit is None or band.id in wanted.lit_bands
            if wanted.lit and not wanted.lit_bands:
                lit = {band.start, band.end} <= wanted.lit
            ink = wanted.inks.get(band.id, "") if lit else "hairline"
            lines += ways.band(band.id, kind, boxes[band.start], boxes[band.end], ink)
    placed = list(names)
    placed += [laid(label, *boxes[id][:2]) for id, label in labels.items()]
    floor = ground.y + ground.height
    if signs and (told := signs(top=floor)):
        placed += told.placed
        lines += told.strokes
    return Drawn(tuple(placed), tuple(lines), boxes, mode, floor, floor + foot)
