"""The process in which one report is read: it limits itself, reads the file and prints the draft.

The PDF library is native code, and a hostile file may crash it, exhaust it or never end; here it can do no
more than end this process. Started by `opening`, never by hand.
"""

import gc
import json
import sys

from generator.importers.ofsted import limits
from generator.importers.ofsted.assemble import assemble
from generator.importers.ofsted.draft import DraftInspection
from generator.importers.ofsted.output import draft_json
from generator.importers.ofsted.pages import read_lines
from generator.importers.ofsted.refusals import Refusal, Unreadable
from generator.importers.ofsted.structure import check_structure


def read_content(content: bytes, file: str) -> DraftInspection:
    """Give the draft of a report's bytes, or a draft that only says why it was refused."""
    try:
        check_structure(content)
        return assemble(read_lines(content), file)
    except Unreadable as refusal:
        return DraftInspection(file, problems=(str(refusal),))
    except MemoryError:
        return DraftInspection(file, problems=(Refusal.TOO_COSTLY.value,))


def main() -> None:
    """Read the file's name (one line of JSON) and its bytes from the input; print one line of JSON."""
    _limit()
    gc.disable()  # one report is read and the process ends: looking for cycles would only cost time
    file = json.loads(sys.stdin.buffer.readline())
    draft = read_content(sys.stdin.buffer.read(), file)
    sys.stdout.buffer.write(draft_json(draft).encode("utf-8"))


def _limit() -> None:
    """Give this process a fixed share of memory and processor time, and nothing to write files with."""
    try:
        import resource  # noqa: PLC0415  # Windows has none; there `opening` limits the time
    except ImportError:
        return
    resource.setrlimit(resource.RLIMIT_AS, (limits.MEMORY_BYTES, limits.MEMORY_BYTES))
    resource.setrlimit(resource.RLIMIT_CPU, (limits.PROCESSOR_SECONDS, limits.PROCESSOR_SECONDS))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    resource.setrlimit(resource.RLIMIT_FSIZE, (0, 0))


if __name__ == "__main__":
    main()
