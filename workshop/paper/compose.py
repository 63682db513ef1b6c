"""Puts a session's summary together: who met, what was agreed, what was done, and every board."""

from collections.abc import Sequence

from workshop.model.change import State
from workshop.model.exercise import Exercise, ExerciseText, Step, in_language
from workshop.model.picture import View
from workshop.model.programme import clock, days
from workshop.model.record import Board, Cover, Id, Memo, Note, Party, Run
from workshop.model.visible import Audience, visible
from workshop.model.words import Words
from workshop.paper.boards import KINDS
from workshop.paper.boards.agreements import ANCHOR, agreed
from workshop.paper.dates import written
from workshop.paper.document import (
    Block,
    Column,
    Document,
    Figure,
    Front,
    Heading,
    Mark,
    Paragraph,
    Phrase,
    Poster,
    Row,
    table,
)
from workshop.paper.figures import FIGURE_LETTERS, POSTER_LETTERS, pictures
from workshop.paper.sheets import FIGURE, POSTER
from workshop.paper.wish import Wish


def report(wish: Wish) -> Document:
    """The summary of a session as an audience may see it; the session passes through visible.py here."""
    state, exercises, words, audience = wish.state, wish.exercises, wish.words, wish.audience
    seen = visible(state, audience)
    places = _places(seen, words)
    runs = [run for run in seen.all(Run) if run.exercise in exercises]
    order = list(places)
    runs.sort(key=lambda run: order.index(run.id) if run.id in places else len(order))
    told = {name: (plan, in_language(texts, words.language)) for name, (plan, texts) in exercises.items()}
    used = [told[name] for name in dict.fromkeys(run.exercise for run in runs)]
    blocks: list[Block] = [Heading(_agreements_title(used, words), 1, ANCHOR), *agreed(seen, words)]
    posters: list[Poster] = []
    for run in runs:
        exercise, text = told[run.exercise]
        blocks += _exercise(run, exercise, text, words, places.get(run.id, ""))
        for board in seen.inside(run.id, Board):
            section, hung = _board(state, seen, board, exercise, text, words)
            blocks += section
            posters += hung
        blocks += _memos(seen, run, exercise, text, words)
    if not runs:
        blocks.append(Paragraph(words("No exercise has begun yet.")))
    front = _front(seen, [text.title for _, text in used], words, posters, audience)
    running = " · ".join(part for part in (front.title, front.group) if part)
    day = dict(front.facts).get(words("Date"), "")
    warning = words("The facilitator's own copy") if audience is Audience.FULL else ""
    return Document(words.language, front, running, day, warning, words("Posters"), tuple(blocks), tuple(posters))


def _front(seen: State, titles: Sequence[str], words: Words, posters: Sequence[Poster], audience: Audience) -> Front:
    cover = seen.get("cover", Cover) or Cover(id="cover")
    kicker = words("The facilitator's own copy, not to be shared") if audience is Audience.FULL else words("Summary")
    facts = (
        (words("Place"), cover.place),
        (words("Date"), written(cover.date, words, weekday=True)),
        (words("Exercise") if len(titles) == 1 else words("Exercises"), ", ".join(titles)),
    )
    slips = {
        p.id: p.tone for poster in posters for picture in poster.pictures for p in picture.placed if p.role == "card"
    }
    marks = tuple(Mark(party.name, party.mark, party.tone) for party in seen.all(Party))
    named = tuple((label, said) for label, said in facts if said)
    return Front(kicker, cover.title or ", ".join(titles), cover.group, named, marks, tuple(slips.values()))


def _agreements_title(used: Sequence[tuple[Exercise, ExerciseText]], words: Words) -> str:
    """What the session's one exercise calls its agreements; the program's own words for those of several."""
    plans = [(text, plan) for exercise, text in used for plan in exercise.boards if plan.kind == "agreements"]
    return plans[0][0].board(plans[0][1].key).title if len(plans) == 1 else words("What we agreed")


def _places(seen: State, words: Words) -> dict[Id, str]:
    """The exercises that the programme holds, in its order, each with its day and time."""
    whole = days(seen)
    return {
        slot.block.run: " · ".join(
            [words("Day {n}", n=day.number + 1)] * (len(whole) > 1) + [clock(slot.start, words)],
        )
        for day in whole
        for slot in day.slots
        if slot.block.run
    }


