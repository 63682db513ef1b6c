"""Word, web page and Markdown hold what the paper says, each thing once, whatever was written."""

import zipfile
from dataclasses import replace
from pathlib import Path
from typing import Any

import docx
import pytest
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Mm
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import html as pages

from tests.paper.desk import ODD, numbered, played, wish, written
from tests.paper.readers import READ, squeezed
from tests.paper.test_summary import SECRET, with_secrets
from workshop.catalog.folder import example, load
from workshop.look import EXERCISES
from workshop.model.change import State
from workshop.model.example import begun, play
from workshop.model.letters import clean
from workshop.model.refusal import Refusal
from workshop.model.session import InMemory, Session
from workshop.model.visible import Audience
from workshop.paper.document import Column, Document, Figure, Front, Phrase, Row, Table
from workshop.paper.html import html
from workshop.paper.kinds import PAPERS, composed, write
from workshop.paper.markdown import markdown
from workshop.paper.wish import Wish
from workshop.paper.word import word
from workshop.paper.word_page import text_width
from workshop.words import Catalogue

FORMATS = list(READ)
NAMES = sorted(path.parent.name for path in EXERCISES.glob("*/exercise.toml"))
HARD = [*ODD, "=1+1", "{{x}}", "# rubrik", "1. först", "a|b", "\\*stjärna\\*", "&lt;", "`kod`", "-", "_x_"]


def exported(folder: Path, kind: str, wanted: Wish) -> Path:
    write(kind, folder / f"paper.{kind}", wanted)
    return folder / f"paper.{kind}"


def promised(document: Document) -> set[tuple[str, ...]]:
    """The rows that a document's tables have, as they are read back."""
    tables = [block for block in document.blocks if isinstance(block, Table)]
    return {tuple(squeezed("".join(clean(p.text) for p in c)) for c in row.cells) for t in tables for row in t.rows}


def examples(name: str) -> Wish:
    exercise, texts = load(EXERCISES / name)
    filled = example(EXERCISES / name)
    session = Session(begun(exercise, texts["sv"], filled), InMemory(), lambda: 0.0)
    for _ in play(session, exercise, filled):
        pass
    return Wish(session.state, {name: (exercise, texts)}, Catalogue("sv"), Audience.FULL)


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("kind", FORMATS)
def test_every_row_of_each_exercise_is_in_the_file(tmp_path, kind, name):
    wanted = examples(name)
    rows = READ[kind](exported(tmp_path, kind, wanted))
    assert promised(composed(wanted)) <= set(rows)


@pytest.mark.parametrize("count", [0, 1, 40, 400])
@pytest.mark.parametrize("kind", FORMATS)
def test_there_are_as_many_cards_in_the_file_as_in_the_session(tmp_path, kind, count):
    state = written(numbered(count))
    rows = READ[kind](exported(tmp_path, kind, wish(state, Audience.FULL)))
    cells = [cell for row in rows for cell in row]
    assert [cells.count(squeezed(text)) for text in numbered(count)] == [1] * count


@pytest.mark.parametrize("kind", FORMATS)
def test_what_was_typed_stands_there_letter_by_letter(tmp_path, kind):
    rows = READ[kind](exported(tmp_path, kind, wish(written(HARD), Audience.FULL)))
    cells = [cell for row in rows for cell in row]
    for text in HARD:
        assert squeezed(clean(text)) in cells, text


@pytest.mark.parametrize("kind", FORMATS)
def test_what_is_shared_holds_nothing_raw_and_nothing_private(tmp_path, kind):
    shared = exported(tmp_path, kind, wish(with_secrets()))
    (tmp_path / "full").mkdir()
    full = exported(tmp_path / "full", kind, wish(with_secrets(), Audience.FULL))
    for word_ in (SECRET, "Sagt av oss", "Lyssnarlappen"):
        assert word_.encode() in inside(full)
        assert word_.encode() not in inside(shared)
    assert b"Vi svarar samma dag" in inside(shared)


def inside(path: Path) -> bytes:
    """Everything in a file with nothing packed."""
    if path.suffix != ".docx":
        return path.read_bytes()
    with zipfile.ZipFile(path) as whole:
        return b"".join(whole.read(name) for name in whole.namelist())


@pytest.mark.parametrize("paper", [name for name in PAPERS if name not in ("programme", "assignment")])
@pytest.mark.parametrize("kind", FORMATS)
def test_each_paper_can_be_any_kind_of_file(tmp_path, kind, paper):
    path = exported(tmp_path, kind, replace(wish(played()), paper=paper))
    assert b"K" in inside(path)


ANY = st.text(st.characters(), max_size=60)


@given(said=st.lists(st.tuples(ANY, ANY), min_size=1, max_size=4), title=ANY)
@settings(deadline=None)
def test_whatever_is_written_can_be_written_and_read_back(tmp_path_factory, said, title):
    columns = (Column("", 0.5), Column("Vad", 0.5))
    rows = tuple(Row(f"r{n}", ((Phrase(a),), (Phrase(b, "strong"),))) for n, (a, b) in enumerate(said))
    front = Front("", title, "", (), (), ())
    document = Document("sv", front, title, "", "", (Table(columns, rows),))
    words = Catalogue("sv")
    folder = tmp_path_factory.mktemp("any")
    word(document, words).save(str(folder / "x.docx"))
    (folder / "x.html").write_bytes(html(document, words).encode("utf-8", "replace"))
    (folder / "x.md").write_bytes(markdown(document).encode("utf-8", "replace"))
    assert promised(document) <= set(READ["docx"](folder / "x.docx"))
    assert promised(document) <= set(READ["html"](folder / "x.html"))
    markdown(document)


