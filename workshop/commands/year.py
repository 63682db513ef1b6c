"""The demo's other story: a process leader's year, with all that is done to sessions before and after they are held."""

from __future__ import annotations

import os
import shutil
from pathlib import Path
from typing import TYPE_CHECKING

from workshop import clock
from workshop.commands.sitting import INDEX, Left, Sitting
from workshop.model.kept import FINISHED
from workshop.model.refusal import Refusal

if TYPE_CHECKING:
    from workshop.screen.again.handing import HandOver
    from workshop.screen.keeping.filing import FilingSheet
    from workshop.screen.keeping.password import PasswordSheet
    from workshop.screen.safety.backups import BackupsSheet

HOME = "verkstad"  # the folder of the story's own sessions
DISPOSAL = "2027-12-30"
_LEFT_OF_IT = 9000  # bytes of the damaged file


def play(out: Path, language: str, left: Left) -> None:
    """Play the year in a folder of its own; its moments are pictures there, and its sessions stay."""
    _make_way(out)
    os.environ["VERKSTAD_HOME"] = str(out / HOME)
    year = Year(out, language, left, begins="2027-01-14T08:30")
    try:
        for month in (
            year.january, year.february, year.march, year.april, year.late_april, year.may, year.june,
            year.september, year.october, year.november, year.december, year.the_last_days,
        ):  # fmt: skip
            month()
    finally:
        year.leaves()


def _make_way(out: Path) -> None:
    """Take away what an earlier play left; Refusal where something else lies there."""
    if out.exists() and not (out / INDEX).is_file():
        raise Refusal("Something else lies in {path}. Choose another folder.", path=out)
    shutil.rmtree(out, ignore_errors=True)
    out.mkdir(parents=True)


