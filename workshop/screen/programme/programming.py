"""What one does with the programme in the facilitator's window."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from workshop.model import planning, template
from workshop.model.change import Change, State, together, update
from workshop.model.guard import findings
from workshop.model.late import CatchUp, late, told
from workshop.model.planned import Actual, Block
from workshop.model.record import Id, Run, Stage
from workshop.model.refusal import Refusal
from workshop.model.today import begin_block, going_on, today
from workshop.screen.boards.desk import Pick
from workshop.screen.parts.chooser import Chooser
from workshop.screen.parts.key_button import native
from workshop.screen.parts.question import may_stay
from workshop.screen.programme import between, clip
from workshop.screen.programme.late_form import LateForm
from workshop.screen.programme.page import Deed, ProgrammePage
from workshop.words import N_

if TYPE_CHECKING:
    from workshop.screen.facilitator.window import FacilitatorWindow

_LATE = 25  # minutes that are proposed where nobody knows how late it is


class Programming(QObject):
    """Speaks for a facilitator's window; made when the programme is first opened."""

    def __init__(self, window: FacilitatorWindow) -> None:
        super().__init__(window)
        self._window = window
        shelf = window.house.shelf(window.language)
        self._shelf = {found.name: found for found in shelf if found.minutes}
        self.late_form = LateForm(window.words, self._catch_up)
        self.page = page = ProgrammePage(
            window.theme,
            window.words,
            [Pick(found.name, found.title) for found in self._shelf.values()],
            self._deeds(),
            self._papers(),
            {found.name: found.minutes for found in self._shelf.values()},
            self.late_form,
        )
        page.list.wants_edit.connect(page.write)
        page.list.dropped.connect(self.drop)
        page.block.changed.connect(self._change)
        page.block.left.connect(page.back)
        page.block.opened.connect(self.begin)
        page.block.restored.connect(lambda: self._each(planning.restore, N_("as it was planned")))
        page.day.changed.connect(self._change_day)
        page.day.removed.connect(self.remove_day)
        page.day.left.connect(page.back)
        self.late_form.accepted.connect(self.catch_up)
        self.late_form.left.connect(page.back)
        window.bridge.refused.connect(lambda said: page.isVisible() and page.messages.say(said))
        window.bridge.told.connect(lambda said: page.isVisible() and page.told(said))

    @property
    def _state(self) -> State:
        return self._window.bridge.state

    def now(self) -> str:
        """The local time, ISO."""
        return self._window.programming.now()

    def _deeds(self) -> list[Deed]:
        said = self._window.words
        return [
            ("Ctrl+N", said("New block"), self.add),
            ("F2", said("Change"), lambda: self.page.write()),
            ("Return", "", lambda: self.page.write()),
            ("Ctrl+Return", said("Begin it"), self.begin),
            ("Alt+Up", said("Up"), lambda: self.move(-1)),
            ("Alt+Down", said("Down"), lambda: self.move(1)),
            ("Ctrl+C", said("Copy"), self.copy),
            ("Ctrl+X", said("Cut out"), self.cut),
            ("Ctrl+V", said("Paste"), self.paste),
            ("Del", said("Remove"), self.remove),
            ("Ctrl+B", said("Same time"), self.beside),
            ("Ctrl+D", said("New day"), self.add_day),
        ]

    def _papers(self) -> list[Deed]:
        said = self._window.words
        return [
            ("Ctrl+Shift+O", said("Ready programmes"), self.choose_ready),
            ("Ctrl+Shift+K", said("Keep as my own"), self.keep_own),
            ("Ctrl+Shift+P", said("Programme (PDF)"), lambda: self.print(script=False)),
            ("Ctrl+Alt+P", said("Script (PDF)"), lambda: self.print(script=True)),
        ]

    def keys(self) -> list[tuple[str, str]]:
        """All keys of the page, for F1."""
        return [(native(key), said) for key, said, _ in (*self._deeds(), *self._papers()) if key and said]

    # Showing

    def show(self) -> None:
        """Show the programme of now."""
        self.page.show_state(self._state)

    def open(self) -> None:
        """Show the programme of now, with what goes on picked."""
        self.show()
        if going := going_on(self._state):
            self.page.list.pick([going.block])

    # Changing

    def _do(self, make: Callable[[], Change], label: str, merge: str = "") -> bool:
        return self._window.bridge.do(lambda: between.retimed(self._state, make()), label, merge)

    def _each(self, make: Callable[[State, Id], Change], label: str) -> None:
        ids = self.page.list.ids()
        self._do(lambda: together(*(make(self._state, id) for id in ids)), label)

    def add(self) -> None:
        """A new block after the picked one, to be written on."""
        ids, before = self.page.list.ids(), {block.id for block in self._state.all(Block)}
        title, day = self._window.words("New block"), self.page.list.day()
        after = ids[-1] if ids else ""
        if self._do(lambda: planning.add_block(self._state, title, after=after, day=day), N_("add a block")):
            self.page.list.pick([block.id for block in self._state.all(Block) if block.id not in before])
            self.page.write()

    def move(self, by: int) -> None:
        """The picked blocks one place up or down."""
        ids = self.page.list.ids()
        self._do(lambda: planning.move_by(self._state, ids, by), N_("move a block"))

    def drop(self, ids: tuple[Id, ...], day: int, before: Id) -> None:
        """Blocks to where they were dragged."""
        self._do(lambda: planning.move_blocks(self._state, ids, day, before), N_("move a block"))

    def copy(self) -> None:
        """The picked blocks on the clipboard."""
        if blocks := planning.copied(self._state, self.page.list.ids()):
            clip.lay(blocks)

    def cut(self) -> None:
        """The picked blocks away and on the clipboard."""
        self.copy()
        self.remove()

    def paste(self) -> None:
        """What lies on the clipboard after the picked block."""
        ids, day, before = self.page.list.ids(), self.page.list.day(), {b.id for b in self._state.all(Block)}
        after = ids[-1] if ids else ""
        if self._do(lambda: planning.paste(self._state, clip.taken(), after, day), N_("paste blocks")):
            self.page.list.pick([block.id for block in self._state.all(Block) if block.id not in before])

    def remove(self) -> None:
        """The picked blocks away; where a day's heading is picked, nothing."""
        if ids := self.page.list.ids():
            self._do(lambda: planning.remove_blocks(self._state, ids), N_("remove a block"))

    def beside(self) -> None:
        """Have the picked block go on at the same time as the one before it, or after it again."""
        if block := self._picked():
            on = not block.beside
            self._do(lambda: planning.edit_block(self._state, block.id, beside=on), N_("change a block"))

    def add_day(self) -> None:
        """One more day, picked, with its beginning to be written."""
        if self._do(lambda: planning.add_day(self._state), N_("add a day")):
            self.page.list.pick_day(len(self._state.need("programme", planning.Programme).days) - 1)
            self.page.write()

    def remove_day(self) -> None:
        """The picked day away, with its blocks."""
        day = self.page.list.day()
        self._do(lambda: planning.remove_day(self._state, day), N_("remove a day"))
        self.page.back()

    def _picked(self) -> Block | None:
        row = self.page.list.row()
        return self._state.get(row.id, Block) if row else None

    def _change(self, id: Id, name: str, value: object, done: bool) -> None:
        """What is written in the form; a text that may point to a person is asked about when it is done."""
        block, form = self._state.get(id, Block), self.page.block
        if block is None or getattr(block, name) == value:
            return
        if isinstance(value, str) and findings(value):
            if not done:
                form.wait_on(name)
                return
            if not may_stay(self.page, self._window.words, value):
                form.wait_on(name)
                getattr(form, name).setFocus()
                return
        fields: dict[str, object] = {name: value}
        if name == "keep" and value == "shrink" and not block.least:
            fields["least"] = max(1, block.minutes // 3 * 2)
        if name == "exercise":
            fields["run"] = ""
            if (found := self._shelf.get(str(value))) and block.title == self._window.words("New block"):
                fields |= {"title": found.title, "minutes": found.minutes, "way": "write"}
        make = lambda: planning.edit_block(self._state, block.id, **fields)  # noqa: E731
        if not self._do(make, N_("change a block"), f"block:{block.id}:{name}"):
            self.page.show_state(self._state)

    def _change_day(self, day: int, name: str, said: str) -> None:
        if not self._do(lambda: planning.set_day(self._state, day, **{name: said}), N_("change a day's times")):
            self.page.show_state(self._state)

    # Running

    def begin(self) -> None:
        """Begin the picked block: an exercise is taken up, or gone to where it is there already."""
        if block := self._picked():
            self.begin_block(block)
        else:
            self._window.bridge.refused.emit(self._window.words("Pick the block that is to begin first."))

    def begin_next(self) -> None:
        """Begin the block that comes next."""
        found = today(self._state, self.now())
        if found and found.following:
            self.begin_block(found.following.block)

    def begin_block(self, block: Block) -> None:
        """Begin a block: what went on before it ends, and the room goes to its exercise."""
        window, now = self._window, self.now()
        self.page.list.pick([block.id])
        begun = lambda: together(begin_block(self._state, block.id, now), self._on_the_wall(block))  # noqa: E731
        if not block.exercise:
            self._do(begun, "")
        elif self._state.get(block.run, Run):
            self._do(begun, "")
            if window.bridge.state.need("stage", Stage).run != block.run:
                window.switch.go_to(block.run)
            window.programming.show(False)
        elif made := window.switch.taken_up(block.exercise):
            change, run = made
            held = together(change, update(block, run=run))
            if self._do(lambda: together(held, begun()), N_("begin a block")):
                window.programming.show(False)

    def _on_the_wall(self, block: Block) -> Change:
        """The title of a block without an exercise; the board again when one with an exercise begins."""
        bridge = self._window.bridge
        if block.exercise:
            return between.board_again(bridge, self._window.step.minutes)
        return between.title_of(bridge, block, self.now())

    # Late

    def _spent(self) -> tuple[Id, int, int]:
        """The block that goes on or comes, how late one is, and what has passed of it."""
        found = today(self._state, self.now())
        slot = (found.slot or found.following) if found else None
        if found is None or slot is None:
            return "", _LATE, 0
        return slot.block.id, found.late if found.late and found.late > 0 else _LATE, found.spent

    def _catch_up(self, minutes: int) -> CatchUp:
        id, _, spent = self._spent()
        return late(self._state, minutes, id, spent)

    def ask_late(self) -> None:
        """“We are late”: propose what to cut."""
        self.page.show_late(self._spent()[1])

    def catch_up(self, minutes: int) -> None:
        """Do as was proposed, and say what was cut."""
        window = self._window
        try:
            found = self._catch_up(minutes)
        except Refusal as no:
            window.bridge.refused.emit(window.words.refusal(no))
            return
        if self._do(lambda: found.change, N_("catch up")):
            window.bridge.told.emit(" ".join(told(found, window.words)))
            self.page.back()

    # Ready programmes and paper

    def choose_ready(self) -> None:
        """Take a ready programme in the place of the one that is there; Ctrl+Z takes it back."""
        window = self._window
        found = {ready.name: ready for ready in window.house.programmes()}
        language = window.language
        picks = [Pick(name, f"{r.title(language)}. {r.short(language)}") for name, r in found.items()]
        chooser = Chooser(window, window.words("Ready programmes"), picks, window.words)
        chosen = chooser.chosen() if chooser.exec() else ""
        if chosen in found:
            there = bool(self._state.all(Block))
            self._do(lambda: template.use(self._state, found[chosen], language), N_("take a ready programme"))
            if there:
                window.bridge.told.emit(window.words("It has taken the place of the one before. Ctrl+Z takes it back."))
            self.page.list.setFocus()

    def keep_own(self) -> None:
        """Keep the programme among one's own, to begin from another time."""
        from PySide6.QtWidgets import QInputDialog

        window, words = self._window, self._window.words
        start = self._state.need("programme", planning.Programme).title if self._state.all(Block) else ""
        said = words("What is the programme to be called?")
        title, ok = QInputDialog.getText(window, words("Keep as my own"), said, text=start)
        if not ok:
            return
        as_it_went = self._as_it_went()
        if as_it_went is None:
            return
        try:
            window.house.keep_programme(window.opened, title, window.language, as_it_went)
        except Refusal as no:
            window.bridge.refused.emit(words.refusal(no))
        else:
            window.bridge.told.emit(words("“{title}” is among the ready programmes now.", title=title.strip()))

    def _as_it_went(self) -> bool | None:
        """Whether the blocks are to be as long as they really became, where some have been; None: thought better of."""
        if not any(actual.ended for actual in self._state.all(Actual)):
            return False
        words = self._window.words
        picks = [Pick("planned", words("As they were planned")), Pick("went", words("As they became this time"))]
        chooser = Chooser(self._window, words("How long are the blocks to be?"), picks, words)
        return chooser.chosen() == "went" if chooser.exec() else None

    def print(self, script: bool) -> None:
        """Write the programme, or the script of it, as a PDF."""
        from PySide6.QtWidgets import QFileDialog

        from workshop.screen.facilitator.leaving import suggested
        from workshop.screen.papers.asked import Asked

        window, words = self._window, self._window.words
        name = words("script") if script else words("programme")
        start = suggested(f"{window.opened.path.stem}-{name}.pdf")
        chosen, _ = QFileDialog.getSaveFileName(window, words("Save the programme"), start, "PDF (*.pdf)")
        if chosen:
            window.leaving.write(Asked(paper="programme", full=script), Path(chosen))
