"""The organisation's own mark on its papers: a logotype and a colour, from a small file in the data folder."""

import io
import re
import tomllib
from dataclasses import dataclass
from pathlib import Path

from workshop.model.refusal import Refusal

FILE = "organisation.toml"
_LEAST = 4.5  # how far the colour must be from white
_MOST = 4_000_000  # bytes of a logotype


@dataclass(frozen=True, slots=True)
class Organisation:
    """`colour` is "#rrggbb" or empty; `logotype` a PNG or JPEG, or empty, and `shape` its width over its height."""

    name: str = ""
    colour: str = ""
    logotype: bytes = b""
    shape: float = 1.0


def organisation(path: Path) -> Organisation | None:
    """What a file says; None where there is none. Refusal where something in it is wrong."""
    return told(path) if path.exists() else None


def told(path: Path) -> Organisation:
    """What a file says; Refusal where it is not there, or something in it is wrong."""
    try:
        said = tomllib.loads(path.read_bytes().decode("utf-8-sig"))
    except OSError as no:
        raise Refusal("“{file}” is not there, or can't be read. Choose another one.", file=path.name) from no
    except (tomllib.TOMLDecodeError, UnicodeDecodeError, RecursionError):
        said = {"": ""}
    unknown = set(said) - {"name", "colour", "logotype"}
    if unknown or not all(isinstance(value, str) for value in said.values()):
        raise Refusal("“{file}” may hold name, colour and logotype, each as a text in quotes.", file=path.name)
    colour = said.get("colour", "")
    if colour and not re.fullmatch("#[0-9A-Fa-f]{6}", colour):
        raise Refusal("The colour in “{file}” is written as #0B5FA5: a sign and six digits or letters.", file=path.name)
    if colour and _from_white(colour) < _LEAST:
        raise Refusal("The colour in “{file}” is too light to be read on white. Choose a darker one.", file=path.name)
    logotype, shape = _logotype(path, said.get("logotype", ""))
    return Organisation(said.get("name", ""), colour, logotype, shape)


def pictured(path: Path) -> Organisation:
    """A picture that is the logotype of an organisation, called as its file is; Refusal where it is none."""
    logotype, shape = _logotype(path, path.name)
    return Organisation(path.stem, "", logotype, shape)


def _from_white(colour: str) -> float:
    """The contrast between a colour and white paper."""
    parts = (int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5))
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 1.05 / (0.2126 * red + 0.7152 * green + 0.0722 * blue + 0.05)


def _logotype(file: Path, name: str) -> tuple[bytes, float]:
    """A picture that lies beside the file, and its shape."""
    if not name:
        return b"", 1.0
    from PIL import Image, UnidentifiedImageError

    path = file.parent / Path(name).name
    try:
        content = path.read_bytes()
        if len(content) > _MOST:
            raise Refusal("The logotype “{file}” is too large. Choose one of at most 4 MB.", file=path.name)
        with Image.open(io.BytesIO(content), formats=("PNG", "JPEG")) as image:
            return content, image.width / image.height
    except (OSError, UnidentifiedImageError, Image.DecompressionBombError) as no:
        raise Refusal(
            "The logotype “{file}” is not there, or is no PNG or JPEG. Choose another one.", file=path.name
        ) from no
