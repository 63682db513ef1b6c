"""The room never sees what it shouldn't: not on the wall, not in the small copy, not through a screen reader."""

import time

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.room import TheRoom, played, the_exercise
from tests.screen.test_layout_promises import keeps_its_promises
from workshop.model.change import State, add, update
from workshop.model.record import Agreement, Board, Memo, Note, Party, Stage
from workshop.model.stage import FLOOR
from workshop.screen.projector.room import blank
from workshop.screen.render import image
from workshop.screen.theme import themed

pytestmark = pytest.mark.usefixtures("qapp")
WROTE = played()["write"]
BOARD = "reta-motparten:provocations"
FIRST = "Vi skickar en vikarie"


def a_card_of(state: State, number: int) -> Note:
    """The first card of one of the sides."""
    party = state.all(Party)[number]
    return next(note for note in state.inside(BOARD, Note) if note.list == party.id)


def test_the_wall_and_the_copy_show_the_instruction_the_cards_and_the_clock() -> None:
    room = TheRoom(WROTE)
    room.looks()
    for wall in (room.projector, room.copy):
        assert wall.shows("Tyst skrivning om oss")
        assert wall.shows("Minst fem rader, ett verb i varje.")
        assert wall.shows(FIRST)
        assert wall.shows("07:00")


def test_words_behind_the_curtain_are_not_on_the_wall_until_it_opens() -> None:
    room = TheRoom(WROTE)
    covered = a_card_of(WROTE, 1).text[:18]
    room.looks()
    assert room.projector.does_not_show(covered)
    assert room.copy.does_not_show(covered)
    room.sets(curtain=())
    assert room.projector.shows(covered)


def test_a_frozen_wall_stays_as_it_was_while_the_facilitator_goes_on() -> None:
    room = TheRoom(WROTE)
    room.sets(frozen=True)
    room.writes("Nytt och hemligt")
    room.sets(step="sort", curtain=())
    assert room.projector.shows("Tyst skrivning om oss")
    assert room.projector.does_not_show("Gallra")
    assert room.projector.shows("13 kort")
    room.sets(frozen=False)
    assert room.projector.shows("Gallra")
    assert room.projector.shows("14 kort")


def test_a_wall_that_was_frozen_when_the_program_stopped_is_blank_when_it_starts_again() -> None:
    stopped = update(WROTE.need("stage", Stage), frozen=True).apply(WROTE)
    room = TheRoom(stopped)
    room.looks()
    assert room.projector.is_blank()
    assert room.copy.is_blank()


def test_a_blank_wall_has_nothing_on_it_and_comes_back_as_it_was() -> None:
    room = TheRoom(WROTE)
    room.sets(blank=True)
    assert room.projector.is_blank()
    assert room.projector.does_not_show("07:00")
    room.sets(blank=False)
    assert room.projector.shows(FIRST)


def test_a_wall_frozen_and_then_blanked_comes_back_frozen() -> None:
    room = TheRoom(WROTE)
    room.sets(frozen=True)
    room.sets(blank=True)
    room.sets(step="sort", curtain=())
    room.sets(blank=False)
    assert room.projector.shows("Tyst skrivning om oss")


def test_the_small_copy_says_in_words_what_state_the_wall_is_in() -> None:
    room = TheRoom(WROTE)
    assert room.small.said() == room.bridge.words("No projector")
    room.room.set_wall((1920, 1080), True)
    assert room.small.said() == room.bridge.words("Showing")
    room.sets(frozen=True)
    assert room.small.said() == room.bridge.words("Frozen")
    room.sets(blank=True)
    assert room.small.said() == room.bridge.words("Blanked")
    assert room.small.accessibleName()


def test_the_copy_is_drawn_at_most_twenty_times_a_second(qtbot, monkeypatch) -> None:
    room = TheRoom(WROTE)
    qtbot.addWidget(room.small)
    with qtbot.waitExposed(room.small):
        room.small.show()
    drawn: list[float] = []
    refresh = room.small.wall.refresh
    monkeypatch.setattr(room.small.wall, "refresh", lambda: (drawn.append(time.monotonic()), refresh()))
    for number in range(40):
        room.writes(f"Kort {number}")
    qtbot.wait(150)
    assert 1 <= len(drawn) <= 3 + 20 * (drawn[-1] - drawn[0])
    assert "53kort" in room.copy.words()


def test_the_copy_has_the_shape_of_the_wall(qtbot) -> None:
    room = TheRoom(WROTE)
    qtbot.addWidget(room.small)
    room.small.show()
    wide = room.small.heightForWidth(320)
    room.room.set_wall((1024, 768), True)
    assert room.small.heightForWidth(320) > wide
    room.small.resize(400, 500)
    assert room.small.wall.width() / room.small.wall.height() == pytest.approx(4 / 3, rel=0.01)
    room.looks()
    assert room.projector.words() == room.copy.words()


