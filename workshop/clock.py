"""What time it is: by the computer's clock, or ahead of it in a story that takes less time than what it tells."""

from __future__ import annotations

import os
import time
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import datetime

AHEAD = "VERKSTAD_AHEAD"  # seconds ahead of the computer's clock; the processes that a story starts have it too


def seconds() -> float:
    """Now, in seconds since the epoch."""
    return time.time() + float(os.environ.get(AHEAD) or 0)


def local(form: str) -> str:
    """Now, by the clock on the wall, as `time.strftime` writes it."""
    return time.strftime(form, time.localtime(seconds()))


def today() -> str:
    """The day, ISO."""
    return local("%Y-%m-%d")


def now() -> datetime.datetime:
    """Now, by the clock on the wall, without a zone."""
    import datetime  # what the first paint does without

    return datetime.datetime.fromtimestamp(seconds())


def go_to(moment: str) -> None:
    """Let a story go on at a moment, ISO local time."""
    import datetime

    os.environ[AHEAD] = str(datetime.datetime.fromisoformat(moment).timestamp() - time.time())
