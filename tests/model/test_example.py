"""Every example that is shipped can be played, and one that doesn't fit is told of in a sentence."""

import tomllib
from dataclasses import replace

import pytest

from workshop.look import EXERCISES
from workshop.model.boards import KINDS
from workshop.model.example import begun, play
from workshop.model.exercise import exercise_from, text_from
from workshop.model.record import Agreement, Board, FollowUp, Note
from workshop.model.refusal import Refusal
from workshop.model.session import InMemory, Session
from workshop.model.stage import view_of
from workshop.model.visible import Audience, visible

from .room import WORDS, Room

FOLDERS = sorted(path.parent for path in EXERCISES.glob("*/exercise.toml"))


def read(folder, language):
    exercise = exercise_from(tomllib.loads((folder / "exercise.toml").read_text("utf-8")))
    written = tomllib.loads((folder / f"text.{language}.toml").read_text("utf-8"))
    text = text_from(language, written, (folder / f"guide.{language}.md").read_text("utf-8"))
    return exercise, text, tomllib.loads((folder / "example.toml").read_text("utf-8"))


def played(exercise, text, example):
    session = Session(begun(exercise, text, example), InMemory(), lambda: 0.0)
    return session, list(play(session, exercise, example))


def test_there_are_exercises():
    assert FOLDERS


@pytest.mark.parametrize("folder", FOLDERS, ids=lambda folder: folder.name)
@pytest.mark.parametrize("language", ["sv", "en"])
def test_an_example_is_played_to_its_end_and_back(folder, language):
    exercise, text, example = read(folder, language)
    session, steps = played(exercise, text, example)
    assert [step.key for step in steps] == [step.key for step in exercise.steps]
    given = sum(len(text.board(plan.key).given) for plan in exercise.boards)
    named = {act["id"] for act in example["acts"] if "id" in act and not act["do"].startswith("remove_")}
    named |= {act["new"] for act in example["acts"] if "new" in act}
    assert named and all(id in session.state for id in named)
    written = [*session.state.all(Note), *session.state.all(Agreement), *session.state.all(FollowUp)]
    ready = [note for note in written if note.id.startswith(f"{exercise.name}:")]
    assert len({note.id for note in written} - named) == len(ready) <= given, "nothing lies there that no act wrote"
    end = session.state
    while session.history.behind:
        session.undo()
    assert len(session.state.all(Note)) == given, "what lies ready stays, and the boards with it"
    assert not session.state.all(Agreement)
    while session.history.ahead:
        session.redo()
    assert session.state == end


@pytest.mark.parametrize("folder", FOLDERS, ids=lambda folder: folder.name)
def test_in_words_every_step_of_an_example_tells_of_its_cards(folder):
    exercise, text, example = read(folder, "sv")
    session, _ = played(exercise, text, example)
    for step in exercise.steps:
        view = view_of(session.state, exercise, text, WORDS, step)
        assert any(branch.below or branch.detail for branch in KINDS[view.board.kind].outline(view)), step.key


@pytest.mark.parametrize("folder", FOLDERS, ids=lambda folder: folder.name)
def test_what_is_shared_of_an_example_has_none_of_its_raw_lists(folder):
    exercise, text, example = read(folder, "sv")
    session, _ = played(exercise, text, example)
    shared = repr(list(visible(session.state, Audience.SHARED)))
    raw = [b for b in session.state.all(Board) if b.setting("raw")]
    assert all(repr(n.text) not in shared for b in raw for n in session.state.inside(b.id, Note))


@pytest.fixture
def room():
    return Room()


def example(*acts):
    parties = [{"key": "us", "name": "Nämnden", "mark": "N"}, {"key": "them", "name": "Förvaltningen", "mark": "F"}]
    return {"cover": {"title": "Två sidor"}, "parties": parties, "acts": list(acts)}


WRITE = {"step": "write", "do": "add_note", "id": "k", "list": "us", "text": "Vi bokar om"}


def test_an_act_on_a_board_of_another_step(room):
    agree = {"step": "end", "do": "add_agreement", "text": "Ringa", "origin": "k"}
    session, _ = played(room.exercise, room.text, example({**WRITE, "step": "end", "board": "cards"}, agree))
    assert [n.text for n in session.state.all(Note)] == ["Vi bokar om"]
    assert [a.origin for a in session.state.all(Agreement)] == ["k"]


@pytest.mark.parametrize(
    ("act", "said"),
    [
        ({**WRITE, "do": "fly"}, "Händelse 2: en tavla av det här slaget kan inte göra ”fly”."),
        ({**WRITE, "text": ""}, "Händelse 2: Kortet är tomt. Skriv något först."),
        ({**WRITE, "colour": "red"}, "Händelse 2: ”add_note” fick en uppgift som den inte känner till"),
        ({"step": "write", "do": "add_note"}, "Händelse 2: ”add_note” fick en uppgift som den inte känner till"),
        ({**WRITE, "step": "lunch"}, "Händelse 2: övningen har inget steg ”lunch”."),
        ({**WRITE, "list": "nobody"}, "Händelse 2: Det finns ingen lista ”nobody” på den här tavlan."),
        (
            {"step": "end", "do": "add_agreement", "text": "x", "due": "i morgon"},
            "Händelse 2: ”i morgon” är inget datum.",
        ),
    ],
)
def test_an_act_that_does_not_fit_is_told_of_with_its_number(room, act, said):
    with pytest.raises(Refusal) as no:
        played(room.exercise, room.text, example(WRITE, act))
    assert WORDS.refusal(no.value).startswith(said)
    assert no.value.values["act"] == 2


def test_an_example_without_parties_has_none(room):
    without = {**example(), "parties": []}
    session, _ = played(replace(room.exercise, parties=(0, 0)), room.text, without)
    assert {board.key for board in session.state.all(Board)} == {"cards", "agreed"}
