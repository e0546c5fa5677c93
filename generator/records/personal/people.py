"""Words about one person: a titled name, an age beside a person, a date of birth, a case number.

Policy speaks of ages all the time (`homeless 16- and 17-year-olds`, `a 16-year-old can ask`), so an age counts
only where the sentence is about one actual person: a boy or girl, a name, or somebody of whom something is told
in the past.
"""

import re

_TITLES = "Mr|Mrs|Ms|Miss|Mx|Dr|Prof|Professor|Sir|Dame|Lord|Lady|Baroness|Baron|Cllr|Councillor|Rev|Reverend|Mayor|Judge"
_NAME = r"[A-Z][a-z'\u2019]+(?:-[A-Z][a-z]+)?|[A-Z]\.?(?=\s[A-Z])"
_NOT_NAMES = (
    "Chancellor|Mayor|Mayors|Lieutenant|Lieutenants|Justice|Justices|Justice's|Chief|Advocate|President|Speaker|"
    "Of|And|The|For|In|On|At|To|Or|Is|Was|Who|Elect|Only|Out|Any|No"
)
_SHOUTED = re.compile(r"\b(?:MR|MRS|MS|MISS|DR|CLLR)\.?\s+[A-Z]{2,}\b")
_PARTICLE = r"(?:van|von|de|der|den|ter|da|di|du|la|le|el|al|bin|ibn)\s+"
_TITLED = re.compile(rf"\b(?:{_TITLES})\.?\s+(?!(?:{_NOT_NAMES})\b)(?:{_PARTICLE}){{0,3}}(?:{_NAME})")

