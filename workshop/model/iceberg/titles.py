"""What an iceberg's levels are called where they are drawn, and the theme on its flag."""

from collections.abc import Sequence

from workshop.model.arrange import pad
from workshop.model.iceberg.drawing import INKS
from workshop.model.iceberg.shape import SIGN, Grid, bottom_of
from workshop.model.iceberg.told import Told
from workshop.model.iceberg.words import came_from, level_name, level_words
from workshop.model.letters import balanced, shortened, wrap
from workshop.model.picture import Frame, Placed, Text, View
from workshop.model.record import Note

_FLAG = 16  # letters that the flag may be wide


def title_of(view: View, frame: Frame, whole: Told, grid: Grid, key: str, zone: int) -> tuple[Text, ...]:
    """A level's name, and what belongs there: under the name beside the ice, else after it where there is room."""
    big, small = max(frame.text * 1.15, frame.least), max(frame.text * 0.85, frame.least)
    room = (grid.beside or frame.width) - pad(frame) * 2
    lines = shortened(wrap(level_name(view, key), room / big, frame.measure, True), 2, room / big, frame.measure, True)
    name = Text(lines, float(pad(frame)), 0, big, True, INKS[zone], 1.18)
    more = level_words(view, whole, key)
    if more and grid.beside:
        said = wrap(more, room / small, frame.measure)
        return name, Text(said, name.x, name.height + small * 0.1, small, False, INKS[zone], 1.18)
    left = name.x + frame.measure(lines[0], True) * big + small * 0.8
    if more and zone and len(lines) == 1 and left + frame.measure(more) * small + pad(frame) < frame.width:
        return name, Text((more,), left, 0, small, False, INKS[zone], name.height / small)
    return (name,)


def under_headings(notes: Sequence[Note], cards: Sequence[Placed], frame: Frame, grid: Grid, key: str) -> list[Placed]:
    """A level's cards, and before the first of those under a heading a sign with its words."""
    ready: list[Placed] = []
    before = ""
    for number, (note, one) in enumerate(zip(notes, cards, strict=True)):
        if note.heading and note.heading != before:
            ready.append(_sign(note.heading, f"{SIGN}{key}:{number}", frame, grid))
        before = note.heading
        ready.append(one)
    return ready


def _sign(said: str, id: str, frame: Frame, grid: Grid) -> Placed:
    """A heading on paper of its own, as wide as two cards at most."""
    size, edge = max(frame.text * 0.85, frame.least), pad(frame) * 0.6
    room = (grid.card * min(2, grid.caps[0]) - 2 * edge) / size
    lines = shortened(wrap(said, room, frame.measure, True), 1, room, frame.measure, True)
    text = Text(lines, edge, edge * 0.4, size, True, leading=1.18)
    width = frame.measure(lines[0], True) * size + 2 * edge + 1
    return Placed(id, "bar", 0, 0, width, round(text.height + edge * 0.8), (text,), "paper")


def flag_of(view: View, frame: Frame, whole: Told, grid: Grid, lines: int = 0) -> list[Placed]:
    """The theme on its flag, in at most so many `lines` or as many as the page has room for; nothing without one."""
    theme = whole.theme
    if theme is None:
        return []
    large = frame.text * (1.15 if view.step.view == "theme" and not frame.paged else 1.0)
    edge = pad(frame)
    room = min(grid.width * 0.62, large * _FLAG) - 2 * edge
    words = balanced(theme.text, room / large, frame.measure, True)
    most = lines or (len(words) if not frame.paged else 3 if frame.height > 14 * frame.text else 1)
    cut = len(words) > most
    words = shortened(words, most, room / large, frame.measure, True)
    said = [Text(words, float(edge), edge * 0.7, large, True, leading=1.2)]
    if not frame.paged and (origin := came_from(view, theme)):
        small = max(frame.text * 0.8, frame.least)
        under = wrap(origin, room / small, frame.measure)
        said.append(Text(under, float(edge), bottom_of(said), small, ink="muted"))
    wide = max(frame.measure(line, text.bold) * text.size for text in said for line in text.lines)
    size = (min(room, wide) + 2 * edge + 1, bottom_of(said) + edge * 0.7)
    return [Placed(theme.id, "card", 0, 0, *size, tuple(said), "rose", cut=cut)]
