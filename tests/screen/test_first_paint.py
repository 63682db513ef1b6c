"""A session can be worked with at its first paint, and what can wait is made after that, or when it is asked for."""

import os
import subprocess
import sys

from PySide6.QtWidgets import QApplication

from tests.desk import begun
from workshop.look import RESOURCES
from workshop.model.change import add
from workshop.model.record import Note
from workshop.screen.facilitator.board_desk import BoardDesk
from workshop.screen.facilitator.papers import PAGES
from workshop.screen.facilitator.window import FacilitatorWindow

OPENS = """
import builtins, os, sys
python_s_import = builtins.__import__
from pathlib import Path
from workshop import app
from workshop.screen.drawing import CardItem
from workshop.screen.facilitator.board_desk import BoardDesk
from workshop.screen.facilitator.window import FacilitatorWindow

painted, laid_out = [], []
paint, picture = CardItem.paint, BoardDesk.picture
CardItem.paint = lambda card, *given: (painted.append(card.placed.id), paint(card, *given))
BoardDesk.picture = lambda desk: laid_out.append(desk) or picture(desk)

def after(window):
    print("n1" in painted, len(laid_out), window.desk.capture.isAncestorOf(window.focusWidget()))
    print(builtins.__import__ is python_s_import)
    print(*sys.modules, flush=True)
    os._exit(0)

FacilitatorWindow.furnish = after
app.windows(app.Catalogue("sv"), Path(sys.argv[1]))
"""
LATE = {
    "PySide6.QtSvg",
    "hashlib",
    "html",
    "pydantic",
    "reportlab",
    "sqlite_utils",
    "tomllib",
    "tree_sitter",
    "workshop.screen.home.window",
    "workshop.screen.facilitator.agreed",
    "workshop.screen.facilitator.editing",
    "workshop.screen.facilitator.leaving",
    "workshop.screen.facilitator.memo_pad",
    "workshop.screen.parts.chooser",
    "workshop.screen.parts.guide",
    "workshop.screen.parts.keys",
    "workshop.screen.parts.message_bar",
    "workshop.screen.parts.question",
    "workshop.screen.parts.twin",
    "workshop.screen.projector.window",
}


def test_cards_and_the_writing_line_come_first_and_the_rest_after(house, facilitator, tmp_path) -> None:
    board, side = facilitator.board("provocations"), facilitator.window.desk.capture.what_is_written().pick
    facilitator.window.bridge.do(add(Note(id="n1", board=board.id, list=side, text="Kort")), "write card")
    path = facilitator.leaves()
    command = [sys.executable, "-c", OPENS, str(path)]
    environment = {**os.environ, "PYTHONPATH": str(RESOURCES.parent), "QT_QPA_PLATFORM": "offscreen"}
    ended = subprocess.run(command, capture_output=True, encoding="utf-8", check=True, env=environment)
    seen, imports, modules = ended.stdout.splitlines()
    assert seen == "True 1 True", "drawn, laid out once, and ready to take text"
    assert imports == "True", "PySide6 reads the source of each module that its own import brings in"
    assert sorted(LATE & set(modules.split())) == []


def test_what_was_left_is_there_just_after(facilitator) -> None:
    papers = facilitator.window.papers
    assert papers.has("guide") and papers.guide.widget() and facilitator.window.copy.wall.isVisible()


def test_a_page_that_somebody_turns_to_before_that_is_there_too(house, qtbot) -> None:
    window = FacilitatorWindow(house, begun(house), "sv", "light")
    qtbot.addWidget(window)
    assert not any(window.papers.has(page) for page in PAGES)
    window.actions_["memo"].trigger()
    assert window.papers.has("memo") and window.papers.memo.toPlainText() == ""
    window.go_to("write")
    assert window.papers.guide.widget()


def test_a_page_is_made_when_somebody_turns_to_it(facilitator) -> None:
    papers = facilitator.window.papers
    assert not papers.has("agreed") and not papers.has("memo")
    facilitator.window.go_to("sort")
    assert not papers.has("agreed") and not papers.has("memo"), "to go on with the steps needs neither"
    for number, page in enumerate(PAGES):
        papers.setCurrentIndex(number)
        QApplication.processEvents()
        assert papers.has(page) and papers.fill(page).isVisible()


def test_the_key_of_a_page_goes_into_it(facilitator) -> None:
    papers = facilitator.window.papers
    for name, page in zip(("memo", "agreements", "guide"), ("memo", "agreed", "guide"), strict=True):
        facilitator.window.actions_[name].trigger()
        focused = facilitator.window.focusWidget()
        assert focused is papers.fill(page) or papers.fill(page).isAncestorOf(focused)
    assert papers.agreed.form.what_is_written().values


def test_a_board_that_gets_a_scroll_bar_is_not_laid_out_anew(facilitator, monkeypatch, qtbot) -> None:
    desk = facilitator.window.desk
    board, side = facilitator.board("provocations"), desk.capture.what_is_written().pick
    laid_out, picture = [], BoardDesk.picture
    monkeypatch.setattr(BoardDesk, "picture", lambda desk: laid_out.append(desk) or picture(desk))
    notes = [Note(id=f"n{n}", board=board.id, list=side, text=f"Kort {n}", order=n + 1.0) for n in range(200)]
    facilitator.window.bridge.do(add(*notes), "write card")
    qtbot.waitUntil(lambda: desk.board.verticalScrollBar().isVisible())
    QApplication.processEvents()
    assert len(laid_out) == 1
