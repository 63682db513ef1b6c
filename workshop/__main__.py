"""The command line: `workshop` opens the windows; its other words serve scripts, tests and machines without screen."""

from __future__ import annotations

import errno
import io
import os
import sys
from collections.abc import Callable, Iterator, Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from workshop import app
from workshop.model.refusal import Refusal
from workshop.words import LANGUAGES, Catalogue

# What the windows' first paint does without is imported where it is used.
if TYPE_CHECKING:
    import click

    from workshop.model.change import State
    from workshop.model.exercise import Exercise, Exercises, ExerciseText, Step
    from workshop.model.picture import Branch
    from workshop.model.record import Board
    from workshop.screen.house import Opened

COMMANDS = ("demo", "export", "show", "check")
EXAMPLES = ("en-person-i-mitten", "isberget", "ledningsdialogen", "reta-motparten")  # what the demo plays, in order


def main(given: list[str] | None = None) -> int:
    """Do what the command line asks; 0 where it was done, 1 where it can't be, 2 where it was asked wrongly."""
    asked = sys.argv[1:] if given is None else given
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")
    if not asked or (len(asked) == 1 and _means_file(asked[0])):
        return _spoken(app.windows)(file=Path(asked[0]) if asked else None)
    import click

    try:
        return _commands().main(asked, prog_name="workshop", standalone_mode=False) or 0
    except click.ClickException as wrong:
        wrong.show()
        return wrong.exit_code


def _means_file(word: str) -> bool:
    """Whether a word alone means a session to open, be it there or not; otherwise it is a command or a mistake."""
    return word not in COMMANDS and not word.startswith("-") and ("." in word or Path(word).exists())


def _spoken(work: Callable[..., int]) -> Callable[..., int]:
    """Work that is given the words of a language, and that says no in one sentence."""

    def run(language: str | None = None, **values: Any) -> int:
        words = Catalogue(language or app.language())
        try:
            return work(words, **values)
        except Refusal as no:
            print(words.refusal(no), file=sys.stderr)
        except BrokenPipeError:  # whoever read has seen enough
            os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        except OSError as no:
            print(words.refusal(_plainly(no)), file=sys.stderr)
        return 1

    return run


def _plainly(no: OSError) -> Refusal:
    """What the computer would not do, in a sentence."""
    said = {"name": no.filename or "", "why": no.strerror or str(no)}
    if isinstance(no, FileNotFoundError):
        return Refusal("“{name}” is not there. Check how it is spelled.", **said)
    if isinstance(no, (IsADirectoryError, NotADirectoryError, FileExistsError)):
        return Refusal("“{name}” is in the way: a file is where a folder should be, or the other way round.", **said)
    if isinstance(no, PermissionError):
        return Refusal("“{name}” may not be read or written by you. Choose another place.", **said)
    if no.errno == errno.ENOSPC:
        return Refusal("The disk is full. Make room and do it again.", **said)
    return Refusal("The computer could not do it ({why}). {name}", **said)


def demo(words: Catalogue, out: Path) -> int:
    """Play the example session through the real file, wall, desk and paper, and say what it left."""
    from workshop.model.exercise import in_language

    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    import shutil

    from workshop.model.visible import Audience
    from workshop.screen.program import Desk
    from workshop.screen.render import wall_png

    session = out / "session.workshop"
    (out / "steps").mkdir(parents=True, exist_ok=True)
    left, desk = {session: None}, None  # in order, each once
    for opened, step in _play(session, EXAMPLES, words.language):
        desk = desk or Desk(app.Verkstad(), opened, words.language)
        text, now = in_language(opened.texts, words.language), opened.session.state
        draw = {"wall": partial(wall_png, now, opened.exercise, text, words), "desk": desk.png}
        for what, png in draw.items():
            name = opened.exercise.name
            picture, board = out / "steps" / f"{name}.{step.key}.{what}.png", out / f"{name}.{step.board}.{what}.png"
            png(picture)
            shutil.copyfile(picture, board)  # the last step that works on a board is the one that stays
            left |= {picture: None, board: None}
    if desk:
        desk.close()
    for kind in ("pdf", "json"):
        left[out / f"summary.{kind}"] = None
        app.export(session, kind, out / f"summary.{kind}", Audience.SHARED, words.language)
    for path in left:
        print(path)
    return 0


def _play(path: Path, names: Sequence[str], language: str) -> Iterator[tuple[Opened, Step]]:
    """The exercises' examples played into one new session file; yields the open session as each step is done."""
    import time

    from workshop.catalog import folder as exercises
    from workshop.look import EXERCISES
    from workshop.model.begin import cover
    from workshop.model.change import State
    from workshop.model.example import joined, play
    from workshop.model.exercise import in_language
    from workshop.model.session import Session
    from workshop.screen.house import Opened
    from workshop.store.session_file import SessionFile

    examples = {name: exercises.example(EXERCISES / name) for name in names}
    held = {name: exercises.load(EXERCISES / name) for name in names}
    about = dict(examples[names[0]]["cover"])
    _make_way(path, str(about["title"]))
    state = cover(**about, language=language).apply(State())
    file = SessionFile.create(path, state, {name: exercises.files(EXERCISES / name) for name in names})
    session = Session(file.state, file, time.monotonic)
    opened = Opened(session, path, held, False, file.close)
    try:
        for name, (exercise, texts) in held.items():
            session.do(joined(session.state, exercise, in_language(texts, language), examples[name]), "")
            for step in play(session, exercise, examples[name]):
                yield opened, step
    finally:
        file.close()


