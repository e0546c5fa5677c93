"""Puts finished fragments (charts) into the built pages, in place of the empty elements that wait for them.

Done after MkDocs, because Markdown would read every byte of them (STACK: two to four times faster).
"""

import re
from collections import Counter
from collections.abc import Mapping
from pathlib import Path

WAITING = re.compile(r'<(div|span)((?:\s[^<>]*?)?)\sdata-fragment="([^"<>]+)"([^<>]*)></\1>')


class FragmentMissing(Exception):
    """A page waits for a fragment that nobody made."""


def put_in(site: Path, fragments: Mapping[str, str]) -> None:
    """Fill every waiting element of every page; raises FragmentMissing for a name that is not there."""
    for path in sorted(site.rglob("*.html")):
        page = path.read_text(encoding="utf-8")
        if "data-fragment=" in page:
            path.write_text(filled(page, fragments, path.relative_to(site).as_posix()), encoding="utf-8")


def filled(page: str, fragments: Mapping[str, str], name: str) -> str:
    """One page with its fragments; a fragment used twice on a page gets ids of its own each time."""
    seen: Counter[str] = Counter()

    def fill(waiting: re.Match[str]) -> str:
        tag, before, fragment, after = waiting.groups()
        if fragment not in fragments:
            raise FragmentMissing(f"{name} waits for {fragment}")
        seen[fragment] += 1
        content = fragments[fragment]
        if seen[fragment] > 1:
            content = _with_own_ids(content, seen[fragment])
        return f"<{tag}{before}{after}>{content}</{tag}>"

    done = WAITING.sub(fill, page)
    if "data-fragment=" in done:
        raise FragmentMissing(f"{name} holds an element that waits for a fragment and is not empty")
    return done


_ID = re.compile(r'\sid="([^"]+)"')
_REFERENCE = re.compile(r'(\saria-(?:labelledby|describedby)=")([^"]+)(")')


def _with_own_ids(svg: str, occurrence: int) -> str:
    """The same picture with ids that end in its number, so that no id stands twice on a page."""
    renamed = _ID.sub(lambda found: f' id="{found.group(1)}-{occurrence}"', svg)
    return _REFERENCE.sub(
        lambda found: found.group(1) + " ".join(f"{one}-{occurrence}" for one in found.group(2).split()) + found.group(3), renamed
    )
