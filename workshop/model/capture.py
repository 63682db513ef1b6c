"""What one line written while people talk says: a card, who it came from, how many hands."""

import re

from workshop.model.letters import clean, graphemes
from workshop.model.refusal import Refusal
from workshop.model.value import valueclass

LONGEST = 2000  # letters that one card holds
_TABLE = r"(?i)^\s*(?:bord|table)\s*(\d{1,2})\s*:\s*"
_HANDS = r"(?:^|(?<![\d\s])\s+)([1-9]\d{0,2})\s*$"  # but not the end of "100 000"


@valueclass
class Captured:
    """A line taken apart; `table` and `hands` are 0 where the line doesn't say."""

    text: str
    table: int = 0
    hands: int = 0


def captured(line: str) -> Captured:
    """Take a line apart: "Bord 3: vi bokar om 4" is the card "vi bokar om" from table 3 with four hands."""
    text, table, hands = line, 0, 0
    if found := re.match(_TABLE, text):
        table, text = int(found.group(1)), text[found.end() :]
    if found := re.search(_HANDS, text):
        hands, text = int(found.group(1)), text[: found.start()]
    return Captured(written(text), table, hands)


def written(text: str) -> str:
    """Text as a card may hold it; Refusal where it is too long."""
    too_long = len(text) > 40 * LONGEST
    text = "" if too_long else clean(text)
    if too_long or sum(1 for _ in graphemes(text)) > LONGEST:
        raise Refusal("A card holds at most {most} characters. Divide the text into several cards.", most=LONGEST)
    return text
