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
RESERVED_IDS = frozenset({"index", "search", "404", "assets", "con", "prn", "aux", "nul", "com1", "lpt1"})
_UNSAFE_CATEGORIES = frozenset({"Cc", "Cs", "Co", "Cn", "Zl", "Zp"})
_INVISIBLE = frozenset(
    {0x061C, 0x180E, 0x200B, 0x200E, 0x200F, 0x2060, 0xFEFF, *range(0x202A, 0x202F), *range(0x2066, 0x206A)}
)


def unsafe_character(text: str) -> str | None:
    """The code point (`U+202E`) of the first character that could deceive or break, or None."""
    for character in text:
        if unicodedata.category(character) in _UNSAFE_CATEGORIES or ord(character) in _INVISIBLE:
            return f"U+{ord(character):04X}"
    return None


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
