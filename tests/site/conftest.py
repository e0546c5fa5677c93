"""Bedford's site, built once as its user builds it, and a browser to open it in."""

import functools
import http.server
import shutil
import subprocess
import sys
import threading
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
AS_AT = "2026-11-22"


@dataclass(frozen=True)
class Built:
    """A finished build: the folder, what the command said, and how it ended."""

    folder: Path
    said: str
    complained: str
    code: int


def run_build(council: Path, into: Path) -> Built:
    """Run `transparency build` as an officer would, in a process of its own; a folder just made bears today's date."""
    as_at = AS_AT if council == ROOT else max(AS_AT, datetime.now(UTC).date().isoformat())
    done = subprocess.run(
        [sys.executable, "-m", "generator", "build", str(council), "--into", str(into), "--as-at", as_at],
        capture_output=True, text=True, cwd=ROOT, check=False, timeout=600,
    )  # fmt: skip
    return Built(into, done.stdout, done.stderr, done.returncode)


@pytest.fixture(scope="session")
def bedford(tmp_path_factory: pytest.TempPathFactory) -> Built:
    """Bedford's site as this repository builds it."""
    built = run_build(ROOT, tmp_path_factory.mktemp("bedford") / "site")
    assert built.code == 0, built.said + built.complained
    return built


class Silent(http.server.SimpleHTTPRequestHandler):
    """Serves a folder and logs nothing."""

    def log_message(self, *_: object) -> None:
        """Say nothing."""


@pytest.fixture(scope="session")
def address(bedford: Built) -> Iterator[str]:
    """Where the built site is served, under a sub-path, as GitHub Pages does."""
    parent = bedford.folder.parent / "host"
    parent.mkdir()
    shutil.copytree(bedford.folder.resolve(), parent / "services")
    handler = functools.partial(Silent, directory=str(parent))
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_address[1]}/services/"
    server.shutdown()
    server.server_close()
