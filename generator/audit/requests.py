"""No page makes the reader's browser ask another host for anything."""

import re
from collections.abc import Iterator
from urllib.parse import urlsplit

from generator.audit.built_site import BuiltSite
from generator.problems import Place, Problem

_IN_STYLES = re.compile(r"url\(\s*['\"]?([^'\")]+)|@import\s+['\"]([^'\"]+)")


def foreign_requests(site: BuiltSite) -> Iterator[Problem]:
    """Files that a page or a stylesheet would load from somewhere else."""
    for page in site.pages.values():
        for target in page.loads:
            if _foreign(target):
                yield _problem(page.name, target)
    for name in sorted(site.files):
        if name.endswith(".css"):
            for found in _IN_STYLES.finditer((site.folder / name).read_text(encoding="utf-8")):
                target = found.group(1) or found.group(2)
                if _foreign(target):
                    yield _problem(name, target)


def _foreign(target: str) -> bool:
    parts = urlsplit(target)
    return bool(parts.netloc) or parts.scheme not in ("", "data")


def _problem(name: str, target: str) -> Problem:
    return Problem(
        Place(name),
        "foreign-request",
        f"The built file loads {target} from another host.",
        "Put the file into the site, or take it out of the template.",
    )
