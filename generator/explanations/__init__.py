"""What each problem code of a council's files means: title, when it happens, how to mend it, in plain words.

`codes.CODES` is the whole registry, these and those of the importers; `transparency explain CODE` prints one.
"""

from typing import NamedTuple


class Explanation(NamedTuple):
    """What a problem code means."""

    title: str
    when: str
    fix: str
