"""What the program says in Swedish: all of it, and with everything in it that the English had."""

import ast
import gettext
import re
import runpy
import string
from pathlib import Path

import pytest
from babel.messages.mofile import read_mo
from babel.messages.pofile import read_po

from workshop.look import RESOURCES
from workshop.model.refusal import Refusal
from workshop.words import LANGUAGES, Catalogue

ROOT = Path(__file__).resolve().parent.parent
PO = RESOURCES / "locale" / "sv" / "LC_MESSAGES" / "workshop.po"


@pytest.fixture(scope="module")
def catalogue():
    with PO.open("rb") as file:
        return read_po(file, locale="sv")


@pytest.fixture(scope="module")
def spoken():
    """Every sentence in the code, with where it stands."""
    sentences = runpy.run_path(str(ROOT / ".ci" / "extract_words.py"))["sentences"]
    found = {}
    for path, line, sentence in sentences(ROOT / "workshop"):
        found.setdefault(sentence, f"{path.relative_to(ROOT)}:{line}")
    return found


def forms(text):
    return [text] if isinstance(text, str) else list(text)


def placeholders(text):
    return {name for _, name, _, _ in string.Formatter().parse(text) if name is not None}


def test_every_sentence_in_the_code_has_its_swedish_and_none_is_left_over(spoken, catalogue):
    """`.ci/words` brings the catalogue up to date."""
    swedish = {message.id for message in catalogue if message.id}
    assert [f"{where}: {said}" for said, where in spoken.items() if said not in swedish] == []
    assert swedish - set(spoken) == set()
    assert not catalogue.obsolete


def test_nothing_waits_for_its_swedish(catalogue):
    waiting = [message.id for message in catalogue if message.id and not all(forms(message.string))]
    assert waiting == []
    assert not [message.id for message in catalogue if message.id and message.fuzzy]


def test_the_swedish_keeps_every_placeholder(catalogue):
    for message in catalogue:
        if not message.id:
            continue
        for said, meant in zip(forms(message.string), forms(message.id), strict=True):
            assert placeholders(said) == placeholders(meant), message.id


def test_placeholders_have_names_and_nothing_but_names(spoken):
    """So that a sentence can be turned round in another language."""
    for sentence, where in spoken.items():
        for text in forms(sentence):
            assert all(name.isidentifier() for name in placeholders(text)), where


def test_what_is_compiled_is_what_is_written(catalogue):
    with PO.with_suffix(".mo").open("rb") as file:
        compiled = read_mo(file)
    written, read = (
        {tuple(forms(message.id)): tuple(forms(message.string)) for message in found if message.id}
        for found in (catalogue, compiled)
    )
    assert read == written


def test_the_swedish_keeps_its_quotation_marks_and_endings(catalogue):
    for message in catalogue:
        for said, meant in zip(forms(message.string), forms(message.id), strict=False):
            assert "“" not in said, said
            assert '"' not in said, said
            assert said.endswith("…") == meant.endswith("…"), said
            assert said.endswith(".") == meant.endswith("."), said
            assert said.count("&") == meant.count("&"), said


def test_one_and_several():
    words = Catalogue("sv")
    assert words.many("{n} hand", "{n} hands", 1) == "1 hand"
    assert words.many("{n} hand", "{n} hands", 4) == "4 händer"
    assert Catalogue("en").many("{n} hand", "{n} hands", 4) == "4 hands"


def test_every_sentence_is_found_as_the_standard_library_finds_it(catalogue):
    words, found = Catalogue("sv"), gettext.translation("workshop", RESOURCES / "locale", ["sv"])
    for message in catalogue:
        if message.pluralizable:
            fields = {name: name for _, name, _, _ in string.Formatter().parse(message.id[1]) if name and name != "n"}
            one, several = message.id
            for n in range(13):
                assert words.many(one, several, n, **fields) == found.ngettext(one, several, n).format(n=n, **fields)
        elif message.id:
            assert words(message.id) == found.gettext(message.id)


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_a_person_wrote_may_hold_braces(language):
    """A value is put in, and never itself read for placeholders."""
    words = Catalogue(language)
    written = "{x} {0} {need} {{"
    assert words("Protects: {need}", need=written).endswith(written)
    assert written in words.refusal(Refusal("There is no heading “{sort}” on this board.", sort=written))
    assert words(written) == written


def test_a_refusal_may_tell_of_another_in_the_same_language():
    no = Refusal("Act {act}: {why}", act=3, why=Refusal("Pick a card first."))
    assert Catalogue("sv").refusal(no) == "Händelse 3: Markera ett kort först."
    assert Catalogue("en").refusal(no) == str(no) == "Act 3: Pick a card first."


def test_nothing_said_is_nothing_and_not_the_head_of_the_catalogue():
    assert Catalogue("sv")("") == ""
    assert gettext.translation("workshop", RESOURCES / "locale", ["sv"]).gettext("") != ""


SHOWS = re.compile(r"(set|add)(Text|\w*Tip|WindowTitle|PlaceholderText|Accessible\w+|Title|Menu|Tab|Action)|Q[A-Z]\w+")
NAMES = {"Verkstad", "Svenska", "English"}


def test_no_sentence_reaches_a_window_round_the_catalogue():
    """Letters given straight to a widget would be the same in every language."""
    found = []
    for path in sorted((ROOT / "workshop" / "screen").rglob("*.py")):
        for call in ast.walk(ast.parse(path.read_text("utf-8"))):
            if not isinstance(call, ast.Call):
                continue
            name = getattr(call.func, "attr", getattr(call.func, "id", ""))
            if not SHOWS.fullmatch(name) or name in ("QKeySequence", "QColor", "QByteArray", "QFont"):
                continue
            for text in (arg.value for arg in call.args if isinstance(arg, ast.Constant)):
                if isinstance(text, str) and re.search(r"[^\W\d_]{2}", text) and text not in NAMES:
                    found.append(f"{path.relative_to(ROOT)}:{call.lineno} {text!r}")
    assert found == []
