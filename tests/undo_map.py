"""What can be done on a map, for the machine that undoes anything done in any order."""

from hypothesis import strategies as some
from hypothesis.stateful import rule

from workshop.model.map.verbs import BANDS
from workshop.model.record import Actor, Board, Gap, Guess, Link, Record
from workshop.model.session import Session

SECTORS, RINGS = ("near", "region"), ("person", "close", "workers")
BOARD = Board(id="r:map", run="r", key="map", kind="map", settings=(("sectors", SECTORS), ("rings", RINGS)))
which = some.integers(0, 9)
names = some.text(max_size=20) | some.sampled_from(["Mormor", "Kassan", "'); DROP TABLE records; --"])
ways = some.sampled_from([-1, 1])


class AroundAPerson:
    """Somebody who lays a map, and is told no at times."""

    session: Session

    def _do(self, verb: str, *args: object, board: str = "", merge: str = "", **given: object) -> None: ...

    def _one(self, kind: type[Record], number: int) -> str:
        found = self.session.state.all(kind)
        return found[number % len(found)].id if found else "none"

    @rule(
        text=names,
        sector=some.sampled_from([*SECTORS, "", "sky"]),
        ring=some.sampled_from([*RINGS, "", "orbit"]),
        people=some.integers(-1, 1000),
        when=some.sampled_from(["", "", "wanted"]),
    )
    def put_on_the_map(self, text: str, sector: str, ring: str, people: int, when: str) -> None:
        self._do("add_actor", text, sector, ring, people, board="map", when=when)

    @rule(text=names)
    def name_the_person(self, text: str) -> None:
        self._do("name_person", text, board="map")

    @rule(actor=which, text=names)
    def rename(self, actor: int, text: str) -> None:
        id = self._one(Actor, actor)
        self._do("edit_actor", id, text, board="map", merge=id)

    @rule(actor=which, verb=some.sampled_from(["turn_actor", "push_actor", "shift_actor"]), by=ways)
    def move_on_the_map(self, actor: int, verb: str, by: int) -> None:
        self._do(verb, self._one(Actor, actor), by, board="map")

    @rule(actor=which, place=some.floats(-1, 2), ring=some.sampled_from(RINGS))
    def drag_on_the_map(self, actor: int, place: float, ring: str) -> None:
        self._do("put_actor", self._one(Actor, actor), "region", ring, place, 0.4, board="map")

    @rule(actor=which, people=some.integers(-1, 1000), problem=names)
    def tell_of_an_actor(self, actor: int, people: int, problem: str) -> None:
        self._do("count_people", self._one(Actor, actor), people, board="map")
        self._do("say_problem", self._one(Actor, actor), problem, board="map")

    @rule(actor=which)
    def let_hold(self, actor: int) -> None:
        self._do("hold", self._one(Actor, actor), board="map")

    @rule(actor=which)
    def take_from_the_map(self, actor: int) -> None:
        self._do("remove_actor", self._one(Actor, actor), board="map")

    @rule(start=which, end=which, kind=some.sampled_from([*BANDS, "friendship"]), text=names)
    def draw_a_band(self, start: int, end: int, kind: str, text: str) -> None:
        self._do("draw_band", self._one(Actor, start), self._one(Actor, end), kind, text, board="map")

    @rule(band=which, text=names, takes=some.booleans())
    def write_on_a_band_or_take_it(self, band: int, text: str, takes: bool) -> None:
        if takes:
            self._do("remove_band", self._one(Link, band), board="map")
        else:
            self._do("edit_band", self._one(Link, band), text, board="map")

    @rule(start=which, end=which)
    def cut_a_band(self, start: int, end: int) -> None:
        self._do("cut_band", self._one(Actor, start), self._one(Actor, end), board="map")

    @rule(number=some.integers(-1, 10_000), table=some.integers(0, 3))
    def guess(self, number: int, table: int) -> None:
        self._do("guess", number, table, board="map")

    @rule(guess=which)
    def take_a_guess_back(self, guess: int) -> None:
        self._do("remove_guess", self._one(Guess, guess), board="map")

    @rule(start=which, end=which, text=names)
    def choose_a_gap(self, start: int, end: int, text: str) -> None:
        self._do("add_gap", self._one(Actor, start), self._one(Actor, end), text, board="map")

    @rule(gap=which, text=names, takes=some.booleans())
    def write_on_a_gap_or_take_it(self, gap: int, text: str, takes: bool) -> None:
        if takes:
            self._do("remove_gap", self._one(Gap, gap), board="map")
        else:
            self._do("edit_gap", self._one(Gap, gap), text, board="map")

    @rule()
    def begin_the_wanted_map(self) -> None:
        self._do("copy_wanted", board="map")
