"""The board that one works on: picked by click and arrow key, dragged, zoomed; all of it without a mouse too."""

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QApplication

from workshop.model.picture import Picture, Placed, Text
from workshop.screen.board_view import BoardView
from workshop.screen.drawing import BoardScene, CardItem
from workshop.screen.theme import themed

PLACES = {"a": (20, 60), "b": (20, 160), "c": (320, 60), "d": (320, 160)}


class Watched(BoardView):
    """A board that remembers what it told of its picked cards."""

    heard: list[tuple[str, ...]]


@pytest.fixture
def board(qtbot) -> Watched:
    """Four cards in two columns under a heading."""
    heading = Placed("heading:x", "heading", 20, 10, 200, 30, (Text(("Nämnden",), 20, 10, 18, True),))
    cards = [
        Placed(id, "card", x, y, 240, 60, (Text((id,), x + 8, y + 8, 15),), "sky") for id, (x, y) in PLACES.items()
    ]
    scene = BoardScene()
    scene.show(Picture(600, 900, (heading, *cards)), themed("light"))
    view = Watched(scene, "Tavla")
    view.resize(640, 400)
    qtbot.addWidget(view)
    with qtbot.waitExposed(view):
        view.show()
    view.heard = []
    view.picked.connect(view.heard.append)
    return view


def the(board: Watched, id: str) -> CardItem:
    """The item that shows a card."""
    item = board.board.item(id)
    assert item is not None
    return item


def middle(board: Watched, id: str) -> QPoint:
    """Where one clicks on a card."""
    return board.mapFromScene(the(board, id).sceneBoundingRect().center())


def click(qtbot, board: Watched, id: str, *keys: Qt.KeyboardModifier) -> None:
    """Click on a card."""
    held = keys[0] if keys else Qt.KeyboardModifier.NoModifier
    qtbot.mouseClick(board.viewport(), Qt.MouseButton.LeftButton, held, middle(board, id))


def test_it_has_a_name_and_can_be_reached_by_tab(board: Watched) -> None:
    assert board.accessibleName() == "Tavla"
    assert board.focusPolicy() is Qt.FocusPolicy.StrongFocus


def test_a_click_picks_and_a_click_beside_lets_go(board: Watched, qtbot) -> None:
    click(qtbot, board, "a")
    assert the(board, "a").lit
    qtbot.mouseClick(board.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(300, 350))
    assert board.heard == [("a",), ()]


def test_control_picks_several(board: Watched, qtbot) -> None:
    click(qtbot, board, "a")
    click(qtbot, board, "c", Qt.KeyboardModifier.ControlModifier)
    assert set(board.heard[-1]) == {"a", "c"}
    click(qtbot, board, "a", Qt.KeyboardModifier.ControlModifier)
    assert board.heard[-1] == ("c",)


def test_arrows_walk_from_card_to_card_and_stop_at_the_edge(board: Watched, qtbot) -> None:
    keys = Qt.Key
    for key in (keys.Key_Down, keys.Key_Down, keys.Key_Right, keys.Key_Up, keys.Key_Up, keys.Key_Left):
        qtbot.keyClick(board, key)
    assert [ids[0] for ids in board.heard] == ["a", "b", "d", "c", "a"]


def test_enter_and_double_click_open(board: Watched, qtbot) -> None:
    opened: list[str] = []
    board.opened.connect(opened.append)
    qtbot.keyClick(board, Qt.Key.Key_Down)
    qtbot.keyClick(board, Qt.Key.Key_Return)
    qtbot.mouseDClick(board.viewport(), Qt.MouseButton.LeftButton, pos=middle(board, "d"))
    assert opened == ["a", "d"]


