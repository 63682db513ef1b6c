"""Going from one exercise to another in the same session, and carrying something along."""

from __future__ import annotations

import time
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer

from workshop.model import begin, carry
from workshop.model.boards import KINDS
from workshop.model.change import Change, State
from workshop.model.elsewhere import Elsewhere
from workshop.model.exercise import Exercise, ExerciseText, in_language
from workshop.model.picture import View
from workshop.model.record import Board, Id, Party, Run, Stage, new_id
from workshop.model.refusal import Refusal
from workshop.screen.boards.desk import Pick
from workshop.screen.facilitator import steering
from workshop.words import N_

if TYPE_CHECKING:
    from workshop.screen.facilitator.window import FacilitatorWindow

_SETTLED = 100  # milliseconds after which a window is active again when a list over it has closed
_NEW = "new:"  # before the name of an exercise that is not in the session yet


class ExerciseSwitch(QObject):
    """Speaks for a facilitator's window."""

    def __init__(self, window: FacilitatorWindow) -> None:
        super().__init__(window)
        self._window = window

    @property
    def _state(self) -> State:
        return self._window.bridge.state

    def names(self) -> dict[Id, str]:
        """What each exercise that has begun is called, by run."""
        return carry.names(self._state, self._titles())

    def _said(self, texts: Mapping[str, ExerciseText]) -> ExerciseText:
        return in_language(texts, self._window.language)

    # Going to an exercise

    def choose(self) -> None:
        """Ask for an exercise, one that has begun or one from the shelf, and go there."""
        window = self._window
        picks = [Pick(id, name) for id, name in self.names().items()]
        for found in window.house.shelf(window.language):
            if found.minutes:
                new = window.words("New: {title}. {short}", title=found.title, short=found.short)
                picks.append(Pick(_NEW + found.name, new))
        chosen = self._asked(window.words("Go to an exercise"), picks)
        if chosen:
            window.programming.show(False)
        if chosen.startswith(_NEW):
            self.add(chosen.removeprefix(_NEW))
        elif chosen:
            self.go_to(chosen)
        if chosen:  # once more when the window is active again: until then a window manager may move the focus
            QTimer.singleShot(_SETTLED, window, lambda: window.desk.capture.focus())

    def _asked(self, title: str, picks: Sequence[Pick]) -> str:
        """The key of what is chosen; "" where nothing is."""
        from workshop.screen.parts.chooser import Chooser

        chooser = Chooser(self._window, title, picks, self._window.words)
        return chooser.chosen() if chooser.exec() else ""

    def go_to(self, run: Id, key: str = "") -> None:
        """Go to an exercise that has begun: to a step of it, or to the one that it was left on."""
        window = self._window
        if not window.finish():
            return
        stage = self._state.need("stage", Stage)
        exercise, _ = window.opened.exercises[self._state.need(run, Run).exercise]
        step = exercise.step(key or dict(stage.places).get(run, stage.step if run == stage.run else ""))
        steering.stand(window.bridge, run, step.key, begin.entered(self._state, run, step))
        window.desk.capture.focus()

    def add(self, name: str) -> None:
        """Take an exercise up in the session and go to its first step."""
        window = self._window
        made = self.taken_up(name)
        if made and window.finish():
            window.bridge.do(self._held(*made), N_("add an exercise"))
            window.desk.capture.focus()

    def _held(self, change: Change, run: Id) -> Change:
        """The same change, with the run held by the block of the programme that it was planned in."""
        from workshop.model import template  # read when it is asked for: seldom needed

        after = change.apply(self._state)
        return change.then(template.held_by(after, after.need(run, Run)))

    def taken_up(self, name: str) -> tuple[Change, Id] | None:
        """The change that begins an exercise, and its run; None where it is refused or called off."""
        window = self._window
        try:
            exercise, texts = window.opened.exercises.get(name) or window.house.exercise(name)
            parties = self._who(exercise, self._said(texts).title)
            if parties is None:
                return None
            window.bridge.trail.leaves(self._state.need("stage", Stage), time.monotonic())
            run = new_id()
            change = begin.take_up(self._state, exercise, self._said(texts), parties, id=run)
            window.house.take_up(window.opened, name)
        except Refusal as no:
            window.bridge.refused.emit(window.words.refusal(no))
            return None
        return change, run

    def _who(self, exercise: Exercise, title: str) -> list[tuple[Id, str, str]] | None:
        """Who takes part, asked where the exercise has parties; None where the facilitator thinks better of it."""
        if not exercise.parties[1]:
            return []
        from workshop.screen.facilitator.taking_part import TakingPart

        there = [(party.name, party.mark) for party in self._state.all(Party)]
        dialog = TakingPart(title, exercise.parties, there, self._window.words, self._window)
        return [("", name, mark) for name, mark in dialog.written()] if dialog.exec() else None

    # Carrying something along

    def carry(self) -> None:
        """Take the picked thing along to another exercise."""
        window, words = self._window, self._window.words
        desk = window.desk.desk
        found = carry.carried(desk.view, desk.first) if desk.first else None
        if found is None:
            window.bridge.refused.emit(words("Pick something that can be carried on to another exercise first."))
            return
        picks = self._targets(found.what)
        if not picks:
            window.bridge.refused.emit(words("No exercise takes this up. Make an agreement of it (Ctrl+G)."))
            return
        if chosen := self._asked(words("Carry on: {text}", text=found.text), picks):
            self._carry_to(chosen, found.text, desk.first)

    def _targets(self, what: str) -> list[Pick]:
        """The boards that take such a thing, of exercises that have begun and of those on the shelf."""
        window, here = self._window, self._state.need("stage", Stage).run
        picks, held = [], window.opened.exercises
        for run, name in self.names().items():
            exercise, texts = held[self._state.need(run, Run).exercise]
            if run != here:
                for key in carry.takers(exercise, what):
                    picks.append(Pick(f"{run}:{key}", f"{name} · {self._said(texts).board(key).title}"))
        for found in window.house.shelf(window.language):
            if found.minutes:
                exercise, texts = held.get(found.name) or window.house.exercise(found.name)
                for key in carry.takers(exercise, what):
                    title = f"{found.title} · {self._said(texts).board(key).title}"
                    picks.append(Pick(f"{_NEW}{found.name}:{key}", window.words("New: {title}", title=title)))
        return picks

    def _carry_to(self, target: str, text: str, origin: Id) -> None:
        """Put words on a board of another exercise, which begins where it has not; all of it is one thing to undo."""
        window, change = self._window, Change()
        where, _, key = target.rpartition(":")
        run, fresh = where, where.startswith(_NEW)
        if fresh:
            made = self.taken_up(where.removeprefix(_NEW))
            if made is None:
                return
            run = made[1]
            change = self._held(*made)
        after = change.apply(self._state)
        board = after.need(f"{run}:{key}", Board)
        exercise, texts = window.opened.exercises[after.need(run, Run).exercise]
        step = next(step for step in exercise.steps if step.board == key)
        view = View(after, board, step, self._said(texts).board(key), window.words)
        kind, place = KINDS[board.kind], ""
        if kind.receive is None:
            return
        places = kind.places(view) if kind.places else ()
        if len(places) > 1:
            place = self._asked(view.text.title, [Pick(*one) for one in places])
            if not place:
                return
        elif places:
            place = places[0][0]
        receive = kind.receive
        done = window.bridge.do(lambda: change.then(receive(after, board, place, text, origin)), N_("carry on"))
        if done and not fresh:
            lies = f"{carry.names(after, self._titles())[run]} · {view.text.title}"
            window.bridge.told.emit(window.words("It lies in {place} now.", place=lies))

    def _titles(self) -> dict[str, str]:
        return {name: self._said(texts).title for name, (_, texts) in self._window.opened.exercises.items()}

    def show_origin(self) -> None:
        """Go to where the picked thing was carried from, with that picked."""
        window = self._window
        record = carry.origin(self._state, window.desk.desk.first)
        if isinstance(record, Elsewhere):
            from workshop.screen.again import origin

            origin.show(window, record)
            return
        place = carry.place_of(self._state, window.opened.exercises, record) if record else None
        if record is None or place is None:
            window.bridge.refused.emit(window.words("What is picked was not carried here from anywhere."))
            return
        self.go_to(*place)
        window.desk.pick((record.id,))
        window.desk.shown().setFocus()