_NUMBER_WORDS = "one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen"
_AGE = rf"(?:[0-9]{{1,2}}|{_NUMBER_WORDS})"
_GENDERED = "boy|girl|son|daughter|brother|sister|lad|mother|father|mum|dad|woman|man"
_PERSON = rf"{_GENDERED}|child|baby|toddler|teenager|pupil|youngster|young person"
_PAST = r"was|were|had|died|went|ran|told|said|did|became|lived|moved|came|left|got|has"
_MONTHS = "January|February|March|April|May|June|July|August|September|October|November|December"
_SHORT_MONTHS = "Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec"
_RANGE = r"(?!\s*(?:[-–—/]|to|or|and|until|plus|up)\b|\s*[-–—/+]|[0-9.,%]*[0-9%])"
_OF_A_PERSON = (
    rf"\W*$|[,.;:)!?\u2019']|\s+(?:{_PAST}|who|whose|is|and|in|at|with|from|to|on|by|for|then|later|still|could|would|\w+ed)\b"
    rf"|\s+(?:\w+\s+)?(?:{_PERSON}|leaver|student|refugee|patient|resident|twin)\b(?!-)"
)
"""What follows the age of somebody; the 2-year-old population, the 3-year-old offer, the 14-year-old agreement are none."""
_OLD = r"[- ]?(?:years?|yrs?)[- ]old"
_AND_MORE = r"(?!\s+(?:and|or)\s+(?:over|older|above|more|under|younger|below)\b)"
_NOT_IF = r"(?<!\bif\s)(?<!\bwhen\s)(?<!\bonce\s)(?<!\buntil\s)(?<!\bunless\s)(?<!\bor\s)"
"""A sentence about what happens if somebody is 16 is about nobody."""
_NOT_PEOPLE = (
    f"{_MONTHS}|{_SHORT_MONTHS}|Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday|Ofsted|England|Table|Tables|"
    "Section|Sections|Paragraph|Paragraphs|Part|Parts|Regulation|Regulations|Standard|Standards|Annex|Page|Pages|"
    "Chapter|Act|Tier|Figure|Figures|Area|Areas|Recommendation|Recommendations|Rule|Item|Items|Appendix|Schedule|"
    "Article|Clause|Form|Step|Year|Council|Outcome|Enabler|For|From|With|Since|Across|Under|Over|Between|Among|Outside|Inside"
)
_AGES = tuple(
    re.compile(pattern, flags)
    for pattern, flags in (
        # one 14-year-old, the 14-year-old boy, his 14-year-old sister
        (rf"\b(?:one|the|this|that|his|her|their|my|our)\s+(?:\w+\s+)?{_AGE}{_OLD}\b(?:{_OF_A_PERSON})", re.IGNORECASE),
        # a 14-year-old boy; a 14-year-old was moved
        (rf"\b{_AGE}{_OLD}\s+(?:\w+\s+)?(?:{_GENDERED})\b", re.IGNORECASE),
        (rf"\b(?:a|an)\s+(?:\w+\s+)?{_AGE}{_OLD}\s+(?:{_PERSON})?\s*(?:who\s+)?(?:{_PAST})\b", re.IGNORECASE),
        # a boy aged 14; a girl, 14, was; the child was 9; not: any child aged 16 or 17
        (rf"\b(?:{_GENDERED}),?\s+(?:was\s+|is\s+)?aged\s+{_AGE}\b{_RANGE}", re.IGNORECASE),
        (rf"\b(?:one|the|this)\s+(?:\w+\s+)?(?:{_PERSON}),?\s+(?:was\s+|is\s+)?aged\s+{_AGE}\b{_RANGE}", re.IGNORECASE),
        (rf"\b(?:{_PERSON}),\s+(?:aged\s+|then\s+)?[0-9]{{1,2}}\s*[,)]", re.IGNORECASE),
        (rf"\baged\s+{_AGE},\s+(?:the|this|one|he|she)\b", re.IGNORECASE),
        (rf"{_NOT_IF}\b(?:he|she)\s+(?:was|is|turned|has turned)\s+(?:only\s+|just\s+|then\s+|aged\s+)?{_AGE}\b{_AND_MORE}(?!\s*(?:%|per\b|days|weeks|months|hours|times|miles|of\b|in\b|minutes|children|years?\s+(?!old)|[0-9]))", re.IGNORECASE),
        (rf"{_NOT_IF}\b(?:the|this|one)\s+(?:{_PERSON})\s+(?:was|is)\s+(?:only\s+|just\s+)?{_AGE}(?:\s+years?\s+old)?(?=[,.;]|\s+(?:and|when|at)\b|$)", re.IGNORECASE),
        (r"\b[0-9]{1,2}\s?(?:yo|y/o|y\.o\.)(?![a-z])", re.IGNORECASE),
        # a boy of 14; the child (aged 9); a baby aged 8 months was; two brothers aged 4 and 6; the young person turned 18
        (rf"\b(?:boy|girl|lad|teenager)\s+of\s+(?:only\s+|just\s+)?{_AGE}\b{_RANGE}", re.IGNORECASE),
        (rf"\b(?:a|one|the|this|that)\s+(?:\w+\s+)?(?:{_PERSON})\s+\((?:then\s+)?(?:aged\s+)?{_AGE}\)", re.IGNORECASE),
        (rf"\b(?:a|one|the|this|that)\s+(?:\w+\s+)?(?:{_PERSON}),?\s+aged\s+{_AGE}(?:\s+(?:months|weeks|days|years))?,?\s+(?:who\s+)?(?:{_PAST})\b", re.IGNORECASE),
        (rf"\b(?:two|three|four|his|her|their|the)\s+(?:\w+\s+)?(?:brothers|sisters|siblings|twins|sons|daughters),?\s+aged\s+{_AGE}\b(?!\s+(?:to|or)\b){_AND_MORE}", re.IGNORECASE),
        (rf"{_NOT_IF}\b(?:a|one|the|this|that)\s+(?:{_PERSON})\s+(?:had\s+)?(?:just\s+)?turned\s+{_AGE}\b", re.IGNORECASE),
        # Sam, 14, or Sam (14)
        (rf"(?<!\b[Ff]or\s)(?<!\b[IiOo][nf]\s)(?<!\b[Aa]t\s)\b(?!(?:{_NOT_PEOPLE})\b)[A-Z][a-z]{{2,}}(?:\s[A-Z][a-z]+)?,\s(?:aged\s|then\s)?(?:[1-9]|1[0-9]|2[0-5]),\s", 0),
        (r"\b[A-Z][a-z]{2,}(?:\s[A-Z][a-z]+)?\s\((?:aged|age)\s[0-9]{1,2}\)", 0),
    )
)  # fmt: skip

