"""Reads a built page for what a security policy is about: inline scripts, and markup that no policy should allow.

It judges nothing and changes nothing; `policy` does.
"""

from dataclasses import dataclass, field

from generator.markup import MarkupReader

SCRIPT_TYPES = frozenset(
    {"", "module", "text/javascript", "application/javascript", "text/ecmascript", "application/ecmascript"}
)
"""Types that a browser runs; any other type (JSON, JSON-LD, speculation rules) is inert text to the policy."""
LOADING = frozenset({"src", "srcset", "poster", "data", "background"})
"""Attributes that make a browser fetch something by itself."""
LINKING_TAGS = frozenset({"link", "use", "image", "feimage"})
"""Elements whose `href` is fetched rather than followed."""
FETCHED_RELATIONS = frozenset(
    {"stylesheet", "icon", "preload", "modulepreload", "prefetch", "preconnect", "dns-prefetch", "manifest"}
)
ADDRESSES = LOADING | {"href", "xlink:href", "action", "formaction"}
RUNNING_SCHEMES = ("javascript:", "vbscript:", "data:text/html")


@dataclass
class PageMarkup:
    """What was seen in one page."""

    inline_scripts: list[str] = field(default_factory=list)
    needs: frozenset[str] = frozenset()
    """What the page says of itself in `data-needs`: see `policy.NEEDS`."""
    loads_scripts: bool = False
    """Whether it has a script that is a file."""
    faults: list[str] = field(default_factory=list)
    """Markup that a strict policy would block in silence, each as tag and attribute; never its text."""


class _Reader(MarkupReader):
    def __init__(self) -> None:
        super().__init__()
        self.seen = PageMarkup()
        self._script: list[str] | None = None

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        present = {name: value or "" for name, value in attrs}
        if "data-needs" in present:
            self.seen.needs |= frozenset(present["data-needs"].split())
        if (
            tag == "script"
            and "src" not in present
            and present.get("type", "").strip().lower() in SCRIPT_TYPES
        ):
            self._script = []
        if tag == "script" and "src" in present:
            self.seen.loads_scripts = True
        if tag == "style":
            self.seen.faults.append("a <style> element")
        if tag == "base":
            self.seen.faults.append("a <base> element")
        for name, text in present.items():
            self._attribute(tag, name, text, present)

    handle_startendtag = handle_starttag

    def _attribute(self, tag: str, name: str, text: str, present: dict[str, str]) -> None:
        if name == "style":
            self.seen.faults.append(f"a style attribute on <{tag}>")
        elif name.startswith("on"):
            self.seen.faults.append(f"an {name} attribute on <{tag}>")
        elif name in ADDRESSES:
            address = "".join(character for character in text if character > " ").lower()
            if address.startswith(RUNNING_SCHEMES):
                self.seen.faults.append(f"an address that runs as a script in {name} on <{tag}>")
            elif _fetched(tag, name, present) and (
                address.startswith("//") or "://" in address.split("?", 1)[0]
            ):
                self.seen.faults.append(f"an address of another host in {name} on <{tag}>")

    def handle_data(self, data: str) -> None:
        if self._script is not None:
            self._script.append(data)

    def handle_endtag(self, tag: str) -> None:
        if tag == "script" and self._script is not None:
            text = "".join(self._script)
            if text:
                self.seen.inline_scripts.append(text)
            self._script = None


def _fetched(tag: str, name: str, present: dict[str, str]) -> bool:
    if name in LOADING or (name == "xlink:href" and tag in LINKING_TAGS):
        return True
    if name != "href" or tag not in LINKING_TAGS:
        return False
    return tag != "link" or bool(FETCHED_RELATIONS & set(present.get("rel", "").lower().split()))


def read_markup(page: str) -> PageMarkup:
    """What one page of HTML or SVG holds that a security policy is about."""
    reader = _Reader()
    reader.feed(page)
    reader.close()
    return reader.seen
