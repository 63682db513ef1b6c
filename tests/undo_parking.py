"""What somebody may do at the parking lot, for the machine that undoes everything (test_undo_machine.py)."""

from typing import Any

from hypothesis import strategies as some
from hypothesis.stateful import rule

from workshop.model import parking
from workshop.model.record import Board, Parked
from workshop.model.refusal import Refusal

lines = some.integers(0, 9)


class AtTheParkingLot:
    """Rules for lines that wait."""

    session: Any

    def _line(self, number: int) -> str:
        lot = self.session.state.all(Parked)
        return lot[number % len(lot)].id if lot else "none"

    def _try(self, verb: Any, *told: object) -> None:
        before = self.session.state
        try:
            self.session.do(verb(before, *told), "park")
        except Refusal:
            assert self.session.state is before

    @rule(text=some.text(max_size=20), table=some.integers(0, 9))
    def park(self, text: str, table: int) -> None:
        self._try(parking.park, text, table)

    @rule(line=lines, text=some.text(max_size=20))
    def word_it_otherwise(self, line: int, text: str) -> None:
        self._try(parking.edit_parked, self._line(line), text)

    @rule(line=lines, by=some.sampled_from([1, -1]))
    def shift_it(self, line: int, by: int) -> None:
        self._try(parking.shift_parked, self._line(line), by)

    @rule(line=lines)
    def forget_it(self, line: int) -> None:
        self._try(parking.remove_parked, self._line(line))

    @rule(line=lines, board=some.sampled_from(["cards", "agreed"]))
    def move_it_on(self, line: int, board: str) -> None:
        at = self.session.state.need(f"r:{board}", Board)
        self._try(parking.move_on, at, self._line(line), "left")
