"""An exercise as it is before anybody has written in it, so that its papers can be had without a session."""

from __future__ import annotations

import time
from pathlib import Path
from typing import TYPE_CHECKING

from workshop.catalog import folder
from workshop.model import begin
from workshop.model.change import State
from workshop.model.exercise import in_language
from workshop.model.session import InMemory, Session

if TYPE_CHECKING:
    from workshop.model.exercise import Exercises
    from workshop.words import Catalogue


def begun(place: Path, words: Catalogue) -> tuple[Session, Exercises]:
    """A session that is kept nowhere, in which an exercise's folder has begun with as few parties as it takes."""
    exercise, texts = folder.load(place)
    text = in_language(texts, words.language)
    sides = [chr(ord("A") + n) for n in range(exercise.parties[0])]
    parties = [("", words("Side {letter}", letter=letter), letter) for letter in sides]
    session = Session(State(), InMemory(), time.monotonic)
    session.do(begin.cover(text.title, language=words.language), "")
    session.do(begin.take_up(session.state, exercise, text, parties), "")
    return session, {exercise.name: (exercise, texts)}
