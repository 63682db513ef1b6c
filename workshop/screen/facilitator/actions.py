"""Everything that the facilitator's window can do, by name, with its key and its place in the menus."""

from collections.abc import Callable

from PySide6.QtGui import QAction, QActionGroup, QKeySequence
from PySide6.QtWidgets import QMainWindow, QMenu, QMenuBar

from workshop.model.history import History
from workshop.model.value import valueclass
from workshop.model.words import Words
from workshop.words import LANGUAGES

_ALSO = {  # what other platforms' habits are, and the other key that is called Enter
    "redo": ("Ctrl+Y",),
    "larger": ("Ctrl+=",),
    "show": ("Ctrl+Return",),
    "large": ("Ctrl+Shift+Return",),
}
_ENDS = frozenset(  # after these a menu has a line
    ("programme", "backups", "full", "erase", "redo", "memo", "whole", "tick", "less", "end_round", "project", "swap")
)
_INNER = ("keep", "again")  # menus that lie in the session's
NAMES = {"sv": "Svenska", "en": "English"}


@valueclass
class Act:
    """One action: its menu, its words, its key; `checked` is whether it can be on or off."""

    menu: str
    title: str
    key: str = ""
    checked: bool = False


def acts(words: Words) -> dict[str, Act]:
    """The window's actions in the order of its menus."""
    said = words
    return {
        "home": Act("session", said("&Home"), "Ctrl+W"),
        "exercise": Act("session", said("&Go to an exercise, or add one…"), "Ctrl+O"),
        "rehearse": Act("session", said("&Rehearse (nothing is kept)"), "Ctrl+R", True),
        "programme": Act("session", said("The &programme"), "Ctrl+P", True),
        "backups": Act("session", said("&Backups…"), "Ctrl+Shift+B"),
        "copy": Act("session", said("Save a &copy as…"), "Ctrl+Shift+S"),
        "summary": Act("session", said("What &leaves the room…"), "Ctrl+E"),
        "full": Act("session", said("The facilitator's &own copy…"), "Ctrl+Shift+E"),
        "print": Act("session", said("Pr&int…"), "Ctrl+Alt+S"),
        "share_raw": Act("session", said("The raw list may be shared"), "", True),
        "erase": Act("session", said("Delete the raw list now…")),
        "cover": Act("keep", said("&Title and group…"), "Ctrl+Alt+I"),
        "filing": Act("keep", said("&Status and disposal date…"), "Ctrl+I"),
        "password": Act("keep", said("&Password…")),
        "aliases": Act("keep", said("&Aliases…")),
        "unlock": Act("keep", said("Real &names on this screen"), "Ctrl+Shift+N", True),
        "shut": Act("keep", said("&Freeze for reading"), "", True),
        "dispose": Act("keep", said("&Dispose of the session…")),
        "quit": Act("session", said("&Quit"), "Ctrl+Q"),
        "follow_up": Act("again", said("Start a &follow-up…"), "Ctrl+Shift+U"),
        "copy_bare": Act("again", said("Copy &without content…"), "Ctrl+Shift+W"),
        "fetch_exercise": Act("again", said("Fetch an &exercise from another session…"), "Ctrl+Shift+F"),
        "fetch_board": Act("again", said("Fetch another group's &board…"), "Ctrl+Shift+M"),
        "compare": Act("again", said("&Compare with another session…"), "Ctrl+Shift+C"),
        "hand_over": Act("again", said("&Hand-over package…"), "Ctrl+Shift+H"),
        "replay": Act("again", said("&Replay from the beginning…"), "Ctrl+Shift+R"),
        "undo": Act("edit", said("&Undo"), "Ctrl+Z"),
        "redo": Act("edit", said("&Redo"), "Ctrl+Shift+Z"),
        "write": Act("edit", said("&Write a card"), "Ctrl+L"),
        "type_in": Act("edit", said("&Type in from worksheets…"), "Ctrl+Shift+I"),
        "find": Act("edit", said("F&ind a card…"), "Ctrl+F"),
        "agree": Act("edit", said("Make an &agreement of the card"), "Ctrl+G"),
        "agree_new": Act("edit", said("A &new agreement"), "Ctrl+Shift+G"),
        "park": Act("edit", said("Par&king lot…"), "Ctrl+B"),
        "carry": Act("edit", said("&Carry the card on to another exercise…"), "Ctrl+M"),
        "origin": Act("edit", said("Show where the card came &from"), "Ctrl+U"),
        "text": Act("view", said("The board in &words"), "F3", True),
        "guide": Act("view", said("&Guide"), "Alt+G"),
        "agreements": Act("view", said("&Agreements"), "Alt+A"),
        "memo": Act("view", said("&Private notes"), "Alt+N"),
        "larger": Act("view", said("La&rger"), "Ctrl++"),
        "smaller": Act("view", said("&Smaller"), "Ctrl+-"),
        "whole": Act("view", said("&Normal size"), "Ctrl+0"),
        "full_screen": Act("view", said("&Full screen"), "F11", True),
        "next": Act("step", said("&Next step"), "Ctrl+PgDown"),
        "back": Act("step", said("Step &back"), "Ctrl+PgUp"),
        "tick": Act("step", said("&We agree on this"), "Ctrl+K"),
        "clock": Act("step", said("&Start or pause the clock"), "Ctrl+Space"),
        "more": Act("step", said("One minute &more"), "Ctrl+Shift+Up"),
        "less": Act("step", said("One minute &less"), "Ctrl+Shift+Down"),
        "turn": Act("step", said("A &round, or the next turn"), "Ctrl+J"),
        "skip": Act("step", said("L&ater in the round"), "Ctrl+Shift+J"),
        "turn_back": Act("step", said("The turn bef&ore"), "Alt+J"),
        "end_round": Act("step", said("&End the round")),
        "chime": Act("step", said("A soft c&hime when time is up"), "", True),
        "next_block": Act("step", said("Begin the &programme's next block"), "Ctrl+Shift+PgDown"),
        "late": Act("step", said("We are la&te…"), "Ctrl+Shift+L"),
        "project": Act("wall", said("&Project on the wall"), "F5", True),
        "close": Act("wall", said("Cards at &reading size"), "F6", True),
        "blank": Act("wall", said("&Blank the wall"), "F7", True),
        "freeze": Act("wall", said("&Freeze the wall"), "F8", True),
        "alone": Act("wall", said("The cl&ock alone"), "F4", True),
        "agreed": Act("wall", said("All that is agree&d in the session"), "Shift+F4", True),
        "tell": Act("wall", said("&Tell the room…"), "Ctrl+T"),
        "onward": Act("wall", said("The wall on the ne&xt screen"), "Shift+F9"),
        "swap": Act("wall", said("&Swap screens"), "F9"),
        "show": Act("wall", said("Show the picked &cards large"), "Ctrl+Enter"),
        "large": Act("wall", said("The picked card &alone, as large as can be"), "Ctrl+Shift+Enter", True),
        "page_down": Act("wall", said("&Next page, then next step"), "PgDown"),
        "page_up": Act("wall", said("&Earlier page or step"), "PgUp"),
        "room": Act("wall", said("Set the distance to the back ro&w…")),
        "keys": Act("help", said("All &keys"), "F1"),
        "about": Act("help", said("&About Verkstad")),
    }


