"""How much of a machine one report may use, each limit written once.

The largest report published so far has 58 pages and 153,000 characters and is under 1 MB, so the limits leave
room for ten times that and stop everything that is not a report.
"""

FILE_BYTES = 40_000_000
PAGES = 400
CHARACTERS = 2_000_000
CHARACTERS_ON_A_PAGE = 60_000
FEWEST_CHARACTERS = 1_000
"""A report has tens of thousands of characters; a scan has none, or a stray stamp."""

MEMORY_BYTES = 280_000_000
PROCESSOR_SECONDS = 4
WALL_SECONDS = 20
REPLY_BYTES = 8_000_000
