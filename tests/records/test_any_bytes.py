"""Whatever bytes a file holds, reading ends with problems or records, never with an error of the program."""

from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from generator.problems import as_annotations, as_json, as_text
from tests.councils.making import MINIMAL, checked, made_council

ANY_FILE = pytest.mark.parametrize(
    "file", sorted(str(path.relative_to(MINIMAL)) for path in MINIMAL.rglob("*") if path.is_file())
)
QUIETLY = settings(
    max_examples=12, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
PIECES = st.sampled_from([b",", b'"', b"\n", b"\r", b";", b"\x00", b"\xff", b": ", b"- ", b"[", b"{", b"!", b"&a", b"*a", b"---\n", b"[[", b"<b>", "\u202e".encode(), b"9" * 30])  # fmt: skip


def read_with(folder: Path, file: str, content: bytes) -> None:
    """Read the council with these bytes in one file, and say what is wrong in every way."""
    path = folder / file
    if not path.exists():
        made_council(folder)
    kept = (MINIMAL / file).read_bytes()
    path.write_bytes(content)
    records, problems = checked(folder)
    for face in (as_text, as_annotations, as_json):
        face(problems).encode("utf-8")
    assert records is not None or any(problem.severity == "error" for problem in problems)
    path.write_bytes(kept)


@ANY_FILE
@QUIETLY
@given(content=st.binary(max_size=400))
def test_any_bytes(file: str, content: bytes, tmp_path: Path) -> None:
    read_with(tmp_path / "council", file, content)


@ANY_FILE
@QUIETLY
@given(at=st.integers(0, 3000), length=st.integers(0, 30), pieces=st.lists(PIECES, max_size=4))
def test_any_wound_to_a_good_file(
    file: str, at: int, length: int, pieces: list[bytes], tmp_path: Path
) -> None:
    whole = (MINIMAL / file).read_bytes()
    at %= len(whole) + 1
    read_with(tmp_path / "council", file, whole[:at] + b"".join(pieces) + whole[at + length :])


@pytest.mark.torture
@ANY_FILE
@settings(max_examples=600, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    at=st.integers(0, 3000),
    length=st.integers(0, 60),
    pieces=st.lists(PIECES | st.binary(max_size=8), max_size=8),
)
def test_many_wounds_to_a_good_file(
    file: str, at: int, length: int, pieces: list[bytes], tmp_path: Path
) -> None:
    whole = (MINIMAL / file).read_bytes()
    at %= len(whole) + 1
    read_with(tmp_path / "council", file, whole[:at] + b"".join(pieces) + whole[at + length :])
