"""Files that do not belong to the site: old releases, logs, raw files, backups, fingerprints of files that are not shown.

A file belongs if somebody can get to it from the home page, the sitemap or the other files that hosts know.
"""

import hashlib
import posixpath
import re
from collections.abc import Iterator
from functools import cache, partial
from urllib.parse import unquote, urlsplit

from generator.audit.built_site import BuiltSite
from generator.audit.links import resolved
from generator.problems import Place, Problem

KNOWN = frozenset({"index.html", "404.html", "sitemap.xml", "robots.txt", "_headers", "feed.xml", "data/protection.json", "search/index.html", ".nojekyll", "CNAME"})
FOLDERS = ("pagefind/", ".well-known/", "data/api/", "data/schemas/", "data/templates/")
UNWANTED = re.compile(
    r"(?:\.(?:log|bak|old|orig|tmp|part|swp|map|py|pyc|md|ya?ml|toml|xlsx?|ods|db|sqlite3?|parquet|env|gz|tar|tgz|7z|rar|pid|lock|j2)|~)$"
    r"|(?:^|/)(?:\.git|\.releases|\.cache|__pycache__|__MACOSX|Thumbs\.db|\.DS_Store|node_modules)(?:/|$)"
    r"|(?:^|/)(?:build|private|raw|records|secret)[^/]*\.(?:txt|csv|json)$",
    re.IGNORECASE,
)
READABLE = (".html", ".css", ".js", ".json", ".jsonld", ".xml", ".txt", ".ics", ".webmanifest")
_DIGEST = re.compile(r"(?<![0-9a-fA-F])[0-9a-f]{64}(?![0-9a-fA-F])")
_ADDRESS = re.compile(r"""["'(>\s]([^"'()<>\s]+?\.[A-Za-z0-9]{2,11})(?=["')<\s])""")
_COMMENT = re.compile(r"^\s*#.*\d", re.MULTILINE)
_FIX = "Delete it, and build into an empty folder."


def leftover_files(site: BuiltSite) -> Iterator[Problem]:
    """Files that nothing on the site leads to, or whose names say that they are no part of it."""
    reached = _reached(site)
    for name in sorted(site.files):
        if UNWANTED.search(name):
            found = "A file of this kind is no part of a site: a log, a backup, a source or a raw file."
            yield Problem(Place(name), "leftover-file", found, _FIX)
        elif name not in KNOWN and not name.startswith(FOLDERS) and name not in reached:
            found = "Nothing on the site leads to this file: it may be left from an earlier release."
            yield Problem(Place(name), "leftover-file", found, _FIX)


def _reached(site: BuiltSite) -> frozenset[str]:
    """Every file that a reader or a program can get to, step by step, from the home page, the sitemap and the like."""
    home = _home(site)
    by_name: dict[str, list[str]] = {}
    for name in sorted(site.files):
        by_name.setdefault(posixpath.basename(name), []).append(name)
    reached: set[str] = set()
    waiting = [name for name in sorted(site.files) if name in KNOWN]
    while waiting:
        name = waiting.pop()
        if name not in reached and name in site.files:
            reached.add(name)
            waiting += _led_to(site, name, home, by_name)
    return frozenset(reached)


def _led_to(site: BuiltSite, name: str, home: str, by_name: dict[str, list[str]]) -> Iterator[str]:
    """The files that one file links to, loads or names."""
    page = site.pages.get(name)
    if page is not None:
        for target in {*page.links, *page.loads}:
            parts = urlsplit(target)
            if not parts.scheme and not parts.netloc:
                yield resolved(name, parts.path)
    elif name.endswith(READABLE):
        text = _text(site, name)
        for address in set(_ADDRESS.findall(f"({text})")):
            yield from _meant(address, name, home, by_name)
        if name == "sitemap.xml":
            yield from (f"{path}index.html" if path.endswith("/") or not path else path for path in _listed(text, home))


def _meant(address: str, inside: str, home: str, by_name: dict[str, list[str]]) -> Iterator[str]:
    """The files that an address in a text may mean: from the root, from where it stands, else by its last parts."""
    absolute = bool(home) and address.startswith(home)
    path = unquote(address.removeprefix(home) if absolute else address).lstrip("./")
    known = by_name.get(posixpath.basename(path), [])
    beside = posixpath.join(posixpath.dirname(inside), path)
    exact = [name for name in known if name in (path, beside)]
    yield from exact or ([] if absolute else [name for name in known if name.endswith(f"/{path}")])


def _home(site: BuiltSite) -> str:
    """The address at which the site is published, as its sitemap has it."""
    listed = re.search(r"<loc>([^<]+)</loc>", _text(site, "sitemap.xml"))
    return listed.group(1) if listed else ""


def _listed(text: str, home: str) -> Iterator[str]:
    yield from (address.removeprefix(home) for address in re.findall(r"<loc>([^<]+)</loc>", text) if address.startswith(home))


def _text(site: BuiltSite, name: str) -> str:
    return (site.folder / name).read_text(encoding="utf-8", errors="replace") if name in site.files else ""


def telling_files(site: BuiltSite) -> Iterator[Problem]:
    """Comments with numbers in files for machines, and fingerprints of files that the site does not hold.

    A fingerprint of a raw file can be tried out: with few numbers hidden, somebody finds the ones that give it.
    """
    fingerprints = cache(partial(_fingerprints, site))
    for name in sorted(site.files):
        if (name == "_headers" or name.endswith(".txt")) and _COMMENT.search(_text(site, name)):
            yield Problem(Place(name), "leftover-file", "A comment in this file holds a number.", "Take the comment out.")
        if name.endswith((".json", ".jsonld", ".txt", ".csv", ".xml", ".webmanifest")):
            digests = set(_DIGEST.findall(_text(site, name)))
            if digests and not digests <= fingerprints():
                found = "This file holds the fingerprint of a file that the site does not hold."
                yield Problem(Place(name), "leftover-file", found, "Publish fingerprints of published files only.")
        if name.endswith(".css") and re.search(r"content\s*:\s*[\"'][^\"']*\d", _text(site, name)):
            yield Problem(Place(name), "untied-number", "A style writes a number into the page.", "Take it out of the style.")


def _fingerprints(site: BuiltSite) -> frozenset[str]:
    return frozenset(hashlib.sha256((site.folder / name).read_bytes()).hexdigest() for name in site.files)
