"""What a designer would look for on the pages: nothing said twice, letters as large as can be, no empty half pages."""

import re
from collections import Counter
from itertools import pairwise
from pathlib import Path

import pytest
from docx.api import Document as Docx
from docx.oxml.ns import qn

from tests.paper import four
from tests.paper.desk import Print, squeezed
from tests.paper.test_map import held, played
from tests.paper.test_programme import retreat
from workshop.model.change import State
from workshop.model.map.compare import told
from workshop.model.record import Board, FollowUp, Gap
from workshop.model.visible import Audience
from workshop.paper.document import Heading, Table
from workshop.paper.kinds import composed, write
from workshop.paper.pages import sheets
from workshop.paper.table_cards import sheets as cards
from workshop.paper.wish import Wish
from workshop.paper.worksheets import FOOT, sheets_a4
from workshop.words import Catalogue


def wish(paper: str) -> Wish:
    return Wish(played(), held(), Catalogue("sv"), paper=paper)


def test_what_a_map_says_stands_once_in_the_report(tmp_path: Path) -> None:
    write("pdf", tmp_path / "map.pdf", wish("report"))
    paper = Print(tmp_path / "map.pdf")
    board = next(b for b in played().all(Board) if b.kind == "map")
    sentences = [said.text for said in told(played(), board, Catalogue("sv"))]
    for said in [*(gap.text for gap in played().all(Gap)), *sentences]:
        assert paper.times(said) == 1, said


def test_posters_that_take_several_sheets_use_the_largest_letters_that_take_no_more() -> None:
    hung = [poster for poster in composed(wish("posters")).posters if poster.title == "Kartan"]
    many = [poster.pictures for poster in hung if len(poster.pictures) > 1]
    assert many
    for pictures in many:
        assert min(t.size for p in pictures[1:] for card in p.placed for t in card.texts) > 14


def test_a_page_that_begins_with_the_title_has_no_head_over_it_and_the_others_have(tmp_path: Path) -> None:
    write("pdf", tmp_path / "sheet.pdf", four.wish(retreat(), paper="participants"))
    pages = sheets(composed(wish("participants")))
    heads = [[p.id for p in sheet.picture.placed].count("running") for sheet in pages]
    assert heads == [0, *[1] * (len(pages) - 1)]
    assert all("running" in [p.id for p in sheet.picture.placed] for sheet in sheets(composed(wish("posters"))))


def test_the_days_of_a_retreat_are_said_as_one_says_them() -> None:
    assert composed(four.wish(retreat(), paper="participants")).day == "14–15 oktober 2026"
    lead = composed(four.wish(retreat(), paper="participants")).blocks[1]
    assert "14–15 oktober 2026" in getattr(lead, "text", "")


def test_steps_that_follow_on_each_other_are_said_as_from_and_to() -> None:
    details = {block.text: block.detail for block in composed(wish("report")).blocks if isinstance(block, Heading)}
    assert details["Kartan"] == "Steg 3–6, 8–10, 12, 13"


def test_all_cards_of_an_exercise_have_letters_of_one_size() -> None:
    for name in four.NAMES:
        texts = [t for sheet in cards(four.wish(four.begun(name))) for p in sheet.picture.placed for t in p.texts]
        assert len({t.size for t in texts if t.bold and t.ink == "ink"}) == 1, name


def test_what_is_left_of_a_worksheet_can_be_written_on() -> None:
    for sheet in sheets_a4(four.wish(four.begun("ledningsdialogen"))):
        if sheet.picture.width < sheet.picture.height:
            last = max(y for stroke in sheet.picture.strokes for _, y in stroke.points)
            assert FOOT - last < 180


def test_a_sheet_for_participants_has_room_to_write_to_its_foot() -> None:
    for name in four.NAMES:
        *_, last = sheets(composed(four.wish(four.begun(name), paper="participants")))
        assert max(y for stroke in last.picture.strokes for _, y in stroke.points) > 480, name


def test_an_iceberg_is_called_so_once_in_the_contents() -> None:
    made = composed(four.wish(four.filled("isberget", ("En sak",)), paper="report"))
    named = Counter(b.text for b in made.blocks if isinstance(b, Heading) and squeezed(b.text) == "Isberget")
    assert named == {"Isberget": 2}  # its part, and its place in the appendix


def test_in_word_the_first_page_has_the_title_and_the_others_the_running_head(tmp_path: Path) -> None:
    write("docx", tmp_path / "report.docx", wish("report"))
    (section,) = Docx(str(tmp_path / "report.docx")).sections
    assert section.different_first_page_header_footer
    assert not "".join(line.text for line in section.first_page_header.paragraphs)
    assert (
        "Mira" in section.header.paragraphs[0].text and "Arbetsmaterial" in section.first_page_footer.paragraphs[0].text
    )


