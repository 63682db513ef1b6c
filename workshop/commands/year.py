"""The demo's other story: a process leader's year, with all that is done to sessions before and after they are held."""

from __future__ import annotations

import os
import shutil
from pathlib import Path
from typing import TYPE_CHECKING

from workshop.commands.sitting import INDEX, Left, Sitting
from workshop.model.record import Agreement
from workshop.model.refusal import Refusal

if TYPE_CHECKING:
    from workshop.screen.again.sheets import FollowUpSheet

HOME = "verkstad"  # the folder of the story's own sessions


def play(out: Path, language: str, left: Left) -> None:
    """Play the year in a folder of its own; its moments are pictures there, and its sessions stay."""
    _make_way(out)
    os.environ["VERKSTAD_HOME"] = str(out / HOME)
    year = Year(out, language, left, begins="2027-01-14T08:30")
    try:
        year.winter()
        year.alex()
        year.follows_winter()
    finally:
        year.leaves()


def _make_way(out: Path) -> None:
    """Take away what an earlier play left; Refusal where something else lies there."""
    if out.exists() and not (out / INDEX).is_file():
        raise Refusal("Something else lies in {path}. Choose another folder.", path=out)
    shutil.rmtree(out, ignore_errors=True)
    out.mkdir(parents=True)


class Year(Sitting):
    """The story, month by month."""

    def winter(self) -> None:
        """A first session from the shelf, and what was agreed in it."""
        self.moment("january-home")
        self.begins("winter", "isberget", "bridge", "2027-01-14")
        self.writes_iceberg(self.told["winter"])
        self.moment("january-why", wall=True)
        self.agrees("winter", "promises")
        self.moment("january-agreed")
        self.goes_home("winter")

    def alex(self) -> None:
        """A map around a person, and one of its actors carried on to an iceberg."""
        told, person = self.told["alex"], self.person
        self.begins("alex", "en-person-i-mitten", "compass", "2027-02-04")
        person.goes_to("person")
        person.writes(told["name"])
        person.goes_to("actors")
        for sector, line in told["actors"]:
            person.presses(f"Ctrl+{sector}")
            person.writes(line)
        self.moment("february-map", wall=True)
        person.picks(self.actor(told["carried"]))
        person.asked(
            lambda: person.presses("Ctrl+M"),
            lambda: self.looks("february-carry", "isberg"),
            lambda: person.presses("Return"),  # the theme is about the person
        )
        self.moment("february-carried")
        self.goes_home("alex")

    def follows_winter(self) -> None:
        """The follow-up opens with what was agreed, and the four questions."""
        told, person = self.told["follow-winter"], self.person
        self.day("2027-03-18")
        self.at_home("winter")
        person.presses("Ctrl+Shift+U")
        sheet: FollowUpSheet = person.dialog  # type: ignore[assignment]
        person.fills(sheet.title, told["title"])
        self.moment("march-follow-up")
        person.presses("Return")
        self.moment("march-last-time", wall=True)
        agreements = [a for a in person.desk.bridge.state.all(Agreement) if a.past]
        for agreement, (outcome, why) in zip(agreements, told["outcomes"], strict=True):
            person.picks(agreement.id)
            person.presses(outcome)
            person.picks(agreement.id)
            person.writes(why)
        self.moment("march-what-came-of-it", wall=True)
        for step, answer in zip(("wanted", "came", "between", "learned"), told["learned"], strict=True):
            person.goes_to(step)
            person.writes(answer)
        self.moment("march-learned", wall=True)
        person.goes_to("renew")
        person.picks(agreements[1].id)
        person.presses("R")
        person.picks(agreements[2].id)
        person.presses("S")
        self.moment("march-renewed")
        self.agrees("follow-winter", "agreements")
        self.goes_home("follow-winter")
