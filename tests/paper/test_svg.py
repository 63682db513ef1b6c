"""Boards as SVG: valid XML whose words are words, in the fonts that it brings."""

import base64
import re
from xml.etree import ElementTree

import pytest

from tests.paper import four
from tests.paper.desk import squeezed
from workshop.look import RESOURCES
from workshop.model.change import State
from workshop.model.letters import clean
from workshop.model.picture import Picture, Placed, Text
from workshop.model.refusal import Refusal
from workshop.model.visible import Audience
from workshop.paper.single import Single, singles
from workshop.paper.svg import svg

SVG = "{http://www.w3.org/2000/svg}"
BOARD = {
    "en-person-i-mitten": "map",
    "isberget": "iceberg",
    "ledningsdialogen": "dialogue",
    "reta-motparten": "promises",
}


def drawn(state: State, board: str = "", size: tuple[int, int] = (1920, 1080)) -> tuple[Single, ...]:
    return singles(four.wish(state, size=size, board=board))


def words(content: bytes) -> str:
    """All that its texts say, in order."""
    return "\n".join("".join(text.itertext()) for text in ElementTree.fromstring(content).iter(f"{SVG}text"))


def as_svg(one: Single, width: float = 0.0) -> bytes:
    return svg(one.picture, one.title, "sv", width)


@pytest.mark.parametrize("name", four.NAMES)
@pytest.mark.parametrize("said", [["Ett"], four.numbered(40), four.numbered(400), four.ODD], ids=len)
def test_all_that_lies_on_the_pictures_is_in_the_files(name, said):
    found = drawn(four.filled(name, said), BOARD[name])
    for one in found:
        assert squeezed(words(as_svg(one))) == squeezed(one.picture.words().replace("\x1b", ""))
    cards = {placed.id for one in found for placed in one.picture.placed}
    assert {f"t{number:03}" for number in range(len(said))} <= cards
    if said is four.ODD:
        told = squeezed("".join(words(as_svg(one)) for one in found))
        for text in ("<b>fet</b>", "=1+1", "{{x}} {y} %s", "ꙮ", "مرحبا", "שלום", "👨‍👩‍👧", "föreefter", "ö" * 20):
            assert squeezed(clean(text)) in told


@pytest.mark.parametrize("name", four.NAMES)
def test_of_an_empty_exercise_there_is_no_picture_and_that_is_said(name):
    with pytest.raises(Refusal, match="Nothing to show"):
        drawn(four.filled(name, []), BOARD[name])


def test_every_letter_that_xml_takes_is_there_and_no_other():
    said = "".join(map(chr, (*range(0x250), 0x2028, 0xFFFE, 0xD83D, 0x1F600)))
    text = Text((said,), 10, 10, 12)
    content = svg(Picture(400, 100, (Placed("a", "card", 0, 0, 400, 100, (text,)),)), said, "sv")
    assert chr(0x1F600) in words(content) and "\x00" not in content.decode() and "<&" not in words(content)[:2]


@pytest.mark.parametrize("size", [(1920, 1080), (1080, 1920), (320, 320), (16384, 9216)])
def test_a_picture_has_the_size_that_was_asked_for_and_everything_inside(size):
    (one,) = drawn(four.filled("reta-motparten", ["Ett", "Två"]), "promises", size)
    root = ElementTree.fromstring(as_svg(one, size[0]))
    assert (float(root.get("width", "")), round(float(root.get("height", "")))) == size
    _, _, wide, high = map(float, root.get("viewBox", "").split())
    assert wide / high == pytest.approx(size[0] / size[1], rel=1e-3)
    for placed in one.picture.placed:
        assert placed.x >= 0 and placed.x + placed.width <= wide + 1 and placed.y + placed.height <= high + 1


@pytest.mark.parametrize("size", [(0, 100), (100_000, 100), (-5, -5)])
def test_a_size_that_no_picture_can_have_is_refused(size):
    with pytest.raises(Refusal, match="Choose another size"):
        drawn(four.filled("reta-motparten", ["Ett"]), "promises", size)


def test_only_the_fonts_that_are_needed_are_in_the_file():
    (plain,) = drawn(four.filled("reta-motparten", ["Ett"]), "promises")
    (odd,) = drawn(four.filled("reta-motparten", ["مرحبا 👍"]), "promises")
    names = {name: set(re.findall(r"font-family:'([^']+)'", as_svg(one).decode())) for name, one in
             (("plain", plain), ("odd", odd))}  # fmt: skip
    assert names["plain"] == {"Atkinson Hyperlegible Next"}
    assert names["odd"] == {"Atkinson Hyperlegible Next", "Noto Emoji", "Noto Sans Arabic"}
    letters = re.findall(r"base64,([^)]+)", as_svg(plain).decode())
    regular = (RESOURCES / "fonts" / "AtkinsonHyperlegibleNext-Regular.ttf").read_bytes()
    assert regular in map(base64.b64decode, letters)


def test_what_is_shared_holds_nothing_raw_and_nothing_private():
    full = singles(four.wish(four.with_secrets(), Audience.FULL))
    assert any(b"Hemligkortet" in as_svg(one) for one in full)
    shared = drawn(four.with_secrets())
    assert any(
        b"Vi svarar samma dag" in as_svg(one) or "svararsammadag" in squeezed(words(as_svg(one))) for one in shared
    )
    for one in shared:
        assert not any(word.encode() in as_svg(one) for word in four.SECRETS)
