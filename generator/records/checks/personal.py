"""Rule: no text holds personal data that is not public on purpose; the allow-list holds only what is used."""

from collections.abc import Iterator
from datetime import date

from generator.problems import Problem, Severity
from generator.records.observation import Records
from generator.records.personal.guard import Allowance, AllowList, kinds_in, plain
from generator.records.personal.texts import texts_in


def check(records: Records, _as_at: date) -> Iterator[Problem]:
    """One problem for each kind found in each text; then a notice for each entry of the allow-list that no text needs."""
    people = records.register.public_people
    allowed = allowance_of(records)
    list_known = not {"public_people", "council"} & records.register.unread
    for place, text in texts_in(records):
        for kind in kinds_in(text, allowed):
            if kind.may_be_public and not list_known:
                continue
            yield Problem(place, kind.code, kind.found, kind.fix)
    if records.register.unread:
        return
    yield from _overrides(records, allowed)
    for one in people:
        if plain(one.entry.text) not in allowed.public.used:
            found = "No text holds what this row allows."
            yield Problem(
                one.at("text"),
                "unused-public-person",
                found,
                "Delete the row, or correct its text.",
                Severity.NOTICE,
            )


def _overrides(records: Records, allowed: Allowance) -> Iterator[Problem]:
    """Each override by its place, so that everybody who reads the report sees it, and those that nothing needs."""
    council = records.register.council
    for position, one in enumerate(council.entry.allowed_words if council else ()):
        place = council.at("allowed_words", position, "text") if council else None
        if place is None:
            continue
        if plain(one.text) in allowed.overrides[one.kind].used:
            # A reason that is refused itself must not be told by its own words.
            reason = "see its reason." if any(kinds_in(one.reason, Allowance(AllowList.of(())))) else one.reason
            found = f"Words that look like personal data ({one.kind}) are allowed: {reason}"
            yield Problem(place, "words-allowed", found, "Make sure now and then that the reason still holds.", Severity.NOTICE)
        else:
            found = "No text needs what this entry allows."
            yield Problem(place, "unused-override", found, "Delete the entry, or correct its text.", Severity.NOTICE)


def allowance_of(records: Records) -> Allowance:
    """What the council's own files allow to stand in words."""
    people = records.register.public_people
    council = records.register.council
    by_kind: dict[str, list[str]] = {}
    for one in council.entry.allowed_words if council else ():
        by_kind.setdefault(one.kind, []).append(one.text)
    public = AllowList.of([*(one.entry.text for one in people), *published_contacts(records)])
    return Allowance(public, {kind: AllowList.of(texts) for kind, texts in by_kind.items()})


def published_contacts(records: Records) -> Iterator[str]:
    """The telephone numbers and e-mail addresses of council.yml, with and without the gaps between digits."""
    for contact in records.content.council.contacts:
        if contact.telephone:
            yield contact.telephone
            yield contact.telephone.replace(" ", "")
        if contact.email:
            yield contact.email
