"""What an archive asks of a session, and what of it those who share the summary are told."""

import pytest

from workshop.model.change import State
from workshop.model.filing import file, filing_of, status_said
from workshop.model.kept import FINISHED, WORKING, Filing
from workshop.model.record import Cover
from workshop.model.refusal import Refusal
from workshop.model.visible import Audience, visible
from workshop.words import Catalogue

SESSION = State([Cover(id="cover", date="2026-10-14")])
SAID = (FINISHED, " KS 2026/118 ", "Kansliet", "31/12")


def test_a_session_is_working_material_until_somebody_says_otherwise():
    assert filing_of(SESSION).status == WORKING
    assert status_said(filing_of(SESSION), Catalogue("sv")) == "Arbetsmaterial"


def test_a_session_is_filed_and_filed_otherwise_in_one_change_each():
    filed = file(SESSION, *SAID).apply(SESSION)
    expected = Filing(id="filing", status=FINISHED, diary="KS 2026/118", responsible="Kansliet", disposal="2026-12-31")
    assert filing_of(filed) == expected
    assert status_said(filing_of(filed), Catalogue("sv")) == "Färdigställd"
    again = file(filed, WORKING, "", "Kansliet", "").apply(filed)
    assert filing_of(again) == Filing(id="filing", responsible="Kansliet")
    assert not file(filed, *SAID), "the same once more changes nothing"


def test_a_day_that_is_none_is_refused_in_words():
    with pytest.raises(Refusal, match="is not a date"):
        file(SESSION, WORKING, "", "", "nästa vår")


def test_paper_that_is_shared_tells_how_the_session_is_filed():
    filed = file(SESSION, *SAID).apply(SESSION)
    for audience in (Audience.SHARED, Audience.FULL):
        assert filing_of(visible(filed, audience)).diary == "KS 2026/118"
