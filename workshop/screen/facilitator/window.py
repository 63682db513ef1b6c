"""The facilitator's window: steps to the left, the board in the middle, guide and agreements to the right."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QCloseEvent, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QMainWindow, QVBoxLayout, QWidget

from workshop import clock
from workshop.model.change import Change
from workshop.model.exercise import ExerciseText, Step, in_language
from workshop.model.filing import filing_of
from workshop.model.picture import View
from workshop.model.record import Cover, Record, Scope, Stage
from workshop.model.stage import view_of
from workshop.screen.bridge import Bridge
from workshop.screen.facilitator import actions, steering
from workshop.screen.facilitator.board_desk import BoardDesk
from workshop.screen.facilitator.doing import does
from workshop.screen.facilitator.exercises import ExerciseSwitch
from workshop.screen.facilitator.header import Header
from workshop.screen.facilitator.papers import Papers
from workshop.screen.facilitator.side import Side
from workshop.screen.house import House
from workshop.screen.opened import Opened
from workshop.screen.parts.steps import StepList
from workshop.screen.programme.place import ProgrammePlace
from workshop.screen.projector.copy import WallCopy
from workshop.screen.projector.room import Room
from workshop.screen.theme import themed
from workshop.words import Catalogue

# What is not needed for the first paint is imported just after it, or when it is asked for.
if TYPE_CHECKING:
    from workshop.screen.chime import Chime
    from workshop.screen.facilitator.leaving import Leaving
    from workshop.screen.facilitator.projecting import Projecting
    from workshop.screen.parts.message_bar import MessageBar

_JOURNAL_READ = 400  # milliseconds after which the journal is read, when there is something to look at


class FacilitatorWindow(QMainWindow):
    """Arranges the parts around one open session."""

    language_chosen = Signal(str)
    theme_chosen = Signal(str)
    home_wanted = Signal()
    rehearsal_wanted = Signal()
    session_wanted = Signal(object)  # another one's file
    closed = Signal()

    def __init__(self, house: House, opened: Opened, language: str, theme_name: str) -> None:
        super().__init__()
        self.house, self.opened = house, opened
        self.language, self.theme = language, themed(theme_name)
        self.words = Catalogue(language)
        self.bridge = Bridge(opened.session, self.words, self)
        self.room = Room(self.bridge, opened.exercises, self.words, self)
        self.switch = ExerciseSwitch(self)
        self.programming = ProgrammePlace(self)
        self._painted = False
        self._names = QTimer(self, singleShot=True)
        self._names.timeout.connect(self._name_undo)
        self.bridge.closed.connect(self._names.stop)
        self.bridge.changed.connect(self._follow)
        self.bridge.refused.connect(self._refused)
        self.bridge.told.connect(lambda said: self.messages.say(said, "told"))
        self.bridge.saved.connect(lambda at: self.header.show_saved(at, self.rehearsal))
        self.resize(1366, 768)
        self._build()

    @property
    def text(self) -> ExerciseText:
        """The exercise's text in the language of the window, or in the one that it has."""
        return in_language(self.opened.texts, self.language)

    @property
    def rehearsal(self) -> bool:
        """Whether this is a throw-away copy."""
        return self.bridge.state.need("stage", Stage).rehearsal

    @property
    def step(self) -> Step:
        """The step that the stage stands on."""
        return self.opened.exercise.step(self.bridge.state.need("stage", Stage).step)

    @property
    def view(self) -> View:
        """The step's board as the facilitator sees it."""
        return view_of(self.bridge.seen, self.opened.exercise, self.text, self.words, self.step)

    # Building

    @cached_property
    def messages(self) -> MessageBar:
        """Says over the board's title why something could not be done, or what was done."""
        from workshop.screen.parts.message_bar import MessageBar

        made = MessageBar(self.words)
        self.desk.lay_over(made)
        return made

    @cached_property
    def projecting(self) -> Projecting:
        """The wall from the facilitator's side."""
        from workshop.screen.facilitator.projecting import Projecting

        made = Projecting(self.bridge, self.room, self, self.theme, self.house)
        made.stepped.connect(self.step_by)
        made.changed.connect(self._quiet)  # what was said of the wall
        made.changed.connect(self.show_stage)
        self.room.changed.connect(self._show_wall)  # a window manager may bring the wall up late
        return made

    @cached_property
    def leaving(self) -> Leaving:
        """What leaves the window for a file or a question."""
        from workshop.screen.facilitator.leaving import Leaving

        return Leaving(self)

    @cached_property
    def chime(self) -> Chime:
        """What sounds when the time is up."""
        from workshop.screen.chime import Chime

        return Chime(self.room.clock, self.house, self)

    def paintEvent(self, event: QPaintEvent) -> None:
        """The first paint is of what one works with at once; the rest follows just after it."""
        super().paintEvent(event)
        if not self._painted:
            self._painted = True
            QTimer.singleShot(0, self, self.furnish)

    def furnish(self) -> None:
        """Fill what was left empty for the first paint."""
        self.papers.fill("guide")
        self.chime.show_on(self.actions_["chime"])

    def _build(self) -> None:
        """Make every widget in the chosen language and theme; the session and the wall go on meanwhile."""
        self.actions_ = actions.add_actions(self, self.words, does(self))
        actions.add_choices(self, self.words, self.language, self.theme.name, self._choose)
        self.__dict__.pop("messages", None)  # it lay over the board that goes
        self.desk = BoardDesk(self.bridge, self.theme)
        self.steps = StepList(self.words, self.theme)
        self.papers = Papers(self.bridge, lambda said: steering.write_memo(self.bridge, self.step, said))
        self.header = Header(self.room.clock, self.actions_, self.words, self.theme)
        self.copy = WallCopy(self.room, self.theme, self.words)
        self._connect()
        whole = QWidget()
        column = QVBoxLayout(whole)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        work = QWidget()
        row = QHBoxLayout(work)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(Side(self.steps, self.copy, self.actions_, self.words, self.theme))
        row.addWidget(self.desk, 1)
        row.addWidget(self.papers)
        column.addWidget(self.header)
        self.programming.build(column, work)
        self.setCentralWidget(whole)
        self._show_all()
        self.programming.settle()

    def _connect(self) -> None:
        self.steps.chosen.connect(self.go_to)
        self.papers.furnished.connect(self._begin_paper)
        self.papers.erase_wanted.connect(lambda: self.leaving.erase())
        self.desk.worked.connect(self._quiet)
        self.desk.capture.left.connect(self._quiet)

    def _begin_paper(self, page: str) -> None:
        """Show on a page that has just been filled what it is for."""
        if page == "guide":
            self.papers.guide.ticked.connect(lambda on: steering.tick(self.bridge, self.step, on))
            self._show_guide()
        elif page == "agreed":
            from workshop.screen.facilitator import agreeing

            self.papers.agreed.wanted.connect(lambda id: agreeing.work_on(self, id))
            self.papers.agreed.worked.connect(self._quiet)
            self._show_agreed()
        else:
            self._show_memo()

    def _quiet(self, only: str = "") -> None:
        """Take away what was said; nothing where nothing was, or not of the kind that alone may go."""
        if "messages" in self.__dict__ and only in ("", self.messages.kind):
            self.messages.clear()

    # Showing

    def _show_all(self) -> None:
        self.header.show_saved("" if self.opened.read_only else clock.local("%H:%M"), self.rehearsal)
        self._show_run()
        self.show_stage()
        self._names.start(_JOURNAL_READ)

    def name_window(self) -> None:
        """Give the window its title; the computer's own lists show it, so of a protected session it is the file's."""
        named = self.opened.path.stem if self.opened.protected else self._title
        self.setWindowTitle(f"{self.words('REHEARSAL') + ' · ' if self.rehearsal else ''}{named} – Verkstad")

    def _show_title(self) -> None:
        cover = self.bridge.state.get("cover", Cover)
        self._title = cover.title if cover else self.opened.path.stem
        self.name_window()
        self.header.show_title(self._title, self.switch.names()[self.bridge.state.need("stage", Stage).run])

    def _show_run(self) -> None:
        self._show_title()
        self.steps.show_exercise(self.opened.exercise, self.text)
        self._show_step()

    def _show_step(self) -> None:
        self.steps.show_step(self.step.key)
        if self.papers.has("guide"):
            self._show_guide()
        if self.papers.has("memo"):
            self._show_memo()
        self._show_board()

    def _show_guide(self) -> None:
        may_erase = self.step is self.opened.exercise.steps[-1] and bool(steering.raw_notes(self.bridge.state))
        self.papers.show_step(self.step, self.text, self.ticked, may_erase)

    def _show_memo(self) -> None:
        memo = steering.memo_of(self.bridge, self.step)
        self.papers.memo.show_memo(memo.text if memo else "")

    def _show_board(self) -> None:
        self.desk.show_view(self.view)
        if self.room.stage.turns or self.desk.turn_line:
            from workshop.screen.facilitator import turns

            turns.show(self)
        if self.papers.has("agreed"):
            self._show_agreed()

    def _show_agreed(self) -> None:
        from workshop.screen.facilitator import agreeing

        self.papers.agreed.show_view(agreeing.view(self))

    def show_stage(self) -> None:
        """Let every switch stand as it really is."""
        stage, made = self.bridge.state.need("stage", Stage), self.actions_
        shown = {
            "close": stage.close or bool(stage.spotlight),
            "blank": stage.blank,
            "freeze": stage.frozen,
            "rehearse": stage.rehearsal,
            "alone": stage.alone,
            "agreed": stage.agreed,
            "large": stage.large,
            "share_raw": bool(steering.run_of(self.bridge).shared),
            "unlock": "unlocked" in self.bridge.state,
            "shut": self.opened.read_only and filing_of(self.bridge.state).shut,
        }
        for name, on in shown.items():
            made[name].setChecked(on)
        self._show_wall()
        made["erase"].setEnabled(bool(steering.raw_notes(self.bridge.state)))
        made["tick"].setEnabled(self.step.tick)
        self.header.show_time()

    def _show_wall(self) -> None:
        self.actions_["project"].setChecked(self.room.on_wall)
        self.header.show_wall(self.room.told())

    def _name_undo(self) -> None:
        actions.name_undo(self.actions_, self.bridge.session.history, self.words)

    def _follow(self, change: Change) -> None:
        """Show what a change touches, and no more."""
        self.programming.follow(change)
        stage = change.updated.get("stage", {})
        scopes = {record.scope for record in (*change.added.values(), *change.removed.values())}
        scopes |= {r.scope for id in change.updated if (r := self.bridge.state.get(id, Record))}
        names = "unlocked" in change.added or "unlocked" in change.removed
        if scopes - {Scope.PRESENCE}:
            self._quiet("refusal")  # what could not be done is over when something else could
        if "frozen" in stage:
            self.copy.refresh()  # nothing else on the wall changes then
        if "cover" in change.updated:
            self._show_title()
        if "run" in stage:
            self._show_run()
            standing = self.bridge.state.need("stage", Stage)
            if not standing.left and not standing.since:  # the exercise that was here has been taken back
                QTimer.singleShot(0, self, lambda: self.switch.go_to(standing.run))
        elif "step" in stage:
            self._show_step()
        elif names or Scope.DOCUMENT in scopes or stage.keys() & {"curtain", "sheet", "spotlight", "turns", "turn"}:
            self._show_board()
            self._show_papers()
        elif Scope.PRESENCE in scopes:
            self.desk.show_picked()
        self.show_stage()
        if Scope.DOCUMENT in scopes:
            self._names.start(0)  # the history hears of a change after its followers

    def _show_papers(self) -> None:
        if self.papers.has("memo"):
            self._show_memo()
        if self.papers.has("guide"):
            self.papers.guide.show_tick(self.ticked)

    # Doing

    def rehearse(self) -> None:
        """Begin to rehearse on a copy; in a rehearsal, end it."""
        if self.rehearsal:
            self.close()
        elif self.finish():
            self.rehearsal_wanted.emit()
        self.show_stage()

    def finish(self) -> bool:
        """Finish what is being written on a card or in the notes; False where it could not be kept."""
        self.programming.finish()
        return self.desk.finish() and self.papers.keep()

    def go_to(self, key: str) -> None:
        """Go to a step; nothing is lost, and the room follows."""
        if key == self.step.key:
            steering.to_board(self.bridge, self.step)
        elif self.finish():
            if steering.go_to(self.bridge, self.opened.exercise, key):
                self._quiet()
            self.desk.capture.focus()
        self.steps.show_step(self.step.key)

    def _refused(self, said: str) -> None:
        """Say why, and let every switch stand as it really is."""
        self.messages.say(said)
        self.show_stage()
        self._show_papers()

    def step_by(self, by: int) -> None:
        """Go to the next step or the one before; past what must be agreed on only when it is."""
        if steering.to_board(self.bridge, self.step):
            return
        steps = self.opened.exercise.steps
        at = steps.index(self.step) + by
        if by > 0 and self.step.tick and not self.ticked:
            said = self.words("Agree on this first (Ctrl+K), or choose another step in the list to skip it.")
            self.messages.say(said)
        elif 0 <= at < len(steps):
            self.go_to(steps[at].key)
        else:
            said = self.words("This is the last step.") if by > 0 else self.words("This is the first step.")
            self.messages.say(said, "told")

    @property
    def ticked(self) -> bool:
        """Whether the step that asks for it is agreed to."""
        return self.step.key in steering.run_of(self.bridge).ticked

    def _choose(self, what: str, which: str) -> None:
        (self.language_chosen if what == "language" else self.theme_chosen).emit(which)

    def speak(self, language: str, theme_name: str) -> None:
        """Go on in another language or theme, with what is half written."""
        if not self.finish():
            return
        written = self.desk.capture.what_is_written()
        begun = self.papers.agreed.begun() if self.papers.has("agreed") else None
        self.language, self.theme, self.words = language, themed(theme_name), Catalogue(language)
        self.bridge.words = self.words
        self.room.speak(self.words)
        if "projecting" in self.__dict__:
            self.projecting.dress(self.theme)
        self._build()
        self.furnish()
        if begun:
            self.papers.agreed.go_on(*begun)
        self.desk.capture.again(written)
        self.programming.settle()

    def closeEvent(self, event: QCloseEvent) -> None:
        """Leave with everything saved: the wall first, then the file."""
        if not self.leaving.may_close():
            event.ignore()
            return
        if "projecting" in self.__dict__:
            self.projecting.close()
        self.leaving.keep_picture()
        self.bridge.close()
        self.opened.close()
        self.closed.emit()
        event.accept()
