"""The few words that charts add of their own, in one place so that they can be translated."""

from dataclasses import dataclass
from typing import Final


@dataclass(frozen=True, slots=True)
class ChartWords:
    """Every word that a chart draws and was not handed with its description."""

    cropped: str = "The axis does not start at zero"
    no_figures: str = "No figures to show"
    no_figures_short: str = "No figures"
    dated: str = "{number} in {period}"
    """The end label of a line that stops before the last period."""
    latest: str = "{name} (latest {period})"
    """Its entry in a key, where the end label has no room for the period."""
    million: str = "m"
    """Written after millions on an axis."""
    mean: str = "Mean"
    upper: str = "Upper limit"
    lower: str = "Lower limit"
    better: str = "Stands out: better"
    worse: str = "Stands out: worse"
    neutral: str = "Stands out"
    formal: str = "Must improve"
    concern: str = "Concern"
    mixed: str = "Mixed"
    strength: str = "Strength"
    none: str = "Not raised"
    nothing_followed: str = "Nothing to follow yet"


ENGLISH: Final = ChartWords()
