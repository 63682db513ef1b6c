"""The library's index: made of the files, as they are, and without a trace of what is no longer in them."""

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.store.at_work import card, changed, reopened, start
from workshop.model.change import add, remove, update
from workshop.model.hits import Place
from workshop.model.kept import WORKING
from workshop.model.record import Agreement, Board, Cover, Note, Run
from workshop.store.index import BREAK, FILE, Entry, Index, Stamp, ready, stamp_of
from workshop.store.index_reading import UNREADABLE, entry_in

TITLES = ("Prov på åäö", {"ice": "Tavlan"}, frozenset({"Ligger redan där"}))


def told(texts, language):
    return TITLES


@pytest.fixture
def session(tmp_path):
    """A session with a card, an agreement and a card on no board that is known; its file is closed."""
    path = tmp_path / "Pass.workshop"
    file, session = start(path)
    records = [
        Run(id="r", exercise="trial"),
        Board(id="b", run="r", key="ice"),
        card(1, "Vi träffas för sällan"),
        card(2, "Ligger redan där"),
        Agreement(id="a", run="r", text="Ringa varje måndag", who="Regionen"),
    ]
    session.do(add(*records), "write")
    file.close()
    return path


def test_what_is_read_of_a_file_is_what_was_written_and_where_it_lies(session):
    before = session.read_bytes()
    entry = entry_in(session, told)
    assert (entry.title, entry.team, entry.date) == ("Frukost hos tre förvaltningar", "Lilla gruppen", "2026-10-14")
    assert entry.exercises == (("trial", "Prov på åäö"),)
    assert (entry.agreed, entry.open, entry.status, entry.shut) == (1, 1, WORKING, "")
    pieces = {id: (place, text) for id, place, text in entry.pieces}
    assert pieces["n1"] == (Place("trial", "Prov på åäö", "Tavlan"), "Vi träffas för sällan")
    assert pieces["a"] == (Place("trial", "Prov på åäö", ""), "Ringa varje måndag\nRegionen")
    assert "n2" not in pieces, "nobody has written a card that lay there from the beginning"
    assert session.read_bytes() == before


@pytest.mark.parametrize("content", [b"", b"SQLite format 3\0", b"\x00" * 5000, b"ABC" * 900])
def test_of_what_is_no_session_only_the_name_is_known(tmp_path, content):
    path = tmp_path / "Trasig.workshop"
    path.write_bytes(content)
    assert entry_in(path, told) == Entry("Trasig", shut=UNREADABLE, pieces=(("", Place(), "Trasig"),))
    assert path.read_bytes() == content


def test_a_newer_file_and_one_with_strange_records_are_known_by_name(session):
    for statement in ("UPDATE records SET kind = 'later' WHERE id = 'n1'", "PRAGMA user_version = 999"):
        changed(session, statement)
        assert entry_in(session, told) == Entry("Pass", shut=UNREADABLE, pieces=(("", Place(), "Pass"),))


def rows(index):
    return index.connection.execute("SELECT path, title FROM sessions ORDER BY id").fetchall()


def test_the_newest_day_has_the_highest_number(tmp_path):
    index = Index(tmp_path)
    for name, date in (("b", "2026-03-01"), ("c", "2026-03-02"), ("a", "2019-12-31"), ("d", "2026-03-02")):
        index.put(ready(Path(name), Stamp(0, 1), Entry(name, date=date)))
    assert [title for _, title in rows(index)] == ["a", "b", "c", "d"]
    index.put(ready(Path("a"), Stamp(1, 1), Entry("a", date="2027-01-01")))
    assert [title for _, title in rows(index)] == ["b", "c", "d", "a"]
    assert index.stamps()["a"] == Stamp(1, 1)


@pytest.mark.parametrize("content", [b"", b"no database at all" * 400, b"SQLite format 3\0" + b"\xff" * 5000])
def test_an_index_that_cannot_be_read_is_made_anew(tmp_path, content):
    index = Index(tmp_path)
    index.put(ready(Path("a"), Stamp(0, 1), Entry("a")))
    index.close()
    (tmp_path / FILE).write_bytes(content)
    assert index.stamps() == {}
    index.put(ready(Path("a"), Stamp(0, 1), Entry("a")))
    assert list(Index(tmp_path).stamps()) == ["a"]


