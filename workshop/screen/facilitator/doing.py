"""What each of the window's actions does."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from workshop.screen.facilitator import actions, steering
from workshop.screen.keeping.does import keeping

if TYPE_CHECKING:
    from workshop.screen.facilitator.window import FacilitatorWindow


AGAIN = ("follow_up", "copy_bare", "fetch_exercise", "fetch_board", "replay", "hand_over", "compare")


def does(window: FacilitatorWindow) -> dict[str, Callable[[], object]]:
    """What each action does, by the names in actions.py."""
    bridge = window.bridge
    return {
        "home": window.home_wanted.emit,
        "programme": window.programming.toggle,
        "next_block": window.programming.begin_next,
        "late": window.programming.ask_late,
        "rehearse": window.rehearse,
        "copy": lambda: window.leaving.save_copy(),
        "backups": lambda: _backups(window),
        "summary": lambda: window.leaving.papers(full=False),
        "full": lambda: window.leaving.papers(full=True),
        "print": lambda: _print(window),
        "share_raw": lambda: steering.share_raw(bridge),
        "erase": lambda: window.leaving.erase(),
        **keeping(window),
        **{name: _used_again(window, name) for name in AGAIN},
        "quit": window.close,
        "undo": bridge.undo,
        "redo": bridge.redo,
        "write": lambda: window.desk.capture.focus(),
        "type_in": lambda: _type_in(window),
        "find": lambda: _find(window),
        "agree": lambda: _agree(window, window.desk.desk.first),
        "agree_new": lambda: _agree(window),
        "park": lambda: _park(window),
        "exercise": window.switch.choose,
        "carry": window.switch.carry,
        "origin": window.switch.show_origin,
        "text": lambda: window.desk.show_twin(window.actions_["text"].isChecked()),
        "guide": lambda: window.papers.open(0),
        "agreements": lambda: window.papers.open(1),
        "memo": lambda: window.papers.open(2),
        "larger": lambda: window.desk.board.zoom_to(window.desk.board.zoom * 1.15),
        "smaller": lambda: window.desk.board.zoom_to(window.desk.board.zoom / 1.15),
        "whole": lambda: window.desk.board.zoom_to(1.0),
        "full_screen": lambda: window.showNormal() if window.isFullScreen() else window.showFullScreen(),
        "next": lambda: window.step_by(1),
        "back": lambda: window.step_by(-1),
        "tick": lambda: steering.tick(bridge, window.step, not window.ticked),
        "clock": lambda: _clock(window),
        "turn": lambda: _turns(window).onward(window),
        "skip": lambda: _turns(window).skip(window),
        "turn_back": lambda: _turns(window).before(window),
        "end_round": lambda: _turns(window).end(window),
        "more": lambda: bridge.do(window.room.clock.add(1), ""),
        "less": lambda: bridge.do(window.room.clock.add(-1), ""),
        "chime": lambda: window.chime.turn(window.actions_["chime"].isChecked()),
        "project": lambda: window.projecting.toggle(),
        "close": lambda: window.projecting.reading_size(),
        "blank": lambda: window.projecting.blank(),
        "freeze": lambda: window.projecting.freeze(),
        "alone": lambda: window.projecting.clock_alone(),
        "agreed": lambda: window.projecting.agreed(),
        "tell": lambda: _tell(window),
        "onward": lambda: window.projecting.onward(),
        "swap": lambda: window.projecting.swap(),
        "show": lambda: window.projecting.show_cards(window.desk.desk.picked),
        "large": lambda: window.projecting.write_large(window.desk.desk.first),
        "page_down": lambda: window.projecting.page(1),
        "page_up": lambda: window.projecting.page(-1),
        "room": lambda: window.leaving.room(),
        "keys": lambda: _keys(window),
        "about": lambda: window.leaving.about(),
    }


def _agree(window: FacilitatorWindow, card: str = "") -> None:
    from workshop.screen.facilitator import agreeing

    agreeing.begin(window, card)


def _turns(window: FacilitatorWindow):
    from workshop.screen.facilitator import turns

    return turns


def _park(window: FacilitatorWindow) -> None:
    from workshop.screen.facilitator import parking_lot

    parking_lot.open_lot(window)


def _find(window: FacilitatorWindow) -> None:
    from workshop.screen.facilitator import finding

    finding.find(window)


def _backups(window: FacilitatorWindow) -> None:
    from workshop.screen.safety.backups import ask

    ask(window)


def _print(window: FacilitatorWindow) -> None:
    from workshop.screen.facilitator import printouts

    printouts.ask(window)


def _type_in(window: FacilitatorWindow) -> None:
    from workshop.screen.facilitator import typing_in

    typing_in.begin(window)


def _clock(window: FacilitatorWindow) -> None:
    clock = window.room.clock
    window.bridge.do(clock.pause() if clock.running else clock.start(), "")


def _tell(window: FacilitatorWindow) -> None:
    from workshop.screen.facilitator import telling

    telling.ask(window)


def _keys(window: FacilitatorWindow) -> None:
    from workshop.screen.parts.keys import KeysDialog

    sections = actions.keys(window.actions_, window.words)
    if window.programming.open:
        sections.append((window.words("In the programme"), window.programming.work.keys()))
    else:
        sections.append((window.words("On the board"), window.desk.keys()))
    KeysDialog(sections, window.words, window).exec()


def _used_again(window: FacilitatorWindow, name: str) -> Callable[[], object]:
    """One of what the menu “Use again” does, read when it is first asked for."""

    def done() -> object:
        from workshop.screen.again.does import again

        return again(window)[name]()

    return done
