"""What a page is before it is rendered, and the addresses of the site."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from posixpath import relpath

from generator.release.charts.draw import ChartRequest


@dataclass(frozen=True, slots=True)
class Crumb:
    """One step of the way from the home page, which the theme adds itself."""

    title: str
    address: str


@dataclass(frozen=True, slots=True)
class Page:
    """One page: where it stands, what it is called, and what its template is given."""

    address: str
    """Path from the site's root, with a closing slash; empty for the home page."""
    title: str
    description: str
    template: str
    section: str = ""
    """Key of the main navigation entry that the page belongs to."""
    crumbs: tuple[Crumb, ...] = ()
    """The pages above this one, below the home page."""
    context: Mapping[str, object] = field(default_factory=dict)
    charts: tuple[ChartRequest, ...] = ()
    layout: str = ""
    """Name of a theme template other than main.html; its security policy may need more (`needs`)."""
    letters: tuple[str, ...] = ()
    """Entries of the A to Z that lead here, besides the title."""
    searched: bool = True
    """Whether the search shows the page."""
    listed: bool = True
    """Whether the A to Z and the sitemap list the page."""

    @property
    def file(self) -> str:
        """The staged Markdown file."""
        return f"{self.address}index.md"


NAVIGATION = (
    ("home", "Is it getting better?", ""),
    ("inspections", "Inspections", "inspections/"),
    ("areas", "What must improve", "areas/"),
    ("figures", "Figures", "figures/"),
    ("commitments", "Promises", "commitments/"),
    ("fostering", "Foster with us", "fostering/"),
    ("help", "Get help", "help/"),
)
"""The seven plain words of the main navigation: key, title, address."""

def link(from_address: str, to_address: str) -> str:
    """A relative link from one page to another, so that the site works at any depth of any host."""
    path, hash_sign, anchor = to_address.partition("#")
    if path == from_address and hash_sign:
        return f"#{anchor}"
    start = from_address or "."
    target = relpath(path or ".", start)
    closing = "/" if path == "" or path.endswith("/") else ""
    target = "./" if target == "." and closing else f"{target}{closing}"
    return f"{target}{hash_sign}{anchor}"
