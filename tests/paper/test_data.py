"""The summary as plain data for other programs."""

import json

from tests.paper.desk import played, wish, written
from tests.paper.test_summary import SECRET, with_secrets
from workshop.model.change import State
from workshop.model.record import Agreement, FollowUp, Note
from workshop.model.visible import Audience
from workshop.paper.kinds import write


def told(folder, state, audience=Audience.SHARED):
    path = folder / "summary.json"
    write("json", path, wish(state, audience))
    return path.read_text("utf-8")


def test_it_holds_as_many_things_as_the_session(tmp_path):
    data = json.loads(told(tmp_path, played(), Audience.FULL))
    said = [note for board in data["boards"] for note in board["notes"]]
    assert data["format"] == 2
    assert len(said) == len(played().all(Note))
    assert len(data["agreements"]) == len(played().all(Agreement))
    assert len(data["follow_ups"]) == len(played().all(FollowUp))
    for note in said:
        record = played().need(note["id"], Note)
        assert note["text"] == record.text and note["flip"] == record.flip and note["marks"] == dict(record.marks)


def test_what_is_shared_holds_nothing_raw_and_nothing_private(tmp_path):
    full, shared = told(tmp_path, with_secrets(), Audience.FULL), told(tmp_path, with_secrets())
    for word in (SECRET, "Sagt av oss", "Lyssnarlappen"):
        assert word in full and word not in shared
    assert "Vi svarar samma dag" in shared and "Ring varje fredag" in shared
    assert "c000" not in shared  # not even that there was a card


def test_the_same_session_gives_the_same_words_in_order(tmp_path):
    once = told(tmp_path, played(), Audience.FULL)
    assert told(tmp_path, State(reversed(list(played()))), Audience.FULL) == once
    assert "Sälgköpings kommun" in once
    assert list(json.loads(once)) == sorted(json.loads(once))


def test_half_a_letter_does_not_stop_it(tmp_path):
    state = State([*written([]), Note(id="n", board="r:promises", list="a", text="halv \ud83d bokstav")])
    assert json.loads(told(tmp_path, state))["boards"][3]["notes"][0]["text"] == "halv \ud83d bokstav"
