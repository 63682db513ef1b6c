"""The guard asks about what points to a person and lets the rest of Swedish life pass. The numbers here are made up."""

import time

import pytest

from workshop.model.guard import findings


@pytest.mark.parametrize(
    "said",
    [
        "850101-2384",
        "8501012384",
        "19850101-2384",
        "198501012384",
        "20030228-1234",
        "1985-01-01-2384",
        "850101 2384",
        "850101–2384",
        "850101 - 2384",
        "150101+2384",  # more than a hundred years old
        "19850161-2384",  # coordination number: the day and sixty
        "850191-2384",
        "850101-TF23",  # temporary numbers in health care
        "850101-XXXX",
    ],
)
def test_a_personnummer_is_noticed(said):
    (found,) = findings(f"Hon har {said}, tror jag.")
    assert (found.kind, found.text) == ("personnummer", said)


@pytest.mark.parametrize(
    "said",
    [
        "070-123 45 67",
        "0701234567",
        "070 123 45 67",
        "070 – 123 45 67",
        "08-123 456 78",
        "08/12 34 56",
        "(08) 12 34 56",
        "0521-123 45",
        "+46 70 123 45 67",
        "+46701234567",
        "+46 (0)70-123 45 67",
        "+46(0)701234567",
        "0046 70 123 45 67",
        "+47 22 12 34 56",
        "010-123 45 67",
        "070\u00a0123\u00a045\u00a067",
    ],
)
def test_a_telephone_number_is_noticed(said):
    (found,) = findings(f"Ring {said} i morgon")
    assert (found.kind, found.text) == ("telephone", said)


@pytest.mark.parametrize("said", ["anna@kommun.example", "a.b-c+d@post.region.example", "åsa.öberg@exempel.example"])
def test_an_e_mail_address_is_noticed(said):
    (found,) = findings(f"Skriv till {said}.")
    assert (found.kind, found.text) == ("e-mail", said)


@pytest.mark.parametrize(
    "said",
    [
        "Vi ses 2026-10-14.",
        "Vi ses 2026-10-14 14.30–16.00 i sal 3",
        "Vi ses 14/10 2026",
        "04-10-2026 eller 04/10/2026",
        "Mellan 2026-10-14 och 2026-10-15",
        "7 av 10",
        "2024, 2025 och 2026",
        "1998–2004",
        "klockan 14.30",
        "kl. 08.00-09.30",
        "08-16 varje dag",
        "100 000 kr",
        "2 000 000 000 kr",
        "2 010 000 000 kr",
        "1 234 567,50 kr",
        "SFS 2001:453",
        "SoL 4 kap. 1 §",
        "Dnr KS 2026-001234",
        "dnr 2026/01234-5",
        "organisationsnummer 212000-1234",
        "ISBN 978-91-12345-67-8",
        "851301-2384",  # there is no thirteenth month
        "850132-2384",  # nor a thirty-second day
        "fyra@bordet",
        "Bord 3: Vi mejlar 5 gånger, 4",
        "",
    ],
)
def test_what_points_to_nobody_is_left_alone(said):
    assert findings(said) == ()


def test_several_in_one_text_are_all_told_of():
    said = "850101-2384, 070-123 45 67 och a@b.example"
    assert {found.kind for found in findings(said)} == {"personnummer", "telephone", "e-mail"}


def test_a_number_is_told_of_once():
    assert [found.kind for found in findings("0101012384")] == ["personnummer"]


def test_even_the_longest_paste_is_read_in_no_time():
    began = time.perf_counter()
    findings("a" * 80_000)
    findings("1 " * 40_000)
    assert time.perf_counter() - began < 2
