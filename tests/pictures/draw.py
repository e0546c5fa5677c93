"""Makes the pictures of the officers' guide: `python -m tests.pictures.draw`. Needs Chromium.

Run it after a change of what the guide shows; look at the pictures before committing them.
"""

import json
import shutil
import tempfile
from pathlib import Path

from playwright.sync_api import Browser, Page, sync_playwright

from generator.release.png import repacked
from tests.pictures.screens import PAGE, ROOT, Screens, rendered, screens, served, terminal

FOLDER = ROOT / ".github/images/officers"
WORDS = Path(__file__).with_name("words.json")
"""The words that the pictures were made from."""
WIDE, TALL = 720, 600
COMMANDS = {
    "protect": "transparency protect ~/private/interviews.csv --out data/observations/interviews.csv --council .",
    "check": "transparency check",
}


def draw(browser: Browser, shown: Screens, folder: Path) -> None:
    """Photograph every screen into a folder."""
    folder.mkdir(parents=True, exist_ok=True)
    page = browser.new_context(viewport={"width": WIDE, "height": TALL}, color_scheme="light").new_page()
    for name, command in COMMANDS.items():
        page.set_content(terminal(command, shown.words[name]))
        keep(page.locator("pre").evaluate("pre => Math.ceil(pre.getBoundingClientRect().bottom) + 20"), page, folder / f"{name}.png")
    page.set_content(rendered(shown.summary))
    keep(min(520, page.locator("html").evaluate("root => root.scrollHeight")), page, folder / "summary.png")
    for name, site in (("before", shown.before), ("after", shown.after)):
        with served(site) as address:
            page.goto(f"{address}{PAGE}")
            keep(TALL, page, folder / f"{name}.png")
    page.context.close()


def keep(tall: float, page: Page, file: Path) -> None:
    """Photograph the top of a page, packed tightly."""
    picture = page.screenshot(full_page=True, clip={"x": 0, "y": 0, "width": WIDE, "height": tall})
    file.write_bytes(repacked(picture))


def main() -> None:
    """Go the officer's way, photograph it, and keep the words that were photographed."""
    found = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
    with tempfile.TemporaryDirectory() as scratch, sync_playwright() as playwright:
        shown = screens(Path(scratch))
        draw(playwright.chromium.launch(executable_path=found, args=["--no-sandbox"]), shown, FOLDER)
    WORDS.write_text(json.dumps(shown.words, indent=1, ensure_ascii=False) + "\n", encoding="utf-8")
    for file in sorted(FOLDER.glob("*.png")):
        print(f"{file.name}: {file.stat().st_size // 1024} KB")


if __name__ == "__main__":
    main()
