"""Whatever lies in an exercise's files, the answer is a list of faults: never a traceback, never a long wait."""

import shutil
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from workshop.catalog.check import check
from workshop.catalog.fault import Fault
from workshop.catalog.folder import from_files, load
from workshop.look import EXERCISES
from workshop.model.refusal import Refusal

SHIPPED = EXERCISES / "reta-motparten"
NAMES = sorted(file.name for file in SHIPPED.iterdir())
WHOLE = {name: (SHIPPED / name).read_bytes() for name in NAMES}
BITS = [bytes([letter]) for letter in b"\"'[]{}=.,#_7\n\r\\\x00\xff"]
BITS += [b'"""', b"-1", b"{}", b"[[steps]]", b"inf", b"true", b"key", b"2026-10-14", b"## ", b"\xe2\x80\xae"]
BITS += [b"0x" + b"f" * 4000, b"9" * 4000]
QUICK = settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    return Path(shutil.copytree(SHIPPED, tmp_path / SHIPPED.name))


def answer(folder: Path) -> list[Fault]:
    """The faults, each with a place inside its file and a sentence that can be said."""
    faults = check(folder)
    for fault in faults:
        lines = fault.file.read_bytes().count(b"\n") + 1
        assert 1 <= fault.line <= lines and fault.column >= 1
        assert str(fault.says)
    if not faults:
        load(folder)
    return faults


@QUICK
@given(name=st.sampled_from(NAMES), content=st.binary(max_size=300))
def test_random_bytes(copy: Path, name: str, content: bytes) -> None:
    (copy / name).write_bytes(content)
    answer(copy)
    (copy / name).write_bytes(WHOLE[name])


@QUICK
@given(
    name=st.sampled_from(NAMES),
    cuts=st.lists(st.tuples(st.floats(0, 1), st.integers(0, 40), st.sampled_from(BITS)), min_size=1, max_size=4),
)
def test_a_file_with_pieces_exchanged(copy: Path, name: str, cuts: list[tuple[float, int, bytes]]) -> None:
    content = WHOLE[name]
    for place, length, bit in cuts:
        at = int(place * len(content))
        content = content[:at] + bit + content[at + length :]
    (copy / name).write_bytes(content)
    answer(copy)
    (copy / name).write_bytes(WHOLE[name])


VALUES = st.one_of(
    st.sampled_from(
        ["1", "-1", "0.5", "nan", "true", '""', '"x"', "[]", "{}", "[[]]", "[1]", '["a", 1]', "2026-10-14"]
    ),
    st.sampled_from(
        ['"parties"', '["a", "a"]', "{a = {b = [1]}}", "0x" + "f" * 4000, "9" * 4000, '"write"', '"{key}"']
    ),
)


@QUICK
@given(name=st.sampled_from([n for n in NAMES if n.endswith("toml")]), data=st.data())
def test_a_value_exchanged(copy: Path, name: str, data: st.DataObject) -> None:
    lines = WHOLE[name].decode().split("\n")
    numbers = [n for n, line in enumerate(lines) if " = " in line]
    number = data.draw(st.sampled_from(numbers))
    lines[number] = lines[number].split(" = ")[0] + " = " + data.draw(VALUES)
    (copy / name).write_text("\n".join(lines), "utf-8")
    answer(copy)
    (copy / name).write_bytes(WHOLE[name])


@QUICK
@given(name=st.sampled_from(NAMES), content=st.text(max_size=200), whole=st.booleans())
def test_the_copy_in_a_session_file_is_used_or_refused(name: str, content: str, whole: bool) -> None:
    files = {key: value.decode() for key, value in WHOLE.items()}
    files[name] = files[name][: len(content) * 40] + content if whole else content
    try:
        exercise, texts = from_files(files)
    except Refusal as no:
        assert "can't be used as it is" in str(no)
    else:
        assert exercise.steps and set(texts) == set(exercise.languages)
