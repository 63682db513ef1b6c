"""An organisation's logotype and colour on its papers, from a small file; and what is said where the file is wrong."""

import io
import zipfile
from dataclasses import replace
from pathlib import Path

import pytest
from PIL import Image

from tests.paper.desk import Print, played, wish
from workshop.model.refusal import Refusal
from workshop.paper.kinds import write
from workshop.paper.organisation import FILE, Organisation, organisation

GOOD = 'name = "Sälgköpings kommun"\ncolour = "#0B5FA5"\nlogotype = "logo.png"\n'


def folder_with(folder: Path, said: str, size: tuple[int, int] = (300, 100)) -> Path:
    file = io.BytesIO()
    Image.new("RGB", size, "#0B5FA5").save(file, "PNG")
    (folder / "logo.png").write_bytes(file.getvalue())
    (folder / "organisation.toml").write_text(said, "utf-8")
    return folder


@pytest.fixture
def mark(tmp_path: Path) -> Organisation:
    found = organisation(folder_with(tmp_path, GOOD) / FILE)
    assert found
    return found


def test_without_a_file_papers_are_the_programs_own(tmp_path):
    assert organisation(tmp_path / FILE) is None


@pytest.mark.parametrize("paper", ["report", "one-page", "agreements"])
def test_the_first_page_of_a_pdf_has_the_logotype_and_the_colour(tmp_path, mark, paper):
    write("pdf", tmp_path / "paper.pdf", replace(wish(played()), paper=paper, organisation=mark))
    first, *others = Print(tmp_path / "paper.pdf").reader.pages
    assert [image.image.size for image in first.images if image.image] == [(300, 100)]
    assert b".043137 .372549 .647059 rg" in b"".join(Print(tmp_path / "paper.pdf").inside())
    assert not [image for page in others for image in page.images]


def test_a_web_page_and_a_word_file_have_it_inside(tmp_path, mark):
    for kind in ("html", "docx"):
        write(kind, tmp_path / f"paper.{kind}", replace(wish(played()), organisation=mark))
    page = (tmp_path / "paper.html").read_text("utf-8")
    assert "--accent:#0B5FA5" in page and 'alt="Sälgköpings kommun"' in page and "data:image/png" in page
    with zipfile.ZipFile(tmp_path / "paper.docx") as whole:
        assert mark.logotype in [whole.read(name) for name in whole.namelist()]
        assert b"0B5FA5" in whole.read("word/styles.xml")


@pytest.mark.parametrize(
    ("said", "sentence"),
    [
        ("name = ", "may hold name"),
        ('slogan = "Framåt"', "may hold name"),
        ("name = 3", "may hold name"),
        ('colour = "blue"', "is written as"),
        ('colour = "#FFFF00"', "too light"),
        ('logotype = "gone.png"', "is not there"),
        ('logotype = "organisation.toml"', "is not there"),
        ('logotype = "../../etc/passwd"', "is not there"),
    ],
)
def test_what_is_wrong_is_said_in_a_sentence(tmp_path, said, sentence):
    with pytest.raises(Refusal, match=sentence):
        organisation(folder_with(tmp_path, said) / FILE)