def _exercise(run: Run, exercise: Exercise, text: ExerciseText, words: Words, place: str) -> list[Block]:
    """What the exercise is for, and its steps in a table."""
    rows = [
        Row(
            f"{run.id}:{step.key}",
            (
                (Phrase(str(number), "accent"),),
                (Phrase(text.step(step.key).title, "strong"), Phrase(text.step(step.key).instruction, "muted")),
                (Phrase(words("{n} min", n=step.minutes)),),
            ),
        )
        for number, step in enumerate(exercise.steps, 1)
    ]
    columns = [Column("", 0.05), Column(words("Step"), 0.83), Column(words("Time"), 0.12, end=True)]
    title = Heading(text.title, 1, f"exercise:{run.id}", detail=place)
    return [title, Paragraph(text.purpose, "lead"), table(columns, rows)]


def _board(
    state: State, seen: State, board: Board, exercise: Exercise, text: ExerciseText, words: Words
) -> tuple[list[Block], list[Poster]]:
    """A board's section, and its posters; nothing but a sentence where the board is empty or was not to be shared."""
    steps = [step for step in exercise.steps if step.board == board.key]
    if not steps:
        return [], []
    said, kind = text.board(board.key), KINDS[board.kind]
    views = {step: View(seen, board, step, said, words) for step in kind.telling(seen, board, steps)}

    drawn: dict[Step, Figure] = {}

    def figure(step: Step) -> Figure:
        named = text.step(step.key).title if len(steps) > 1 else ""
        drawn[step] = Figure(named, pictures(views[step], *FIGURE, FIGURE_LETTERS))
        return drawn[step]

    section = kind.section(View(seen, board, steps[-1], said, words), tuple(views), figure)
    anchor = f"board:{board.id}" if any(isinstance(block, Figure) for block in section) else ""
    blocks: list[Block] = [Heading(said.title, 2, anchor, detail=_step_numbers(exercise, steps, words))]
    held = _held_back(state, seen, board)
    if held:
        blocks.append(Paragraph(words("The cards written here stay in the room. What you read is what came of them.")))
    elif not section:
        blocks.append(Paragraph(words("Nothing was written on this board.")))
    posters = [_poster(view, text, drawn.get(step)) for step, view in views.items()] if section else []
    return [*blocks, *section], posters


def _poster(view: View, text: ExerciseText, figure: Figure | None) -> Poster:
    title = text.step(view.step.key).title
    caption = title if title != view.text.title else ""
    anchor = f"poster:{view.board.id}:{view.step.key}"
    like = figure.pictures if figure else ()
    return Poster(view.text.title, caption, pictures(view, *POSTER, POSTER_LETTERS, like), anchor)


def _held_back(state: State, seen: State, board: Board) -> bool:
    """Whether there is more on the board than the audience sees."""
    return any(seen.get(note.id, Note) != note for note in state.inside(board.id, Note))


def _step_numbers(exercise: Exercise, steps: Sequence[Step], words: Words) -> str:
    numbers = [exercise.steps.index(step) + 1 for step in steps]
    whole = numbers == list(range(numbers[0], numbers[-1] + 1)) and len(numbers) > 2
    said = f"{numbers[0]}–{numbers[-1]}" if whole else ", ".join(map(str, numbers))
    return words.many("Step {steps}", "Steps {steps}", len(numbers), steps=said)


def _memos(seen: State, run: Run, exercise: Exercise, text: ExerciseText, words: Words) -> list[Block]:
    """The facilitator's private notes by step, where the audience may see any."""
    order = {step.key: number for number, step in enumerate(exercise.steps)}
    memos = sorted(seen.inside(run.id, Memo), key=lambda memo: order.get(memo.step, len(order)))
    rows = [
        Row(memo.id, ((Phrase(text.step(memo.step).title, "strong"),), (Phrase(memo.text),)))
        for memo in memos
        if memo.text
    ]
    if not rows:
        return []
    columns = [Column(words("Step"), 0.28), Column(words("Note"), 0.72)]
    return [Heading(words("Private notes"), 2, f"memos:{run.id}"), table(columns, rows)]
