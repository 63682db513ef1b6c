"""Whatever is written anywhere in any exercise is in every kind of file, and nothing else than may be seen."""

import contextlib
import csv
import io
import itertools
import json
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import docx
import pytest
from lxml import html as pages

from tests.paper import four
from tests.paper.desk import Print, squeezed
from tests.paper.everything import ON, everything
from tests.paper.readers import md_words
from tests.paper.test_calendar import events
from workshop.model.boards import KINDS
from workshop.model.change import State
from workshop.model.fields import kind_of
from workshop.model.letters import clean
from workshop.model.record import Note, Record
from workshop.model.refusal import Refusal
from workshop.model.visible import Audience
from workshop.model.written import WORDS
from workshop.paper.kinds import write

SAID = (*four.ODD, "Långt ord " + "x" * 60, "ä" * 300)
ALL = {(kind, field) for kind, fields in WORDS.items() for field in fields}
PLAN = {(kind, field) for kind, field in ALL if kind in ("block", "programme")}  # has a paper of its own
ABOUT = {(kind, field) for kind, field in ALL if kind in ("cover", "party", "filing")}
DATED = {("agreement", "text"), ("agreement", "who"), ("followup", "question"), ("followup", "who")}
SHOWN = {("note", "text"), ("answer", "text"), ("actor", "text"), ("gap", "text"),
         ("joint", "wording"), ("joint", "owner"), *DATED}  # fmt: skip
REPORT = ALL - PLAN - {("filing", "responsible")}
TOLD = {  # what each kind of file holds of what was written
    **dict.fromkeys(("pdf", "html", "md"), REPORT),
    "docx": REPORT - {("filing", "diary")},  # stands at the foot of its pages
    "json": ALL,
    "csv": ALL - ABOUT - {("programme", "title")},
    "svg": SHOWN,
    "ics": DATED,
}


def of_word(path: Path) -> str:
    return "".join(part.text or "" for part in docx.Document(str(path)).element.body.iter() if part.tag.endswith("}t"))


def of_svg(folder: Path) -> str:
    roots = [ElementTree.fromstring(file.read_bytes()) for file in sorted(folder.iterdir())]
    return "".join("".join(text.itertext()) for root in roots for text in root.iter("{http://www.w3.org/2000/svg}text"))


def of_tables(folder: Path) -> str:
    files = [io.StringIO(file.read_text("utf-8-sig"), newline="") for file in sorted(folder.iterdir())]
    return "".join(cell for file in files for row in csv.reader(file, delimiter=";") for cell in row)


def of_json(path: Path) -> str:
    return "".join(strings(json.loads(path.read_text("utf-8"))))


def strings(said: Any) -> Iterator[str]:
    if isinstance(said, str):
        yield said
    elif isinstance(said, (list, dict)):
        for part in said.values() if isinstance(said, dict) else said:
            yield from strings(part)


READ: Mapping[str, Callable[[Path], str]] = {
    "pdf": lambda path: "".join(Print(path).pages),
    "docx": of_word,
    "html": lambda path: pages.fromstring(path.read_bytes()).text_content(),
    "md": md_words,
    "json": of_json,
    "csv": of_tables,
    "svg": of_svg,
    "ics": lambda path: "".join(said for event in events(path.read_bytes()) for said in event.values()),
}


def promised(state: State, kind: str) -> set[str]:
    """All that was written and that a kind of file holds."""
    lying = (r for r in state if not (kind == "svg" and isinstance(r, Note) and r.merged))
    dated = (r for r in lying if not (kind == "ics" and getattr(r, "past", False)))
    return {said for record in dated for said in said_in(record, TOLD[kind])}


def said_in(record: Record, told: set[tuple[str, str]]) -> Iterator[str]:
    name = kind_of(record)
    yield from (said for field in WORDS.get(name, ()) if (name, field) in told and (said := getattr(record, field)))


def numbered(texts: Iterator[str]) -> Callable[[], str]:
    """Gives these texts, each with a number of its own that is found however the rest is written."""
    numbers = itertools.count(10_000)
    return lambda: f"{next(texts)} Q{next(numbers)}Z"


