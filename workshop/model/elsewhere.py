"""What came here from another session: where it lay there, so that it can be found again."""

from workshop.model.record import Id, Record
from workshop.model.value import valueclass


@valueclass
class Held:
    """Another session as it is remembered: its title and group, its day, its file, and when the file was made."""

    title: str = ""
    group: str = ""
    date: str = ""
    file: str = ""
    made: str = ""


@valueclass(kw_only=True)
class Elsewhere(Record):
    """A thing in another session that something here came from: its id there, and what may be told of it here.

    `session` and `group` are what that one was called, `file` where it lay, `made` the moment by which it is known.
    """

    session: str = ""
    group: str = ""
    date: str = ""
    file: str = ""
    made: str = ""
    thing: Id = ""
    text: str = ""


def elsewhere(held: Held, id: Id, thing: Id, text: str = "") -> Elsewhere:
    """A thing in another session."""
    return Elsewhere(
        id=id,
        session=held.title,
        group=held.group,
        date=held.date,
        file=held.file,
        made=held.made,
        thing=thing,
        text=text,
    )
