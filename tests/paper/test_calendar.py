"""The calendar file, taken apart as a calendar does (RFC 5545)."""

import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as some

from tests.paper import four
from tests.paper.desk import played
from workshop.model.letters import clean
from workshop.model.record import Agreement, FollowUp
from workshop.model.refusal import Refusal
from workshop.paper.calendar import calendar

NOW = datetime.datetime(2026, 11, 2, 9, 30, tzinfo=datetime.UTC)


def events(content: bytes) -> list[dict[str, str]]:
    """The events, each by property; asserts that every line is as long and ends as it should."""
    assert content.endswith(b"\r\n") and b"\n" not in content.replace(b"\r\n", b"")
    assert all(len(line) <= 75 for line in content.split(b"\r\n"))
    lines = content.decode().replace("\r\n ", "").split("\r\n")
    assert lines[0] == "BEGIN:VCALENDAR" and "VERSION:2.0" in lines and lines[-2:] == ["END:VCALENDAR", ""]
    found: list[dict[str, str]] = []
    for line in lines:
        name, _, value = line.partition(":")
        if line == "BEGIN:VEVENT":
            found.append({})
        elif found and name not in ("END",):
            found[-1][name] = unescaped(value)
    return found


def unescaped(value: str) -> str:
    signs = {"n": "\n", "N": "\n"}
    out, parts = "", iter(value)
    for char in parts:
        if char == "\\":
            following = next(parts)
            out += signs.get(following, following)
        else:
            assert char not in ";,"
            out += char
    return out


def told(state, language="sv"):
    return calendar(four.wish(state, language=language), NOW)


def test_every_follow_up_and_agreement_with_a_date_is_a_day():
    found = events(told(played()))
    dated = [r for kind in (FollowUp, Agreement) for r in played().all(kind) if r.due]
    assert len(found) == len(dated) > 2
    for event, record in zip(found, dated, strict=True):
        assert event["DTSTART;VALUE=DATE"] == record.due.replace("-", "")
        assert event["DTSTAMP"] == "20261102T093000Z"
        assert (record.text if isinstance(record, Agreement) else record.question) in event["SUMMARY"]
        assert record.who in event["DESCRIPTION"]
        end = datetime.date.fromisoformat(record.due) + datetime.timedelta(days=1)
        assert event["DTEND;VALUE=DATE"] == f"{end:%Y%m%d}"


def test_an_event_is_the_same_one_when_it_is_written_again():
    uids = [event["UID"] for event in events(told(played()))]
    assert len(set(uids)) == len(uids)
    assert uids == [event["UID"] for event in events(told(played(), language="en"))]


@pytest.mark.parametrize("said", [["Ett"], four.numbered(40), four.numbered(400), four.ODD], ids=len)
def test_what_was_written_can_be_read_back(said):
    found = events(told(four.with_dates(four.begun("isberget"), said)))
    written = [clean(text) for text in said]
    assert [event["SUMMARY"] for event in found] == [f"Uppföljning: {text}" for text in written] + written


@given(some.lists(some.text(min_size=1, max_size=200), min_size=1, max_size=3))
def test_anything_at_all_can_be_read_back(said):
    written = [clean(text) for text in said]
    found = events(told(four.with_dates(four.begun("isberget"), said)))
    assert [event["SUMMARY"] for event in found[len(said) :]] == written


def test_without_any_date_it_says_what_to_do():
    with pytest.raises(Refusal, match="Nothing has a date yet"):
        told(four.begun("isberget"))


def test_a_date_that_is_none_is_passed_over():
    state = four.with_dates(four.begun("isberget"), ["Ett"])
    odd = Agreement(id="x", run="r", text="Till jul", due="i jul")
    last = Agreement(id="y", run="r", text="Sist", due="9999-12-31")
    found = events(told(type(state)([*state, odd, last])))
    assert [event["SUMMARY"] for event in found] == ["Uppföljning: Ett", "Ett", "Sist"]
    assert "DTEND;VALUE=DATE" not in found[-1]


def test_what_is_shared_holds_nothing_raw_and_nothing_private():
    said = told(four.with_secrets()).decode().replace("\r\n ", "")
    assert "Ring varje fredag" in said
    assert not any(word in said for word in four.SECRETS)
