"""How a backup of a session is told of."""

from collections.abc import Mapping

from workshop.model.words import N_, Words

WHY: Mapping[str, str] = {
    "hour": "",  # as always
    "asked": N_("when you asked for it"),
    "migration": N_("before the file was brought up to date"),
    "import": N_("before something was brought in"),
    "damaged": N_("damaged, kept as it was"),
}


def contents(cards: int, agreements: int, words: Words) -> str:
    """What is in a session, in a few words: “23 cards, 4 agreements”."""
    said = words.many("{n} card", "{n} cards", cards)
    return f"{said}, {words.many('{n} agreement', '{n} agreements', agreements)}"
