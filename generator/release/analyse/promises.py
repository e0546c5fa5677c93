"""Whether commitments have been kept, as far as anything published says, on the date of the page."""

from dataclasses import dataclass
from datetime import date
from enum import Enum

from generator.model import Action
from generator.periods import parse_partial_date
from generator.vocabulary import ActionStatus

QUIET_MONTHS = 6
"""After this many months without a word, a commitment is shown as 'nothing heard since'."""


class Kept(Enum):
    """How a promise stands today."""

    DONE = "Reported done"
    OVERDUE = "Overdue, with nothing found to say it was done"
    QUIET = "Nothing heard since"
    UNDER_WAY = "Reported under way"
    STANDING = "Continuing"
    DISPUTED = "Disputed"
    NO_DATE = "Promised, no date given"


@dataclass(frozen=True, slots=True)
class Promise:
    """A commitment and how it stands on the date of the page."""

    action: Action
    kept: Kept
    months_silent: int | None
    """Whole months since the source of the last known status; None when it carries no date."""


def promise_of(action: Action, as_at: date) -> Promise:
    """Judge one commitment; a status is never newer than the source that gives it."""
    heard = parse_partial_date(action.status_on or action.said_on or "")
    silent = months_between(heard[0], as_at) if heard else None
    return Promise(action, _kept(action, as_at, silent), silent)


def _kept(action: Action, as_at: date, silent: int | None) -> Kept:
    if action.status is ActionStatus.DONE:
        return Kept.DONE
    if action.status is ActionStatus.DISPUTED:
        return Kept.DISPUTED
    due = parse_partial_date(action.target_date or "")
    if due and due[0] < as_at:
        return Kept.OVERDUE
    if silent is not None and silent >= QUIET_MONTHS:
        return Kept.QUIET
    if action.status is ActionStatus.STANDING:
        return Kept.STANDING
    return Kept.UNDER_WAY if action.status is ActionStatus.UNDER_WAY else Kept.NO_DATE


def months_between(earlier: date, later: date) -> int:
    """Whole months from one day to a later one; 0 when it is not later."""
    months = (later.year - earlier.year) * 12 + later.month - earlier.month
    if later.day < earlier.day:
        months -= 1
    return max(months, 0)