def test_an_index_of_another_edition_is_made_anew(tmp_path):
    index = Index(tmp_path)
    index.put(ready(Path("a"), Stamp(0, 1), Entry("a")))
    index.connection.execute("PRAGMA user_version = 77")
    index.close()
    assert index.stamps() == {}


def lies_in(home):
    """All that stands in the index and in what SQLite keeps beside it."""
    return b"".join(path.read_bytes() for path in home.glob(f"{FILE}*"))


def test_whoever_searches_does_not_wait_for_whoever_reads_files_in(tmp_path):
    index, other = Index(tmp_path), Index(tmp_path)
    assert other.work() == (0, 0)
    with index.writing():
        for number in range(300):  # more than is held in memory until it is written
            pieces = tuple((f"n{n}", Place(), f"ord{number} stort{n} " * 40) for n in range(40))
            index.put(ready(Path(f"{number}"), Stamp(0, 1), Entry("Pass", pieces=pieces)))
        assert other.work() == (0, 0) and other.stamps() == {}
    assert len(other.stamps()) == 300
    index.close()
    other.close()


def test_a_card_that_is_gone_from_the_file_is_gone_from_the_index(tmp_path, session):
    index = Index(tmp_path)
    index.put(ready(session, stamp_of(session), entry_in(session, told)))
    assert b"lan" in lies_in(tmp_path)
    file, work = reopened(session)
    work.do(remove(work.state.need("n1", Note)), "remove card")
    work.do(update(work.state.need("cover", Cover), group="Stora gruppen"), "edit")
    file.close()
    index.put(ready(session, stamp_of(session), entry_in(session, told)))
    left = lies_in(tmp_path)
    assert "sällan".encode() not in left and b"Lilla" not in left and "måndag".encode() in left


SECRET = st.text("abcdefghijklmnopqrstuvwxyzåäö", min_size=6, max_size=12).map(lambda word: f"q9{word}")
COMMON = st.lists(st.sampled_from(["möte", "svar", "skola", "väntetid", "samverkan", "region"]), max_size=30)


@settings(max_examples=25, deadline=None)
@given(st.lists(st.tuples(SECRET, COMMON), min_size=2, max_size=12, unique_by=lambda each: each[0]), st.data())
def test_nothing_of_a_session_that_is_forgotten_is_in_the_index_s_file(tmp_path_factory, sessions, data):
    index = Index(tmp_path_factory.mktemp("home"))
    for number, (secret, common) in enumerate(sessions):
        pieces = (("n", Place(), " ".join([*common, secret])), ("m", Place(), f"{secret}arna igen"))
        with index.writing():
            index.put(ready(Path(f"{number}"), Stamp(0, 1), Entry(f"om {secret}", secret, "2026-01-01", pieces=pieces)))
    gone = data.draw(st.sets(st.integers(0, len(sessions) - 1), min_size=1))
    for number in gone:
        index.forget(Path(f"{number}"))
    index.close()
    (file,) = index.path.parent.iterdir()
    left = file.read_bytes()
    for number, (secret, _) in enumerate(sessions):
        others = any(secret in other for at, (other, _) in enumerate(sessions) if at not in gone)
        assert (secret.encode() in left) == (number not in gone or others)


def test_a_large_index_keeps_no_word_between_its_pages(tmp_path):
    index = Index(tmp_path)
    words = [f"q{number * 7919 % 99991:05}" for number in range(3000)]
    with index.writing():
        for number in range(60):
            said = " ".join(f"{word} {word}arna" for word in words[number::60])
            index.put(
                ready(Path(f"{number}"), Stamp(0, 1), Entry("x", date="2026-01-01", pieces=(("n", Place(), said),)))
            )
    for number in range(40):
        index.forget(Path(f"{number}"))
    index.close()
    left = index.path.read_bytes()
    assert [word for number in range(40) for word in words[number::60] if word.encode() in left] == []
    assert all(word.encode() in left for word in words[59::60])


def test_the_sign_between_pieces_is_never_part_of_one(tmp_path):
    index = Index(tmp_path)
    index.put(
        ready(Path("a"), Stamp(0, 1), Entry("a", pieces=(("n", Place(), f"ett{BREAK}två"), ("m", Place(), "tre"))))
    )
    (said,) = index.connection.execute("SELECT said FROM words").fetchone()
    assert said.split(f" {BREAK} ") == ["ett två", "tre"]
