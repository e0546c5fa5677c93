"""Sharing councils out among machines: shard 3 of 16 is every sixteenth council from the third."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final, TypeVar

Member = TypeVar("Member")
_SHARD: Final = re.compile(r"(?P<number>\d{1,4})/(?P<of>\d{1,4})", re.ASCII)


@dataclass(frozen=True, slots=True)
class Shard:
    """One machine's share."""

    number: int = 1
    of: int = 1

    @classmethod
    def parse(cls, text: str) -> "Shard":
        """Read `3/16`; raises ValueError."""
        matched = _SHARD.fullmatch(text)
        if not matched or not 1 <= int(matched["number"]) <= int(matched["of"]):
            raise ValueError("write a share such as 3/16: the third of sixteen")
        return cls(int(matched["number"]), int(matched["of"]))

    def share(self, members: Sequence[Member]) -> Sequence[Member]:
        """Give this share: neighbours in the list go to different machines, so that no machine gets all the large ones."""
        return members[self.number - 1 :: self.of]
