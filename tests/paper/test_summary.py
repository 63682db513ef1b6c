"""The summary in the hand of somebody who was there."""

import re
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest

from tests.paper.desk import (
    ODD,
    Print,
    begun,
    document,
    laid_out,
    numbered,
    played,
    posters,
    printed,
    shown,
    squeezed,
    wish,
    written,
)
from workshop.model import notes
from workshop.model.boards import KINDS as MODEL_KINDS
from workshop.model.change import State, add, update
from workshop.model.filing import file
from workshop.model.record import Agreement, Board, Cover, FollowUp, Memo, Note, Run
from workshop.model.visible import Audience
from workshop.paper.boards import KINDS
from workshop.paper.document import Table
from workshop.paper.kinds import write


def test_every_kind_of_board_can_be_printed():
    assert set(KINDS) == set(MODEL_KINDS)


def test_the_title_page_says_who_met_where_and_when(tmp_path):
    first = printed(tmp_path, played()).pages[0]
    cover = played().need("cover", Cover)
    for said in (
        cover.title,
        cover.group,
        cover.place,
        "Onsdag 14 oktober 2026",
        "Sälgköpings kommun",
        "Region Älvmark",
    ):
        assert squeezed(said) in squeezed(first)


def test_in_english_the_day_is_written_as_one_does_there(tmp_path):
    assert "Wednesday 14 October 2026" in printed(tmp_path, played(), language="en").pages[0]


def test_a_day_that_is_no_date_stays_as_it_was_written(tmp_path):
    state = update(played().need("cover", Cover), date="i höstas").apply(played())
    assert "i höstas" in printed(tmp_path, state).pages[0]


def test_what_was_agreed_comes_first_with_who_and_when_and_further_back_the_card_it_came_from(tmp_path):
    paper = printed(tmp_path, played())
    second = squeezed(paper.pages[1])
    back = squeezed("".join(paper.pages)).split(squeezed("Var överenskommelserna kommer ifrån"))[1]
    for agreement in played().all(Agreement):
        origin = played().need(agreement.origin, Note)
        assert squeezed(agreement.text) in second
        assert squeezed(agreement.who) in second
        assert squeezed(origin.flip or origin.text) in back
    for follow_up in played().all(FollowUp):
        assert squeezed(follow_up.question) in second
    assert squeezed("6 november 2026") in second


def test_there_are_as_many_agreements_and_cards_in_the_file_as_in_the_session():
    whole = document(played(), Audience.FULL)
    rows = [row.id for block in whole.blocks if isinstance(block, Table) for row in block.rows]
    for record in (*played().all(Agreement), *played().all(FollowUp)):
        assert rows.count(record.id) == 1
    for note in played().all(Note):
        assert rows.count(note.id) == (0 if note.merged else 1)


@pytest.mark.parametrize("count", [0, 1, 40, 400])
def test_every_card_stands_exactly_as_often_as_promised(tmp_path, count):
    state = written(numbered(count))
    whole, paper = document(state, Audience.FULL), printed(tmp_path, state, Audience.FULL)
    for number, text in enumerate(numbered(count)):
        assert paper.times(text) == shown(whole, f"c{number:03}") == (2 if count < 400 else 1)
    assert paper.says("för stor för att visas") == (count == 400)


@pytest.mark.parametrize("count", [1, 40, 400])
def test_every_card_hangs_on_the_wall_once(tmp_path, count):
    hung = printed(tmp_path, written(numbered(count)), Audience.FULL, paper="posters")
    for text in numbered(count):
        assert hung.times(text) == 1


def test_a_card_that_was_sorted_marked_and_turned_hangs_each_way_and_is_told_with_its_back(tmp_path):
    whole, hung = document(played(), Audience.FULL), posters(played(), Audience.FULL)
    paper = printed(tmp_path, played(), Audience.FULL)
    for note in played().all(Note):
        if note.flip and not note.merged:
            assert shown(hung, note.id) == 3  # sorted, marked and turned
            assert shown(whole, note.id) == 2
        if note.text:
            assert paper.times(note.text) >= (1 if note.merged else shown(whole, note.id))


