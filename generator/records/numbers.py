"""Numbers as an officer may write them in a cell: digits, one point, a minus sign; everything else is explained.

No message repeats what was written: it could be a count of children. Ranges by unit are a check.
"""

import re
from decimal import Decimal
from typing import NamedTuple

from generator.vocabulary import Symbol

_NUMBER = re.compile(r"-?(0|[1-9][0-9]*)(\.[0-9]+)?")
LONGEST_NUMBER = 18
_SYMBOL_LIST = ", ".join(f"{symbol.value} ({symbol.label})" for symbol in Symbol)
SYMBOL_FIX = f"Where there is no number, leave the value empty and write one of these in the column symbol: {_SYMBOL_LIST}."


class Advice(NamedTuple):
    """What is wrong with a text that should be a number, and how to mend it."""

    found: str
    fix: str


def parse_number(text: str) -> Decimal | Advice:
    """Read a number, or say why it is none."""
    if _NUMBER.fullmatch(text) and len(text) <= LONGEST_NUMBER:
        return Decimal(text) + 0  # a minus zero becomes a plain zero
    return advice_on(text)


_MISSING_WORDS = frozenset(
    {
        "na",
        "n/a",
        "n.a.",
        "none",
        "null",
        "nil",
        "nan",
        "-",
        "--",
        "–",
        "—",
        ".",
        "..",
        "...",
        ":",
        "*",
        "?",
        "x/x",
        "unknown",
        "missing",
        "suppressed",
        "tbc",
        "n/k",
        "nk",
        "#n/a",
        "#value!",
        "#div/0!",
        "#ref!",
    }
)
"""What people and spreadsheet programs write where there is no number; in lower case."""
_RULES: tuple[tuple[re.Pattern[str], Advice], ...] = (
    (re.compile(r"[cxzu]|low|\[(c|x|z|u|low)\]", re.IGNORECASE), Advice("The column value holds a symbol.", "Move it to the column symbol, without brackets, and leave the value empty.")),
    (re.compile(r"[+-]?[0-9.,\s]*(%|per\s?cent)", re.IGNORECASE), Advice("The number has a per cent sign.", "Write the number alone: 75, not 75%. The indicator says that it is a percentage.")),
    (re.compile(r"[-+]?\s*[£$€].*|.*[£$€]"), Advice("The number has a currency sign.", "Write the number alone: 5, not £5. The indicator says that it is money.")),
    (re.compile(r"-?[0-9]{1,3}(,[0-9]{3})+(\.[0-9]+)?"), Advice("The number has thousands commas.", "Write it without: 1234, not 1,234.")),
    (re.compile(r"-?[0-9]{1,3}([ \u00a0\u2009\u202f'][0-9]{3})+(\.[0-9]+)?"), Advice("The number has gaps between its digits.", "Write it without gaps: 1234, not 1 234.")),
    (re.compile(r"-?[0-9]+,[0-9]+"), Advice("The number has a comma where a decimal point belongs.", "Write the decimal point as a full stop: 23.6, not 23,6.")),
    (re.compile(r"[+-]?[0-9]+(\.[0-9]+)?[eE][+-]?[0-9]+"), Advice("The number is written with an exponent, as a spreadsheet shortens long numbers.", "Write all its digits: 100000, not 1e5.")),
    (re.compile(r"\+[0-9.]+"), Advice("The number has a plus sign.", "Write it without: 5, not +5.")),
    (re.compile(r"[-+]?(inf(inity)?|∞)", re.IGNORECASE), Advice("Infinity is not a number that can be counted.", SYMBOL_FIX)),
    (re.compile(r"[-\u2212\u2013][0-9]+(\.[0-9]+)?"), Advice("The minus sign is not the plain one of the keyboard, or a zero stands before the number.", "Write -0.4 with the hyphen of the keyboard.")),
    (re.compile(r"-?\.[0-9]+"), Advice("The number starts with a point.", "Write a zero before the point: 0.5, not .5.")),
    (re.compile(r"-?[0-9]+\."), Advice("The number ends with a point.", "Leave the point out: 5, not 5.")),
    (re.compile(r"-?0[0-9]+(\.[0-9]+)?"), Advice("The number starts with a zero that does not count.", "Leave the zero out: 7, not 07.")),
    (re.compile(r"[<>≤≥~].*"), Advice("The number is a limit (more than, less than, about), not a value.", "Write the value itself. " + SYMBOL_FIX)),
    (re.compile(r"[-+]?[0-9]*[OolI][0-9OolI.]*"), Advice("A letter stands where a digit belongs (O for 0, or l for 1).", "Type the digits again: 10, not 1O.")),
    (re.compile(r"-?[0-9]+(\.[0-9]+)?"), Advice(f"The number is longer than {LONGEST_NUMBER} characters.", "Round it: no figure needs so many digits.")),
)  # fmt: skip


def advice_on(text: str) -> Advice:
    """Say what is wrong with a text that is not a number."""
    if text.casefold() in _MISSING_WORDS:
        return Advice(
            "The cell says that there is no number, but not in the way that this table says it.", SYMBOL_FIX
        )
    for pattern, advice in _RULES:
        if pattern.fullmatch(text):
            return advice
    if any(character.isdigit() and not character.isascii() for character in text):
        return Advice(
            "The digits are not the plain digits 0 to 9.",
            "Type the number again with the digits of the keyboard.",
        )
    if re.match(r"[=@+-].*[^0-9.]", text):
        return Advice("The cell holds a formula or a sum, not a number.", "Write the number that it gives.")
    return Advice("This is not a number.", "Write digits only, such as 1234 or 23.6. " + SYMBOL_FIX)
