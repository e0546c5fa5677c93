"""What a council's folder may say, declared once: frozen, strict, and without counts of people.

The declarations are used three times: they validate what an officer edits, they make the data dictionary
for officers, and they make the JSON Schema that an editor checks YAML with. Values as recorded live in
`records`; values as published live in `figures`.
"""

from dataclasses import dataclass, field
from datetime import date
from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field, StringConstraints

from generator.scalars import Colour, Email, Id, PartialDate, Telephone, Text, WebAddress
from generator.vocabulary import (
    ActionStatus,
    Counts,
    EventKind,
    EventStatus,
    Grade,
    ItemKind,
    JudgementHeading,
    PeriodKind,
    Polarity,
    QuestionKind,
    Section,
    SourceKind,
    Tone,
    Unit,
)


class Declared(BaseModel):
    """A declared shape: nothing may be added to it, nothing may change after it is read."""

    model_config = ConfigDict(frozen=True, extra="forbid", validate_default=True)


class Source(Declared):
    """Where something that the site says comes from (sources.csv)."""

    id: Id = Field(description="Short name that other files use for this source")
    title: Text = Field(description="Title as published")
    publisher: Text = Field(description="Who published it")
    url: WebAddress | None = Field(default=None, description="Web address, https or http; empty if none is known")
    published: PartialDate | None = Field(default=None, description="Date of publication: a day, month or year")
    kind: SourceKind = Field(description="How close it stands to what it tells")
    licence: Text = Field(default="", description="Licence, if known")
    retrieved: date | None = Field(default=None, description="Day on which a copy was last read")
    sha256: Annotated[str, Field(pattern=r"^([0-9a-f]{64})?$")] = Field(
        default="", description="Fingerprint of the file, for files read by an importer"
    )
    note: Text = Field(default="", description="What a reader should know about it")


class Area(Declared):
    """A place that figures are about."""

    code: Annotated[str, Field(pattern=r"^[A-Z][0-9]{8}$")] = Field(description="Code of the Office for National Statistics")
    name: Text = Field(description="Name as readers know it")


class Neighbours(Declared):
    """The council's statistical neighbours."""

    model_name: Text = Field(description="Which model and year")
    source: Id = Field(description="Id of the source")
    councils: tuple[Area, ...] = Field(description="The neighbours, closest first")


NHS_THRESHOLD, NHS_ROUNDING_BASE = 7, 5
"""NHS Digital's practice since 2018: 1 to 7 hidden, everything else to the nearest 5."""


class DisclosurePolicy(Declared):
    """How small numbers of people are protected; the policy belongs to the council, not to the code."""

    profile: Annotated[str, Field(pattern=r"^(default|nhs)$")] = Field(
        default="default", description="default: hide 1 to threshold; nhs: also round everything to the base"
    )
    threshold: Annotated[int, Field(ge=1, le=20)] = Field(default=5, description="Counts of people from 1 to this are hidden")
    rounding_base: Annotated[int, Field(ge=1, le=100)] = Field(default=1, description="Counts are rounded to this; 1 means not")
    zeros_shown: bool = Field(default=True, description="Whether a count of 0 is shown")
    keep: Annotated[int, Field(ge=2, le=10)] = Field(
        default=3, description="A hidden number must keep at least this many possible values"
    )
    repository: Annotated[str, Field(pattern=r"^(public|private)$")] = Field(
        default="public", description="public: an unprotected small count anywhere in data/ is an error"
    )
    published_elsewhere: Annotated[str, Field(pattern=r"^(show|hide)$")] = Field(
        default="show", description="Whether figures that another body has published are shown as published"
    )

    @property
    def hidden_up_to(self) -> int:
        """Counts of people from 1 to this are hidden: the threshold, and never less than 7 in the profile nhs."""
        return max(self.threshold, NHS_THRESHOLD) if self.profile == "nhs" else self.threshold

    @property
    def rounded_to(self) -> int:
        """Counts of people that are shown are rounded to this: 1 means not, and never less than 5 in the profile nhs."""
        return max(self.rounding_base, NHS_ROUNDING_BASE) if self.profile == "nhs" else self.rounding_base

    def protects(self, counts: Counts, *, published_elsewhere: bool) -> bool:
        """Whether small numbers of these are hidden: they are people, and nobody whom the policy lets speak has published them."""
        return counts.protected and not (published_elsewhere and self.published_elsewhere == "show")


