"""Rule: links on pages lead to ordinary web addresses or to pages of the site, and pictures lie in site_src."""

import re
from collections.abc import Iterator
from datetime import date
from html.parser import HTMLParser

from markdown import Markdown
from pydantic import TypeAdapter, ValidationError

from generator.problems import Place, Problem
from generator.records.observation import HandWrittenPage, Records
from generator.records.pages import without_insertions
from generator.scalars import WebAddress

_INLINE = re.compile(r"(!?)\[[^\[\]]*\]\(\s*<?([^)\s>]*)>?[^)]*\)?")
_DEFINED = re.compile(r"^ {0,3}\[[^\]]+\]:\s*<?([^\s>]*)")
_INSIDE_SITE = re.compile(r"[A-Za-z0-9._/-]*(#[A-Za-z0-9_-]*)?")
_MAIL_OR_PHONE = re.compile(r"mailto:[A-Za-z0-9._+-]+@[A-Za-z0-9.-]+|tel:\+?[0-9]{3,15}")
_ADDRESS: TypeAdapter[str] = TypeAdapter(WebAddress)


def check(records: Records, _as_at: date) -> Iterator[Problem]:
    """One problem for each link or picture that is not safe."""
    for page in records.pages:
        found = list(_in_lines(page))
        yield from found
        if not found and not all(safe(target) for target in rendered_targets(page.body)):
            yield _unsafe(page.place)


def _in_lines(page: HandWrittenPage) -> Iterator[Problem]:
    """What the lines themselves show, so that a problem can name its line."""
    first = page.place.row or 1
    for number, line in enumerate(without_insertions(page.body, "x").split("\n"), start=first):
        place = Place(page.place.file, number)
        for picture, target in _INLINE.findall(line):
            if picture and not _INSIDE_SITE.fullmatch(target):
                fix = "Put the picture in site_src and give its path."
                yield Problem(place, "unsafe-link", "A picture on this line does not lie in site_src.", fix)
            elif not safe(target):
                yield _unsafe(place)
        defined = _DEFINED.match(line)
        if defined and not safe(defined.group(1)):
            yield _unsafe(place)


class _Targets(HTMLParser):
    """Collects where a page leads and what it loads."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.found: list[str] = []

    def handle_starttag(self, _tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Note the addresses of one element."""
        self.found += [value or "" for name, value in attrs if name in ("href", "src")]


def rendered_targets(body: str) -> list[str]:
    """Where a page leads once Markdown has read it: brackets within brackets and addresses on lines of their own included."""
    plain = without_insertions(body, "x")
    if "[" not in plain:
        return []
    reader = _Targets()
    reader.feed(Markdown(extensions=["tables", "toc", "fenced_code"]).convert(plain.replace("<", "&lt;")))
    reader.close()
    return reader.found


def safe(target: str) -> bool:
    """Whether a link leads to a page of the site, an ordinary web address, an e-mail address or a telephone."""
    if target.startswith("//"):
        return False
    if _INSIDE_SITE.fullmatch(target) or _MAIL_OR_PHONE.fullmatch(target):
        return True
    try:
        _ADDRESS.validate_python(target)
    except ValidationError:
        return False
    return True


def _unsafe(place: Place) -> Problem:
    found = "A link on this line does not lead to an ordinary web address or to a page of this site."
    fix = "Start the address with https://, or write the path of a page such as ../help/; mailto: and tel: are allowed too."
    return Problem(place, "unsafe-link", found, fix)
