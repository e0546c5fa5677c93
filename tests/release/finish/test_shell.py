"""The shell in a real browser: by keyboard, without scripts, at phone width, below a folder, under its own policy."""

import gzip
import re
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe  # type: ignore[import-untyped]  # ships no types
from playwright.sync_api import Browser, Page, Request, expect

from .conftest import REPOSITORY, Open
from .staged import HOSTILE

PHONE = 320
FIRST_VIEW = 100 * 1024
NEXT_VIEW = 25 * 1024
REQUESTS = 8


def focused(page: Page) -> str:
    """The words of what has the focus."""
    return str(page.evaluate("document.activeElement.textContent.trim()"))


def test_the_first_stop_of_the_keyboard_skips_to_the_content(open_page: Open) -> None:
    page = open_page("figures/caseload/")
    page.keyboard.press("Tab")
    assert focused(page) == "Skip to main content"
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.id") == "main"


def test_on_a_phone_the_menu_opens_and_closes_by_keyboard_and_gives_the_focus_back(open_page: Open) -> None:
    page = open_page(width=PHONE)
    button, inspections = (
        page.get_by_role("button", name="Menu"),
        page.get_by_role("link", name="Inspections"),
    )
    expect(inspections).to_be_hidden()
    button.focus()
    page.keyboard.press("Enter")
    expect(button).to_have_attribute("aria-expanded", "true")
    page.keyboard.press("Tab")
    assert focused(page) == "Is it getting better?"
    page.keyboard.press("Escape")
    expect(button).to_be_focused()
    expect(button).to_have_attribute("aria-expanded", "false")
    expect(inspections).to_be_hidden()


def test_without_scripts_the_menu_is_simply_there_and_search_leads_to_the_a_to_z(
    open_page: Open, address: str
) -> None:
    page = open_page(width=PHONE, java_script_enabled=False)
    expect(page.get_by_role("link", name="Inspections")).to_be_visible()
    expect(page.get_by_role("button", name="Menu")).to_be_hidden()
    page.get_by_role("searchbox").fill("caseload")
    page.keyboard.press("Enter")
    page.wait_for_url(f"{address}a-to-z/?q=caseload")


def test_without_scripts_filters_are_not_offered_and_the_list_is_whole(open_page: Open) -> None:
    page = open_page("inspections/", java_script_enabled=False)
    expect(page.locator("form.filters")).to_be_hidden()
    expect(page.locator("#found > li:visible")).to_have_count(3)


@pytest.mark.parametrize(
    ("path", "state", "word"),
    [
        ("", "page", "Is it getting better?"),
        ("inspections/", "page", "Inspections"),
        ("figures/caseload/", "true", "Figures"),
    ],
)
def test_the_menu_says_where_the_reader_is(open_page: Open, path: str, state: str, word: str) -> None:
    current = open_page(path).locator(".mainnav [aria-current]")
    expect(current).to_have_count(1)
    expect(current).to_have_attribute("aria-current", state)
    expect(current).to_have_text(word)


def test_a_search_from_any_page_finds_by_the_words_of_a_resident(open_page: Open, address: str) -> None:
    page = open_page("figures/caseload/")
    page.get_by_role("searchbox", name="Search this site").fill("social worker workload")
    page.keyboard.press("Enter")
    page.wait_for_url(f"{address}search/?q=social+worker+workload")
    result = page.locator("#search-results a").first
    expect(result).to_have_text("Caseloads rose to 19.5 cases for each social worker")
    expect(result).to_have_attribute("href", "/sub/figures/caseload/")
    expect(page.get_by_role("status")).to_have_text(
        "1 page matches “social worker workload” (also looked for: caseloads)"
    )


@pytest.mark.parametrize(
    ("query", "first"),
    [
        ("foster money", "Becoming a foster carer takes about six months"),
        ("overworked", "Caseloads rose to 19.5 cases for each social worker"),
        ("fostering", "Becoming a foster carer takes about six months"),
        ("trusts", "Inspections"),
    ],
)
def test_word_forms_synonyms_and_keywords_are_found(open_page: Open, query: str, first: str) -> None:
    expect(open_page(f"search/?q={query.replace(' ', '+')}").locator("#search-results a").first).to_have_text(
        first
    )


