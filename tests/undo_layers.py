"""What somebody may do at an iceberg, for the machine that undoes everything (test_undo_machine.py)."""

from typing import Any

from hypothesis import strategies as some
from hypothesis.stateful import rule

from workshop.model.record import Board, Link, Note

BOARD = Board(
    id="r:ice",
    run="r",
    key="ice",
    kind="layers",
    settings=(
        ("lists", ("above", "line", "under")),
        ("themes", ("person", "together")),
        ("sorts", ("own", "joint")),
        ("choose", 2),
    ),
)
cards = some.integers(0, 9)
levels = some.sampled_from(["above", "line", "under", "person"])
texts = some.text(max_size=20) | some.sampled_from(["ett kort", "👩‍👩‍👧"])


class AtTheIceberg:
    """Rules for a board of levels; `_do` is the machine's own."""

    session: Any
    _do: Any

    def _ice(self, number: int) -> str:
        notes = self.session.state.inside("r:ice", Note)
        return notes[number % len(notes)].id if notes else "none"

    @rule(level=levels, text=texts)
    def write_on_a_level(self, level: str, text: str) -> None:
        self._do("add_note", level, text, board="ice")

    @rule(theme=levels, text=texts)
    def choose_a_theme(self, theme: str, text: str) -> None:
        self._do("set_theme", theme, text, board="ice")

    @rule(theme=levels)
    def turn_the_theme(self, theme: str) -> None:
        self._do("turn_theme", theme, board="ice")

    @rule(card=cards, steps=some.sampled_from([1, -1]))
    def sink(self, card: int, steps: int) -> None:
        self._do("sink_note", self._ice(card), steps, board="ice")

    @rule(card=cards, level=levels, before=cards)
    def move_on_the_ice(self, card: int, level: str, before: int) -> None:
        self._do("move_note", self._ice(card), level, self._ice(before), board="ice")

    @rule(start=cards, end=cards)
    def link(self, start: int, end: int) -> None:
        self._do("link_notes", self._ice(start), self._ice(end), board="ice")

    @rule(number=cards)
    def cut_a_link(self, number: int) -> None:
        links = self.session.state.inside("r:ice", Link)
        if links:
            link = links[number % len(links)]
            self._do("unlink_notes", link.start, link.end, board="ice")

    @rule(card=cards, text=texts)
    def ask_why(self, card: int, text: str) -> None:
        self._do("why_note", self._ice(card), text, board="ice")

    @rule(card=cards, into=cards)
    def merge_on_the_ice(self, card: int, into: int) -> None:
        self._do("merge_notes", self._ice(card), self._ice(into), board="ice")

    @rule(card=cards)
    def part_on_the_ice(self, card: int) -> None:
        self._do("part_note", self._ice(card), board="ice")

    @rule(card=cards, text=some.sampled_from(["ett\ntvå", "ett"]))
    def split_on_the_ice(self, card: int, text: str) -> None:
        self._do("split_note", self._ice(card), text, board="ice")

    @rule(card=cards, heading=texts)
    def group_on_the_ice(self, card: int, heading: str) -> None:
        self._do("group_note", self._ice(card), heading, board="ice")

    @rule()
    def order_the_ice_by_hands(self) -> None:
        self._do("order_by_hands", board="ice")

    @rule(card=cards)
    def remove_from_the_ice(self, card: int) -> None:
        self._do("remove_note", self._ice(card), board="ice")

    @rule(card=cards, sort=some.sampled_from(["own", "joint", "nobody"]))
    def say_who_can(self, card: int, sort: str) -> None:
        self._do("reach_note", self._ice(card), sort, board="ice")

    @rule(card=cards)
    def choose_a_cause(self, card: int) -> None:
        self._do("choose_note", self._ice(card), board="ice")

    @rule(card=cards, force=texts, act=texts)
    def find_a_counter_force(self, card: int, force: str, act: str) -> None:
        self._do("counter_note", self._ice(card), force, act, board="ice")
