"""Something slow, done in a thread, while the windows go on."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import QEventLoop, QTimer
from PySide6.QtWidgets import QApplication, QProgressDialog

from workshop.model.refusal import Refusal

if TYPE_CHECKING:
    from concurrent.futures import Future

    from workshop.words import Catalogue

T = TypeVar("T")

_AT_ONCE = 0.03  # seconds in which most things are done, and in which nobody sees a window stand still
_SHOWN_AFTER, _LOOK_MS = 600, 10  # milliseconds: before a bar is worth showing, and from one look to the next


def meanwhile(words: Catalogue, work: Callable[[], T], unwanted: Callable[[T], object] | None = None) -> T:
    """Do something that takes a while and give what comes of it; Refusal where the person would not wait for it.

    Until a bar is shown, keys and clicks wait for their turn. `unwanted` is given what comes of it when nobody waits
    any more; without it the work can't be stopped once it is begun.
    """
    from concurrent.futures import ThreadPoolExecutor, wait
    from contextvars import copy_context

    if QApplication.instance() is None:
        return work()
    with_a_thread = ThreadPoolExecutor(1)
    future = with_a_thread.submit(copy_context().run, work)
    with_a_thread.shutdown(wait=False)
    wait([future], _AT_ONCE)
    if not future.done():
        _draw_on(future)
    if not future.done():
        _show_bar(future, words, unwanted is not None)
    if not future.done():
        future.add_done_callback(lambda done: None if done.exception() or not unwanted else unwanted(done.result()))
        raise Refusal("It was stopped, and nothing has changed.")
    return future.result()


def _draw_on(future: Future) -> None:
    """Let the windows draw and their clocks go, for so long that nobody asks what they are waiting for."""
    loop, timer = QEventLoop(), QTimer(interval=_LOOK_MS)
    timer.timeout.connect(lambda: loop.quit() if future.done() else None)
    timer.start()
    QTimer.singleShot(_SHOWN_AFTER, loop, loop.quit)
    loop.exec(QEventLoop.ProcessEventsFlag.ExcludeUserInputEvents)


def _show_bar(future: Future, words: Catalogue, may_stop: bool) -> None:
    """Show that something goes on until it is done, or until the person has had enough of it."""
    bar = QProgressDialog(words("This may take a while."), words("Cancel"), 0, 0, QApplication.activeWindow())
    bar.setWindowTitle("Verkstad")
    bar.setMinimumWidth(400)
    bar.setMinimumDuration(0)
    if not may_stop:
        bar.setCancelButton(None)  # pyright: ignore[reportArgumentType]
    timer = QTimer(bar, interval=_LOOK_MS)
    timer.timeout.connect(lambda: bar.accept() if future.done() else None)
    timer.start()
    while not future.done():
        bar.exec()
        if may_stop:
            break
    bar.deleteLater()