def test_what_lies_under_a_card_is_told_beside_it(tmp_path):
    paper = printed(tmp_path, played(), Audience.FULL)
    under = [note for note in played().all(Note) if note.merged]
    assert under
    for note in under:
        assert paper.says(f"Sammanslaget med: {note.text}")


def test_the_backs_say_what_is_done_instead_and_what_it_protects(tmp_path):
    paper = printed(tmp_path, played(), Audience.FULL)
    for note in played().all(Note):
        if note.flip:
            assert paper.says(f"I stället: {note.flip}")
            assert paper.says(f"Skyddar: {note.need}")


def test_a_card_whose_list_is_gone_is_not_forgotten(tmp_path):
    state = written(["Den som försvann"])
    state = update(state.need("c000", Note), list="ingen").apply(state)
    assert printed(tmp_path, state, Audience.FULL).says("Den som försvann")


@pytest.mark.parametrize("text", ODD)
def test_what_was_typed_stands_there_letter_by_letter(tmp_path, text):
    paper = printed(tmp_path, written([text, "en till"], board="promises"), Audience.FULL)
    drawn = [char for char in squeezed(text) if char not in "\u200d\ufe0f🏽"]
    there = squeezed("".join(paper.pages))
    assert all(there.count(char) >= 2 for char in drawn)
    if text.isascii() or "ö" in text:
        assert paper.times(text) == 2


def test_letters_that_no_font_has_are_drawn_as_boxes_and_named(tmp_path):
    paper = printed(tmp_path, written(["שלום"], board="promises"))
    assert paper.says("U+05D5, U+05DC, U+05DD, U+05E9")
    assert not printed(tmp_path, written(["Hej"], board="promises")).says("U+")


def test_an_empty_session_still_gives_something_to_hold(tmp_path):
    paper = printed(tmp_path, State())
    assert len(paper.pages) == 2
    assert paper.says("Ni har inte kommit överens om något än.")
    assert printed(tmp_path, begun()).says("Inget skrevs på:")


# What is kept in the room


SECRET = "Xylofonhemlighet"


def with_secrets() -> State:
    state = written([SECRET + " om er", "Sagt av oss"])
    state = notes.turn_note(state, state.need("r:provocations", Board), "c001", "Vi svarar samma dag", "lugn").apply(
        state
    )
    memo = Memo(id="m", run="r", step="write", text="Lyssnarlappen")
    from_raw = Agreement(id="promise", run="r", text="Ring varje fredag", origin="c000")
    return add(memo, from_raw).apply(state)


def test_what_is_shared_holds_nothing_raw_and_nothing_private(tmp_path):
    shared = printed(tmp_path, with_secrets(), Audience.SHARED)
    full = printed(tmp_path, with_secrets(), Audience.FULL)
    for word in (SECRET, "Sagt", "Lyssnarlappen"):
        assert full.says(word) and full.holds(word)
        assert not shared.says(word) and not shared.holds(word)
    assert shared.says("Vi svarar samma dag") and shared.says("lugn") and shared.says("Ring varje fredag")
    assert shared.says("stannar i rummet")


def test_the_raw_list_is_shared_where_that_was_ticked(tmp_path):
    state = update(with_secrets().need("r", Run), shared=("provocations",)).apply(with_secrets())
    paper = printed(tmp_path, state, Audience.SHARED)
    assert paper.says(SECRET)
    assert not paper.says("Lyssnarlappen")
    assert not paper.says("stannar i rummet")


def test_the_full_copy_says_on_every_page_that_it_is_not_to_be_shared(tmp_path):
    for page in printed(tmp_path, played(), Audience.FULL).pages:
        assert squeezed("Processledarens eget exemplar") in squeezed(page)
    assert not printed(tmp_path, played(), Audience.SHARED).says("Processledarens eget exemplar")


# The file itself


