"""Answers what the windows ask about printing."""

from __future__ import annotations

from typing import TYPE_CHECKING

from workshop.words import Catalogue

if TYPE_CHECKING:
    from workshop.screen.house import Opened
    from workshop.screen.printing import Page


class Printing:
    """Sheets of what can be printed (see screen/printing.py)."""

    def choices(self, language: str) -> tuple[tuple[str, str], ...]:
        """What can be printed, by key, and what it is called."""
        from workshop.paper.printing import PRINTS

        words = Catalogue(language)
        return tuple((name, words(title)) for name, title in PRINTS.items())

    def pages(self, opened: Opened, what: str, full: bool, language: str) -> tuple[Page, ...]:
        """The pages of one of the choices; Refusal where there is nothing to print."""
        from workshop.model.visible import Audience
        from workshop.paper.printing import printed
        from workshop.paper.wish import Wish
        from workshop.screen.printing import Page

        audience = Audience.FULL if full else Audience.SHARED
        wish = Wish(opened.session.state, opened.exercises, Catalogue(language), audience)
        return tuple(Page(sheet.picture, sheet.scale) for sheet in printed(what, wish))
