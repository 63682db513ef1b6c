"""The middle of the facilitator's window: the board and its text twin, what one can do there, and the capture line."""

from __future__ import annotations

from dataclasses import replace
from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, Qt, QTimer, Signal
from PySide6.QtGui import QAction, QKeySequence, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from workshop.look import measure
from workshop.model.anonymous import is_anonymous
from workshop.model.boards import KINDS as BOARDS
from workshop.model.change import Change, add, update
from workshop.model.notes import over
from workshop.model.picture import Branch, Frame, Picture, View
from workshop.model.record import Board, Id, Note, Record, Selection
from workshop.model.refusal import Refusal
from workshop.screen.board_view import BoardView
from workshop.screen.boards import KINDS
from workshop.screen.boards.cards import meaningless
from workshop.screen.boards.desk import Command, Desk, Written
from workshop.screen.bridge import Bridge
from workshop.screen.drawing import BoardScene
from workshop.screen.facilitator.inviting import invitations
from workshop.screen.parts.capture_line import CaptureLine
from workshop.screen.parts.command_bar import CommandBar
from workshop.screen.parts.pieces import Elided, label
from workshop.screen.theme import Theme, letters
from workshop.words import N_

# What the first paint does without is imported where it is used.
if TYPE_CHECKING:
    from workshop.screen.facilitator.editing import Editing
    from workshop.screen.parts.turn_line import TurnLine
    from workshop.screen.parts.twin import Twin

_EDGE = 20  # pixels between the board and the view's edge
_UNSEEN = 200  # milliseconds after which the board is drawn also where another window hides it
_INNER = 10  # pixels between the board's edge and its cards


