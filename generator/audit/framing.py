"""Which pages other sites may show in a frame: the charts made for it, which hold nothing that could be abused, and no other.

Reads `_headers` as a host that obeys it does, and the policy inside each page.
"""

import re
from collections.abc import Iterator, Mapping

from generator.audit.built_site import BuiltSite
from generator.problems import Place, Problem

HEADERS = "_headers"
FRAMED = "embed/"
"""The folder of pages made to be framed."""
INERT = ("script-src 'none'", "connect-src 'none'", "form-action 'none'")
_POLICY = re.compile(r'<meta http-equiv="Content-Security-Policy" content="([^"]*)"')
_ALIVE = re.compile(r"<(?:script|form|button|input|textarea|select)\b", re.IGNORECASE)
_OUTSIDE = re.compile(r'<a\b(?![^>]*\btarget="_blank")', re.IGNORECASE)
_FIX = "Build the site with `transparency build`; pages to be framed are made by templates/theme/embed.html."


def framed_pages(site: BuiltSite) -> Iterator[Problem]:
    """Pages that may be framed and should not, and pages made for frames that hold more than a chart."""
    rules = dict(_rules((site.folder / HEADERS).read_text(encoding="utf-8"))) if HEADERS in site.files else {}
    for name in sorted(site.pages):
        for fault in _faults(site, name, _headers_for(rules, f"/{name}") if rules else None):
            yield Problem(Place(name), "unsafe-markup", f"The built file {fault}.", _FIX)


def _faults(site: BuiltSite, name: str, headers: list[tuple[str, str]] | None) -> Iterator[str]:
    if headers is not None:
        policies = [value for header, value in headers if header == "content-security-policy"]
        if len(policies) != 1:
            yield f"is sent with {len(policies)} security policies instead of one, by _headers"
        elif ("frame-ancestors *" if name.startswith(FRAMED) else "frame-ancestors 'none'") not in policies[0].split("; "):
            yield "may be framed, or not, against what it is made for, by _headers"
    if name.startswith(FRAMED):
        text = (site.folder / name).read_text(encoding="utf-8")
        policy = _POLICY.search(text)
        if not policy or not set(INERT) <= set(policy.group(1).split("; ")):
            yield "may be framed and has a policy that lets it do more than show"
        if _ALIVE.search(text):
            yield "may be framed and holds a script, a form or a button"
        if _OUTSIDE.search(text):
            yield "may be framed and has a link that opens inside the frame"


def _rules(text: str) -> Iterator[tuple[str, list[tuple[str, str]]]]:
    """Each rule of the file: the addresses that it is for, and its headers in small letters."""
    address, headers = "", list[tuple[str, str]]()
    for line in [*text.splitlines(), "/"]:
        if line.startswith("/"):
            if address:
                yield address, headers
            address, headers = line.strip(), []
        elif ":" in line:
            header, _, value = line.partition(":")
            headers.append((header.strip().lower(), value.strip()))


def _headers_for(rules: Mapping[str, list[tuple[str, str]]], address: str) -> list[tuple[str, str]]:
    """Every header of every rule that fits an address."""
    return [
        header
        for pattern, headers in rules.items()
        if (address.startswith(pattern[:-1]) if pattern.endswith("*") else address == pattern)
        for header in headers
    ]
