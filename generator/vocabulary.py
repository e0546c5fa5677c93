"""The closed word lists of the product, each with the plain English that readers see.

Nothing here knows about files, figures or pages.
"""

from enum import StrEnum


class Labelled(StrEnum):
    """A word list whose members carry the label that readers see: `MEMBER = "code", "Label"`."""

    label: str

    def __new__(cls, code: str, label: str) -> "Labelled":
        """Keep the label beside the code, so that neither can be written twice."""
        member = str.__new__(cls, code)
        member._value_ = code
        member.label = label
        return member


class Grade(Labelled):
    """Ofsted's grades, best first; `adequate` and `satisfactory` belong to the scale used until 2013."""

    OUTSTANDING = "outstanding", "Outstanding"
    GOOD = "good", "Good"
    REQUIRES_IMPROVEMENT = "requires_improvement", "Requires improvement"
    ADEQUATE = "adequate", "Adequate"
    INADEQUATE = "inadequate", "Inadequate"


class JudgementHeading(Labelled):
    """What a judgement is about, across the frameworks."""

    OVERALL = "overall", "Overall"
    LEADERS = "leaders", "Leaders"
    HELP_PROTECTION = "help_protection", "Help and protection"
    IN_CARE = "in_care", "Children in care"
    CARE_LEAVERS = "care_leavers", "Care leavers"
    IN_CARE_AND_CARE_LEAVERS = "in_care_and_care_leavers", "Children in care and care leavers"
    LOOKED_AFTER = "looked_after", "Children looked after and permanence"
    ADOPTION = "adoption", "Adoption"
    LEADERSHIP = "leadership", "Leadership, management and governance"
    LSCB = "lscb", "Local Safeguarding Children Board"
    SUMMARY = "summary", "Summary"


class ItemKind(Labelled):
    """What a report calls the things it formally asks for; each report's own word is kept."""

    AREA_FOR_IMPROVEMENT = "area_for_improvement", "Area for improvement"
    RECOMMENDATION = "recommendation", "Recommendation"
    BOARD_RECOMMENDATION = "board_recommendation", "Recommendation to the safeguarding board"


class Tone(Labelled):
    """How a finding reads: the reader's own word for it is printed beside the shape."""

    STRENGTH = "strength", "Strength"
    MIXED = "mixed", "Mixed"
    CONCERN = "concern", "Concern"


class Polarity(Labelled):
    """Which direction is better; without one, no figure is called better or worse."""

    HIGHER = "higher", "Higher is better"
    LOWER = "lower", "Lower is better"
    NEITHER = "neither", "Neither higher nor lower is better"


class Unit(Labelled):
    """What a value is measured in."""

    PERCENT = "percent", "per cent"
    COUNT = "count", "number"
    RATE_10000 = "rate_10000", "per 10,000 children"
    AVERAGE = "average", "average"
    FTE = "fte", "full-time equivalents"
    POUNDS = "pounds", "pounds"
    POUNDS_MILLION = "pounds_million", "million pounds"
    DAYS = "days", "days"
    WEEKS = "weeks", "weeks"
    HOURS = "hours", "hours"
    SCORE = "score", "score"


class Counts(Labelled):
    """What a count counts; the disclosure rule guards people who could be children, and carers."""

    CHILDREN = "children", "children"
    YOUNG_PEOPLE = "young_people", "young people"
    FAMILIES = "families", "families"
    CARERS = "carers", "foster carers"
    STAFF = "staff", "staff"
    PLACES = "places", "places"
    EVENTS = "events", "events"
    MONEY = "money", "money"

    @property
    def protected(self) -> bool:
        """Whether a small number of these could point at a child or a family."""
        return self in (Counts.CHILDREN, Counts.YOUNG_PEOPLE, Counts.FAMILIES, Counts.CARERS)


class Symbol(Labelled):
    """Why there is no number (Government Statistical Service symbols, as DfE uses them)."""

    CONFIDENTIAL = "c", "hidden so that no one can be identified"
    NOT_APPLICABLE = "z", "not applicable"
    NOT_AVAILABLE = "x", "not available"
    LOW = "low", "rounds to zero but is not zero"
    UNRELIABLE = "u", "too unreliable to publish"

    @property
    def shown(self) -> str:
        """The form that people read in a table."""
        return f"[{self.value}]"


