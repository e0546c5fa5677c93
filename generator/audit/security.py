"""No built file can run code that is not the site's own, or carry anything that a strict policy would block in silence.

Reads every page and drawing again with its own eyes: nothing is shared with what wrote the policy.
"""

import json
from collections.abc import Iterator
from pathlib import Path
from xml.etree import ElementTree

from generator.audit.built_site import BuiltSite, read_html
from generator.audit.page_safety import ADDRESSES, attribute_faults
from generator.problems import Place, Problem

SECURITY_TXT = ".well-known/security.txt"
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
            read = site.pages.get(name)
            for fault in dict.fromkeys(read.faults if read else _READERS[ending](site.folder / name)):
                fix = "Mend the template that makes it, or the page in site_src."
                yield Problem(Place(name), "unsafe-markup", f"The built file {fault}.", fix)
    if SECURITY_TXT not in site.files:
        fix = "Build the site with `transparency build`, which writes it."
        yield Problem(Place(SECURITY_TXT), "unsafe-markup", "The built site does not say whom to tell of a weakness in it.", fix)


def page_faults(path: Path) -> Iterator[str]:
    """What is wrong with one page that was not read with the others."""
    yield from read_html(path.name, path.read_text(encoding="utf-8"))[0].faults


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
