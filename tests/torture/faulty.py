"""Builds in forked processes in which one file operation is made to fail; run as a program by `test_faults`.

Every operation under the council's folder and the target is counted first: opening, listing, making, renaming,
removing, linking, changing modes, looking at, writing (each write, half of it done), closing, flushing to disk,
locking, and starting another program. Then the build is run again and again, each time with one of them failing.
The council's text changes with every run, so that a site made of two releases cannot pass for one.
"""

import builtins
import contextlib
import errno
import io
import json
import os
import random
import signal
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

AS_AT = "2026-11-22"
KINDS = ("kill", "no space", "disk fault", "no permission", "out of memory", "interrupt")
_ERRORS = {"no space": errno.ENOSPC, "disk fault": errno.EIO, "no permission": errno.EACCES}
_EVENTS = {
    "open", "os.mkdir", "os.rename", "os.remove", "os.rmdir", "os.symlink", "os.scandir", "os.listdir", "os.chmod",
    "os.utime", "os.truncate", "os.link",
}  # fmt: skip
_WITHOUT_PATH = {"subprocess.Popen", "fcntl.flock"}
MARK = "data/corrections.csv"


def fail(kind: str) -> None:
    """Let the operation that is under way go wrong."""
    if kind == "kill":
        os.kill(os.getpid(), signal.SIGKILL)
    if kind == "out of memory":
        raise MemoryError
    if kind == "interrupt":
        raise KeyboardInterrupt
    raise OSError(_ERRORS[kind], os.strerror(_ERRORS[kind]))


