"""Numbers as publishers write them, brought to one exact form: `9.3699999999999992` is 9.37.

Only the noise that a spreadsheet adds is taken away: a spreadsheet holds fifteen significant digits, and what it
writes after them is not part of the number.
"""

import re
from decimal import Context, Decimal
from typing import Final

SIGNIFICANT_DIGITS: Final = 15
LONGEST_NUMBER: Final = 40
_NUMBER: Final = re.compile(r"-?(\d+(\.\d*)?|\.\d+)([eE][+-]?\d{1,2})?", re.ASCII)
_SPREADSHEET: Final = Context(prec=SIGNIFICANT_DIGITS)


def read_decimal(text: str) -> Decimal | None:
    """Read a plain number or one in exponent form; None for anything else (`1,234`, `75%`, a symbol, infinity)."""
    if len(text) > LONGEST_NUMBER or not _NUMBER.fullmatch(text):
        return None
    return Decimal(text)


def without_noise(text: str) -> str | None:
    """Write a number with the digits that its publisher meant and no exponent; None when it is not a number."""
    number = read_decimal(text)
    if number is None:
        return None
    if len(number.as_tuple().digits) > SIGNIFICANT_DIGITS:
        number = _SPREADSHEET.create_decimal(number)
    return in_full(number)


def in_full(number: Decimal) -> str:
    """Write a number without an exponent and without zeros that end a fraction: `0.0450` is 0.045, `1E+2` is 100."""
    written = f"{number:f}"
    if "." in written:
        written = written.rstrip("0").rstrip(".")
    return "0" if written in ("-0", "") else written


def as_published(text: str) -> str | None:
    """Write a number exactly as it stands, zeros at its end too, unless it carries an exponent or noise."""
    number = read_decimal(text)
    if number is None:
        return None
    plain = "e" not in text.lower() and len(number.as_tuple().digits) <= SIGNIFICANT_DIGITS
    return f"{number:f}" if plain else without_noise(text)
