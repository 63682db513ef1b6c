"""What can be done with the session that is picked at home: by menu and by key, on that session and no other."""

from collections import Counter

import pytest
from PySide6.QtGui import QKeySequence

from workshop.model.refusal import Refusal
from workshop.screen.home import session_commands
from workshop.screen.home.session_commands import COMMANDS, Command
from workshop.words import LANGUAGES, Catalogue

from .visitor import held


@pytest.fixture
def done(monkeypatch):
    """A command of the test's own, and the files that it was given."""
    files = []
    own = Command("own", "own", "Ctrl+9", lambda home, path: files.append(path))
    monkeypatch.setattr(session_commands, "COMMANDS", (*COMMANDS, own))
    return files


def test_a_key_acts_on_the_session_that_is_picked(done, visits, house):
    first, second = held(house, "Ett"), held(house, "Två")
    visitor = visits()
    titles = [said.split(",")[0] for said in visitor.sessions]
    visitor.presses("Ctrl+9", "Down", "Ctrl+9")
    assert done == [{"Ett": first, "Två": second}[title] for title in titles]


def test_the_context_menu_and_the_menu_bar_have_the_same_commands(done, visits, house):
    path = held(house)
    visitor = visits()
    named = visitor.window.commands.actions
    assert list(named.values()) == [a for a in visitor.window.page.recent.actions() if not a.isSeparator()]
    assert set(named.values()) <= set(visitor.window._titles[1].actions())
    named["own"].trigger()
    assert done == [path]


def test_without_a_session_it_is_said_what_to_do(done, visits):
    visitor = visits()
    visitor.window.commands.actions["own"].trigger()
    assert done == [] and visitor.hears == "Markera först ett pass i listan."


def test_a_refusal_is_told_in_the_window(visits, house, monkeypatch):
    def refuse(home, path):
        raise Refusal("The disk is full. Make room and do it again.")

    monkeypatch.setattr(session_commands, "COMMANDS", (Command("own", "own", "", refuse),))
    held(house)
    visitor = visits()
    visitor.window.commands.actions["own"].trigger()
    assert visitor.hears.startswith("Disken är full.")


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_letter_and_no_key_does_two_things(language, visits):
    words = Catalogue(language)
    titles = [words(command.title) for command in COMMANDS]
    letters = Counter(title[title.index("&") + 1].lower() for title in titles if "&" in title)
    assert max(letters.values()) == 1
    own = [QKeySequence(command.key) for command in COMMANDS if command.key]
    homes = [key for action in visits(language).window.menus.actions.values() for key in action.shortcuts()]
    for number, key in enumerate(own):
        assert key not in homes and key not in own[:number]


def test_the_commands_stand_among_the_keys(visits):
    said = visits().window.commands.keys()
    assert ("Ctrl+J", "Visa det i sin mapp") in said
