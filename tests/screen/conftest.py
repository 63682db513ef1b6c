"""What is ready before a test in a window begins: the program, and somebody who comes to it."""

import pytest

from tests.desk import PARTIES, Facilitator, begun
from workshop.app import Verkstad, verkstad
from workshop.look import EXERCISES
from workshop.screen.house import Beginning

from .at_the_map import AtTheMap
from .planner import Planner
from .visitor import Visitor


@pytest.fixture
def house(tmp_path, monkeypatch):
    monkeypatch.setenv("VERKSTAD_HOME", str(tmp_path))
    return Verkstad()


@pytest.fixture
def visits(house, qtbot, tmp_path, monkeypatch):
    """Somebody who finds one exercise on the shelf, Reta motparten: it takes two parties."""
    shelf = tmp_path / "shelf"
    shelf.mkdir()
    (shelf / "reta-motparten").symlink_to(EXERCISES / "reta-motparten")
    monkeypatch.setattr(verkstad, "EXERCISES", shelf)
    return lambda *chosen: Visitor(house, qtbot, *chosen)


@pytest.fixture
def form(visits):
    visitor = visits()
    visitor.presses("Return")
    visitor.form = visitor.dialog
    return visitor


@pytest.fixture
def facilitator(house, qtbot):
    made = Facilitator(house, begun(house))
    qtbot.addWidget(made.window)
    made.goes_to("write")
    return made


@pytest.fixture
def planner(house, qtbot):
    opened = house.begin(Beginning("reta-motparten", "Prov", "Gruppen", "Salen", "2026-10-14", PARTIES), "sv")
    made = Planner(house, opened)
    qtbot.addWidget(made.window)
    return made


@pytest.fixture
def retreat(house, qtbot):
    beginning = Beginning("reta-motparten", "Dygnet", "Gruppen", "Ladan", "2026-10-14", PARTIES, "lunch-till-lunch")
    made = Planner(house, house.begin(beginning, "sv"))
    qtbot.addWidget(made.window)
    return made


@pytest.fixture
def at_the_map(house, qtbot) -> AtTheMap:
    opened = house.begin(Beginning("en-person-i-mitten", "Prov", "Gruppen", "Salen", "2026-11-22", ()), "sv")
    made = AtTheMap(house, opened)
    qtbot.addWidget(made.window)
    made.goes_to("actors")
    return made