class Contact(Declared):
    """Whom to call."""

    id: Id = Field(description="Name by which pages insert it")
    name: Text = Field(description="Who answers")
    for_what: Text = Field(description="What they help with")
    telephone: Telephone | None = Field(default=None, description="Number as dialled in the United Kingdom")
    email: Email | None = Field(default=None, description="E-mail address")
    url: WebAddress | None = Field(default=None, description="Web page")
    hours: Text = Field(default="", description="When they answer")
    source: Id = Field(description="Id of the source")
    checked: date = Field(description="Day on which it was last checked")
    confirm: bool = Field(default=False, description="Whether the council has still to confirm it")


class AllowedWords(Declared):
    """Words that look like personal data and are none: an override of the guard, with its reason."""

    kind: Annotated[str, Field(pattern=r"^(email|telephone|postcode|address|number|case|birth|age|name)$")] = Field(
        description="What the words look like"
    )
    text: Text = Field(description="The words exactly as the text gives them, and no more of them than needed")
    reason: Text = Field(description="Why nobody can be recognised by them")
    checked_by: Text = Field(description="Role of the person who made sure of it")
    checked: date = Field(description="Day on which that was")


class Site(Declared):
    """What the site is called and where it will stand."""

    title: Text = Field(description="Name of the site")
    strapline: Text = Field(description="A few words under the name")
    url: WebAddress = Field(description="Address at which the site is published, with a closing /")
    accent: Colour = Field(default="#12436d", description="The council's own colour, dark enough for white text")
    repository_url: WebAddress | None = Field(default=None, description="Where the data can be seen and corrected")
    publisher: Text = Field(default="", description="Who publishes the site, where it is not the council")


class Council(Declared):
    """The council (council.yml)."""

    format: Annotated[int, Field(ge=1)] = Field(description="Version of the data format")
    name: Text = Field(description="Full name of the council")
    short_name: Text = Field(description="Name of the place, as charts and sentences use it")
    code: Annotated[str, Field(pattern=r"^E[0-9]{8}$")] = Field(description="Code of the Office for National Statistics")
    england: Area = Field(default=Area(code="E92000001", name="England"), description="The country")
    region: Area | None = Field(default=None, description="The region")
    neighbours: Neighbours | None = Field(default=None, description="Statistical neighbours")
    site: Site = Field(description="The site's name and address")
    disclosure: DisclosurePolicy = Field(default=DisclosurePolicy(), description="How small numbers are protected")
    contacts: tuple[Contact, ...] = Field(default=(), description="Whom to call")
    inspections_until: PartialDate | None = Field(
        default=None, description="Day on which the list that the inspections come from ends; later reports are not in it"
    )
    allowed_words: tuple[AllowedWords, ...] = Field(
        default=(), description="Words that look like personal data and are none, each with its reason"
    )

    @property
    def published_by(self) -> str:
        """Who answers for the site: the council, unless council.yml names another publisher."""
        return self.site.publisher or self.name


class Judgement(Declared):
    """One judgement of one inspection."""

    heading: JudgementHeading = Field(description="What was judged")
    grade: Grade = Field(description="The grade")