def test_a_dragged_card_tells_where_it_was_let_go_and_lies_where_it_lay(board: Watched, qtbot) -> None:
    start, end = middle(board, "a"), middle(board, "d")
    qtbot.mousePress(board.viewport(), Qt.MouseButton.LeftButton, pos=start)
    qtbot.mouseMove(board.viewport(), start + QPoint(40, 30))
    assert the(board, "a").pos() == QPointF(60, 90)
    with qtbot.waitSignal(board.dropped) as dropped:
        qtbot.mouseRelease(board.viewport(), Qt.MouseButton.LeftButton, pos=end)
    assert dropped.args[0] == "a"
    assert (dropped.args[1] - board.mapToScene(end)).manhattanLength() < 1
    assert the(board, "a").pos() == QPointF(*PLACES["a"])


def test_a_small_tremble_is_no_drag(board: Watched, qtbot) -> None:
    told: list[object] = []
    board.dropped.connect(lambda *args: told.append(args))
    start = middle(board, "a")
    qtbot.mousePress(board.viewport(), Qt.MouseButton.LeftButton, pos=start)
    qtbot.mouseMove(board.viewport(), start + QPoint(2, 1))
    qtbot.mouseRelease(board.viewport(), Qt.MouseButton.LeftButton, pos=start + QPoint(2, 1))
    assert told == []


def test_escape_takes_a_drag_back(board: Watched, qtbot) -> None:
    told: list[object] = []
    board.dropped.connect(lambda *args: told.append(args))
    start = middle(board, "a")
    qtbot.mousePress(board.viewport(), Qt.MouseButton.LeftButton, pos=start)
    qtbot.mouseMove(board.viewport(), start + QPoint(90, 90))
    qtbot.keyClick(board, Qt.Key.Key_Escape)
    qtbot.mouseRelease(board.viewport(), Qt.MouseButton.LeftButton, pos=start + QPoint(90, 90))
    assert told == []
    assert the(board, "a").pos() == QPointF(*PLACES["a"])


def test_control_plus_minus_and_zero_zoom_and_the_board_is_drawn_anew_when_it_rests(board: Watched, qtbot) -> None:
    control = Qt.KeyboardModifier.ControlModifier
    qtbot.keyClick(board, Qt.Key.Key_Plus, control)
    qtbot.keyClick(board, Qt.Key.Key_Plus, control)
    assert board.zoom == 1.0
    qtbot.waitUntil(lambda: board.zoom > 1.3, timeout=2000)
    assert board.transform().m11() == pytest.approx(board.zoom)
    qtbot.keyClick(board, Qt.Key.Key_0, control)
    qtbot.waitUntil(lambda: board.zoom == 1.0, timeout=2000)


def test_zooming_with_the_wheel_keeps_what_lies_under_the_pointer(board: Watched, qtbot) -> None:
    under = QPointF(middle(board, "d"))
    before = board.mapToScene(under.toPoint())
    wheel = QWheelEvent(
        under,
        board.viewport().mapToGlobal(under),
        QPoint(),
        QPoint(0, 480),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.ControlModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(board.viewport(), wheel)
    qtbot.waitUntil(lambda: board.zoom > 1.5, timeout=2000)
    assert (board.mapToScene(under.toPoint()) - before).manhattanLength() < 3


def test_other_keys_are_left_to_the_window(board: Watched, qtbot) -> None:
    qtbot.keyClick(board, Qt.Key.Key_B)
    assert board.heard == []


def test_space_keeps_what_is_picked_and_arrows_pick_one_more(board: Watched, qtbot) -> None:
    for key in (Qt.Key.Key_Down, Qt.Key.Key_Space, Qt.Key.Key_Right, Qt.Key.Key_Down):
        qtbot.keyClick(board, key)
    assert board.heard[-1] == ("a", "d")
    qtbot.keyClick(board, Qt.Key.Key_Space)
    qtbot.keyClick(board, Qt.Key.Key_Left)
    assert board.heard[-1] == ("a", "d", "b")
    for key in (Qt.Key.Key_Space, Qt.Key.Key_Space, Qt.Key.Key_Up):
        qtbot.keyClick(board, key)
    assert board.heard[-1] == ("a",)
    click(qtbot, board, "c")
    qtbot.keyClick(board, Qt.Key.Key_Down)
    assert board.heard[-1] == ("d",)
