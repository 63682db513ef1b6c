"""Pictures of a map for a page or the desk: the map with what goes under it or after it."""

from collections.abc import Sequence
from dataclasses import replace

from workshop.model.arrange import Card, fitted, gap, stacks
from workshop.model.letters import wrap
from workshop.model.map.layout import Drawn, Wanted, drawn
from workshop.model.map.sheets import flowing, who_cards, who_is_who
from workshop.model.map.verbs import WANTED, anybody, bands
from workshop.model.picture import Frame, Picture, Placed, Text, View

_WITHOUT_BANDS = ("actors", "problem")
_SHARED = 0.45  # of a frame may be taken by cards that share it with the map
CALM = ("short", "mark")  # where bands are drawn, so that they have room
_MODES = {"actors": ("full", "short", "latest", "mark"), "problem": ("full", "short", "mark")}  # where none are


def when_of(view: View) -> str:
    """Which of the two maps a step works on."""
    return WANTED if view.step.view == "wanted" else ""


def as_picture(map_: Drawn, frame: Frame) -> Picture:
    """A map as a page, or as the desk's surface, which is as high as it needs."""
    height = frame.height if frame.paged else max(frame.height, map_.bottom)
    return Picture(frame.width, height, map_.placed, map_.strokes)


def pages_of(frame: Frame, cards: Sequence[Card], columns: int = 0) -> list[Picture]:
    """Cards at reading size, on as many pages as they take."""
    return [Picture(frame.width, frame.height, tuple(sheet)) for sheet in flowing(cards, frame, columns)]


def who_pages(view: View, frame: Frame, when: str) -> list[Picture]:
    """Who is who: on the wall in pages, on the desk, where even a tall map has no room for them, one after another."""
    if frame.paged:
        return [Picture(frame.width, frame.height, tuple(sheet)) for sheet in who_is_who(view, frame, when)]
    return [below(Picture(frame.width, frame.height, ()), 0, who_cards(view, when), frame, 3)]


def whole(view: View, frame: Frame) -> list[Picture]:
    """The map, and on the wall who is who where it only has numbers."""
    when = when_of(view)
    shown = () if view.step.view in _WITHOUT_BANDS else bands(view.state, view.board, when)
    if not frame.paged and not anybody(view.state, view.board, when):
        return [with_invitation(view, frame, drawn(view, frame, Wanted(when)))]
    modes = _MODES.get(view.step.view, CALM)
    map_ = drawn(view, frame, Wanted(when, shown, modes))
    made = [as_picture(map_, frame)] if map_ else []
    if map_ is None or map_.mode in ("latest", "mark"):
        made += who_pages(view, frame, when)
    return made


def with_invitation(view: View, frame: Frame, map_: Drawn | None) -> Picture:
    """An empty map on the desk, with what to do about it."""
    words = view.words
    said = words("Nobody is on the map yet. Write the first one on the line below (Ctrl+L).")
    if view.step.view == "wanted":
        said = words("Begin from a copy of today's map (K), and change it into what you want.")
    size = frame.text
    lines = wrap(said, min(frame.width, 24 * size) / size, frame.measure)
    x = (frame.width - max(frame.measure(line) for line in lines) * size) / 2
    text = Text(lines, x, frame.height * 0.5 + size * 3, size, ink="muted")
    empty = Placed("empty", "plain", x, text.y, frame.width - 2 * x, text.height, (text,))
    return Picture(frame.width, frame.height, (*(map_.placed if map_ else ()), empty), map_.strokes if map_ else ())


def stacked(cards: Sequence[Card], frame: Frame, y: float, columns: int) -> list[Placed]:
    """Cards side by side from a height downwards."""
    width = (frame.width - gap(frame) * (columns - 1)) / columns
    return stacks([fitted(card, frame, width) for card in cards], 0, y, frame.width, columns, gap(frame))


def beside(frame: Frame, placed: Sequence[Placed]) -> Frame:
    """What is left of a frame for a map that shares it with some cards; all of it where they take too much."""
    taken = max((p.y + p.height for p in placed), default=0.0) + gap(frame)
    return replace(frame, height=frame.height - taken) if placed and taken <= _SHARED * frame.height else frame


def below(picture: Picture, bottom: float, cards: Sequence[Card], frame: Frame, columns: int = 2) -> Picture:
    """More cards under a map, side by side."""
    ready = stacked(cards, frame, bottom + gap(frame), columns)
    height = max((p.y + p.height for p in ready), default=0.0)
    return replace(picture, placed=(*picture.placed, *ready), height=max(picture.height, height))


def quoted(view: View, text: str) -> str:
    """Words in quotation marks."""
    return view.words("“{text}”", text=text)