def menus(words: Words) -> dict[str, str]:
    """The menus' titles, left to right."""
    said = words
    return {
        "session": said("&Session"),
        "keep": said("&Keep and dispose"),
        "again": said("Use a&gain"),
        "edit": said("&Edit"),
        "view": said("&View"),
        "step": said("S&tep"),
        "wall": said("&Wall"),
        "help": said("&Help"),
    }


def add_actions(window: QMainWindow, words: Words, does: dict[str, Callable[[], object]]) -> dict[str, QAction]:
    """Fill the menu bar and return the actions by name."""
    bar = QMenuBar()
    window.setMenuBar(bar)  # the one before goes, and its actions and keys with it
    titles = menus(words)
    places = {name: bar.addMenu(title) for name, title in titles.items() if name not in _INNER}
    made: dict[str, QAction] = {}
    for name, act in acts(words).items():
        if act.menu not in places:
            places[act.menu] = places["session"].addMenu(titles[act.menu])
        action = QAction(act.title, places[act.menu])
        action.setCheckable(act.checked)
        action.setShortcuts([QKeySequence(key) for key in (act.key, *_ALSO.get(name, ())) if key])
        action.triggered.connect(does[name])
        places[act.menu].addAction(action)
        if name in _ENDS:
            places[act.menu].addSeparator()
        made[name] = action
    return made


def add_choices(
    window: QMainWindow, words: Words, language: str, theme: str, chose: Callable[[str, str], object]
) -> None:
    """The language and theme choices under View; `chose("language" or "theme", which)`."""
    menus_there = {menu.title(): menu for menu in window.menuBar().findChildren(QMenu)}
    view = menus_there[words("&View")]
    offered = {
        "theme": {"light": words("&Light"), "dark": words("&Dark")},
        "language": {code: NAMES[code] for code in LANGUAGES},
    }
    titles = {"theme": words("&Theme"), "language": words("&Language")}
    for what, choices in offered.items():
        menu = view.addMenu(titles[what])
        group = QActionGroup(menu)
        for which, title in choices.items():
            action = menu.addAction(title)
            action.setCheckable(True)
            action.setChecked(which in (language, theme))
            action.triggered.connect(lambda _=False, what=what, which=which: chose(what, which))
            group.addAction(action)


def keys(actions: dict[str, QAction], words: Words) -> list[tuple[str, list[tuple[str, str]]]]:
    """All keys by menu, for F1."""
    titles = menus(words)
    native = QKeySequence.SequenceFormat.NativeText
    sections: dict[str, list[tuple[str, str]]] = {title: [] for title in titles}
    for name, act in acts(words).items():
        if act.key:
            key = actions[name].shortcut().toString(native)
            sections[act.menu].append((key, act.title.replace("&", "").rstrip("…")))
    return [(titles[menu].replace("&", ""), rows) for menu, rows in sections.items() if rows]


def name_undo(made: dict[str, QAction], history: History, words: Words) -> None:
    """Say in the menu what would be undone and redone."""
    behind, ahead = history.behind[-1:], history.ahead[-1:]
    made["undo"].setText(words("&Undo: {what}", what=words(behind[0].label)) if behind else words("&Undo"))
    made["redo"].setText(words("&Redo: {what}", what=words(ahead[0].label)) if ahead else words("&Redo"))
