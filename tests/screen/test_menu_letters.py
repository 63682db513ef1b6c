"""Alt and a letter opens one menu, and a letter in a menu does one thing."""

from collections import Counter

import pytest

from workshop.screen.facilitator.actions import acts, menus
from workshop.words import LANGUAGES, Catalogue


def letters(titles):
    return Counter(title[title.index("&") + 1].lower() for title in titles if "&" in title)


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_letter_does_two_things(language):
    words = Catalogue(language)
    assert max(letters(menus(words).values()).values()) == 1
    for menu in menus(words):
        found = letters(act.title for act in acts(words).values() if act.menu == menu)
        assert all(count == 1 for count in found.values()), (menu, found)


def test_no_key_does_two_things():
    keys = Counter(act.key for act in acts(Catalogue("en")).values() if act.key)
    assert max(keys.values()) == 1, keys.most_common(1)
