"""A closer look at a chart: fetched when asked for, moved by keyboard, saying what the table says, nothing lost without it."""

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page

from tests.site.test_browser import RULES, opened

BUTTON = "Look closer: any time, any similar council"


def looked_closer(page: Page, address: str) -> None:
    page.goto(address)
    page.get_by_role("button", name=BUTTON).click()
    page.wait_for_selector(".explorer")


def test_nothing_of_it_is_fetched_before_it_is_asked_for(browser: Browser, address: str) -> None:
    page = opened(browser)
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url.removeprefix(address)))
    page.goto(address + "figures/caseload/")
    assert not [url for url in asked if "explore" in url or url.startswith("data/")]
    asked.clear()
    page.get_by_role("button", name=BUTTON).click()
    page.wait_for_selector(".explorer")
    assert sorted(set(asked) - {"assets/favicon.svg"}) == ["assets/explore.js", "data/figures/caseload.json"]
    page.context.close()


@pytest.mark.parametrize("name", ["caseload", "factor-neglect"])
def test_every_stop_of_the_slider_says_what_the_table_says(browser: Browser, address: str, name: str) -> None:
    page = opened(browser, 320)
    looked_closer(page, f"{address}figures/{name}/")
    page.get_by_label("Compare with").select_option("England")
    slider = page.get_by_label("Move to another time")
    slider.press("Home")
    rows = page.locator("table.figures tbody tr").evaluate_all("rows => rows.map(row => [...row.cells].slice(0, 3).map(cell => cell.textContent.trim()))")
    said = []
    for _ in rows:
        said.append(slider.get_attribute("aria-valuetext"))
        slider.press("ArrowRight")
    assert said == [f"{when}: Bedford {own}, England {other}" for when, own, other in reversed(rows)]
    assert page.locator(".explorer .reading").inner_text().split() == said[-1].replace(":", "").replace(",", "").split()
    page.context.close()


def test_a_similar_council_that_no_column_of_the_table_shows_can_be_chosen(browser: Browser, address: str) -> None:
    page = opened(browser)
    looked_closer(page, address + "figures/caseload/")
    assert page.evaluate("document.activeElement.tagName") == "SELECT"
    page.get_by_label("Compare with").select_option("Suffolk")
    assert "Suffolk" in page.locator(".explorer .reading").inner_text()
    picture = page.locator(".explorer svg")
    assert picture.locator("path").count() == 2
    picture.hover(position={"x": 60, "y": 60})
    assert page.locator(".explorer .reading strong").inner_text() == "2016"
    page.context.close()


@pytest.mark.parametrize(("width", "scheme"), [(320, "light"), (1280, "dark")])
def test_it_has_no_fault_that_a_program_can_find_and_fits(browser: Browser, address: str, width: int, scheme: str) -> None:
    page = opened(browser, width, scheme)
    looked_closer(page, address + "figures/caseload/")
    results = Axe().run(page, options={"runOnly": {"type": "tag", "values": RULES}})
    assert results.response["violations"] == []
    assert page.evaluate("document.documentElement.scrollWidth") == width
    page.context.close()


def test_when_the_figures_cannot_be_had_the_reader_is_told_where_they_are(browser: Browser, address: str) -> None:
    page = opened(browser)
    page.route("**/data/figures/*.json", lambda route: route.abort())
    page.goto(address + "figures/caseload/")
    page.get_by_role("button", name=BUTTON).click()
    page.get_by_text("The figures could not be loaded. They are all in the table.").wait_for()
    page.context.close()


def test_without_scripts_nothing_is_offered_that_does_not_work(browser: Browser, address: str) -> None:
    page = opened(browser, scripts=False)
    page.goto(address + "figures/caseload/")
    assert page.get_by_role("button", name=BUTTON).count() == 0
    page.context.close()
