"""A new session from a ready programme: it begins with the first of the programme's exercises."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from workshop.model.refusal import Refusal
from workshop.screen.boards.desk import Pick
from workshop.screen.home.begin import BeginDialog
from workshop.screen.house import Beginning, House, OnShelf
from workshop.screen.opened import Opened
from workshop.screen.parts.chooser import Chooser

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from workshop.model.template import Template
    from workshop.words import Catalogue


def chosen(house: House, words: Catalogue, parent: QWidget) -> Template | None:
    """The ready programme that is chosen; None where none is."""
    found = {ready.name: ready for ready in house.programmes()}
    picks = [Pick(name, f"{r.title(words.language)}. {r.short(words.language)}") for name, r in found.items()]
    chooser = Chooser(parent, words("Ready programmes"), picks, words)
    key = chooser.chosen() if chooser.exec() else ""
    chooser.deleteLater()
    return found.get(key)


def dialog(
    ready: Template, exercises: Sequence[OnShelf], house: House, words: Catalogue, parent: QWidget
) -> BeginDialog:
    """Asks what the session is called and who takes part; Refusal where none of its exercises is on the shelf."""
    shelf = {exercise.name: exercise for exercise in exercises if exercise.minutes}
    first = next((shelf[name] for name in ready.exercises if name in shelf), None)
    if first is None:
        raise Refusal(
            "It holds no exercise that is on the shelf. Begin with an exercise and take the programme there (Ctrl+P)."
        )
    language, title = words.language, ready.title(words.language)

    def begin(beginning: Beginning) -> Opened:
        return house.begin(replace(beginning, programme=ready.name), language)

    return BeginDialog(replace(first, title=title), begin, words, parent, ready.short(language))