class Secret:
    """Words that can be known again wherever they turn up, whole or cut."""

    def __init__(self) -> None:
        self.count = 0

    def word(self) -> str:
        """A word that nothing else contains."""
        self.count += 1
        letters = "".join("bcdfghjklm"[int(digit)] for digit in f"{self.count:03}")
        return f"qx{letters}z"

    def text(self, words: int) -> str:
        """A few such words."""
        return " ".join(self.word() for _ in range(words))


@st.composite
def anything(draw: st.DrawFn) -> tuple[State, set[str]]:
    """A session with cards everywhere and the stage set anyhow, and the secret words that the room must not see."""
    exercise, _ = the_exercise()
    secret, hidden = Secret(), set()
    state = played()["contract"]
    parties = [party.id for party in state.all(Party)]
    step = draw(st.sampled_from(exercise.steps))
    covered = tuple(draw(st.sets(st.sampled_from([*parties, "how", "kept", "signal", "printer"]))))
    on_wall = f"reta-motparten:{step.board}"
    ids: list[str] = []
    for number in range(draw(st.integers(0, 12))):
        board = draw(st.sampled_from(state.all(Board)))
        lists = parties if board.setting("lists") == "parties" else list(board.setting("lists", ())) or parties
        text, flip, need = secret.text(draw(st.integers(1, 4))), draw(st.booleans()), secret.text(1)
        merged = draw(st.sampled_from(["", *ids]))
        note = Note(
            id=f"n{number}",
            board=board.id,
            list=draw(st.sampled_from(lists)),
            text=text,
            order=100.0 + number,
            chosen=draw(st.booleans()),
            by=draw(st.sampled_from(["", *parties])),
            merged=merged,
            flip=secret.text(2) if flip else "",
            need=need,
        )
        ids.append(note.id)
        state = add(note).apply(state)
        if board.id != on_wall or note.list in covered:
            hidden |= {*text.split(), *note.flip.split(), need}
    run = "reta-motparten"
    for number in range(draw(st.integers(0, 3))):
        said = secret.text(3)
        memo = Memo(id=f"m{number}", run=run, step=step.key, text=said)
        agreed = secret.text(2)
        origin = draw(st.sampled_from(["", *ids]))
        state = add(memo, Agreement(id=f"a{number}", run=run, text=agreed, origin=origin)).apply(state)
        hidden |= set(said.split())
        if step.board != "agreements":
            hidden |= set(agreed.split())
    stage = update(
        state.need("stage", Stage),
        step=step.key,
        curtain=covered,
        close=draw(st.booleans()),
        spotlight=tuple(draw(st.lists(st.sampled_from(ids), max_size=3))) if ids else (),
        page=draw(st.integers(0, 4)),
    )
    return stage.apply(state), hidden


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(anything())
def test_no_hidden_word_reaches_the_wall_or_the_copy_however_the_session_stands(
    given_: tuple[State, set[str]],
) -> None:
    state, hidden = given_
    room = TheRoom(state)
    room.looks()
    known = "".join(repr(record) for record in room.room.seen or ())
    assert not [word for word in hidden if word in known], "the wall is never told what it must not show"
    for wall in (room.projector, room.copy):
        for word in hidden:
            assert wall.does_not_show(word), word


def test_words_to_the_room_stand_in_place_of_the_board_and_the_board_comes_back() -> None:
    room = TheRoom(WROTE)
    card = room.session.state.all(Note)[-1]
    room.sets(message="Tillbaka 15.20")
    assert room.projector.shows("Tillbaka 15.20") and room.copy.shows("Tillbaka 15.20")
    assert room.projector.does_not_show(card.text)
    told = next(p for p in room.picture().placed if p.id == "told")
    assert told.texts[0].size > 0.1 * room.picture().height
    room.sets(message="")
    assert room.projector.does_not_show("Tillbaka")


def test_however_long_the_words_are_they_stay_on_the_wall_in_letters_that_the_back_row_reads() -> None:
    room = TheRoom(WROTE)
    room.sets(message="Vi börjar igen när alla har fått kaffe " * 8, alone=True)
    picture = room.picture()
    keeps_its_promises(picture)
    told = next(p for p in picture.placed if p.id == "told")
    assert told.texts[0].size >= FLOOR * picture.height


def test_the_clock_alone_is_large_and_nothing_of_the_board_is_there() -> None:
    room = TheRoom(WROTE)
    before = next(p for p in room.picture().placed if p.id == "clock").texts[0].size
    room.sets(alone=True)
    assert next(p for p in room.picture().placed if p.id == "clock").texts[0].size > 3 * before
    assert not [p for p in room.picture().placed if p.role == "card"]


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_a_blank_wall_is_dark_in_either_theme_to_its_corners(theme) -> None:
    dark = image(blank(1920, 1080), themed(theme), (1920, 1080))
    assert {dark.pixelColor(x, y).name() for x in (0, 960, 1919) for y in (0, 540, 1079)} == {"#000000"}
