"""The kinds of cell that the declarations are made of: text, id, web address, date, colour, telephone.

Each refuses what is unsafe; the words for an officer are made where the problem is reported.
"""

import re
import unicodedata
from typing import Annotated
from urllib.parse import urlsplit

from pydantic import AfterValidator, Field, StringConstraints
from pydantic_core import PydanticCustomError

from generator.periods import parse_partial_date

ID_LENGTH = 60
TEXT_LENGTH = 3000
_PORTS = frozenset(f"{port}{number}" for port in ("com", "lpt") for number in range(1, 10))
RESERVED_IDS = frozenset({"index", "search", "404", "assets", "con", "prn", "aux", "nul"}) | _PORTS
"""What the site itself needs, and what Windows takes for a device whatever the ending."""
RESERVED_IN_WORDS = "404, assets, aux, com1 to com9, con, index, lpt1 to lpt9, nul, prn, search"
_UNSAFE_CATEGORIES = frozenset({"Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp"})
_INVISIBLE = frozenset(
    {0x034F, 0x115F, 0x1160, 0x17B4, 0x17B5, 0x2800, 0x3164, 0xFFA0, 0xFFFC, *range(0xFE00, 0xFE0E), *range(0xE0100, 0xE01F0)}
)
"""Letters and marks that show nothing. The two selectors that choose between an emoji and a sign are not among them."""
_JOINERS = frozenset("\u200c\u200d")
_JOINED = frozenset({"So", "Sk", "Mn", "Mc", "Lo"})
"""Emoji, and letters and marks of the scripts that join: between two of these a joiner is ordinary writing."""


def unsafe_character(text: str) -> str | None:
    """The code point (`U+202E`) of the first character that could deceive or break, or None."""
    if text.isascii() and text.isprintable():
        return None
    for position, character in enumerate(text):
        if character in _JOINERS and _joins(text[max(0, position - 1) : position + 2]):
            continue
        if unicodedata.category(character) in _UNSAFE_CATEGORIES or ord(character) in _INVISIBLE:
            return f"U+{ord(character):04X}"
    return None


def _joins(three: str) -> bool:
    """Whether a joiner, the second of three characters, stands between two that are written joined."""
    return len(three) == 3 and all(unicodedata.category(side) in _JOINED for side in (three[0], three[2]))


def _text(value: str) -> str:
    found = unsafe_character(value)
    if found:
        raise PydanticCustomError("unsafe_character", "character {code_point}", {"code_point": found})
    return value


def _id(value: str) -> str:
    if value.lower() in RESERVED_IDS:
        raise PydanticCustomError("reserved_id", "reserved id")
    return value


def _web_address(value: str) -> str:
    if not value.isascii() or unsafe_character(value) or any(sign in value for sign in " \\\"'<>`{}|^"):
        raise PydanticCustomError("web_address", "not a web address")
    try:
        parts = urlsplit(value)
        _ = parts.port  # raises ValueError for a port that is not a number
    except ValueError:
        raise PydanticCustomError("web_address", "not a web address") from None
    host = parts.hostname or ""
    ordinary_host = re.fullmatch(r"[a-z0-9]([a-z0-9-]*[a-z0-9])?(\.[a-z0-9]([a-z0-9-]*[a-z0-9])?)+", host)
    if parts.scheme not in ("https", "http") or not value.startswith(f"{parts.scheme}://") or "@" in parts.netloc:
        raise PydanticCustomError("web_address", "not a web address")
    if not ordinary_host or "xn--" in host or len(value) > 500:
        raise PydanticCustomError("web_address", "not a web address")
    return value


def _partial_date(value: str) -> str:
    if parse_partial_date(value) is None:
        raise PydanticCustomError("partial_date", "not a date")
    return value


Text = Annotated[str, StringConstraints(strip_whitespace=True, max_length=TEXT_LENGTH), AfterValidator(_text)]
"""Plain words; never markup, never a template."""
Id = Annotated[
    str,
    StringConstraints(pattern=r"^[A-Za-z0-9]+(-[A-Za-z0-9]+)*$", max_length=ID_LENGTH),
    AfterValidator(_id),
]
"""A short name of ASCII letters, digits and single hyphens: safe as a file name and in an address."""
WebAddress = Annotated[str, AfterValidator(_web_address)]
"""An https or http address of an ordinary host, without user name or spaces."""
PartialDate = Annotated[str, AfterValidator(_partial_date)]
"""`2025`, `2025-07`, `2025-07-14`, or two of these with a / between."""
Colour = Annotated[str, Field(pattern=r"^#[0-9a-f]{6}$")]
Telephone = Annotated[str, Field(pattern=r"^[0-9][0-9 ]{2,15}$")]
Email = Annotated[str, Field(pattern=r"^[0-9A-Za-z][0-9A-Za-z.+_-]{0,63}@[0-9A-Za-z]([0-9A-Za-z-]*[0-9A-Za-z])?(\.[0-9A-Za-z]([0-9A-Za-z-]*[0-9A-Za-z])?)+$")]
"""An address that a link may carry as it is: no signs that would add a subject, a copy or markup."""
