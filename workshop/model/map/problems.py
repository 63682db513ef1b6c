"""The problem as each actor sees it: the same words gathered, who says the same and who stands alone."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from workshop.model.record import Actor

_ENDINGS = (
    "ernas", "arnas", "ornas", "heten", "erna", "arna", "orna", "iska", "iskt", "ens", "ets", "ing", "het", "isk",
    "en", "et", "ar", "er", "or", "es", "s", "n", "t", "a", "e", "i", "y",
)  # fmt: skip
_LEFT = 4  # letters that a stem keeps at least
_PROBLEM = re.compile(r"[\s-]*problem(et|en|s)?$")


@dataclass(frozen=True)
class Heard:
    """A word for the problem, as it was first written, and those who say it."""

    text: str
    by: tuple[Actor, ...]


def stem(text: str) -> str:
    """What two ways of writing the same word have in common, in small letters and without endings."""
    plain = _PROBLEM.sub("", " ".join(text.casefold().split())) or text.casefold()
    return " ".join(sorted(_stem(word) for word in re.findall(r"\w+", plain))) or plain


def _stem(word: str) -> str:
    """A word without its endings: one after another, as long as enough is left."""
    ending = next((e for e in _ENDINGS if word.endswith(e) and len(word) - len(e) >= _LEFT), "")
    return _stem(word.removesuffix(ending)) if ending else word


def gathered(actors: Sequence[Actor]) -> list[Heard]:
    """The words in the order of how many say them; first said first where they are as many."""
    by: dict[str, list[Actor]] = {}
    for actor in actors:
        if actor.problem:
            by.setdefault(stem(actor.problem), []).append(actor)
    return sorted((Heard(those[0].problem, tuple(those)) for those in by.values()), key=lambda said: -len(said.by))
