"""A built folder as an outsider reads it: every page's links, ids, loaded files and text."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from generator.audit.page_safety import PageSafety
from generator.audit.page_text import PageText, WordReader

LOADING = {"script": "src", "img": "src", "iframe": "src", "source": "src", "audio": "src", "video": "src", "object": "data", "embed": "src"}
LOADING_RELATIONS = frozenset({"stylesheet", "preload", "modulepreload", "icon", "manifest", "prefetch", "preconnect", "dns-prefetch"})


@dataclass(slots=True)
class BuiltPage:
    """What one HTML file holds."""

    name: str
    """Path within the site."""
    links: list[str] = field(default_factory=list)
    loads: list[str] = field(default_factory=list)
    ids: list[str] = field(default_factory=list)
    waiting: list[str] = field(default_factory=list)
    """Names of fragments that were never put in."""
    headings: int = 0
    """How many h1 it has."""
    text: list[str] = field(default_factory=list)
    faults: list[str] = field(default_factory=list)
    """What it could run, or its policy lets through."""


@dataclass(frozen=True, slots=True)
class BuiltSite:
    """A built folder."""

    folder: Path
    pages: Mapping[str, BuiltPage]
    files: frozenset[str]
    """Every file's path within the site."""
    words: Mapping[str, PageText] = field(default_factory=dict)
    """What each page says, for the bookkeeping of numbers."""


class _Reader(WordReader):
    """Collects what a page links to and loads, and how safe it is, besides what it says: every page is read once."""

    def __init__(self, page: BuiltPage, words: PageText) -> None:
        super().__init__(words)
        self.page = page
        self.silent = 0
        self.safety = PageSafety()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        super().handle_starttag(tag, attrs)
        present = {name: value or "" for name, value in attrs}
        self.safety.tag(tag, present, twice=len(attrs) != len(present))
        if tag in ("script", "style"):
            self.silent += 1
        if tag == "h1":
            self.page.headings += 1
        if "id" in present:
            self.page.ids.append(present["id"])
        if "data-fragment" in present:
            self.page.waiting.append(present["data-fragment"])
        if tag in ("a", "area") and "href" in present:
            self.page.links.append(present["href"])
        if tag == "form" and "action" in present:
            self.page.links.append(present["action"])
        if tag == "link" and LOADING_RELATIONS & set(present.get("rel", "").split()):
            self.page.loads.append(present.get("href", ""))
        if tag in LOADING and present.get(LOADING[tag]):
            self.page.loads.append(present[LOADING[tag]])
        if tag in ("image", "use"):
            self.page.loads += [present[name] for name in ("href", "xlink:href") if present.get(name)]

    def handle_endtag(self, tag: str) -> None:
        super().handle_endtag(tag)
        self.safety.end(tag)
        if tag in ("script", "style"):
            self.silent -= 1

    def handle_data(self, data: str) -> None:
        super().handle_data(data)
        self.safety.text(data)
        if self.silent <= 0 and data.strip():
            self.page.text.append(data)


def read_site(folder: Path) -> BuiltSite:
    """Read every HTML file of a built folder."""
    files = frozenset(path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file())
    pages: dict[str, BuiltPage] = {}
    words: dict[str, PageText] = {}
    for name in sorted(files):
        if name.endswith(".html"):
            pages[name], words[name] = read_html(name, (folder / name).read_text(encoding="utf-8"))
    return BuiltSite(folder, pages, files, words)


def read_html(name: str, text: str) -> tuple[BuiltPage, PageText]:
    """Read one page, once for all that is asked of it."""
    page, words = BuiltPage(name), PageText(name)
    reader = _Reader(page, words)
    reader.feed(text)
    reader.close()
    page.faults = list(reader.safety.faults())
    return page, words
