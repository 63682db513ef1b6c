"""Aliases through the windows: names on the desk while they are unlocked, and nowhere else."""

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFileDialog

from tests.desk import types
from workshop.model.kept import Alias
from workshop.screen.keeping.aliases import AliasSheet
from workshop.store.session_file import SessionFile

NAME = "Anna Svensson"


def lists(facilitator, *rows: tuple[str, str]) -> AliasSheet:
    """Write rows in the list of aliases and press Enter."""
    facilitator.window.actions_["aliases"].trigger()
    sheet = next(sheet for sheet in facilitator.window.findChildren(AliasSheet) if sheet.isVisible())
    for fields, said in zip(sheet.rows, rows, strict=False):
        for field, text in zip(fields, said, strict=True):
            field.clear()
            types(field, text)
    QTest.keyClick(sheet.rows[0][1], Qt.Key.Key_Return)
    facilitator._later()
    return sheet


def test_a_name_is_on_the_desk_while_it_is_unlocked_and_never_on_the_wall(facilitator):
    facilitator.writes(f"{NAME} ringer inte")
    assert facilitator.sees(NAME) and NAME in facilitator.room_sees()
    lists(facilitator, ("Mira", NAME))
    assert facilitator.sees("Mira ringer inte") and not facilitator.sees(NAME), "locked at the start"
    assert "Mira ringer inte" in facilitator.room_sees()
    facilitator.window.activateWindow()
    unlock = facilitator.window.actions_["unlock"]
    assert not unlock.isChecked() and unlock.shortcut().toString() == "Ctrl+Shift+N"
    unlock.trigger()
    facilitator._later()
    assert facilitator.sees(f"Mira ({NAME}) ringer inte") and unlock.isChecked()
    facilitator.window.desk.show_twin(True)
    assert f"Mira ({NAME})" in facilitator.twin()
    facilitator.window.desk.show_twin(False)
    assert "Mira ringer inte" in facilitator.room_sees() and NAME not in facilitator.room_sees()
    unlock.trigger()
    facilitator._later()
    assert not facilitator.sees(NAME) and not unlock.isChecked()


def test_what_is_written_on_is_kept_under_alias(facilitator):
    lists(facilitator, ("Mira", NAME))
    facilitator.writes(f"{NAME} hälsar")
    facilitator._later()
    assert facilitator.card("Mira hälsar") and "skrevs som sitt alias" in facilitator.hears()
    facilitator.window.actions_["unlock"].trigger()
    facilitator.window.desk.edit(facilitator.picks("Mira hälsar"))
    editor = facilitator.window.desk.editing.editor
    assert NAME in editor.toPlainText()
    editor.setPlainText(f"{editor.toPlainText()} ofta")
    facilitator.presses("Return", editor)
    assert facilitator.card("Mira").text == "Mira hälsar ofta"
    facilitator.window.bridge.undo()
    assert facilitator.card("Mira hälsar").text == "Mira hälsar"


def test_half_a_row_is_told_in_the_list_and_stays(facilitator):
    sheet = lists(facilitator, ("Mira", ""))
    assert "behöver både ett alias" in sheet.refusals.text and sheet.isVisible()
    assert not facilitator.state.all(Alias)


def test_where_there_are_no_aliases_the_switch_says_how_one_is_made(facilitator):
    facilitator.window.actions_["unlock"].trigger()
    assert "Det finns inga alias än" in facilitator.hears() and not facilitator.window.actions_["unlock"].isChecked()


def test_a_copy_for_somebody_else_has_no_name_in_any_byte(facilitator, tmp_path, monkeypatch):
    facilitator.writes(f"{NAME} ringer inte")
    lists(facilitator, ("Mira", NAME))
    copies = {False: tmp_path / "till andra.workshop", True: tmp_path / "min egen.workshop"}
    for go_on, path in copies.items():
        asked = facilitator.answers_questions(monkeypatch, go_on)
        monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_, path=path: (str(path), ""))
        facilitator.window.leaving.save_copy()
        assert "bara till för dig" in asked[0]
    assert NAME.encode() not in copies[False].read_bytes() and b"Mira ringer inte" in copies[False].read_bytes()
    file = SessionFile.open(copies[True])
    assert file.state.all(Alias) and file.history().behind
    file.close()


def test_no_paper_says_a_name(facilitator, tmp_path):
    from workshop.app.leaving import export
    from workshop.model.visible import Audience

    facilitator.writes(f"{NAME} ringer inte")
    lists(facilitator, ("Mira", NAME))
    facilitator.window.actions_["unlock"].trigger()
    path: Path = facilitator.leaves()
    export(path, "json", tmp_path / "ut.json", Audience.FULL, "sv")
    said = (tmp_path / "ut.json").read_text("utf-8")
    assert "Mira ringer inte" in said and NAME not in said
