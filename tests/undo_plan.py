"""What somebody may do with a programme, for the machine that undoes everything (test_undo_machine.py)."""

from collections.abc import Callable
from typing import Any

from hypothesis import strategies as some
from hypothesis.stateful import rule

from workshop.model import planning
from workshop.model.change import Change, State
from workshop.model.late import late
from workshop.model.programme import in_order
from workshop.model.refusal import Refusal
from workshop.model.today import begin_block

numbers = some.integers(0, 9)
keeps = some.sampled_from(["must", "shrink", "drop"])
titles = some.text(max_size=20) | some.sampled_from(["Fika", "👩‍👩‍👧"])


class AtThePlan:
    """Rules for a programme; `session` is the machine's own."""

    session: Any

    def _plans(self, make: Callable[[State], Change], label: str) -> None:
        before = self.session.state
        try:
            self.session.do(make(before), label)
        except Refusal:
            assert self.session.state is before

    def _block(self, number: int) -> str:
        blocks = in_order(self.session.state)
        return blocks[number % len(blocks)].id if blocks else "none"

    @rule(title=titles, minutes=some.integers(0, 90), keep=keeps, after=numbers)
    def plan(self, title: str, minutes: int, keep: str, after: int) -> None:
        told: dict[str, Any] = {"minutes": minutes, "keep": keep, "least": 5, "after": self._block(after)}
        self._plans(lambda state: planning.add_block(state, title, **told), "add block")

    @rule(block=numbers, by=some.sampled_from([-1, 1]))
    def plan_in_another_order(self, block: int, by: int) -> None:
        self._plans(lambda state: planning.move_by(state, [self._block(block)], by), "move block")

    @rule(blocks=some.lists(numbers), after=numbers)
    def plan_the_same_again(self, blocks: list[int], after: int) -> None:
        ids = [self._block(number) for number in blocks]
        self._plans(lambda state: planning.paste(state, planning.copied(state, ids), self._block(after)), "paste")

    @rule(block=numbers)
    def plan_without(self, block: int) -> None:
        self._plans(lambda state: planning.remove_blocks(state, [self._block(block)]), "remove block")

    @rule(block=numbers, minutes=some.integers(0, 40))
    def is_late(self, block: int, minutes: int) -> None:
        self._plans(lambda state: late(state, minutes, self._block(block)).change, "catch up")

    @rule(block=numbers, minute=some.integers(0, 59))
    def begins(self, block: int, minute: int) -> None:
        self._plans(lambda state: begin_block(state, self._block(block), f"2026-10-14T09:{minute:02}:00"), "")
