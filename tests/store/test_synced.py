"""A folder that is copied to the net is recognised by its name, by what lies in it, or because Windows says so."""

import pytest

from workshop.store.synced import service


@pytest.mark.parametrize(
    ("folder", "name"),
    [
        ("OneDrive", "OneDrive"),
        ("OneDrive - Kommunen/Pass", "OneDrive"),
        ("Library/CloudStorage/OneDrive-Kommunen/Pass", "OneDrive"),
        ("Dropbox (Personal)/2026", "Dropbox"),
        ("Library/CloudStorage/GoogleDrive-nagon/My Drive", "Google Drive"),
        ("Library/Mobile Documents/com~apple~CloudDocs/Pass", "iCloud Drive"),
        ("iCloudDrive", "iCloud Drive"),
        ("Nextcloud/Pass", "Nextcloud"),
        ("Box Sync", "Box"),
        ("Dokument/Om OneDrive", ""),
        ("Dropboxen", ""),
        ("Pass", ""),
    ],
)
def test_by_the_name_of_the_folder(tmp_path, folder, name):
    path = tmp_path / folder / "Frukost.workshop"
    path.parent.mkdir(parents=True)
    assert service(path, {}) == name


@pytest.mark.parametrize(("mark", "name"), [(".dropbox", "Dropbox"), (".stfolder", "Syncthing")])
def test_by_what_lies_in_the_outermost_folder(tmp_path, mark, name):
    path = tmp_path / "Delat" / "Pass" / "Frukost.workshop"
    path.parent.mkdir(parents=True)
    assert service(path, {}) == ""
    (tmp_path / "Delat" / mark).mkdir()
    assert service(path, {}) == name


def test_by_what_windows_says(tmp_path):
    path = tmp_path / "Arbetsfiler" / "Pass" / "Frukost.workshop"
    path.parent.mkdir(parents=True)
    assert service(path, {"OneDriveCommercial": str(tmp_path / "Arbetsfiler")}) == "OneDrive"
    assert service(path, {"OneDrive": str(tmp_path / "Annat")}) == ""
