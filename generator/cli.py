"""The `transparency` command: the only place that knows today's date."""

import argparse
from collections.abc import Sequence
from datetime import UTC, date, datetime
from pathlib import Path

from generator import __version__
from generator.commands.outcome import FORMATS, Exit, complain


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command and return its exit code."""
    chosen = parser().parse_args(arguments)
    try:
        return int(_run(chosen))
    except KeyboardInterrupt:
        complain("Interrupted. The last good site is untouched.")
        return int(Exit.ENVIRONMENT)


def parser() -> argparse.ArgumentParser:
    """Every command with its options; the README and the guides quote this help."""
    made = argparse.ArgumentParser(
        prog="transparency", description="Makes a public transparency site for a council's children's services."
    )
    made.add_argument("--version", action="version", version=f"%(prog)s {__version__}")
    commands = made.add_subparsers(dest="command", required=True, metavar="COMMAND")
    check = commands.add_parser("check", help="read and validate everything; every problem in one run")
    _folder(check)
    _dated(check)
    _formatted(check)
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
    new = commands.add_parser("new", help="make the folder of another council, ready to fill in")
    new.add_argument("name", metavar="NAME", help="full name of the council, such as 'Exampleshire County Council'")
    new.add_argument("folder", metavar="FOLDER", type=Path, help="folder to make; it must not exist or must be empty")
    explain = commands.add_parser("explain", help="say what a problem code means and how to mend it")
    explain.add_argument("code", metavar="CODE", help="a code that check printed, or 'all' for a list")
    return made


def _folder(command: argparse.ArgumentParser) -> None:
    command.add_argument(
        "folder", metavar="FOLDER", type=Path, nargs="?", default=Path(), help="the council's folder (default: this one)"
    )


def _into(command: argparse.ArgumentParser) -> None:
    command.add_argument("--into", metavar="DIR", type=Path, help="where the site goes (default: FOLDER/build/site)")


def _dated(command: argparse.ArgumentParser) -> None:
    command.add_argument("--as-at", metavar="DATE", type=_day, help="date of the site, such as 2026-11-22 (default: today)")


def _formatted(command: argparse.ArgumentParser) -> None:
    command.add_argument("--format", choices=FORMATS, default="text", help="how problems are printed (default: text)")


def _day(text: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise argparse.ArgumentTypeError("write a date such as 2026-11-22") from None


def _run(chosen: argparse.Namespace) -> Exit:
    """Call the command; each is imported only when it is asked for, so that none pays for another."""
    today = getattr(chosen, "as_at", None) or datetime.now(tz=UTC).date()
    if chosen.command == "check":
        from generator.commands.check import check  # noqa: PLC0415

        return check(chosen.folder, today, chosen.format)
    if chosen.command == "build":
        from generator.commands.build import build  # noqa: PLC0415

        return build(chosen.folder, _target(chosen), today, chosen.format)
    if chosen.command == "serve":
        from generator.commands.serve import serve  # noqa: PLC0415

        return serve(chosen.folder, _target(chosen), today, chosen.port)
    if chosen.command == "new":
        from generator.commands.new import new  # noqa: PLC0415

        return new(chosen.name, chosen.folder, today)
    from generator.commands.explain import explain  # noqa: PLC0415

    return explain(chosen.code)


def _target(chosen: argparse.Namespace) -> Path:
    return Path(chosen.into or chosen.folder / "build" / "site")
