"""A map as each step shows it: on the desk all on one surface, on the wall in pages."""

from dataclasses import replace

from workshop.model.map import guesses
from workshop.model.map.gaps import gap_cards, with_gaps
from workshop.model.map.layout import Wanted, drawn
from workshop.model.map.pieces import CALM, as_picture, below, beside, pages_of, stacked, when_of, who_pages, whole
from workshop.model.map.sheets import flowing, who_cards
from workshop.model.map.telling import comparing, reading
from workshop.model.map.verbs import bands
from workshop.model.map.whose import covered, problem, problem_cards
from workshop.model.picture import Frame, Picture, Placed, View


def sheets(view: View, frame: Frame) -> tuple[Picture, ...]:
    """All pages of the board."""
    make = _MAKERS.get(view.step.view, whole)
    if view.step.view == "guess":
        first = guesses.layout(view, replace(frame, page=0))
        return (first, *(guesses.layout(view, replace(frame, page=n)) for n in range(1, first.pages)))
    if frame.close or (frame.spotlight and view.step.view not in ("read", "compare")):
        made = [Picture(frame.width, frame.height, tuple(sheet)) for sheet in _close(view, frame)]
    else:
        made = make(view, frame)
    made = made or [Picture(frame.width, frame.height, ())]
    return tuple(replace(picture, page=n, pages=len(made)) for n, picture in enumerate(made))


def layout(view: View, frame: Frame) -> Picture:
    """The board for a frame."""
    made = sheets(view, frame)
    return frame.shown(made)


def _close(view: View, frame: Frame) -> list[list[Placed]]:
    """Actors at reading size, all of them or those chosen; what they say of the problem where that is the step."""
    lit = frame.spotlight or None
    if view.step.view == "problem":
        cards = [] if covered(view, frame) else problem_cards(view, lit)
    elif view.step.view == "gaps":
        cards = [c for c in gap_cards(view) if lit is None or c.id in lit] or who_cards(view, "", lit, names=True)
    else:
        cards = who_cards(view, when_of(view), lit, names=True)
    return flowing(cards, frame, 1)


def _gaps(view: View, frame: Frame) -> list[Picture]:
    """The map with the gaps numbered; their sentences under it, and on the wall on the next page."""
    faded = {b.id: "hairline" for b in bands(view.state, view.board) if b.kind == "works"}
    cards = gap_cards(view)
    room = frame if frame.paged else beside(frame, stacked(cards, frame, 0, 3))
    map_ = drawn(view, room, Wanted("", bands(view.state, view.board), CALM, inks=faded))
    if map_ is None:
        return [*(pages_of(frame, cards) if frame.paged else ()), *who_pages(view, frame, "")]
    picture = with_gaps(view, as_picture(map_, frame), map_, frame)
    if not frame.paged:
        return [below(picture, map_.bottom, cards, frame, 3)]
    made = [picture, *pages_of(frame, cards, 1)]
    return made if map_.mode != "mark" else made + who_pages(view, frame, "")


_MAKERS = {"problem": problem, "read": reading, "compare": comparing, "gaps": _gaps}