_DATE = rf"(?:[0-9]{{1,2}}[./-][0-9]{{1,2}}[./-][0-9]{{2,4}}|[0-9]{{4}}-[0-9]{{2}}-[0-9]{{2}}|[0-9]{{1,2}}(?:st|nd|rd|th)?\s+(?:of\s+)?(?:{_MONTHS}|{_SHORT_MONTHS})\.?,?\s+[0-9]{{2,4}})"
_BIRTHS = tuple(
    re.compile(pattern, re.IGNORECASE)
    for pattern in (
        rf"\b(?:date of birth|d\.?\s?o\.?\s?b\.?|birth\s?date|birthday)\b.{{0,20}}{_DATE}",
        rf"\bborn\s*:?\s+(?:on\s+)?(?:the\s+)?{_DATE}",
        rf"\b(?:was|were)\s+born\s+in\s+(?:{_MONTHS})\s+[0-9]{{4}}",
        rf"{_DATE}\s*\(?\s*(?:date of birth|d\.?\s?o\.?\s?b\.?)\b",
    )
)
_CASES = tuple(
    re.compile(pattern, flags)
    for pattern, flags in (
        (r"\b(?:case|child|person|client|pupil|file|record|referral|mosaic|liquidlogic|ics|carefirst|eclipse)\s*(?:number|no\.?|ref(?:erence)?|id|identifier)\b[\s:.#]*(?:is\s+|was\s+)?(?=[A-Z0-9/-]*[0-9]{3})[A-Z0-9][A-Z0-9/-]+", re.IGNORECASE),
        (r"\b[A-Z]{2}[0-9]{2}[CDFPZ][0-9]{5}\b", 0),
        (r"\b(?:case\s+#?[0-9]{4,}|record\s+#?[0-9]{5,})\b", re.IGNORECASE),
    )
)  # fmt: skip
"""Numbers of local case systems, and family court case numbers such as two letters, year, letter, five digits."""
_DIGIT = re.compile(r"[0-9]")
_AGE_HINT = re.compile(r"year|yrs?|aged?\b|\bof\b|y/?\.?o|[a-z],\s|\b(?:was|is|turned)\b", re.IGNORECASE)
_ANY_NUMBER = re.compile(rf"[0-9]|{_NUMBER_WORDS}", re.IGNORECASE)
_BIRTH_HINT = re.compile(r"born|birth|d\.?\s?o\.?\s?b", re.IGNORECASE)
"""Quick looks that most texts do not pass: without a hint the slower patterns cannot match."""


def has_titled_name(text: str) -> bool:
    """A title and a name, such as a councillor's; public people are allowed by name in public_people.csv."""
    return (_TITLED.search(text) or _SHOUTED.search(text)) is not None


def has_age_of_a_person(text: str) -> bool:
    """An age beside one actual person."""
    return _AGE_HINT.search(text) is not None and _ANY_NUMBER.search(text) is not None and any(pattern.search(text) for pattern in _AGES)


def has_birth_date(text: str) -> bool:
    """A date said to be that of a birth."""
    return _BIRTH_HINT.search(text) is not None and any(pattern.search(text) for pattern in _BIRTHS)


def has_case_number(text: str) -> bool:
    """The number under which a case system or a court knows somebody."""
    return _DIGIT.search(text) is not None and any(pattern.search(text) for pattern in _CASES)
