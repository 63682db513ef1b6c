"""Boards as pictures in pixels, which only the screen can draw; no screen need be there."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from workshop.paper.wish import Wish


def write(path: Path, wish: Wish) -> None:
    """Write the boards as PNG: one to a file, or all into a folder."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    from workshop.paper.single import put_pictures, singles
    from workshop.screen.render import pngs

    found = {one.name: one.picture for one in singles(wish)}
    put_pictures(path, "png", pngs(found, wish.size))
