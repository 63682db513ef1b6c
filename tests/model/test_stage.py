"""What the room is shown: the wall for a step, its pages, cards at reading size and in a spotlight."""

import pytest

from workshop.look import measure
from workshop.model.change import Change, update
from workshop.model.stage import FLOOR, go_close, show_cards, turn_page, view_of, wall
from workshop.model.visible import Audience, visible

from .room import WORDS, Room

SENTENCE = "Vi svarar alltid med ett nytt formulär och ber om mer underlag"


@pytest.fixture
def room():
    room = Room()
    room.goes_to("sort")
    return room


def on_wall(room, width=1920, height=1080):
    seen = visible(room.state, Audience.ROOM, room.board.id)
    view = view_of(seen, room.exercise, room.text, WORDS)
    return wall(view, room.text, width, height, measure)


def full(room, cards=60):
    for number in range(cards):
        room.writes("us" if number % 2 else "them", f"{number} {SENTENCE}")


def cards_on(picture):
    return {p.id for p in picture.placed if p.role == "card"}


def test_the_wall_says_the_step_and_what_to_do(room):
    assert {"Steg sort", "Gör sort."} <= set(on_wall(room).words().splitlines())


def test_a_full_wall_turns_pages_and_every_card_is_on_one(room):
    full(room)
    picture = on_wall(room)
    assert picture.pages > 1
    assert f"Sida 1 av {picture.pages}" in picture.words()
    seen = cards_on(picture)
    for _ in range(picture.pages - 1):
        room.does(turn_page(room.stage, on_wall(room), 1))
        seen |= cards_on(on_wall(room))
    assert len(seen) == 60
    assert f"Sida {picture.pages} av {picture.pages}" in on_wall(room).words()


def test_there_is_no_page_before_the_first_or_after_the_last(room):
    full(room)
    assert turn_page(room.stage, on_wall(room), -1) == Change()
    last = on_wall(room).pages - 1
    room.does(turn_page(room.stage, on_wall(room), 500))
    assert room.stage.page == last
    assert turn_page(room.stage, on_wall(room), 1) == Change()
    room.does(turn_page(room.stage, on_wall(room), -1))
    assert room.stage.page == last - 1


def test_a_page_that_is_gone_because_cards_were_removed_shows_the_last_there_is(room):
    full(room)
    room.does(update(room.stage, page=99))
    picture = on_wall(room)
    assert picture.page == picture.pages - 1
    assert cards_on(picture)


def test_cards_at_reading_size_and_back(room):
    full(room)
    room.does(turn_page(room.stage, on_wall(room), 1))
    room.does(show_cards(room.stage, ("0 " + SENTENCE,)))
    room.does(go_close(room.stage, True))
    assert (room.stage.close, room.stage.page, room.stage.spotlight) == (True, 0, ())
    near = on_wall(room)
    assert cards_on(near) and all(SENTENCE in " ".join(p_words(p)) for p in near.placed if p.role == "card")
    room.does(go_close(room.stage, False))
    assert len(cards_on(on_wall(room))) > len(cards_on(near))


def p_words(placed):
    return [line for text in placed.texts for line in text.lines]


def test_a_spotlight_shows_just_those_cards_from_the_first_page(room):
    full(room)
    room.does(turn_page(room.stage, on_wall(room), 1))
    room.does(show_cards(room.stage, ("7 " + SENTENCE, "8 " + SENTENCE)))
    assert cards_on(on_wall(room)) == {"7 " + SENTENCE, "8 " + SENTENCE}
    assert room.stage.page == 0
    room.does(show_cards(room.stage, ()))
    assert len(cards_on(on_wall(room))) > 2


def test_when_the_card_in_the_spotlight_is_removed_the_whole_board_is_there_again(room):
    full(room, cards=4)
    room.does(show_cards(room.stage, ("1 " + SENTENCE,)))
    room.acts("remove_note", "1 " + SENTENCE)
    assert cards_on(on_wall(room)) == {f"{n} {SENTENCE}" for n in (0, 2, 3)}


@pytest.mark.parametrize("depth", [4.0, 8.0, 12.0, 16.0])
@pytest.mark.parametrize("close", [False, True])
@pytest.mark.parametrize(("width", "height"), [(1920, 1080), (1280, 800), (1024, 768)])
def test_nothing_on_the_wall_is_smaller_than_the_back_row_reads(room, depth, close, width, height):
    from workshop.model.letters import least_letters

    full(room)
    room.does(update(room.stage, depth=depth, close=close))
    picture = on_wall(room, width, height)
    least = max(FLOOR * height, least_letters(height, depth, room.stage.breadth))
    for placed in picture.placed:
        for text in placed.texts:
            assert text.size >= least - 1e-6, placed
            assert text.x >= -1e-6
            assert all(text.x + measure(line, text.bold) * text.size <= width + 1 for line in text.lines), placed
            assert text.y + text.height <= height + 1, placed


def test_one_card_and_no_card(room):
    assert cards_on(on_wall(room)) == set()
    room.writes("us", "Ett")
    assert cards_on(on_wall(room)) == {"Ett"}
    assert on_wall(room).pages == 1


def test_a_label_that_is_cut_says_so(room):
    room.writes("us", " ".join(["samverkansöverenskommelse"] * 12))
    full(room, 59)
    (cut,) = [p for p in on_wall(room).placed if p.id.startswith("samverkan")]
    assert cut.cut
    assert p_words(cut)[0].endswith("…") or p_words(cut)[-1].endswith("…")


def test_where_lists_take_several_pages_a_card_still_says_all_that_there_is_room_for():
    room = Room(lists=["a", "b", "c", "d", "e"])
    room.goes_to("sort")
    for key in "abcde":
        room.writes(key, f"{key} {SENTENCE}")
    first = on_wall(room)
    assert first.pages > 1 and cards_on(first)
    assert not any(placed.cut for placed in first.placed)


@pytest.mark.parametrize("cards, pages", [(6, 1), (12, 2), (16, 3)])
def test_cards_say_all_their_words_on_a_few_pages_rather_than_be_cut_on_one(room, cards, pages):
    full(room, cards)
    shown = every_page(room)
    assert len(shown) == pages
    assert not any(placed.cut for page in shown for placed in page.placed)


@pytest.mark.parametrize("long, short", [(1, 20), (9, 30), (30, 9)])
def test_each_card_is_on_one_page_also_where_only_some_pages_hold_long_ones(room, long, short):
    for number in range(long):
        room.writes("us", f"{number} {SENTENCE} {SENTENCE} {SENTENCE}")
    for number in range(short):
        room.writes("us", f"Ja {number}")
    on_each = [card for page in every_page(room) for card in cards_on(page)]
    assert len(on_each) == len(set(on_each)) == long + short


def every_page(room):
    pages = [on_wall(room)]
    for page in range(1, pages[0].pages):
        room.does(update(room.stage, page=page))
        pages.append(on_wall(room))
    return pages
