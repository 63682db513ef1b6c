"""What an audience may see of a session, as the papers tell of it: its exercises in order, their boards, its cover."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from workshop.model.boards import KINDS as MODEL_KINDS
from workshop.model.change import State
from workshop.model.dates_said import capital, spanning
from workshop.model.exercise import Exercise, ExerciseText, Step, in_language
from workshop.model.filing import filing_of, status_said
from workshop.model.picture import Branch, View
from workshop.model.programme import clock, days, programme_of
from workshop.model.record import Board, Cover, Id, Party, Record, Run
from workshop.model.visible import Audience
from workshop.model.words import Words
from workshop.paper.boards import KINDS
from workshop.paper.document import Block, Document, Figure, Front, Heading, Mark, Paragraph, Phrase, Poster, Row
from workshop.paper.figures import FIGURE_LETTERS, pictures
from workshop.paper.kind import Printed
from workshop.paper.sheets import BESIDE, FIGURE
from workshop.paper.wish import Wish

_SHORT = 32  # letters of a title that finds room on a line of the title page
_CROWD = 300  # things on a board that no figure among the text has room for, so that none is tried


@dataclass(frozen=True, slots=True)
class Ran:
    """An exercise as it was run; `place` is its day and time in the programme."""

    run: Run
    exercise: Exercise
    text: ExerciseText
    place: str


class Told:
    """A board as it is to be told: the steps that tell something of it, and figures, drawn when they are asked for."""

    def __init__(self, seen: State, board: Board, ran: Ran, words: Words) -> None:
        self.board, self.text = board, ran.text.board(board.key)
        self.steps = [step for step in ran.exercise.steps if step.board == board.key]
        self.kind: Printed = KINDS[board.kind]
        told = self.kind.telling(seen, board, self.steps)
        self.views = {step: View(seen, board, step, self.text, words) for step in told}
        self.view = View(seen, board, self.steps[-1], self.text, words)
        self._titles = {step: ran.text.step(step.key).title for step in self.steps}
        self._drawn: dict[Step, Figure] = {}

    def figure(self, step: Step) -> Figure:
        """The board as a step shows it."""
        if step not in self._drawn:
            view, named = self.views[step], self.title(step) if len(self.steps) > 1 else ""
            crowd = len(view.state.inside(self.board.id, Record)) > _CROWD
            drawn = () if crowd else pictures(view, *FIGURE, FIGURE_LETTERS)
            if len(drawn) == 1 and drawn[0].height > BESIDE:  # smaller, where that leaves room for what stands above it
                closer = pictures(view, FIGURE[0], BESIDE, FIGURE_LETTERS)
                drawn = closer if len(closer) == 1 else drawn
            self._drawn[step] = Figure(named, drawn, self.twin(step) if drawn else (), self.text.title)
        return self._drawn[step]

    def title(self, step: Step) -> str:
        """What a step is called; a step that is only told of here is called as the one that it came from."""
        return self._titles.get(step) or next(said for s, said in self._titles.items() if s.key == step.key)

    def twin(self, step: Step) -> tuple[Branch, ...]:
        """The board in words, as a step shows it."""
        return MODEL_KINDS[self.board.kind].outline(self.views[step])

    @cached_property
    def section(self) -> tuple[Block, ...]:
        """What a reader wants of it; nothing where it is empty."""
        return self.kind.section(self.view, tuple(self.views), self.figure)

    def drawn(self, step: Step) -> Figure | None:
        """The figure of a step, where it has been drawn."""
        return self._drawn.get(step)


@dataclass(frozen=True)
class Seen:
    """All that an audience may see of a session; `state` has passed through visible.py, `whole` has not."""

    state: State
    whole: State
    words: Words
    audience: Audience
    runs: tuple[Ran, ...]

    @property
    def cover(self) -> Cover:
        """What the title page says."""
        return self.state.get("cover", Cover) or Cover(id="cover")

    @property
    def title(self) -> str:
        """What the session is called, or its programme, or the exercises that it holds."""
        return self.cover.title or programme_of(self.state).title or ", ".join(self.titles)

    @property
    def titles(self) -> Sequence[str]:
        """What its exercises are called, each once."""
        return list(dict.fromkeys(ran.text.title for ran in self.runs))

    @property
    def when(self) -> str:
        """The day of the session, or the days that its programme takes from there."""
        last = max((day.date for day in days(self.state)), default="")
        return spanning(self.cover.date, last, self.words)

    @property
    def day(self) -> str:
        """The same where it begins a line; what is no date stays as it was written."""
        return self.when if self.when == self.cover.date else capital(self.when)

    def boards(self, ran: Ran) -> Iterator[Told]:
        """The boards of an exercise that some step works on."""
        for board in self.state.inside(ran.run.id, Board):
            if any(step.board == board.key for step in ran.exercise.steps):
                yield Told(self.state, board, ran, self.words)

    @property
    def standing(self) -> str:
        """How the session is kept: its status, and its diary number where it has one."""
        filing = filing_of(self.state)
        diary = self.words("Diary number {number}", number=filing.diary) if filing.diary else ""
        return " · ".join(part for part in (status_said(filing, self.words), diary) if part)

    def head(self, title: str, of: str = "") -> tuple[Block, ...]:
        """What a paper without a title page begins with: what it is, of what, with whom, where and when."""
        who = " · ".join(part for part in (of, self.cover.group) if part)
        where = " · ".join(part for part in (self.cover.place, self.when) if part)
        said = "\n".join(capital(part) for part in (who, where) if part)
        return Heading(title, 1, "title"), *((Paragraph(said, "lead"),) if said else ())

    def paper(
        self, blocks: Sequence[Block], posters: Sequence[Poster] = (), kicker: str = "", titled: bool = True
    ) -> Document:
        """A document of the session, with what stands at the head and the foot of its pages."""
        words, full = self.words, self.audience is Audience.FULL
        shown = [*(b.pictures for b in blocks if isinstance(b, Figure)), *(poster.pictures for poster in posters)]
        placed = (p for drawn in shown for picture in drawn for p in picture.placed)
        slips = {p.id: p.tone for p in placed if p.role == "card"}
        front = self._front(
            tuple(slips.values()), words("The facilitator's own copy, not to be shared") if full else kicker
        )
        running = " · ".join(part for part in (front.title, front.group) if part)
        warning = words("The facilitator's own copy") if full else ""
        return Document(
            words.language, front, running, self.day, warning, tuple(blocks), tuple(posters), titled, self.standing
        )

    def _front(self, slips: tuple[str, ...], kicker: str) -> Front:
        cover, words, titles = self.cover, self.words, self.titles
        facts = (
            (words("Place"), cover.place),
            (words("Date"), self.day),
            (words("Exercise") if len(titles) == 1 else words("Exercises"), ", ".join(map(_unbroken, titles))),
        )
        marks = tuple(Mark(party.name, party.mark, party.tone) for party in self.state.all(Party))
        named = tuple((label, said) for label, said in facts if said)
        return Front(kicker, self.title, cover.group, named, marks, slips)


def _unbroken(title: str) -> str:
    """A title that stays on one line where it is short."""
    return title.replace(" ", "\u00a0") if len(title) <= _SHORT else title


def seen(wish: Wish) -> Seen:
    """What the audience of a wish may see; the session passes through visible.py here, and nowhere else on paper."""
    state = wish.seen
    places = _places(state, wish.words)
    runs = [run for run in state.all(Run) if run.exercise in wish.exercises]
    order = list(places)
    runs.sort(key=lambda run: order.index(run.id) if run.id in places else len(order))
    told = {name: (plan, in_language(texts, wish.words.language)) for name, (plan, texts) in wish.exercises.items()}
    rans = tuple(Ran(run, *told[run.exercise], places.get(run.id, "")) for run in runs)
    return Seen(state, wish.state, wish.words, wish.audience, rans)


def _places(state: State, words: Words) -> dict[Id, str]:
    """The exercises that the programme holds, in its order, each with its day and time."""
    whole = days(state)
    return {
        slot.block.run: " · ".join(
            [words("Day {n}", n=day.number + 1)] * (len(whole) > 1) + [clock(slot.start, words)],
        )
        for day in whole
        for slot in day.slots
        if slot.block.run
    }


def steps_of(ran: Ran, words: Words) -> list[Row]:
    """An exercise's steps: number, title and instruction, minutes."""
    return [
        Row(
            f"{ran.run.id}:{step.key}",
            (
                (Phrase(str(number), "accent"),),
                (Phrase(ran.text.step(step.key).title, "strong"), Phrase(ran.text.step(step.key).instruction, "muted")),
                (Phrase(words("{n} min", n=step.minutes)),),
            ),
        )
        for number, step in enumerate(ran.exercise.steps, 1)
    ]
