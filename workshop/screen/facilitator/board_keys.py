"""The keys of the board that is worked on, for the list of all keys."""

from workshop.model.anonymous import is_anonymous
from workshop.model.words import Words
from workshop.screen.boards import KINDS
from workshop.screen.boards.desk import Desk
from workshop.screen.parts.key_button import native


def keys(desk: Desk, words: Words) -> list[tuple[str, str]]:
    """The keys and what they do, those of the writing line too."""
    space = native("Space")
    kind = KINDS[desk.board.kind]
    entry = kind.entry(desk)
    rows = [
        ("Esc", words("From the writing line to the board")),
        ("↑ ↓ ← →", words("Pick a card")),
        ("F2", words("Change the words")),
        (space, words("Keep what is picked and pick one more with the arrows")),
    ]
    rows.append(("A–Ö", words("In words: to the row that begins so")))
    rows.append((native("Shift+F10"), words("In words: all that can be done with the row")))
    if entry.tables and not is_anonymous(desk.state):
        rows.append(("Ctrl+Shift+1–9", words("The table that all lines are from; again: none")))
        rows.append(("↑ ↓", words("In the line: tables used lately")))
    rows += [(f"Ctrl+{n}", words("Write in {list}", list=p.title)) for n, p in enumerate(entry.picks, 1)]
    rows += [(f"Alt+{n}", words("Write under {sort}", sort=p.title)) for n, p in enumerate(entry.sorts, 1)]
    return rows + [(native(c.key), c.title) for c in kind.commands(desk)]
