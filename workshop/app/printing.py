"""Answers what the windows ask about printing."""

from __future__ import annotations

from typing import TYPE_CHECKING

from workshop.app.mark import mark
from workshop.words import Catalogue

if TYPE_CHECKING:
    from workshop.screen.opened import Opened
    from workshop.screen.printing import Page


class Printing:
    """Sheets of what can be printed (see screen/printing.py)."""

    def choices(self, language: str) -> tuple[tuple[str, str], ...]:
        """What can be printed, by key, and what it is called."""
        from workshop.paper.printing import PRINTS

        words = Catalogue(language)
        return tuple((name, words(title)) for name, title in PRINTS.items())

    def blank(self, exercise: str, language: str) -> Opened:
        """An exercise on the shelf as it is before anybody has written in it."""
        from workshop.app.blank import begun
        from workshop.screen.opened import Opened
        from workshop.store.own import place

        session, exercises = begun(place(exercise), Catalogue(language))
        return Opened(session, place(exercise), dict(exercises), True, lambda: None)

    def pages(self, opened: Opened, what: str, full: bool, language: str) -> tuple[Page, ...]:
        """The pages of one of the choices; Refusal where there is nothing to print."""
        from workshop.model.visible import Audience
        from workshop.paper.printing import printed
        from workshop.paper.wish import Wish
        from workshop.screen.printing import Page

        audience = Audience.FULL if full else Audience.SHARED
        words, whose = Catalogue(language), mark()
        wish = Wish(opened.session.state, opened.exercises, words, audience, organisation=whose)
        return tuple(Page(sheet.picture, sheet.scale, sheet.badges) for sheet in printed(what, wish))
