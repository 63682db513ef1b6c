"""The home window's menus, in the chosen language."""

from collections.abc import Callable, Sequence

from PySide6.QtGui import QAction, QActionGroup, QKeySequence
from PySide6.QtWidgets import QMainWindow, QMenu

from workshop.model.words import Words

LANGUAGES = (("sv", "Svenska"), ("en", "English"))
THEMES = ("light", "dark")


class Menus:
    """All actions by name; `speak` writes them in a language, `tick` marks what is chosen."""

    def __init__(self, window: QMainWindow, titles: Sequence[QMenu], does: dict[str, Callable[[], object]]) -> None:
        self._keys = {
            "new": QKeySequence(QKeySequence.StandardKey.New),
            "programme": QKeySequence("Ctrl+P"),
            "open": QKeySequence(QKeySequence.StandardKey.Open),
            "archive": QKeySequence("Ctrl+Shift+S"),
            "bring": QKeySequence("Ctrl+Shift+O"),
            "quit": QKeySequence("Ctrl+Q"),
            "library": QKeySequence("Ctrl+F"),
            "recent": QKeySequence("Ctrl+1"),
            "shelf": QKeySequence("Ctrl+2"),
            "make_own": QKeySequence("Ctrl+D"),
            "export": QKeySequence("Ctrl+E"),
            "take_in": QKeySequence("Ctrl+I"),
            "sheets": QKeySequence("Ctrl+Alt+S"),
            "keys": QKeySequence("F1"),
        }
        self.actions = {name: QAction(window) for name in does}
        for name, act in does.items():
            self.actions[name].triggered.connect(act)
            if name in self._keys:
                self.actions[name].setShortcut(self._keys[name])
        self.actions["close"].setShortcuts([QKeySequence("Ctrl+W"), QKeySequence(QKeySequence.StandardKey.Close)])
        self.actions["about"].setMenuRole(QAction.MenuRole.AboutRole)
        self.actions["quit"].setMenuRole(QAction.MenuRole.QuitRole)
        self._file, self._view, self._help = titles
        self._language, self._theme = QMenu(window), QMenu(window)
        self._fill()
        for names in (THEMES, [code for code, _ in LANGUAGES]):
            group = QActionGroup(window)
            for name in names:
                self.actions[name].setCheckable(True)
                group.addAction(self.actions[name])

    def _fill(self) -> None:
        acts = self.actions
        self._file.addActions([acts["new"], acts["programme"], acts["open"]])
        self._file.addSeparator()
        self._file.addActions([acts["archive"], acts["bring"]])
        self._file.addSeparator()
        self._file.addActions([acts["sheets"], acts["make_own"], acts["export"], acts["take_in"]])
        self._file.addSeparator()
        self._file.addActions([acts["close"], acts["quit"]])
        self._view.addActions([acts["library"], acts["recent"], acts["shelf"]])
        self._view.addSeparator()
        self._view.addMenu(self._theme)
        self._view.addMenu(self._language)
        self._theme.addActions([acts[name] for name in THEMES])
        self._language.addActions([acts[code] for code, _ in LANGUAGES])
        self._help.addActions([acts["keys"], acts["about"]])

    def speak(self, words: Words) -> None:
        """Write every menu and action in a language."""
        self._theme.setTitle(words("&Theme"))
        self._language.setTitle(words("&Language"))
        said = {
            "new": words("&New session"),
            "programme": words("New session from a &programme…"),
            "open": words("&Open file…"),
            "archive": words("Save everything in an arc&hive…"),
            "bring": words("&Bring in an archive…"),
            "make_own": words("&Make my own exercise from one…"),
            "export": words("&Save an exercise as one file…"),
            "sheets": words("&Worksheets and table cards…"),
            "take_in": words("&Add an exercise or a package…"),
            "close": words("&Close the window"),
            "quit": words("&Quit"),
            "library": words("All &sessions, and search in them"),
            "recent": words("Go to the &recent sessions"),
            "shelf": words("Go to the &exercises"),
            "light": words("&Light"),
            "dark": words("&Dark"),
            "keys": words("All &keys"),
            "about": words("&About Verkstad"),
            **dict(LANGUAGES),
        }
        for name, action in self.actions.items():
            action.setText(said[name])

    def tick(self, language: str, theme: str) -> None:
        """Mark the language and the theme that are chosen."""
        self.actions[language].setChecked(True)
        self.actions[theme].setChecked(True)

    def keys(self) -> list[tuple[str, str]]:
        """Every key of the menus and what it does."""
        native = QKeySequence.SequenceFormat.NativeText
        return [
            (action.shortcut().toString(native), action.text().replace("&", "").rstrip("…"))
            for action in self.actions.values()
            if not action.shortcut().isEmpty()
        ]
