"""Numbers in running text, and which of them are furniture: dates, years, paragraph numbers, ranks.

What is left after the furniture must be tied to a figure; whether it is, is for the audits to say.
"""

import re
from decimal import Decimal

MONTHS = "January|February|March|April|May|June|July|August|September|October|November|December"
SHORT_MONTHS = "Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec"
_YEAR = r"(?:19|20)\d\d"
FURNITURE = re.compile(
    rf"\b\d{{1,2}}(?:\s+to\s+\d{{1,2}})?\s+(?:{MONTHS}|{SHORT_MONTHS})\b(?:\s+{_YEAR}\b)?"  # 31 March 2025
    rf"|\b{_YEAR}-\d\d-\d\d\b(?:T[\d:.]+Z?)?|\b{_YEAR}-(?:Q[1-4]|\d\d)\b|\b{_YEAR}[/–]\d\d\b"  # 2025-03-31, 2024-25, 2025-Q3
    rf"|\b{_YEAR}\b(?!\s*(?:children|people|families|carers))"  # 2025
    r"|\bpara(?:graph)?s?\.?\s+\d+(?:(?:\s*,\s*|\s+and\s+|\s+to\s+|[–-])\d+)*"  # para 12, 14 and 16
    r"|\bpages?\s+\d+(?:(?:\s*,\s*|\s+and\s+|\s+to\s+|[–-])\d+)*"
    r'|\bwidth="100%" height="(?:760|1000)"'  # the size of a frame that shows a chart elsewhere: the same for all
    r"|\bversion\s+\d+(?:\.\d+)*|\bv\d+(?:\.\d+)+|\bWCAG\s+\d(?:\.\d)?"
)
"""Words and numbers that say when or where, and not how many."""
NUMBER = re.compile(r"(?<![\w.])[−-]?£?\d[\d,]*(?:\.\d+)?|(?<=\d)\.\d+", re.UNICODE)
DERIVED = re.compile(
    r"\btarget is £?[\d.,]+%?|\bAllowing for chance, the underlying figure is likely to lie between \S+ and \S+"
    r"|\bchanged direction \w+ times in \d+ figures|\bmean of \d+|\b\d+ of \d+ statistical neighbours|\bof \d+ councils"
    r"|\b\d+ (?:moved? the (?:right|wrong) way|did not move|moved, but neither way|came out after|ha(?:s|ve) nothing earlier)\b"
    r"|\bFewer than 50 people\b"  # the size from which a figure is called one of few people: the same for all
    r"|\b\d+ similar councils?\b|\bOf the \d+ figures on this site, \d+\b|\b\d+ (?:points|figures)\b|\bneeds \d+\b"
)
"""What the site works out from shown figures, in its own words, and counts of figures and councils, not of people."""
RANK = re.compile(r"\b\d{1,3}(?:st|nd|rd|th)\b(?:\s+of\s+(?:the\s+)?\d{1,3}\b)?")
"""A place among councils: no count of people."""
IN_LETTERS = re.compile(r"\b(?:one|two|three|four|five|six|seven|eight|nine|ten|a single|a couple|a dozen)\b", re.IGNORECASE)
MOVEMENT = re.compile(
    r"\b(?:rose|risen|fell|fallen|doubled|trebled|tripled|halved|quadrupled|grew|grown|shrank|dropped|higher|lower|more than|"
    r"fewer than|less than|above|below|highest|lowest|up from|down from|unchanged|increased|decreased|increase|decrease)\b",
    re.IGNORECASE,
)
"""Words that tell which way a number moved or how it compares."""
SPACES = re.compile(r"\s+")


def plain(text: str) -> str:
    """Text with single spaces and none at its ends."""
    return SPACES.sub(" ", text).strip()


def numbers(text: str) -> list[str]:
    """The numbers in a text, furniture left out, each without its sign, pound and commas."""
    return [_bare(found.group()) for found in NUMBER.finditer(FURNITURE.sub(" ", text)) if any(map(str.isdigit, found.group()))]


def _bare(token: str) -> str:
    digits = token.lstrip("−-£").replace(",", "").rstrip(".")
    return "".join(str(int(sign)) if sign.isdigit() and not sign.isascii() and sign.isdecimal() else sign for sign in digits)


def without_furniture(text: str) -> str:
    """A text without what the site works out, without ranks and with single spaces."""
    return RANK.sub(" ", DERIVED.sub(" ", plain(text)))


def reads_as(token: str, value: Decimal) -> bool:
    """Whether a number as printed is this value, rounded to the decimals that are printed."""
    decimals = len(token.partition(".")[2])
    try:
        printed = Decimal(token)
    except ArithmeticError:
        return False
    return abs(abs(value) - printed) * 2 <= Decimal(1).scaleb(-decimals)


def contexts(text: str, words: int = 2) -> list[tuple[str, str]]:
    """Each number of a text with the words around it, as a phrase to be looked for elsewhere."""
    clean = plain(text)
    kept = FURNITURE.sub(lambda found: "\x00" * len(found.group()), clean)
    made = []
    for found in NUMBER.finditer(kept):
        before = " ".join(clean[: found.start()].split(" ")[-words - 1 :]).rstrip()
        after = " ".join(clean[found.end() :].split(" ")[: words + 1])
        phrase = plain(clean[max(0, found.start() - len(before) - 1) : found.end() + len(after)])
        made.append((_bare(found.group()), phrase))
    return made


def holds(text: str, phrase: str) -> bool:
    """Whether a text holds a phrase that begins and ends where a word or number does: `3 boys` is not in `13 boys`."""
    at = text.find(phrase)
    while at >= 0:
        before, after = text[at - 1 : at], text[at + len(phrase) : at + len(phrase) + 1]
        if not (before.isalnum() and phrase[:1].isalnum()) and not (after.isalnum() and phrase[-1:].isalnum()):
            return True
        at = text.find(phrase, at + 1)
    return False


def neighbours(text: str) -> list[tuple[str, str, str]]:
    """Each number of a text, furniture left out, with the word before it and the word after it, in small letters."""
    clean = plain(text).casefold()
    kept = FURNITURE.sub(lambda found: "\x00" * len(found.group()), plain(text))
    made = []
    for found in NUMBER.finditer(kept):
        before = _WORDS.findall(clean[: found.start()])[-1:]
        after = _WORDS.findall(clean[found.end() :])[:1]
        made.append((_bare(found.group()), "".join(before), "".join(after)))
    return made


_WORDS = re.compile(r"[^\W\d_]+")
