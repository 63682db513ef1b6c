"""The demo's story: a retreat from lunch to lunch by the ready programme, and what a retreat may meet on its way.

They come 25 minutes late to the check-in and catch up; the projector's cable is pulled out and put back over the map;
in the middle of the iceberg the program is killed, and the session is opened again by another process.
"""

from __future__ import annotations

import os
import shutil
import signal
import time
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from workshop.app import Verkstad
from workshop.app.opening import exercises_in
from workshop.catalog import folder, programmes
from workshop.look import EXERCISES, PROGRAMMES
from workshop.model import template
from workshop.model.begin import cover
from workshop.model.change import Change, State, add
from workshop.model.example import joined, play
from workshop.model.exercise import in_language
from workshop.model.planned import Actual, Block
from workshop.model.programme import days as days_of
from workshop.model.programme import in_order, slot_of, stored
from workshop.model.record import Run
from workshop.model.session import Session
from workshop.store.session_file import SessionFile
from workshop.words import N_

if TYPE_CHECKING:
    from workshop.screen.opened import Opened

PROGRAMME = PROGRAMMES / "lunch-till-lunch.toml"
_LATE = 25  # minutes that lunch takes too long
_UNPLUGGED = "bands"  # the step of the map at which the projector goes
_KILLED = ("isberget", "why", 20)  # the exercise, its step, and the acts of it that are done
Left = Callable[[Path], None]  # is told of each file that is left


def about() -> dict[str, str]:
    """What the cover says: as in the first exercise's example."""
    return dict(folder.example(EXERCISES / template_of().exercises[0])["cover"])


def template_of() -> template.Template:
    """The ready programme that is played."""
    return programmes.load(PROGRAMME)


def further() -> list[str]:
    """The exercises that the programme has no block for; they are played when it is over."""
    return sorted({path.parent.name for path in EXERCISES.glob(f"*/{folder.PLAN}")} - {*template_of().exercises})


def until_killed(path: Path, out: Path, language: str, left: Left) -> None:
    """Play the first half into a new file. The process dies in the middle of it, and nothing after that is done."""
    retreat = Retreat(_begun(path, language), out, language, left)
    retreat.moment("programme")
    retreat.desk.projects()
    for block in retreat.blocks():
        if block.kind == "checkin" and not retreat.caught_up:
            retreat.is_late()
        for step in retreat.plays(block.exercise):
            if step == _UNPLUGGED:
                retreat.is_unplugged()
            if (block.exercise, step) == ("isberget", "sink"):
                retreat.will_be_killed()


def after_the_kill(path: Path, out: Path, language: str, left: Left, number: int) -> None:
    """Open the file that was left, and play the second half; its moments are numbered from `number` on."""
    from workshop.screen.opened import Opened

    file = SessionFile.open(path)
    session = Session(file.state, file, time.monotonic)
    opened = Opened(session, path, exercises_in(file, file.state, path), False, file.close)
    retreat = Retreat(opened, out, language, left, number)
    try:
        retreat.desk.projects()
        retreat.moment("opened-again")
        name, key, acts = _KILLED
        for _ in retreat.plays(name, (key, acts)):
            pass
        for block in retreat.blocks():
            for _ in retreat.plays(block.exercise):
                pass
        retreat.desk.shows_programme(True)
        retreat.moment("as-it-became")
        retreat.desk.shows_programme(False)
        for name in further():
            retreat.takes_up(name)
            for _ in retreat.plays(name):
                pass
    finally:
        retreat.desk.close()
        opened.close()


def _begun(path: Path, language: str) -> Opened:
    """A new file with the programme laid out and its first exercise taken up."""
    from workshop.screen.opened import Opened

    plan = template_of()
    held = {name: folder.load(EXERCISES / name) for name in (*plan.exercises, *further())}
    state = cover(**about(), language=language).apply(State())
    programme, blocks = template.laid_out(plan, language)
    named = (replace(block, id=f"block{number:02}") for number, block in enumerate(blocks, 1))  # the same every time
    state = add(programme, *named).apply(state)
    name, (exercise, texts) = next(iter(held.items()))
    state = _taken_up(state, name, exercise, texts, language).apply(state)
    file = SessionFile.create(path, state, {name: folder.files(EXERCISES / name) for name in held})
    session = Session(file.state, file, time.monotonic)
    return Opened(session, path, held, False, file.close)


