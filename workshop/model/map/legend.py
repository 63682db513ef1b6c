"""What a map's lines mean: a sample of each kind in use beside its word."""

from functools import lru_cache

from workshop.model.letters import wrap_parts
from workshop.model.map import strands
from workshop.model.picture import Frame, Picture, Placed, Stroke, Text
from workshop.model.words import N_, Words

KIND_WORDS = {
    "works": N_("works"),
    "weak": N_("weak"),
    "clashes": N_("clashes"),
    "missing": N_("missing"),
    "round": N_("passed around"),
    "mended": N_("mended"),
    "added": N_("added"),
    "gone": N_("gone"),
}
_SAMPLE, _BRIEF = 4.0, 2.7  # letters across a sample and its word, and where room is short


@lru_cache(maxsize=20)
def legend(
    kinds: frozenset[str], holder: bool, rings: str, frame: Frame, words: Words, top: float = 0.0
) -> Picture | None:
    """A strip with a sample of each kind in use, and what the rings are called; None where there is nothing to say."""
    rows = [(kind, words(KIND_WORDS[kind])) for kind in KIND_WORDS if kind in kinds]
    rows += [("holder", words("holds the threads"))] if holder else []
    if not rows and not rings:
        return None
    size = frame.least
    step, x, y = size * 1.45, 0.0, top + size * 0.35
    across, between = (_BRIEF, 0.7) if frame.paged else (_SAMPLE, 1.2)
    placed: list[Placed] = []
    strokes: list[Stroke] = []
    for kind, said in rows:
        wide = frame.measure(said) * size
        if x and x + across * size + wide > frame.width:
            x, y = 0.0, y + step
        middle = y + step / 2
        ends = ((x + size * 0.2, middle), (x + (across - 0.5) * size, middle))
        if kind == "holder":
            strokes.append(_sample_of_holder(x, y, size, step, across))
        else:
            ink = strands.INKS.get(kind, "ink")
            looks = strands.look(kind, ends, (size / 13) ** 0.8)
            strokes += [Stroke(f"legend:{kind}", points, ink, width, dash) for points, width, dash in looks]
        placed.append(_said(f"legend:{kind}", (said,), x + across * size, y, size, frame))
        x += across * size + wide + size * between
    y += step if rows else 0
    if rings:
        lines = wrap_parts(rings, frame.width / size, frame.measure)
        placed.append(_said("legend:rings", lines, 0.0, y, size, frame))
        y += placed[-1].height + size * 0.25
    return Picture(frame.width, y, tuple(placed), tuple(strokes))


def _said(id: str, lines: tuple[str, ...], x: float, y: float, size: float, frame: Frame) -> Placed:
    text = Text(lines, x, y + size * 0.125, size, ink="muted", leading=1.2)
    wide = max(frame.measure(line) for line in lines) * size
    return Placed(id, "plain", x, text.y, wide, text.height, (text,))


def _sample_of_holder(x: float, y: float, size: float, step: float, wide: float) -> Stroke:
    """A ring, as around the label of whoever holds the threads."""
    left, right, top, bottom = x + size * 0.2, x + (wide - 0.6) * size, y + step * 0.22, y + step * 0.78
    corners = ((left, top), (right, top), (right, bottom), (left, bottom))
    return Stroke("legend:holder", corners, "accent", max(2.0, size / 9), closed=True)
