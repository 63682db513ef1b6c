"""What the room sees, decided in one place for the wall, the facilitator's small copy of it and its pictures."""

from dataclasses import replace

from PySide6.QtCore import QObject, Signal

from workshop.look import measure
from workshop.model.change import Change, State, together, update
from workshop.model.exercise import Exercise, Exercises, ExerciseText, in_language, running
from workshop.model.picture import Picture, Placed, Text
from workshop.model.planned import Block
from workshop.model.record import Id, Stage
from workshop.model.stage import (
    CLOCK_LINE,
    CORNER,
    lit_words,
    titled,
    turn_page,
    view_of,
    wall,
    wall_edge,
    wall_letters,
)
from workshop.model.visible import room_sees
from workshop.model.words import Words
from workshop.screen.bridge import Bridge
from workshop.screen.projector.clock import StepClock

_DIGITS = 0.068  # size of the clock's digits in parts of the picture's height
_LARGE = 0.34  # the same, where the clock is shown alone
_TABULAR = 0.632  # width of every digit in em
_LOOKS = {  # tone and ink of the clock
    "calm": ("", "ink"),
    "soon": ("warning", "warning"),
    "last": ("late", "on_accent"),
    "over": ("late", "on_accent"),
}


def seen_by_room(before: State | None, state: State, exercise: Exercise) -> State | None:
    """What the room sees of a state, given what it saw before; None is a blank wall."""
    stage = state.get("stage", Stage)
    if stage is None or not stage.run:
        return None
    return room_sees(before, state, f"{stage.run}:{exercise.step(stage.step).board}")


def blank(width: float, height: float) -> Picture:
    """A wall with nothing on it, which is dark in whichever theme; larger than it is, so that it has no corners."""
    over = height * 0.1
    dark = Placed("dark", "bar", -over, -over, width + 2 * over, height + 2 * over, (), "night")
    return Picture(width, height, (dark,))


def wall_picture(
    seen: State | None,
    exercise: Exercise,
    text: ExerciseText,
    words: Words,
    clock: StepClock,
    width: float,
    height: float,
) -> Picture:
    """The wall as pixels will show it: the board, the instruction and the clock."""
    if seen is None:
        return blank(width, height)
    board = wall(view_of(seen, exercise, text, words), text, width, height, measure)
    return with_clock(board, seen.need("stage", Stage), clock, words)


def with_clock(picture: Picture, stage: Stage, clock: StepClock, words: Words) -> Picture:
    """The picture with the time at its top right; when it is short a ring and a word say so, then a filled field."""
    said, urgency = clock.said(), clock.urgency()
    title, least = wall_letters(stage, picture.height)
    edge, size = wall_edge(picture.height), max(_DIGITS * picture.height, least)
    if stage.alone:
        return replace(picture, placed=(*picture.placed, _large_clock(picture, said, urgency)))
    if corner := next((placed for placed in picture.placed if placed.id == CORNER), None):
        if not corner.width:
            return picture
        return replace(picture, placed=(*picture.placed, *_clock_in(corner, said, urgency, least, words)))
    wide = sum(_TABULAR if char.isdigit() else measure(char, True) for char in said) * size
    padding = 0.0 if urgency == "calm" else 0.35 * size
    tone, ink = _LOOKS[urgency]
    x, y, height = picture.width - edge - wide - 2 * padding, edge * 0.7, title * 1.15
    digits = Text((said,), x + padding, y, size, True, ink, height / size)
    shade = "strong" if ink == "on_accent" else "plain"
    clock_ = Placed("clock", "clock", x, y, wide + 2 * padding, height, (digits,), tone, shade, "round")
    word = _clock_word(picture, urgency, x - padding, y, height, least, words)
    return replace(picture, placed=(*picture.placed, clock_, *word))


