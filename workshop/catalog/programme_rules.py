"""What may stand in a programme's TOML; imported only when somebody asks what is wrong."""

from collections.abc import Collection, Mapping
from typing import Annotated, Any, Literal

from pydantic import AfterValidator, Field, StringConstraints
from pydantic_core import PydanticCustomError

from workshop.catalog.forms import Form, Line, Name
from workshop.catalog.source import Source
from workshop.model.programme import KEEPS, KINDS, LONGEST, WAYS, minutes_of
from workshop.model.refusal import Refusal
from workshop.model.template import LANGUAGES


def _time(said: str) -> str:
    """A clock time."""
    try:
        minutes_of(said)
    except Refusal:
        raise PydanticCustomError("clock", "not a time") from None
    return said


Clock = Annotated[str, AfterValidator(_time)]
Text = Annotated[str, StringConstraints(max_length=3000)]


class TitleForm(Form):
    """[text.xx]."""

    title: Line
    short: Annotated[Line, StringConstraints(max_length=120)]


class BlockTextForm(Form):
    """[blocks.xx]."""

    title: Line
    place: Text = ""
    leads: Text = ""
    goal: Text = ""
    materials: Text = ""
    script: Text = ""


class DayForm(Form):
    """[[days]]."""

    start: Clock
    last: Clock | None = None


class BlockForm(Form):
    """[[blocks]]."""

    day: Annotated[int, Field(ge=1, le=30)]
    kind: Literal[*KINDS]  # type: ignore[valid-type]
    minutes: Annotated[int, Field(ge=1, le=LONGEST)]
    way: Literal[*WAYS] = ""  # type: ignore[valid-type]
    keep: Literal[*KEEPS] = "must"  # type: ignore[valid-type]
    least: Annotated[int, Field(ge=1, le=LONGEST)] | None = None
    beside: bool = False
    exercise: str = ""
    sv: BlockTextForm | None = None
    en: BlockTextForm | None = None


class ProgrammeForm(Form):
    """A programme's file."""

    format: Literal[1]
    name: Name
    languages: Annotated[list[Literal[*LANGUAGES]], Field(min_length=1)]  # type: ignore[valid-type]
    text: dict[str, TitleForm]
    days: Annotated[list[DayForm], Field(min_length=1)]
    blocks: Annotated[list[BlockForm], Field(min_length=1)]


def programme(source: Source, stem: str, exercises: Collection[str]) -> None:
    """A programme against the rules that no single key tells of."""
    if source.data["name"] != stem:
        says = Refusal("The file is called “{stem}”, so the name must be “{stem}” too.", stem=stem)
        source.at_value(("name",), says)
    for language in source.data["languages"]:
        if language not in source.data["text"]:
            says = Refusal(
                "The text for “{key}” is missing. Add the heading [{group}.{key}].", key=language, group="text"
            )
            source.at_key(("text",), says)
    day = 0
    for number, block in enumerate(source.data["blocks"]):
        _block(source, number, block, exercises)
        if block["day"] < day:
            says = Refusal("This block's day comes before the one above. Put the blocks in order.")
            source.at_value(("blocks", number, "day"), says)
        elif block.get("beside") and block["day"] != day:
            says = Refusal("The day's first block has none to go on beside. Take “beside” away.")
            source.at_value(("blocks", number, "beside"), says)
        day = block["day"]


def _block(source: Source, number: int, block: Mapping[str, Any], exercises: Collection[str]) -> None:
    path = ("blocks", number)
    for language in source.data["languages"]:
        if language not in block:
            says = Refusal(
                "The text for “{key}” is missing. Add the heading [{group}.{key}].", key=language, group="blocks"
            )
            source.at_key(path, says)
    if block["day"] > len(source.data["days"]):
        says = Refusal("The programme has no day {number}. Add a day first.", number=block["day"])
        source.at_value((*path, "day"), says)
    least = block.get("least")
    if block.get("keep") == "shrink" and (least is None or least > block["minutes"]):
        says = Refusal("The shortest time must be from 1 to {most} minutes.", most=block["minutes"])
        source.at_value((*path, "keep" if least is None else "least"), says)
    elif block.get("keep") != "shrink" and least is not None:
        says = Refusal("Only a block that may be shortened has a shortest time. Write keep = “shrink” too.")
        source.at_key((*path, "least"), says)
    exercise = block.get("exercise", "")
    if block["kind"] == "exercise" and not exercise:
        source.at_value((*path, "kind"), Refusal("Which exercise? Write its name under “exercise”."))
    elif exercise and block["kind"] != "exercise":
        source.at_value((*path, "kind"), Refusal("Only a block of the kind “exercise” holds an exercise."))
    elif exercise and exercise not in exercises:
        says = Refusal(
            "There is no exercise “{exercise}” on the shelf. There are: {known}.",
            exercise=exercise,
            known=", ".join(sorted(exercises)),
        )
        source.at_value((*path, "exercise"), says)