@pytest.mark.parametrize("query", ["xylophone", "caseworkers", "superman", "allowable zebra"])
def test_a_word_that_is_nowhere_finds_nothing(open_page: Open, query: str) -> None:
    page = open_page(f"search/?q={query.replace(' ', '+')}")
    expect(page.get_by_role("status")).to_have_text(re.compile(f"^Nothing on this site matches “{query}”"))
    expect(page.locator("#search-results li")).to_have_count(0)


def test_a_query_is_text_and_nothing_else(open_page: Open) -> None:
    page = open_page("search/?q=%3Cimg+src%3Dx+onerror%3Dalert(1)%3E")
    expect(page.get_by_role("status")).to_contain_text("<img src=x onerror=alert(1)>")
    expect(page.locator("main img")).to_have_count(0)


def test_filters_work_by_keyboard_are_told_and_leave_a_link(open_page: Open, address: str) -> None:
    page = open_page("inspections/")
    status, shown = page.get_by_role("status"), page.locator("#found > li:visible")
    expect(status).to_have_text("Showing all 3")
    page.get_by_label("Theme").focus()
    page.keyboard.press("ArrowDown")
    expect(status).to_have_text("Showing 2 of 3")
    page.get_by_label("Mixed").focus()
    page.keyboard.press("Space")
    expect(shown).to_have_count(1)
    assert page.url == f"{address}inspections/?themes=in-care&tone=mixed"
    page.get_by_role("button", name="Clear").press("Enter")
    expect(shown).to_have_count(3)
    assert page.url == f"{address}inspections/"


def test_a_shared_link_shows_the_same_choice(open_page: Open) -> None:
    page = open_page("inspections/?themes=in-care&words=trust&themes-of-nobody=1")
    expect(page.locator("#found > li:visible")).to_have_count(1)
    expect(page.get_by_label("Theme")).to_have_value("in-care")
    expect(page.get_by_role("status")).to_have_text("Showing 1 of 3")


def test_a_choice_that_nothing_fits_says_so(open_page: Open) -> None:
    page = open_page("inspections/?words=xylophone")
    expect(page.get_by_role("status")).to_have_text(
        "Nothing matches these choices. Change one of them, or clear them."
    )


def test_the_missing_page_works_at_any_depth_below_a_folder(open_page: Open) -> None:
    page = open_page("no/such/page/")
    expect(page.get_by_role("heading", level=1)).to_have_text("Page not found")
    assert (
        page.evaluate("getComputedStyle(document.querySelector('.top')).backgroundColor")
        == "rgb(18, 67, 109)"
    )
    page.locator("main").get_by_role("link", name="Figures").click()
    assert page.url.endswith("/sub/figures/")


def test_hostile_words_in_a_pages_own_facts_are_only_words(open_page: Open) -> None:
    page = open_page("areas/")
    assert page.title() == f"{HOSTILE} – Exampleshire children’s services"
    assert page.locator('meta[name="description"]').get_attribute("content") == HOSTILE
    expect(page.get_by_role("heading", level=1)).to_have_text(HOSTILE)
    expect(page.get_by_role("navigation", name="Breadcrumb").get_by_role("link").last).to_have_text(HOSTILE)
    expect(page.get_by_role("navigation", name="Related pages").get_by_role("link")).to_have_text(HOSTILE)
    expect(page.locator("footer")).to_contain_text(f"Published by Council {HOSTILE}.")


def test_a_long_page_lists_its_parts_after_its_lead_and_says_when_it_was_reviewed(open_page: Open) -> None:
    page = open_page("fostering/")
    assert page.get_by_role("navigation", name="On this page").get_by_role("link").all_text_contents() == [
        "Steps & stages",
        "Money",
        "Support",
    ]
    assert page.evaluate("document.querySelector('.contents').previousElementSibling.className") == "lead"
    expect(page.locator(".reviewed")).to_have_text("Last reviewed 12 November 2026")


