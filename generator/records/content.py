"""The content of a register: the declarations without their places, which is what the public may see in words."""

from generator import FORMAT_VERSION
from generator.model import Content, Council, Site
from generator.records.observation import Register


def content_of(register: Register) -> Content:
    """The declarations without their places: what the public may see in words."""
    return Content(
        council=register.council.entry if register.council else STAND_IN,
        sources=tuple(one.entry for one in register.sources),
        inspections=tuple(one.entry for one in register.inspections),
        findings={name: tuple(one.entry for one in rows) for name, rows in register.findings.items()},
        threads=tuple(one.entry for one in register.threads),
        thread_notes=tuple(one.entry for one in register.thread_notes),
        indicators=tuple(one.entry for one in register.indicators),
        actions=tuple(one.entry for one in register.actions),
        events=tuple(one.entry for one in register.events),
        conflicts=tuple(one.entry for one in register.conflicts),
        corrections=tuple(one.entry for one in register.corrections),
        questions=tuple(one.entry for one in register.questions),
        reported=tuple(one.entry for one in register.reported),
    )


STAND_IN = Council(
    format=FORMAT_VERSION,
    name="Council",
    short_name="Council",
    code="E00000000",
    site=Site(title="Site", strapline="", url="https://example.org/"),
)
"""Takes the place of a council that is refused, so that everything else can still be checked; never published."""
