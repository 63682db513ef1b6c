"""The file is there whole, or what was there before is."""

import errno
import os

import pytest

from tests.paper.desk import played, printed, wish
from workshop.model.refusal import Refusal
from workshop.paper.files import put
from workshop.paper.kinds import write


def test_a_folder_that_is_not_there_is_refused_in_a_sentence(tmp_path):
    with pytest.raises(Refusal, match="no folder"):
        write("pdf", tmp_path / "borta" / "summary.pdf", wish(played()))


def test_a_folder_in_the_files_place_is_refused(tmp_path):
    (tmp_path / "summary.pdf").mkdir()
    with pytest.raises(Refusal, match="is a folder"):
        printed(tmp_path, played())
    assert [path.name for path in tmp_path.iterdir()] == ["summary.pdf"]


@pytest.mark.parametrize(
    ("no", "sentence"),
    [(OSError(errno.ENOSPC, "No space left on device"), "No space left"), (PermissionError(), "another program")],
)
def test_the_old_file_stays_where_the_new_one_cannot_be_written(tmp_path, monkeypatch, no, sentence):
    path = tmp_path / "summary.pdf"
    put(path, b"the old one")

    def refuse(*_):
        raise no

    monkeypatch.setattr(os, "fsync", refuse)
    with pytest.raises(Refusal, match=sentence):
        put(path, b"the new one")
    assert path.read_bytes() == b"the old one"
    assert [path.name for path in tmp_path.iterdir()] == ["summary.pdf"]
