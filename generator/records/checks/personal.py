"""Rule: no text holds personal data that is not public on purpose; the allow-list holds only what is used."""

from collections.abc import Iterator
from datetime import date

from generator.problems import Problem, Severity
from generator.records.observation import Records
from generator.records.personal.guard import AllowList, kinds_in
from generator.records.personal.texts import texts_in


def check(records: Records, _as_at: date) -> Iterator[Problem]:
    """One problem for each kind found in each text; then a notice for each entry of the allow-list that no text needs."""
    people = records.register.public_people
    allowed = AllowList.of([*(one.entry.text for one in people), *published_contacts(records)])
    list_known = not {"public_people", "council"} & records.register.unread
    for place, text in texts_in(records):
        for kind in kinds_in(text, allowed):
            if kind.may_be_public and not list_known:
                continue
            yield Problem(place, kind.code, kind.found, kind.fix)
    if records.register.unread:
        return
    for one in people:
        if " ".join(one.entry.text.lower().split()) not in allowed.used:
            found = "No text holds what this row allows."
            yield Problem(
                one.at("text"),
                "unused-public-person",
                found,
                "Delete the row, or correct its text.",
                Severity.NOTICE,
            )


def published_contacts(records: Records) -> Iterator[str]:
    """The telephone numbers and e-mail addresses of council.yml, with and without the gaps between digits."""
    for contact in records.content.council.contacts:
        if contact.telephone:
            yield contact.telephone
            yield contact.telephone.replace(" ", "")
        if contact.email:
            yield contact.email