class BoardDesk(QWidget):
    """One board to work on. Everything done here goes through the bridge; what is picked lies in the session."""

    worked = Signal()  # something was written or done on the board

    def __init__(self, bridge: Bridge, theme: Theme) -> None:
        super().__init__()
        self.bridge, self.theme = bridge, theme
        self._view: View | None = None
        self._shown: tuple[object, ...] = ()  # the board and the step that are shown
        self._drawn: tuple[object, ...] = ()  # all that the picture was made from
        self.turn_line: TurnLine | None = None  # while a round is on, see turns.py
        self.turn = ""
        words = bridge.words
        self.scene = BoardScene()
        self.board = BoardView(self.scene, words("Board"))
        self.pages = QStackedWidget()
        self.pages.addWidget(self.board)
        self.title = Elided("large")
        self.empty = label(quiet=True)
        self.empty.setParent(self.board.viewport())
        self.empty.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.empty.setWordWrap(True)
        self.commands = CommandBar(theme, words("What you can do with the card"), words("More …"))
        self.capture = CaptureLine(words)
        self.nudge = label(role="small", wraps=True)
        self._arrange()
        self.board.picked.connect(self.pick)
        self.board.opened.connect(self.edit)
        self.board.dropped.connect(self._dropped)
        self.board.painting.connect(self._draw_first)
        self.board.resized.connect(lambda: QTimer.singleShot(0, self._draw_again))
        self.commands.asked.connect(self.carry_out)
        self.capture.written.connect(self.write)
        self.capture.chosen.connect(self.choose)
        self.capture.left.connect(lambda: self.shown().setFocus(Qt.FocusReason.ShortcutFocusReason))
        self._add_edit_key()

    @cached_property
    def twin(self) -> Twin:
        """The board in words."""
        from workshop.screen.parts.twin import Twin

        made = Twin(self.bridge.words)
        made.picked.connect(self.pick)
        made.wants_edit.connect(self.edit)
        made.offers = self.commands.actions
        self.pages.addWidget(made)
        return made

    @cached_property
    def editing(self) -> Editing:
        """Writing on a card where it lies."""
        from workshop.screen.facilitator.editing import Editing

        return Editing(self)

    def finish(self) -> bool:
        """Finish what is being written on a card; False where it could not be kept."""
        return "editing" not in self.__dict__ or self.editing.finish()

    def _arrange(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(_EDGE, 8, _EDGE, 16)
        column.setSpacing(8)
        head = QHBoxLayout()
        head.setContentsMargins(_INNER, 0, 0, 0)
        head.addWidget(self.title, 1)
        head.addWidget(self.commands.habits)
        column.addLayout(head)
        column.addWidget(self.commands)
        column.addWidget(self.pages, 1)
        column.addWidget(self.nudge)
        column.addWidget(self.capture)

    def lay_over(self, messages: QWidget) -> None:
        """A message lies over the board's title, so that no card is hidden and nothing moves when it comes and goes."""
        from workshop.screen.parts.laid_over import LaidOver

        LaidOver(messages, self, _EDGE)

    def lay_above_writing(self, widget: QWidget) -> None:
        """Something that concerns what is written stands just above the line."""
        column = self.layout()
        assert isinstance(column, QVBoxLayout)
        column.insertWidget(column.indexOf(self.capture), widget)

    def _add_edit_key(self) -> None:
        action = QAction(self.bridge.words("Change the words"), self)
        action.setShortcut(QKeySequence("F2"))
        action.setShortcutContext(Qt.ShortcutContext.WindowShortcut)
        action.triggered.connect(lambda: self.edit(self.desk.first))
        self.addAction(action)
        self.edit_action = action

    # What is shown

    @property
    def desk(self) -> Desk:
        """The board and what is picked on it."""
        assert self._view is not None
        named = self._picked()
        picked = tuple(id for id in named if id in self.bridge.state)
        return Desk(replace(self._view, state=self.bridge.seen), picked, named)

    def _picked(self) -> tuple[Id, ...]:
        selection = self.bridge.state.get("selection", Selection)
        return selection.ids if selection else ()

    def show_view(self, view: View) -> None:
        """Show a board as a step asks for it; what is half written stays where it is the same board."""
        self._view = view
        place = (view.board.id, view.step.key)
        if place != self._shown:
            self._shown = place
            self.board.verticalScrollBar().setValue(0)
        self.title.say(view.text.title)
        kind = KINDS[view.board.kind]
        entry = kind.entry(self.desk)
        named = entry.tables and not is_anonymous(self.bridge.state)
        self.capture.show_entry(replace(entry, tables=named))
        offered = kind.commands(self.desk)
        self.commands.show_commands([*offered, *meaningless(self.desk, offered)])
        self._nudge()
        self._draw()

    def _nudge(self) -> None:
        """Say quietly, to the facilitator only, where the group stands."""
        said = " ".join(self._nudges())
        self.nudge.setText(said)
        self.nudge.setAccessibleName(said)
        self.nudge.setMinimumHeight(self.nudge.fontMetrics().lineSpacing())
        self.nudge.setVisible(
            bool(said or self._nudging())
        )  # also where nothing is said, so that nothing jumps when it is

    def _nudging(self) -> list[View]:
        """The boards that may have something to say: this one, and when it comes to agreeing those that led here."""
        view, here = self.desk.view, [self.desk.board]
        if view.step.agreements:
            here += [board for board in self.bridge.seen.inside(view.board.run, Board) if board.id != view.board.id]
        return [replace(view, board=board) for board in here if BOARDS[board.kind].nudges]

    def _nudges(self) -> tuple[str, ...]:
        words, asked = self.bridge.words, ((BOARDS[view.board.kind].nudges, view) for view in self._nudging())
        unsigned = words("Anonymous step: the file keeps neither who wrote nor in which order.")
        said = tuple(said for nudges, view in asked if nudges for said in nudges(view))
        return (unsigned, *said) if is_anonymous(self.bridge.state) else said

    def show_picked(self) -> None:
        """Show which cards are picked and what belongs to them, and nothing else."""
        self.scene.select(self._picked())
        if self._view and self.scene.picture:
            self.scene.show_chain(*KINDS[self.desk.board.kind].chain(self.desk, self.scene.picture))
        if self._in_words():
            self.twin.show_outline(self._outline(), self._picked())

    def frame(self) -> Frame:
        """The desk's frame: as wide as the view beside its scroll bar, as high as the cards need.

        The bar's room is left also while there is none, so that no card is laid out anew when it comes.
        """
        bar = self.board.verticalScrollBar().sizeHint().width()
        room = self.board.maximumViewportSize().width() - bar - 16
        width = max(320.0, room / max(0.2, self.board.zoom if self.board.zoom > 1 else 1.0))
        height = max(200.0, self.board.viewport().height() - 8.0)
        return Frame(width, height, letters("text"), letters("small"), measure)

    def picture(self) -> Picture:
        """The board laid out for the desk."""
        desk = self.desk
        return BOARDS[desk.board.kind].layout(desk.view, self.frame())

    def showEvent(self, event: QShowEvent) -> None:
        """The board is drawn when it is painted first: until then a window manager may give it another size."""
        super().showEvent(event)
        self._drawn = ()
        QTimer.singleShot(_UNSEEN, self, self._draw_first)

    def _draw_first(self) -> None:
        if not self._drawn:
            self._draw()

    def _draw_again(self) -> None:
        if self._drawn:
            self._draw()

    def _draw(self) -> None:
        if self._view is None or not self.isVisible():
            return
        drawn = (self._view.state, self._view.step, self._view.text, self.frame())
        if drawn == self._drawn:
            self.show_picked()
            return
        self._drawn = drawn
        picture, words = self.picture(), self.bridge.words
        entry = KINDS[self.desk.board.kind].entry(self.desk)
        writes = not entry.goes_on
        invites = invitations(picture, entry.picks, words, letters("small")) if writes else ()
        self.scene.show(replace(picture, placed=(*picture.placed, *invites)), self.theme)
        first = words("Nothing lies here yet. Write the first card on the line below (Ctrl+L).")
        later = words("No card has come this far yet. Cards are written in an earlier step.")
        self.empty.setText(first if writes else later)
        self.empty.setVisible(
            not invites
            and not self._nudges()
            and not any(placed.role in ("card", "plain") for placed in picture.placed)
        )
        self.empty.setGeometry(self.board.viewport().rect().adjusted(40, 60, -40, 0))
        self.show_picked()

    def _outline(self) -> tuple[Branch, ...]:
        """The board in words, first of all what is said quietly under it."""
        desk = self.desk
        said = (Branch(f"nudge:{number}", words) for number, words in enumerate(self._nudges()))
        return *said, *BOARDS[desk.board.kind].outline(desk.view)

    def shown(self) -> BoardView | Twin:
        """The board or its twin, whichever is in front."""
        return self.twin if self._in_words() else self.board

    def _in_words(self) -> bool:
        return self.pages.currentWidget() is not self.board

    def show_twin(self, words: bool) -> None:
        """Show the board in words, or as a picture."""
        self.pages.setCurrentWidget(self.twin if words else self.board)
        self.show_picked()
        self.shown().setFocus(Qt.FocusReason.ShortcutFocusReason)

    # What is done

    def pick(self, ids: tuple[Id, ...]) -> None:
        """Pick cards; where the twin or the board did it, the other follows."""
        if ids == self._picked():
            return
        selection = self.bridge.state.get("selection", Selection)
        change = update(selection, ids=ids) if selection else add(Selection(id="selection", ids=ids))
        self.bridge.do(change, "")

    def write(self, written: Written) -> None:
        """Put what the capture line says on the board."""
        from workshop.screen.parts.question import may_stay

        desk = self.desk
        entry = KINDS[desk.board.kind].entry(desk)
        if not all(may_stay(self, self.bridge.words, text) for text in written.values.values()):
            return
        before = self._lying()
        if self.bridge.write(lambda: entry.make(desk, written), entry.label):
            self.capture.taken()
            self.worked.emit()
            if not entry.goes_on:
                self._reveal(self._lying() - before)
            elif following := self._following(desk.first):
                self.pick_and_show(following)

    def choose(self, key: str) -> None:
        """What it means that another pick was chosen; what is being written on a card is finished first."""
        desk = self.desk
        chosen = KINDS[desk.board.kind].entry(desk).chosen
        if chosen and self.editing.finish():
            self.bridge.do(lambda: chosen(desk, key), "")

    def _lying(self) -> set[Id]:
        return {record.id for record in self.bridge.state.inside(self.desk.board.id, Record)}

    def _reveal(self, written: set[Id]) -> None:
        """Scroll to what was just written, without picking it; say so where the step doesn't show it."""
        if not written:
            return
        if item := next((item for id in written if (item := self.scene.item(id))), None):
            self.board.ensureVisible(item, 8, 8)
        elif any(self.bridge.state.get(id, Note) for id in written):
            said = self.bridge.words("The card is saved, but this step only shows the cards that are kept.")
            self.bridge.told.emit(said)

    def _following(self, id: Id) -> Id:
        """The card after one, as they lie now; in the same list first. "" after the last."""
        order = [p.id for p in self.scene.picture.placed if p.role == "card"] if self.scene.picture else []
        at = order.index(id) + 1 if id in order else len(order)
        return order[at] if at < len(order) else ""

    def pick_and_show(self, id: Id) -> None:
        """Pick a card and scroll to it."""
        self.pick((id,))
        if item := self.scene.item(id):
            self.board.ensureVisible(item, 8, 8)

    def carry_out(self, command: Command) -> None:
        """Do what a key or a button stands for, after asking for what it needs to know."""
        desk = self.desk
        try:
            chosen = self._asked(command, desk)
        except Refusal as no:
            self.bridge.refused.emit(self.bridge.words.refusal(no))
            return
        if chosen is None:
            return
        following = self._following(desk.first) if command.goes_on and len(desk.picked) == 1 else ""
        if self.bridge.do(lambda: command.make(desk, chosen), command.label):
            if following or (following := over(self.bridge.state, self._picked())):
                self.pick_and_show(following)
            if command.writes:
                self.capture.focus()
            self.worked.emit()

    def _asked(self, command: Command, desk: Desk) -> str | None:
        """What the facilitator is asked for first; "" where nothing is asked, None where it was called off.

        Refusal where nothing that is chosen would do.
        """
        words = self.bridge.words
        choices = command.choices(desk) if command.choices else ()
        title = command.title[:1].upper() + command.title[1:]
        asked = words(command.asks, title=title) if command.asks else title
        if choices or (command.new and desk.picked):
            from workshop.screen.parts.chooser import Chooser

            chooser = Chooser(self, asked, choices, words, command.new)
            return chooser.chosen() if chooser.exec() else None
        if command.lines and (start := command.lines(desk)):
            from workshop.screen.parts.line_each import LineEach

            dialog = LineEach(self, asked, start, words)
            return dialog.written() if dialog.exec() else None
        return ""

    def _dropped(self, id: Id, at: QPointF) -> None:
        desk = self.desk
        if self.scene.picture is None:
            return
        picture, dropped = self.scene.picture, KINDS[desk.board.kind].dropped
        self.bridge.do(lambda: dropped(desk, id, picture, at.x(), at.y()) or Change(), N_("move card"))

    def edit(self, id: Id) -> None:
        """Open a card for writing where it lies; where none is picked, say how one is."""
        if id:
            self.editing.begin(id)
        else:
            self.bridge.refused.emit(
                self.bridge.words("Pick a card first: Esc goes to the board, the arrow keys pick.")
            )

    def keys(self) -> list[tuple[str, str]]:
        """The board's keys now and what they do."""
        from workshop.screen.facilitator.board_keys import keys

        return keys(self.desk, self.bridge.words)
