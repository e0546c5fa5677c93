"""The `transparency` command: the only place that knows today's date."""

import argparse
import io
import os
import sys
import traceback
from collections.abc import Sequence
from contextlib import suppress
from datetime import UTC, date, datetime
from pathlib import Path

from generator import __version__
from generator.commands import arguments as many
from generator.commands.formats import FORMATS_OF_FILES
from generator.commands.outcome import FORMATS, Exit, complain, reason_of


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command and return its exit code; whatever happens is said in a sentence, without a value from any file."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="backslashreplace")  # a terminal that knows few characters is no reason to stop
    chosen = parser().parse_args(arguments)
    try:
        outcome = int(_run(chosen))
    except SystemExit:
        raise
    except BaseException as failure:  # noqa: BLE001  the last door: nothing may leave the program as a traceback, which prints values
        outcome = int(Exit.ENVIRONMENT)
        complain(_last_words(failure))
        if chosen.debug:
            complain("".join(traceback.format_exception(failure)))
    _hang_up()
    return outcome


def _last_words(failure: BaseException) -> str:
    """What is said of something that no command expected: its kind, never its message, which could hold a value."""
    if isinstance(failure, KeyboardInterrupt):
        return "Interrupted. The site that stands is whole; run the command again when you like."
    if isinstance(failure, MemoryError):
        return "The computer ran out of memory. The site that stands is whole. Close other programs, then try again."
    if isinstance(failure, OSError):
        return f"The computer refused something ({reason_of(failure)}). The site that stands is whole."
    kind = type(failure).__name__
    return (
        f"The program made a mistake of its own ({kind}). The site that stands is whole. "
        "Please report this with what `--debug` prints, after taking out whatever is private."
    )


def _hang_up() -> None:
    """Write out what is left; that the reader of the output has gone (`| head`) is no failure of the command."""
    for stream in (sys.stdout, sys.stderr):
        try:
            stream.flush()
        except (OSError, ValueError):
            sink = os.open(os.devnull, os.O_WRONLY)
            with suppress(OSError, ValueError):
                os.dup2(sink, stream.fileno())


def parser() -> argparse.ArgumentParser:
    """Every command with its options; the README and the guides quote this help."""
    made = argparse.ArgumentParser(
        prog="transparency", description="Makes a public transparency site for a council's children's services."
    )
    made.add_argument("--version", action="version", version=f"%(prog)s {__version__}")
    commands = made.add_subparsers(dest="command", required=True, metavar="COMMAND")
    check = commands.add_parser("check", help="read and validate everything; every problem in one run")
    _folder(check)
    check.add_argument("--earlier", metavar="OLD_SITE", type=Path, help="an earlier release, or its data/figures.csv: refuse what it gives away")
    _dated(check)
    _formatted(check, "html")
    build = commands.add_parser("build", help="check, build and audit the site, then put it in place in one step")
    _folder(build)
    _into(build)
    _dated(build)
    _formatted(build)
    serve = commands.add_parser("serve", help="build, serve on this machine, and build again on every save")
    _folder(serve)
    _into(serve)
    _dated(serve)
    serve.add_argument("--port", type=int, default=8000, help="port on this machine (default: 8000; 0 takes a free one)")
    _disclosure_commands(commands)
    _release_commands(commands)
    new = commands.add_parser("new", help="make the folder of another council, ready to fill in")
    new.add_argument("name", metavar="NAME", nargs="?", help="full name of the council, such as 'Exampleshire County Council'")
    new.add_argument("folder", metavar="FOLDER", type=Path, nargs="?", help="folder to make; it must not exist or must be empty")
    migrate = commands.add_parser("migrate", help="bring a council's files to the newest data format, comments and all")
    _folder(migrate)
    migrate.add_argument("--show", action="store_true", help="show what would change; write nothing")
    many.declare(commands)
    many.declare_for_all(build, new)
    explain = commands.add_parser("explain", help="say what a problem code means and how to mend it")
    explain.add_argument("code", metavar="CODE", help="a code that check printed, or 'all' for a list")
    made.set_defaults(debug=False)
    for command in commands.choices.values():
        command.add_argument("--debug", action="store_true", default=argparse.SUPPRESS, help="print the traceback if the program itself fails")
    return made


