"""Rule: the council's colour is dark enough for white text (4.5 to 1, WCAG 2.2, success criterion 1.4.3)."""

from collections.abc import Iterator
from datetime import date

from generator.problems import Problem
from generator.records.observation import Records

LEAST_CONTRAST = 4.5
_KNEE = 0.04045


def check(records: Records, _as_at: date) -> Iterator[Problem]:
    """At most one problem."""
    council = records.register.council
    if council and contrast_with_white(council.entry.site.accent) < LEAST_CONTRAST:
        found = f"White text on this colour has a contrast below {LEAST_CONTRAST} to 1, so that many people cannot read it."
        yield Problem(
            council.at("site", "accent"), "pale-accent", found, "Choose a darker colour, such as '#12436d'."
        )


def contrast_with_white(colour: str) -> float:
    """Contrast ratio of white text on a colour written as #rrggbb."""
    channels = [int(colour[start : start + 2], 16) / 255 for start in (1, 3, 5)]
    red, green, blue = (c / 12.92 if c <= _KNEE else ((c + 0.055) / 1.055) ** 2.4 for c in channels)
    return 1.05 / (0.2126 * red + 0.7152 * green + 0.0722 * blue + 0.05)