@dataclass
class Tally:
    """Counts the file operations under some folders and lets one of them fail."""

    roots: tuple[str, ...]
    chosen: int = 0
    """Number of the operation that fails, from 1; 0 for none."""
    kind: str = ""
    seen: list[str] = field(default_factory=list)
    _quiet: bool = False

    def meet(self, operation: str, path: object = None, before_failing: Callable[[], object] | None = None) -> None:
        """One operation is about to happen."""
        if self._quiet or not (path is None or self._concerns(path)):
            return
        self._quiet = True
        try:
            name = "" if path is None else os.fspath(path)  # type: ignore[call-overload]
            self.seen.append(f"{operation} {name}".strip())
            if len(self.seen) != self.chosen:
                return
            if before_failing:
                before_failing()
            fail(self.kind)
        finally:
            self._quiet = False

    def _concerns(self, path: object) -> bool:
        if not isinstance(path, str | os.PathLike):
            return isinstance(path, bytes)
        name = os.fspath(path)
        return not os.path.isabs(name) or name.startswith(self.roots)

    def listen(self) -> None:
        """Be told of every operation of this process from now on."""
        sys.addaudithook(self._on_event)
        for name in ("stat", "lstat", "readlink", "fsync", "sendfile", "replace"):
            self._wrap(name)
        builtins.open = io.open = self._opener(io.open)  # type: ignore[assignment]

    def _on_event(self, event: str, arguments: tuple[Any, ...]) -> None:
        if event in _WITHOUT_PATH:
            self.meet(event)
        elif event in _EVENTS and not isinstance(arguments[0], int):
            self.meet(event, arguments[1] if event == "os.symlink" else arguments[0])

    def _wrap(self, name: str) -> None:
        real = getattr(os, name)

        def wrapped(first: Any, *rest: Any, **named: Any) -> Any:
            self.meet(f"os.{name}", None if isinstance(first, int) and name in ("fsync", "sendfile") else first)
            return real(first, *rest, **named)

        if name == "replace":
            return  # its event is os.rename
        setattr(os, name, wrapped)

    def _opener(self, real: Callable[..., Any]) -> Callable[..., Any]:
        def opened(file: Any, mode: str = "r", *rest: Any, **named: Any) -> Any:
            stream = real(file, mode, *rest, **named)
            if not isinstance(file, int) and set(mode) & set("wax+") and self._concerns(file):
                self._watch(stream, file)
            return stream

        return opened

    def _watch(self, stream: Any, file: object) -> None:
        write, close = stream.write, stream.close

        def torn_write(content: Any) -> Any:
            self.meet("write", file, lambda: (write(content[: len(content) // 2]), stream.flush()))
            return write(content)

        def late_close() -> Any:
            if not stream.closed:
                try:
                    self.meet("close", file)
                except BaseException:
                    close()
                    raise
            return close()

        stream.write, stream.close = torn_write, late_close


def import_all() -> None:
    """Import whatever a build imports, so that a forked process does not pay for it."""
    import generator.cli
    import generator.commands.build  # noqa: F401


def without_mkdocs() -> None:
    """Put a small site in the place of the whole one, where only publishing is tried."""
    import generator.commands.build as command

    def small_site(publication: Any, _as_at: Any, workshop: Any, say: Any) -> None:
        say("Writing pages")
        text = publication.content.corrections[0].what
        for number in range(12):
            page = workshop.site / f"page-{number % 3}" / f"{number}.html"
            page.parent.mkdir(exist_ok=True)
            page.write_text(f"{text}\n" * 500, encoding="utf-8")

    command.build_site = small_site  # type: ignore[assignment]
    command.audit_of = lambda _site: ()  # type: ignore[assignment]


@dataclass
class Bench:
    """One council, one target, and runs of the build against them."""

    council: Path
    into: Path
    version: str = "a"

    def turn(self) -> None:
        """Change the council's text, so that the next build makes another site."""
        self.version = "b" if self.version == "a" else "a"
        path = self.council / MARK
        lines = path.read_text(encoding="utf-8").splitlines()
        said = {"a": "The value for August was given for September.", "b": "The value for May was given for June."}[self.version]
        lines[1] = f"first,2026-11-10,{said},interviews-local,RETURNS"
        path.write_text("\n".join(lines) + "\n", encoding="utf-8")

    def build(self, tally: Tally | None = None, after: float | None = None) -> tuple[int, str, list[str]]:
        """Fork and build: the exit code (negative for a signal), what was said, and the operations seen."""
        with tempfile.TemporaryFile("w+") as said, tempfile.TemporaryFile("w+") as operations:
            child = os.fork()
            if child == 0:
                _be_a_build(self, tally, said.fileno(), operations)
            if after is not None:
                time.sleep(after)
                with contextlib.suppress(ProcessLookupError):
                    os.kill(child, signal.SIGKILL)
            _, status = os.waitpid(child, 0)
            said.seek(0)
            operations.seek(0)
            return os.waitstatus_to_exitcode(status), said.read(), operations.read().splitlines()

    def state(self) -> str:
        """The manifest of the site that stands."""
        from generator.release.publish import manifest

        return manifest(self.into.resolve(strict=True))


def _be_a_build(bench: Bench, tally: Tally | None, said: int, operations: Any) -> None:
    from generator.cli import main

    code = 99
    try:
        os.dup2(said, 1)
        os.dup2(said, 2)
        sys.stdout, sys.stderr = open(1, "w", closefd=False), open(2, "w", closefd=False)  # noqa: SIM115
        if tally:
            tally.listen()
        code = main(["build", str(bench.council), "--into", str(bench.into), "--as-at", AS_AT])
    except SystemExit as left:
        code = int(left.code or 0)
    finally:
        if tally and not tally.chosen:
            tally._quiet = True
            operations.write("\n".join(tally.seen))
            operations.flush()
        os._exit(code)


def leftovers(into: Path) -> list[str]:
    """What a build leaves behind that it should not."""
    store = into.parent / ".releases" / into.name
    found = [path.name for path in store.iterdir() if path.name.startswith("unfinished-") or path.name == "next"]
    drafts = [path.name for path in into.parent.rglob(".draft-*")]
    releases = [path.name for path in store.iterdir() if len(path.name) >= 16 and path.is_dir()]
    return found + drafts + (releases if len(releases) > 2 else [])


def run_faults(bench: Bench, wanted: Callable[[int], Iterator[tuple[int, str]]]) -> Iterator[dict[str, object]]:
    """Count the operations of a build, then let the wanted ones fail, one in each run; yields what came of each."""
    known: dict[str, str] = {}
    for _ in range(2):
        bench.turn()
        code, said, _ = bench.build()
        assert code == 0, said
        known[bench.version] = bench.state()
    bench.turn()
    counted = Tally((str(bench.council), str(bench.into.parent)))
    code, said, operations = bench.build(counted)
    assert code == 0, said
    yield {"operations": len(operations), "kinds": sorted({line.split(" ")[0] for line in operations})}
    for number, kind in wanted(len(operations)):
        old = known[bench.version]
        bench.turn()
        new = known[bench.version]
        code, said, _ = bench.build(Tally(counted.roots, number, kind))
        after = bench.state()
        again, said_again, _ = bench.build()
        yield {
            "number": number, "operation": operations[number - 1], "kind": kind, "code": code,
            "site": "old" if after == old else "new" if after == new else "mixed",
            "said": said, "next": again, "next said": said_again if again else "",
            "next site": "new" if bench.state() == new else "other", "left": leftovers(bench.into),
        }  # fmt: skip


def main(council: str, into: str, plan: str) -> None:
    """Carry out a plan: `stub`, and either `each` (every operation with every kind) or `stride` with a `start`."""
    asked = json.loads(plan)
    import_all()
    if asked["stub"]:
        without_mkdocs()

    def wanted(operations: int) -> Iterator[tuple[int, str]]:
        stride = asked.get("stride") or max(1, operations // asked["sample"])
        for number in range(1 + asked.get("start", 0) % stride, operations + 1, stride):
            if asked.get("every kind"):
                yield from ((number, kind) for kind in KINDS)
            else:
                yield number, random.Random(number).choice(KINDS)

    for result in run_faults(Bench(Path(council), Path(into)), wanted):
        print(json.dumps(result), flush=True)


if __name__ == "__main__":
    main(*sys.argv[1:])
