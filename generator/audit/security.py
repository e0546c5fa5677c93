"""No built file can run code that is not the site's own, or carry anything that a strict policy would block in silence.

Reads every page and drawing again with its own eyes: nothing is shared with what wrote the policy.
"""

import base64
import hashlib
import json
import re
from collections.abc import Iterator
from html.parser import HTMLParser
from pathlib import Path
from xml.etree import ElementTree

from generator.audit.built_site import BuiltSite
from generator.problems import Place, Problem

SECURITY_TXT = ".well-known/security.txt"
ADDRESSES = frozenset(
    {"href", "xlink:href", "src", "srcset", "action", "formaction", "data", "poster", "background", "cite", "ping", "manifest", "code"}
)
CLOSED = {"default-src": "'none'", "base-uri": "'none'"}
"""Directives that must stand in every policy, and their one value."""
OWN = ("script-src", "style-src", "img-src", "connect-src", "form-action")
"""Directives that must stand in every policy and begin with the site itself, or allow nothing."""
EXCEPTIONS = frozenset({("script-src", "'wasm-unsafe-eval'"), ("img-src", "blob:")})
"""What a page may be allowed besides: the search is WebAssembly, and a chart can be saved as a picture."""
FOREIGN_ELEMENTS = frozenset({"iframe", "frame", "frameset", "object", "embed", "applet", "base", "style", "portal", "marquee"})
RUNNING = re.compile(r"^(javascript|vbscript|data|blob|filesystem|file):", re.IGNORECASE)
DATA_BLOCKS = frozenset({"application/ld+json", "application/json"})
"""Scripts of these types are never run."""
_HASH = re.compile(r"'sha256-[A-Za-z0-9+/]{43}='")
_SPACES = re.compile(r"[\x00-\x20\x7f-\x9f]+")
_SVG = "{http://www.w3.org/2000/svg}"
SVG_ELEMENTS = frozenset(
    {"svg", "g", "title", "desc", "path", "line", "rect", "circle", "ellipse", "polygon", "polyline", "text", "tspan", "defs", "clipPath"}
)
"""What a drawing may be made of."""


def unsafe_markup(site: BuiltSite) -> Iterator[Problem]:
    """Pages and drawings that could run code of others, or whose policy is missing or loose; data files that cannot be read."""
    for name in sorted(site.files):
        ending = name.rpartition(".")[2].lower()
        if ending in _READERS:
            for fault in dict.fromkeys(_READERS[ending](site.folder / name)):
                fix = "Mend the template that makes it, or the page in site_src."
                yield Problem(Place(name), "unsafe-markup", f"The built file {fault}.", fix)
    if SECURITY_TXT not in site.files:
        fix = "Build the site with `transparency build`, which writes it."
        yield Problem(Place(SECURITY_TXT), "unsafe-markup", "The built site does not say whom to tell of a weakness in it.", fix)


