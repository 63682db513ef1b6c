"""Whose mark the papers have: chosen where they are chosen, and kept on the computer."""

import pytest
from PIL import Image
from PySide6.QtWidgets import QFileDialog

from tests.paper.test_organisation import GOOD, folder_with
from tests.screen.test_papers import papers
from workshop.screen.papers.dialog import PapersDialog

__all__ = ["papers"]


@pytest.fixture
def theirs(tmp_path):
    """A folder with an organisation's file and its logotype."""
    folder = tmp_path / "deras"
    folder.mkdir()
    return folder_with(folder, GOOD)


def chooses(papers, monkeypatch, path) -> None:
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: (str(path), ""))
    papers.dialog.mark.choose.trigger()


def badges(papers) -> list[bool]:
    """Which of the marks on the first page are pictures."""
    papers.waits()
    return [bool(badge.image) for badge in papers.dialog.leaves._pages.page(0)[1]]


def test_a_mark_is_chosen_seen_at_once_and_there_the_next_time(papers, theirs, monkeypatch, house):
    assert papers.dialog.mark.said == "Ingen" and badges(papers) == []
    chooses(papers, monkeypatch, theirs / "organisation.toml")
    assert papers.dialog.mark.said == "Sälgköpings kommun" and badges(papers) == [False, True]
    (theirs / "organisation.toml").unlink()
    (theirs / "logo.png").unlink()
    again = PapersDialog(house, papers.facilitator.window.opened, papers.facilitator.window.words, print, papers.dialog)
    assert again.mark.said == "Sälgköpings kommun"
    again.reject()
    assert b"Im" in papers.saves()
    records = papers.facilitator.window.opened.path.read_bytes()
    assert "Sälgköpings kommun".encode() not in records


def test_a_picture_alone_is_a_logotype_and_none_takes_it_away(papers, theirs, monkeypatch):
    Image.new("RGB", (200, 80), "#0B5FA5").save(theirs / "Ekbacken.jpg")
    chooses(papers, monkeypatch, theirs / "Ekbacken.jpg")
    assert papers.dialog.mark.said == "Ekbacken" and badges(papers) == [True]
    papers.dialog.mark.none.trigger()
    assert papers.dialog.mark.said == "Ingen" and badges(papers) == []
    assert not papers.dialog.mark.none.isEnabled()


@pytest.mark.parametrize(
    ("name", "said", "sentence"),
    [
        ("fel.toml", 'colour = "#FFFF00"', "för ljus"),
        ("borta.toml", None, "borta.toml"),
        ("bild.png", "ingen bild", "bild.png"),
    ],
)
def test_a_bad_file_is_refused_in_a_sentence_and_the_mark_stays(papers, theirs, monkeypatch, name, said, sentence):
    chooses(papers, monkeypatch, theirs / "organisation.toml")
    if said is not None:
        (theirs / name).write_text(said, "utf-8")
    chooses(papers, monkeypatch, theirs / name)
    assert sentence in papers.dialog.refusals.text and "Errno" not in papers.dialog.refusals.text
    assert papers.dialog.mark.said == "Sälgköpings kommun" and badges(papers) == [False, True]
