"""Where a person can be reached: e-mail, telephone, postcode, street address."""

import re

import phonenumbers

_EMAIL = re.compile(r"[A-Za-z0-9._%+-]+@[A-Za-z0-9-]+(\.[A-Za-z0-9-]+)+")
_MANY_DIGITS = re.compile(r"\+?\(?[0-9][0-9()\s.-]{7,}[0-9]")
_DIALLED = re.compile(
    r"(?<![\w£.,/-])\(?(?:\+44|0044|0)[ .-]?(?:\(0\)[ ]?)?(?P<digits>[127][0-9]{1,4}\)?[ .-]?[0-9]{3,8}(?:[ .-]?[0-9]{3,4})?)(?![0-9])"
)
"""As people in the United Kingdom write the number of a house or a mobile, also one that nobody has been given yet."""
_NATIONAL_DIGITS = (9, 10)
_OF_ORGANISATIONS = frozenset(
    {phonenumbers.PhoneNumberType.TOLL_FREE, phonenumbers.PhoneNumberType.UAN, phonenumbers.PhoneNumberType.SHARED_COST}
)
"""0800, 03 and their like are given to services, never to a person."""
_POSTCODE_AREAS = (
    "AB AL B BA BB BD BH BL BN BR BS BT CA CB CF CH CM CO CR CT CV CW DA DD DE DG DH DL DN DT DY E EC EH EN EX FK FY "
    "G GL GU GY HA HD HG HP HR HS HU HX IG IM IP IV JE KA KT KW KY L LA LD LE LL LN LS LU M ME MK ML N NE NG NN NP NR "
    "NW OL OX PA PE PH PL PO PR RG RH RM S SA SE SG SK SL SM SN SO SP SR SS ST SW SY TA TD TF TN TQ TR TS TW UB W WA "
    "WC WD WF WN WR WS WV YO ZE"
)
_POSTCODE = re.compile(
    rf"(?<![A-Za-z0-9-])({_POSTCODE_AREAS.replace(' ', '|')})[0-9][0-9A-Z]?\s?[0-9][ABD-HJLNP-UW-Z]{{2}}(?![A-Za-z0-9-])",
    re.IGNORECASE,
)
_DIGIT = re.compile(r"[0-9]")
_ORDINAL = re.compile(r"[0-9](st|nd|rd|th)$")
_STREET_KINDS = (
    "Street|St|Road|Rd|Avenue|Ave|Lane|Close|Drive|Way|Court|Crescent|Gardens|Grove|Place|Terrace|Square|Walk|Rise|Hill|"
    "Mews|Row|View|Green|Parade|Cottages?|Villas?"
)
_COURTS_OF_LAW = frozenset({"family", "high", "crown", "county", "supreme", "youth", "magistrates"})
_STREET = re.compile(
    rf"(?<![\w£.,-])(?:Flat\s+\w+,?\s+)?([0-9]{{1,4}})(?:[-–][0-9]{{1,4}})?[A-Za-z]?,?\s+(?!(?:Years?|Months?|Weeks?|Days?|Hours?|Minutes?|Points?|Steps?)\b)((?:[A-Z][a-z']+\s+){{1,3}})({_STREET_KINDS})\b"
)
_YEARS = range(1900, 2101)


def has_email(text: str) -> bool:
    """An e-mail address."""
    return "@" in text and _EMAIL.search(text) is not None


def has_telephone(text: str) -> bool:
    """A telephone number that could be a person's, as dialled in the United Kingdom or with a country code."""
    if not _MANY_DIGITS.search(text):
        return False
    if any(sum(sign.isdigit() for sign in found["digits"]) in _NATIONAL_DIGITS for found in _DIALLED.finditer(text)):
        return True
    matches = phonenumbers.PhoneNumberMatcher(text, "GB", leniency=phonenumbers.Leniency.VALID)
    return any(phonenumbers.number_type(match.number) not in _OF_ORGANISATIONS for match in matches)


def has_postcode(text: str) -> bool:
    """A full postcode; `B4 1st` is not one."""
    return _DIGIT.search(text) is not None and any(
        not _ORDINAL.search(found.group()) for found in _POSTCODE.finditer(text)
    )


def has_address(text: str) -> bool:
    """A house number and the name of a street."""
    for found in _STREET.finditer(text):
        number, words, kind = found.groups()
        court_of_law = kind == "Court" and words.lower().split()[-1] in _COURTS_OF_LAW
        if int(number) not in _YEARS and not court_of_law:
            return True
    return False
