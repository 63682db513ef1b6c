"""The library after work: what was written last is found, whatever was being read just then."""

import pytest

from tests.desk import Facilitator

from .test_library import librarian, written

__all__ = ["librarian"]


@pytest.mark.parametrize("reading", [False, True], ids=["at rest", "while the folders are being read"])
def test_what_was_written_is_found_when_the_session_is_closed(house, qtbot, librarian, reading):
    path, _ = written(house, "Höststart", "Vi svarar aldrig")
    visitor = librarian()
    at_work = Facilitator(house, house.open(path))
    qtbot.addWidget(at_work.window)
    at_work.goes_to("write")
    if reading:
        visitor.page.refresh()
        visitor.page._job._process.wait()  # it has read everything, and nobody looks whether it has
        visitor.page._looking.stop()
    at_work.writes("Nyckelknippan låg i hallen")
    at_work.leaves()
    visitor.window.refresh()
    visitor.page._looking.start()
    visitor.types("nyckelknippan hallen")
    qtbot.waitUntil(lambda: any("låg i hallen" in row for row in visitor.rows), timeout=20_000)
