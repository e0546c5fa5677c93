"""What the officers' guide shows in pictures, as words and as pages: an invented council's folder, a mistake, a change.

The commands are run as an officer runs them. `draw` photographs the pages; a test holds the words against those that
the pictures were made from.
"""

import functools
import http.server
import os
import subprocess
import sys
import threading
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from html import escape
from pathlib import Path

from markdown import Markdown

from tests.councils.comparing import words_of
from tests.councils.making import apply_change, made_council
from tests.workflows.runner import git

ROOT = Path(__file__).parents[2]
DAY = "2026-11-22"
PAGE = "figures/interviews-local/"
OCTOBER = 'interviews-local,E06000999,2026-10,all,14,,,,,RETURNS,"Counted again, ""late"" ones left out"'
WHOLE = "in data/observations/local.csv\n- interviews-local,E06000999,2026-09,all,,,,c,,RETURNS,\n"
RAW = f"in data/observations/local.csv\n- {OCTOBER}\n+ {OCTOBER.replace(',14,', ',4,')}\n"
CHANGE = (
    f"in data/observations/local.csv\n- {OCTOBER}\n+ {OCTOBER.replace(',14,', ',15,')}\n"
    "in data/corrections.csv\n+ october,2026-11-22,\"October's interviews were counted again: 15, not 14.\",interviews-local,RETURNS\n"
)
PRIVATE = "indicator,area,period,breakdown,value,numerator,denominator,symbol,status,source,note\n" + "".join(
    f"interviews-local,E06000999,2026-11,{group},{value},,,,,RETURNS,\n" for group, value in (("all", 17), ("sex: girls", 14), ("sex: boys", 3))
)


@dataclass(frozen=True)
class Screens:
    """What was said at each step, and the two sites."""

    words: Mapping[str, str]
    """What is held against the pictures; of the summary its figures, because pages say much that is no matter here."""
    summary: str
    before: Path
    after: Path


def say(folder: Path, *arguments: str) -> str:
    """Run a command in a council's folder and return what it says."""
    known = {**os.environ, "PYTHONPATH": str(ROOT)}
    done = subprocess.run([sys.executable, "-m", "generator", *arguments], cwd=folder, env=known, check=False, capture_output=True, text=True)
    return (done.stdout + done.stderr).replace(str(folder.parent), "")


def screens(scratch: Path) -> Screens:
    """Go the officer's way once: protect, check, mend, build, change, look at what changes, build again."""
    council = made_council(scratch / "council", WHOLE)
    git(council, "init", "-q")
    git(council, "add", ".")
    git(council, "commit", "-q", "-m", "First figures")
    dated = ("--as-at", DAY)
    words = {}
    (scratch / "private.csv").write_text(PRIVATE, encoding="utf-8")
    words["protect"] = say(council, "protect", "../private.csv", "--out", "data/observations/interviews.csv", "--council", ".")
    (council / "data/observations/interviews.csv").unlink(missing_ok=True)
    apply_change(council, RAW)
    words["check"] = say(council, "check", *dated)
    git(council, "checkout", "-q", ".")
    say(council, "build", "--into", str(scratch / "before"), *dated)
    apply_change(council, CHANGE)
    summary = say(council, "diff", "HEAD", "--format", "markdown", *dated)
    words["summary"] = summary.partition("### Pages")[0]
    say(council, "build", "--into", str(scratch / "after"), *dated)
    for name in ("before", "after"):
        words[name] = opening_of((scratch / name / PAGE / "index.html").read_text(encoding="utf-8"))
    return Screens(words, summary, scratch / "before", scratch / "after")


def opening_of(page: str) -> str:
    """The heading of a page."""
    return words_of(f"<main>{page.partition('<h1>')[2].partition('</h1>')[0]}</main>").strip()


def terminal(command: str, said: str) -> str:
    """A terminal as a page."""
    return (
        "<!doctype html><meta charset=utf-8><style>body{margin:0;padding:20px 24px;background:#16212b;color:#eef2f5;font:15px/1.5 'DejaVu Sans Mono',monospace}"
        "pre{margin:0;white-space:pre-wrap;font:inherit}b{color:#8fe0bd}</style>"
        f"<pre><b>$ {escape(command)}</b>\n{escape(said.rstrip())}</pre>"
    )


def rendered(markdown: str) -> str:
    """The summary of a pull request as a page, rendered as on the page of the run."""
    body = Markdown(extensions=["tables"], tab_length=2).convert(markdown)
    return (
        "<!doctype html><meta charset=utf-8><style>body{margin:0;padding:16px 24px;color:#1f2328;font:15px/1.5 Arial,'Liberation Sans',sans-serif}"
        "h2,h3{margin:14px 0 8px;padding-bottom:4px;border-bottom:1px solid #d1d9e0}table{border-collapse:collapse}th,td{padding:5px 12px;border:1px solid #d1d9e0;text-align:left}"
        "ul{padding-left:24px}p{margin:8px 0}</style>" + body
    )


@contextmanager
def served(site: Path) -> Iterator[str]:
    """A built site at an address of this machine."""

    class Silent(http.server.SimpleHTTPRequestHandler):
        def log_message(self, *_: object) -> None:
            """Say nothing."""

    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), functools.partial(Silent, directory=str(site)))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_address[1]}/"
    server.shutdown()
    server.server_close()
