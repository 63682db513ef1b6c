"""Builds everything and ties it together: the only place that knows all the arms."""

from __future__ import annotations

import gc
import os
import signal
import sys
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

from workshop.app.verkstad import Verkstad, language
from workshop.look import RESOURCES
from workshop.model.refusal import Elsewhere, Protected, Refusal
from workshop.store.settings import home_folder
from workshop.words import Catalogue

if TYPE_CHECKING:
    from types import TracebackType

__all__ = ["Verkstad", "language", "windows"]

UNSEEN = ("offscreen", "minimal")  # Qt's platforms whose windows nobody sees


def windows(words: Catalogue, file: Path | None) -> int:
    """Open the windows, on a session's file or at home; Refusal where there is no screen.

    A file that can't be opened is told of in the terminal and at home, for who double-clicks it sees no terminal.
    """
    seen = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")
    if sys.platform == "linux" and not any(os.environ.get(name) for name in seen):
        raise Refusal("No screen was found. Without one, “workshop demo --out FOLDER” plays the example session.")
    gc.disable()  # the rest of the start makes thousands of lasting objects; program.show lets it work again
    house = Verkstad()
    opened, refused, locked = None, False, False
    try:
        opened = house.open(file) if file else None
    except Protected:
        locked = True
    except Elsewhere as no:
        print(words.refusal(no))
        return 0
    except Refusal as no:
        if os.environ.get("QT_QPA_PLATFORM") in UNSEEN:
            raise
        refused = True
        print(words.refusal(no), file=sys.stderr)
    from workshop.screen import program

    signal.signal(signal.SIGINT, signal.SIG_DFL)  # Ctrl+C in the terminal ends it at once; all is saved already
    sys.excepthook = _survives(words, program.tell)
    return program.show(house, opened, words.language, file if refused or locked else None) or refused


def _survives(words: Catalogue, tell: Callable[[str], None]) -> Callable[..., None]:
    """What happens to a fault in the program: a sentence on the screen, and a note of where in the code it was.

    The note holds nothing that anybody has written: neither the fault's own words nor any value.
    """

    def caught(kind: type[BaseException], fault: BaseException, trace: TracebackType | None) -> None:
        import traceback

        root = RESOURCES.parent
        places = [f"{_under(root, at.filename)}:{at.lineno} {at.name}" for at in traceback.extract_tb(trace)]
        note = home_folder() / "fault.txt"
        with suppress(OSError):
            note.write_text("\n".join([kind.__name__, *places, ""]), "utf-8")
        tell(
            words(
                "Something went wrong in the program. What is saved is safe, so you can go on. More in {note}",
                note=note,
            )
        )

    return caught


def _under(root: Path, file: str) -> str:
    """A code file's name without the folders above the program."""
    path = Path(file)
    return path.relative_to(root).as_posix() if path.is_relative_to(root) else path.name
