"""The hostile site in a real browser: whatever was typed into any field of any file, no script of it runs."""

import functools
import http.server
import re
import threading
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, ConsoleMessage, Dialog, Page

from tests.hostile.conftest import Site
from tests.hostile.making import STARTED
from tests.site.conftest import Silent

SPRUNG = "Something that was typed has run."
TRAP = f"""
window.alert = window.confirm = window.prompt = window.print = () => {{ console.error({SPRUNG!r}); window.sprung = true; }};
window.addEventListener("securitypolicyviolation", event => console.error("blocked " + event.violatedDirective));
"""
"""Counts what a script would call, besides the browser's own dialogs."""


@dataclass
class Seen:
    """What the browser saw over all pages."""

    dialogs: list[str] = field(default_factory=list)
    said: list[str] = field(default_factory=list)
    asked: list[str] = field(default_factory=list)
    pages: int = 0
    typed: set[str] = field(default_factory=set)

    def watch(self, context: BrowserContext) -> None:
        """Note dialogs, messages and requests of every page of a context."""

        def dialog(shown: Dialog) -> None:
            self.dialogs.append(shown.message)
            shown.dismiss()

        def message(said: ConsoleMessage) -> None:
            self.said.append(said.text)

        context.on("dialog", dialog)
        context.on("console", message)
        context.on("weberror", lambda error: self.said.append(str(error.error)))
        context.on("request", lambda request: self.asked.append(request.url))


@pytest.fixture
def served(hostile: Site) -> Iterator[str]:
    """Where the hostile site is served."""
    handler = functools.partial(Silent, directory=str(hostile.folder))
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_address[1]}/"
    server.shutdown()
    server.server_close()


def poke(page: Page) -> None:
    """Do what a reader does: open what is closed, move over and focus what could listen."""
    page.evaluate("for (const one of document.querySelectorAll('details')) one.open = true")
    page.evaluate(
        """for (const one of document.querySelectorAll('main *')) {
            for (const kind of ['mouseover', 'focus', 'error', 'load', 'toggle']) one.dispatchEvent(new Event(kind));
        }"""
    )


def addresses(folder: Path) -> list[str]:
    return [path.relative_to(folder).as_posix() for ending in ("html", "svg") for path in sorted(folder.rglob(f"*.{ending}"))]


@pytest.mark.parametrize("trap", ["", TRAP], ids=["the browser's own dialogs", "whatever a script would call"])
def test_no_script_runs_from_any_field_of_any_file(browser: Browser, hostile: Site, served: str, trap: str) -> None:
    context = browser.new_context()
    seen = Seen()
    seen.watch(context)
    if trap:
        context.add_init_script(trap)
    page = context.new_page()
    for name in addresses(hostile.folder):
        page.goto(served + name)
        poke(page)
        seen.pages += 1
        seen.typed |= {letters.lower() for letters in STARTED.findall(page.content())}
        assert not page.evaluate("window.sprung === true"), name
    page.goto(f"{served}search/?q=Begin+%3Cimg+src%3Dx+onerror%3Dalert(1)%3E")
    page.wait_for_function("document.querySelector('#search-count').textContent.trim() !== ''")
    page.goto(f"{served}search/?q=script")
    page.wait_for_function("document.querySelector('#search-count').textContent.trim() !== ''")
    context.close()
    print(f"{seen.pages} pages and drawings, {len(seen.typed)} fields seen, {len(seen.dialogs)} dialogs, {len(seen.said)} messages")
    assert seen.dialogs == []
    assert [said for said in seen.said if SPRUNG in said or re.search("blocked|Content Security Policy", said)] == []
    assert [url for url in seen.asked if not url.startswith(served)] == []
    assert seen.pages > 40
    assert len(seen.typed) > 100


def test_the_browser_would_tell_if_a_script_ran(browser: Browser, served: str) -> None:
    context = browser.new_context()
    seen = Seen()
    seen.watch(context)
    page = context.new_page()
    page.goto(served)
    page.evaluate("alert('here')")
    context.close()
    assert seen.dialogs == ["here"]
