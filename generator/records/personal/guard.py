"""Every kind of personal data with its finder and words, and the allow-list that masks what is public."""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from generator.records.personal import contacts, numbers, people


@dataclass(frozen=True, slots=True)
class Kind:
    """One kind of personal data: its problem code, how it is found, and what an officer is told."""

    code: str
    found_in: Callable[[str], bool]
    found: str
    fix: str
    may_be_public: bool = False
    """Whether public_people.csv or a contact can allow it."""

    @property
    def word(self) -> str:
        """What an override in council.yml calls it: the first word of its code."""
        return self.code.split("-")[1]


_OR_ALLOW = (
    "If it is published and meant for the public, add it to data/public_people.csv with its role and source."
)
_TAKE_OUT = "Take it out and say it in general words."
KINDS = (
    Kind("personal-email", contacts.has_email, "The text holds an e-mail address.", f"{_TAKE_OUT} {_OR_ALLOW}", may_be_public=True),
    Kind("personal-telephone", contacts.has_telephone, "The text holds a telephone number.", f"{_TAKE_OUT} {_OR_ALLOW}", may_be_public=True),
    Kind("personal-postcode", contacts.has_postcode, "The text holds a postcode.", f"{_TAKE_OUT} {_OR_ALLOW}", may_be_public=True),
    Kind("personal-address", contacts.has_address, "The text holds what looks like a street address.", f"{_TAKE_OUT} {_OR_ALLOW}", may_be_public=True),
    Kind(
        "personal-number",
        numbers.has_personal_number,
        "The text holds what has the form and check digit of an NHS, pupil, learner or National Insurance number.",
        "Take it out. If it was ever committed, report it as a personal data incident.",
    ),
    Kind("personal-case-number", people.has_case_number, "The text holds what looks like the number of a case.", _TAKE_OUT),
    Kind("personal-birth-date", people.has_birth_date, "The text holds what looks like a date of birth.", _TAKE_OUT),
    Kind("personal-age", people.has_age_of_a_person, "The text seems to tell the age of one person.", "Speak of an age group, or of nobody's age."),
    Kind("personal-name", people.has_titled_name, "The text names a person by title and name.", f"Write the role alone. {_OR_ALLOW}", may_be_public=True),
)  # fmt: skip


def plain(text: str) -> str:
    """A text as allow-lists compare it: in lower case, with single spaces."""
    return " ".join(text.lower().split())


@dataclass(slots=True)
class AllowList:
    """Texts that may stand in words, and which of them have been met."""

    texts: frozenset[str]
    """In lower case."""
    used: set[str] = field(default_factory=set)
    _pattern: re.Pattern[str] | None = None

    @classmethod
    def of(cls, texts: Iterable[str]) -> "AllowList":
        """An allow-list of these texts; the longest is tried first."""
        wanted = frozenset(plain(text) for text in texts if text.strip())
        if not wanted:
            return cls(wanted)
        ordered = sorted(wanted, key=lambda text: (-len(text), text))
        alternatives = "|".join(r"\s+".join(re.escape(word) for word in text.split()) for text in ordered)
        return cls(wanted, set(), re.compile(rf"(?<!\w)(?:{alternatives})(?!\w)", re.IGNORECASE))

    def mask(self, text: str) -> str:
        """The text with every allowed part blanked, which is remembered as used."""
        return self._pattern.sub(self._blank, text) if self._pattern else text

    def _blank(self, found: re.Match[str]) -> str:
        self.used.add(plain(found.group()))
        return "_" * len(found.group())


@dataclass(slots=True)
class Allowance:
    """Everything that may stand in a council's words: what is public, and by kind what looks personal and is not."""

    public: AllowList
    overrides: Mapping[str, AllowList] = field(default_factory=dict)


def kinds_in(text: str, allowed: Allowance) -> Iterator[Kind]:
    """The kinds of personal data that stand in a text, after what is allowed is blanked."""
    masked = allowed.public.mask(text)
    for kind in KINDS:
        if kind.found_in(masked):
            override = allowed.overrides.get(kind.word)
            if override is None or kind.found_in(override.mask(masked)):
                yield kind
