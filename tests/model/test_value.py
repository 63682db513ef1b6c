"""Values are what the standard library's frozen dataclasses are, in all that anybody sees of them."""

import pickle
from dataclasses import FrozenInstanceError, asdict, dataclass, field, fields, replace

import pytest

from workshop.model.value import valueclass


@valueclass
class Card:
    """A value with every sort of field."""

    id: str
    words: tuple[str, ...] = ()
    seen: frozenset[str] = field(default_factory=frozenset)


@valueclass(kw_only=True)
class Base:
    """One that others are made from."""

    id: str


@valueclass(kw_only=True)
class Note(Base):
    """One with a field from its base."""

    text: str = ""
    table: int = 0


@dataclass(frozen=True, slots=True)
class Standard:
    """As Card, by the standard library."""

    id: str
    words: tuple[str, ...] = ()
    seen: frozenset[str] = field(default_factory=frozenset)


def test_fields_are_given_by_place_or_by_name_and_the_rest_stand_at_their_defaults() -> None:
    assert Card("a", ("b",)) == Card(id="a", words=("b",), seen=frozenset())
    assert Note(id="a", text="b") == Note(text="b", id="a", table=0)


def test_the_first_values_of_a_class_are_made_as_all_that_come_later() -> None:
    @valueclass
    class Few:
        """One of which there are no values yet."""

        id: str
        seen: list[str] = field(default_factory=list)
        table: int = field(default=0, kw_only=True)

    said = []
    for number in range(40):
        few = Few("a", [str(number)], table=number)
        assert (few.id, few.seen, few.table) == ("a", [str(number)], number)
        assert Few("a").seen is not Few(id="a").seen
        for wrong in (lambda: Few(), lambda: Few("a", [], 1), lambda: Few("a", id="b"), lambda: Few("a", other=1)):  # type: ignore[call-arg]
            with pytest.raises(TypeError) as no:
                wrong()
            said.append(str(no.value))
    assert len(set(said)) == 4


def test_a_value_given_wrongly_is_refused() -> None:
    for wrong in (lambda: Card(), lambda: Card("a", other=1), lambda: Note("a")):  # type: ignore[call-arg]
        with pytest.raises(TypeError):
            wrong()


def test_what_is_not_frozen_can_be_altered_and_not_hashed() -> None:
    @valueclass(frozen=False)
    class Held:
        """One that is filled in later."""

        id: str

    held = Held("a")
    held.id = "b"
    assert held == Held("b") and held != Held("a")
    with pytest.raises(TypeError):
        hash(held)


def test_values_are_equal_and_hash_alike_where_all_fields_are_and_they_are_of_one_class() -> None:
    assert Card("a") == Card("a") and hash(Card("a")) == hash(Card("a")) == hash(Standard("a"))
    assert Card("a") != Card("b") and Card("a") != Standard("a") and Base(id="a") != Note(id="a")
    assert len({Note(id="a"), Note(id="a"), Note(id="b")}) == 2


@pytest.mark.parametrize("name", ["id", "words", "other"])
def test_nothing_of_a_value_can_be_altered(name: str) -> None:
    card = Card("a")
    with pytest.raises(FrozenInstanceError):
        setattr(card, name, "b")
    with pytest.raises(FrozenInstanceError):
        delattr(card, name)
    assert card == Card("a") and not hasattr(card, "__dict__")


def test_the_standard_library_takes_them_for_dataclasses() -> None:
    assert [each.name for each in fields(Note)] == ["id", "text", "table"]
    assert replace(Card("a"), words=("b",)) == Card("a", ("b",))
    assert asdict(Note(id="a")) == {"id": "a", "text": "", "table": 0}
    assert repr(Card("a")) == repr(Standard("a")).replace("Standard", "Card")


def test_a_value_is_the_same_in_another_process():
    for value in (Card("a", ("b", "c"), frozenset("d")), Card("a")):
        assert pickle.loads(pickle.dumps(value)) == value
