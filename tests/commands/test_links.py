"""Dead sources are found, by a polite question to each address; nothing here leaves this machine."""

import http.server
import threading
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

import pytest

from generator.cli import main
from generator.commands import links
from generator.commands.links import Manner, dead
from tests.councils.making import made_council

AT_ONCE = Manner(patience=0.3, rest=0)
GONE = "the host says that the page is not there (404)"


@dataclass
class Host:
    """A local host that notes what it is asked, and answers by the path."""

    address: str = ""
    asked: list[tuple[str, str, str]] = field(default_factory=list)


@pytest.fixture
def host() -> Iterator[Host]:
    noted = Host()
    let_go = threading.Event()

    class Answers(http.server.BaseHTTPRequestHandler):
        def do_HEAD(self) -> None:
            path = self.path.rpartition("/")[2]
            noted.asked.append((self.command, path, self.headers["User-Agent"]))
            if path == "silent":
                let_go.wait(5)
                return
            status = int(path.partition("-")[0]) if path.partition("-")[0].isdigit() and len(path.partition("-")[0]) == 3 else 200
            if path == "405-head" and self.command == "GET":
                status = 200
            if path == "503-once" and len([one for one in noted.asked if one[1] == path]) > 1:
                status = 200
            if path == "302-gone":
                self.send_response(302)
                self.send_header("Location", f"{noted.address}/404-moved")
                self.end_headers()
                return
            self.send_response(status)
            self.end_headers()

        def do_GET(self) -> None:
            self.do_HEAD()

        def log_message(self, *_: object) -> None:
            """Say nothing."""

    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Answers)
    server.daemon_threads = True
    noted.address = f"http://127.0.0.1:{server.server_address[1]}"
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield noted
    let_go.set()
    server.shutdown()
    server.server_close()


@pytest.mark.parametrize(
    ("path", "words"),
    [
        ("fine", None),
        ("404", GONE),
        ("410", "the host says that the page is not there (410)"),
        ("302-gone", GONE),
        ("403", None),
        ("401", None),
        ("429", None),
        ("405-head", None),
        ("500", "the host has a fault of its own (500)"),
        ("503-once", None),
        ("silent", "the host did not answer in time"),
    ],
)
def test_an_address_is_dead_when_nothing_is_found_there_and_not_when_programs_are_turned_away(host: Host, path: str, words: str | None) -> None:
    assert dead([f"{host.address}/{path}"], AT_ONCE).get(f"{host.address}/{path}") == words


def test_a_host_that_is_not_there_is_said_without_its_own_words() -> None:
    assert dead(["http://127.0.0.1:9/"], AT_ONCE) == {"http://127.0.0.1:9/": "the host turned the connection away"}
    assert dead(["http://no-such-host.invalid/"], AT_ONCE) == {"http://no-such-host.invalid/": "the host could not be reached"}


def test_a_page_is_asked_for_once_by_its_head_and_the_asker_says_who_it_is(host: Host) -> None:
    assert dead([f"{host.address}/fine", f"{host.address}/fine"], AT_ONCE) == {}
    ((method, path, who),) = host.asked
    assert (method, path) == ("HEAD", "fine")
    assert who.startswith("transparency-generator/")


def test_one_host_is_asked_one_question_at_a_time_with_a_rest_between(host: Host, monkeypatch: pytest.MonkeyPatch) -> None:
    rests: list[float] = []
    monkeypatch.setattr(links.time, "sleep", rests.append)
    dead([f"{host.address}/{path}" for path in ("a", "b", "c")], Manner(patience=5, rest=2))
    assert rests == [2, 2]
    assert [path for _, path, _ in host.asked] == ["a", "b", "c"]


def test_stale_lists_dead_sources_only_when_it_is_told_to_ask(
    host: Host, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    council = made_council(tmp_path / "council")
    sources = council / "data/sources.csv"
    text = sources.read_text(encoding="utf-8").replace("https://", "http://").replace("http://reports.example.org/2021", "http://reports.example.org/404")
    sources.write_text(text, encoding="utf-8")
    for name in ("http_proxy", "HTTP_PROXY"):
        monkeypatch.setenv(name, host.address)  # stands between, so that no question leaves this machine
    for name in ("no_proxy", "NO_PROXY"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setattr(links, "Manner", lambda: AT_ONCE)
    told = ["stale", str(council), "--as-at", "2026-11-22", "--format", "markdown"]
    assert main(told) == 0
    assert (capsys.readouterr().out, host.asked) == ("", [])
    assert main([*told, "--links"]) == 0
    assert capsys.readouterr().out == (
        "One source out of date.\n\n### Sources at whose address nothing was found\n\n"
        "* [ ] Inspection of Exampleshire children's services, 2021 (since 22 November 2026; data/sources.csv, R2021). "
        "The host says that the page is not there \\(404\\). Find where it stands now, or in which archive, and change its address.\n"
    )
