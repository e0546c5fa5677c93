"""Files of DfE's Explore education statistics: what one holds, whether it is sound, and the figures a council needs of it."""

from generator.importers.ees.contents import EesContents, list_file
from generator.importers.ees.importing import import_ees
from generator.importers.ees.screening import screen_file

__all__ = ["EesContents", "import_ees", "list_file", "screen_file"]