# Word


def test_word_has_real_headings_header_rows_language_and_alternative_texts(tmp_path):
    path = exported(tmp_path, "docx", wish(played()))
    made = docx.Document(str(path))
    headings = [p.text for p in made.paragraphs if p.style is not None and p.style.name == "Heading 1"]
    assert "Det här har vi kommit överens om" in headings[0] and "Bilaga" in headings[-1]
    assert made.core_properties.language == "sv-SE"
    assert {lang.get(qn("w:val")) for lang in made.styles.element.iter(qn("w:lang"))} == {"sv-SE"}
    headed = [t for t in made.tables if list(t.rows[0]._tr.iter(qn("w:tblHeader")))]
    assert len(headed) >= 5
    shown = made.element.body.findall(f".//{qn('wp:docPr')}")
    figures = [picture for b in composed(wish(played())).blocks if isinstance(b, Figure) for picture in b.pictures]
    assert len(shown) == len(figures)
    for about in shown:
        assert len(about.get("descr")) > 40 and about.get("title")


def template(folder: Path, content: str) -> Path:
    """An organisation's own template, with a look of its own."""
    made = docx.Document()
    heading: Any = made.styles["Heading 1"]
    heading.font.name = "Kommunsans"
    heading.element.get_or_add_rPr().append(OxmlElement("w:lang", {qn("w:val"): "en-US"}))
    made.sections[0].left_margin = Mm(50)
    made.sections[0].header.paragraphs[0].text = "Sälgköpings kommun"
    made.save(str(folder / "mall.docx"))
    path = folder / "mall.dotx"
    with zipfile.ZipFile(folder / "mall.docx") as old, zipfile.ZipFile(path, "w") as new:
        for name in old.namelist():
            said = old.read(name)
            new.writestr(name, said.replace(b"document.main+xml", content.encode()))
    return path


def test_a_template_keeps_its_styles_and_its_head(tmp_path):
    mall = template(tmp_path, "template.main+xml")
    made = docx.Document(str(exported(tmp_path, "docx", replace(wish(played()), template=mall))))
    heading: Any = made.styles["Heading 1"]
    assert heading.font.name == "Kommunsans"
    assert "Sälgköpings kommun" in [p.text for p in made.sections[0].header.paragraphs]
    assert any(p.style is not None and p.style.name == "Heading 1" for p in made.paragraphs)
    assert {lang.get(qn("w:val")) for lang in made.styles.element.iter(qn("w:lang"))} == {"sv-SE"}
    section = made.sections[0]
    edge = text_width(made)
    ends = [tab for tab in section.header._element.iter(qn("w:tab")) if tab.get(qn("w:val")) == "right"]
    assert [int(tab.get(qn("w:pos"))) for tab in ends] == [edge // 635], "the day ends where the text does"
    assert min(int(part.get(qn("w:w"))) for part in made.element.iter(qn("w:gridCol"))) >= 600, "room for a number"


@pytest.mark.parametrize("content", [b"", b"text", b"PK\x03\x04half"])
def test_what_is_no_template_is_refused_in_a_sentence(tmp_path, content):
    (tmp_path / "mall.dotx").write_bytes(content)
    with pytest.raises(Refusal, match="no Word template"):
        exported(tmp_path, "docx", replace(wish(State()), template=tmp_path / "mall.dotx"))
    assert not (tmp_path / "paper.docx").exists()


# The web page


def test_the_page_has_landmarks_one_title_and_headings_in_steps(tmp_path):
    page = pages.fromstring(exported(tmp_path, "html", wish(played())).read_bytes())
    assert page.get("lang") == "sv"
    assert [len(list(page.iter(tag))) for tag in ("header", "nav", "main", "footer", "h1", "script")] == [1] * 5 + [0]
    levels = [int(tag.tag[1]) for tag in page.iter("h1", "h2", "h3", "h4")]
    assert all(later - before <= 1 for before, later in zip(levels, levels[1:], strict=False))
    ids = {tag.get("id") for tag in page.iter() if tag.get("id")}
    assert all(link.get("href")[1:] in ids for link in page.iter("a"))
    for figure in page.iter("figure"):
        drawn = list(figure.iter("svg"))
        assert drawn and all(svg.get("role") == "img" and svg.get("aria-label") for svg in drawn)
        assert figure.find("details") is not None
    for table in page.iter("table"):
        assert all(th.text_content().strip() for th in table.iter("th"))


def test_the_page_asks_nothing_of_the_network(tmp_path):
    said = exported(tmp_path, "html", wish(played())).read_text("utf-8")
    assert "default-src 'none'" in said
    assert "http://" not in said.replace("http://www.w3.org", "") and "https://" not in said