class FormalItem(Declared):
    """An area for improvement or a recommendation: what a report formally asks for."""

    number: Annotated[str, Field(pattern=r"^[0-9]{1,3}$")] = Field(description="Its number in the report")
    kind: ItemKind = Field(description="The report's own word for it")
    title: Text = Field(description="What is asked for, in plain words of our own")
    short_title: Text = Field(default="", description="A few words for lists and menus; needed for the latest inspection")
    slug: Id | None = Field(default=None, description="Name of its page; needed for the latest inspection")
    lead: Text = Field(default="", description="What inspectors found, in two or three sentences of our own")
    threads: tuple[Id, ...] = Field(default=(), description="The issues it belongs to")
    paragraphs: tuple[int, ...] = Field(default=(), description="Paragraphs of the report that it rests on")
    framework_reference: Text = Field(default="", description="National framework outcome or enabler that it is tied to")
    place: Text = Field(default="", description="Where in the report")


class Inspection(Declared):
    """One inspection (inspections/ID.yml)."""

    id: Id = Field(description="Name of the inspection; also the name of its file")
    title: Text = Field(description="What it is called")
    framework: Text = Field(description="The framework and the kind of inspection")
    published: PartialDate = Field(description="Day or month of publication")
    inspected: PartialDate | None = Field(default=None, description="Day, or first and last day with a / between")
    lead_inspector: Text = Field(default="", description="Name as printed on the report")
    source: Id = Field(description="Id of the report in sources.csv")
    summary: Text = Field(description="What it said, in two or three plain sentences of our own")
    judgements: tuple[Judgement, ...] = Field(description="Its judgements")
    items: tuple[FormalItem, ...] = Field(default=(), description="What it formally asked for")
    place: Text = Field(default="", description="Where in the source the judgements stand")
    note: Text = Field(default="", description="What a reader should know about it")


class Finding(Declared):
    """One numbered paragraph of a report, in our own words (inspections/ID.findings.csv)."""

    paragraph: Annotated[int, Field(ge=1, le=999)] = Field(description="Number of the paragraph in the report")
    section: JudgementHeading = Field(description="The section that it stands in")
    tone: Tone = Field(description="strength, mixed or concern: our reading")
    threads: tuple[Id, ...] = Field(description="Issues it belongs to, with ; between; ids from threads.csv")
    words: Text = Field(description="What it says, in our own words")
    checked_by: Text = Field(description="Role of the person who checked that nobody can be identified")


class Thread(Declared):
    """An issue followed across inspections (threads.csv)."""

    id: Id = Field(description="Name of the issue")
    title: Text = Field(description="Title as readers see it")
    tracked: bool = Field(default=True, description="yes: has a row in the table of threads; no: a theme for filters only")


class ThreadNote(Declared):
    """What was said of an issue at one inspection (thread_notes.csv)."""

    thread: Id = Field(description="Id in threads.csv")
    inspection: Id = Field(description="Id of the inspection")
    words: Text = Field(description="What was said, in a few words of our own")
    checked_by: Text = Field(description="Role of the person who checked that nobody can be identified")


