"""The finishing of a picture: Vega's SVG in, a slim and safe SVG for the page out.

Here: what is kept of each mark, the accessible name, and the promise that a picture holds no style, script,
colour of its own or reference to anything outside. Not here: what is drawn.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import groupby
from typing import Final
from xml.etree import ElementTree as ET

NAMESPACE: Final = "http://www.w3.org/2000/svg"
_FORBIDDEN: Final = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_ID: Final = re.compile(r"[A-Za-z][A-Za-z0-9-]*", re.ASCII)
_TRANSLATE: Final = re.compile(r"translate\((-?[\d.e-]+),(-?[\d.e-]+)\)", re.ASCII)
_NUMBER: Final = re.compile(r"-?\d+(?:\.\d+)?(?:e-?\d+)?", re.ASCII)
_CIRCLE: Final = re.compile(r"M([\d.]+),0A\1,\1,0,1,1,-\1,0A\1,\1,0,1,1,\1,0Z?", re.ASCII)
_INK: Final = re.compile(r"none|var\(--[a-z0-9]+\)", re.ASCII)
_VEGAS_OWN: Final = frozenset({"background", "foreground"})
"""Rectangles behind and before every group."""
_LOOKS: Final = ("fill", "stroke", "stroke-width", "stroke-dasharray", "text-anchor", "font-weight")
_TAGGED: Final = {"figure": "data-figure", "line": "data-line", "level": "data-level"}
_DEFAULTS: Final = frozenset(
    {
        ("fill", "none"),
        ("stroke", "none"),
        ("stroke-width", "1"),
        ("stroke-dasharray", "1,0"),
        ("font-weight", "400"),
        ("text-anchor", "start"),
    }
)


@dataclass(frozen=True, slots=True)
class _Mark:
    """One element of the finished picture."""

    name: str
    looks: tuple[tuple[str, str], ...]
    places: dict[str, str] = field(hash=False)
    text: str = ""


def check_text(text: str) -> None:
    """Refuse characters that XML cannot hold: Vega's converter ends the whole program at some of them."""
    found = _FORBIDDEN.search(text)
    if found:
        raise ValueError(f"a chart's text holds U+{ord(found.group()):04X}, which no picture can show")


def check_id(text: str) -> None:
    """Refuse a key that cannot begin an id in the page."""
    if not _ID.fullmatch(text):
        raise ValueError("a chart's key is ASCII letters, digits and hyphens, a letter first")


def finish(raw: str, title: str, description: str, identity: str) -> str:
    """The picture for the page; `identity` is unique on it. An empty description is left out."""
    check_id(identity)
    check_text(title)
    check_text(description)
    if not title.strip():
        raise ValueError("a picture needs a title, or nobody who cannot see it knows what it is")
    source = ET.fromstring(raw)  # noqa: S314  made a moment ago by our own converter, not read from anywhere
    width, height = (_rounded(float(source.get(side, "0"))) for side in ("width", "height"))
    said = [("title", title)] + ([("desc", description)] if description.strip() else [])
    root = ET.Element(
        "svg",
        {
            "xmlns": NAMESPACE,
            "viewBox": f"0 0 {width} {height}",
            "role": "img",
            "aria-labelledby": " ".join(f"{identity}-{element}" for element, _ in said),
        },
    )
    for element, text in said:
        ET.SubElement(root, element, {"id": f"{identity}-{element}"}).text = text
    plot = ET.SubElement(root, "g", {"fill": "none", "stroke-linecap": "round", "stroke-linejoin": "round"})
    shift = source.find(f"{{{NAMESPACE}}}g")
    if shift is not None:
        _append(plot, list(_marks(shift, 0.0, 0.0)))
    return ET.tostring(root, encoding="unicode")


def _append(plot: ET.Element, marks: list[_Mark]) -> None:
    """Neighbours of one kind and look share a group, which says the look once."""
    for (name, looks, axis), run in groupby(
        marks, key=lambda mark: (mark.name, mark.looks, "axis" in mark.places)
    ):
        members = list(run)
        shared = dict(looks) | ({"data-axis": ""} if axis else {})
        parent = ET.SubElement(plot, "g", shared) if len(members) > 1 else plot
        for mark in members:
            own = {key: value for key, value in mark.places.items() if key != "axis"}
            element = ET.SubElement(parent, name, own if parent is not plot else own | shared)
            element.text = mark.text or None


