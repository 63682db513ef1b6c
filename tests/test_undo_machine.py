"""Anything done in any order: after each thing the disk says what memory says; all can be undone, and done again."""

import shutil
import tempfile
import time
from pathlib import Path

from hypothesis import HealthCheck, settings
from hypothesis import strategies as some
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule

from tests import undo_layers, undo_map, undo_questions
from tests.undo_layers import AtTheIceberg
from tests.undo_map import AroundAPerson
from tests.undo_parking import AtTheParkingLot
from tests.undo_plan import AtThePlan
from tests.undo_questions import Asking
from workshop.model import begin
from workshop.model.boards import KINDS
from workshop.model.change import Change, State, add, together, update
from workshop.model.record import Agreement, Board, FollowUp, Note, Scope, Stage
from workshop.model.refusal import Refusal
from workshop.model.session import Session
from workshop.store.session_file import SessionFile

SORTS, ANSWERS = ("meeting", "mail"), ("never", "often")
texts = some.text(max_size=20) | some.sampled_from(["ett kort", "åäö", "👩‍👩‍👧", "'); DROP TABLE records; --"])
lists = some.sampled_from(["left", "right"])
hands = some.integers(-1, 1000)
dates = some.sampled_from(["", "2026-12-31", "i morgon"])


class AtTheTable(AtTheIceberg, AroundAPerson, Asking, AtThePlan, AtTheParkingLot, RuleBasedStateMachine):
    """Somebody who does whatever can be done, and is told no at times."""

    def __init__(self) -> None:
        super().__init__()
        self.folder = Path(tempfile.mkdtemp(prefix="verkstad-"))
        self.path = self.folder / "Frukost.workshop"

    @initialize()
    def sit_down(self) -> None:
        self.file = SessionFile.create(self.path, self._laid_out())
        self.session = Session(self.file.state, self.file, time.monotonic)
        self.start = self.session.state
        self.untold = False

    def _laid_out(self) -> State:
        """A board of every kind, and a second that cards never lie on."""
        boards = (
            Board(id="r:cards", run="r", key="cards", kind="two_lists", settings=(
                ("lists", ("left", "right")), ("sorts", SORTS), ("answers", ANSWERS),
                ("choose", 2), ("added", 1), ("turn", 2), ("most", 3),
            )),
            Board(id="r:agreed", run="r", key="agreed", kind="agreements"),
            undo_layers.BOARD,
            undo_questions.BOARD,
            undo_map.BOARD,
        )  # fmt: skip
        begun = together(begin.cover("Frukost"), begin.parties([("left", "Nämnden", "N"), ("right", "Kassan", "K")]))
        return together(begun, add(*boards)).apply(State())

    def _do(self, verb: str, *args: object, board: str = "cards", merge: str = "", **given: object) -> None:
        at = self.session.state.need(f"r:{board}", Board)
        before = self.session.state
        try:
            self.session.do(KINDS[at.kind].verbs[verb](before, at, *args, **given), verb, merge)
        except Refusal:
            assert self.session.state is before

    def _card(self, number: int) -> str:
        notes = self.session.state.all(Note)
        return notes[number % len(notes)].id if notes else "none"

    def _agreed(self, number: int, kind: type[Agreement] | type[FollowUp]) -> str | None:
        found = self.session.state.all(kind)
        return found[number % len(found)].id if found else None

    @rule(list=lists, text=texts, hands=hands, table=some.integers(0, 9))
    def write(self, list: str, text: str, hands: int, table: int) -> None:
        self._do("add_note", list, text, hands=hands, table=table)

    @rule(card=some.integers(0, 9), text=texts)
    def type_on(self, card: int, text: str) -> None:
        self._do("edit_note", self._card(card), text, merge=self._card(card))

    @rule(card=some.integers(0, 9), list=lists, before=some.integers(0, 9) | some.none())
    def move(self, card: int, list: str, before: int | None) -> None:
        self._do("move_note", self._card(card), list, "" if before is None else self._card(before))

    @rule(card=some.integers(0, 9))
    def remove(self, card: int) -> None:
        self._do("remove_note", self._card(card))

    @rule(card=some.integers(0, 9), into=some.integers(0, 9))
    def lay_under(self, card: int, into: int) -> None:
        self._do("merge_notes", self._card(card), self._card(into))

    @rule(card=some.integers(0, 9))
    def take_out(self, card: int) -> None:
        self._do("part_note", self._card(card))

    @rule(card=some.integers(0, 9), hands=hands)
    def count_hands(self, card: int, hands: int) -> None:
        self._do("give_hands", self._card(card), hands)

    @rule(card=some.integers(0, 9), sort=some.sampled_from([*SORTS, "nothing"]))
    def sort(self, card: int, sort: str) -> None:
        self._do("sort_note", self._card(card), sort)

    @rule(card=some.integers(0, 9), text=some.sampled_from(["ett\ntvå", "ett\n\ntre\nfyra", "ett"]))
    def split(self, card: int, text: str) -> None:
        self._do("split_note", self._card(card), text)

    @rule(card=some.integers(0, 9), heading=texts)
    def group(self, card: int, heading: str) -> None:
        self._do("group_note", self._card(card), heading)

    @rule()
    def order_by_hands(self) -> None:
        self._do("order_by_hands")

    @rule(card=some.integers(0, 9), flip=texts, need=texts)
    def turn(self, card: int, flip: str, need: str) -> None:
        self._do("turn_note", self._card(card), flip, need)

    @rule(card=some.integers(0, 9))
    def choose(self, card: int) -> None:
        self._do("choose_note", self._card(card))

    @rule(card=some.integers(0, 9), answer=some.sampled_from([*ANSWERS, "perhaps"]), hands=hands)
    def mark(self, card: int, answer: str, hands: int) -> None:
        self._do("mark_note", self._card(card), answer, hands)

    @rule(list=lists, text=texts, by=lists)
    def add_what_was_missed(self, list: str, text: str, by: str) -> None:
        self._do("add_missed", list, text, by=by)

    @rule(text=texts, who=texts, due=dates, card=some.integers(0, 9))
    def agree(self, text: str, who: str, due: str, card: int) -> None:
        self._do("add_agreement", text, who, due, board="agreed", origin=self._card(card))

    @rule(number=some.integers(0, 9), text=texts, who=texts, due=dates)
    def agree_otherwise(self, number: int, text: str, who: str, due: str) -> None:
        if id := self._agreed(number, Agreement):
            self._do("edit_agreement", id, text, who, due, board="agreed")

    @rule(number=some.integers(0, 9))
    def agree_no_more(self, number: int) -> None:
        if id := self._agreed(number, Agreement):
            self._do("remove_agreement", id, board="agreed")

    @rule(due=dates, who=texts, question=texts)
    def follow_up(self, due: str, who: str, question: str) -> None:
        self._do("add_follow_up", due, who, question, board="agreed")

    @rule(number=some.integers(0, 9), due=dates, who=texts, question=texts)
    def follow_up_otherwise(self, number: int, due: str, who: str, question: str) -> None:
        if id := self._agreed(number, FollowUp):
            self._do("edit_follow_up", id, due, who, question, board="agreed")

    @rule(number=some.integers(0, 9))
    def follow_up_no_more(self, number: int) -> None:
        if id := self._agreed(number, FollowUp):
            self._do("remove_follow_up", id, board="agreed")

    @rule(page=some.integers(0, 5), curtain=some.lists(lists, max_size=2).map(tuple))
    def show_the_room(self, page: int, curtain: tuple[str, ...]) -> None:
        self.session.do(update(self.session.state.need("stage", Stage), page=page, curtain=curtain), "show")

    @rule(anonymous=some.booleans())
    def write_without_names(self, anonymous: bool) -> None:
        self.session.do(update(self.session.state.need("stage", Stage), anonymous=anonymous), "step")
        self.untold |= anonymous

    @precondition(lambda self: self.session.history.behind)
    @rule()
    def undo(self) -> None:
        self.session.undo()

    @precondition(lambda self: self.session.history.ahead)
    @rule()
    def redo(self) -> None:
        self.session.redo()

    @rule()
    def close_the_lid_and_open_it(self) -> None:
        behind, ahead = self.session.history.behind, self.session.history.ahead
        self.file.close()
        self.file = SessionFile.open(self.path, read_only=False)
        self.session = Session(self.file.state, self.file, time.monotonic)
        for now, before in ((self.session.history.behind, behind), (self.session.history.ahead, ahead)):
            last = before[len(before) - len(now) :] if self.untold else before
            assert _told(now) == _told(last)
        if self.untold:  # what the journal doesn't tell of stands
            self.start = self.session.state
            for step in reversed(self.session.history.behind):
                self.start = step.change.inverse().apply(self.start)

    @rule()
    def erase_the_last_card(self) -> None:
        notes = self.session.state.all(Note)
        self.session.erase(Change(removed={note.id: note for note in notes[-1:]}))
        self.start = self.session.state

    @invariant()
    def the_disk_says_what_memory_says(self) -> None:
        on_disk = SessionFile.open(self.path, read_only=True)
        assert on_disk.notice is None
        assert on_disk.state == self.session.state == self.file.state
        on_disk.close()

    def teardown(self) -> None:
        if hasattr(self, "session"):
            self._undo_all_and_redo_all()
            self.file.close()
        shutil.rmtree(self.folder)

    def _undo_all_and_redo_all(self) -> None:
        while self.session.history.ahead:
            self.session.redo()
        end = self.session.state
        while self.session.history.behind:
            self.session.undo()
        assert _lasting(self.session.state) == _lasting(self.start)
        while self.session.history.ahead:
            self.session.redo()
        assert self.session.state == end
        self.the_disk_says_what_memory_says()


def _told(steps) -> list[tuple[int, str, Change]]:
    return [(step.number, step.label, step.change) for step in steps]


def _lasting(state: State) -> State:
    """What is undone: neither what the room is shown nor when things really happened."""
    return State(record for record in state if record.scope is Scope.DOCUMENT)


AtTheTable.TestCase.settings = settings(
    max_examples=12, stateful_step_count=30, deadline=None, suppress_health_check=[HealthCheck.too_slow]
)
TestAtTheTable = AtTheTable.TestCase
