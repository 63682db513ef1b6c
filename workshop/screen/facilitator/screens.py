"""Which screen the wall goes to: the one it was on last among these same screens, otherwise the largest."""

from collections.abc import Sequence
from contextlib import suppress

from PySide6.QtGui import QScreen

from workshop.model.refusal import Refusal
from workshop.screen.house import House


def wall_screen(house: House, screens: Sequence[QScreen], desk: QScreen) -> QScreen:
    """The screen for the wall; the desk's own only where there is no other."""
    others = [screen for screen in screens if screen is not desk]
    remembered = house.setting(_together(screens), "")
    last = next((screen for screen in others if _named(screen) == remembered), None)
    return last or max(others, key=_pixels, default=desk)


def remember(house: House, screens: Sequence[QScreen], wall: QScreen) -> bool:
    """Next time these same screens are there the wall goes to this one; whether one had been remembered before."""
    before = house.setting(_together(screens), "")
    if before != _named(wall):
        with suppress(Refusal):  # the wall is where it should be; only next time it may have to be moved again
            house.set_setting(_together(screens), _named(wall))
    return bool(before)


def next_screen(screens: Sequence[QScreen], desk: QScreen, wall: QScreen) -> QScreen | None:
    """The screen after the wall's, past the desk's own; None where there is no other."""
    at = screens.index(wall)
    around = [*screens[at + 1 :], *screens[:at]]
    return next((screen for screen in around if screen is not desk), None)


def _together(screens: Sequence[QScreen]) -> str:
    """The name under which it is kept where the wall was."""
    return " + ".join(["wall on", *sorted(map(_named, screens))])


def _named(screen: QScreen) -> str:
    """What tells a screen from the others, today and next time."""
    across, down = _real(screen)
    return " ".join(filter(None, (screen.name(), screen.manufacturer(), screen.model(), f"{across}×{down}")))


def _real(screen: QScreen) -> tuple[int, int]:
    """How many pixels a screen has across and down, however much Qt enlarges what is drawn on it."""
    size, ratio = screen.size(), screen.devicePixelRatio()
    return round(size.width() * ratio), round(size.height() * ratio)


def _pixels(screen: QScreen) -> int:
    across, down = _real(screen)
    return across * down
