"""Charts of an invented council, and a reader of finished pictures. Nothing here is a test."""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from xml.etree import ElementTree as ET

from generator.release.charts.shapes import Bar, Chart, Line, Point, RankingChart, Role, TrendChart

HIDDEN = "[c] hidden so that no one can be identified"
ABSENT = "[x] not available"
YEARS = tuple(str(year) for year in range(2016, 2026))
OLDBRIDGE = (17.3, 18.9, 17.4, 18.2, 15.3, 18.2, 15.7, 16.8, 15.6, 19.5)
ENGLAND = (16.1, 17.7, 17.4, 16.9, 16.3, 16.3, 16.6, 16.0, 15.4, 15.2)
REGION = (15.9, 16.0, 15.9, 15.6, 14.6, 14.7, 15.4, 14.9, 14.6, 14.5)
SIMILAR = (18.3, 16.6, 16.0, 16.2, 14.8, 16.0, 17.2, 16.5, 15.8, 15.7)
SVG = "{http://www.w3.org/2000/svg}"


def a_line(
    name: str = "Oldbridge",
    role: Role = "council",
    values: Sequence[float | None] = OLDBRIDGE,
    labels: Sequence[str] = YEARS,
    gap: str = HIDDEN,
) -> Line:
    """A line with one decimal, a gap for every missing value, and a key for every point."""
    points = [
        Point(
            label,
            position,
            value,
            "" if value is None else f"{value:.1f}",
            gap if value is None else "",
            f"{role}/{label}",
        )
        for position, (label, value) in enumerate(zip(labels, values, strict=False))
    ]
    return Line(name, role, tuple(points))


def a_trend(*lines: Line, zero_based: bool = True) -> TrendChart:
    """A trend chart; the council with its comparators unless lines are given."""
    usual = (
        a_line(),
        a_line("England", "england", ENGLAND),
        a_line("East of the Water", "region", REGION),
        a_line("Similar councils", "neighbours", SIMILAR),
    )
    return TrendChart(lines or usual, zero_based, "", 1)


def a_ranking() -> RankingChart:
    """Four areas, one of them hidden, and England."""
    bars = (
        Bar("Highmoor", 17.0, "17.0", key="r/highmoor"),
        Bar("Oldbridge", 19.5, "19.5", emphasis=True, key="r/oldbridge"),
        Bar("Saltmarsh and the Seven Lower Valleys with Upper Combe", 0.0, "0.0"),
        Bar("Thorncliffe", None, "[c]", gap=HIDDEN),
    )
    return RankingChart(bars, Bar("England", 15.2, "15.2", key="r/england"))


def parsed(picture: str) -> ET.Element:
    """The root of a picture."""
    return ET.fromstring(picture)


@dataclass(frozen=True)
class Picture:
    """A finished picture, read as a reader's program would."""

    source: str
    root: ET.Element

    @property
    def texts(self) -> list[str]:
        """Every printed text in the order of the picture."""
        return [element.text or "" for element in self.root.iter(f"{SVG}text")]

    def path(self, role: str) -> str:
        """The path of a line."""
        return next(
            path.get("d", "") for path in self.root.iter(f"{SVG}path") if path.get("data-line") == role
        )

    def pieces(self, role: str) -> list[int]:
        """How many points each unbroken piece of a line joins."""
        return [piece.count("L") + 1 for piece in re.split("(?=M)", self.path(role)) if piece]


Drawn = Callable[[Chart], tuple[Picture, Picture]]