class _Page(HTMLParser):
    """Collects what a page could run, and its policy."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.faults: list[str] = []
        self.policies: list[str] = []
        self.scripts: list[str] = []
        self._before_policy = ""
        self._open_script: list[str] | None = None

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        present = {name: value or "" for name, value in attrs}
        self._note_policy(tag, present)
        if len(attrs) != len(present):
            self.faults.append(f"has an attribute twice on <{tag}>")
        if tag in FOREIGN_ELEMENTS:
            self.faults.append(f"has a <{tag}>")
        if tag == "script" and "src" not in present and present.get("type", "").lower() not in DATA_BLOCKS:
            self._open_script = []
        for name, value in present.items():
            self.faults += attribute_faults(tag, name, value)

    handle_startendtag = handle_starttag

    def _note_policy(self, tag: str, present: dict[str, str]) -> None:
        kind = present.get("http-equiv", "").strip().lower()
        if tag == "meta" and kind == "content-security-policy":
            self.policies.append(present.get("content", ""))
            if self._before_policy:
                self.faults.append(f"has its policy after a <{self._before_policy}>")
        elif tag == "meta" and kind == "refresh":
            self.faults.append("sends its reader elsewhere by <meta>")
        elif tag in ("script", "link", "style", "img", "body") and not self.policies:
            self._before_policy = self._before_policy or tag

    def handle_data(self, data: str) -> None:
        if self._open_script is not None:
            self._open_script.append(data)

    def handle_endtag(self, tag: str) -> None:
        if tag == "script" and self._open_script is not None:
            self.scripts.append("".join(self._open_script))
            self._open_script = None


def attribute_faults(tag: str, name: str, value: str) -> Iterator[str]:
    """What is wrong with one attribute; its value is never told."""
    if name.startswith("on"):
        yield f"has an {name} attribute on <{tag}>"
    if name in ("style", "srcdoc"):
        yield f"has a {name} attribute on <{tag}>"
    if name in ADDRESSES and RUNNING.match(_SPACES.sub("", value)):
        yield f"has an address that is code in {name} on <{tag}>"
    if name.startswith("xmlns:") and name != "xmlns:xlink":
        yield f"has a foreign namespace on <{tag}>"


def page_faults(path: Path) -> Iterator[str]:
    """What is wrong with one page."""
    page = _Page()
    page.feed(path.read_text(encoding="utf-8"))
    page.close()
    yield from page.faults
    if len(page.policies) != 1:
        yield f"has {len(page.policies)} security policies instead of one"
        return
    yield from policy_faults(page.policies[0], page.scripts)


def policy_faults(policy: str, scripts: list[str]) -> Iterator[str]:
    """What a policy lets through that it should not, or blocks that the page needs."""
    directives: dict[str, list[str]] = {}
    for part in policy.split(";"):
        name, *sources = part.split()
        if name in directives:
            yield f"names {name} twice in its policy"
        directives.setdefault(name, sources)
    for name, value in CLOSED.items():
        if directives.get(name) != [value]:
            yield f"has a policy without {name} {value}"
    for name in OWN:
        if directives.get(name, [""])[0] not in ("'self'", "'none'"):
            yield f"has a policy without {name} 'self'"
    for name, sources in directives.items():
        for source in sources:
            named = name == "script-src" and _HASH.fullmatch(source)
            if not (source in ("'none'", "'self'") or named or (name, source) in EXCEPTIONS):
                yield f"has a loose policy: {name} allows something else than the site itself"
    for script in scripts:
        digest = base64.b64encode(hashlib.sha256(script.encode()).digest()).decode()
        if f"'sha256-{digest}'" not in directives.get("script-src", []):
            yield "has a script in it that its policy does not name"


def drawing_faults(path: Path) -> Iterator[str]:
    """What is wrong with one drawing: it may hold shapes and text, and nothing that runs, loads or leads elsewhere."""
    text = path.read_text(encoding="utf-8")
    if "<!" in text or "<?" in text.removeprefix("<?xml version="):
        yield "is a drawing with a declaration, a comment or an instruction in it"
        return
    try:
        root = ElementTree.fromstring(text)  # noqa: S314  without a declaration there are no entities to expand
    except ElementTree.ParseError:
        yield "is a drawing that is not well-formed XML"
        return
    for element in root.iter():
        name = str(element.tag).removeprefix(_SVG)
        if name not in SVG_ELEMENTS:
            yield "is a drawing with an element that only pages may have"
        for attribute, value in element.attrib.items():
            plain = attribute.rpartition("}")[2]
            yield from attribute_faults(name, plain, value)
            if plain in ADDRESSES and not value.startswith("#"):
                yield "is a drawing that leads or loads elsewhere"


def feed_faults(path: Path) -> Iterator[str]:
    """What is wrong with one XML file for programs."""
    text = path.read_text(encoding="utf-8")
    if "<!DOCTYPE" in text or "<!ENTITY" in text or "<?xml-stylesheet" in text:
        yield "is XML with a declaration or a style sheet in it"
        return
    try:
        ElementTree.fromstring(text)  # noqa: S314  without a declaration there are no entities to expand
    except ElementTree.ParseError:
        yield "is not well-formed XML"


def json_faults(path: Path) -> Iterator[str]:
    """What is wrong with one JSON file."""
    try:
        json.loads(path.read_text(encoding="utf-8"), parse_constant=_no_number)
    except (ValueError, RecursionError):
        yield "is not JSON that every program reads"


def _no_number(_word: str) -> None:
    raise ValueError


_READERS = {
    "html": page_faults,
    "svg": drawing_faults,
    "xml": feed_faults,
    "json": json_faults,
    "jsonld": json_faults,
}