def _disclosure_commands(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """The commands that protect people in tables, and that try to find them."""
    protect = commands.add_parser(
        "protect",
        help="hide small numbers of people in a raw file, and whatever gives them away",
        description="Hides counts of people that are too small to print, and whatever would give them away. PRIVATE is "
        "a raw file of observations with the columns of data/observations, or a cross-table with totals; keep it "
        "outside the council's folder. The protected copy can be committed. In the column breakdown write all, a "
        "group, its split and group (sex: girls), or a cross of groups (sex: girls; age: 0 to 4): the groups of a split "
        "are held against their whole. Says how many cells were hidden and why, never which values.",
    )
    protect.add_argument("private", metavar="PRIVATE", type=Path, help="the raw file: CSV, or a workbook (.xlsx)")
    protect.add_argument("--out", metavar="FILE", type=Path, required=True, help="where the protected CSV file goes")
    protect.add_argument("--council", metavar="FOLDER", type=Path, help="the council's folder (default: the one that --out is in)")
    protect.add_argument("--total", metavar="LABEL", help="what a cross-table calls its totals (default: Total or All)")
    protect.add_argument("--sheet", metavar="NAME", help="the sheet of a workbook to read (default: the only one that holds anything)")
    attack = commands.add_parser(
        "attack", help="work out what a published table gives away", formatter_class=argparse.RawDescriptionHelpFormatter
    )
    attack.add_argument("file", metavar="FILE", type=Path, help="a CSV cross-table or a JSON file of facts")
    attack.add_argument("--format", choices=("text", "json"), default="text", help="how the answer is printed (default: text)")
    attack.add_argument("--total", metavar="LABEL", help="what a cross-table calls its totals (default: Total or All)")
    attack.add_argument("--threshold", metavar="N", type=_positive, help="counts from 1 to this are small (default: 5, or what FILE says)")
    attack.add_argument("--zeros-hidden", action="store_true", help="a hidden cell may be nobody (default: zeros are shown)")
    attack.add_argument("--keep", metavar="N", type=_positive, help="values that a hidden count must keep (default: 3, or what FILE says)")
    attack.epilog = FORMATS_OF_FILES
    audit = commands.add_parser("audit", help="read a built site as an outsider would, and say what it gives away or breaks")
    audit.add_argument("site", metavar="SITE", type=Path, help="the built folder, such as build/site")
    audit.add_argument("--earlier", metavar="OLD_SITE", type=Path, help="an earlier release of the site, or its data/figures.csv")
    _formatted(audit)


def _release_commands(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """The commands that look at releases: what changes, and what has gone out of date."""
    diff = commands.add_parser(
        "diff",
        help="say what the public would see change between two releases",
        description="OLD and NEW are each a council's folder, a built site, the address of a published site, or a git "
        "revision of the folder that the command is run in. Only protected figures are compared, and a number that is "
        "hidden or gone in NEW is not printed.",
    )
    diff.add_argument("old", metavar="OLD", help="the earlier release")
    diff.add_argument("new", metavar="NEW", nargs="?", default=".", help="the later release (default: this folder)")
    diff.add_argument("--format", choices=("text", "markdown", "json"), default="text", help="how the answer is printed (default: text)")
    _dated(diff)
    snapshot = commands.add_parser(
        "snapshot",
        help="keep the figures as they are published today, under the day's date",
        description="Writes the table of figures into FOLDER/data/snapshots/, named after the day, unless the newest one there is the same. "
        "Each build gives every snapshot away as it stands, and refuses one that tells what is hidden now.",
    )
    _folder(snapshot)
    _dated(snapshot)
    stale = commands.add_parser("stale", help="list figures, pages, commitments, contacts and sources that have gone out of date")
    _folder(stale)
    _dated(stale)
    stale.add_argument("--links", action="store_true", help="ask each source's web address whether it is still there; takes a minute or two")
    stale.add_argument(
        "--format", choices=("text", "markdown"), default="text", help="how the list is printed; markdown is empty when nothing is stale (default: text)"
    )


def _positive(text: str) -> int:
    if not text.isdecimal() or int(text) < 1:
        raise argparse.ArgumentTypeError("write a whole number from 1")
    return int(text)


def _folder(command: argparse.ArgumentParser) -> None:
    command.add_argument(
        "folder", metavar="FOLDER", type=Path, nargs="?", default=Path(), help="the council's folder (default: this one)"
    )


def _into(command: argparse.ArgumentParser) -> None:
    command.add_argument("--into", metavar="DIR", type=Path, help="where the site goes (default: FOLDER/build/site)")


def _dated(command: argparse.ArgumentParser) -> None:
    command.add_argument("--as-at", metavar="DATE", type=_day, help="date of the site, such as 2026-11-22 (default: today)")


def _formatted(command: argparse.ArgumentParser, *others: str) -> None:
    printed = "how problems are printed (default: text)" + ("; html is one page for paper" if "html" in others else "")
    command.add_argument("--format", choices=(*FORMATS, *others), default="text", help=printed)


def _day(text: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise argparse.ArgumentTypeError("write a date such as 2026-11-22") from None


def _run(chosen: argparse.Namespace) -> Exit:
    """Call the command; each is imported only when it is asked for, so that none pays for another."""
    today = getattr(chosen, "as_at", None) or datetime.now(tz=UTC).date()
    done = many.run(chosen, today)
    if done is not None:
        return done
    if chosen.command == "check":
        from generator.commands.check import check  # noqa: PLC0415

        return check(chosen.folder, today, chosen.format, chosen.earlier)
    if chosen.command == "build":
        from generator.commands.unchanged import build  # noqa: PLC0415

        return build(chosen.folder, _target(chosen), today, chosen.format)
    if chosen.command == "serve":
        from generator.commands.serve import serve  # noqa: PLC0415

        return serve(chosen.folder, _target(chosen), today, chosen.port)
    if chosen.command in ("diff", "stale", "snapshot"):
        return _run_release(chosen, today)
    if chosen.command in ("protect", "attack", "audit"):
        return _run_disclosure(chosen)
    if chosen.command == "migrate":
        from generator.commands.migrate import migrate  # noqa: PLC0415

        return migrate(chosen.folder, only_show=chosen.show)
    from generator.commands.explain import explain  # noqa: PLC0415

    return explain(chosen.code)


def _run_disclosure(chosen: argparse.Namespace) -> Exit:
    if chosen.command == "protect":
        from generator.commands.protect import protect_file  # noqa: PLC0415

        return protect_file(chosen.private, chosen.out, chosen.council, chosen.total, chosen.sheet)
    if chosen.command == "attack":
        from generator.commands.attack import attack_file  # noqa: PLC0415

        return attack_file(
            chosen.file, chosen.format, total=chosen.total, threshold=chosen.threshold,
            zeros_hidden=chosen.zeros_hidden, keep=chosen.keep,
        )  # fmt: skip
    from generator.commands.audit import audit_site  # noqa: PLC0415

    return audit_site(chosen.site, chosen.earlier, chosen.format)


def _run_release(chosen: argparse.Namespace, today: date) -> Exit:
    if chosen.command == "diff":
        from generator.commands.diff import diff  # noqa: PLC0415

        return diff(chosen.old, chosen.new, today, chosen.format)
    if chosen.command == "snapshot":
        from generator.commands.snapshot import keep_snapshot  # noqa: PLC0415

        return keep_snapshot(chosen.folder, today)
    from generator.commands.stale import say_stale  # noqa: PLC0415

    return say_stale(chosen.folder, today, chosen.format, links=chosen.links)


def _target(chosen: argparse.Namespace) -> Path:
    return Path(chosen.into or chosen.folder / "build" / "site")
