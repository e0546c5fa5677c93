"""The site's security policy: a strict Content-Security-Policy in every page and for the host, and security.txt.

The meta tag protects wherever the site stands (a host such as GitHub Pages sets no headers); `_headers` adds what
only a header can say, for hosts that read it. Markup that the policy would block is refused here rather than
published broken.
"""

import base64
import hashlib
import html
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from generator.release.finish.markup import PageMarkup, read_markup

STRICT: Mapping[str, tuple[str, ...]] = {
    "default-src": ("'none'",),
    "script-src": ("'self'",),
    "style-src": ("'self'",),
    "img-src": ("'self'",),
    "connect-src": ("'self'",),
    "base-uri": ("'none'",),
    "form-action": ("'self'",),
}
"""What every page may do: load from its own host, and nothing inline."""

NEEDS: Mapping[str, Mapping[str, tuple[str, ...]]] = {
    # Pagefind is WebAssembly; the token allows that and no eval. Its worker is not used.
    "search": {"script-src": ("'wasm-unsafe-eval'",)},
    # A chart that is saved as a picture is drawn from an address of the page's own making.
    "picture": {"img-src": ("blob:",)},
}
"""What a page may ask for besides, by a word in `data-needs` (from `needs` in its front matter)."""

FRAMED = "embed"
"""The need of a page that other sites may show in a frame. Such pages, and nothing else, stand in a folder of this name."""
INERT: Mapping[str, tuple[str, ...]] = {"script-src": ("'none'",), "connect-src": ("'none'",), "form-action": ("'none'",)}
"""What a framed page has to do without: with no script, no form and no request, whoever frames it gains nothing by it."""
OPEN_DATA = "data"
"""The folder whose files pages of other sites may read."""

PERMISSIONS = (
    "accelerometer", "autoplay", "browsing-topics", "camera", "display-capture", "encrypted-media", "fullscreen",
    "geolocation", "gyroscope", "magnetometer", "microphone", "midi", "payment", "picture-in-picture",
    "publickey-credentials-get", "screen-wake-lock", "usb", "web-share", "xr-spatial-tracking",
)  # fmt: skip
"""Powers of the browser that the site renounces."""

REFERRER = "same-origin"
"""Other hosts are not told which page a reader came from."""

_CHARSET = re.compile(r"<meta charset=[^>]*>", re.IGNORECASE)
_OURS = re.compile(
    r'\s*<meta http-equiv="Content-Security-Policy" content="[^"]*">\s*<meta name="referrer" content="[^"]*">'
)


class UnsafePage(Exception):
    """Pages hold markup that the policy would block; carries every page with its faults."""

    def __init__(self, faults: Mapping[str, Iterable[str]]) -> None:
        """Keep pages and faults in order, for a message that does not change between runs."""
        self.faults = {page: tuple(dict.fromkeys(found)) for page, found in sorted(faults.items())}
        super().__init__("; ".join(f"{page}: {', '.join(found)}" for page, found in self.faults.items()))


@dataclass(frozen=True, slots=True)
class SecurityContact:
    """What `.well-known/security.txt` says (RFC 9116)."""

    contacts: tuple[str, ...]
    """Addresses, most wanted first: https: or mailto:."""
    expires: date
    canonical: str = ""
    """Address of the file itself on the published site."""

    def as_text(self) -> str:
        """The text of the file."""
        lines = [f"Contact: {address}" for address in self.contacts]
        lines.append(f"Expires: {self.expires.isoformat()}T00:00:00.000Z")
        lines.append("Preferred-Languages: en")
        if self.canonical:
            lines.append(f"Canonical: {self.canonical}")
        return "\n".join(lines) + "\n"


def script_hash(script: str) -> str:
    """The policy's name for one inline script: its SHA-256, of the text as a browser reads it."""
    as_read = script.replace("\r\n", "\n").replace("\r", "\n")
    return f"'sha256-{base64.b64encode(hashlib.sha256(as_read.encode()).digest()).decode()}'"


def content_security_policy(markup: PageMarkup) -> str:
    """The policy of one page: strict, with its inline scripts by hash and the needs it names."""
    if FRAMED in markup.needs:
        return _written({**STRICT, **INERT})
    sources = {directive: list(allowed) for directive, allowed in STRICT.items()}
    sources["script-src"] += [script_hash(script) for script in markup.inline_scripts]
    for need in sorted(markup.needs & NEEDS.keys()):
        for directive, allowed in NEEDS[need].items():
            sources.setdefault(directive, []).extend(allowed)
    return _written(sources)


def _written(sources: Mapping[str, Iterable[str]]) -> str:
    return "; ".join(f"{directive} {' '.join(dict.fromkeys(allowed))}" for directive, allowed in sources.items())