def test_the_same_session_gives_the_same_bytes(tmp_path):
    once = printed(tmp_path, played(), Audience.FULL, name="once.pdf").bytes
    assert printed(tmp_path, replace_order(played()), Audience.FULL, name="again.pdf").bytes == once
    write = (
        "import sys; from pathlib import Path; from tests.paper.desk import played, printed, Audience; "
        "printed(Path(sys.argv[1]), played(), Audience.FULL, name='elsewhere.pdf')"
    )
    root = Path(__file__).resolve().parents[2]
    subprocess.run([sys.executable, "-c", write, str(tmp_path)], check=True, cwd=root, env={"PYTHONHASHSEED": "7"})
    assert (tmp_path / "elsewhere.pdf").read_bytes() == once


def replace_order(state: State) -> State:
    """The same records, come in the other way round."""
    return State(reversed(list(state)))


def test_a_reader_program_knows_its_title_its_language_and_where_things_are(tmp_path):
    reader = printed(tmp_path, played()).reader
    cover = played().need("cover", Cover)
    assert reader.metadata is not None and reader.metadata.title == cover.title
    assert reader.root_object["/Lang"] == "sv"
    assert reader.viewer_preferences is not None and reader.viewer_preferences.display_doctitle
    titles = [entry.title for entry in flat(reader.outline)]
    assert cover.title in titles and "Så retar vi er" in titles and "Bilaga" in titles
    links = [a.get_object() for a in reader.pages[0].get("/Annots", ())]
    marked = {reader.get_destination_page_number(entry) for entry in flat(reader.outline)}
    assert len(links) == len(titles) - 1  # all but the title page itself
    assert {reader.get_page_number(link["/Dest"][0].get_object()) for link in links} <= marked
    assert [link["/Contents"] for link in links] == titles[1:]  # what a screen reader says of a link


def flat(outline):
    for entry in outline:
        if isinstance(entry, list):
            yield from flat(entry)
        else:
            yield entry


def test_the_contents_name_the_page_where_a_thing_stands(tmp_path):
    paper = printed(tmp_path, played())
    for entry in flat(paper.reader.outline):
        page = paper.reader.get_destination_page_number(entry) or 0
        assert squeezed(entry.title) in squeezed(paper.pages[page])


def test_pages_are_a4_and_numbered_of_how_many(tmp_path):
    paper = printed(tmp_path, played())
    assert {(round(page.mediabox.width), round(page.mediabox.height)) for page in paper.reader.pages} == {(595, 842)}
    numbers = [p.texts[0].lines for sheet in laid_out(played()) for p in sheet.picture.placed if p.id == "number"]
    many = len(paper.pages)
    assert numbers == [(f"{number} ({many})",) for number in range(1, many + 1)]


def test_each_page_says_how_the_session_is_kept_and_when_it_was(tmp_path):
    filed = file(played(), "finished", "KS 2026/0417", "Kansliet", "2031-01-01").apply(played())
    for number, page in enumerate(printed(tmp_path, filed).pages):
        assert squeezed("Färdigställd · Dnr KS 2026/0417") in squeezed(page)
        assert number == 0 or squeezed("Onsdag 14 oktober 2026") in squeezed(page)
    assert all("Arbetsmaterial" in page for page in printed(tmp_path, played()).pages)


@pytest.mark.parametrize(("size", "width"), [("A3", 1191), ("A2", 1684), ("A1", 2381)])
def test_posters_of_one_board_are_as_large_as_wanted(tmp_path, size, width):
    wanted = replace(wish(played()), paper="posters", board="promises", sheet=size)
    write("pdf", tmp_path / "posters.pdf", wanted)
    paper = Print(tmp_path / "posters.pdf")
    assert {round(page.mediabox.width) for page in paper.reader.pages} == {width}
    assert all(squeezed("Ge och få") in squeezed(page) for page in paper.pages)


def test_only_fonts_that_come_with_the_program_are_in_it(tmp_path):
    paper = printed(tmp_path, written(list(ODD)), Audience.FULL)
    fonts = {name for part in paper.inside() for name in re.findall(rb"/BaseFont': '/([^']+)'", part)}
    assert fonts and all(b"Atkinson" in name or b"Noto" in name for name in fonts)
