"""`transparency serve`: build, serve on this machine only, and build again when a file is saved."""

import functools
import http.server
import threading
from datetime import date
from pathlib import Path

from watchdog.events import FileSystemEvent, FileSystemEventHandler
from watchdog.observers import Observer

from generator.commands.build import build
from generator.commands.outcome import Exit, complain

WATCHED = ("data", "site_src", "templates")
QUIET_SECONDS = 0.4
"""A save is often several writes; the build starts when they have stopped."""


class _Saves(FileSystemEventHandler):
    """Notes that something was saved."""

    def __init__(self, saved: threading.Event) -> None:
        self.saved = saved

    def on_any_event(self, event: FileSystemEvent) -> None:
        if event.event_type in ("created", "modified", "deleted", "moved") and not event.is_directory:
            self.saved.set()


class Quiet(http.server.SimpleHTTPRequestHandler):
    """Serves the built folder with its own page for what is missing, and logs nothing."""

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002  the name is the library's
        """Say nothing for each request."""

    def send_error(self, code: int, message: str | None = None, explain: str | None = None) -> None:
        """Answer a missing page with the site's own 404 page."""
        missing = Path(self.directory) / "404.html"
        if code != http.HTTPStatus.NOT_FOUND or not missing.is_file():
            super().send_error(code, message, explain)
            return
        content = missing.read_bytes()
        self.send_response(code)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.send_header("Content-Length", str(len(content)))
        self.end_headers()
        self.wfile.write(content)


def serve(folder: Path, into: Path, as_at: date, port: int) -> Exit:
    """Serve the site until interrupted; a refused save is told and the last good site stays."""
    outcome = build(folder, into, as_at)
    if outcome is not Exit.FINE and not into.exists():
        return outcome
    server = _server(into, port)
    if server is None:
        complain(f"Port {port} is in use. Choose another with --port.")
        return Exit.ENVIRONMENT
    saved = threading.Event()
    observer = Observer()
    for name in WATCHED:
        if (folder / name).is_dir():
            observer.schedule(_Saves(saved), str(folder / name), recursive=True)
    observer.start()
    threading.Thread(target=server.serve_forever, daemon=True).start()
    print(f"Serving on http://127.0.0.1:{server.server_address[1]}/ until you press Ctrl+C.", flush=True)
    try:
        while True:
            saved.wait()
            while saved.is_set():
                saved.clear()
                saved.wait(QUIET_SECONDS)
            build(folder, into, as_at)
    except KeyboardInterrupt:
        return Exit.FINE
    finally:
        observer.stop()
        server.shutdown()


def _server(into: Path, port: int) -> http.server.ThreadingHTTPServer | None:
    handler = functools.partial(Quiet, directory=str(into))
    try:
        return http.server.ThreadingHTTPServer(("127.0.0.1", port), handler)
    except OSError:
        return None
