"""Every link inside the site leads somewhere, and so does every place within a page."""

import posixpath
from collections.abc import Iterator
from urllib.parse import unquote, urlsplit

from generator.audit.built_site import BuiltSite
from generator.problems import Place, Problem

ELSEWHERE = ("http", "https", "mailto", "tel")


def broken_links(site: BuiltSite) -> Iterator[Problem]:
    """Links to pages, files or places that are not in the built folder."""
    for page in site.pages.values():
        if page.name == "404.html":
            continue  # served at any address: its links are counted from the root of the host
        for target in sorted(set(page.links + page.loads)):
            fault = _fault(site, page.name, target)
            if fault:
                yield Problem(
                    Place(page.name),
                    "broken-link",
                    f"The built page links to {target}, {fault}.",
                    "Mend the link in site_src, or the template that makes it.",
                )


def _fault(site: BuiltSite, page: str, target: str) -> str:
    parts = urlsplit(target)
    if parts.scheme in ELSEWHERE:
        return ""
    if parts.scheme or parts.netloc:
        return "which is not a web, e-mail or telephone address"
    name = resolved(page, parts.path)
    if name not in site.files:
        return "which is not in the site"
    if parts.fragment and name in site.pages and unquote(parts.fragment) not in site.pages[name].ids:
        return "a place that the page does not have"
    return ""


def resolved(page: str, path: str) -> str:
    """The file that a relative address means, as a static host serves it."""
    if not path:
        return page
    joined = posixpath.normpath(posixpath.join(posixpath.dirname(page), unquote(path)))
    if path.endswith("/") or joined in (".", "") or path in (".", ".."):
        return "index.html" if joined in (".", "") else f"{joined}/index.html"
    return joined
