"""Every page in the states that readers bring: scheme, width, zoom, spacing, forced colours, paper, keyboard.

`make test` takes one page of each kind in a few states; `make sweep` takes every page in all of them.
"""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page

from tests.site.conftest import Built
from tests.site.test_browser import KINDS, RULES

PAPER = 680
"""CSS pixels between the margins of A4."""
SPACING = """
  const sheet = new CSSStyleSheet();
  sheet.replaceSync("* { line-height: 1.5 !important; letter-spacing: .12em !important; word-spacing: .16em !important; } p { margin-bottom: 2em !important; }");
  document.adoptedStyleSheets = [sheet];
"""
"""WCAG 1.4.12, set as a reader's own style sheet would."""
CUT_OFF = """() => {
  const cut = [];
  for (const element of document.querySelectorAll("body *")) {
    if (element.closest("svg, .vh, .scroll, [hidden]") || !element.checkVisibility()) continue;
    const style = getComputedStyle(element);
    if (style.clipPath !== "none" || style.position === "absolute") continue;
    const hides = (way) => way === "hidden" || way === "clip";
    if (hides(style.overflowX) && element.scrollWidth > element.clientWidth + 1) cut.push(element.outerHTML.slice(0, 90));
    if (hides(style.overflowY) && element.scrollHeight > element.clientHeight + 1) cut.push(element.outerHTML.slice(0, 90));
  }
  return cut;
}"""
"""Elements whose words are hidden because they no longer fit."""
BEYOND = """(width) => [...document.querySelectorAll("main *")]
  .filter((element) => !element.closest(".vh, svg") && element.checkVisibility() && element.getBoundingClientRect().right > width + 1)
  .map((element) => element.outerHTML.slice(0, 90))"""
FOCUS = """() => {
  const element = document.activeElement;
  if (element === document.body) return null;
  const style = getComputedStyle(element);
  const box = element.getBoundingClientRect();
  element.dataset.walked = Number(element.dataset.walked ?? 0) + 1;
  return {
    what: element.outerHTML.slice(0, 90),
    turn: Number(element.dataset.walked),
    seen: box.width > 0 && box.height > 0 && box.bottom > 0 && box.top < innerHeight,
    ringed: style.outlineStyle !== "none" && parseFloat(style.outlineWidth) >= 2,
  };
}"""
STOPS = """() => [...document.querySelectorAll("a[href], button, input:not([type=hidden]), select, textarea, summary, [tabindex='0']")]
  .filter((element) => element.checkVisibility({ visibilityProperty: true }) && !element.disabled).length"""


def wait(page: Page) -> None:
    """Do nothing."""


@dataclass(frozen=True)
class State:
    """How a reader has set up the browser."""

    name: str
    width: int = 1280
    height: int = 900
    settings: Mapping[str, str] = field(default_factory=dict)
    after: Callable[[Page], None] = wait
    """What the reader does when the page is there."""


def open_menu(page: Page) -> None:
    """Open the menu of a phone, on pages that have one."""
    if page.locator("button.menu:visible").count():
        page.locator("button.menu").click()


def space_out(page: Page) -> None:
    """Space the text out."""
    page.evaluate(SPACING)


STATES = (
    State("phone, light", 320),
    State("phone, dark", 320, settings={"color_scheme": "dark"}),
    State("desk, light"),
    State("desk, dark", settings={"color_scheme": "dark"}),
    State("phone, menu open", 320, after=open_menu),
    State("desk, more contrast, no motion", settings={"contrast": "more", "reduced_motion": "reduce"}),
    State("desk, forced colours, dark", settings={"forced_colors": "active", "color_scheme": "dark"}),
    State("zoomed to 400%, text spaced out", 320, 225, after=space_out),
)
FEW = ("phone, menu open", "desk, dark", "zoomed to 400%, text spaced out")
"""What `make test` takes; tests/site/test_browser.py takes the plain ones."""


