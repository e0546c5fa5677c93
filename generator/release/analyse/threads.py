"""How each issue moved from inspection to inspection, from the findings' own tags and the formal items."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum

from generator.model import Content, Finding, FormalItem, Inspection, Thread, ThreadNote
from generator.vocabulary import Movement, Tone


class Standing(Enum):
    """How an issue stood at one inspection, worst first."""

    FORMAL = "Formal item"
    CONCERN = "Concern"
    MIXED = "Mixed"
    STRENGTH = "Strength"
    NOT_MENTIONED = "Not mentioned"

    @property
    def bad(self) -> bool:
        """Whether inspectors asked for something to change."""
        return self in (Standing.FORMAL, Standing.CONCERN)


@dataclass(frozen=True, slots=True)
class Mention:
    """What one inspection said of one issue."""

    inspection: Inspection
    standing: Standing
    items: tuple[FormalItem, ...]
    findings: tuple[Finding, ...]
    note: ThreadNote | None


@dataclass(frozen=True, slots=True)
class Story:
    """One issue through the inspections, oldest first, and how it moved."""

    thread: Thread
    mentions: tuple[Mention, ...]
    movement: Movement

    @property
    def times_formal(self) -> int:
        """At how many inspections the issue was a formal item."""
        return sum(mention.standing is Standing.FORMAL for mention in self.mentions)

    @property
    def latest(self) -> Mention:
        """What the latest inspection said."""
        return self.mentions[-1]


def stories(content: Content) -> tuple[Story, ...]:
    """The story of every tracked issue, in the order of threads.csv."""
    inspections = with_findings(content)
    if not inspections:
        return ()
    return tuple(_story(content, thread, inspections) for thread in content.threads if thread.tracked)


def with_findings(content: Content) -> tuple[Inspection, ...]:
    """The inspections whose paragraphs are in the data, oldest first: only these can be followed."""
    return tuple(inspection for inspection in content.inspections if content.findings.get(inspection.id))


def _story(content: Content, thread: Thread, inspections: Sequence[Inspection]) -> Story:
    mentions = tuple(_mention(content, thread, inspection) for inspection in inspections)
    return Story(thread, mentions, movement([mention.standing for mention in mentions]))


def _mention(content: Content, thread: Thread, inspection: Inspection) -> Mention:
    items = tuple(formal for formal in inspection.items if thread.id in formal.threads)
    findings = tuple(finding for finding in content.findings[inspection.id] if thread.id in finding.threads)
    notes = [note for note in content.thread_notes if (note.thread, note.inspection) == (thread.id, inspection.id)]
    return Mention(inspection, _standing(items, findings), items, findings, notes[0] if notes else None)


def _standing(items: Sequence[FormalItem], findings: Sequence[Finding]) -> Standing:
    """Formal if anything is formal; a strength if most findings are and none is a concern; a concern if none is a strength."""
    if items:
        return Standing.FORMAL
    tones = Counter(finding.tone for finding in findings)
    if not tones:
        return Standing.NOT_MENTIONED
    if not tones[Tone.CONCERN] and tones[Tone.STRENGTH] * 2 > tones.total():
        return Standing.STRENGTH
    return Standing.CONCERN if tones[Tone.CONCERN] and not tones[Tone.STRENGTH] else Standing.MIXED


def movement(standings: Sequence[Standing]) -> Movement:
    """How an issue moved, from how it stood at each inspection, oldest first.

    Inspections that did not mention it are passed over; the first rule that fits gives the word.
    """
    said = [standing for standing in standings if standing is not Standing.NOT_MENTIONED]
    if not standings or standings[-1] is Standing.NOT_MENTIONED:
        return Movement.NOT_RAISED_NOW
    now, earlier = said[-1], said[:-1]
    if not earlier:
        return Movement.NEW
    if now.bad:
        return _movement_to_bad(now, earlier)
    before = earlier[-1]
    if now is Standing.STRENGTH:
        if before is not Standing.STRENGTH:
            return Movement.IMPROVED
        held = all(standing is Standing.STRENGTH for standing in said)
        return Movement.STRENGTH_THROUGHOUT if held else Movement.IMPROVED_AND_HELD
    if before is Standing.STRENGTH:
        return Movement.SLIPPED
    return Movement.MIXED_NOW if before.bad else Movement.MIXED


def _movement_to_bad(now: Standing, earlier: Sequence[Standing]) -> Movement:
    """The issue is a formal item or a concern now: was it before, and what came between?"""
    if now is Standing.FORMAL and all(standing is Standing.FORMAL for standing in earlier):
        return Movement.NEVER_FIXED
    if earlier[-1].bad:
        return Movement.STILL_A_CONCERN
    if any(standing.bad for standing in earlier):
        return Movement.CAME_BACK
    return Movement.FELL_BACK if earlier[-1] is Standing.STRENGTH else Movement.WORSENED
