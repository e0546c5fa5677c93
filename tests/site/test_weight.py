"""What a page costs its reader: bytes and requests measured in a browser with nothing kept, and nothing that jumps."""

import functools
import gzip
import http.server
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from tests.site.conftest import Built
from tests.site.test_browser import KINDS

FIRST_VIEW = 100 * 1024
NEXT_VIEW = 25 * 1024
REQUESTS = 8
NEVER_JUMPS = """() => new Promise((done) => {
  let shift = 0;
  new PerformanceObserver((list) => list.getEntries().forEach((entry) => (shift += entry.value))).observe({ type: "layout-shift", buffered: true });
  setTimeout(() => done(shift), 60);
})"""


class Compressing(http.server.SimpleHTTPRequestHandler):
    """Serves a folder as a host does: compressed, and silently."""

    protocol_version = "HTTP/1.1"

    def do_GET(self) -> None:
        """Send a file, compressed."""
        path = Path(self.translate_path(self.path))
        page = path / "index.html" if path.is_dir() else path
        content = gzip.compress(page.read_bytes(), mtime=0) if page.is_file() else b""
        self.send_response(200 if page.is_file() else 404)
        self.send_header("Content-Type", self.guess_type(page))
        self.send_header("Content-Encoding", "gzip")
        self.send_header("Content-Length", str(len(content)))
        self.end_headers()
        self.wfile.write(content)

    def log_message(self, *_: object) -> None:
        """Say nothing."""


@pytest.fixture(scope="module")
def host(bedford: Built) -> Iterator[str]:
    """Where the site is served compressed."""
    handler = functools.partial(Compressing, directory=str(bedford.folder.resolve()))
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_address[1]}/"
    server.shutdown()
    server.server_close()


@pytest.fixture(params=["one of each kind", pytest.param("every page", marks=pytest.mark.sweep)])
def paths(request: pytest.FixtureRequest, bedford: Built) -> tuple[str, ...]:
    """The addresses of the pages, counted from the root of the site."""
    if request.param == "one of each kind":
        return KINDS
    root = bedford.folder.resolve()
    return tuple(sorted(page.relative_to(root).as_posix().removesuffix("index.html") for page in root.rglob("index.html")))


def received(page: Page) -> list[float]:
    """Bytes that the network brings from now on, headers too, one number for each request that ends."""
    sizes: list[float] = []
    session = page.context.new_cdp_session(page)
    session.send("Network.enable")
    session.on("Network.loadingFinished", lambda event: sizes.append(event["encodedDataLength"]))
    return sizes


def test_a_first_view_is_light_and_asks_little(browser: Browser, host: str, paths: tuple[str, ...]) -> None:
    heavy = []
    for path in paths:
        context = browser.new_context()
        page = context.new_page()
        asked: list[str] = []
        page.on("request", lambda request, asked=asked: asked.append(request.url))
        sizes = received(page)
        page.goto(host + path, wait_until="networkidle")
        if len(asked) > REQUESTS or sum(sizes) > FIRST_VIEW or not sizes:
            heavy.append((path, len(asked), sum(sizes)))
        context.close()
    assert heavy == []


def test_the_next_view_brings_the_page_alone(bedford: Built, paths: tuple[str, ...]) -> None:
    """What a reader who comes from another page has not yet: the page itself, as the host sends it."""
    root = bedford.folder.resolve()
    weights = {path: len(gzip.compress((root / path / "index.html").read_bytes(), mtime=0)) for path in paths}
    assert {path: weight for path, weight in weights.items() if weight > NEXT_VIEW} == {}


@pytest.mark.parametrize("width", [320, 1280])
def test_nothing_jumps_while_a_page_loads(browser: Browser, host: str, paths: tuple[str, ...], width: int) -> None:
    jumping = []
    context = browser.new_context(viewport={"width": width, "height": 800})
    page = context.new_page()
    for path in paths:
        page.goto(host + path)
        shift = page.evaluate(NEVER_JUMPS)
        if shift > 0:
            jumping.append((path, shift))
    context.close()
    assert jumping == []
