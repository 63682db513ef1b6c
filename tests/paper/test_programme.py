"""The programme in the hand: what those who take part read, and what only the facilitator does."""

from dataclasses import replace
from pathlib import Path

import pytest

from tests.paper.desk import Print, begun, document
from workshop.catalog.programmes import load
from workshop.look import PROGRAMMES
from workshop.model import planning
from workshop.model.change import State, update
from workshop.model.planned import Block
from workshop.model.programme import in_order
from workshop.model.record import Run
from workshop.model.refusal import Refusal
from workshop.model.template import held_by, use
from workshop.model.today import begin_block
from workshop.model.visible import Audience
from workshop.paper.document import Heading
from workshop.paper.kinds import write
from workshop.paper.pages import sheets
from workshop.paper.programme import programme
from workshop.paper.wish import Wish
from workshop.words import Catalogue

SECRETS = {"goal": "Hemligmål", "materials": "Hemligtfack", "script": "Hemligtmanus"}


def retreat(language: str = "sv") -> State:
    state = begun("Ett dygn")
    return use(state, load(PROGRAMMES / "lunch-till-lunch.toml"), language).apply(state)


def with_secrets(state: State) -> State:
    for block in in_order(state):
        state = update(block, **SECRETS, leads="Ledaren", keep="drop").apply(state)
    return planning.leave_out(state, in_order(state)[4].id).apply(state)


def wish(state: State, audience: Audience = Audience.SHARED, language: str = "sv") -> Wish:
    return Wish(state, {}, Catalogue(language), audience, "programme")


def printed(folder: Path, state: State, audience: Audience, language: str = "sv") -> Print:
    write("pdf", folder / "programme.pdf", wish(state, audience, language))
    return Print(folder / "programme.pdf")


@pytest.mark.parametrize("language", ["sv", "en"])
def test_the_whole_retreat_stands_on_one_sheet(tmp_path: Path, language: str) -> None:
    state = retreat(language)
    paper = printed(tmp_path, state, Audience.SHARED, language)
    assert len(paper.pages) == 1
    for block in state.all(Block):
        assert paper.says(block.title) and paper.says(block.place)
    dot = "." if language == "sv" else ":"
    for time in (f"12{dot}00–13{dot}00", f"07{dot}30–08{dot}15"):
        assert paper.says(time)


def test_what_is_private_is_nowhere_in_the_sheet_that_is_handed_out(tmp_path: Path) -> None:
    state = with_secrets(retreat())
    paper = printed(tmp_path, state, Audience.SHARED)
    for secret in SECRETS.values():
        assert not paper.holds(secret) and not paper.says(secret)
    assert paper.says("Ledaren") and not paper.says("Promenad två och två") and not paper.says("ska inte delas")


def test_the_script_has_everything_and_says_whose_it_is(tmp_path: Path) -> None:
    paper = printed(tmp_path, with_secrets(retreat()), Audience.FULL)
    for secret in SECRETS.values():
        assert paper.times(secret) == 17
    assert paper.times("Processledarens eget exemplar, ska inte delas") == len(paper.pages)
    assert paper.says("utgår") and paper.says("får utgå")


def test_the_script_tells_afterwards_what_came_of_each_block(tmp_path: Path) -> None:
    state = retreat()
    lunch, welcome, *_ = in_order(state)
    for id, at in ((lunch.id, "12:05"), (welcome.id, "13:20")):
        state = begin_block(state, id, f"2026-10-14T{at}:00").apply(state)
    assert printed(tmp_path, state, Audience.FULL).says("Blev 12.05–13.20, 75 minuter av 60")
    assert not printed(tmp_path, state, Audience.SHARED).says("12.05")


def test_a_long_day_goes_on_over_more_pages_and_nothing_is_left_out(tmp_path: Path) -> None:
    state = begun()
    for number in range(80):
        told = {"minutes": 5, "script": f"Säg {number:02}. " * 40, "place": "Salen"}
        state = planning.add_block(state, f"Punkt {number:02} " + "ö" * 60, **told).apply(state)
    for audience in (Audience.SHARED, Audience.FULL):
        paper = printed(tmp_path, state, audience)
        assert len(paper.pages) > 2
        assert all(paper.times(f"Punkt {number:02}") == 1 for number in range(80))
    for sheet in sheets(programme(wish(state, Audience.FULL))):
        for placed in sheet.picture.placed:
            assert placed.x >= 0 and placed.x + placed.width <= sheet.picture.width + 1
            assert placed.y >= 0 and placed.y + placed.height <= sheet.picture.height


def test_without_a_programme_there_is_nothing_to_print(tmp_path: Path) -> None:
    with pytest.raises(Refusal):
        write("pdf", tmp_path / "programme.pdf", wish(begun()))
    assert not (tmp_path / "programme.pdf").exists()


def test_in_the_summary_what_an_exercise_led_to_stands_at_its_place_in_the_programme() -> None:
    state = retreat()
    first = state.need("r", Run)
    state = State([*state, replace(first, id="later", order=2.0)])
    for run in (state.need("later", Run), first):
        if not any(block.run for block in state.all(Block)):
            state = held_by(state, run).apply(state)
    assert next(block for block in state.all(Block) if block.run).run == "later"
    told = [b for b in document(state).blocks if isinstance(b, Heading) and b.anchor.startswith("exercise:")]
    assert [(heading.anchor, heading.detail) for heading in told] == [
        ("exercise:later", "Dag 2 · 10.55"),
        ("exercise:r", ""),
    ]
