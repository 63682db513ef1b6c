"""Words under the heading of a list in which nothing lies yet: how the first card gets there."""

from collections.abc import Sequence

from workshop.look import measure
from workshop.model.letters import wrap
from workshop.model.picture import Picture, Placed, Text
from workshop.screen.boards.desk import Pick
from workshop.screen.parts.key_button import native
from workshop.words import Catalogue

_OVER = 12  # pixels between the heading and the words


def invitations(picture: Picture, picks: Sequence[Pick], words: Catalogue, letter: float) -> tuple[Placed, ...]:
    """What to lay on the desk's picture, and never on the wall's."""
    headings = {placed.id: placed for placed in picture.placed if placed.role == "heading"}
    found = []
    for number, pick in enumerate(picks, 1):
        head = headings.get(f"heading:{pick.key}")
        if head and not any(p.role == "card" and head.x <= p.x < head.x + head.width for p in picture.placed):
            said = words("Press {key} and write: the card lands here.", key=native(f"Ctrl+{number}"))
            lines = tuple(wrap(said, head.width / letter, measure))
            text = Text(lines, head.x, head.y + head.height + _OVER, letter, ink="muted")
            found.append(Placed(f"invite:{pick.key}", "plain", head.x, text.y, head.width, text.height, (text,)))
    return tuple(found)
