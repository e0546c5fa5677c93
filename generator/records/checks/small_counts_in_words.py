"""Rule: what is written about a figure whose small counts are hidden does not say such a count in words.

`There were 2 children in 2025` in a definition would tell what the table hides. Looked at are the indicator's own
words, the notes beside its figures and the corrections about it; rules and shares (`3 or more children`,
`1 in 5 children`, `fewer than 10 children`) count nobody.
"""

import re
from collections.abc import Iterator
from datetime import date

from generator.problems import Place, Problem
from generator.records.observation import Records

NUMBERS = ["one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen", "twenty"]
"""As far as a threshold may go."""
_RULES_AND_SHARES = "".join(
    rf"(?<!\b{words} )"
    for words in (
        "at least", "at most", "up to", "more than", "fewer than", "less than", "under", "over", "above", "below",
        "every", "each", "per", "in", "aged", "if",
    )
)  # fmt: skip
"""What makes of a number of people a rule or a share, where it stands before it."""
_PEOPLE = (
    r"child(?:ren)?|young (?:people|persons?)|teenagers?|bab(?:y|ies)|boys?|girls?|siblings?|famil(?:y|ies)|households?|"
    r"(?:foster )?carers?|care leavers?|people|person"
)
_COUNT = re.compile(
    rf"{_RULES_AND_SHARES}(?<![\w.,£/-])(?P<number>[0-9]{{1,2}}|{'|'.join(NUMBERS)}) "
    r"(?!(?:or|to|and|of|in|per|years?|months?|weeks?|days?)\b)(?:[a-z][a-z-]* )?"
    rf"(?:{_PEOPLE})\b(?!['’]s| or (?:more|fewer|less|over)\b)",
    re.IGNORECASE,
)
_ONE = re.compile(r"\b(?:was|were|is|are|only|just|hid(?:es|den|ing)?) one (?:[a-z][a-z-]* )?(?:child|young person|family|carer|person|baby)\b(?!['’]s)", re.IGNORECASE)
"""Said of anybody, one child is no count (`one child may have several plans`); said so, it is."""


def check(records: Records, _as_at: date) -> Iterator[Problem]:
    """One problem for each text that says a count from the least that is hidden to the threshold."""
    policy = records.content.council.disclosure
    most = policy.hidden_up_to
    for place, text in _texts(records):
        if says_a_count(text, most):
            found = f"A text about a figure whose small counts are hidden says a count of people from 1 to {most}."
            yield Problem(place, "small-count-in-words", found, "Say it without the number: what is hidden in the table would stand here.")


def says_a_count(text: str, most: int) -> bool:
    """Whether a text says how many people there were, from one to the greatest count that is hidden."""
    plain = " ".join(text.split())
    numbers = (found["number"].lower() for found in _COUNT.finditer(plain))
    counts = (int(number) if number.isdigit() else NUMBERS.index(number) + 1 for number in numbers if number != "one")
    return any(1 <= count <= most for count in counts) or _ONE.search(plain) is not None


def _texts(records: Records) -> Iterator[tuple[Place, str]]:
    """Every text about an indicator whose small counts are hidden."""
    policy = records.content.council.disclosure
    guarded = {one.id for one in records.content.indicators if policy.protects(one.counts, published_elsewhere=one.published_elsewhere)}
    for located in records.register.indicators:
        one = located.entry
        if one.id in guarded:
            yield from ((located.at(name), getattr(one, name)) for name in ("title", "subject", "definition"))
            yield from ((located.at("caveats", position), text) for position, text in enumerate(one.caveats))
    for observation in records.observations:
        if observation.indicator in guarded and observation.note:
            yield Place(observation.place.file, observation.place.row, "note"), observation.note
    for correction in records.register.corrections:
        if correction.entry.indicator in guarded:
            yield correction.at("what"), correction.entry.what
