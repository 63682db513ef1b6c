"""What a process leader does again and again at the program, and the pictures that are left of it."""

from __future__ import annotations

import os
import tomllib
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any

from workshop import clock
from workshop.app import Verkstad
from workshop.look import RESOURCES
from workshop.model.record import Actor, Id, Note

if TYPE_CHECKING:
    from workshop.screen.home.begin import BeginDialog

INDEX = "index.md"  # the story in words, a sentence to each picture
Left = Callable[[Path], None]  # is told of each file that is left


class Sitting:
    """Somebody at the program, whose words stand in a file of texts."""

    def __init__(self, out: Path, language: str, left: Left, begins: str) -> None:
        from workshop.screen.played_person import PlayedPerson

        clock.go_to(begins)
        self._out, self._left, self._number = out, left, 0
        self.told: Mapping[str, Any] = tomllib.loads((RESOURCES / "year" / f"{language}.toml").read_text("utf-8"))
        self._index = [f"# {self.told['title']}", self.told["about"]]
        self._write_index()
        self.house = Verkstad()
        self.person = PlayedPerson(self.house, language)
        self.paths: dict[str, Path] = {}  # where the sessions lie, by their names in the texts

    def moment(self, name: str, wall: bool = False) -> None:
        """A picture of what the process leader sees now, and one of the wall where it is about the wall."""
        self._number += 1
        files = [self._out / f"{self._number:02}-{name}.png"]
        self.person.picture(files[0])
        if wall:
            files.append(files[0].with_suffix(".wall.png"))
            self.person.wall(files[1])
        for file in files:
            self._left(file)
        said = self.told["moments"][name]
        self._index += [f"{self._number}. {said}", *(f"![{said}]({file.name})" for file in files)]

    def _write_index(self) -> None:
        (self._out / INDEX).write_text("\n\n".join(self._index) + "\n", "utf-8")

    def leaves(self) -> None:
        """Close everything, and leave the story in words."""
        self.person.leaves()
        self._write_index()
        self._left(self._out / INDEX)

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
        if not self.paths:
            self.moment("january-begin")
        person.presses("Return")

    def goes_home(self, name: str) -> None:
        """Leave the session; its file was last written on the day of the story."""
        path = self.paths[name] = self.person.desk.opened.path
        self.person.desk.leaving.keep_picture()
        self.person.presses("Ctrl+W")
        os.utime(path, (clock.seconds(), clock.seconds()))

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
