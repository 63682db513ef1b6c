"""Worksheets, cards for the tables and the participants' sheet, read back from their PDF."""

from collections import Counter

import pytest

from tests.paper import four
from tests.paper.desk import Print, squeezed
from workshop.model.blanks import blanks
from workshop.model.change import State, update
from workshop.model.record import Note, Party
from workshop.model.refusal import Refusal
from workshop.paper.kinds import write
from workshop.paper.seen import seen
from workshop.paper.worksheets import view_of, worksheets

NAMES = (*four.NAMES, "uppfoljning")


def printed(folder, kind: str, state: State, **wanted) -> Print:
    write(kind, folder / "file.pdf", four.wish(state, **wanted))
    return Print(folder / "file.pdf")


@pytest.mark.parametrize("name", NAMES)
def test_every_step_that_somebody_writes_in_has_its_sheet_with_a_line_for_every_row(name):
    told = seen(four.wish(four.begun(name)))
    (ran,) = told.runs
    found = worksheets(told)
    titles = [mark.title for sheet in found for mark in sheet.bookmarks]
    wanted, rows = [], 0
    for number, step in enumerate(ran.exercise.steps, 1):
        view = view_of(told, ran, step)
        if view and (asked := blanks(view)):
            wanted.append(f"{number}. {ran.text.step(step.key).title}")
            rows += sum(blank.rows for blank in asked)
    assert titles == wanted
    lines = Counter((n, s.id, s.points[0][1]) for n, sheet in enumerate(found) for s in sheet.picture.strokes
                    if s.id.startswith("line:"))  # fmt: skip
    first = {(n, id, min(y for m, i, y in lines if (m, i) == (n, id))) for n, id, _ in lines}
    assert len(lines) >= rows >= len(first)


@pytest.mark.parametrize("name", NAMES)
def test_nothing_stands_outside_its_sheet_or_on_something_else(name):
    party = update(four.begun(name).need("a", Party), name="Ö" * 60).apply(four.begun(name))
    for sheet in worksheets(seen(four.wish(party))):
        picture = sheet.picture
        assert all(p.x >= 0 and p.x + p.width <= picture.width + 0.5 for p in picture.placed)
        assert all(p.y >= 0 and p.y + p.height <= picture.height for p in picture.placed)
        foot = next(p.y for p in picture.placed if p.id == "foot")
        assert all(y <= foot for s in picture.strokes if s.id.startswith("line:") for _, y in s.points)


@pytest.mark.parametrize("said", [four.numbered(40), four.ODD], ids=len)
def test_a_worksheet_is_blank_whatever_lies_on_the_wall(tmp_path, said):
    blank = printed(tmp_path, "worksheets", four.begun("isberget")).bytes
    assert printed(tmp_path, "worksheets", four.filled("isberget", said)).bytes == blank
    secret = printed(tmp_path, "worksheets", four.with_secrets())
    assert not any(secret.holds(word) for word in four.SECRETS)


def test_on_a3_everything_is_half_as_large_again(tmp_path):
    small = printed(tmp_path, "worksheets", four.begun("isberget")).reader
    large = printed(tmp_path, "worksheets-a3", four.begun("isberget")).reader
    assert len(small.pages) == len(large.pages)
    assert [round(float(large.pages[0].mediabox[n])) for n in (2, 3)] == [842, 1191]
    assert large.pages[0].extract_text() == small.pages[0].extract_text()


@pytest.mark.parametrize("name", NAMES)
def test_a_card_for_every_step_says_all_its_prompts(tmp_path, name):
    paper = printed(tmp_path, "cards", four.begun(name))
    exercise, texts = four.held()[name]
    assert len(paper.pages) == -(-len(exercise.steps) // 2)
    for step in exercise.steps:
        said = texts["sv"].step(step.key)
        assert paper.says(said.title) and paper.says(said.instruction)
        assert all(paper.says(prompt) for prompt in said.prompts)


def test_the_participants_sheet_says_what_for_and_what_stays_in_the_room(tmp_path):
    paper = printed(tmp_path, "pdf", four.with_secrets(), paper="participants")
    _, texts = four.held()["reta-motparten"]
    assert len(paper.pages) == 1
    for said in (texts["sv"].purpose, "Kommunen, Regionen", "Så retar vi er", "Det här tar jag med mig"):
        assert squeezed(said) in squeezed(paper.pages[0])
    assert not any(paper.holds(word) for word in four.SECRETS)


@pytest.mark.parametrize("kind", ["worksheets", "cards"])
def test_before_any_exercise_it_is_said_what_to_do(tmp_path, kind):
    bare = State(record for record in four.begun("isberget") if not isinstance(record, Note) and record.id != "r")
    with pytest.raises(Refusal, match="No exercise has begun yet"):
        printed(tmp_path, kind, bare)
