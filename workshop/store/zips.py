"""Writes zip files whole; `bundle` reads them."""

import os
import zipfile
from collections.abc import Mapping
from pathlib import Path

from workshop.model.refusal import Refusal

_DAY = (1980, 1, 1, 0, 0, 0)  # the same for every file, so that the same content makes the same bytes


def write_zip(path: Path, files: Mapping[str, bytes]) -> None:
    """Put files in a zip file, which is there whole or not at all; Refusal where it can't be written."""
    part = path.with_name(f".{path.name}.part")
    try:
        with zipfile.ZipFile(part, "w", zipfile.ZIP_DEFLATED) as made:
            for name, content in sorted(files.items()):
                made.writestr(zipfile.ZipInfo(name, _DAY), content, zipfile.ZIP_DEFLATED)
        os.replace(part, path)
    except OSError as problem:
        part.unlink(missing_ok=True)
        raise Refusal("{file} could not be written. See whether the disk is full.", file=path.name) from problem
