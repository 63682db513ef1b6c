"""Protected sessions are used again without being opened: their password is asked for then and there, and forgotten."""

from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from tests.desk import types
from tests.screen.test_again import at_home, dialog, worked
from workshop.screen.again.comparing import Beside
from workshop.screen.again.handing import HandOver
from workshop.screen.again.replaying import ReplayDialog
from workshop.screen.again.sheets import CopySheet, FollowUpSheet
from workshop.screen.keeping.opening import UnlockSheet

__all__ = ["worked"]

PASSWORD, OTHER = "fyra vänliga ord", "fem andra goda ord"


def protects(house, path: Path, password: str) -> Path:
    opened = house.open(path)
    house.keeping.protect(opened, password)
    opened.close()
    return path


def unlocks(password: str) -> UnlockSheet:
    sheet = dialog(UnlockSheet)
    sheet.password.clear()
    types(sheet.password, password)
    sheet.accept()
    for _ in range(5):
        QApplication.processEvents()
    return sheet


@pytest.mark.parametrize(
    ("key", "kind"),
    [
        ("Ctrl+Shift+W", CopySheet),
        ("Ctrl+Shift+U", FollowUpSheet),
        ("Ctrl+Shift+R", ReplayDialog),
        ("Ctrl+Shift+H", HandOver),
    ],
)
def test_the_password_is_asked_for_and_known_until_the_dialog_is_left(house, qtbot, worked, key, kind):
    protects(house, worked, PASSWORD)
    at_home(house, qtbot, key)
    assert dialog(kind) is None
    assert "inte lösenordet" in unlocks("fel lösenord").refusals.text and dialog(kind) is None
    unlocks(PASSWORD)
    assert dialog(UnlockSheet) is None and house.told
    dialog(kind).close()
    assert house.told == {}
    visitor = at_home(house, qtbot, key)
    dialog(UnlockSheet).reject()
    assert dialog(kind) is None and not visitor.opened and house.told == {}


def test_a_copy_of_a_protected_session_is_made_and_opened(house, qtbot, worked):
    protects(house, worked, PASSWORD)
    visitor = at_home(house, qtbot, "Ctrl+Shift+W")
    unlocks(PASSWORD)
    sheet = dialog(CopySheet)
    sheet.title.setText("Nästa grupp")
    visitor.presses("Return", on=sheet.title)
    (opened,) = visitor.opened
    assert not opened.protected and house.told == {}
    opened.close()


def test_two_protected_sessions_are_compared_each_with_its_own_password(house, qtbot, worked, monkeypatch):
    other = Path(str(worked).replace(".workshop", " 2.workshop"))
    other.write_bytes(worked.read_bytes())
    protects(house, worked, PASSWORD)
    protects(house, other, OTHER)
    another = {worked: other, other: worked}
    monkeypatch.setattr("workshop.screen.again.choosing.session", lambda *_, but: another[but])
    visitor = at_home(house, qtbot, "Ctrl+Shift+C")
    first, second = (PASSWORD, OTHER) if visitor.window.library.picked() == worked else (OTHER, PASSWORD)
    unlocks(first)
    unlocks(second)
    shown = dialog(Beside)
    assert shown.sentences() and set(house.told) == {worked, other}
    shown.close()
    assert house.told == {}


def test_what_can_not_be_done_is_said_at_home_when_the_password_has_been_given(house, qtbot, worked, monkeypatch):
    protects(house, worked, PASSWORD)
    monkeypatch.setattr("workshop.screen.again.choosing.session", lambda *_, **__: worked.with_name("borta.workshop"))
    visitor = at_home(house, qtbot, "Ctrl+Shift+C")
    unlocks(PASSWORD)
    assert "borta.workshop" in visitor.hears and house.told == {}