def _large_clock(picture: Picture, said: str, urgency: str) -> Placed:
    """The time in the middle of the lower half, as large as there is room for."""
    em = sum(_TABULAR if char.isdigit() else measure(char, True) for char in said)
    size = min(_LARGE * picture.height, 0.8 * picture.width / em)
    padding, tone, ink = 0.35 * size, *_LOOKS[urgency]
    wide, height = em * size + 2 * padding, size * 1.2
    x, y = (picture.width - wide) / 2, picture.height * 0.72 - height / 2
    digits = Text((said,), x + padding, y, size, True, ink, height / size)
    return Placed(
        "clock", "clock", x, y, wide, height, (digits,), tone, "strong" if ink == "on_accent" else "plain", "round"
    )


def _clock_in(corner: Placed, said: str, urgency: str, least: float, words: Words) -> list[Placed]:
    """The time at the lower right of a title, and over it what it means in a word."""
    size, (tone, ink) = corner.height / CLOCK_LINE, _LOOKS[urgency]
    wide, padding = sum(_TABULAR if char.isdigit() else measure(char, True) for char in said) * size, 0.35 * size
    right = corner.x + corner.width
    x = right - wide - 2 * padding if tone else right - wide - padding
    digits = Text((said,), x + padding, corner.y, size, True, ink, CLOCK_LINE)
    shade = "strong" if ink == "on_accent" else "plain"
    clock = Placed("clock", "clock", x, corner.y, wide + 2 * padding, corner.height, (digits,), tone, shade, "round")
    if not (meant := _meaning(urgency, words)):
        return [clock]
    across = measure(meant) * least
    word = Text((meant,), right - across, corner.y - least * 1.35, least, False, "muted", 1.25)
    return [clock, Placed("clock word", "plain", word.x, word.y, across, word.height, (word,))]


def _meaning(urgency: str, words: Words) -> str:
    said = {"soon": words("almost time"), "last": words("finish now"), "over": words("over time")}
    return said.get(urgency, "")


def _clock_word(
    picture: Picture, urgency: str, right: float, y: float, height: float, least: float, words: Words
) -> list[Placed]:
    """What the clock means in a word, left of it where the title leaves room."""
    said = _meaning(urgency, words)
    wide = measure(said) * least
    title = next((p.texts[0] for p in picture.placed if p.id == "title"), Text(("",), 0, 0, least))
    if not said or title.x + measure(title.lines[0], True) * title.size + title.size > right - wide:
        return []
    text = Text((said,), right - wide, y, least, False, "muted", height / least)
    return [Placed("clock word", "plain", right - wide, y, wide, height, (text,))]


