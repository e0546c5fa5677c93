"""Makes what the golden councils' sites say now what is expected of them: `python -m tests.councils.update`.

Run it after a change that is wanted, and read the differences that git shows before committing them.
"""

import tempfile
from pathlib import Path

from tests.councils.comparing import TOLD_IN_FULL, build, compared, write_expected


def update() -> None:
    """Build every golden council and keep what its site says."""
    for council in TOLD_IN_FULL:
        with tempfile.TemporaryDirectory() as scratch:
            write_expected(council, compared(build(council, Path(scratch))))
        print(f"{council}: kept")


if __name__ == "__main__":
    update()
