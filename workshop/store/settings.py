"""The choices kept between starts, and where they lie: what the first paint needs of the library, and no more."""

import json
import os
from pathlib import Path

FILE = "library.json"


def home_folder() -> Path:
    """Where Verkstad keeps what it keeps; VERKSTAD_HOME says otherwise."""
    if home := os.environ.get("VERKSTAD_HOME"):
        return Path(home)
    from platformdirs import user_data_path  # only where it is needed

    return user_data_path("Verkstad", appauthor=False)


def settings(home: Path) -> dict[str, str]:
    """Every choice by name; none where they can't be read, which the library sees to when it is opened."""
    try:
        said = json.loads((home / FILE).read_text("utf-8"))
        return {str(name): str(value) for name, value in said["settings"].items()}
    except (OSError, ValueError, TypeError, KeyError, AttributeError, RecursionError):
        return {}