@pytest.fixture(params=["one of each kind", pytest.param("every page", marks=pytest.mark.sweep)])
def paths(request: pytest.FixtureRequest, bedford: Built) -> tuple[str, ...]:
    """The addresses of the pages, counted from the root of the site."""
    if request.param == "one of each kind":
        return KINDS
    root = bedford.folder.resolve()
    return tuple(sorted(str(page.parent.relative_to(root)).replace(".", "") + "/" for page in root.rglob("index.html")))


def opened(browser: Browser, state: State, *, scripts: bool = True) -> Page:
    """A page of a browser set up so."""
    size = {"width": state.width, "height": state.height}
    return browser.new_context(viewport=size, java_script_enabled=scripts, **state.settings).new_page()  # type: ignore[arg-type]


def visits(page: Page, address: str, paths: tuple[str, ...], state: State) -> Iterator[str]:
    """Open one page after another; the search page is opened with something found."""
    for path in paths:
        searching = path == "search/"
        page.goto(address + path.lstrip("/") + ("?q=foster" if searching else ""))
        if searching:
            page.wait_for_selector("#search-results li")
        state.after(page)
        yield path


def in_its_own_way(node: Mapping[str, Any]) -> bool:
    """Whether axe takes a text for hidden behind itself, as it does at the edges of the grid that it lays over a page."""
    return all([other["target"] for other in check["relatedNodes"]] == [node["target"]] for check in node["any"])


@pytest.mark.parametrize("state", [pytest.param(state, id=state.name, marks=() if state.name in FEW else pytest.mark.sweep) for state in STATES])
def test_axe_finds_nothing_and_leaves_no_contrast_undecided(browser: Browser, address: str, paths: tuple[str, ...], state: State) -> None:
    page = opened(browser, state)
    found = []
    for path in visits(page, address, paths, state):
        seen = Axe().run(page, options={"runOnly": {"type": "tag", "values": RULES}, "resultTypes": ["violations", "incomplete"]}).response
        found += [(path, rule["id"], rule["nodes"][0]["html"][:100]) for rule in seen["violations"]]
        contrast = [node for rule in seen["incomplete"] if rule["id"] == "color-contrast" for node in rule["nodes"]]
        found += [(path, "undecided contrast", node["html"][:100]) for node in contrast if not in_its_own_way(node)]
        if page.evaluate("document.documentElement.scrollWidth") > state.width:
            found.append((path, "scrolls sideways", ""))
        found += [(path, "cut off", element) for element in page.evaluate(CUT_OFF)]
    page.context.close()
    assert found == []


@pytest.mark.parametrize("width", [320, 1280])
def test_the_keyboard_reaches_everything_in_sight_of_the_reader_and_gets_out_again(
    browser: Browser, address: str, paths: tuple[str, ...], width: int
) -> None:
    state = State("keyboard", width, settings={"reduced_motion": "reduce"})  # a page that glides is looked at too soon
    page = opened(browser, state)
    found = []
    for path in visits(page, address, paths, state):
        page.evaluate("document.activeElement.blur()")
        stops = page.evaluate(STOPS)
        reached = 0
        for _ in range(stops + 2):
            page.keyboard.press("Tab")
            focus = page.evaluate(FOCUS)
            if focus is None or focus["turn"] > 1:
                break
            reached += 1
            if not (focus["seen"] and focus["ringed"]):
                found.append((path, "not seen" if focus["ringed"] else "no ring", focus["what"]))
        if reached != stops:
            found.append((path, f"{reached} of {stops} reached", ""))
    page.context.close()
    assert found == []


def test_paper_cuts_nothing_off(browser: Browser, address: str, paths: tuple[str, ...]) -> None:
    state = State("paper", PAPER)
    page = opened(browser, state)
    page.emulate_media(media="print")
    found = []
    for path in visits(page, address, paths, state):
        found += [(path, element) for element in page.evaluate(BEYOND, PAPER)]
        if not page.pdf(format="A4").startswith(b"%PDF"):
            found.append((path, "no PDF"))
    page.context.close()
    assert found == []
