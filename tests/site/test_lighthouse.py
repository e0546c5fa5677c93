"""Lighthouse's marks for the pages that people open first: 100 of 100 in all that it measures, on a phone.

Lighthouse needs Node.js, so this belongs to the sweep: it runs where `lighthouse` is on the path or the variable
LIGHTHOUSE names it (`npm install lighthouse`).
"""

import gzip
import http.server
import io
import json
import os
import shutil
import subprocess
import threading
from collections.abc import Iterator
from functools import partial
from pathlib import Path
from typing import BinaryIO

import pytest

from tests.site.conftest import Built, Silent

LIGHTHOUSE = os.environ.get("LIGHTHOUSE") or shutil.which("lighthouse")
PAGES = ("", "areas/enough-homes/", "figures/caseload/", "fostering/", "easy-read/")
TRIES = 3
"""The best of these counts: a machine that is busy with something else looks like a slow page."""
PACKED = (".html", ".css", ".js", ".svg", ".json", ".xml")


class Packing(Silent):
    """Packs text as the hosts of static sites do."""

    def send_head(self) -> io.BytesIO | BinaryIO | None:
        """Answer with gzip where the file is text."""
        path = Path(self.translate_path(self.path))
        file = path / "index.html" if path.is_dir() else path
        if file.suffix not in PACKED or not file.is_file():
            return super().send_head()
        body = gzip.compress(file.read_bytes())
        self.send_response(200)
        self.send_header("Content-Type", self.guess_type(str(file)))
        self.send_header("Content-Encoding", "gzip")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        return io.BytesIO(body)


@pytest.fixture(scope="module")
def packed(bedford: Built) -> Iterator[str]:
    """Where the site is served packed, at the root of a host."""
    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), partial(Packing, directory=str(bedford.folder.resolve()))) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_address[1]}/"
        server.shutdown()


def marks(address: str, chromium: str) -> dict[str, int]:
    """The marks of one run, by category."""
    done = subprocess.run(
        [str(LIGHTHOUSE), address, "--output=json", "--quiet", "--chrome-flags=--headless=new --no-sandbox"],
        capture_output=True, text=True, check=False, timeout=600, env=os.environ | {"CHROME_PATH": chromium},
    )  # fmt: skip
    assert done.returncode == 0, done.stderr[-2000:]
    return {name: round(100 * category["score"]) for name, category in json.loads(done.stdout)["categories"].items()}


@pytest.mark.sweep
@pytest.mark.skipif(LIGHTHOUSE is None, reason="Lighthouse is not installed (it needs Node.js)")
@pytest.mark.parametrize("path", PAGES)
def test_every_mark_is_full(packed: str, path: str) -> None:
    runs = [marks(packed + path, shutil.which("chromium") or "") for _ in range(TRIES)]
    best = {name: max(run[name] for run in runs) for name in runs[0]}
    assert {"performance", "accessibility", "best-practices", "seo"} <= set(best)
    assert {name: mark for name, mark in best.items() if mark < 100} == {}