class Year(Sitting):
    """The story, month by month: twelve sessions, three follow-ups, one disposal, one restored backup."""

    def january(self) -> None:
        """A first session from the shelf, and what was agreed in it."""
        self.moment("january-home")
        self.begins("winter", "isberget", "bridge", "2027-01-14")
        self.writes_iceberg(self.told["winter"])
        self.moment("january-why", wall=True)
        self.agrees("winter", "promises")
        self.moment("january-agreed")
        self.goes_home("winter")

    def february(self) -> None:
        """A map around a person, one of its actors carried on to an iceberg, and when it all is to go."""
        told, person, filed = self.told["alex"], self.person, self.told["filed"]
        self.begins("alex", "en-person-i-mitten", "compass", "2027-02-04")
        person.goes_to("person")
        person.writes(told["name"])
        person.goes_to("actors")
        self.writes_under(told["actors"])
        self.moment("february-map", wall=True)
        person.picks(self.actor(told["carried"]))
        person.asked(
            lambda: person.presses("Ctrl+M"),
            lambda: self.looks("february-carry", "isberg" if self.swedish else "iceberg"),
            lambda: person.presses("Return"),  # the theme is about the person
        )
        self.moment("february-carried")
        person.goes_to("write")
        for line in told["seen"]:
            person.writes(line)
        self.agrees("alex", "promises")
        person.presses("Ctrl+I")
        sheet: FilingSheet = person.dialog  # type: ignore[assignment]
        person.fills(sheet.diary, filed["diary"])
        person.fills(sheet.responsible, filed["responsible"])
        person.fills(sheet.disposal, DISPOSAL)
        self.moment("february-filed")
        person.presses("Return")
        self.goes_home("alex")

    def march(self) -> None:
        """The first follow-up: what was agreed, what came of it, and the four questions."""
        told, person = self.told["follow-winter"], self.person
        self.day("2027-03-18")
        self.follows_up("winter", "follow-winter")
        self.moment("march-follow-up")
        person.presses("Return")
        self.moment("march-last-time", wall=True)
        past = self.goes_through("follow-winter")
        self.moment("march-what-came-of-it", wall=True)
        for step, answer in zip(("wanted", "came", "between", "learned"), told["learned"], strict=True):
            person.goes_to(step)
            person.writes(answer)
        self.moment("march-learned", wall=True)
        person.goes_to("renew")
        for id, key in zip(past[1:], ("R", "S"), strict=True):
            person.picks(id)
            person.presses(key)
        self.moment("march-renewed")
        self.agrees("follow-winter", "agreements")
        self.goes_home("follow-winter")

    def april(self) -> None:
        """Two groups side by side, and the board of the one fetched to the other."""
        told, person = self.told, self.person
        self.begins("tease-one", "reta-motparten", "one", "2027-04-08")
        person.goes_to("write")
        self.writes_under(told["tease-one"]["cards"])
        self.moment("april-write", wall=True)
        self.agrees("tease-one", "followup")
        self.goes_home("tease-one")
        self.copies("tease-one", "tease-other", "other")
        self.moment("april-copy")
        person.presses("Return")
        person.goes_to("write")
        self.writes_under(told["tease-other"]["cards"])
        title = told["tease-one"]["title"]
        person.asked(lambda: person.presses("Ctrl+Shift+M"), lambda: self.looks("april-fetch", title))
        self.moment("april-fetched", wall=True)
        person.picks(self.card(told["tease-other"]["fetched"]))
        person.presses("Ctrl+U")
        self.moment("april-origin")
        person.closes()
        self.goes_home("tease-other")

    def late_april(self) -> None:
        """Something is found again; the winter session is used once more and compared with what it was then."""
        told, person = self.told, self.person
        self.day("2027-04-29")
        person.searches(told["search"]["typed"])
        self.moment("april-search")
        person.presses("Return")
        self.goes_home()
        self.leaves_library()
        self.copies("winter", "spring", "bridge")
        person.presses("Return")
        self.writes_iceberg(told["spring"])
        self.moment("april-spring")
        title = told["winter"]["title"]
        person.asked(lambda: person.presses("Ctrl+Shift+C"), lambda: self.looks("april-choose", title))
        self.moment("april-then-and-now")
        person.closes()
        self.agrees("spring", "promises")
        self.goes_home("spring")

    def may(self) -> None:
        """The leaders' dialogue, answered apart, shown at once, finished and frozen."""
        told, person = self.told["dialogue"], self.person
        self.begins("dialogue", "ledningsdialogen", "compass", "2027-05-20")
        person.goes_to("answer-problem")
        self.writes_under([(str(number), line) for number, line in enumerate(told["answers"], 1)])
        self.moment("may-answer", wall=True)
        person.goes_to("show-problem")
        person.desk.desk.board.setFocus()
        person.presses("2")
        self.moment("may-show", wall=True)
        self.agrees("dialogue", "followup")
        person.presses("Ctrl+I")
        sheet: FilingSheet = person.dialog  # type: ignore[assignment]
        person.clicks(sheet.statuses[FINISHED])
        person.fills(sheet.diary, told["diary"])
        person.presses("Return")
        person.does("shut")
        self.moment("may-frozen")
        self.goes_home("dialogue")

    def june(self) -> None:
        """The second follow-up, of a session that is frozen."""
        self.day("2027-06-10")
        self.follows_up("dialogue", "follow-dialogue")
        self.person.presses("Return")
        self.moment("june-last-time", wall=True)
        self.goes_through("follow-dialogue")
        self.goes_home("follow-dialogue")

    def september(self) -> None:
        """One line finds what it is about; a session is played from its beginning; a package is handed over."""
        told, person = self.told, self.person
        self.begins("autumn", "isberget", "other", "2027-09-09")
        self.writes_iceberg(told["autumn"])
        self.agrees("autumn", "promises")
        self.goes_home("autumn")
        person.searches(told["search"]["line"])
        self.moment("september-filter")
        self.leaves_library()
        self.at_home("winter")
        person.presses("Ctrl+Shift+R", *["Left"] * 5)
        self.moment("september-replay")
        person.closes()
        person.presses("Ctrl+Shift+H")
        handing: HandOver = person.dialog  # type: ignore[assignment]
        self.moment("september-package")
        package = self.out / told["filed"]["package"]
        person.asked(lambda: person.clicks(handing.save), lambda: person.names_file(package))
        self.left(package)

    def october(self) -> None:
        """The laptop falls: the session is damaged, and its backup is restored into a copy."""
        told, person = self.told["mishap"], self.person
        self.begins("mishap", "en-person-i-mitten", "other", "2027-10-07")
        person.goes_to("person")
        person.writes(told["name"])
        person.goes_to("actors")
        self.writes_under(told["actors"])
        person.presses("Ctrl+Shift+B")
        sheet: BackupsSheet = person.dialog  # type: ignore[assignment]
        person.clicks(sheet.now)
        person.waits(sheet.now.isEnabled)
        self.moment("october-backup")
        person.closes()
        self.goes_home("mishap")
        damaged = self.paths["mishap"]
        damaged.write_bytes(damaged.read_bytes()[:_LEFT_OF_IT])
        os.utime(damaged, (clock.seconds(), clock.seconds()))
        self.day("2027-10-08")
        self.at_home("mishap")
        person.presses("Return")
        self.moment("october-damaged")
        person.presses("Return")
        self.moment("october-restored", wall=True)
        self.goes_home("restored")

    def november(self) -> None:
        """What stays in the room gets a password; the year's last follow-up."""
        told, person = self.told["locked"], self.person
        self.begins("locked", "reta-motparten", "compass", "2027-11-04")
        person.goes_to("write")
        self.writes_under(told["cards"])
        person.does("password")
        sheet: PasswordSheet = person.dialog  # type: ignore[assignment]
        for field in (sheet.first, sheet.again):
            person.fills(field, told["password"])
        self.moment("november-password")
        person.presses("Return")
        self.goes_home("locked")
        self.at_home("locked")
        person.presses("Return")
        self.moment("november-asks")
        person.closes()
        self.day("2027-11-25")
        self.follows_up("tease-one", "follow-tease")
        person.presses("Return")
        self.moment("november-last-time", wall=True)
        self.goes_through("follow-tease")
        self.goes_home("follow-tease")

    def december(self) -> None:
        """All of the year in a list."""
        self.day("2027-12-15")
        self.person.searches("")
        self.moment("december-library")
        self.leaves_library()

    def the_last_days(self) -> None:
        """A session's day has come: it is laid aside, taken back, laid aside again and deleted for good."""
        from workshop.screen.keeping.going import GoingLine

        person = self.person
        self.day(DISPOSAL)
        line: GoingLine = person.home.findChild(GoingLine)  # type: ignore[assignment]
        self.moment("december-proposed")
        person.clicks(line.look)
        self.moment("december-choose")
        person.presses("Return")
        self.moment("december-laid")
        person.clicks(line.back)
        self.moment("december-back")
        person.clicks(line.look)
        person.presses("Return")

        def goes_on() -> None:
            self.moment("december-sure")
            person.agrees()

        person.asked(lambda: person.clicks(line.dispose), goes_on)
        person.searches(self.told["search"]["gone"])
        self.moment("december-gone")
