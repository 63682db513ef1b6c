"""How much room the installed program takes, against PySide6-Essentials alone; no clock, so no noise."""

import re
from importlib import metadata
from pathlib import Path

from workshop.look import RESOURCES

BUDGET = 1.6
OURS = ("workshop", "exercises", "resources")


def measure(rounds: int) -> list[tuple[str, float, float, float]]:
    """(name, ratio, budget, noise): all that running the program needs, over Qt's own wheel."""
    sizes = {name: _size(name) for name in _needed("verkstad", set())}
    whole = sum(sizes.values()) + sum(_folder(RESOURCES.parent / name) for name in OURS)
    qt = sizes["pyside6-essentials"]
    largest = sorted((size, name) for name, size in sizes.items() if name != "pyside6-essentials")[-3:]
    said = ", ".join(f"{name} {size / 2**20:.0f} MB" for size, name in reversed(largest))
    return [(f"installed size (most beside Qt: {said})", whole / qt, BUDGET, 1.0)]


def _needed(name: str, seen: set[str]) -> set[str]:
    """A distribution and all that it requires when it runs, by normal names."""
    name = re.sub(r"[-_.]+", "-", name).lower()
    if name in seen:
        return seen
    try:
        required = metadata.requires(name) or []
    except metadata.PackageNotFoundError:
        return seen  # for another platform
    seen.add(name)
    for line in required:
        if "extra ==" not in line:
            _needed(re.split(r"[\s<>=!~;\[(]", line)[0], seen)
    return seen


def _size(name: str) -> int:
    files = metadata.files(name) or []
    paths = (Path(str(file.locate())) for file in files)
    return sum(path.stat().st_size for path in paths if path.is_file())


def _folder(path: Path) -> int:
    return sum(file.stat().st_size for file in path.rglob("*") if file.is_file())