class Indicator(Declared):
    """One measure (indicators.yml)."""

    id: Id = Field(description="Name of the indicator; also the name of its page")
    title: Text = Field(description="What is measured, as a plain label")
    subject: Text = Field(description="Start of a sentence about it: 'Caseloads', 'The share of assessments finished on time'")
    plural: bool = Field(default=False, description="Whether the subject takes a plural verb")
    unit: Unit = Field(description="What the value is measured in")
    unit_words: Text = Field(default="", description="Words after the number in a sentence: 'cases for each social worker'")
    decimals: Annotated[int, Field(ge=0, le=3)] = Field(default=0, description="Decimal places shown")
    polarity: Polarity = Field(description="Which direction is better")
    counts: Counts = Field(description="What is counted, or what the percentage is a percentage of")
    period_kind: PeriodKind = Field(description="What stretch of time a value covers")
    definition: Text = Field(description="What exactly is counted, in plain words")
    publisher: Text = Field(description="Who publishes it")
    source: Id = Field(description="Id of the main source")
    judgement: JudgementHeading = Field(description="The judgement it belongs to")
    threads: tuple[Id, ...] = Field(default=(), description="Issues it belongs to")
    areas: tuple[Id, ...] = Field(
        default=(), description="Slugs of the latest inspection's formal items that it bears on"
    )
    evidence: Annotated[str, Field(pattern=r"^(direct|proxy|context)$")] = Field(
        default="proxy", description="How closely it measures its areas: direct, proxy or context"
    )
    local: bool = Field(default=False, description="Whether the figure is the council's own, not national statistics")
    published_elsewhere: bool = Field(default=False, description="Whether another body has published every value")
    caveats: tuple[Text, ...] = Field(default=(), description="What a reader must know before judging")
    differs_from: tuple[Id, ...] = Field(
        default=(), description="Other indicators that sound the same and are not; never drawn on one line"
    )
    adds_up_to: Id | None = Field(
        default=None,
        description="Indicator of the same count over longer periods, which this one's values add up to: months to a quarter or year",
    )
    conflicts: tuple[Id, ...] = Field(default=(), description="Ids in conflicts.csv")
    target: Annotated[float, Field()] | None = Field(default=None, description="Target that the council has published")
    target_source: Id | None = Field(default=None, description="Id of the source of the target")
    next_due: date | None = Field(default=None, description="Day by which the next value is expected")
    synonyms: tuple[Text, ...] = Field(default=(), description="Words that a resident would search for")


class Action(Declared):
    """A public commitment (actions.csv)."""

    id: Id = Field(description="Name of the commitment")
    title: Text = Field(description="What was promised, in our own words")
    said_by: Text = Field(description="Who said it: a role, and the name of a public person if the source names one")
    said_on: PartialDate | None = Field(default=None, description="When it was said")
    target: Text = Field(default="", description="Target date as stated; empty if none was stated")
    target_date: PartialDate | None = Field(default=None, description="The target as a date, where it is one")
    status: ActionStatus = Field(description="Last publicly known status")
    status_on: PartialDate | None = Field(default=None, description="Date of the source that gives the status")
    status_words: Text = Field(description="What is known of it, in our own words")
    areas: tuple[Id, ...] = Field(default=(), description="Slugs of the latest inspection's formal items")
    threads: tuple[Id, ...] = Field(default=(), description="Issues it belongs to")
    historical: bool = Field(default=False, description="Whether it belongs to an earlier inspection")
    source: Id = Field(description="Id of the source")
    place: Text = Field(default="", description="Where in the source")
    note: Text = Field(default="", description="What a reader should know about it")


class Event(Declared):
    """A point on the timeline (timeline.csv)."""

    id: Id = Field(description="Name of the event")
    when: PartialDate = Field(description="A year, month, day, or two of them with a / between")
    title: Text = Field(description="What happened, in our own words")
    kind: EventKind = Field(description="What kind of event")
    status: EventStatus = Field(description="Whether it has happened")
    context: bool = Field(default=False, description="Whether it is about more than children's services")
    source: Id = Field(description="Id of the source")
    place: Text = Field(default="", description="Where in the source")
    note: Text = Field(default="", description="What a reader should know about it")


class Conflict(Declared):
    """Figures or statements that disagree (conflicts.csv)."""

    id: Id = Field(description="Name of the disagreement")
    subject: Text = Field(description="What it is about")
    says: Text = Field(description="What each source says, with its figures")
    why: Text = Field(description="Why they may differ, or that the reason is not known")
    shown: Text = Field(description="What this site does about it")
    important: bool = Field(default=False, description="Whether it stands first on the page")
    sources: tuple[Id, ...] = Field(description="Ids of the sources that disagree")


class Correction(Declared):
    """Something that was wrong on the site and has been put right (corrections.csv)."""

    id: Id = Field(description="Name of the correction")
    corrected: date = Field(description="Day on which it was put right")
    what: Text = Field(description="What was wrong and what it is now")
    indicator: Id | None = Field(default=None, description="The indicator concerned, if any")
    source: Id = Field(description="Id of the source of the right figure")


