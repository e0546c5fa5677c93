"""The way out of an ending theme: ProperDocs, which carries on MkDocs 1, makes the same site of the same staged folder.

Decision 6 says why. If this fails after an update of either builder, the way out has closed and another is needed.
"""

import subprocess
import sys
from pathlib import Path

from tests.councils.comparing import AS_AT, GOLDEN, ROOT, build

WITH_PROPERDOCS = """
import sys
import properdocs.replacement
from generator.cli import main
outcome = main(sys.argv[1:])
print("built by", sys.modules["mkdocs.commands.build"].__name__)
sys.exit(outcome)
"""
"""The whole build, audit too, with every module of MkDocs taken from ProperDocs."""


def contents(site: Path) -> dict[str, bytes]:
    """Every file of a site by its path."""
    return {path.relative_to(site).as_posix(): path.read_bytes() for path in site.rglob("*") if path.is_file()}


def test_another_builder_makes_the_same_site_to_the_byte(tmp_path: Path) -> None:
    arguments = ("build", str(GOLDEN / "rich"), "--into", str(tmp_path / "other" / "site"), "--as-at", AS_AT)
    done = subprocess.run([sys.executable, "-c", WITH_PROPERDOCS, *arguments], cwd=ROOT, check=False, capture_output=True, text=True)
    assert done.returncode == 0, done.stdout + done.stderr
    assert done.stdout.endswith("built by properdocs.commands.build\n")
    usual, other = contents(build("rich", tmp_path / "usual")), contents((tmp_path / "other" / "site").resolve())
    assert sorted(usual) == sorted(other)
    assert [name for name in usual if usual[name] != other[name]] == []
