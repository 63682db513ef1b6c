"""Whatever is done on a disk that is full, that fails, or whose plug is pulled: it is done or it is not, never half.

At the first write, at the second, at the third … until it succeeds; bad_disk.py does it, things_done.py says what.
"""

import subprocess
import sys

import pytest

from tests.store.bad_disk import HOWS
from tests.store.things_done import THINGS

QUICK = {("save", "full"), ("backup", "full"), ("backup", "error"), ("backup", "killed"), ("restore", "full")}
CASES = [(thing, how) for thing in THINGS for how in HOWS]


@pytest.mark.skipif(sys.platform != "linux", reason="stands on how Linux writes")
@pytest.mark.parametrize(
    ("thing", "how"), [pytest.param(*case, marks=() if case in QUICK else pytest.mark.slow) for case in CASES]
)
def test_it_is_done_or_it_is_not(thing, how):
    command = [sys.executable, "-m", "tests.store.bad_disk", thing, how]
    done = subprocess.run(command, capture_output=True, text=True, timeout=300)
    assert done.returncode == 0, done.stderr[-3000:]
    assert int(done.stdout.split()[-1]) >= 3, "it was written to a disk that failed"
    if how != "killed":
        said = {line for line in done.stderr.splitlines() if line}
        assert said and all(line.endswith(".") for line in said), said