class Question(Declared):
    """Something that the council must answer (questions.csv)."""

    id: Id = Field(description="Name of the question")
    kind: QuestionKind = Field(description="supply, confirm or ask")
    question: Text = Field(description="What must be supplied, confirmed or answered")
    why: Text = Field(default="", description="Why it matters to a reader")
    areas: tuple[Id, ...] = Field(default=(), description="Slugs of the formal items it bears on")
    page: Text = Field(default="", description="Page of site_src that waits for it")


class ReportedFigure(Declared):
    """A figure given once, in a report or the news, outside any series (reported.csv); its value is a record, not here."""

    id: Id = Field(description="Name of the figure")
    title: Text = Field(description="What was counted, in our own words")
    unit: Unit = Field(description="What it is measured in")
    decimals: Annotated[int, Field(ge=0, le=3)] = Field(default=0, description="Decimal places shown")
    counts: Counts = Field(description="What is counted")
    when: PartialDate | None = Field(default=None, description="Period or date it is about")
    when_words: Text = Field(default="", description="The period in words, where the date does not say it")
    comparator: Text = Field(default="", description="What the source compares it with, as it says")
    areas: tuple[Id, ...] = Field(default=(), description="Slugs of the formal items it bears on")
    threads: tuple[Id, ...] = Field(default=(), description="Issues it belongs to")
    indicators: tuple[Id, ...] = Field(default=(), description="Indicators that sound the same")
    published_elsewhere: bool = Field(default=True, description="Whether another body has published it")
    source: Id = Field(description="Id of the source")
    place: Text = Field(default="", description="Where in the source")
    note: Text = Field(default="", description="What a reader should know about it")


DESCRIPTION_LENGTH = 155
"""Search engines cut longer descriptions."""


class PageHead(Declared):
    """What a hand-written page says about itself, between two lines of three hyphens (site_src/SECTION/NAME.md)."""

    title: Text = Field(description="Title of the page")
    description: Annotated[Text, StringConstraints(max_length=DESCRIPTION_LENGTH)] = Field(
        description="One sentence for search results"
    )
    section: Section = Field(description="The part of the site that the page belongs to")
    order: Annotated[int, Field(ge=0, le=999)] = Field(description="Place among the pages of its section")
    reviewed: date = Field(description="Day on which a person last checked the page")
    review_by: date = Field(description="Day by which it must be checked again")
    synonyms: tuple[Text, ...] = Field(default=(), description="Words that a resident would search for")


class HandWrittenPage(Declared):
    """A page that people wrote: its head and its Markdown, with figures inserted by name."""

    name: Annotated[str, Field(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$")] = Field(
        description="File name without its number and ending; index is the section's own page"
    )
    head: PageHead
    body: str
    """Markdown with insertions such as [[figure:ID]]; never HTML, never a template."""


@dataclass(frozen=True, slots=True)
class DatedSnapshot:
    """The table of figures as it was given away on an earlier day."""

    name: str
    """Its file, such as 2026-11-22.csv."""
    day: date
    content: bytes = field(repr=False)


class Content(Declared):
    """Everything that the council's folder says in words."""

    council: Council
    sources: tuple[Source, ...]
    inspections: tuple[Inspection, ...]
    findings: dict[str, tuple[Finding, ...]]
    """Findings of each inspection by its id, in the order of their paragraphs."""
    threads: tuple[Thread, ...]
    thread_notes: tuple[ThreadNote, ...]
    indicators: tuple[Indicator, ...]
    actions: tuple[Action, ...]
    events: tuple[Event, ...]
    conflicts: tuple[Conflict, ...]
    corrections: tuple[Correction, ...]
    questions: tuple[Question, ...]
    reported: tuple[ReportedFigure, ...]
    pages: tuple[HandWrittenPage, ...] = ()
