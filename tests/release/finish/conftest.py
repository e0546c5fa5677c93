"""The small site, built once, served below a folder as a project page is, and a browser to open it."""

import functools
import threading
from collections.abc import Callable, Iterator
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

import pytest
from mkdocs.commands.build import build
from mkdocs.config import load_config
from playwright.sync_api import Browser, ConsoleMessage, Dialog, Page

from generator.release.finish.colours import council_stylesheet
from generator.release.finish.policy import secure
from generator.release.finish.search_index import index_for_search, synonym_table
from generator.release.finish.tidy import tidy

from . import staged

REPOSITORY = Path(__file__).resolve().parents[3]
SUB_PATH = "/sub/"

Open = Callable[..., Page]


@pytest.fixture(scope="session")
def raw_site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder as MkDocs leaves it."""
    folder = tmp_path_factory.mktemp("council")
    docs, site = folder / "docs", folder / "sub"
    staged.stage(docs)
    (docs / "assets").mkdir()
    (docs / "assets" / "council.css").write_text(council_stylesheet("#12436d"), encoding="utf-8")
    synonyms = {"workload": ["caseloads"], "money": ["allowance"]}
    (docs / "assets" / "synonyms.json").write_text(synonym_table(synonyms, everyday={}), encoding="utf-8")
    settings = load_config(
        str(REPOSITORY / "mkdocs.yml"),
        docs_dir=str(docs),
        site_dir=str(site),
        site_name="Exampleshire children’s services",
        site_url=f"https://example.org{SUB_PATH}",
    )
    settings.extra.update(
        title="Exampleshire children’s services", council=f"Council {staged.HOSTILE}", feed="feed.xml"
    )
    build(settings)
    return site


@pytest.fixture(scope="session")
def site(raw_site: Path) -> Path:
    """The finished folder."""
    tidy(raw_site)
    secure(raw_site)
    index_for_search(raw_site)
    return raw_site


class _Quiet(SimpleHTTPRequestHandler):
    def log_message(self, *_: object) -> None:
        """Say nothing."""

    def send_error(self, code: int, *_: object) -> None:
        """Answer as a static host does: with the site's own page for what is missing."""
        body = (Path(self.directory) / "sub" / "404.html").read_bytes()
        self.send_response(code)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.end_headers()
        self.wfile.write(body)


@pytest.fixture(scope="session")
def address(site: Path) -> Iterator[str]:
    """Where the finished folder is served."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), functools.partial(_Quiet, directory=str(site.parent)))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}{SUB_PATH}"
    server.shutdown()
    server.server_close()


@pytest.fixture
def open_page(browser: Browser, address: str) -> Iterator[Open]:
    """Open a page of the site; anything that the browser complains of fails the test."""
    complaints: list[str] = []

    def note(message: ConsoleMessage) -> None:
        if message.type in ("error", "warning"):
            complaints.append(message.text)

    def dismiss(dialog: Dialog) -> None:
        complaints.append("a dialog opened")
        dialog.dismiss()

    def opened(path: str = "", width: int = 1280, **context: Any) -> Page:
        page = browser.new_context(viewport={"width": width, "height": 900}, **context).new_page()
        page.on("console", note)
        page.on("pageerror", lambda error: complaints.append(str(error)))
        page.on("dialog", dismiss)
        page.goto(address + path)
        return page

    yield opened
    for context in browser.contexts:
        context.close()
    assert [complaint for complaint in complaints if "404" not in complaint] == []
