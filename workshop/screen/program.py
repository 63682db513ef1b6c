"""The program on screen: one window at a time, home or the session that is open, in the chosen language and theme."""

from __future__ import annotations

import gc
from collections.abc import Callable
from functools import cached_property, partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QLibraryInfo, QObject, QTimer, QTranslator
from PySide6.QtWidgets import QApplication

from workshop.model.refusal import Refusal
from workshop.screen import theme
from workshop.words import Catalogue

if TYPE_CHECKING:
    from workshop.screen.facilitator.window import FacilitatorWindow
    from workshop.screen.home.window import HomeWindow
    from workshop.screen.house import House
    from workshop.screen.opened import Opened

BACKUP_MS = 2 * 60_000  # after a session is opened, the first backup of it
SETTLED_MS = 1000  # after the start, when all that lasts has been made


def application() -> QApplication:
    """The one QApplication."""
    there = QApplication.instance()
    return there if isinstance(there, QApplication) else QApplication(["verkstad", "-style", "Fusion"])


def show(house: House, opened: Opened | None, language: str, refused: Path | None = None) -> int:
    """Show home or a session that is open already, until the last window is closed.

    Home tells of a file that was `refused` and what can be done about it, or asks for its password.
    """
    app = application()
    app.setApplicationName("Verkstad")
    program = Program(app, house, language)
    if opened:
        program.work_on(opened)
    else:
        program.home.show()
        if refused:
            program.home.open_file(refused)
    QTimer.singleShot(SETTLED_MS, _settle)
    return app.exec()


def _settle() -> None:
    """Let the collector of garbage work again, on what is made from now on."""
    gc.freeze()
    gc.enable()


def _settle_in(desk: FacilitatorWindow) -> None:
    from workshop.screen.safety.settled import settle

    settle(desk)


def _back_up(desk: FacilitatorWindow) -> None:
    from workshop.screen.safety.hourly import Hourly

    Hourly(desk)


def _arrive(desk: FacilitatorWindow, at: str) -> None:
    from workshop.screen.facilitator.arriving import arrive  # once something was found

    arrive(desk, at)


def tell(said: str) -> None:
    """Say a sentence in the windows that are open."""
    for window in QApplication.topLevelWidgets():
        if window.isVisible() and (messages := getattr(window, "messages", None)):
            messages.say(said)


class Program(QObject):
    """Goes from home to a session and back, and keeps what language and theme were chosen."""

    def __init__(self, app: QApplication, house: House, language: str) -> None:
        super().__init__(app)
        self._app, self._house, self._language = app, house, language
        self._theme = house.setting("theme", "light")
        house.meanwhile = self._meanwhile
        self._buttons = QTranslator(self)  # Qt's own words, such as those on its dialogs' buttons
        theme.put_on(app, self._theme)
        self._speak_qt()
        self.desk: FacilitatorWindow | None = None
        self.rehearsal: FacilitatorWindow | None = None

    @cached_property
    def home(self) -> HomeWindow:
        """The first window; made when it is first wanted, for a session that is opened at once does without."""
        from workshop.screen.home.window import HomeWindow

        made = HomeWindow(self._house, self._language, self._theme)
        made.opened.connect(self.work_on)
        made.language_chosen.connect(self._choose_language)
        made.theme_chosen.connect(self._choose_theme)
        return made

    def work_on(self, opened: Opened) -> None:
        """Show a session in the facilitator's window, in place of home."""
        from workshop.screen.facilitator.window import FacilitatorWindow

        self.desk = desk = FacilitatorWindow(self._house, opened, self._language, self._theme)
        desk.language_chosen.connect(self._choose_language)
        desk.theme_chosen.connect(self._choose_theme)
        desk.home_wanted.connect(self._go_home)
        desk.rehearsal_wanted.connect(self._rehearse)
        desk.session_wanted.connect(self._go_to)
        desk.closed.connect(desk.deleteLater)
        desk.showMaximized()
        if self._has_home():
            self.home.hide()
        if opened.at:
            QTimer.singleShot(0, desk, lambda: _arrive(desk, opened.at))
        if opened.notice:
            desk.messages.say(opened.notice)
        if not opened.read_only:
            QTimer.singleShot(SETTLED_MS, desk, partial(_settle_in, desk))
            QTimer.singleShot(BACKUP_MS, desk, partial(_back_up, desk))

    def _rehearse(self) -> None:
        """The same window on a throw-away copy, in place of the one on the session, until it is closed."""
        from workshop.screen.facilitator.window import FacilitatorWindow

        real = self.desk
        if real is None:
            return
        real.projecting.end()
        copy = self._house.rehearse(real.opened)
        self.rehearsal = window = FacilitatorWindow(self._house, copy, self._language, self._theme)
        window.language_chosen.connect(self._choose_language)
        window.theme_chosen.connect(self._choose_theme)
        window.home_wanted.connect(window.close)
        window.closed.connect(self._end_rehearsal)
        window.showMaximized()
        real.hide()

    def _end_rehearsal(self) -> None:
        """Back to the session, in which nothing has happened."""
        if self.desk:
            self.desk.showMaximized()
        if self.rehearsal:
            self.rehearsal.deleteLater()
            self.rehearsal = None

    def _has_home(self) -> bool:
        return "home" in self.__dict__

    def _go_home(self) -> None:
        """Home comes first, so that the program doesn't end between two windows; it goes again if the desk stays."""
        self.home.show()
        if self.desk and not self.desk.close():
            self.home.hide()
            return
        self.desk = None

    def _go_to(self, path: Path) -> None:
        """Leave the session for another one, by way of home; stay where it can't be left."""
        self._go_home()
        if self.desk is None:
            self.home.open_file(path)

    def _choose_language(self, language: str) -> None:
        self._language = language
        self._speak_qt()
        self._renew()
        self._keep("language", language)

    def _choose_theme(self, name: str) -> None:
        self._theme = name
        theme.put_on(self._app, name)
        self._renew()
        self._keep("theme", name)

    def _keep(self, name: str, value: str) -> None:
        """Remember a choice for the next start; where that can't be done it holds until then, and that is said."""
        try:
            self._house.set_setting(name, value)
        except Refusal as no:
            tell(Catalogue(self._language).refusal(no))

    def _meanwhile(self, work: Callable[[], Any], unwanted: Callable[[Any], object] | None = None) -> Any:
        from workshop.screen.parts.meanwhile import meanwhile  # once something takes its time

        return meanwhile(Catalogue(self._language), work, unwanted)

    def _renew(self) -> None:
        """Both windows in the language and theme of now."""
        if self._has_home():
            self.home.speak(self._language)
            self.home.wear(self._theme)
        for window in (self.desk, self.rehearsal):
            if window:
                window.speak(self._language, self._theme)

    def _speak_qt(self) -> None:
        self._app.removeTranslator(self._buttons)
        folder = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
        if self._language != "en" and self._buttons.load(f"qtbase_{self._language}", folder):
            self._app.installTranslator(self._buttons)