def _make_way(path: Path, title: str) -> None:
    """Take away what an earlier play left under this name; Refusal where another session lies there."""
    from workshop.model.record import Cover

    if path.exists():
        with app.session_in(path) as (state, _):
            earlier = state.need("cover", Cover).title
        if earlier != title:
            raise Refusal("Another session lies in {path}. Choose another folder.", path=path)
        path.unlink()


def export(words: Catalogue, file: Path, kind: str, out: Path, document: str) -> int:
    """Write a session's summary."""
    from workshop.model.visible import Audience

    app.export(file, kind, out, Audience(document), words.language)
    print(out)
    return 0


def show(words: Catalogue, file: Path) -> int:
    """Print a session as text: its cover, its parties, and all that lies on each board."""
    from workshop.model.visible import Audience, visible

    with app.session_in(file) as (state, exercises):
        for line in _told(visible(state, Audience.FULL), exercises, words):
            print(line)
    return 0


def _told(state: State, exercises: Exercises, words: Catalogue) -> Iterator[str]:
    from workshop.model.exercise import in_language
    from workshop.model.parties import taking_part
    from workshop.model.record import Board, Cover, Run

    cover = state.need("cover", Cover)
    yield from (said for said in (cover.title, cover.group, cover.place, cover.date) if said)
    yield from _planned(state, words)
    for run in state.all(Run):
        exercise, texts = exercises[run.exercise]
        text = in_language(texts, words.language)
        yield words("Exercise: {title}", title=text.title)
        if exercise.parties[1] and (parties := taking_part(state, run.id)):
            yield words("Parties: {names}", names=", ".join(party.name for party in parties))
        for board in state.inside(run.id, Board):
            yield ""
            yield text.board(board.key).title
            for branch in _fullest(state, board, exercise, text, words):
                yield from branch.lines(1)


def _planned(state: State, words: Catalogue) -> Iterator[str]:
    """The programme, a line for each block."""
    from workshop.model.programme import clock, days
    from workshop.model.record import Block

    for day in days(state) if state.all(Block) else ():
        yield words("Day {n}", n=day.number + 1)
        for slot in day.slots:
            yield f"  {clock(slot.start, words)}–{clock(slot.end, words)} {slot.block.title}"


def _fullest(
    state: State, board: Board, exercise: Exercise, text: ExerciseText, words: Catalogue
) -> tuple[Branch, ...]:
    """A board's text twin as the step that tells the most of it shows it; a later step where two tell as much."""
    from workshop.model.boards import KINDS
    from workshop.model.picture import View

    outline = KINDS[board.kind].outline
    told = [
        outline(View(state, board, step, text.board(board.key), words))
        for step in exercise.steps
        if step.board == board.key
    ]
    return max(reversed(told), key=lambda branches: sum(len(list(branch.lines())) for branch in branches), default=())


def check(words: Catalogue, paths: tuple[Path, ...]) -> int:
    """Print what is wrong in exercises and in ready programmes, a line for each fault; 1 where there is any."""
    from workshop.catalog import programmes
    from workshop.catalog.check import check as faults_in
    from workshop.catalog.check import folders

    plans = {path: programmes.files(path) for path in paths}
    looked_at = [folder for path in paths if not plans[path] for folder in folders(path)]
    ready = [file for files in plans.values() for file in files]
    faults = [fault for folder in looked_at for fault in faults_in(folder)]
    faults += [fault for file in ready for fault in programmes.check(file)]
    for fault in faults:
        print(f"{fault.file}:{fault.line}:{fault.column}: {words.refusal(fault.says)}")
    if not faults and looked_at:
        print(words.many("{n} exercise, nothing wrong.", "{n} exercises, nothing wrong.", len(looked_at)))
    if not faults and ready:
        print(words.many("{n} programme, nothing wrong.", "{n} programmes, nothing wrong.", len(ready)))
    return 1 if faults else 0


def _commands() -> click.Group:
    """The commands as click knows them."""
    import click

    from workshop.model.visible import Audience

    words = Catalogue(app.language())
    path = click.Path(path_type=Path)
    file = click.Argument(["file"], type=path)
    paths = click.Argument(["paths"], type=path, nargs=-1, required=True)
    kind = click.Option(
        ["--as", "kind"],
        type=click.Choice(["pdf", "json", "programme", "script"]),
        required=True,
        help=words("Kind of file."),
    )
    to = click.Option(["--out"], type=path, required=True, help=words("File to write."))
    into = click.Option(["--out"], type=path, required=True, help=words("Folder to save it in."))
    document = click.Option(
        ["--document"],
        type=click.Choice([Audience.FULL.value, Audience.SHARED.value]),
        default=Audience.SHARED.value,
        help=words("“shared” leaves out what is private and the raw lists; “full” is the facilitator's own copy."),
    )
    language = click.Option(["--language"], type=click.Choice(LANGUAGES), help=words("Language of what is written."))
    told = {
        "demo": (
            demo,
            [into],
            words("Play the example session without windows and save its file, pictures and summary."),
        ),
        "export": (
            export,
            [file, kind, to, document],
            words("Write the summary of a session, its programme, or the facilitator's script of it."),
        ),
        "show": (show, [file], words("Print every board of a session as text.")),
        "check": (check, [paths], words("Say what is wrong in exercises and programmes, with file and line.")),
    }
    commands = [
        click.Command(name, callback=_spoken(work), params=[*params, language], help=said)
        for name, (work, params, said) in told.items()
    ]
    usage = words("Without a command, or with a session's file alone, Verkstad opens its windows.")
    return click.Group("workshop", commands=commands, help=usage)


if __name__ == "__main__":
    sys.exit(main())
