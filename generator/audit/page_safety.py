"""What one page could run, and whether its own policy lets it: read along with its words, judged page by page.

Nothing is shared with what wrote the policy. Which files are looked at is decided in `security`.
"""

import base64
import hashlib
import re
from collections.abc import Iterator, Mapping

ADDRESSES = frozenset(
    {"href", "xlink:href", "src", "srcset", "action", "formaction", "data", "poster", "background", "cite", "ping", "manifest", "code"}
)
CLOSED = {"default-src": "'none'", "base-uri": "'none'"}
"""Directives that must stand in every policy, and their one value."""
OWN = ("script-src", "style-src", "img-src", "connect-src", "form-action")
"""Directives that must stand in every policy and begin with the site itself, or allow nothing."""
EXCEPTIONS = frozenset({("script-src", "'wasm-unsafe-eval'"), ("img-src", "blob:")})
"""What a page may be allowed besides: the search is WebAssembly, and a chart can be saved as a picture."""
FOREIGN_ELEMENTS = frozenset({"iframe", "frame", "frameset", "object", "embed", "applet", "base", "style", "portal", "marquee"})
RUNNING = re.compile(r"^(javascript|vbscript|data|blob|filesystem|file):", re.IGNORECASE)
DATA_BLOCKS = frozenset({"application/ld+json", "application/json"})
"""Scripts of these types are never run."""
_HASH = re.compile(r"'sha256-[A-Za-z0-9+/]{43}='")
_SPACES = re.compile(r"[\x00-\x20\x7f-\x9f]+")


class PageSafety:
    """Collects what a page could run, and its policy, from the tags and texts that it is told of."""

    def __init__(self) -> None:
        self._seen: list[str] = []
        self.policies: list[str] = []
        self.scripts: list[str] = []
        self._before_policy = ""
        self._open_script: list[str] | None = None

    def tag(self, tag: str, present: Mapping[str, str], *, twice: bool) -> None:
        """Note a tag that opens; `twice` says that it has an attribute twice."""
        self._note_policy(tag, present)
        if twice:
            self._seen.append(f"has an attribute twice on <{tag}>")
        if tag in FOREIGN_ELEMENTS:
            self._seen.append(f"has a <{tag}>")
        if tag == "script" and "src" not in present and present.get("type", "").lower() not in DATA_BLOCKS:
            self._open_script = []
        for name, value in present.items():
            self._seen += attribute_faults(tag, name, value)

    def _note_policy(self, tag: str, present: Mapping[str, str]) -> None:
        kind = present.get("http-equiv", "").strip().lower()
        if tag == "meta" and kind == "content-security-policy":
            self.policies.append(present.get("content", ""))
            if self._before_policy:
                self._seen.append(f"has its policy after a <{self._before_policy}>")
        elif tag == "meta" and kind == "refresh":
            self._seen.append("sends its reader elsewhere by <meta>")
        elif tag in ("script", "link", "style", "img", "body") and not self.policies:
            self._before_policy = self._before_policy or tag

    def text(self, said: str) -> None:
        """Note a text."""
        if self._open_script is not None:
            self._open_script.append(said)

    def end(self, tag: str) -> None:
        """Note a tag that closes."""
        if tag == "script" and self._open_script is not None:
            self.scripts.append("".join(self._open_script))
            self._open_script = None

    def faults(self) -> Iterator[str]:
        """What is wrong with the page, once all of it was told."""
        yield from self._seen
        if len(self.policies) != 1:
            yield f"has {len(self.policies)} security policies instead of one"
            return
        yield from policy_faults(self.policies[0], self.scripts)


def attribute_faults(tag: str, name: str, value: str) -> Iterator[str]:
    """What is wrong with one attribute; its value is never told."""
    if name.startswith("on"):
        yield f"has an {name} attribute on <{tag}>"
    if name in ("style", "srcdoc"):
        yield f"has a {name} attribute on <{tag}>"
    if name in ADDRESSES and RUNNING.match(_SPACES.sub("", value)):
        yield f"has an address that is code in {name} on <{tag}>"
    if name.startswith("xmlns:") and name != "xmlns:xlink":
        yield f"has a foreign namespace on <{tag}>"


def policy_faults(policy: str, scripts: list[str]) -> Iterator[str]:
    """What a policy lets through that it should not, or blocks that the page needs."""
    directives: dict[str, list[str]] = {}
    for part in policy.split(";"):
        name, *sources = part.split()
        if name in directives:
            yield f"names {name} twice in its policy"
        directives.setdefault(name, sources)
    for name, value in CLOSED.items():
        if directives.get(name) != [value]:
            yield f"has a policy without {name} {value}"
    for name in OWN:
        if directives.get(name, [""])[0] not in ("'self'", "'none'"):
            yield f"has a policy without {name} 'self'"
    for name, sources in directives.items():
        for source in sources:
            named = name == "script-src" and _HASH.fullmatch(source)
            if not (source in ("'none'", "'self'") or named or (name, source) in EXCEPTIONS):
                yield f"has a loose policy: {name} allows something else than the site itself"
    for script in scripts:
        digest = base64.b64encode(hashlib.sha256(script.encode()).digest()).decode()
        if f"'sha256-{digest}'" not in directives.get("script-src", []):
            yield "has a script in it that its policy does not name"
