"""What may stand in an exercise's TOML files, key by key; imported only when somebody asks what is wrong."""

import datetime
from typing import Annotated, Any, Literal

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, StringConstraints, ValidationError
from pydantic_core import ErrorDetails, PydanticCustomError

from workshop.catalog.source import Source
from workshop.model.refusal import Refusal

INSTRUCTION = 110  # characters that the wall has room for


def _iso(said: str) -> str:
    """A date as 2026-12-31."""
    try:
        datetime.date.fromisoformat(said)
    except ValueError:
        raise PydanticCustomError("date", "not a date") from None
    return said


Name = Annotated[str, StringConstraints(pattern=r"^[a-z][a-z0-9_-]{0,39}$")]
Line = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=200)]
Words = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=2000)]
Count = Annotated[int, Field(ge=0, le=999)]
Range = Annotated[list[Count], Field(min_length=2, max_length=2)]
Date = Annotated[str, AfterValidator(_iso)]


class Form(BaseModel):
    """A table in which every key is known and every value is of its own type."""

    model_config = ConfigDict(strict=True, extra="forbid")


class BoardForm(Form):
    """[[boards]]: the settings are its kind's own and looked at later."""

    key: Name
    kind: str
    settings: dict[str, Any] = {}


class StepForm(Form):
    """[[steps]]."""

    key: Name
    minutes: Annotated[int, Field(ge=1, le=600)]
    board: str
    view: str
    focus: str = ""
    curtain: bool = False
    tick: bool = False
    agreements: bool = False
    anonymous: bool = False


class PlanForm(Form):
    """exercise.toml."""

    format: Literal[1]
    name: Name
    edition: Annotated[int, Field(ge=1, le=9999)]
    parties: Range
    people: Range
    minutes: Annotated[int, Field(ge=1, le=9999)]
    languages: Annotated[list[Literal["sv", "en"]], Field(min_length=1)]
    boards: Annotated[list[BoardForm], Field(min_length=1)]
    steps: Annotated[list[StepForm], Field(min_length=1)]


class StepTextForm(Form):
    """[steps.xxx] in text.xx.toml."""

    title: Line
    instruction: Annotated[Words, StringConstraints(max_length=INSTRUCTION)]
    prompts: Annotated[list[Words], Field(min_length=2, max_length=4)]


class GivenForm(Form):
    """A card that lies ready on a board, or that may be chosen."""

    list: str
    text: Words


class SetForm(Form):
    """[[boards.xxx.sets]]: cards that may be chosen together."""

    title: Line
    cards: Annotated[list[GivenForm], Field(min_length=1)]


class BoardTextForm(Form):
    """[boards.xxx] in text.xx.toml; what its kind gives words to, such as sorts, are tables of words."""

    model_config = ConfigDict(strict=True, extra="allow")
    __pydantic_extra__: dict[str, dict[str, Line]]
    title: Line
    pattern: str = ""
    given: list[GivenForm] = []
    sets: list[SetForm] = []


class TextForm(Form):
    """text.xx.toml."""

    title: Line
    short: Annotated[Line, StringConstraints(max_length=90)]
    purpose: Words
    steps: dict[str, StepTextForm]
    boards: dict[str, BoardTextForm]


class CoverForm(Form):
    """[cover] in example.toml."""

    title: Line
    group: str = ""
    place: str = ""
    date: Date = ""


class PartyForm(Form):
    """[[parties]] in example.toml."""

    key: Name
    name: Line
    mark: Annotated[Line, StringConstraints(max_length=8)]


class ActForm(Form):
    """[[acts]] in example.toml; what the verb takes besides is looked at later."""

    model_config = ConfigDict(strict=True, extra="allow")
    step: str
    do: str


class ExampleForm(Form):
    """example.toml."""

    cover: CoverForm
    parties: list[PartyForm] = []
    acts: Annotated[list[ActForm], Field(min_length=1)]


def fits(source: Source, form: type[Form]) -> bool:
    """Whether a file's data has a form's shape; the source has a fault for each thing that is wrong.

    A text that is too long or empty is a fault and still text, so that the rest can be looked at with it.
    """
    if source.faults:
        return False
    errors: list[ErrorDetails] = []
    try:
        form.model_validate(source.data)
    except ValidationError as no:
        errors = no.errors(include_url=False, include_input=False)
    for error in errors:
        _note(source, error)
    return all(error["type"] in ("string_too_long", "string_too_short") for error in errors)


def _note(source: Source, error: ErrorDetails) -> None:
    path, kind, limit = error["loc"], error["type"], error.get("ctx", {})
    key = str(next((part for part in reversed(path) if isinstance(part, str)), ""))
    if kind == "missing":
        source.at_key(path[:-1], Refusal("“{key}” is missing here. Add it.", key=key))
    elif kind == "extra_forbidden":
        source.at_key(path, Refusal("“{key}” means nothing here. Check the spelling or take it away.", key=key))
    else:
        source.at_value(path, _sentence(kind, key, limit))


def _sentence(kind: str, key: str, limit: dict[str, Any]) -> Refusal:
    match kind:
        case "string_type":
            return Refusal("“{key}” must be text within quotation marks.", key=key)
        case "int_type" | "int_from_float":
            return Refusal("“{key}” must be a whole number, without quotation marks.", key=key)
        case "bool_type":
            return Refusal("“{key}” must be true or false, without quotation marks.", key=key)
        case "list_type":
            return Refusal("“{key}” must be a list within square brackets.", key=key)
        case "dict_type" | "model_type":
            return Refusal("“{key}” must be a table with keys and values of its own.", key=key)
        case "greater_than_equal":
            return Refusal("“{key}” must be at least {least}.", key=key, least=limit["ge"])
        case "less_than_equal":
            return Refusal("“{key}” must be at most {most}.", key=key, most=limit["le"])
        case "too_short":
            return Refusal(
                "“{key}” must hold at least {least}. Add what is missing.", key=key, least=limit["min_length"]
            )
        case "too_long":
            return Refusal("“{key}” may hold at most {most}. Take some away.", key=key, most=limit["max_length"])
        case "string_too_short":
            return Refusal("“{key}” is empty. Write something.", key=key)
        case "string_too_long":
            return Refusal("“{key}” has more than {most} characters. Shorten it.", key=key, most=limit["max_length"])
        case "string_pattern_mismatch":
            return Refusal("“{key}” must begin with a–z and hold only a–z, 0–9, - and _, at most 40 of them.", key=key)
        case "literal_error":
            return Refusal("“{key}” must be {expected}.", key=key, expected=limit["expected"].replace(" or ", " / "))
        case "date":
            return Refusal("“{key}” is not a date. Write it as 2026-12-31.", key=key)
        case "clock":
            return Refusal("“{key}” is not a time. Write it as 08:30.", key=key)
    return Refusal("“{key}” can't be as it is. Compare with another exercise.", key=key)
