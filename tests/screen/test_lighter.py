"""What PySide6 says of a wrong call and when asked for help is the same, though it is read only then."""

import os
import subprocess
import sys

import pytest

from workshop.look import RESOURCES

LATE = ("errorhandler", "layout", "mapping", "parser", "lib.enum_sig", "lib.pyi_generator")
ASKS = """
import sys
from PySide6.QtWidgets import QApplication, QLabel, QWidget
from PySide6.QtCore import Qt, QTimer
app = QApplication(["x", "-platform", "offscreen"])
for wrong in (
    lambda: QWidget().resize("x"),
    lambda: QLabel(1, 2, 3, 4),
    lambda: QWidget().setWindowTitle(),
    lambda: QTimer(nosuch=1),
    lambda: QWidget().setFocusPolicy(1),
    lambda: QWidget().nosuch,
):
    try:
        wrong()
    except Exception as no:
        print(type(no).__name__, no)
print(QTimer.singleShot.__doc__)
sys.excepthook = lambda kind, fault, trace: print("caught", kind.__name__, fault)
QTimer.singleShot(0, lambda: QWidget().resize("x"))
app.processEvents()
from PySide6.support.signature.lib import enum_sig
print(enum_sig.HintingEnumerator)
"""
OURS = """
import linecache, sys
import workshop.screen
print("sources:", *linecache.cache)
print(*(type(sys.modules["shibokensupport.signature." + name]).__name__ for name in {late}))
"""


def said(code: str) -> list[str]:
    """The lines that a fresh Python prints."""
    environment = {**os.environ, "PYTHONPATH": str(RESOURCES.parent), "PYTHONUTF8": "1"}
    ended = subprocess.run([sys.executable, "-c", code], capture_output=True, encoding="utf-8", env=environment)
    assert ended.returncode == 0, ended.stderr
    return ended.stdout.splitlines()


def test_wrong_calls_and_calls_for_help_are_answered_as_ever() -> None:
    sources, late, *ours = said(OURS.format(late=LATE) + ASKS)
    assert sources == "sources:", "PySide6 looks for its name in the source of no module"
    assert late == " ".join(["_Late"] * len(LATE)), "nothing of it is read at the start"
    assert ours == said(ASKS) and any("Supported signatures" in line for line in ours)


EVERY = """
import enum
from PySide6 import QtCore, QtGui, QtWidgets

def those_in(place, name):
    for key, value in sorted(vars(place).items()):
        if isinstance(value, enum.EnumType):
            yield f"{name}.{key}", value
        elif isinstance(value, type) and value.__module__.startswith("PySide6") and name.count(".") < 3:
            yield from those_in(value, f"{name}.{key}")

for module in (QtCore, QtGui, QtWidgets):
    for name in dir(module):
        getattr(getattr(module, name), "touched", None)
    for name, kind in those_in(module, module.__name__):
        print(name, repr(kind), kind.__mro__[1].__name__, len(kind), [(repr(one), str(one), one.value) for one in kind])
        values = [one.value for one in kind][:5]
        if issubclass(kind, enum.Flag):
            for a in values:
                for b in values:
                    both = kind(a) | kind(b)
                    print(repr(both), both.value, [one.name for one in both], repr(~kind(a)), kind(a) & kind(b))
        for key, one in kind.__members__.items():
            print(key, one.value, getattr(kind, key).name, kind[key] is kind(one.value), one in kind)
"""


def test_every_enumeration_says_the_same_though_its_members_are_made_late() -> None:
    ours = said("import workshop.screen" + EVERY)
    assert ours == said(EVERY) and len(ours) > 5000


@pytest.mark.skipif(sys.version_info >= (3, 12), reason="there all is as PySide6 has it")
def test_a_member_is_made_when_it_is_asked_for() -> None:
    made = "print(len(dict.keys(Qt.Key._member_map_)))"
    asks = f"import workshop.screen\nfrom PySide6.QtCore import Qt\n{made}\nQt.Key.Key_A; Qt.Key(66)\n{made}"
    assert said(asks) == ["0", "2"]