def secure(site: Path, contact: SecurityContact | None = None) -> None:
    """Write the policy into every page, `_headers` and security.txt; raises UnsafePage before anything is written."""
    pages = {path: path.read_text(encoding="utf-8") for path in sorted(site.rglob("*.html"))}
    markups = {path: read_markup(text) for path, text in pages.items()}
    drawings = {path: read_markup(path.read_text(encoding="utf-8")) for path in sorted(site.rglob("*.svg"))}
    faults = {
        path.relative_to(site).as_posix(): found
        for path, text in pages.items()
        if (found := _faults(path.relative_to(site), text, markups[path]))
    }
    faults |= {
        path.relative_to(site).as_posix(): found
        for path, markup in drawings.items()
        if (
            found := [fault for fault in markup.faults if "style" not in fault]
            + ["a script"] * bool(markup.inline_scripts)
        )
    }
    if faults:
        raise UnsafePage(faults)
    for path, text in pages.items():
        path.write_text(with_policy(text, content_security_policy(markups[path])), encoding="utf-8")
    (site / "_headers").write_text(headers({path.relative_to(site): markup for path, markup in markups.items()}), encoding="utf-8")
    if contact is not None:
        (site / ".well-known").mkdir(exist_ok=True)
        (site / ".well-known" / "security.txt").write_text(contact.as_text(), encoding="utf-8")


def _faults(path: Path, text: str, markup: PageMarkup) -> list[str]:
    unknown = [f"a need that no policy knows: {need}" for need in sorted(markup.needs - NEEDS.keys() - {FRAMED})]
    missing = [] if _CHARSET.search(text) else ["no <meta charset>"]
    framed = FRAMED in markup.needs
    misplaced = [f"a page in {FRAMED}/ and only there may be framed"] if framed is not (path.parts[0] == FRAMED) else []
    scripts = ["a script on a page that may be framed"] if framed and (markup.inline_scripts or markup.loads_scripts) else []
    return [*markup.faults, *unknown, *missing, *misplaced, *scripts]


def with_policy(page: str, policy: str) -> str:
    """The page with the policy right after its charset, in place of any policy that was there before."""
    bare = _OURS.sub("", page)
    tags = (
        f'<meta http-equiv="Content-Security-Policy" content="{html.escape(policy, quote=True).replace("&#x27;", chr(39))}">'
        f'<meta name="referrer" content="{REFERRER}">'
    )
    return _CHARSET.sub(lambda charset: charset.group() + tags, bare, count=1)


def headers(markups: Mapping[Path, PageMarkup]) -> str:
    """The `_headers` file: for each folder the widest policy that any page has, and what only a header can say.

    No two rules that fit one address name the same header, because hosts do not agree on what that would mean. The
    one rule for every address therefore says nothing of what differs. It denies framing in the old way, which counts
    where no `frame-ancestors` stands: at addresses that do not exist.
    """
    together = PageMarkup()
    for markup in (one for one in markups.values() if FRAMED not in one.needs):
        together.needs |= markup.needs
        together.inline_scripts += [
            script for script in markup.inline_scripts if script not in together.inline_scripts
        ]
    together.inline_scripts.sort()
    closed = f"  Content-Security-Policy: {content_security_policy(together)}; frame-ancestors 'none'"
    lines = [
        "/*",
        f"  Referrer-Policy: {REFERRER}",
        f"  Permissions-Policy: {', '.join(f'{power}=()' for power in PERMISSIONS)}",
        "  X-Content-Type-Options: nosniff",
        "  X-Frame-Options: DENY",
        "  Cross-Origin-Opener-Policy: same-origin",
        "  Strict-Transport-Security: max-age=31536000",
    ]
    folders = sorted({path.parts[0] for path in markups if len(path.parts) > 1})
    alone = sorted(f"/{path.name}" for path in markups if len(path.parts) == 1)
    for address in ["/", *alone, *(f"/{folder}/*" for folder in folders)]:
        if address == f"/{FRAMED}/*":
            lines += [address, f"  Content-Security-Policy: {_written({**STRICT, **INERT})}; frame-ancestors *"]
        else:
            lines += [address, closed]
        if address == f"/{OPEN_DATA}/*":
            lines.append("  Access-Control-Allow-Origin: *")
        lines.append(f"  Cross-Origin-Resource-Policy: {'cross-origin' if address in _SHARED else 'same-origin'}")
    return "\n".join(lines) + "\n"


_SHARED = frozenset({f"/{FRAMED}/*", f"/{OPEN_DATA}/*"})
"""What other sites may show or load."""
