"""What the map says, beside the map: on the desk all sentences, on the wall one at a time with its actors lit."""

from collections.abc import Sequence
from dataclasses import replace

from workshop.model.arrange import Card, Said, gap
from workshop.model.letters import wrap
from workshop.model.map.compare import Compared, compared, told
from workshop.model.map.layout import Wanted, drawn
from workshop.model.map.pieces import CALM, beside, pages_of, stacked
from workshop.model.map.reading import Sentence, read, spoken
from workshop.model.map.verbs import WANTED, bands, person
from workshop.model.picture import Frame, Picture, Placed, Text, View
from workshop.model.record import Actor, Id, Stage

_MAP_LEAST = 3.5  # letters; a map less high than that is left out


def reading(view: View, frame: Frame) -> list[Picture]:
    """On the desk all sentences over the map; on the wall one at a time, with those it speaks of lit on the map."""
    found = read(view.state, view.board, view.words)
    shown = bands(view.state, view.board)
    return _told(view, frame, found, Wanted("", shown, CALM))


def _told(view: View, frame: Frame, found: Sequence[Sentence], wanted: Wanted) -> list[Picture]:
    if frame.paged:
        lit = spoken(found, frame.spotlight) if frame.spotlight else None
        return [page for s in ([lit] if lit else found) for page in _one_sentence(view, frame, s, wanted)]
    stage = view.state.get("stage", Stage)
    lit = spoken(found, stage.spotlight) if stage and stage.spotlight else None
    cards = [Card(s.id, (Said(s.text),), "surface", "strong" if s is lit else "plain") for s in found]
    ready = stacked(cards, frame, 0, 2 if frame.width > 40 * frame.text else 1)
    top = max((p.y + p.height for p in ready), default=0.0) + gap(frame)
    below = beside(frame, ready)
    if lit:
        wanted = replace(wanted, lit=_with_middle(view, lit.about, wanted.when), lit_bands=frozenset(lit.bands))
    map_ = drawn(view, below, wanted)
    picture = Picture(frame.width, max(frame.height, top + (map_.bottom if map_ else 0)), tuple(ready))
    if map_ is None:
        return [picture]
    moved = Picture(frame.width, map_.bottom, map_.placed, map_.strokes).moved(0, top, frame.width, picture.height)
    return [replace(moved, placed=(*ready, *moved.placed))]


def _with_middle(view: View, about: Sequence[Id], when: str) -> frozenset[Id]:
    middle = person(view.state, view.board, when)
    return frozenset((*about, *([middle.id] if middle else ())))


def _one_sentence(view: View, frame: Frame, sentence: Sentence, wanted: Wanted) -> list[Picture]:
    """A sentence over the map; the sentence alone where the map finds no room under it."""
    size = max(frame.least, min(frame.text, frame.least * 1.15))
    lines = wrap(sentence.text, frame.width / size, frame.measure)
    said = Text(lines, 0, 0, size, leading=1.25)
    if said.height > frame.height:
        return pages_of(frame, [Card(sentence.id, (Said(sentence.text),), "surface")], 1)
    words = Placed(sentence.id, "plain", 0, 0, frame.width, said.height, (said,))
    top = said.height + size * 0.4
    below = replace(frame, height=frame.height - top, text=frame.least)  # the map's words leave room for its bands
    lit = _with_middle(view, sentence.about, wanted.when) if sentence.about else None
    wanted = replace(wanted, lit=lit, lit_bands=frozenset(sentence.bands), modes=("short", "lit", "mark"), legend=False)
    map_ = drawn(view, below, wanted) if below.height > _MAP_LEAST * size else None
    if map_ is None:
        return [Picture(frame.width, frame.height, (words,))]
    moved = Picture(frame.width, map_.bottom, map_.placed, map_.strokes).moved(0, top, frame.width, frame.height)
    return [replace(moved, placed=(words, *moved.placed))]


def comparing(view: View, frame: Frame) -> list[Picture]:
    """What is added, gone and mended, on one map and in sentences."""
    found = told(view.state, view.board, view.words)
    return _told(view, frame, found, _differences(view, compared(view.state, view.board)))


def _differences(view: View, found: Compared) -> Wanted:
    """The wanted map with what is gone of today's; only the bands that differ."""
    fellow = {a.like: a.id for a in view.state.inside(view.board.id, Actor) if a.when == WANTED and a.like}
    cut = [replace(b, start=fellow.get(b.start, b.start), end=fellow.get(b.end, b.end)) for b in found.cut]
    kinds = {
        **{b.id: "mended" for b in found.mended},
        **{b.id: "added" for b in found.new},
        **{b.id: "gone" for b in cut},
    }
    signs = {**{a.id: "+\u00a0" for a in found.added}, **{a.id: "–\u00a0" for a in found.gone}}

    def said(actor: Actor) -> tuple[Said, ...]:
        return (Said(signs.get(actor.id, "") + actor.text, bold=actor.id in signs),)

    shown = [*found.mended, *found.new, *cut, *found.changed]
    return Wanted(WANTED, shown, CALM, kinds=kinds, said=said, extra=found.gone)
