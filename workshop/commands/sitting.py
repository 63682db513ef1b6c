"""What a process leader does again and again at the program, and the pictures that are left of it."""

from __future__ import annotations

import os
import tomllib
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from workshop import clock
from workshop.app import Verkstad
from workshop.look import RESOURCES
from workshop.model.record import Actor, Agreement, Id, Note

if TYPE_CHECKING:
    from workshop.screen.again.sheets import CopySheet, FollowUpSheet
    from workshop.screen.home.begin import BeginDialog

INDEX = "index.md"  # the story in words, a sentence to each picture
Left = Callable[[Path], None]  # is told of each file that is left


class Sitting:
    """Somebody at the program, whose words stand in a file of texts."""

    def __init__(self, out: Path, language: str, left: Left, begins: str) -> None:
        from workshop.screen.played_person import PlayedPerson

        clock.go_to(begins)
        self.out, self.left, self._number = out, left, 0
        self.swedish = language == "sv"
        self.told: Mapping[str, Any] = tomllib.loads((RESOURCES / "year" / f"{language}.toml").read_text("utf-8"))
        self._index = [f"# {self.told['title']}", self.told["about"]]
        self._write_index()
        self.house = Verkstad()
        self.person = PlayedPerson(self.house, language)
        self.paths: dict[str, Path] = {}  # where the sessions lie, by their names in the texts

    def moment(self, name: str, wall: bool = False) -> None:
        """A picture of what the process leader sees now, and one of the wall where it is about the wall."""
        self._number += 1
        files = [self.out / f"{self._number:02}-{name}.png"]
        self.person.picture(files[0])
        if wall:
            files.append(files[0].with_suffix(".wall.png"))
            self.person.wall(files[1])
        for file in files:
            self.left(file)
        said = self.told["moments"][name]
        self._index += [f"{self._number}. {said}", *(f"![{said}]({file.name})" for file in files)]

    def _write_index(self) -> None:
        (self.out / INDEX).write_text("\n\n".join(self._index) + "\n", "utf-8")

    def leaves(self) -> None:
        """Close everything, and leave the story in words."""
        self.person.leaves()
        self._write_index()
        self.left(self.out / INDEX)

    def day(self, date: str, at: str = "08:30") -> None:
        """Go on at another day."""
        clock.go_to(f"{date}T{at}")
        self.person.home.refresh()
        self.person.rests()

    def begins(self, name: str, exercise: str, group: str, date: str) -> None:
        """Begin a session from the shelf."""
        self.day(date)
        told, person = self.told[name], self.person
        shelf = person.home.page.shelf
        next(card for card in shelf.cards if card.on_shelf.name == exercise).setFocus()
        person.presses("Return")
        form: BeginDialog = person.dialog  # type: ignore[assignment]
        person.fills(form.title, told["title"])
        person.fills(form.group, self.told["groups"][group])
        person.fills(form.place, told["place"])
        for row, party in zip(form.rows, told.get("parties", ()), strict=True):
            person.fills(row.name, party)
        if not self.paths:
            self.moment("january-begin")
        person.presses("Return")

    def copies(self, source: str, name: str, group: str) -> CopySheet:
        """Copy a session without its content for another group, up to the last question."""
        self.at_home(source)
        person, told = self.person, self.told[name]
        person.presses("Ctrl+Shift+W")
        sheet: CopySheet = person.dialog  # type: ignore[assignment]
        person.fills(sheet.title, told["title"])
        person.fills(sheet.group, self.told["groups"][group])
        for row, party in zip(sheet.rows, told.get("parties", ()), strict=True):
            person.fills(row.name, party)
        return sheet

    def follows_up(self, source: str, name: str) -> None:
        """Ask for a session's follow-up, up to the last question."""
        self.at_home(source)
        self.person.presses("Ctrl+Shift+U")
        sheet: FollowUpSheet = self.person.dialog  # type: ignore[assignment]
        self.person.fills(sheet.title, self.told[name]["title"])

    def goes_through(self, name: str) -> list[Id]:
        """Say of each of last time's agreements what came of it, and why; the agreements."""
        person = self.person
        past = [agreement.id for agreement in person.desk.bridge.state.all(Agreement) if agreement.past]
        for id, (outcome, why) in zip(past, self.told[name]["outcomes"], strict=True):
            person.picks(id)
            person.presses(outcome)
            person.picks(id)
            person.writes(why)
        return past

    def goes_home(self, name: str = "") -> None:
        """Leave the session, which the story has a name for from now on; it was last written on the story's day."""
        path = self.person.desk.opened.path
        if name:
            self.paths[name] = path
        self.person.desk.leaving.keep_picture()
        self.person.presses("Ctrl+W")
        os.utime(path, (clock.seconds(), clock.seconds()))
        self.person.home.refresh()

    def at_home(self, name: str) -> None:
        """Choose a session in the list at home."""
        person, wanted = self.person, self.paths[name]
        recent = person.home.page.recent
        person.home.page.go_to_recent()
        person.presses("Home")
        for _ in range(recent.count()):
            if recent.picked() == wanted:
                return
            person.presses("Down")
        raise LookupError(name)

    def leaves_library(self) -> None:
        """From all sessions back to the latest ones."""
        while self.person.home.library.shown:
            self.person.presses("Escape")

    def writes_iceberg(self, told: Mapping[str, Any]) -> None:
        """What shows, and what it rests on."""
        person = self.person
        person.writes(told["theme"])
        person.goes_to("write")
        for line in told["seen"]:
            person.writes(line)
        person.goes_to("why")
        for above, cause in told["why"]:
            person.picks(self.card(above))
            person.writes(cause)

    def agrees(self, name: str, step: str) -> None:
        """Write down what is agreed: what, who, by when."""
        self.person.goes_to(step)
        for agreement in self.told[name]["agreed"]:
            self.person.writes(*agreement)

    def writes_under(self, lines: Sequence[tuple[str, str]]) -> None:
        """Write lines, each under the list that its number chooses."""
        for number, line in lines:
            self.person.presses(f"Ctrl+{number}")
            self.person.writes(line)

    def looks(self, moment: str, text: str) -> None:
        """Look at a list, and choose from it."""
        self.moment(moment)
        self.person.chooses(text)

    def card(self, text: str) -> Id:
        """The card that begins so."""
        return next(note.id for note in self.person.desk.bridge.state.all(Note) if note.text.startswith(text))

    def actor(self, text: str) -> Id:
        """The actor that begins so."""
        return next(actor.id for actor in self.person.desk.bridge.state.all(Actor) if actor.text.startswith(text))
