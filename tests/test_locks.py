"""The two locks say the same thing: requirements.lock, which any pip can install, and uv.lock, which uv installs."""

import re
import tomllib
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
REQUIREMENTS = (ROOT / "requirements.lock").read_text(encoding="utf-8")
UV = tomllib.loads((ROOT / "uv.lock").read_text(encoding="utf-8"))
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
LOCKED = {package["name"]: package for package in UV["package"] if "registry" in package["source"]}


def spelled_as_in_locks(requirement: str) -> str:
    name = re.match(r"[A-Za-z0-9._-]+", requirement)
    assert name, requirement
    return re.sub(r"[-_.]+", "-", name.group()).lower()


def in_requirements() -> dict[str, tuple[str, set[str]]]:
    """Name → version and hashes, as requirements.lock has them."""
    entries = re.split(r"^(?=[a-z0-9])", REQUIREMENTS, flags=re.MULTILINE)[1:]
    found = {}
    for entry in entries:
        head = re.match(r"([a-z0-9-]+)==(\S+)", entry)
        assert head, f"not pinned to one version: {entry.splitlines()[0]}"
        found[head[1]] = (head[2], set(re.findall(r"--hash=(sha256:[0-9a-f]{64})", entry)))
    return found


def test_the_locks_name_the_same_packages_in_the_same_versions():
    assert {name: version for name, (version, _) in in_requirements().items()} == {
        name: package["version"] for name, package in LOCKED.items()
    }


def test_every_package_has_hashes_and_uv_knows_each_of_them():
    for name, (_, hashes) in in_requirements().items():
        files = [*LOCKED[name].get("wheels", []), *filter(None, [LOCKED[name].get("sdist")])]
        assert hashes, f"{name} could be swapped for something else"
        assert hashes <= {file["hash"] for file in files}, f"the locks expect different files of {name}"


def test_everything_that_the_project_asks_for_is_locked():
    asked = [*PROJECT["project"]["dependencies"], *PROJECT["build-system"]["requires"]]
    asked += PROJECT["dependency-groups"]["dev"]
    assert {spelled_as_in_locks(requirement) for requirement in asked} <= set(in_requirements())


def test_no_lock_knows_the_machine_that_made_it():
    assert "://" not in REQUIREMENTS
    uv = (ROOT / "uv.lock").read_text(encoding="utf-8")
    assert "file:" not in uv
    assert not re.search(r'= "(?!https://)[a-z+]+://|"/|path = ', uv)
