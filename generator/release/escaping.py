"""The one boundary between the council's text and the page: after it, text can only be text.

A staged page is Markdown with HTML in it, so a character is made harmless for both at once by writing
it as a character reference: Markdown sees no syntax, the browser shows the character that was typed.
"""

import re

from markupsafe import Markup

SYNTAX = frozenset("&<>\"'\\`*_{}[]()#|~^$!=")
"""Characters that mean something to HTML, to Markdown or to its extensions."""
_LINE_START = re.compile(r"^( ?\d{1,9})([.)])|^( ?)([-+:%])")
_SPACES = re.compile(r"\s+")


def as_text(value: object) -> Markup:
    """Turn any value into text that neither Markdown nor HTML can read as anything else.

    Line breaks become spaces: a cell of data is one run of text.
    """
    if isinstance(value, Markup):
        return value
    text = _SPACES.sub(" ", str(value))
    text = "".join(f"&#{ord(character)};" if character in SYNTAX else character for character in text)
    return Markup(_LINE_START.sub(_harmless_start, text))  # noqa: S704  every character with a meaning is a reference by now


def _harmless_start(matched: re.Match[str]) -> str:
    """Write what would start a list, a rule or a definition at the start of a line as a reference."""
    if matched.group(4):
        return f"{matched.group(3)}&#{ord(matched.group(4))};"
    return f"{matched.group(1)}&#{ord(matched.group(2))};"
