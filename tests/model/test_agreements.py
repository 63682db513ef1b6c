"""What was agreed: who does what by when, the card it came from, and the day when somebody calls."""

import pytest

from workshop.look import measure
from workshop.model.boards import KINDS
from workshop.model.boards.agreements import origin_words
from workshop.model.change import add, update
from workshop.model.picture import Frame
from workshop.model.record import Agreement, Cover, FollowUp
from workshop.model.refusal import Refusal

from .room import Room


@pytest.fixture
def room():
    return Room()


def agreed(room):
    return [(a.text, a.who, a.due) for a in room.state.all(Agreement)]


def test_an_agreement_says_who_does_what_by_when(room):
    room.agrees("add_agreement", " Ringa  skolan ", " rektorn ", "2026-12-31", id="a")
    assert agreed(room) == [("Ringa skolan", "rektorn", "2026-12-31")]
    room.agrees("edit_agreement", "a", "Ringa skolan", "biträdande rektorn", "")
    assert agreed(room) == [("Ringa skolan", "biträdande rektorn", "")]
    room.agrees("remove_agreement", "a")
    assert agreed(room) == []


@pytest.mark.parametrize(
    ("said", "kept"),
    [("2026-12-31", "2026-12-31"), (" 2026-12-31 ", "2026-12-31"), ("20261231", "2026-12-31"), ("", ""), ("  ", "")],
)
def test_a_date_is_a_date_or_nothing(room, said, kept):
    room.agrees("add_agreement", "Ringa", "", said)
    room.agrees("add_follow_up", said, "rektorn", "Hur gick det?")
    assert room.state.all(Agreement)[0].due == room.state.all(FollowUp)[0].due == kept


@pytest.mark.parametrize(
    ("said", "kept"),
    [
        ("15/12", "2026-12-15"),
        ("22/11", "2026-11-22"),
        ("21/11", "2027-11-21"),
        ("15 dec", "2026-12-15"),
        ("den 7 januari", "2027-01-07"),
        ("7 Maj", "2027-05-07"),
        ("29/2", "2028-02-29"),
        ("7.1.2028", "2028-01-07"),
    ],
)
def test_a_date_may_be_written_short_and_is_then_the_next_such_day(room, said, kept):
    cover = Cover(id="cover", date="2026-11-22")
    there = room.state.get("cover", Cover)
    room.session.do(update(there, date=cover.date) if there else add(cover), "cover")
    room.agrees("add_agreement", "Ringa", "", said)
    assert room.state.all(Agreement)[0].due == kept


@pytest.mark.parametrize(
    "said", ["31/13", "30/2", "5 foo", "2026-02-30", "2026-13-01", "i morgon", "2026", "2026-12-31T10:00", "0000-01-01"]
)
def test_what_is_no_date_is_refused_and_nothing_is_lost(room, said):
    room.agrees("add_agreement", "Ringa", "", "2026-12-31", id="a")
    room.agrees("add_follow_up", "2026-12-31", id="f")
    before = room.state
    for verb, told in (
        ("add_agreement", ("Annat", "", said)),
        ("edit_agreement", ("a", "Annat", "", said)),
        ("add_follow_up", (said,)),
        ("edit_follow_up", ("f", said, "", "")),
    ):
        with pytest.raises(Refusal, match="is not a date. Write it as 2026-12-31"):
            room.agrees(verb, *told)
    assert room.state is before


def test_an_agreement_without_words_is_refused(room):
    with pytest.raises(Refusal, match="The agreement is empty"):
        room.agrees("add_agreement", " ")
    room.agrees("add_agreement", "Ringa", id="a")
    with pytest.raises(Refusal, match="Remove it instead"):
        room.agrees("edit_agreement", "a", "", "", "")


@pytest.mark.parametrize(
    ("verb", "told"),
    [
        ("edit_agreement", ("x", "y", "")),
        ("remove_agreement", ()),
        ("edit_follow_up", ("", "", "")),
        ("remove_follow_up", ()),
    ],
)
def test_what_somebody_else_has_just_removed_is_told_of_in_a_sentence(room, verb, told):
    with pytest.raises(Refusal, match="no longer there"):
        room.agrees(verb, "ghost", *told)


def test_agreements_stand_in_the_order_they_were_made(room):
    for text in ("Ett", "Två", "Tre"):
        room.agrees("add_agreement", text, id=text)
    room.agrees("remove_agreement", "Två")
    room.agrees("add_agreement", "Fyra")
    assert [text for text, _, _ in agreed(room)] == ["Ett", "Tre", "Fyra"]


def test_an_agreement_remembers_its_card_and_what_stands_on_its_back(room):
    room.writes("us", "Vi svarar aldrig")
    room.agrees("add_agreement", "Svara samma dag", origin="Vi svarar aldrig", id="a")
    assert origin_words(room.state, room.state.need("a", Agreement)) == "Vi svarar aldrig"
    assert "    Från kortet: Vi svarar aldrig" not in room.twin("end")
    assert "Svara samma dag\n  Från kortet: Vi svarar aldrig" in room.twin("end")
    room.acts("turn_note", "Vi svarar aldrig", "Vi svarar inom en dag")
    assert "Från kortet: Vi svarar inom en dag" in room.twin("end")
    room.acts("remove_note", "Vi svarar aldrig")
    assert room.twin("end") == "Svara samma dag"


def test_a_day_for_following_up(room):
    room.agrees("add_follow_up", "2027-01-12", "rektorn", "Hur gick det?", id="f")
    assert room.twin("end") == "Uppföljning: Hur gick det? (rektorn kallar · 12 januari 2027)"
    room.agrees("edit_follow_up", "f", "2027-01-13", "", "")
    assert room.twin("end") == "Uppföljning (13 januari 2027)"
    room.agrees("remove_follow_up", "f")
    assert room.twin("end") == ""


def test_where_nothing_is_agreed_the_board_says_so(room):
    assert room.desk("end").words() == "Ni har inte kommit överens om något i den här övningen än."


@pytest.mark.parametrize("width", [400, 1800])
def test_on_the_wall_every_agreement_is_on_some_page_and_none_on_another(room, width):
    for number in range(30):
        room.agrees(
            "add_agreement",
            f"Agera {number}. " + "Lite mer ord. " * (number % 5),
            "rektorn",
            "2026-12-31",
            id=f"a{number}",
        )
    found, page, pages = [], 0, 1
    while page < pages:
        frame = Frame(width, 700, 50, 50, measure, True, page=page)
        picture = KINDS["agreements"].layout(room.view("end"), frame)
        pages, page = picture.pages, page + 1
        assert all(p.y + p.height <= 701 for p in picture.placed)
        for i, one in enumerate(picture.placed):
            for other in picture.placed[i + 1 :]:
                assert one.x + one.width <= other.x or one.y + one.height <= other.y or other.y + other.height <= one.y
        found += [p.id for p in picture.placed]
    assert list(dict.fromkeys(found)) == [f"a{number}" for number in range(30)]