def _marks(element: ET.Element, across: float, down: float) -> Iterator[_Mark]:
    """Every visible mark below an element, with its place in the whole picture."""
    if set(element.get("class", "").split()) & _VEGAS_OWN or element.get("opacity") == "0":
        return
    moved = _TRANSLATE.fullmatch(element.get("transform", ""))
    if moved:
        across, down = across + float(moved.group(1)), down + float(moved.group(2))
    name = element.tag.removeprefix(f"{{{NAMESPACE}}}")
    if name == "g":
        for child in element:
            yield from _marks(child, across, down)
        return
    places = _places(name, element, across, down)
    if places is None:
        return
    name = "circle" if "r" in places else name
    looks, tag = _looks(element), element.get("aria-label", "")
    if name == "text":
        size, _, tag = tag.partition(" ")
        looks += (("font-size", size),)
    yield _Mark(name, looks, places | _tags(tag), element.text or "")


def _places(name: str, element: ET.Element, across: float, down: float) -> dict[str, str] | None:
    """Where a mark is, in pixels of the picture to one decimal; None for a mark without extent."""
    match name:
        case "text":
            return {"x": _rounded(across), "y": _rounded(down)}
        case "line":
            return {
                "x1": _rounded(across),
                "y1": _rounded(down),
                "x2": _rounded(across + float(element.get("x2", "0"))),
                "y2": _rounded(down + float(element.get("y2", "0"))),
            }
        case "path":
            return _path_places(element.get("d", ""), across, down, moved="transform" in element.attrib)
        case _:
            raise ValueError(f"a picture holds an element that is not expected: {name}")


def _path_places(path: str, across: float, down: float, *, moved: bool) -> dict[str, str] | None:
    """A symbol stays where it is moved to; a line is written in the picture's own pixels."""
    if not path:
        return None
    circle = _CIRCLE.fullmatch(path)
    if circle:
        return {"cx": _rounded(across), "cy": _rounded(down), "r": _rounded(float(circle.group(1)))}
    if moved:
        place = f"translate({_rounded(across)} {_rounded(down)})"
        return {"d": _NUMBER.sub(lambda number: _rounded(float(number.group()), 2), path), "transform": place}
    return {"d": _shifted(path, across, down)}


def _shifted(path: str, across: float, down: float) -> str:
    """A path of straight lines, moved; only M and L carry numbers."""
    if not set(re.findall("[A-Za-z]", path)) <= set("MLZ"):
        raise ValueError("a line is made of straight pieces")
    numbers = iter(_NUMBER.findall(path))
    pieces: list[str] = []
    for letter in re.findall("[MLZ]", path):
        if letter == "Z":
            pieces.append("Z")
            continue
        x, y = float(next(numbers)), float(next(numbers))
        pieces.append(f"{letter}{_rounded(x + across)} {_rounded(y + down)}")
    return "".join(pieces)


def _looks(element: ET.Element) -> tuple[tuple[str, str], ...]:
    """The attributes that say how a mark looks; a colour must be one of the page's variables."""
    looks: list[tuple[str, str]] = []
    for look in _LOOKS:
        value = element.get(look, "")
        if look in ("fill", "stroke") and value and not _INK.fullmatch(value):
            raise ValueError(f"a picture has a colour of its own: {value}")
        unseen = look == "stroke-width" and element.get("stroke", "none") == "none"
        if value and not unseen and (look, value) not in _DEFAULTS:
            looks.append((look, value))
    if element.get("font-weight") == "bold":
        raise ValueError("weights are numbers")
    return tuple(looks)


def _tags(tag: str) -> dict[str, str]:
    """What the mark stands for: a figure, a line, or the axis."""
    kind, _, value = tag.partition(" ")
    if kind in _TAGGED:
        return {_TAGGED[kind]: value}
    return {"axis": ""} if kind == "axis" else {}


def _rounded(value: float, places: int = 1) -> str:
    text = f"{value:.{places}f}".rstrip("0").rstrip(".")
    return "0" if text in ("-0", "") else text
