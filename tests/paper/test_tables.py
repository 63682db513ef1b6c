"""The tables, read back as Excel and others read them."""

import csv
import io

import pytest

from tests.paper import four
from tests.paper.desk import played
from workshop.model.letters import clean
from workshop.model.record import Agreement, FollowUp, Note
from workshop.model.refusal import Refusal
from workshop.model.visible import Audience
from workshop.paper import files
from workshop.paper.files import put_together
from workshop.paper.kinds import write
from workshop.paper.tables import as_csv


def read(folder, state, audience=Audience.SHARED, language="sv"):
    """Every table by its name: a list of rows."""
    write("csv", folder / "tabeller", four.wish(state, audience, language))
    return {path.stem: rows(path.read_bytes()) for path in (folder / "tabeller").iterdir()}


def rows(content: bytes) -> list[dict[str, str]]:
    assert content.startswith(b"\xef\xbb\xbf"), "without the mark Excel takes å for Ã¥"
    return list(csv.DictReader(io.StringIO(content.decode("utf-8-sig"), newline=""), delimiter=";"))


def unquoted(cell: str) -> str:
    return cell[1:] if cell.startswith("'") else cell


TABLE = {
    "en-person-i-mitten": ("aktörer", "Vem"),
    "isberget": ("kort", "Kort"),
    "ledningsdialogen": ("svar", "Svar"),
    "reta-motparten": ("kort", "Kort"),
}


@pytest.mark.parametrize("name", four.NAMES)
@pytest.mark.parametrize("said", [[], ["Ett"], four.numbered(40), four.numbered(400), four.ODD], ids=len)
def test_there_are_as_many_rows_as_things_and_each_says_what_was_written(tmp_path, name, said):
    found = read(tmp_path, four.with_dates(four.filled(name, said), said))
    table, column = TABLE[name]
    written = [clean(text) for text in said]
    assert [unquoted(row[column]) for row in found.get(table, [])] == written
    assert [unquoted(row["Vad"]) for row in found["överenskommelser"]] == written
    assert [unquoted(row["Fråga"]) for row in found.get("uppföljningar", [])] == written
    assert [unquoted(row["Det som får vänta"]) for row in found.get("parkeringen", [])] == written


@pytest.mark.parametrize("begins", ["=1+1", "+1", "-1", "@x", "＝1", "\t=1+1", "\r=1+1", "  =1+1"])
def test_no_cell_can_be_taken_for_a_sum(begins):
    (row,) = rows(as_csv([{"Kort": begins}]))
    assert row["Kort"].startswith("'")


def test_the_example_is_there_card_by_card(tmp_path):
    found = read(tmp_path, played(), Audience.FULL)
    assert len(found["kort"]) == len(played().all(Note))
    assert len(found["överenskommelser"]) == len(played().all(Agreement))
    assert len(found["uppföljningar"]) == len(played().all(FollowUp))
    assert {row["Övning"] for row in found["kort"]} == {"Reta motparten"}
    assert sum(int(row["Händer: händer ofta"] or 0) for row in found["kort"]) == sum(
        dict(note.marks).get("often", 0) for note in played().all(Note)
    )


def test_in_english_tables_and_columns_have_english_names(tmp_path):
    found = read(tmp_path, played(), language="en")
    assert {"cards", "agreements", "follow-ups"} <= set(found)
    assert "Who" in found["agreements"][0]


def test_what_is_shared_holds_nothing_raw_and_nothing_private(tmp_path):
    for audience in (Audience.FULL, Audience.SHARED):
        write("csv", tmp_path / audience, four.wish(four.with_secrets(), audience))
    full, shared = (b"".join(p.read_bytes() for p in (tmp_path / name).iterdir()) for name in ("full", "shared"))
    for word in four.SECRETS:
        assert word.encode() in full and word.encode() not in shared
    assert b"Vi svarar samma dag" in shared


def test_a_folder_that_is_there_keeps_what_else_lies_in_it(tmp_path):
    put_together(tmp_path / "t", {"a.csv": b"1", "b.csv": b"1"})
    (tmp_path / "t" / "eget.txt").write_text("mitt")
    put_together(tmp_path / "t", {"a.csv": b"2"})
    assert {p.name: p.read_bytes() for p in (tmp_path / "t").iterdir()} == {
        "a.csv": b"2",
        "b.csv": b"1",
        "eget.txt": b"mitt",
    }
    assert [p.name for p in tmp_path.iterdir()] == ["t"]


def test_where_one_file_cannot_be_written_none_is_new(tmp_path, monkeypatch):
    put_together(tmp_path / "t", {"a.csv": b"1", "b.csv": b"1"})
    put = files.put

    def refuse(path, content):
        if path.name == "b.csv":
            raise Refusal("The disk is full. Make room and do it again.")
        put(path, content)

    monkeypatch.setattr(files, "put", refuse)
    with pytest.raises(Refusal, match="disk is full"):
        put_together(tmp_path / "t", {"a.csv": b"2", "b.csv": b"2"})
    assert (tmp_path / "t" / "a.csv").read_bytes() == b"1"
    assert [p.name for p in tmp_path.iterdir()] == ["t"]


def test_a_file_in_the_folders_place_is_refused_in_a_sentence(tmp_path):
    (tmp_path / "t").write_text("mitt")
    with pytest.raises(Refusal, match="is a file"):
        put_together(tmp_path / "t", {"a.csv": b"1"})
    assert (tmp_path / "t").read_text() == "mitt" and [p.name for p in tmp_path.iterdir()] == ["t"]
