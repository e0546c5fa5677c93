"""The built site in a real browser: nothing from another host, nothing cut off, nothing inaccessible."""

import functools
import http.server
import threading
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, Route

from generator.release.pages.embeds import HEIGHTS
from tests.site.conftest import Built, Silent

KINDS = (
    "",
    "inspections/",
    "inspections/2025-ilacs/",
    "what-changed-between-inspections/",
    "areas/",
    "areas/enough-homes/",
    "threads/",
    "threads/private-fostering/",
    "figures/",
    "figures/caseload/",
    "figures/reported/",
    "embed/caseload/",
    "embed/caseload/ranking/",
    "commitments/",
    "timeline/",
    "figures-that-disagree/",
    "sources/",
    "data/",
    "data/dictionary/",
    "fostering/",
    "help/",
    "about/accessibility/",
    "about/how-we-work-it-out/",
    "easy-read/",
    "a-to-z/",
    "search/",
)
"""One page of each kind."""
RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22a", "wcag22aa", "best-practice"]


def opened(browser: Browser, width: int = 1280, scheme: str = "light", *, scripts: bool = True) -> Page:
    context = browser.new_context(
        viewport={"width": width, "height": 900}, color_scheme=scheme, java_script_enabled=scripts  # type: ignore[arg-type]
    )
    return context.new_page()


def test_no_page_asks_another_host_or_breaks_its_policy(browser: Browser, address: str) -> None:
    page = opened(browser)
    asked: list[str] = []
    said: list[str] = []

    def watch(route: Route) -> None:
        asked.append(route.request.url)
        route.continue_()

    page.route("**/*", watch)
    page.on("console", lambda message: said.append(message.text))
    page.on("pageerror", lambda error: said.append(str(error)))
    for kind in KINDS:
        page.goto(address + kind)
    assert [url for url in asked if not url.startswith(address)] == []
    assert said == []
    assert page.context.cookies() == []
    page.context.close()


@pytest.mark.parametrize("width", [320, 1280])
def test_no_page_scrolls_sideways_without_scripts(browser: Browser, address: str, width: int) -> None:
    page = opened(browser, width, scripts=False)
    wide = []
    for kind in KINDS:
        page.goto(address + kind)
        shown = page.locator("html").evaluate("root => root.scrollWidth")
        if shown > width:
            wide.append((kind, shown))
    page.context.close()
    assert wide == []


@pytest.mark.parametrize(("width", "scheme"), [(320, "light"), (1280, "dark")])
def test_no_page_has_an_accessibility_fault_that_a_program_can_find(
    browser: Browser, address: str, width: int, scheme: str
) -> None:
    page = opened(browser, width, scheme)
    found = []
    for kind in KINDS:
        page.goto(address + kind)
        results = Axe().run(page, options={"runOnly": {"type": "tag", "values": RULES}})
        found += [(kind, one["id"], one["nodes"][0]["html"][:120]) for one in results.response["violations"]]
    page.context.close()
    assert found == []


def test_charts_are_visible_without_scripts(browser: Browser, address: str) -> None:
    page = opened(browser, scripts=False)
    page.goto(address + "figures/caseload/")
    chart = page.locator("figure.chart svg").first
    assert chart.is_visible()
    assert chart.get_attribute("role") == "img"
    page.context.close()


@pytest.mark.parametrize("width", [320, 1280])
def test_every_chart_for_other_sites_fits_its_frame(browser: Browser, address: str, bedford: Built, width: int) -> None:
    page = opened(browser, width, scripts=False)
    cut = []
    for file in sorted(bedford.folder.glob("embed/**/index.html")):
        name = file.parent.relative_to(bedford.folder).as_posix()
        page.goto(f"{address}{name}/")
        tall = page.locator("main").evaluate("main => Math.ceil(main.getBoundingClientRect().bottom)")
        if tall > HEIGHTS["ranking" if name.endswith("/ranking") else "chart"] or not page.locator("figure.chart svg:visible").count():
            cut.append((name, tall))
    page.context.close()
    assert cut == []


def test_the_line_to_copy_shows_the_chart_in_a_page_of_another_site(browser: Browser, address: str, tmp_path: Path) -> None:
    page = opened(browser, 1280)
    page.goto(address + "figures/caseload/")
    snippet = page.locator("code.snippet").first.inner_text()
    published = snippet.partition('src="')[2].partition("embed/")[0]
    (tmp_path / "index.html").write_text(f"<!doctype html><h1>A local newspaper</h1>{snippet.replace(published, address)}", encoding="utf-8")
    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), functools.partial(Silent, directory=str(tmp_path))) as newspaper:
        threading.Thread(target=newspaper.serve_forever, daemon=True).start()
        page.goto(f"http://127.0.0.1:{newspaper.server_address[1]}/")
        framed = page.frame_locator("iframe")
        framed.locator("figure.chart svg:visible").wait_for()
        assert framed.locator("h1").inner_text()
        newspaper.shutdown()
    page.context.close()


def test_every_point_of_a_chart_is_in_the_table_that_it_leads_to(browser: Browser, address: str) -> None:
    page = opened(browser, scripts=False)
    page.goto(address + "figures/caseload/")
    link = page.get_by_role("link", name="Every point of this chart, in a table")
    link.focus()
    page.keyboard.press("Enter")
    assert page.url.endswith("#all-the-figures")
    drawn = set(page.locator("figure.chart .wide [data-figure]").evaluate_all("marks => marks.map(mark => mark.dataset.figure)"))
    listed = set(page.locator("table.figures [data-figures]").evaluate_all("cells => cells.flatMap(cell => cell.dataset.figures.split(' '))"))
    assert drawn
    assert drawn <= listed
    page.context.close()


def test_search_finds_what_a_resident_would_type(browser: Browser, address: str) -> None:
    page = opened(browser)
    page.goto(address + "search/?q=social+worker+workload")
    page.wait_for_selector("#search-results li")
    first = [text.lower() for text in page.locator("#search-results li").all_inner_texts()[:3]]
    assert any("caseload" in text for text in first)
    page.goto(address + "search/?q=zzxxyyqq")
    page.wait_for_function("document.querySelector('#search-count').textContent.trim() !== ''")
    assert page.locator("#search-results li").count() == 0
    page.context.close()


def test_filters_narrow_the_findings_and_keep_the_choice_in_the_address(browser: Browser, address: str) -> None:
    page = opened(browser)
    page.goto(address + "inspections/2025-ilacs/")
    assert page.locator("#findings > li:visible").count() == 57
    page.select_option("form.filters select[name=tone]", "concern")
    assert page.locator("#findings > li:visible").count() == 9
    assert "tone=concern" in page.url
    page.reload()
    assert page.locator("#findings > li:visible").count() == 9
    page.context.close()


def test_the_menu_opens_by_keyboard_on_a_phone(browser: Browser, address: str) -> None:
    page = opened(browser, 320)
    page.goto(address)
    button = page.get_by_role("button", name="Menu")
    button.focus()
    page.keyboard.press("Enter")
    assert button.get_attribute("aria-expanded") == "true"
    assert page.get_by_role("link", name="Foster with us").is_visible()
    page.keyboard.press("Escape")
    assert button.get_attribute("aria-expanded") == "false"
    page.context.close()


def test_a_missing_page_is_the_site_s_own(bedford: Built) -> None:
    assert "not" in (bedford.folder / "404.html").read_text(encoding="utf-8").lower()
