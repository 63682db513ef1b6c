"""The rules of the house, each as a sentence: who may import whom, what things are called, how long a file may be."""

import ast
import importlib
import re
import subprocess
import sys
from pathlib import Path

import pytest
from importlinter.cli import lint_imports

ROOT = Path(__file__).resolve().parent.parent
WORKSHOP = ROOT / "workshop"
CODE = sorted(WORKSHOP.rglob("*.py"))
WRITTEN = sorted([*CODE, *(ROOT / "tests").rglob("*.py"), ROOT / "verkstad.py", *(ROOT / ".ci").glob("*.py")])
NOT_USED = re.compile(r"Manager|Controller|Handler|Helper|Utils|Base|Abstract|Impl|Data|Info")
LATER = {"PySide6.QtMultimedia"}  # needs libpulse, which a laptop may lack: only inside the function that plays
NEVER = {"PySide6.QtCharts", "PySide6.QtGraphs", "PySide6.QtDataVisualization", "PySide6.QtHttpServer"}  # GPL only


def name(path):
    return path.relative_to(ROOT).as_posix()


def tree(path):
    return ast.parse(path.read_text("utf-8"))


def imported(nodes):
    """The modules that some nodes of code import, with what is taken from them."""
    found = set()
    for node in nodes:
        if isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module:
            found |= {node.module, *(f"{node.module}.{alias.name}" for alias in node.names)}
    return found


def test_every_room_imports_only_what_it_may(capsys):
    broken = lint_imports(config_filename=str(ROOT / "pyproject.toml"), no_cache=True)
    assert not broken, capsys.readouterr().out


def test_no_file_is_longer_than_400_lines():
    long = {name(path): lines for path in WRITTEN if (lines := len(path.read_text("utf-8").splitlines())) > 400}
    assert not long


def test_a_board_kind_has_a_model_a_screen_and_a_paper_of_the_same_name():
    pytest.importorskip("PySide6.QtWidgets")
    kinds = [importlib.import_module(f"workshop.{arm}.boards").KINDS for arm in ("model", "screen", "paper")]
    assert set(kinds[0]) == set(kinds[1]) == set(kinds[2])
    for kind in kinds[0]:
        for arm in ("model", "screen", "paper"):
            assert (WORKSHOP / arm / "boards" / f"{kind}.py").is_file(), f"{arm}/boards/{kind}.py"


def test_no_class_has_a_name_that_says_nothing():
    found = [
        f"{name(path)}:{node.lineno} {node.name}"
        for path in CODE
        for node in ast.walk(tree(path))
        if isinstance(node, ast.ClassDef) and NOT_USED.search(node.name)
    ]
    assert not found


def test_one_place_says_what_day_it_is():
    asks = re.compile(r"datetime\.now\((?!datetime\.UTC)|date\.today\(|currentDate|time\.strftime\(\"[^\"]*\"\)")
    asking = {name(path) for path in CODE if path.name != "clock.py" and asks.search(path.read_text("utf-8"))}
    assert not asking, "a story could not go through a year: ask workshop/clock.py"


def test_no_part_of_qt_that_only_the_gpl_allows():
    assert not {name(path): found for path in WRITTEN if (found := imported(ast.walk(tree(path))) & NEVER)}


def test_sound_is_imported_only_when_something_is_to_be_heard():
    assert not {name(path): found for path in WRITTEN if (found := imported(tree(path).body) & LATER)}


def public(body, inside=""):
    """What a module offers to others, and what its classes do."""
    for node in body:
        if isinstance(node, (ast.FunctionDef, ast.ClassDef)) and not node.name.startswith("_"):
            yield f"{inside}{node.name}", node
            if isinstance(node, ast.ClassDef):
                yield from public(node.body, f"{node.name}.")


def is_qts(node):
    """Whether a method is Qt's own that is only carried out here: its name is in camelCase."""
    return isinstance(node, ast.FunctionDef) and node.name != node.name.lower()


@pytest.mark.parametrize("path", CODE, ids=name)
def test_everything_that_others_use_says_in_a_sentence_what_it_is(path):
    module = tree(path)
    offered = [("the module", module), *((n, node) for n, node in public(module.body) if not is_qts(node))]
    for what, node in offered:
        said = (ast.get_docstring(node) or "").split("\n")[0]
        assert said.endswith((".", "?", '."')), f"{what} of {name(path)}: {said!r}"


WITHOUT_QT = """
import importlib, pathlib, sys
class Blocked:
    def find_spec(self, name, path=None, target=None):
        if name.split(".")[0] in ("PySide6", "shiboken6"):
            raise ModuleNotFoundError(f"No module named {name!r}", name=name)
sys.meta_path.insert(0, Blocked())
for path in sorted(pathlib.Path("workshop").rglob("*.py")):
    parts = path.with_suffix("").parts
    if parts[1:2] not in (("screen",), ("__main__",)):
        importlib.import_module(".".join(parts).removesuffix(".__init__"))
        print(".".join(parts))
"""


def test_everything_but_the_screen_can_be_imported_without_qt():
    done = subprocess.run([sys.executable, "-c", WITHOUT_QT], cwd=ROOT, capture_output=True, text=True)
    assert done.returncode == 0, done.stderr
    assert len(done.stdout.split()) > 20


def committed():
    """The files that are, or are about to be, committed."""
    asked = ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"]
    try:
        listed = subprocess.run(asked, cwd=ROOT, capture_output=True, text=True, check=True).stdout
    except (OSError, subprocess.CalledProcessError):
        pytest.skip("this is not a clone with git")
    return [ROOT / file for file in listed.split("\0") if file and (ROOT / file).is_file()]


MACHINE = re.compile(r"(?<![\w.<])/(?:home|Users|root|work|mnt)/[\w.-]+|[A-Z]:\\\\?Users\\", re.ASCII)
REGISTRY = re.compile(r"https?://[\w.-]*(?:pypi|npmjs|pythonhosted|artifactory|nexus)[\w.-]*|--(?:extra-)?index-url")


def test_nothing_committed_knows_the_machine_it_was_made_on():
    found = []
    for path in committed():
        if path.name == "uv.lock" or path == Path(__file__).resolve():
            continue
        text = path.read_bytes().decode("utf-8", "ignore")
        found += [f"{name(path)}: {m.group()}" for rule in (MACHINE, REGISTRY) for m in rule.finditer(text)]
    assert not found
