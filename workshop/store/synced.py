"""Knows a folder that another program copies to the net, by its name or by what that program leaves in it."""

import os
import re
from collections.abc import Mapping
from pathlib import Path

# Names of folders as those programs make them, on Windows, macOS and Linux.
_NAMES = (
    ("OneDrive", re.compile(r"onedrive( ?- ?.+)?|onedrive-.+|skydrive", re.I)),
    ("Dropbox", re.compile(r"dropbox( \(.+\))?", re.I)),
    ("Google Drive", re.compile(r"google ?drive(-.+)?|my drive|min enhet", re.I)),
    ("iCloud Drive", re.compile(r"icloud ?drive|mobile documents|com~apple~clouddocs", re.I)),
    ("Nextcloud", re.compile(r"nextcloud\d?", re.I)),
    ("ownCloud", re.compile(r"owncloud\d?", re.I)),
    ("Box", re.compile(r"box sync|box-box", re.I)),
    ("Syncthing", re.compile(r"syncthing", re.I)),
)
# Files and folders that lie in the outermost one.
_MARKS = {
    ".dropbox": "Dropbox",
    ".dropbox.cache": "Dropbox",
    ".nextcloudsync.log": "Nextcloud",
    ".owncloudsync.log": "ownCloud",
    ".tmp.drivedownload": "Google Drive",
    ".stfolder": "Syncthing",
    ".849C9593-D756-4E56-8D6E-42412F2A707B": "OneDrive",
}
_SAID = ("OneDrive", "OneDriveCommercial", "OneDriveConsumer")  # by Windows, as names of its environment


def service(path: Path, environment: Mapping[str, str] = os.environ) -> str:
    """The program that copies the folder in which a file lies, by its own name; "" where none is known to."""
    folders = Path(os.path.realpath(path)).parents
    roots = [Path(said) for name in _SAID if (said := environment.get(name))]
    if any(root in folders for root in roots):
        return "OneDrive"
    for folder in folders:
        for name, pattern in _NAMES:
            if pattern.fullmatch(folder.name):
                return name
        for mark, name in _MARKS.items():
            if (folder / mark).exists():
                return name
    return ""
