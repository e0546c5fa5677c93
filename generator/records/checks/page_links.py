"""Rule: links on pages lead to ordinary web addresses or to pages of the site, and pictures lie in site_src."""

import re
from collections.abc import Iterator
from datetime import date

from pydantic import TypeAdapter, ValidationError

from generator.problems import Place, Problem
from generator.records.observation import Records
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
        first = page.place.row or 1
        for number, line in enumerate(without_insertions(page.body, "x").split("\n"), start=first):
            place = Place(page.place.file, number)
            for picture, target in _INLINE.findall(line):
                if picture and not _INSIDE_SITE.fullmatch(target):
                    fix = "Put the picture in site_src and give its path."
                    yield Problem(
                        place, "unsafe-link", "A picture on this line does not lie in site_src.", fix
                    )
                elif not safe(target):
                    yield _unsafe(place)
            defined = _DEFINED.match(line)
            if defined and not safe(defined.group(1)):
                yield _unsafe(place)


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
