"""What holds for every exercise on the shelf, in a real window, at each of its steps with its example played."""

from collections import Counter
from collections.abc import Iterator
from itertools import combinations
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QKeySequence
from PySide6.QtWidgets import QApplication, QWidget

from tests.promises import apart
from workshop.app import Verkstad
from workshop.catalog.folder import example, load
from workshop.look import EXERCISES, measure
from workshop.model.begin import entered
from workshop.model.boards import KINDS
from workshop.model.change import update
from workshop.model.example import begun, play
from workshop.model.exercise import in_language
from workshop.model.letters import least_letters
from workshop.model.picture import Picture
from workshop.model.record import Board, Record, Stage
from workshop.model.session import InMemory, Session
from workshop.model.stage import CEILING, FLOOR, view_of, wall
from workshop.screen import boards
from workshop.screen.boards.desk import Desk
from workshop.screen.facilitator.window import FacilitatorWindow
from workshop.screen.opened import Opened
from workshop.screen.projector.room import seen_by_room
from workshop.words import LANGUAGES, Catalogue

NAMES = sorted(path.parent.name for path in EXERCISES.glob("*/exercise.toml"))
_played: dict[tuple[str, str], Opened] = {}


def played(name: str, language: str) -> Opened:
    """A session with an exercise's example played to its end."""
    if (name, language) not in _played:
        exercise, texts = load(EXERCISES / name)
        acts = example(EXERCISES / name)
        session = Session(begun(exercise, in_language(texts, language), acts), InMemory(), lambda: 0.0)
        for _ in play(session, exercise, acts):
            pass
        held = {name: (exercise, texts)}
        _played[name, language] = Opened(session, Path("x.workshop"), held, False, lambda: None)
    return _played[name, language]


@pytest.fixture
def house(tmp_path, monkeypatch):
    monkeypatch.setenv("VERKSTAD_HOME", str(tmp_path))
    return Verkstad()


@pytest.fixture
def at_each_step(house, qtbot):
    """Goes through an exercise in a window: yields it at each step."""

    def walk(name: str, language: str = "sv") -> Iterator[FacilitatorWindow]:
        opened = played(name, language)
        window = FacilitatorWindow(house, opened, language, "light")
        window.show()
        for step in opened.exercise.steps:
            window.go_to(step.key)
            for _ in range(3):
                QApplication.processEvents()
            yield window
        window.bridge.close()
        window.hide()
        window.deleteLater()

    return walk


@pytest.mark.parametrize("name", NAMES)
def test_no_focusable_widget_lacks_a_name(at_each_step, name):
    nameless = set()
    for window in at_each_step(name):
        for widget in window.findChildren(QWidget):
            takes_focus = widget.focusPolicy() != Qt.FocusPolicy.NoFocus and widget.focusProxy() is None
            if takes_focus and widget.isVisibleTo(window):
                found = QAccessible.queryAccessibleInterface(widget)
                if found and not found.text(QAccessible.Text.Name).strip():
                    nameless.add(f"{window.step.key}: {type(widget).__name__} {widget.objectName()}")
    assert not nameless


@pytest.mark.parametrize("name", NAMES)
def test_no_key_means_two_things(at_each_step, name):
    for window in at_each_step(name):
        kind = boards.KINDS[window.desk.desk.board.kind]
        entry = kind.entry(window.desk.desk)
        keys = [QKeySequence(command.key).toString() for command in kind.commands(window.desk.desk)]
        keys += [key.toString() for action in window.actions_.values() for key in action.shortcuts()]
        keys += [f"Ctrl+{number}" for number in range(1, min(9, len(entry.picks)) + 1)]
        keys += [f"Alt+{number}" for number in range(1, min(9, len(entry.sorts)) + 1)]
        twice = [key for key, times in Counter(key for key in keys if key).items() if times > 1]
        assert not twice, (window.step.key, twice)


@pytest.mark.parametrize("name", NAMES)
def test_every_command_and_box_has_words_in_both_languages(name):
    said = {}
    for language in LANGUAGES:
        opened = played(name, language)
        words = Catalogue(language)
        for step in opened.exercise.steps:
            state = opened.session.state
            view = view_of(state, opened.exercise, in_language(opened.texts, language), words, step)
            kind, desk = boards.KINDS[view.board.kind], Desk(view)
            titles = [command.title for command in kind.commands(desk)]
            said[language, step.key] = titles + [field.hint for field in kind.entry(desk).fields]
            assert all(said[language, step.key]), step.key
    for (language, step), titles in said.items():
        if language == "sv":
            assert len(titles) == len(said["en", step])


def pages(opened: Opened, step: str, language: str, size: tuple[int, int]) -> list[Picture]:
    """Every page of the wall at a step."""
    state = opened.session.state
    exercise, text, words = opened.exercise, in_language(opened.texts, language), Catalogue(language)
    state = entered(state, state.need("stage", Stage).run, exercise.step(step)).apply(state)
    made: list[Picture] = []
    while not made or len(made) < made[0].pages:
        turned = update(state.need("stage", Stage), page=len(made)).apply(state)
        seen = seen_by_room(None, turned, exercise)
        assert seen is not None
        made.append(wall(view_of(seen, exercise, text, words), text, *size, measure))
    return made


@pytest.mark.parametrize("size", [(1920, 1080), (1024, 768)], ids=str)
@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", NAMES)
def test_the_back_row_reads_every_word_and_no_card_lies_on_another(name, language, size):
    opened = played(name, language)
    least = min(max(FLOOR * size[1], least_letters(size[1], 8.0, 2.0)), CEILING * size[1])
    for step in opened.exercise.steps:
        for picture in pages(opened, step.key, language, size):
            for placed in picture.placed:
                assert placed.x >= -0.5 and placed.x + placed.width <= picture.width + 0.5, (step.key, placed)
                assert placed.y >= -0.5 and placed.y + placed.height <= picture.height + 0.5, (step.key, placed)
                for text in placed.texts:
                    assert text.size >= least - 0.01, (step.key, placed)
            cards = [placed for placed in picture.placed if placed.role == "card"]
            for one, other in combinations(cards, 2):
                assert apart(one, other), (step.key, one, other)


@pytest.mark.parametrize("name", NAMES)
def test_the_text_twin_tells_of_everything_that_lies_on_a_board(name):
    opened = played(name, "sv")
    state, told = opened.session.state, set()

    def hear(branches) -> None:
        for branch in branches:
            told.add(branch.id)
            hear(branch.below)

    text = in_language(opened.texts, "sv")
    for step in opened.exercise.steps:
        view = view_of(state, opened.exercise, text, Catalogue("sv"), step)
        hear(KINDS[view.board.kind].outline(view))
    lying = {record.id for board in state.all(Board) for record in state.inside(board.id, Record)}
    assert lying <= told