class PeriodKind(Labelled):
    """What stretch of time a value covers; values of different kinds never share a line."""

    SNAPSHOT = "snapshot", "on one day"
    MONTH = "month", "month"
    QUARTER = "quarter", "quarter"
    CALENDAR_YEAR = "calendar_year", "calendar year"
    FINANCIAL_YEAR = "financial_year", "year to 31 March"
    ACADEMIC_YEAR = "academic_year", "school year"
    REPORTED = "reported", "as reported on a day; the period is not stated"


class RevisionStatus(Labelled):
    """How settled its publisher says a value is."""

    FINAL = "final", "Final"
    PROVISIONAL = "provisional", "Provisional"
    REVISED = "revised", "Revised"


class Progress(Labelled):
    """What the evidence allows to be said about a change: a word with a shape, never colour alone."""

    BETTER = "better", "Evidence it got better"
    WORSE = "worse", "Evidence it got worse"
    NO_CLEAR_CHANGE = "no_clear_change", "No clear change"
    CHANGED = "changed", "Changed; neither way is better"
    TOO_LITTLE = "too_little", "Too little evidence to say"
    NOT_MEASURED = "not_measured", "Not measured"

    @property
    def shape(self) -> str:
        """The shape that stands beside the word."""
        return {"better": "▲", "worse": "▼", "no_clear_change": "●", "changed": "◆", "too_little": "◐", "not_measured": "○"}[self.value]


class Movement(Labelled):
    """How an issue moved from one inspection to the next, worst first."""

    NEVER_FIXED = "never_fixed", "Raised every time"
    CAME_BACK = "came_back", "Came back"
    FELL_BACK = "fell_back", "Fell back from a strength"
    STILL_A_CONCERN = "still_a_concern", "Still a concern"
    WORSENED = "worsened", "Got worse"
    NEW = "new", "New in the latest inspection"
    SLIPPED = "slipped", "Less strong than before"
    MIXED = "mixed", "Mixed, as before"
    MIXED_NOW = "mixed_now", "Mixed now, a concern before"
    NOT_RAISED_NOW = "not_raised_now", "Not raised in the latest inspection"
    IMPROVED = "improved", "Improved"
    IMPROVED_AND_HELD = "improved_and_held", "Improved and held"
    STRENGTH_THROUGHOUT = "strength_throughout", "Strength throughout"


class ActionStatus(Labelled):
    """What was last publicly known about a commitment; never newer than its source."""

    DONE = "done", "Reported done"
    UNDER_WAY = "under_way", "Reported under way"
    PROMISED = "promised", "Promised"
    STANDING = "standing", "Continuing"
    DISPUTED = "disputed", "Disputed"
    UNKNOWN = "unknown", "Nothing found"


class EventKind(Labelled):
    """What a point on the timeline is."""

    INSPECTION = "inspection", "Inspection"
    REPORT = "report", "Report"
    COMMITMENT = "commitment", "Commitment"
    DECISION = "decision", "Decision"
    MEETING = "meeting", "Meeting"
    GOVERNANCE = "governance", "Governance"
    FOSTERING = "fostering", "Fostering"
    FINANCE = "finance", "Finance"
    NATIONAL = "national", "National"
    LAW = "law", "Law"
    OTHER = "other", "Other"


class EventStatus(Labelled):
    """Whether an event has happened, as far as any source says."""

    PAST = "past", "Happened"
    DUE_NOT_FOUND = "due_not_found", "Was due; no source found says whether it happened"
    PLANNED = "planned", "Planned"


class SourceKind(Labelled):
    """How close a source stands to what it tells."""

    PRIMARY = "primary", "First-hand"
    SECONDARY = "secondary", "Second-hand"
    NEWS = "news", "News report"
    OLD = "old", "Old"


class QuestionKind(Labelled):
    """What is asked of the council."""

    SUPPLY = "supply", "The council must supply this; readers do not see it until then"
    CONFIRM = "confirm", "Shown with its date and marked 'to be confirmed by the council'"
    ASK = "ask", "Not known; shown to readers as not known"


class Section(Labelled):
    """The part of the site that a hand-written page belongs to; also its folder in site_src."""

    FOSTERING = "fostering", "Foster with us"
    HELP = "help", "Get help"
    ABOUT = "about", "About this site"