def sought(said: str, kind: str) -> str:
    """What is looked for: in a PDF, whose letters may be drawn as others and from the right, only the number."""
    whole = squeezed(said if kind == "json" else clean(said))
    return whole if kind != "pdf" or said.isascii() and said.isprintable() else whole[-7:]


def missed(path: Path, kind: str, seen: State) -> list[str]:
    """What is promised of a session, as somebody may see it, and is not in the file; all where there is no file."""
    found = squeezed(READ[kind](path)) if path.exists() else ""
    return [said for said in promised(seen, kind) if sought(said, kind) not in found]


def written(folder: Path, kind: str, state: State, audience: Audience) -> Path:
    """Where a file is, or would be if there were something to write in it."""
    path = folder / audience / kind
    path.parent.mkdir(exist_ok=True)
    with contextlib.suppress(Refusal):
        write(kind, path, four.wish(state, audience))
    return path


@pytest.mark.parametrize("kind", TOLD)
@pytest.mark.parametrize("name", four.held())
def test_all_that_was_written_is_in_the_file_and_what_is_shared_holds_no_more_than_may_be_seen(tmp_path, name, kind):
    state = everything(name, 7, numbered(itertools.cycle(SAID)))
    shared = four.wish(state, Audience.SHARED).seen
    assert missed(written(tmp_path, kind, state, Audience.FULL), kind, state) == []
    assert missed(path := written(tmp_path, kind, state, Audience.SHARED), kind, shared) == []
    found = squeezed(READ[kind](path))
    hidden = {said for r in state for said in said_in(r, ALL)} - {said for r in shared for said in said_in(r, ALL)}
    assert hidden  # a private note at least
    assert [said for said in hidden if squeezed(said)[-7:] in found] == []


def test_every_kind_of_board_and_every_place_for_words_is_written_in():
    assert set(ON) == set(KINDS)
    states = [everything(name, 3, numbered(itertools.cycle(SAID))) for name in four.held()]
    filled = {(kind_of(r), field) for state in states for r in state for field in WORDS.get(kind_of(r), ())
              if getattr(r, field)}  # fmt: skip
    assert filled == ALL


@pytest.mark.parametrize("name", four.held())
def test_of_an_exercise_that_nobody_wrote_in_each_file_tells_of_the_session_or_says_that_there_is_nothing(
    tmp_path, name
):
    state = everything(name, 0, numbered(itertools.cycle(SAID)))
    for kind, audience in itertools.product(TOLD, (Audience.FULL, Audience.SHARED)):
        path = written(tmp_path, kind, state, audience)
        assert missed(path, kind, state) == []
        assert path.exists() == (kind not in ("svg", "ics")), kind
        assert kind != "csv" or "ÖvningTavlaListaKort" in squeezed(of_tables(path))  # what would stand there


@pytest.mark.parametrize("name", four.held())
def test_there_is_a_picture_in_pixels_of_every_drawing(tmp_path, name):
    image = pytest.importorskip("PySide6.QtGui").QImage
    from workshop.app.pictures import write as draw

    wish = four.wish(everything(name, 7, numbered(itertools.cycle(SAID))), Audience.FULL, size=(640, 360))
    write("svg", tmp_path / "svg", wish)
    draw(tmp_path / "png", wish)
    drawings, made = ({path.stem: path for path in (tmp_path / kind).iterdir()} for kind in ("svg", "png"))
    assert set(made) == set(drawings)
    for path in made.values():
        picture = image(str(path))
        dots = {picture.pixel(x, y) for x in range(0, 640, 3) for y in range(0, 360, 3)}
        assert (picture.width(), picture.height()) == (640, 360) and len(dots) > 10


@pytest.mark.slow
@pytest.mark.parametrize("name", four.held())
def test_of_hundreds_none_is_lost(tmp_path, name):
    state = everything(name, 200, numbered(itertools.cycle(["Vi skickar det vidare " * n for n in range(3)])))
    for kind in TOLD:
        assert missed(written(tmp_path, kind, state, Audience.FULL), kind, state) == [], kind