def _taken_up(state: State, name: str, exercise: Any, texts: Any, language: str) -> Change:
    """An exercise's example joined to the session, and held by its block."""
    example = folder.example(EXERCISES / name)
    change = joined(state, exercise, in_language(texts, language), example)
    after = change.apply(state)
    return change.then(template.held_by(after, after.need(name, Run)))


class Retreat:
    """One process's part of the story: the session, the windows that follow it, and the pictures of its moments."""

    def __init__(self, opened: Opened, out: Path, language: str, left: Left, number: int = 1) -> None:
        from workshop.screen.played import PlayedDesk

        self.opened, self.session, self._language = opened, opened.session, language
        self._out, self._left, self._number = out, left, number
        self._house = Verkstad()
        self.caught_up = False
        first = days_of(self.session.state)[0]
        self.desk = PlayedDesk(self._house, opened, language, f"{first.date}T{stored(first.start)}:00")

    def moment(self, name: str) -> None:
        """Pictures of what the facilitator and the room see now, in the order in which it happens."""
        self._picture(self._out / "retreat" / f"{self._number:02}-{name}", wall=self.desk.on_wall)
        self._number += 1

    def _picture(self, path: Path, wall: bool = True) -> None:
        for what, draw in (("desk", self.desk.desk_png), ("wall", self.desk.wall_png)):
            if wall or what == "desk":
                file = path.with_name(f"{path.name}.{what}.png")
                draw(file)
                self._left(file)

    def blocks(self) -> Iterator[Block]:
        """Begin each block that has not begun and is not left out, at its time."""
        for planned in in_order(self.session.state):
            block = self.session.state.need(planned.id, Block)
            if block.dropped or f"{block.id}:actual" in self.session.state:
                continue
            if block.exercise and not block.run:
                self.takes_up(block.exercise)
            block = self.session.state.need(block.id, Block)
            self.desk.at = self._time(block, _LATE if self._comes_late(block) else 0)
            self.desk.begins(block)
            self.moment(block.exercise or block.kind)
            yield block

    def _comes_late(self, block: Block) -> bool:
        return len(self.session.state.all(Actual)) == 1 and block.kind == "checkin"

    def _time(self, block: Block, late: int = 0) -> str:
        slot = slot_of(self.session.state, block.id)
        assert slot is not None
        return f"{days_of(self.session.state)[block.day].date}T{stored(slot.start + late)}:00"

    def takes_up(self, name: str) -> None:
        """One more exercise in the session, held by its block where the programme has one."""
        self._house.take_up(self.opened, name)
        told = self.opened.exercises[name]
        self.session.do(_taken_up(self.session.state, name, *told, self._language), N_("add an exercise"))

    def plays(self, name: str, since: tuple[str, int] = ("", 0)) -> Iterator[str]:
        """Play the example of an exercise, if there is one; yields each step's key, with its pictures taken."""
        if not name:
            return
        exercise, _ = self.opened.exercises[name]
        for step in play(self.session, exercise, folder.example(EXERCISES / exercise.name), since):
            self._picture(self._out / "steps" / f"{exercise.name}.{step.key}")
            for what in ("desk", "wall"):  # the last step that works on a board is the one that stays
                drawn = self._out / "steps" / f"{exercise.name}.{step.key}.{what}.png"
                board = self._out / f"{exercise.name}.{step.board}.{what}.png"
                shutil.copyfile(drawn, board)
                self._left(board)
            yield step.key

    def is_late(self) -> None:
        """They come late, and the plan that is proposed is taken."""
        self.desk.is_late()
        self.moment("late-proposed")
        self.desk.catches_up()
        self.moment("late-caught-up")
        self.caught_up = True

    def is_unplugged(self) -> None:
        """The projector goes and comes back; it shows nothing until it is asked to."""
        self.desk.loses_projector()
        self.moment("projector-pulled-out")
        self.desk.has_it_again()
        self.moment("projector-put-back")
        self.desk.projects()
        self.moment("projecting-again")

    def will_be_killed(self) -> None:
        """Have the process die when so much of the next step has been saved."""
        left = [_KILLED[2] + 1]  # the step itself, and its acts

        def dies(_: Change) -> None:
            left[0] -= 1
            if not left[0]:
                self.moment("killed")
                os.kill(os.getpid(), getattr(signal, "SIGKILL", signal.SIGTERM))

        self.session.followers.append(dies)
