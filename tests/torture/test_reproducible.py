"""The same inputs and day give the same bytes, whatever the machine: zone, language, hash seed, folder, times, rights, processes."""

import os
import shutil
import stat
import subprocess
import sys
from pathlib import Path

import pytest

from tests.councils.making import MINIMAL

ROOT = Path(__file__).parents[2]
HERE = {"TZ": "Pacific/Kiritimati", "LC_ALL": "C.UTF-8", "PYTHONHASHSEED": "1", "TRANSPARENCY_WORKERS": "1", "COLUMNS": "40"}
THERE = {
    "TZ": "America/Adak", "LC_ALL": "C", "LANG": "tr_TR.UTF-8", "PYTHONHASHSEED": "4242", "TRANSPARENCY_WORKERS": "3",
    "HOME": "/nonexistent", "SOURCE_DATE_EPOCH": "1", "USER": "someone", "COLUMNS": "200",
}  # fmt: skip


def build(council: Path, into: Path, surroundings: dict[str, str], umask: int, cwd: Path) -> Path:
    kept = {name: os.environ[name] for name in ("PATH",) if name in os.environ}
    done = subprocess.run(
        [sys.executable, "-m", "generator", "build", str(council), "--into", str(into), "--as-at", "2026-11-22"],
        env=kept | {"PYTHONPATH": str(ROOT)} | surroundings, umask=umask, cwd=cwd, capture_output=True, check=False, timeout=600,
    )  # fmt: skip
    assert done.returncode == 0, (done.stdout + done.stderr).decode()[-2000:]
    return into.resolve()


def contents(site: Path) -> dict[str, tuple[bytes, int]]:
    return {path.relative_to(site).as_posix(): (path.read_bytes(), stat.S_IMODE(path.stat().st_mode)) for path in sorted(site.rglob("*")) if path.is_file()}


def differing(council: Path, folder: Path) -> list[str]:
    """Files that two builds in different surroundings do not share to the byte."""
    here, there = folder / "here" / "council", folder / "there is å folder" / "another name"
    for one in (here, there):
        one.mkdir(parents=True)
        for name in ("data", "site_src", "templates", "mkdocs.yml"):
            source = council / name
            if source.is_dir():
                shutil.copytree(source, one / name)
            elif source.exists():
                shutil.copy(source, one / name)
    for path in there.rglob("*"):
        os.utime(path, (86400, 86400))
    first = contents(build(here, folder / "here" / "site", HERE, 0o022, ROOT))
    second = contents(build(there, there / "build" / "site", THERE, 0o077, folder))
    return sorted(name for name in first.keys() | second.keys() if first.get(name) != second.get(name))


def test_two_builds_in_different_surroundings_have_no_differing_byte(tmp_path: Path) -> None:
    assert differing(MINIMAL, tmp_path) == []


@pytest.mark.torture
def test_two_builds_of_this_repository_s_council_have_no_differing_byte(tmp_path: Path) -> None:
    assert differing(ROOT, tmp_path) == []
