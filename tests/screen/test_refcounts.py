"""Qt's bindings give back what they borrow; some versions lose a reference to None at each call, until Python dies."""

import sys

from PySide6.QtCore import QObject, Signal

MANY = 1000
SLACK = 100  # what anything else in the process may do meanwhile


class Bell(QObject):
    """Something that rings."""

    rung = Signal(object)


def moved(act):
    """How the counts of None and True move while something is done many times."""
    act()
    before = sys.getrefcount(None), sys.getrefcount(True)
    for _ in range(MANY):
        act()
    return sys.getrefcount(None) - before[0], sys.getrefcount(True) - before[1]


def test_calls_and_signals_give_back_what_they_borrow(qapp):
    bell, heard = Bell(), 0

    def hear(said):
        nonlocal heard
        heard += said is None

    bell.rung.connect(hear)
    acts = {
        "a call that returns None": lambda: bell.setObjectName("bell"),
        "a call that returns True": lambda: bell.inherits("QObject"),
        "an emit of None": lambda: bell.rung.emit(None),
        "an emit of True": lambda: bell.rung.emit(True),
    }
    for what, act in acts.items():
        none, true = moved(act)
        assert abs(none) < SLACK, what
        assert abs(true) < SLACK, what
    assert heard == MANY + 1