def test_a_script_that_got_into_a_page_would_not_run(browser: Browser, address: str) -> None:
    page = browser.new_page()
    page.goto(address)
    blocked = page.evaluate(
        "new Promise(done => { document.addEventListener('securitypolicyviolation', seen => done(seen.effectiveDirective), {once: true});"
        "document.querySelector('main').append(Object.assign(document.createElement('script'), {textContent: 'window.ran = true'})) })"
    )
    assert blocked == "script-src-elem"
    assert page.evaluate("window.ran === undefined")
    page.close()


@pytest.mark.parametrize(
    "path", ["", "figures/caseload/", "inspections/", "fostering/", "search/", "no/such/page/"]
)
def test_a_page_is_light_and_asks_no_other_host(open_page: Open, site: Path, address: str, path: str) -> None:
    asked: list[Request] = []
    page = open_page(path)
    page.on("request", lambda request: asked.append(request))  # noqa: PLW0108  Playwright cannot hold a built-in method
    page.reload()
    page.wait_for_load_state("networkidle")
    assert [request.url for request in asked if not request.url.startswith(address)] == []
    assert len(asked) <= REQUESTS
    sizes = [_weight(site, request.url.removeprefix(address).split("?")[0]) for request in asked]
    assert sum(sizes) <= FIRST_VIEW
    assert sizes[0] <= NEXT_VIEW


def _weight(site: Path, name: str) -> int:
    """Bytes of a file as a host sends it, compressed."""
    path = site / (f"{name}index.html" if not name or name.endswith("/") else name)
    return len(gzip.compress((path if path.exists() else site / "404.html").read_bytes(), mtime=0))


@pytest.mark.parametrize(
    "path", ["", "figures/caseload/", "inspections/", "fostering/", "search/?q=foster", "no/such/page/"]
)
@pytest.mark.parametrize(("width", "scheme"), [(PHONE, "light"), (1280, "dark")])
def test_axe_finds_nothing_and_leaves_no_contrast_undecided(
    open_page: Open, path: str, width: int, scheme: str
) -> None:
    page = open_page(path, width=width, color_scheme=scheme)
    if "?q=" in path:
        expect(page.locator("#search-results li").first).to_be_visible()
    seen = (
        Axe()
        .run(
            page,
            options={"runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]},
        )
        .response
    )
    assert [
        (rule["id"], [node["target"] for node in rule["nodes"]])
        for rule in [*seen["violations"], *seen["incomplete"]]
    ] == []
    assert page.evaluate("document.documentElement.scrollWidth") <= width


def test_the_open_menu_on_a_phone_is_accessible(open_page: Open) -> None:
    page = open_page(width=PHONE)
    page.get_by_role("button", name="Menu").click()
    assert Axe().run(page).response["violations"] == []


def test_large_print_is_asked_for_each_time(open_page: Open) -> None:
    page = open_page()
    page.evaluate(
        "window.print = () => { window.printed = document.documentElement.hasAttribute('data-large'); dispatchEvent(new Event('afterprint')) }"
    )
    page.get_by_role("button", name="Print this page in large type").click()
    assert page.evaluate("window.printed") is True
    assert page.evaluate("document.documentElement.hasAttribute('data-large')") is False
    assert page.evaluate("[localStorage.length, sessionStorage.length, document.cookie]") == [0, 0, ""]


def test_every_word_that_the_shell_asks_for_is_in_the_catalogue() -> None:
    theme = REPOSITORY / "templates" / "theme"
    catalogue = set(
        re.findall(
            r'^  "([a-z_.]+)":',
            (theme / "partials" / "languages" / "en-GB.html").read_text(encoding="utf-8"),
            re.MULTILINE,
        )
    )
    asked = set()
    for path in theme.rglob("*.html"):
        text = path.read_text(encoding="utf-8")
        asked |= set(re.findall(r"lang\.t\('([a-z_.]+)'\)", text))
        for words in re.findall(r"for word in \[([^\]]+)\]", text):
            asked |= {f"search.{word}" for word in re.findall(r'"([a-z]+)"', words)}
    assert asked - catalogue == set()
    assert catalogue - asked == {"language", "direction"}
