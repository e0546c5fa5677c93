"""Every requirement of the program has a licence that a council can live with, and the list of them is not stale."""

import importlib.util
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
SCRIPT = ROOT / ".github" / "release" / "licences.py"
spec = importlib.util.spec_from_file_location("licences", SCRIPT)
assert spec
assert spec.loader
licences = importlib.util.module_from_spec(spec)
spec.loader.exec_module(licences)


def test_the_list_of_licences_is_not_stale() -> None:
    written = (ROOT / ".github" / "LICENCES.md").read_text(encoding="utf-8")
    assert written == licences.table(), "run .github/release/licences.py > .github/LICENCES.md"


def test_every_licence_is_accepted() -> None:
    rows = [line.split(" | ") for line in licences.table().removeprefix(licences.HEAD).splitlines()]
    assert len(rows) > 40
    assert [row[0] for row in rows if list(licences.unaccepted(row[2].removesuffix(" |")))] == []


@pytest.mark.parametrize(
    ("licence", "refused"),
    [("MIT", []), ("MIT OR GPL-3.0-only", []), ("MIT AND GPL-3.0-only", ["GPL-3.0-only"]), ("AGPL-3.0-only", ["AGPL-3.0-only"]), ("", [""])],
)
def test_a_licence_with_duties_is_told(licence: str, refused: list[str]) -> None:
    assert list(licences.unaccepted(licence)) == refused


def test_every_pinned_requirement_is_listed_once_with_all_its_versions() -> None:
    found = licences.pinned("a-b==1.0 \\\n    --hash=sha256:x\nb==2 ; python_full_version < '3.12' \\\nb==3 ; python_full_version >= '3.12' \\\n# c==4\n")
    assert found == {"a-b": ("1.0",), "b": ("2", "3")}
