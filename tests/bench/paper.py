"""How long the summary takes, against the same pages drawn on a bare reportlab canvas with the same font.

The limit and the program alternate in random order in one process; the ratio is the median of the pairs, the noise
that of the limit against itself. What the program remembers from earlier rounds is cleared, for a summary
is written once.
"""

import gc
import io
import random
import statistics
import time
import tomllib
from collections.abc import Callable, Iterable
from pathlib import Path
from tempfile import TemporaryDirectory

from workshop.look import EXERCISES, RESOURCES
from workshop.model import arrange, letters
from workshop.model.change import State
from workshop.model.example import begun, play
from workshop.model.exercise import Exercise, ExerciseText, exercise_from, text_from
from workshop.model.record import Note
from workshop.model.session import InMemory, Session
from workshop.model.visible import Audience
from workshop.paper import fonts
from workshop.paper.compose import report
from workshop.paper.drawing import colour
from workshop.paper.files import put
from workshop.paper.pages import sheets
from workshop.paper.pdf import write
from workshop.paper.sheets import Sheet
from workshop.paper.wish import Wish
from workshop.words import Catalogue

BUDGET = 1.5


def measure(rounds: int) -> list[tuple[str, float, float, float]]:
    """(name, ratio, budget, noise) for the example session and for one with 400 cards more."""
    exercise, text, state = _example()
    return [
        ("summary PDF, the example session", *_compared(exercise, text, state, rounds)),
        ("summary PDF, 400 cards more", *_compared(exercise, text, _crowded(state, 400), max(3, rounds // 5))),
    ]


def _compared(exercise: Exercise, text: ExerciseText, state: State, rounds: int) -> tuple[float, float, float]:
    held = {exercise.name: (exercise, {"sv": text})}
    pages = sheets(report(Wish(state, held, Catalogue("sv"), Audience.FULL)))
    drawn = [list(_page(sheet)) for sheet in pages]
    _know_plainly({rest[1] for page in drawn for kind, _, _, *rest in page if kind == "text"})
    gc.freeze()  # neither pays for what the measuring itself keeps
    with TemporaryDirectory() as folder:
        path = Path(folder) / "summary.pdf"

        def program() -> None:
            write(path, Wish(state, held, Catalogue("sv"), Audience.FULL))

        def limit() -> None:
            put(path, _bare(pages, drawn))  # the disk is the same for both

        ratio, noise = _ratio(program, limit, rounds), _ratio(limit, limit, rounds)
    return ratio, BUDGET, noise


def _ratio(one: Callable[[], None], other: Callable[[], None], rounds: int) -> float:
    """The median of one's time over the other's, pair by pair, each pair in random order."""
    one(), other()
    ratios = []
    for _ in range(rounds):
        pair = [one, other]
        backwards = random.random() < 0.5
        taken = [_time(act) for act in (pair[::-1] if backwards else pair)]
        first, second = taken[::-1] if backwards else taken
        ratios.append(first / second)
    return statistics.median(ratios)


def _time(act: Callable[[], None]) -> float:
    _forget()
    start = time.perf_counter()
    act()
    return time.perf_counter() - start


def _forget() -> None:
    letters._wide.cache_clear()
    arrange._fitted.cache_clear()
    fonts.runs.cache_clear()


def _page(sheet: Sheet) -> Iterable[tuple]:
    """What a page consists of: boxes, and strings with their font, place and colour."""
    height = sheet.picture.height
    for p in sheet.picture.placed:
        if p.role in ("card", "bar", "mark"):
            yield "box", p.x, height - p.y - p.height, p.width, p.height, colour(p.tone or "hairline")
        for text in p.texts:
            leftwards = fonts.base_is_leftwards(text.lines)
            for number, line in enumerate(text.lines):
                y, x = height - text.y - (number + 1) * text.size * text.leading, text.x
                for font, said in fonts.runs(line, text.bold, leftwards):
                    yield "text", x, y, said, font, text.size, colour(text.ink)
                    x += fonts.width(((font, said),), text.size)


def _know_plainly(names: Iterable[str]) -> None:
    """The fonts as reportlab knows them by itself, without what workshop.paper.fonts does for them."""
    from reportlab.pdfbase import pdfmetrics
    from reportlab.pdfbase.ttfonts import TTFont

    for name in names:
        font = TTFont(f"plain:{name}", str(RESOURCES / "fonts" / f"{name}.ttf"))
        font.face.name = b"Plain" + font.face.name  # reportlab gives out a face that it knows by its name
        pdfmetrics.registerFont(font)


def _bare(pages: Iterable[Sheet], drawn: Iterable[Iterable[tuple]]) -> bytes:
    """The same boxes and strings as one would write them by hand."""
    from reportlab import rl_config
    from reportlab.pdfgen.canvas import Canvas

    rl_config.useA85 = 0
    file = io.BytesIO()
    canvas = Canvas(file, pageCompression=1, invariant=1)
    for sheet, things in zip(pages, drawn, strict=True):
        canvas.setPageSize((sheet.picture.width, sheet.picture.height))
        for kind, x, y, *rest in things:
            if kind == "box":
                wide, high, fill = rest
                canvas.setFillColorRGB(*fill)
                canvas.roundRect(x, y, wide, high, 3, stroke=1, fill=1)
            else:
                said, font, size, ink = rest
                canvas.setFillColorRGB(*ink)
                canvas.setFont(f"plain:{font}", size)
                canvas.drawString(x, y, said)
        canvas.showPage()
    canvas.save()
    return file.getvalue()


def _example() -> tuple[Exercise, ExerciseText, State]:
    """The example session of the first exercise, played through."""
    folder = EXERCISES / "reta-motparten"
    exercise = exercise_from(tomllib.loads((folder / "exercise.toml").read_text("utf-8")))
    text = text_from("sv", tomllib.loads((folder / "text.sv.toml").read_text("utf-8")), "")
    filled = tomllib.loads((folder / "example.toml").read_text("utf-8"))
    session = Session(begun(exercise, text, filled), InMemory(), time.monotonic)
    for _ in play(session, exercise, filled):
        pass
    return exercise, text, session.state


def _crowded(state: State, more: int) -> State:
    """The session with so many cards more on its fullest board, no two alike."""
    notes = [note for note in state.all(Note) if note.board.endswith(":provocations") and not note.merged]
    words = sorted({word for note in notes for word in note.text.split()})
    choice = random.Random(1)
    extra = [
        Note(
            id=f"more{i}",
            board=notes[0].board,
            list=notes[i % len(notes)].list,
            text=" ".join(choice.choices(words, k=choice.randint(4, 18))),
            order=100.0 + i,
        )
        for i in range(more)
    ]
    return State([*state, *extra])


if __name__ == "__main__":
    for name, ratio, budget, noise in measure(30):
        print(f"{name}: {ratio:.2f} (budget {budget}, noise {noise:.2f})")
