"""Numbers that name one person: NHS number, unique learner number, unique pupil number, National Insurance number."""

import re

_TEN_DIGITS = re.compile(r"(?<![0-9.,/£-])([0-9]{3})[ -]?([0-9]{3})[ -]?([0-9]{4})(?![0-9]|[.,/-][0-9])")
_UPN = re.compile(r"(?<![A-Za-z0-9])([A-HJ-NP-RT-Z])([0-9]{11})([0-9A-Z])(?![A-Za-z0-9])", re.IGNORECASE)
_UPN_LETTERS = "ABCDEFGHJKLMNPQRTUVWXYZ"
_NINO = re.compile(
    r"(?<![A-Za-z0-9])(?!BG|GB|KN|NK|NT|TN|ZZ)[A-CEGHJ-PR-TW-Z][A-CEGHJ-NPR-TW-Z]"
    r"([ -]?[0-9]{2}){3}[ -]?[A-D](?![A-Za-z0-9])",
    re.IGNORECASE,
)
_SAID_TO_BE = re.compile(
    r"\b(?:NHS|ULN|learner|pupil)\s*(?:numbers?|no\.?|#)?[\s:.#,]*(?:(?:is|was)\s+)?[0-9]{3}[ -]?[0-9]{3}[ -]?[0-9]{4}(?![0-9])"
    r"|\bUPN\b[\s:.#,]*(?:(?:is|was)\s+)?[A-Z][0-9]{11}[0-9A-Z]\b",
    re.IGNORECASE,
)
"""A number that is called one is one, even where a digit was mistyped."""
_DIGITS = re.compile(r"[0-9]{2}")
_MODULUS = 11
_NHS_WEIGHTS = range(10, 1, -1)


def has_personal_number(text: str) -> bool:
    """Whether the text holds a number with the check digit of an NHS, learner or pupil number, or a National Insurance number."""
    if not _DIGITS.search(text):
        return False
    if _NINO.search(text) or _SAID_TO_BE.search(text):
        return True
    if any(is_upn(*found.groups()) for found in _UPN.finditer(text)):
        return True
    return any(
        is_nhs_number("".join(found.groups())) or is_uln("".join(found.groups()))
        for found in _TEN_DIGITS.finditer(text)
    )


def is_nhs_number(digits: str) -> bool:
    """Modulus 11 over the first nine digits, weights 10 to 2 (NHS Data Dictionary)."""
    remainder = (
        sum(weight * int(digit) for weight, digit in zip(_NHS_WEIGHTS, digits, strict=False)) % _MODULUS
    )
    return (_MODULUS - remainder) % _MODULUS == int(digits[-1]) and len(set(digits)) > 1


def is_uln(digits: str) -> bool:
    """Ten less the weighted sum of the first nine digits modulo 11 (Learning Records Service)."""
    remainder = (
        sum(weight * int(digit) for weight, digit in zip(_NHS_WEIGHTS, digits, strict=False)) % _MODULUS
    )
    return remainder != 0 and 10 - remainder == int(digits[-1]) and digits[0] != "0" and len(set(digits)) > 1


def is_upn(letter: str, digits: str, last: str) -> bool:
    """Check letter: the sum of the digits with weights 2 to 13, modulo 23; a temporary number ends in a letter."""
    ending = last if last.isdigit() else str(_UPN_LETTERS.find(last.upper()))
    weights = range(2, 14)
    total = sum(weight * int(digit) for weight, digit in zip(weights, [*digits, ending], strict=True))
    return _UPN_LETTERS[total % len(_UPN_LETTERS)] == letter.upper()
