"""What one report yields: a draft inspection that an officer reviews before anything is published.

Only types. A draft whose `framework` is None was refused: `problems` then says why in one message and
every other field is empty.
"""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from generator.vocabulary import Grade, JudgementHeading


class Framework(StrEnum):
    """The two frameworks whose reports can be read."""

    ILACS = "ILACS"
    SIF = "SIF"


@dataclass(frozen=True, slots=True)
class DraftJudgement:
    """One grade, as table and section headings agree on it."""

    heading: JudgementHeading
    grade: Grade


@dataclass(frozen=True, slots=True)
class DraftParagraph:
    """One numbered paragraph in the report's own words; `section` is the heading that it stands under."""

    number: int
    section: str
    text: str


@dataclass(frozen=True, slots=True)
class DraftInspection:
    """A report as read; `file` is the name the officer gave, `problems` are plain sentences."""

    file: str
    framework: Framework | None = None
    authority: str | None = None
    published: date | None = None
    inspected_from: date | None = None
    inspected_to: date | None = None
    lead_inspector: str | None = None
    judgements: tuple[DraftJudgement, ...] = ()
    areas_for_improvement: tuple[str, ...] = ()
    paragraphs: tuple[DraftParagraph, ...] = ()
    problems: tuple[str, ...] = ()

    @property
    def refused(self) -> bool:
        """Whether the file could not be read at all."""
        return self.framework is None