def test_in_word_a_paper_without_a_title_page_goes_on_where_there_is_room(tmp_path: Path) -> None:
    for paper, breaks in (("report", True), ("agreements", False)):
        write("docx", tmp_path / "paper.docx", wish(paper))
        style = Docx(str(tmp_path / "paper.docx")).styles["Heading 1"]
        assert style.paragraph_format.page_break_before is breaks, paper  # type: ignore[attr-defined]


def test_in_word_tables_have_no_lines_down_between_their_columns(tmp_path: Path) -> None:
    write("docx", tmp_path / "report.docx", wish("report"))
    tables = Docx(str(tmp_path / "report.docx")).tables
    assert tables
    for each in tables:
        assert {line.get(qn("w:val")) for line in each._tbl.iter(qn("w:insideV"))} == {"nil"}


def test_each_thing_to_sign_has_its_line_in_word(tmp_path: Path) -> None:
    write("docx", tmp_path / "paper.docx", four.wish(four.played(), paper="assignment"))
    *_, last = Docx(str(tmp_path / "paper.docx")).tables
    _, *lines = last.rows[0].cells[0].paragraphs
    assert len(lines) == 2
    for line in lines:  # Word draws one line over neighbours alike, and the one between them only where it is asked to
        assert [len(list(line._p.iter(qn(f"w:{where}")))) for where in ("top", "between")] == [1, 1]


def test_a_figure_s_title_stands_on_the_page_of_its_figure() -> None:
    for said in (four.numbered(12), four.numbered(40), [f"{n} {'ord ' * 30}" for n in range(12)]):
        for name in four.NAMES:
            for sheet in sheets(composed(four.wish(four.filled(name, said)))):
                titles = [p.y for p in sheet.picture.placed if p.id == "figure"]
                below = [p for p in sheet.picture.placed if titles and p.y > max(titles) and p.y < 780]
                assert not titles or below, (name, len(said))


def test_answers_that_nobody_has_worded_yet_are_not_called_nothing_and_hang_on_the_wall() -> None:
    state = four.filled("ledningsdialogen", ("Ett svar", "Ett till"))
    said = [getattr(block, "text", "") for block in composed(four.wish(state)).blocks]
    assert "Det som skrevs här står i bilagan." in said
    assert not any("De fyra frågorna" in text for text in said if text.startswith("Inget skrevs"))
    assert composed(four.wish(state, paper="posters")).posters


@pytest.mark.parametrize("language", ["sv", "en"])
def test_no_table_begins_with_one_row_at_the_foot_of_a_page(language: str) -> None:
    pages = sheets(composed(four.wish(four.played(), Audience.FULL, language)))
    for sheet, following in pairwise(pages):
        heads = [p.y for p in sheet.picture.placed if p.id in ("heading", "head")]
        if not heads or min(p.y for p in following.picture.placed if p.y > 60) > 95:
            continue
        goes_on = any(p.id == "head" and p.y < 95 for p in following.picture.placed)
        below = {stroke.points[0][1] for stroke in sheet.picture.strokes if stroke.points[0][1] > max(heads)}
        assert not goes_on or len(below) > 2, max(heads)  # the line under the heads, and two rows


def test_days_for_following_up_come_in_their_order_and_those_without_a_day_last() -> None:
    days = ("2027-04-13", "", "2026-11-13", "2027-01-12")
    asked = [FollowUp(id=f"f{n}", run="r", question=f"Fråga {n}", due=day) for n, day in enumerate(days)]
    blocks = composed(four.wish(State([*four.begun("isberget"), *asked]), paper="agreements")).blocks
    (told_,) = [block for block in blocks if isinstance(block, Table)]
    assert [row.id for row in told_.rows] == ["f2", "f3", "f0", "f1"]


@pytest.mark.parametrize("kind", ["pdf", "worksheets", "cards"])
def test_swedish_papers_have_swedish_quotation_marks_and_swedish_words(tmp_path: Path, kind: str) -> None:
    for paper in ("report", "participants", "one-page", "agreements") if kind == "pdf" else ("report",):
        write(kind, tmp_path / "a.pdf", four.wish(four.played(), paper=paper))
        said = "\n".join(Print(tmp_path / "a.pdf").pages)
        assert "“" not in said and "‘" not in said, paper
        assert not {"the", "and", "with", "step", "table", "who", "what"} & set(re.findall(r"\w+", said.casefold()))
    if kind == "worksheets":
        assert "1 = samma · 2 ≈ nära" in said