class Room(QObject):
    """Follows a session and keeps what the room sees of it; `changed` when that is something else than before."""

    changed = Signal()

    def __init__(self, bridge: Bridge, exercises: Exercises, words: Words, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.clock = StepClock(self)  # the facilitator's
        self._wall_clock = StepClock(self)  # the room's: another one only while the wall is kept on another step
        self.size = (1920, 1080)
        self.on_wall = False
        self._bridge, self._exercises, self._words = bridge, exercises, words
        self._unseen: State | None = bridge.state  # what nobody has asked to see yet
        self._seen: State | None = None
        self._last: State | None = None  # what was last seen, kept while the wall is blank or frozen
        self._board: tuple[object, Picture] | None = None
        bridge.showing = self.showing
        bridge.changed.connect(self._follow)
        self._wall_clock.ticked.connect(self.changed)
        self._set_clocks(bridge.state)

    @property
    def seen(self) -> State | None:
        """What the room sees now; None is a blank wall."""
        if self._unseen is not None:
            self._see(self._unseen)
        return self._seen

    @property
    def stage(self) -> Stage:
        """How the stage stands now, for the facilitator."""
        return self._bridge.state.need("stage", Stage)

    def speak(self, words: Words) -> None:
        """Go on in another language."""
        self._words, self._board = words, None
        self.changed.emit()

    def set_wall(self, size: tuple[int, int], on: bool) -> None:
        """How many pixels the wall has, and whether it is there to be seen at all."""
        if (size, on) != (self.size, self.on_wall):
            self.size, self.on_wall = size, on
            self.changed.emit()

    def told(self) -> str:
        """What is on the wall now, in a few words; "" where there is no wall."""
        words, seen = self._words, self.seen
        if not self.on_wall:
            return ""
        if seen is None:
            return words("On the wall: nothing")
        said = self._told(seen, seen.need("stage", Stage))
        return (
            words("On the wall, frozen: {what}", what=said)
            if self.stage.frozen
            else words("On the wall: {what}", what=said)
        )

    def _told(self, seen: State, stage: Stage) -> str:
        words = self._words
        if said := stage.message or (lit_words(seen) if not stage.alone else ""):
            return words("“{text}”", text=" ".join(said.split()))
        if stage.alone:
            return words("the clock")
        if stage.block and (block := titled(seen)):
            return words("“{text}”", text=block.title)
        if stage.parking or stage.agreed:
            return words("the parking lot") if stage.parking else words("all that is agreed")
        exercise, texts = running(seen, self._exercises)
        text = in_language(texts, words.language)
        step = text.step(exercise.step(stage.step).key).title
        return step if stage.run == self.stage.run else f"{text.title}, {step}"

    def picture(self) -> Picture:
        """All that the room sees now, at the wall's size."""
        width, height = self.size
        if self.seen is None:
            return blank(width, height)
        return with_clock(self._wall(self.seen), self.seen.need("stage", Stage), self._wall_clock, self._words)

    def turn(self, by: int) -> Change:
        """The change that turns the pages of the board as it is now, also while the room is kept on what it was."""
        return turn_page(self.stage, self._wall(self._lit(self._bridge.state)), by)

    def showing(self, change: Change) -> Change:
        """A change, and with it the page of the wall on which what it adds lies, where another one is shown.

        Nothing is turned while the wall is frozen: then somebody is writing what the room is not to see yet.
        """
        if not change.added or self.stage.frozen:
            return change
        after = self._lit(change.apply(self._bridge.state))
        now, added = self._wall(after), frozenset(id for id in change.added if id in after)
        if now.pages == 1 or not added:
            return change
        there = self._made(after, added)
        return change if there.page == now.page else together(change, update(self.stage, page=there.page))

    def _lit(self, state: State) -> State:
        """What the room would see of a state if it weren't kept on something else."""
        lit = update(state.need("stage", Stage), frozen=False, blank=False).apply(state)
        seen = seen_by_room(None, lit, running(lit, self._exercises)[0])
        assert seen is not None
        return seen

    def _wall(self, seen: State) -> Picture:
        """The wall without its clock; the latest is kept, for it is asked for as often as the clock ticks."""
        key = (seen, self.size)
        if self._board is None or self._board[0] != key:
            self._board = key, self._made(seen)
        return self._board[1]

    def _made(self, seen: State, seek: frozenset[Id] = frozenset()) -> Picture:
        exercise, texts = running(seen, self._exercises)
        text = in_language(texts, self._words.language)
        return wall(view_of(seen, exercise, text, self._words), text, *self.size, measure, seek)

    def _follow(self, change: Change) -> None:
        if self._look():
            self.changed.emit()

    def _look(self) -> bool:
        """See what there is to see; whether it is something else."""
        before = self.seen
        self._see(self._bridge.state)
        self._set_clocks(self._seen or self._bridge.state)
        return self._seen is not before and self._seen != before

    def _see(self, state: State) -> None:
        self._unseen = None
        self._seen = seen_by_room(self._last, state, running(state, self._exercises)[0])
        if self._seen is not None:
            self._last = self._seen

    def _set_clocks(self, shown: State) -> None:
        live = self._bridge.state
        same = _place(shown) == _place(live)
        for clock, state in ((self.clock, live), (self._wall_clock, live if same else shown)):
            stage = state.need("stage", Stage)
            block = state.get(stage.block, Block)
            minutes = block.minutes if block else running(state, self._exercises)[0].step(stage.step).minutes
            clock.follow(stage, minutes * 60.0)


def _place(state: State) -> tuple[str, str]:
    stage = state.need("stage", Stage)
    return stage.run, stage.step
