"""The web page in a real browser, looked over by axe-core (tests/axe, under the Mozilla Public License)."""

import html
import json
import re
import shutil
import subprocess
from dataclasses import replace
from pathlib import Path

import pytest

from tests.paper.desk import ODD, Print, played, wish, written
from workshop.model.visible import Audience
from workshop.paper.kinds import write
from workshop.paper.wish import Wish

AXE = Path(__file__).parent.parent / "axe" / "axe.min.js"
BROWSER = shutil.which("chromium") or shutil.which("google-chrome")
QUIET = ["--headless", "--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-background-networking"]
QUIET += ["--disable-component-update", "--disable-sync", "--virtual-time-budget=30000"]
LOOK = """
<script>%s</script>
<script>axe.run(document, {resultTypes: ["violations"]}).then(found => {
  const said = document.createElement("pre");
  said.id = "axe";
  said.textContent = JSON.stringify({passes: found.passes.length, faults: found.violations.map(
    fault => [fault.id, fault.impact, fault.nodes.slice(0, 3).map(node => node.html.slice(0, 300))])});
  document.body.append(said);
});</script>
"""

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(not BROWSER, reason="there is no Chromium here; .ci/run installs it where it can"),
]


def opened(folder: Path, page: str) -> str:
    """The page as the browser has it when all is read."""
    (folder / "page.html").write_text(page, "utf-8")
    command = [str(BROWSER), *QUIET, f"--user-data-dir={folder / 'profile'}", "--dump-dom"]
    address = (folder / "page.html").as_uri()
    done = subprocess.run([*command, address], capture_output=True, encoding="utf-8", timeout=120, check=True)
    return done.stdout


def page_of(folder: Path, wanted: Wish) -> str:
    write("html", folder / "paper.html", wanted)
    return (folder / "paper.html").read_text("utf-8")


@pytest.mark.parametrize("paper", ["report", "one-page", "posters"])
def test_axe_finds_nothing_serious(tmp_path: Path, paper: str) -> None:
    page = page_of(tmp_path, replace(wish(played(), Audience.FULL), paper=paper))
    looked_at = re.sub(r"<meta http-equiv[^>]*>", "", page)  # which forbids scripts, the test's own too
    dom = opened(tmp_path, looked_at.replace("</body>", LOOK % AXE.read_text("utf-8") + "</body>"))
    said = re.search(r'<pre id="axe">(.*?)</pre>', dom, re.DOTALL)
    assert said, "axe never came to an end"
    found = json.loads(html.unescape(said[1]))
    assert found["passes"] > 5
    assert not [fault for fault in found["faults"] if fault[1] in ("serious", "critical")], found["faults"]
    assert not found["faults"]


def test_what_was_typed_is_there_and_nothing_of_it_is_done(tmp_path: Path) -> None:
    evil = "<script>document.title='taken'</script><img src=x onerror=\"document.title='taken'\">"
    page = page_of(tmp_path, wish(written([*ODD, evil]), Audience.FULL))
    dom = opened(tmp_path, page)
    assert "<title>Ett pass</title>" in dom
    assert "&lt;script&gt;" in dom and "<img" not in dom


def test_a_page_that_is_printed_has_its_number(tmp_path: Path) -> None:
    page_of(tmp_path, wish(played()))
    made = tmp_path / "printed.pdf"
    command = [str(BROWSER), *QUIET, f"--user-data-dir={tmp_path / 'profile'}", "--no-pdf-header-footer"]
    address = (tmp_path / "paper.html").as_uri()
    subprocess.run([*command, f"--print-to-pdf={made}", address], capture_output=True, timeout=120, check=True)
    pages = Print(made).pages
    assert all(f"{n} ({len(pages)})" in page for n, page in enumerate(pages, 1))
