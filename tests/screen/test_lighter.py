"""What PySide6 says of a wrong call and when asked for help is the same, though it is read only then."""

import os
import subprocess
import sys

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
